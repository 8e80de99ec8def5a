"""The pieces of which date words in English are made, as patterns over running text.

Typed text says a date and nothing else; in running text `may` is a verb, `march` a way to walk and `2000` a number of
soldiers. So these patterns ask for a capital, a number or a preposition where a word is another word too.
"""

from model.dates.typed.words import FULL_YEAR, MONTH, WEEKDAY
from model.dates.wording import MONTHS


def some(*words: str) -> str:
    """Any of some words or patterns, in capitals or not, and no longer word."""
    return rf"(?i:{'|'.join(words)})(?![A-Za-z])"


S = r"(?:[^\S\r\n]{1,3}|[^\S\r\n]{0,3}(?:\r\n|[\r\n])[^\S\r\n]{0,3})"
"""The space inside of a date: a few blanks, or the end of one line; never an empty line."""

THE = rf"(?:(?i:the){S})?"
COMMA = rf"(?:,{S}?|{S})"
NOT_LONGER = r"(?![A-Za-z’'-])"
YEAR = rf"{FULL_YEAR}(?![0-9]|[.,][0-9])"
DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9A-Za-z]|[.,:][0-9]|\s?%|/[0-9])"
ANY_MONTH = rf"(?i:{MONTH})(?![A-Za-z])(?:(?<=(?i:jan|feb|mar|apr|jun|jul|aug|sep|ept|oct|nov|dec))\.)?"
"""A month in any spelling, for where a number beside it says that it is one."""

MONTH_NAME = (
    rf"(?:{'|'.join(MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
    rf"|(?i:{'|'.join(name for name in MONTHS if name not in ('March', 'May', 'August'))}))"
)
"""A month that is one by its capital, or because nothing else is called so."""


FULL_WEEKDAY = some("(?:mon|tues|wednes|thurs|fri|satur|sun)day")
ANY_WEEKDAY = rf"(?i:{WEEKDAY})(?![A-Za-z])(?:(?<!day)\.)?"
WEEKDAY_ALONE = (
    rf"(?:{FULL_WEEKDAY}|(?i:mon|tues?|wed|thurs?|thu|fri)\.|(?:Sat|Sun)\.|(?<=[Oo]n )(?:Mon"
    rf"|Sat|Sun)\b|(?i:fri)(?![A-Za-z])|(?:Tue|Wed|Thu)\b)"
)
"""Not `sun` and `sat`, which are other words."""

_ONES = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
ORDINAL = (
    rf"(?i:(?:twenty|thirty)-(?:{_ONES})|{_ONES}|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth"
    r"|twentieth|thirtieth)(?![A-Za-z])"
)
NTH = rf"(?:[0-9]{{1,3}}(?:st|nd|rd|th)\b|{ORDINAL})"

VAGUE_COUNT = r"several|(?:a )?few(?: more)?|(?:a )?couple(?: of)?|a pair of|many|some|dozens of"
COUNT = (
    r"(?i:[0-9]{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty"
    rf"|half a|a dozen|{VAGUE_COUNT})"
)
UNITS = some(
    "days?", "weeks?", "fortnights?", "months?", "quarters?", "years?", "yrs?", "decades?", "centur(?:y|ies)"
)
ONE_UNIT = (
    r"(?i:week-?end|week|month|quarter|qtr|year|yr|decade|century|fortnight|seasons?|summer|winter|spring|autumn|fall)"
    r"(?![A-Za-z-])"
)
SEASON = some("summer", "winter", "spring", "autumn")
AWAY = (
    r"(?i:last|past|previous|next|coming|upcoming|following|this past|this coming|this|current|the same|that same"
    r"|the current|the previous|the following|that)"
)
_HALVES = (
    r"(?:first|second|latter|last) (?:half|weekend|week-end|week end|week)|last quarter"
    r"|first (?:days|weeks|months)"
)
PART = (
    rf"(?i:(?:the )?(?:very )?(?:early|mid|middle|late|beginning|start|end|turn|close|rest|{_HALVES}"
    r"|third last week|3rd last week)(?:(?: |-)(?:of|in))?(?: the)?(?: around)?)"
)
"""What names a part of a stretch, and no day of it."""

FIRST = (
    rf"[0-9]|(?i:the|an?\b|its\b|their\b|his\b|her\b|in\b|within|on\b|over\b|at\b|all\b|around|some|several|many|dozens"
    rf"|few|couple|half|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|eleven\b|twelve\b|fifteen\b"
    rf"|twenty|thirty|(?:{_ONES}|tenth|eleventh|twelfth|[a-z]+teenth|twentieth|thirtieth)\b|(?:{MONTH}|{WEEKDAY})(?![a-z])"
    r"|(?:last|past|previous|preceding|next|coming|upcoming|following|this|current|that|same|recent|recently|near|foreseeable)\b"
    r"|very|early|earlier|later?\b|mid|beginning|start|end\b|turn|close|rest|latter|latest|summer|winter|spring|autumn"
    r"|days?\b|weeks?\b|fortnights?\b|months?\b|quarters?\b|years?|yrs?\b|decades?\b|centur|today|yesterday|tomorrow|tonight"
    r"|EOY|BOY|AD\b|Q[1-4])|['’]"
)
"""How the first word of every form begins: where none of these stands, no form need be tried."""

DAY_OF_MONTH = rf"{ANY_MONTH}{S}?(?:the{S})?(?:{DAY}|{ORDINAL})"
MONTH_OF_DAY = rf"{THE}(?:{DAY}|{ORDINAL})(?:{S}of)?{S}{ANY_MONTH}"
