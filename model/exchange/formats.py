"""The formats that a corpus is written in and read from: a table of those out and one of those in.

Each is a frozen value that says what the format is; the module that writes or reads it is imported when it is used.
Others join the tables by an entry point, `dprk_tui.exporters` or `dprk_tui.importers`, whose name is the format's and
whose object is an `Exporter` or `Importer` as they stand here.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pkgutil import resolve_name
from typing import TYPE_CHECKING

from model.corpus.files import MAX_DOCUMENT_BYTES
from model.exchange.registry import Format, PluginFault, Registry, failed

if TYPE_CHECKING:
    from model.corpus.corpus import Corpus
    from model.exchange.extract import Extract


@dataclass(frozen=True, slots=True, kw_only=True)
class Exporter(Format):
    """A format out.

    `writer` gives the pieces of the text, or is where to find such a function, as in "package.module:function". A
    `lossless` format carries the whole corpus and refuses a filter; one that `says_filter` says in the document itself
    what a filter leaves out, one that `says_changes` what changed since a day. One of several `tables` writes the one
    that `Extract.table` names. `lacks` says, in a sentence, what the format has no place for, whatever is written;
    `left_out` gives, in sentences, what of this extract, and is found as `writer` is. Before one `for_spreadsheets` may
    stand a byte order mark.
    """

    writer: "str | Callable[[Extract], Iterable[str]]"
    lacks: str = ""
    left_out: "str | Callable[[Extract], Iterable[str]] | None" = None
    tables: tuple[str, ...] = ()
    lossless: bool = False
    says_filter: bool = False
    says_changes: bool = False
    for_spreadsheets: bool = False

    def pieces(self, extract: "Extract") -> Iterator[str]:
        """The document, piece by piece. Raises `PluginFault` where a plug-in fails."""
        return self._texts(self.writer, extract)

    def what_is_left_out(self, extract: "Extract") -> tuple[str, ...]:
        """What the document has no place for, in sentences. Raises `PluginFault` where a plug-in fails."""
        return tuple(self._texts(self.left_out, extract)) if self.left_out is not None else ()

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Importer(Format):
    """A format in.

    `reader` makes a checked corpus of a document's bytes and its name, or is where to find such a function; it raises
    `CorpusError` with all that is wrong. At most `most` bytes are read.
    """

    reader: "str | Callable[[bytes, str], Corpus]"
    most: int = MAX_DOCUMENT_BYTES

    def corpus(self, data: bytes, name: str) -> "Corpus":
        """The corpus in `data`, checked. Raises `CorpusError`, and `PluginFault` where a plug-in fails."""
        if not self.plugin:
            return self._found()(data, name)
        from model.corpus.findings import CorpusError
        from model.exchange.from_json import checked_again

        try:
            return checked_again(self._found()(data, name), name)
        except CorpusError:
            raise
        except Exception as error:
            raise failed(self, error) from error

    def _found(self) -> "Callable[[bytes, str], Corpus]":
        return resolve_name(self.reader) if isinstance(self.reader, str) else self.reader


_TABLES = ("claims", "conflicts", "questions", "searches", "lists")

_TABLE_LACKS = "A table has no place for the texts of documents and for the curators' notes."
_BRIEF_LACKS = "A brief has no place for the texts of documents and for the curators' notes."

EXPORTERS = Registry(
    Exporter,
    "dprk_tui.exporters",
    Exporter(
        name="json",
        endings=(".json",),
        about="all of it, without loss",
        writer="model.exchange.to_json:write",
        says_changes=True,
        lossless=True,
    ),
    Exporter(
        name="markdown",
        endings=(".md",),
        about="a brief with every quote, for notes and wikis",
        writer="model.exchange.to_markdown:write",
        lacks=_BRIEF_LACKS,
        says_changes=True,
        says_filter=True,
    ),
    Exporter(
        name="html",
        endings=(".html",),
        about="a brief with every quote, to read or to print",
        writer="model.exchange.to_html:write",
        lacks=_BRIEF_LACKS,
        says_changes=True,
        says_filter=True,
    ),
    Exporter(
        name="csv",
        endings=(".csv",),
        about="the claims as a table, or conflicts, questions, searches or lists (--what)",
        writer="model.exchange.csv_tables:write",
        lacks=_TABLE_LACKS,
        left_out="model.exchange.csv_tables:left_out",
        tables=_TABLES,
        says_changes=True,
        for_spreadsheets=True,
    ),
    Exporter(
        name="tsv",
        endings=(".tsv",),
        about="the same tables, with tabs between the cells",
        writer="model.exchange.to_tsv:write",
        lacks=_TABLE_LACKS,
        left_out="model.exchange.csv_tables:left_out",
        tables=_TABLES,
        says_changes=True,
        for_spreadsheets=True,
    ),
    Exporter(
        name="jsonl",
        endings=(".jsonl",),
        about="the same tables, an object a line, for scripts",
        writer="model.exchange.to_jsonl:write",
        lacks=_TABLE_LACKS,
        left_out="model.exchange.csv_tables:left_out",
        tables=_TABLES,
        says_changes=True,
    ),
    Exporter(
        name="ics",
        endings=(".ics",),
        about="events of exact days for a calendar, each with its word",
        writer="model.exchange.to_ics:write",
        lacks="A calendar has no place for conflicts, and for any claim but the one that decides an event.",
        left_out="model.exchange.to_ics:left_out",
    ),
    Exporter(
        name="timelinejs",
        endings=(),
        about="dated events for the web pages of TimelineJS, each with its word",
        writer="model.exchange.to_timelinejs:write",
        lacks="TimelineJS has no place for conflicts, and for any claim but the one that decides an event.",
        left_out="model.exchange.to_timelinejs:left_out",
    ),
    Exporter(
        name="webannotation",
        endings=(".jsonld",),
        about="each claim as an annotation of what it quotes (W3C)",
        writer="model.exchange.to_webannotation:write",
        lacks="An annotation has no place for amounts, roles, dates of events and conflicts.",
        left_out="model.exchange.to_webannotation:left_out",
    ),
)
"""The formats out."""

IMPORTERS = Registry(
    Importer,
    "dprk_tui.importers",
    Importer(
        name="json",
        endings=(".json",),
        about="what an export to json wrote",
        reader="model.exchange.from_json:import_json",
    ),
)
"""The formats in."""


def exporter_for(ending: str) -> Exporter | None:
    """The format out, for only some events, that the ending of a file's name asks for, as in ".md"; None for none.

    Raises `PluginFault` where none is known by it and a plug-in, which could be meant, cannot be loaded.
    """
    fault = None
    for name in EXPORTERS.names():
        try:
            exporter = EXPORTERS.get(name)
        except PluginFault as error:
            fault = fault or error
        else:
            if ending.lower() in exporter.endings and not exporter.lossless:
                return exporter
    if fault is not None:
        raise fault
    return None


def endings() -> list[str]:
    """The endings of the built-in formats for which there is an answer in `exporter_for`."""
    return [ending for it in EXPORTERS.built_in if not it.lossless for ending in it.endings]
