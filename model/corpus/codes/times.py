"""Codes of the order of times: T."""

from model.corpus.codes.code import ERROR, Code

OF_TIMES = (
    Code(
        "T001",
        ERROR,
        "said-after-printing",
        cause="A statement is dated after the document that reports it.",
        example="said on 10 May, in a paper of 6 May",
        remedy="Correct the day of saying or of publication: nothing is printed before it is said.",
    ),
    Code(
        "T002",
        ERROR,
        "occurred-ahead",
        cause='A claim says "occurred" of a day that was still ahead when it was said.',
        example='said on 12 May: status = "occurred" of 13 May',
        remedy="Correct either day, or write scheduled or expected.",
    ),
    Code(
        "T003",
        ERROR,
        "superseded-by-the-past",
        cause="A claim supersedes one that was said after it.",
        example="said by 1 May, supersedes what was said from 5 May on",
        remedy="Turn it round, or correct a day of saying.",
    ),
    Code(
        "T030",
        ERROR,
        "copy-before-its-original",
        cause="A copy of a document was printed before it.",
        example="a reprint of 6 May of an article of 8 May",
        remedy="Exchange the two, or correct the day of either.",
    ),
)
"""What can be wrong with when things were said."""
