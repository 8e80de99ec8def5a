"""A format out: what it is, what it has no place for, and where to find what writes it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pkgutil import resolve_name
from typing import TYPE_CHECKING

from model.exchange.registry import Format, failed

if TYPE_CHECKING:
    from pathlib import Path

    from model.exchange.extract import Extract
    from model.exchange.row_exports.told_rows import RowsExtract


@dataclass(frozen=True, slots=True, kw_only=True)
class Exporter(Format):
    """A format out.

    `writer` gives the pieces of the text, or is where to find such a function, as in "package.module:function". A
    `lossless` format carries the whole corpus and refuses a filter; one that `says_filter` says in the document itself
    what a filter leaves out, one that `says_changes` what changed since a day. One of several `tables` writes the one
    that `Extract.table` names. `lacks` says, in a sentence, what the format has no place for, whatever is written;
    `left_out` gives, in sentences, what of this extract, and is found as `writer` is. Before one `for_spreadsheets` may
    stand a byte order mark. One that `is_binary` is written into a file by `file_writer` in place of `writer`.

    `rows_writer` writes the rows of a table of coded rows, as `writer` or `file_writer` does; empty where the format
    has no place for any. `rows_lack` says what of them it has none for. One that `carries_links` has those of events to
    such rows. These are of those that come along alone.
    """

    writer: "str | Callable[[Extract], Iterable[str]]" = ""
    file_writer: str = ""
    rows_writer: str = ""
    rows_lack: str = ""
    lacks: str = ""
    left_out: "str | Callable[[Extract], Iterable[str]] | None" = None
    tables: tuple[str, ...] = ()
    carries_links: bool = False
    lossless: bool = False
    says_filter: bool = False
    says_changes: bool = False
    for_spreadsheets: bool = False

    @property
    def is_binary(self) -> bool:
        """Whether it is bytes, which no terminal shows."""
        return bool(self.file_writer)

    def into_file(self, extract: "Extract", path: "Path") -> None:
        """Write a binary one to a new file. Raises `CannotExport`, `OSError`."""
        resolve_name(self.file_writer)(extract, path)

    def pieces_of_rows(self, extract: "RowsExtract") -> Iterator[str]:
        """The document of a table, piece by piece. Raises `CannotExport`."""
        yield from resolve_name(self.rows_writer)(extract)

    def rows_into_file(self, extract: "RowsExtract", path: "Path") -> None:
        """Write the rows of a table to a new file, in a binary format. Raises `CannotExport`, `OSError`."""
        resolve_name(self.rows_writer)(extract, path)

    def pieces(self, extract: "Extract") -> Iterator[str]:
        """The document, piece by piece. Raises `PluginFault` where a plug-in fails."""
        return self._texts(self.writer, extract)

    def what_is_left_out(self, extract: "Extract") -> tuple[str, ...]:
        """What the document has no place for, in sentences. Raises `PluginFault` where a plug-in fails."""
        own = tuple(self._texts(self.left_out, extract)) if self.left_out is not None else ()
        if self.carries_links or self.plugin:
            return own
        from model.exchange.row_links import without_links

        return (*own, *without_links(extract))

    def _texts(
        self, made_by: "str | Callable[[Extract], Iterable[str]]", extract: "Extract"
    ) -> Iterator[str]:
        if not self.plugin:
            yield from _found(made_by)(extract)
            return
        from model.exchange.visible import harmless

        try:
            for piece in _found(made_by)(extract):
                yield harmless(piece)
        except Exception as error:
            raise failed(self, error) from error


def _found(made_by: "str | Callable[[Extract], Iterable[str]]") -> "Callable[[Extract], Iterable[str]]":
    return resolve_name(made_by) if isinstance(made_by, str) else made_by
