"""What became of a row from download to download of its table: each field that changed, the newest first."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from model.dates.wording import day_medium
from model.index.table.coded import CodedRow, TableMeta
from model.index.table.order import known_from
from tui.cards.layout import heading
from tui.text.line import MUTE, Line, Look, Span
from tui.text.phrases import Phrases, counted
from tui.text.wrap import wrap_at_most

_MOST_LINES = 20
"""The most lines of one field that changed."""


def revision_lines(
    versions: Sequence[CodedRow], meta: TableMeta, phrases: Phrases, width: int
) -> Iterator[Line]:
    """The lines of some versions of a row, which are of different downloads, from the first one on."""
    yield heading(counted(len(versions) - 1, "revision"), "what the table said before")
    for was, now in reversed([*pairwise(versions)]):
        file, since = meta.files[now.file], known_from(now, meta)
        yield from _wrapped(
            f"{day_medium(since)}  {phrases.plain(file.name)}, {file.place(now.number)}", 0, width, phrases
        )
        if was.until is not None and was.until < since:
            yield from _wrapped(f"gone since {day_medium(was.until)}, there again", 2, width, phrases, MUTE)
        for said in changed_fields(was, now, meta, phrases):
            yield from _wrapped(said, 2, width, phrases)


def changed_fields(was: CodedRow, now: CodedRow, meta: TableMeta, phrases: Phrases) -> Iterator[str]:
    """Each field that changed, with what it said and says: `outcome: unknown → failure`."""
    turned = phrases.signs.turned
    for column, before, after in zip(meta.columns, was.cells, now.cells, strict=False):
        if before != after:
            texts = (phrases.safe(it) if it.strip() else "(empty)" for it in (before, after))
            yield f"{phrases.plain(column.name)}: {f' {turned} '.join(texts)}"
    if was.cells == now.cells and (was.date, was.title) != (now.date, now.title):
        yield "the same cells; date or title are read otherwise"


def _wrapped(
    text: str, indent: int, width: int, phrases: Phrases, look: Look | None = None
) -> Iterator[Line]:
    for number, row in enumerate(wrap_at_most(text, width - indent - 2, _MOST_LINES, phrases.signs.cut)):
        words = Span(row, look) if look is not None else Span(row)
        yield Line((Span(" " * (indent + 2 * bool(number and indent))), words))
