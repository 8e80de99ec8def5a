"""The rows of tables under a corpus, as they are printed among its events."""

from collections.abc import Iterator

from model.index.archive import Archive
from model.index.layered.apart import tables_apart
from model.index.protocol import Reader
from model.index.values import TimelineRow
from tui.cli.table import counted_out, row_lines, table_heading
from tui.text.phrases import Phrases


class LaidRows:
    """The rows that are shown of an archive with tables under its corpus; its events are told elsewhere."""

    def __init__(self, archive: Archive, phrases: Phrases, brief: bool) -> None:
        self._archive, self._phrases, self._brief = archive, phrases, brief

    @property
    def reader(self) -> Reader:
        """Events and rows in one order, with all places known."""
        return counted_out(self._archive.at(self._archive.default))

    def headings(self) -> Iterator[str]:
        """What there is of each table."""
        for _, alone in tables_apart(self._archive):
            yield from table_heading(alone, self._phrases)

    def lines(self, row: TimelineRow, word: int) -> Iterator[str]:
        """A row, with its word in so many cells."""
        table = self._archive.table
        assert table is not None
        yield from row_lines(row, table.of(row.event), self._phrases, self._brief, word)
