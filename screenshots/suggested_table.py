"""The guide's table of how many conflicts are suggested that people wrote, measured on the bundled corpus."""

import re
from collections.abc import Iterator

from tests.candidates.measuring import precision, recalls, taken_for_one

_MARK = "<!-- suggested: made by `make screenshots` -->\n"
_END = "<!-- /suggested -->"


def with_suggested(guide: str) -> str:
    """The guide with its table as it is now."""
    begin, rest = re.split(rf"(?<={re.escape(_MARK)})", guide)
    return f"{begin}\n{suggested_table()}\n{rest[rest.index(_END) :]}"


def suggested_table() -> str:
    """The table and a sentence, in Markdown."""
    right, of = precision()
    one, apart = taken_for_one()
    said = (
        f"Of {of} likely conflicts that are proposed, {right} ({_share(right, of)}) set claims against each other that "
        f"a curated conflict has. Of the {apart} conflicts of kind `not-the-same`, {one} have claims that are proposed "
        "as one event or origin."
    )
    return "\n".join((*_rows(), "", said, ""))


def _rows() -> Iterator[str]:
    yield "| conflicts that people wrote | there | proposed |"
    yield "|---|---|---|"
    found = recalls()
    for it in found:
        yield f"| {it.kind} | {it.there} | {it.found} |"
    there, proposed = sum(it.there for it in found), sum(it.found for it in found)
    yield f"| all of these | {there} | {proposed} ({_share(proposed, there)}) |"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "0 %"


if __name__ == "__main__":
    print(suggested_table())
