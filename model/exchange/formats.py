"""The formats that a corpus is written in and read from: a table of those out and one of those in.

Each is a frozen value that says what the format is; the module that writes or reads it is imported when it is used.
Others join the tables by an entry point, `dprk_tui.exporters` or `dprk_tui.importers`, whose name is the format's and
whose object is an `Exporter` or `Importer` as they stand here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pkgutil import resolve_name
from typing import TYPE_CHECKING

from model.corpus.files import MAX_DOCUMENT_BYTES
from model.exchange.exporter import Exporter as Exporter
from model.exchange.registry import Format, PluginFault, Registry, failed

if TYPE_CHECKING:
    from model.corpus.corpus import Corpus


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

_ROWS_LACK = "A table has no place for the rows as they stood in their files: it has their columns."

EXPORTERS = Registry(
    Exporter,
    "dprk_tui.exporters",
    Exporter(
        name="json",
        endings=(".json",),
        about="all of it, without loss",
        writer="model.exchange.to_json:write",
        says_changes=True,
        carries_links=True,
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
        rows_writer="model.exchange.row_exports.rows_to_text:to_csv",
        tables=_TABLES,
        rows_lack=_ROWS_LACK,
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
        rows_writer="model.exchange.row_exports.rows_to_text:to_tsv",
        tables=_TABLES,
        rows_lack=_ROWS_LACK,
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
        rows_writer="model.exchange.row_exports.rows_to_text:to_jsonl",
        tables=_TABLES,
        rows_lack=_ROWS_LACK,
        says_changes=True,
    ),
    Exporter(
        name="ics",
        endings=(".ics",),
        about="events of exact days for a calendar, each with its word",
        writer="model.exchange.to_ics:write",
        lacks="A calendar has no place for conflicts, and for any claim but the one that decides an event.",
        left_out="model.exchange.to_ics:left_out",
        rows_writer="model.exchange.to_ics:write_rows",
        rows_lack="A calendar has a row's columns as text alone.",
    ),
    Exporter(
        name="timelinejs",
        endings=(),
        about="dated events for the web pages of TimelineJS, each with its word",
        writer="model.exchange.to_timelinejs:write",
        lacks="TimelineJS has no place for conflicts, and for any claim but the one that decides an event.",
        left_out="model.exchange.to_timelinejs:left_out",
        rows_writer="model.exchange.to_timelinejs:write_rows",
        rows_lack="TimelineJS has a row's columns as text alone.",
    ),
    Exporter(
        name="webannotation",
        endings=(".jsonld",),
        about="each claim as an annotation of what it quotes (W3C)",
        writer="model.exchange.to_webannotation:write",
        lacks="An annotation has no place for amounts, roles, dates of events and conflicts.",
        left_out="model.exchange.to_webannotation:left_out",
    ),
    Exporter(
        name="ftm",
        endings=(),
        about="events as entities of FollowTheMoney, one a line, as Aleph and OpenSanctions read them",
        writer="model.exchange.to_ftm:write",
        lacks="FollowTheMoney has no place for conflicts, for a doubt about a date, and for any claim but the one that "
        "decides an event; people are linked to what occurred alone.",
        left_out="model.exchange.to_ftm:left_out",
        rows_writer="model.exchange.to_ftm:write_rows",
        rows_lack="FollowTheMoney has no place for a doubt about a date, and has a row's columns as text alone.",
    ),
    Exporter(
        name="timesketch",
        endings=(),
        about="dated events for Timesketch, one a line, which says how exact each date is",
        writer="model.exchange.to_timesketch:write",
        lacks="Timesketch has no place for conflicts, for any claim but the one that decides an event, and for days "
        "without a time: each stands at midnight UTC; date_precision and timestamp_desc say what is known.",
        left_out="model.exchange.to_timesketch:left_out",
        rows_writer="model.exchange.to_timesketch:write_rows",
        rows_lack="Timesketch has no place for days without a time: each stands at midnight UTC; date_precision and "
        "timestamp_desc say what is known.",
    ),
    Exporter(
        name="sqlite",
        endings=(),
        about="a database of events, claims, statements, entities, sources and conflicts (binary: -o FILE)",
        file_writer="model.exchange.to_sqlite:write",
        lacks="The database has no place for the texts of documents, for lists, questions and searches, and for the "
        "curators' notes.",
        left_out="model.exchange.to_sqlite:left_out",
        carries_links=True,
        rows_writer="model.exchange.row_exports.rows_to_sqlite:write_rows",
        rows_lack="The database has no place for the rows as they stood in their files: it has their columns.",
    ),
    Exporter(
        name="parquet",
        endings=(),
        about="the same tables as csv, for notebooks (binary: -o FILE)",
        file_writer="model.exchange.to_parquet:write",
        lacks=_TABLE_LACKS,
        left_out="model.exchange.csv_tables:left_out",
        tables=_TABLES,
        rows_writer="model.exchange.to_parquet:write_rows",
        rows_lack=_ROWS_LACK,
        says_changes=True,
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
