"""`dprk-tui export` and `dprk-tui import`: a corpus on its way out, and back in."""

from collections.abc import Iterator
from pathlib import Path

from model.corpus.files import UnreadableFile, read_regular
from model.exchange.brief import Brief, Scope, brief_of
from model.exchange.from_json import MAX_JSON_BYTES, import_json
from model.exchange.to_csv import csv_claims
from model.exchange.to_folder import write_corpus
from model.exchange.to_html import html
from model.exchange.to_json import export_json
from model.exchange.to_markdown import markdown
from model.index.archive import Archive
from tui.cli.interrupt import raise_on_signals
from tui.cli.json_text import json_text
from tui.cli.narration import narrate
from tui.cli.refusal import Refusal
from tui.cli.streams import given, output

_WINDOW = 500


def print_export(archive: Archive, to: str) -> int:
    """Print the corpus in a format, as of the archive's day and under its filter, in UTF-8. Raises `Refusal`."""
    if to == "json" and archive.timeline.filter:
        raise Refusal("json loses nothing, so it takes no filter; csv, markdown and html do")
    # A table keeps the line ends of its format.
    with output("utf-8"):
        for piece in exported(archive, to):
            print(piece, end="")
    return 0


def exported(archive: Archive, to: str) -> Iterator[str]:
    """The pieces of an export; `to` is one of `tui.cli.parser.FORMATS`."""
    if to == "json":
        yield from json_text(export_json(archive.corpus, archive.timeline.day))
        yield "\n"
    elif to == "csv":
        events = set(events_shown(archive)) if archive.timeline.filter else None
        yield from csv_claims(archive.corpus, archive.timeline.day, events)
    elif to == "markdown":
        yield from (f"{line}\n" for line in markdown(brief(archive)))
    else:
        yield html(brief(archive))


def brief(archive: Archive) -> Brief:
    """The brief of the events on the archive's timeline."""
    timeline = archive.timeline
    scope = Scope(timeline.day, tuple(events_shown(archive)), timeline.known, timeline.filter)
    return brief_of(archive.corpus, scope)


def events_shown(archive: Archive) -> Iterator[str]:
    """The events on the archive's timeline, in its order."""
    for first in range(0, archive.timeline.total, _WINDOW):
        yield from (row.event for row in archive.timeline.rows(first, _WINDOW))


def import_file(file: str, folder: Path) -> int:
    """Make a corpus folder from exported JSON. Raises `CorpusError`, and `Refusal` where files refuse."""
    data = given(MAX_JSON_BYTES) if file == "-" else _read(file)
    corpus = import_json(data, "standard input" if file == "-" else file)
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


def _read(file: str) -> bytes:
    try:
        return read_regular(Path(file), MAX_JSON_BYTES)
    except UnreadableFile as error:
        raise Refusal(f"{file} cannot be read: {error}") from None
