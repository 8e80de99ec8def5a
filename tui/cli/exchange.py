"""`dprk-tui export` and `dprk-tui import`: a corpus on its way out, and back in."""

import json
import sys
from pathlib import Path

from model.exchange.from_json import import_json
from model.exchange.to_folder import write_corpus
from model.exchange.to_json import export_json
from model.index.archive import Archive
from tui.cli.narration import BadOption, narrate


def print_export(archive: Archive) -> int:
    """Print the corpus as JSON, with each event's state as of the archive's day."""
    json.dump(export_json(archive.corpus, archive.timeline.day), sys.stdout, ensure_ascii=False, indent=1)
    print()
    return 0


def import_file(file: str, folder: Path) -> int:
    """Make a corpus folder from exported JSON. Raises `CorpusError`, and `BadOption` where files refuse."""
    name = "standard input" if file == "-" else file
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise BadOption(f"{name} cannot be read: {error.strerror}") from None
    corpus = import_json(data, name)
    try:
        write_corpus(corpus, folder)
    except FileExistsError as error:
        raise BadOption(str(error)) from None
    except OSError as error:
        raise BadOption(f"{folder} cannot be written: {error.strerror}") from None
    narrate(
        f"{folder}: {len(corpus.sources)} sources and {len(corpus.claims)} claims written; nothing was lost."
    )
    return 0
