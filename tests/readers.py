"""The reader that an archive begins with."""

from model.index.archive import Archive
from model.index.protocol import Reader


def reader_of(archive: Archive) -> Reader:
    """What the archive shows where nothing else is asked for."""
    return archive.at(archive.default)
