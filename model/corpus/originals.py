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


def file_of_original(header: object) -> str | None:
    """The original that a table [source] names; None where it names no file of the corpus."""
    original = header.get("original") if isinstance(header, dict) else None
    file = original.get("file") if isinstance(original, dict) else None
    return file if isinstance(file, str) and file and not leads_elsewhere(file) else None


def digest_of_original(file: str, root: Path, instead: Instead) -> str | UnreadableFile:
    """The SHA-256 of an original, or why there is none.

    A file that `instead` has is as it is there, and not there where that is None.
    """
    try:
        if file in instead:
            return hashlib.sha256(read_instead(root, file, 0, instead)).hexdigest()
        return digest_inside(root, file, MAX_DOCUMENT_BYTES)
    except UnreadableFile as error:
        return error
