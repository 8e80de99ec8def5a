"""`dprk-tui export` and `dprk-tui import`: a corpus on its way out, and back in."""

from pathlib import Path

from model.corpus.files import UnreadableFile, read_regular
from model.exchange.from_json import MAX_JSON_BYTES, import_json
from model.exchange.to_folder import write_corpus
from model.index.archive import Archive
from tui.cli.interrupt import raise_on_signals
from tui.cli.narration import narrate
from tui.cli.refusal import Refusal
from tui.cli.streams import given, output
from tui.exporting import exported


def print_export(archive: Archive, to: str) -> int:
    """Print the corpus in a format, as of the archive's day and under its filter, in UTF-8. Raises `Refusal`."""
    if to == "json" and archive.default.narrowed:
        raise Refusal("json loses nothing, so it takes no filter; csv, markdown and html do")
    # A table keeps the line ends of its format.
    with output("utf-8"):
        for piece in exported(archive, to):
            print(piece, end="")
    if to == "csv" and archive.default.narrowed:
        counts = archive.at(archive.default).counts
        narrate(f"The claims of {counts.total} of {counts.known} events; the filter leaves out the others.")
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
        raise Refusal(f"{file}: {error}") from None
