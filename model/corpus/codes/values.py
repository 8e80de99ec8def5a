"""Codes of what a source says of itself: V."""

from model.corpus.codes.code import WARNING, Code

OF_VALUES = (
    Code(
        "V001",
        WARNING,
        "no-language",
        cause="A language is not written as a tag of BCP 47.",
        example='language = "English"',
        remedy='Write its tag: language = "en", "ko", "pt-BR".',
    ),
    Code(
        "V002",
        WARNING,
        "no-url",
        cause="Where a source was obtained is no URL.",
        example='url = "www.example.org/page"',
        remedy='Write it whole: url = "https://www.example.org/page". Where it is not known, leave it out.',
    ),
    Code(
        "V003",
        WARNING,
        "no-time",
        cause="When a source was obtained is no date, and no time of a day.",
        example='retrieved = "last week"',
        remedy='Write it as retrieved = "2025-05-09" or "2025-05-09T14:30Z". Where it is not known, leave it out.',
    ),
    Code(
        "V004",
        WARNING,
        "published-far-away",
        cause="A document is dated more than a year before, or after, every day that its text speaks of.",
        example='published in 2015, of a text whose every date is of 2025 ("on May 9")',
        remedy="Look at the years of both: that of the document completes the dates that have none.",
    ),
    Code(
        "V005",
        WARNING,
        "title-not-printed",
        cause="The title of a source does not stand in its text, where line breaks count for nothing.",
        example='title = "Kim stays home", where the page has "Kim unlikely to attend"',
        remedy="Copy it from the text, with its quotation marks.",
    ),
)
"""What can be wrong with what a source says of itself."""
