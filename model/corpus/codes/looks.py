"""Codes of how texts look where they are shown: L."""

from model.corpus.codes.code import NOTE, WARNING, Code

OF_LOOKS = (
    Code(
        "L001",
        WARNING,
        "title-too-long",
        cause="The title of an event takes more than 38 cells, so the list shows a part of it.",
        example='title = "North Korean delegation travels to Russia for a week"',
        remedy="Say it shorter. A letter of Hangul takes two cells.",
    ),
    Code(
        "L002",
        WARNING,
        "reading-too-long",
        cause="The reading of a claim in a conflict takes more than 30 cells, so its card shows a part of it.",
        example='readings.c1 = "the Kremlin says that it is limited to an ambassador"',
        remedy='Say it in a few words: "limited to ambassador level".',
    ),
    Code(
        "L003",
        NOTE,
        "name-too-long",
        cause="A name takes more than 11 cells and has no short, or a short does; columns show a part of it.",
        example='name = "Korean Central News Agency" without short',
        remedy='Give a short of at most 11 cells: short = "KCNA".',
    ),
    Code(
        "L004",
        WARNING,
        "looks-like-another",
        cause="Two who take part in events look the same at the head of the grid, which has ten cells for each.",
        example='"Kim Jong-un" and "Kim Jong-il" without short: both are "Kim Jong-\u22ef"',
        remedy='Give each a short that tells them apart in ten cells: "Jong-un", "Jong-il".',
    ),
    Code(
        "L005",
        WARNING,
        "reads-as-a-country",
        cause="A speaker whom the source does not name is shown by the name of a country, as if that had spoken.",
        example='type = "anonymous" with short = "Russia"',
        remedy='Let it say that nobody is named: short = "unnamed".',
    ),
)
"""What can be wrong with how texts look."""
