"""A new record in the text of a file: where it belongs, with the empty line that parts it from what stands before.

What is put in goes after a record, so that comments which stand apart stay with what follows them, and taking it out
again gives the same bytes (`model.curate.removal`).
"""

from collections.abc import Callable, Mapping
from typing import Any

from model.corpus.quoted import as_quote
from model.corpus.records import Quote, Record
from model.curate.splice import line_ends_of, proven, spliced
from model.curate.toml_text import ByteSpan, CannotEdit, TomlText
from model.exchange.to_toml import Fields, toml
from model.quotes.anchor import QuoteError, anchor
from model.quotes.searched import Searched

_IN_TEXT_ORDER = {"statement", "claim"}
"""Those that stand among each other in the order of the text; passages that are folded away have parts of their own."""

_ORDER = ("source", "statement", "claim", "list", "furniture", "left_out")
"""The parts of a file in order, where there is nothing else to go by."""


def appended(data: bytes | None, kind: str, record: Record | Fields) -> bytes:
    """A table file (entities, events, conflicts) with a record at its end; None is a file that is not there.

    Raises `CannotEdit` where the file cannot be read.
    """
    text = TomlText(data or b"")
    return _placed(text, kind, record, None if not text.sections else text.sections[-1].lines.end)


def inserted(data: bytes, source_text: str, kind: str, record: Record | Fields) -> bytes:
    """The records of a source with one more, in the order of its text: by where its quote stands in it.

    A claim comes after its statement, passages of a kind (furniture, left out) stay among themselves. Where
    records are not in order, it goes where the fewest stand on the wrong side of it. Raises `CannotEdit`.
    """
    text = TomlText(data)
    searched = Searched(source_text)
    at = _begin(
        record.get("quote") if isinstance(record, Mapping) else getattr(record, "quote", None), searched
    )
    group = _IN_TEXT_ORDER if kind in _IN_TEXT_ORDER else {kind}
    records = [*text.records()]
    peers = [number for number, path in enumerate(records) if path[0] in group]
    if not peers:
        return _placed(text, kind, record, _end_of_part(text, records, kind))
    starts = [_begin(text.record(records[number]).get("quote"), searched) for number in peers]
    after = _best_slot(starts, at, _earliest(text, records, peers, kind, record))
    # The first of its peers still comes after what stands before them, as [source].
    number = peers[after - 1] if after else peers[0] - 1
    return _placed(text, kind, record, _end(text, records[number]) if number >= 0 else 0)


def _placed(text: TomlText, kind: str, record: Record | Fields, end: int | None) -> bytes:
    """The text with a record after the lines that end at `end`; None is after everything."""
    new = line_ends_of(text, toml([(kind, record)]))
    data, newline = text.data, text.newline
    if end is None:
        end = len(data)
    if end == 0 and data:
        after = new + newline + data
    elif end == 0:
        after = new
    elif not data[:end].endswith(b"\n"):
        # A file that lacks its final newline goes on lacking it.
        after = data + newline + newline + new.removesuffix(newline)
    elif end == len(data) or text.is_blank(end):
        after = spliced(data, ByteSpan(end, end), newline + new)
    else:
        # Where records follow each other without an empty line, they go on to do so.
        after = spliced(data, ByteSpan(end, end), new)
    number = sum(1 for it in text.records() if it[0] == kind and _end(text, it) <= end) if end else 0
    row = TomlText(new).table[kind][0]
    return proven(text, after, _with_row(kind, number, row))


def _with_row(kind: str, number: int, row: object) -> Callable[[dict[str, Any]], object]:
    def change(table: dict[str, Any]) -> None:
        rows = table.setdefault(kind, [])
        if not isinstance(rows, list):
            raise CannotEdit(f"write [[{kind}]] in double brackets first, one for each record")
        rows.insert(number, row)

    return change


def _begin(quote: object, searched: Searched) -> int | None:
    """Where a quote begins in the text, if that is known."""
    fields = {"prefix", "exact", "suffix"}
    if isinstance(quote, Mapping):
        words = {name: str(value) for name, value in quote.items() if name in fields}
        quote = Quote(**words) if words.get("exact") else None
    if not isinstance(quote, str | Quote):
        return None
    selector = as_quote(quote)
    try:
        return anchor(searched, selector.exact, selector.prefix, selector.suffix).start
    except QuoteError:
        return None


def _best_slot(starts: list[int | None], at: int | None, earliest: int) -> int:
    """Before how many of the peers a new one comes, none before `earliest`: where the fewest are out of order."""
    if at is None:
        return len(starts)
    wrong = sum(1 for start in starts[earliest:] if start is not None and start <= at)
    best, fewest = earliest, wrong
    for number in range(earliest, len(starts)):
        start = starts[number]
        if start is not None:
            wrong += 1 if start > at else -1
        if wrong <= fewest and start is not None and start <= at:
            best, fewest = number + 1, wrong
    return best


def _earliest(
    text: TomlText, records: list[Any], peers: list[int], kind: str, record: Record | Fields
) -> int:
    """The first slot that a record may have: a claim comes after its statement."""
    name = record.get("statement") if isinstance(record, Mapping) else getattr(record, "statement", None)
    if kind != "claim" or name is None:
        return 0
    for slot, number in enumerate(peers):
        path = records[number]
        if path[0] == "statement" and text.record(path).get("id") == name:
            return slot + 1
    return 0


def _end_of_part(text: TomlText, records: list[Any], kind: str) -> int | None:
    """Where the part before that of a kind ends, which has no record yet; None is at the end of everything."""
    before = set(_ORDER[: _ORDER.index(kind)])
    ends = [_end(text, path) for path in records if path[0] in before]
    return max(ends) if ends else (0 if records else None)


def _end(text: TomlText, path: Any) -> int:
    return max(it.lines.end for it in text.sections_of(path))
