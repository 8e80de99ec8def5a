"""What was obtained is kept within the corpus."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from model.corpus.draft import Draft
from model.corpus.findings import Problem

_TEXTS = "sources"


def original_problems(draft: Draft) -> Iterator[Problem]:
    """A problem for each original that is said to lie outside of the corpus, or among the texts that are curated."""
    for source, place in draft.sources:
        if source.original is None:
            continue
        path = PurePosixPath(source.original.file)
        leads_out = path.is_absolute() or ".." in path.parts or "\\" in source.original.file
        if leads_out or path.parts[:1] == (_TEXTS,):
            message = 'write a path within the corpus, and not in "sources", as "originals/a.pdf"'
            yield Problem(place.of("original", "file"), message, "M034")
