"""Codes of what is left out because something else is: X."""

from model.corpus.codes.code import ERROR, NOTE, WARNING, Code

OF_WHAT_IS_LEFT_OUT = (
    Code(
        "X001",
        ERROR,
        "left-out-with",
        cause="A record is sound, but what it needs is left out: it would be shown as if that stood.",
        example="a claim whose statement has a mistake in it",
        remedy="Mend what the sentence names, and it comes back by itself.",
    ),
    Code(
        "X002",
        WARNING,
        "shown-in-part",
        cause="A record names one that is left out, and can do without: it is shown without it.",
        example='supersedes = ["c1"], where c1 has a mistake in it',
        remedy="Mend what the sentence names.",
    ),
    Code(
        "X003",
        NOTE,
        "waits-for-a-draft",
        cause="A record is finished, and needs one that is a draft: it waits until that is finished too.",
        example="a claim whose statement says draft = true",
        remedy="Finish the draft, and take draft away there.",
    ),
)
"""What is left out, or shown in part, because of something else."""
