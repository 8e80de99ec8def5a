"""Opening a folder: from what was made of it before, where it is large and says the same, else by reading it."""

import gc
import sqlite3
from pathlib import Path

import msgspec

from model.compiled.held import Held, held_in
from model.compiled.packed import corpus_of, packed, unpacked
from model.compiled.shelf import Shelf
from model.corpus.files import MAX_BYTES, UnreadableFile
from model.corpus.originals import digest_of_original
from model.corpus.part import Parts
from model.index.archive import Archive, archive_of, open_archive
from model.index.sqlite.index import SqliteIndex

LARGE = 512 * 1024
"""Bytes of tables from which on a corpus is kept: some 1,000 claims, which take a third of a second to read.

Whatever is smaller is read about as fast as it would be found, and leaves no trace in anybody's home.
"""


def open_folder(
    folder: Path,
    day: int | None,
    today: int,
    max_bytes: int = MAX_BYTES,
    shelf: Shelf | None = None,
    large: int = LARGE,
) -> Archive:
    """The archive of the corpus in `folder`, to begin as of `day`; see `open_archive`. Raises `CorpusError`.

    With a `shelf`, a corpus of `large` tables is taken from there where it was kept, and kept where it was not. One
    that was taken has no parts: it has not been read.
    """
    held = held_in(folder, max_bytes) if shelf is not None else None
    if shelf is None or held is None or held.size < large:
        return _read(folder, day, today, max_bytes)
    key = held.key()
    kept = _taken(shelf, key, held, folder, day, today, max_bytes)
    if kept is not None:
        return kept
    archive = _read(folder, day, today, max_bytes)
    # What has changed while it was read is nobody's answer.
    if archive.files == held.files and held_in(folder, max_bytes) == held:
        _keep(shelf, key, archive)
    return archive


def _read(folder: Path, day: int | None, today: int, max_bytes: int) -> Archive:
    # Imported here: what was kept need be neither parsed nor checked.
    from model.corpus.load import load_files

    loaded = load_files(folder, max_bytes)
    return open_archive(loaded.corpus, day, today, str(folder), loaded.files, max_bytes, loaded.parts)


def _taken(
    shelf: Shelf, key: str, held: Held, folder: Path, day: int | None, today: int, max_bytes: int
) -> Archive | None:
    body = shelf.take(key)
    if body is None:
        return None
    # Nothing of it is garbage, and looking for some after every few hundred records takes a third of the time.
    collects = gc.isenabled()
    gc.disable()
    try:
        kept = unpacked(body)
        if any(_told(digest_of_original(file, folder, {})) != told for file, told in kept.originals.items()):
            return None
        corpus = corpus_of(kept)
        index = SqliteIndex.restored(corpus, kept.steps, kept.image)
        # Nor is all of it looked through with the next value that is made.
        gc.freeze()
    except (msgspec.MsgspecError, sqlite3.Error, ValueError, LookupError, MemoryError):
        return None
    finally:
        if collects:
            gc.enable()
    return archive_of(corpus, index, day, today, str(folder), held.files, max_bytes)


def _keep(shelf: Shelf, key: str, archive: Archive) -> None:
    index = archive.index
    assert isinstance(index, SqliteIndex), "a folder is opened with an index in SQLite"
    try:
        body = packed(archive.corpus, _originals(archive.parts), index.steps, index.image)
    except (msgspec.MsgspecError, TypeError, ValueError, OverflowError):
        return
    shelf.put(key, body)


def _originals(parts: Parts) -> dict[str, str]:
    """What is found where the original of each source should be, by its file."""
    return {
        part.obtained: _told(digest)
        for part in parts.values()
        for digest in part.draft.originals.values()
        if part.obtained is not None
    }


def _told(digest: str | UnreadableFile) -> str:
    """The SHA-256 of an original, or why there is none."""
    return digest if isinstance(digest, str) else f"{digest.code} {digest}"
