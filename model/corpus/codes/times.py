"""Codes of the order of times: T."""

from model.corpus.codes.code import ERROR, NOTE, WARNING, Code

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
        "T004",
        ERROR,
        "retrieved-before-published",
        cause="A document was obtained before it was published. One day between them is left to time zones.",
        example='retrieved = "2025-05-01" of a paper published on 6 May',
        remedy="Correct either day; a text that appeared again later is a source of its own.",
    ),
    Code(
        "T005",
        WARNING,
        "office-held-by-two",
        cause="By two labels, two hold one office on the same days. Labels without dates are not compared.",
        example='office = "president" of one for 2020-01/2022-05, of another for 2021-01/2023-01',
        remedy="Correct a date or an office, let the later label supersede the other, or put both into a conflict.",
    ),
    Code(
        "T006",
        NOTE,
        "until-or-by",
        cause='A date written with a slash lasts until its end, and its words ("by", "before") name a day by which.',
        example='{ edtf = "../2026-12", words = "by December 2026" }',
        remedy='Write what happens once, by then, in brackets: "[..2026-12]".',
    ),
    Code(
        "T007",
        WARNING,
        "date-from-later",
        cause="A claim takes its date from a record that was said, or printed, after it.",
        example='said on 5 May, from = "c9", which was said on 20 May',
        remedy="Take the date from what was known already, or give it a basis of its own.",
    ),
    Code(
        "T008",
        WARNING,
        "ongoing-ahead",
        cause='A claim says "ongoing" of what had not begun when it was said.',
        example='said on 1 May: status = "ongoing" from 10 May on',
        remedy="Correct either day, or write scheduled or expected.",
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
