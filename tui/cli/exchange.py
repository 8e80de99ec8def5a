"""`dprk-tui export` and `dprk-tui import`: a corpus on its way out, and back in."""

from functools import partial
from pathlib import Path
from typing import Any

from model.corpus.files import UnreadableFile, read_regular
from model.exchange.enumeration import enumerated
from model.exchange.formats import EXPORTERS, IMPORTERS, Exporter, Importer
from model.exchange.refused import CannotExport
from model.exchange.registry import PluginFault, Registry
from model.exchange.tables.reading import TABLES, table_format_for
from model.exchange.to_folder import write_corpus
from model.index.archive import Archive
from tui.cli.interrupt import raise_on_signals
from tui.cli.narration import narrate
from tui.cli.output_file import put_bytes, put_text
from tui.cli.refusal import Refusal
from tui.cli.streams import given
from tui.exporting import extract_of


def print_export(
    archive: Archive,
    to: str,
    drafts: bool = False,
    since: int | None = None,
    table: str = "",
    bom: bool = False,
    out: str | None = None,
) -> int:
    """Write the corpus in a format, as of the archive's day and under its filter, to a new file `out`, else print it.

    Raises `Refusal`.

    With `drafts`, also what is only begun; with a day `since`, what changed after it; of several tables, `table`;
    with `bom`, a byte order mark before all, by which spreadsheets know UTF-8.
    """
    _say_faults(EXPORTERS)
    when = archive.default
    try:
        exporter = EXPORTERS.get(to)
        if exporter.lossless and when.narrowed:
            others = [it.name for it in EXPORTERS.built_in if not it.lossless]
            raise Refusal(f"{to} loses nothing, so it takes no filter; {enumerated(others)} do")
        if table and table not in exporter.tables:
            raise Refusal(_why_no_table(table, exporter))
        if bom and not exporter.for_spreadsheets:
            takers = [it.name for it in EXPORTERS.built_in if it.for_spreadsheets]
            raise Refusal(f"{to} takes no --bom, which is for spreadsheets; {enumerated(takers)} do")
        extract = extract_of(archive, when, drafts, since, table)
        if exporter.is_binary:
            put_bytes(out, to, partial(exporter.into_file, extract))
        else:
            put_text(out, exporter.pieces(extract), bom)
        for sentence in (*([exporter.lacks] if exporter.lacks else []), *exporter.what_is_left_out(extract)):
            narrate(sentence)
    except (CannotExport, PluginFault) as fault:
        raise Refusal(str(fault)) from None
    if since is not None and not exporter.says_changes:
        narrate(f"{to} cannot carry what changed; print --since tells it.")
    if when.narrowed and not exporter.says_filter:
        counts = archive.at(when).counts
        narrate(f"{counts.total} of {counts.known} events; the filter leaves out the others.")
    return 0


def _why_no_table(table: str, exporter: Exporter) -> str:
    if not exporter.tables:
        of_tables = [it.name for it in EXPORTERS.built_in if it.tables]
        return f"{exporter.name} is not made of tables, so it takes no --what; {enumerated(of_tables)} do"
    return f"{exporter.name} has no table {table!r}; it has {', '.join(exporter.tables)}"


def format_in(file: str) -> str:
    """The name of the format that the ending of a file's name says. Raises `Refusal` where it says none."""
    ending = Path(file).suffix
    if (table := table_format_for(ending)) is not None:
        return table.name
    found = next((it.name for it in IMPORTERS.built_in if ending.lower() in it.endings), None)
    if found is None:
        named = ", ".join((*IMPORTERS.names(), *TABLES))
        raise Refusal(f"{file}: its name does not say what it is; say it with --from: {named}")
    return found


def import_file(file: str, folder: Path, from_: str) -> int:
    """Make a corpus folder from an exported file. Raises `CorpusError`, and `Refusal` where files refuse."""
    _say_faults(IMPORTERS)
    try:
        importer = IMPORTERS.get(from_)
        data = given(importer.most) if file == "-" else _read(file, importer)
        corpus = importer.corpus(data, "standard input" if file == "-" else file)
    except PluginFault as fault:
        raise Refusal(str(fault)) from None
    raise_on_signals()
    try:
        write_corpus(corpus, folder)
    except FileExistsError as error:
        raise Refusal(str(error)) from None
    except OSError as error:
        raise Refusal(f"{folder} cannot be written: {error.strerror}") from None
    narrate(
        f"{folder}: {len(corpus.sources)} sources and {len(corpus.claims)} claims written; nothing was lost."
    )
    return 0


def _read(file: str, importer: Importer) -> bytes:
    try:
        return read_regular(Path(file), importer.most)
    except UnreadableFile as error:
        raise Refusal(f"{file}: {error}") from None


def _say_faults(formats: Registry[Any]) -> None:
    for fault in formats.faults():
        narrate(fault)
