"""The schemas of a corpus that is edited are kept up to date with its ids."""

from pathlib import Path

from model.corpus.draft import Draft
from model.corpus.files import MAX_BYTES
from model.corpus.reading import FolderReading
from model.curate.saving import save
from model.curate.schema.files import schema_changes, schema_files
from model.curate.schema.ids import ids_in


def rewrite_schemas(folder: Path, draft: Draft | None = None, max_bytes: int = MAX_BYTES) -> int:
    """Write the schemas of the corpus in a folder that differ from what its records make; returns how many these are.

    `draft` is what has been read from the folder already, if somebody has; a broken file makes the ids of its kinds
    unknown. Raises `NotSaved`, and `UnreadableFile` where something else stands in their place. Call it for a corpus
    that `wants_schemas`, or where a person asks for them.
    """
    read = draft if draft is not None else FolderReading(folder, max_bytes).draft
    changes = schema_changes(folder, schema_files(ids_in(read)))
    save(folder, changes)
    return len(changes)
