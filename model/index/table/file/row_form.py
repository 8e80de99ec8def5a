"""A row as bytes, and back: MessagePack of the texts that are its own."""

import msgspec

from model.dates.edtf import EdtfError, parse
from model.index.table.coded import CodedRow, Meaning, TableMeta
from model.index.table.store import StoreFault

Packed = tuple[str | None, str | None, str | None, str | int, tuple[str, ...]]
"""Date, title and id (None where a cell has it), the row as it stood (or the character that joins its cells), cells."""

_JOINTS = (",", "\t", ";", "|")
_encode = msgspec.msgpack.Encoder().encode
decode = msgspec.msgpack.Decoder(Packed).decode


class RowForm:
    """How rows of a table are packed: what is in a cell already is not written again."""

    def __init__(self, meta: TableMeta) -> None:
        self._title, self._id = meta.column(Meaning.TITLE), meta.column(Meaning.ID)
        self._columns = len(meta.columns)
        self._files = len(meta.files)

    def packed(self, row: CodedRow) -> bytes:
        """The row as bytes. ValueError where it has not a cell for each column, or is of a file that there is not."""
        if not 0 <= row.file < self._files:
            raise ValueError(f"row {row.number} is of file {row.file}, and there are {self._files}")
        if len(row.cells) != self._columns:
            raise ValueError(f"row {row.number} has {len(row.cells)} cells for {self._columns} columns")
        cells = row.cells
        title = None if self._title is not None and cells[self._title] == row.title else row.title
        own = None if self._id is not None and cells[self._id] == row.id else row.id
        date = row.date.text if row.date is not None else None
        packed = (date, title, own, _shortened(row.raw, cells), cells)
        try:
            return _encode(packed)
        except UnicodeEncodeError:
            return _encode(_encodable(packed))

    def texts(self, packed: Packed) -> tuple[str, ...]:
        """The texts in which words of a row are found."""
        title, cells = packed[1], packed[4]
        return cells if title is None or title in cells else (*cells, title)

    def row(
        self,
        file: int,
        number: int,
        known: int | None,
        data: bytes,
        until: int | None = None,
        first: int | None = None,
    ) -> CodedRow:
        """The row that these are. StoreFault where they are none."""
        try:
            date, title, own, raw, cells = decode(data)
            parsed = parse(date) if date is not None else None
            if len(cells) != self._columns or not 0 <= file < self._files:
                raise ValueError
            if title is None:
                title = cells[self._title] if self._title is not None else ""
            if own is None:
                own = cells[self._id] if self._id is not None else ""
            as_it_stood = chr(raw).join(cells) if isinstance(raw, int) else raw
        except (msgspec.MsgspecError, EdtfError, UnicodeDecodeError, ValueError, OverflowError) as problem:
            raise StoreFault("the table is damaged: a row cannot be read; import it again") from problem
        return CodedRow(file, number, title, parsed, cells, as_it_stood, known, own, until, first)


def _shortened(raw: str, cells: tuple[str, ...]) -> str | int:
    return next((ord(joint) for joint in _JOINTS if joint.join(cells) == raw), raw)


def _encodable(packed: Packed) -> Packed:
    """With the replacement character for halves of surrogate pairs, which no encoding of Unicode has."""
    date, title, own, raw, cells = packed
    texts = [
        it.encode("utf-8", "replace").decode() if isinstance(it, str) else it for it in (title, own, raw)
    ]
    return date, texts[0], texts[1], texts[2], tuple(it.encode("utf-8", "replace").decode() for it in cells)  # type: ignore[return-value]
