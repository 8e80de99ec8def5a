"""What was obtained is kept within the corpus, and is what was obtained."""

from collections.abc import Iterator

from model.corpus.draft import Draft
from model.corpus.files import UnreadableFile
from model.corpus.findings import Place, Problem
from model.corpus.originals import leads_elsewhere
from model.corpus.records import Source


def original_problems(draft: Draft) -> Iterator[Problem]:
    """A problem for each original that lies elsewhere, is not there, or is another file than its SHA-256 says."""
    for source, place in draft.sources:
        found = draft.originals.get(source.id)
        if source.original is not None and leads_elsewhere(source.original.file):
            message = 'write a path within the corpus, and not in "sources", as "originals/a.pdf"'
            yield Problem(place.of("original", "file"), message, "M034")
        elif isinstance(found, UnreadableFile):
            message = f"the original cannot be looked at: {found}; put it there, or leave the field out"
            yield Problem(place.of("original", "file"), message, "F024")
        elif found is not None:
            yield from _digest_problems(source, place, found)


def _digest_problems(source: Source, place: Place, found: str) -> Iterator[Problem]:
    if source.original is None:
        # Its digest is none; who read it has said so.
        return
    if source.original.sha256 is None:
        message = f'nothing would tell if the original changed; paste sha256 = "{found}"'
        yield Problem(place.of("original"), message, "F026")
    elif source.original.sha256 != found:
        message = f"the original has another SHA-256, {found}; it was changed since it was curated"
        yield Problem(place.of("original", "sha256"), message, "F025")
