"""Words that make a date one end of a stretch: *after October 10*, 10월 10일까지; and the EDTF that says the same."""

import re
from dataclasses import dataclass

from model.dates.civil import civil_date
from model.dates.edtf import Part
from model.dates.typed.reading import one
from model.dates.typed.words import MONTH


@dataclass(frozen=True, slots=True)
class Edge:
    """Which end of what happens a date is.

    It lies `onward` from the date, or else up to it. The date itself may be `within`; it must be where it is `named` as
    the end. What is meant `lasts` that long, or happens once. Of some words the day of the date alone is as right
    (`a_day`): a photo from May 9, a ban effective May 9.
    """

    onward: bool
    within: bool = True
    named: bool = True
    lasts: bool = False
    a_day: bool = False


EDGES = {
    "by": Edge(onward=False),
    "until": Edge(onward=False, lasts=True),
    "before": Edge(onward=False, within=False, named=False),
    "up_to": Edge(onward=False, named=False),
    "since": Edge(onward=True, lasts=True),
    "from": Edge(onward=True, lasts=True, a_day=True),
    "earliest": Edge(onward=True),
    "as_early": Edge(onward=True, a_day=True),
    "as_late": Edge(onward=False, a_day=True),
    "after": Edge(onward=True, within=False, named=False),
    "then_on": Edge(onward=True, named=False),
}
"""The ends by their names: `up_to` and `then_on` are 이전 and 이후, of which the date itself is a part.

`as_early` and `as_late` say an end of what is to come, and of what is past the date itself: *as early as 2019*.
"""

_IS_AN_END = re.compile(
    r"(?:the )?(?:very )?end of .+|.*\b(?:year|month|week)[-’' ]?s?[- ]end|.*[년월주달해](?:의)?\s?말|연말|월말|주말",
    re.IGNORECASE,
)


def edge_meant(name: str, date: str) -> str:
    """The end that a word means beside the words of a date: before the end of a year is by it, and not before it."""
    return "by" if name == "before" and _IS_AN_END.fullmatch(date) is not None else name


_NEAR = r"(?:any ?time |some ?time |shortly |just |right |soon )?"
_BEFORE_A_DATE = (
    ("by", r"(?:no|not) later than|on or before|by"),
    ("until", r"until|till|up (?:to|until)|through"),
    ("before", rf"{_NEAR}(?:before|prior to|ahead of|earlier than)"),
    ("earliest", r"(?:no|not) (?:earlier|sooner) than|not (?:before|until|till)|on or after"),
    ("as_early", r"as (?:early|soon) as(?: in)?"),
    ("as_late", r"as late as(?: in)?"),
    ("since", r"(?:ever )?since"),
    ("from", r"as of|effective(?: from| on)?|(?:starting|beginning)(?! of)(?: from| on| in)?"),
    ("after", rf"{_NEAR}(?:after|later than|beyond)|following(?=\s+(?:{MONTH}|[0-9]))"),
)
_AFTER_A_DATE = (
    ("by", r",? at the latest| or (?:earlier|sooner|before)"),
    ("earliest", r",? at the (?:earliest|soonest)| or (?:later|after)"),
    ("since", r" onwards?| and (?:after|later)"),
)
_KOREAN = (
    ("up_to", r"이전까지|이전"),
    ("before", r"전까지|[을를]?\s*앞두고|직전|전"),
    ("by", r"까지"),
    ("since", r"부터|이래"),
    ("then_on", r"이후"),
    ("after", r"[이을를]?\s*지나서?|[이을를]?\s*넘어서?|직후|후|뒤"),
)


def _any_of(rules: tuple[tuple[str, str], ...]) -> str:
    return "|".join(f"(?P<{edge}>{words})" for edge, words in rules)


