"""The guide's tables of how well date words and hedges are recognised, measured on texts that people marked."""

import re
from pathlib import Path

from tests.cues.measuring import (
    DUCKLING_OF,
    all_measured,
    hedges_of_articles,
    hedges_of_korean,
    verbs_of_korean,
)

GUIDE = Path(__file__).parents[1] / "seeds" / "README.md"

_MARK = "<!-- recognised: made by `make screenshots` -->\n"
_END = "<!-- /recognised -->"


def recognised_tables() -> str:
    """Both tables and a sentence, in Markdown."""
    rows = [
        "| date words of | there | found | false | mean what they should | stretches made a day |",
        "|---|---|---|---|---|---|",
    ]
    for it in all_measured():
        right = f"{it.right} of {it.asked}" if it.asked else "not asked"
        rows.append(
            f"| {it.name} | {it.there} | {it.found} ({_share(it.found, it.there)}) | {it.false} ({_share(it.false, it.marked)}) |"
            f" {right} | {it.flattened} |"
        )
    rows += [
        "",
        "| hedges of | claims with one | found | status as curated | factuality as curated | needless, of claims without |",
        "|---|---|---|---|---|---|",
    ]
    for told in (hedges_of_articles(), hedges_of_korean()):
        rows.append(
            f"| {told.name} | {told.hedged} | {told.found} | {told.status} | {told.factuality} | {told.needless} of {told.of} |"
        )
    there, found, more = verbs_of_korean()
    rows += [
        "",
        f"Of {there} reporting verbs of the Korean sentences {found} are found, and {more} besides. Of Duckling's wordings these"
        f" are all {all_measured()[0].there} of {DUCKLING_OF} that are neither a feast nor a time of day.",
    ]
    return "\n".join(rows) + "\n"


def with_recognised(guide: str) -> str:
    """The guide with its tables as they are now."""
    begin, rest = re.split(rf"(?<={re.escape(_MARK)})", guide)
    return f"{begin}\n{recognised_tables()}\n{rest[rest.index(_END) :]}"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "0 %"
