"""`dprk-tui export` and `dprk-tui import`: a corpus on its way out, and back in."""

from pathlib import Path

from model.corpus.files import UnreadableFile, read_regular
from model.exchange.from_json import MAX_JSON_BYTES, import_json
from model.exchange.to_folder import write_corpus
from model.exchange.to_json import export_json
from model.index.archive import Archive
from tui.cli.interrupt import raise_on_signals
from tui.cli.json_text import json_text
from tui.cli.narration import narrate
from tui.cli.refusal import Refusal
from tui.cli.streams import given, output


def print_export(archive: Archive) -> int:
    """Print the corpus as JSON in UTF-8, with each event's state as of the archive's day. Raises `Refusal`."""
    with output("utf-8"):
        for piece in json_text(export_json(archive.corpus, archive.timeline.day)):
            print(piece, end="")
        print()
    return 0


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
