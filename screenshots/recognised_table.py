"""The guide's tables of how well date words and hedges are recognised, measured on texts that people marked."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.cues.measuring import (
    DUCKLING_OF,
    Measured,
    MeasuredHedges,
    all_measured,
    hedges_of_articles,
    hedges_of_korean,
    verbs_of_korean,
)

GUIDE = Path(__file__).parents[1] / "seeds" / "README.md"

_MARK = "<!-- recognised: made by `make screenshots` -->\n"
_END = "<!-- /recognised -->"


def with_recognised(guide: str) -> str:
    """The guide with its tables as they are now."""
    begin, rest = re.split(rf"(?<={re.escape(_MARK)})", guide)
    return f"{begin}\n{recognised_tables()}\n{rest[rest.index(_END) :]}"


def recognised_tables() -> str:
    """Both tables and a sentence, in Markdown."""
    dates = all_measured()
    hedges = (hedges_of_articles(), hedges_of_korean())
    there, found, more = verbs_of_korean()
    said = (
        f"Of {there} reporting verbs of the Korean sentences {found} are found, and {more} besides. Of Duckling's "
        f"{DUCKLING_OF} wordings these are the {dates[0].there} that are neither a feast nor a time of day."
    )
    return "\n".join((*_dates(dates), "", *_hedges(hedges), "", said, ""))


def _dates(measured: list[Measured]) -> Iterator[str]:
    yield "| date words of | there | found | false | mean what they should | stretches made a day |"
    yield "|---|---|---|---|---|---|"
    for it in measured:
        found = f"{it.found} ({_share(it.found, it.there)})"
        false = f"{it.false} ({_share(it.false, it.marked)})"
        right = f"{it.right} of {it.asked}" if it.asked else "not asked"
        yield f"| {it.name} | {it.there} | {found} | {false} | {right} | {it.flattened} |"


def _hedges(measured: tuple[MeasuredHedges, ...]) -> Iterator[str]:
    yield "| hedges of | claims with one | found | right status | right factuality | wrong, of claims without |"
    yield "|---|---|---|---|---|---|"
    for it in measured:
        wrong = f"{it.needless} of {it.of}"
        yield f"| {it.name} | {it.hedged} | {it.found} | {it.status} | {it.factuality} | {wrong} |"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "0 %"
