"""A table of coded rows as an archive: its index, and a corpus that has the table's title and nothing else."""

from pathlib import Path
from typing import TYPE_CHECKING

from model.corpus.anchors import Anchors
from model.corpus.corpus import Corpus
from model.corpus.records import FORMAT_VERSION, CorpusInfo
from model.index.archive import Archive
from model.index.values import AsOf

if TYPE_CHECKING:
    # Imported by who has one: no start of a corpus needs what a search finds.
    from model.index.table.of_rows import IndexOfTable

_BEGINNING = b"SQLite format 3\x00"
"""The first bytes of a file that can be a table."""


def is_table(path: Path) -> bool:
    """Whether a path is that of a file that is meant as a table: by its first bytes, or by its ending."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_BEGINNING)) == _BEGINNING or path.suffix == ".db"


def archive_of_table(index: "IndexOfTable", day: int | None, today: int) -> Archive:
    """The archive of a table, to begin as of `day`: by default the last on which a row became known, else `today`."""
    if day is None:
        day = index.steps[-1].day if index.steps else today
    return Archive(_titled(index.meta.title), index, AsOf(day), today, table=index)


def _titled(title: str) -> Corpus:
    """A corpus that has no record."""
    info = CorpusInfo(FORMAT_VERSION, title, "", (), "und")
    return Corpus(info, {}, {}, {}, {}, {}, {}, {}, {}, {}, Anchors())
