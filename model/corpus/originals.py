"""The files that were obtained, as they are found: nothing is read from them but their SHA-256."""

import hashlib
from pathlib import Path, PurePosixPath

from model.corpus.files import MAX_DOCUMENT_BYTES, UnreadableFile, digest_inside
from model.corpus.instead import Instead, read_instead

_TEXTS = "sources"


def leads_elsewhere(file: str) -> bool:
    """Whether a path leads out of the corpus, or among the texts that are curated."""
    path = PurePosixPath(file)
    return path.is_absolute() or ".." in path.parts or "\\" in file or path.parts[:1] == (_TEXTS,)


def digest_of_original(header: object, root: Path, instead: Instead) -> str | UnreadableFile | None:
    """The SHA-256 of the original that a table [source] names, or why there is none; None where it names no file.

    A file that `instead` has is as it is there, and not there where that is None.
    """
    original = header.get("original") if isinstance(header, dict) else None
    file = original.get("file") if isinstance(original, dict) else None
    if not isinstance(file, str) or not file or leads_elsewhere(file):
        return None
    try:
        if file in instead:
            return hashlib.sha256(read_instead(root, file, 0, instead)).hexdigest()
        return digest_inside(root, file, MAX_DOCUMENT_BYTES)
    except UnreadableFile as error:
        return error