_KOREAN_DATE = r".*?[년월일말초순기반](?:\s?\([월화수목금토일](?:요일)?\))?"
_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"from\s+(?P<date>.+?)\s+(?P<since>on|onwards?|forward)",
        # One date, and no stretch from one to another.
        r"(?P<from>from)\s+(?P<date>(?:(?!\b(?:to|through|until|till|and)\b|[–—~]|[a-z0-9]-[a-z0-9]).)+)",
        rf"(?P<date>.+?)(?:{_any_of(_AFTER_A_DATE)})",
        rf"(?:{_any_of(_BEFORE_A_DATE)})\b\s*(?P<date>.+)",
        rf"(?:늦어도\s*)?(?P<date>{_KOREAN_DATE})\s*(?:{_any_of(_KOREAN)})(?:에는|에도|에야|에|엔|로는|로|부터|까지|는|의)?",
        r"(?P<earliest>빨라야|빠르면|이르면|일러야)\s*(?P<date>.+)",
    )
)
_PLAIN = re.compile(rf"(?:(?:on|in) )?(?:(?:{MONTH})\.? ?)?[0-9, ]*|[0-9년월일 ]+", re.IGNORECASE)
_COUNTED = re.compile(
    r"[0-9]+ ?(?:일|주|주일|개월|달|년) ?(?:[전뒤후]|[이을를]?\s?(?:지나|넘어)서?)(?:에|에는|까지|부터|의)?"
)
"""A count, with the way in which it goes: `3일 전` is three days ago, and `5월 9일 전` a date and its edge."""


_TURNED = re.compile(
    r"\b(?:not|never|no|nor|nothing|nobody|none|hardly|without)\b|n[’']t\b"
    r"|\b(?:first|last|only|most|worst|(?:earli|lat|larg|bigg|high|low|long)est)\b",
    re.IGNORECASE,
)
_KOREAN_TURNED = re.compile(r"않|못|없|아니|처음|최초|마지막")


def is_turned(around: str, words: str) -> bool:
    """Whether what stands around the words of a date may turn their direction: *will not come until May 9* comes then.

    So does what is the first since 2015, of which the words date the one before.
    """
    before, _, after = around.partition(words)
    return _TURNED.search(before) is not None or _KOREAN_TURNED.search(after) is not None


def is_plain(words: str) -> bool:
    """Whether words are a day, a month or a year and nothing else, as most dates are: no more need be asked of them."""
    return _PLAIN.fullmatch(words) is not None


def edge_of(words: str) -> tuple[str, Edge | None]:
    """The words of a date without those that make it an end, and which end; of others the words, and None."""
    if is_plain(words) or _COUNTED.fullmatch(words):
        return words, None
    for form in _FORMS:
        if (found := form.fullmatch(words)) is not None:
            named = {name: it for name, it in found.groupdict().items() if it is not None}
            date = named.pop("date")
            return date, EDGES[edge_meant(next(iter(named)), date)]
    return words, None


def ending(edge: Edge, start: Part | None, end: Part | None) -> Part | None:
    """From which part of a date, that reaches from `start` to `end`, an edge counts; None where that is open."""
    # What lies beyond begins where the date ends, and what the date is within begins with it.
    return start if edge.onward is edge.within else end


def bounded(edge: Edge, part: Part) -> str:
    """The EDTF of what happens on that side of a part: `[2026-10-11..]`, `2026-10-10/..`, `[..2026-10-10]`."""
    text = one(part if edge.within else beside(part, 1 if edge.onward else -1)).typed
    first, last = (text, "") if edge.onward else ("", text)
    return f"{first or '..'}/{last or '..'}" if edge.lasts else f"[{first}..{last}]"


def beside(part: Part, by: int) -> Part:
    """The day, month or year that is as many further on."""
    if part.day is not None:
        return Part(*civil_date(part.first_day + by))
    if part.month is not None:
        months = part.year * 12 + part.month - 1 + by
        return Part(months // 12, months % 12 + 1)
    return Part(part.year + by)
