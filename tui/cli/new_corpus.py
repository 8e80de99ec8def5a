"""`dprk-tui new` and `dprk-tui schema`: a corpus to begin with, and what editors complete and check it by."""

from pathlib import Path

from model.corpus.files import UnreadableFile
from model.corpus.findings import CorpusError
from model.corpus.load import load_corpus
from model.curate.beginning import begin
from model.curate.saving import NotSaved
from model.curate.schema.files import EDITORS, FOLDER, wants_schemas
from model.curate.schema.rewriting import rewrite_schemas
from tui.cli.interrupt import raise_on_signals
from tui.cli.narration import narrate
from tui.cli.refusal import Refusal
from tui.text.phrases import counted


def new_corpus(folder: Path) -> int:
    """Write a corpus to begin with. Raises `Refusal` where there is something already, or the disk refuses."""
    raise_on_signals()
    try:
        begin(folder)
    except NotSaved as error:
        raise Refusal(str(error)) from None
    narrate(f"{folder}: a new corpus. Next: dprk-tui add-source, or put a text into its folder sources;")
    narrate(
        "what belongs where, corpus.toml says. To verify each commit: git config core.hooksPath .githooks"
    )
    return 0


def write_schemas(folder: Path, max_bytes: int) -> int:
    """Write the schemas of a corpus anew. Raises `Refusal`, and `CorpusError` where there is no corpus."""
    raise_on_signals()
    try:
        load_corpus(folder, max_bytes)
    except CorpusError as error:
        if not error.within:
            raise
    try:
        number = rewrite_schemas(folder, max_bytes=max_bytes)
    except (NotSaved, UnreadableFile) as error:
        raise Refusal(str(error)) from None
    written = counted(number, "file") if number else "nothing"
    narrate(f"{folder / FOLDER}: {written} written; editors complete and check by what is there.")
    if not wants_schemas(folder):
        narrate(
            f'No {EDITORS} tells editors of it: begin a TOML file with "#:schema", or copy that of a new corpus.'
        )
    return 0
