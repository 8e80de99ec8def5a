"""A change set tried before it is written: the corpus as it would be."""

from pathlib import Path

from model.corpus.findings import CorpusError, Finding
from model.corpus.instead import Instead
from model.corpus.load import Loaded, load_files
from model.curate.changes import Changes
from model.curate.mistakes import errors_of, mistakes_of, new_errors
from model.index.archive import Archive


class Mistaken(Exception):
    """A change set that would bring errors into a corpus: `findings`, at least one."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(findings[0].message)
        self.findings = findings


def tried(archive: Archive, changes: Changes) -> Archive:
    """The archive of the corpus with the change set in it, of which nothing is written.

    It begins as of its own last knowledge date. Raises `Mistaken` where that would bring new errors.
    """
    loaded = _loaded(archive, {it.file: it.after for it in changes})
    if found := new_errors(loaded.corpus.findings, mistakes_of(archive.corpus.findings)):
        raise Mistaken(found)
    return archive.changed_to(loaded)


def _loaded(archive: Archive, instead: Instead) -> Loaded:
    try:
        return load_files(Path(archive.folder), archive.max_bytes, instead, archive.parts)
    except CorpusError as error:
        raise Mistaken(errors_of(error.findings) or [*error.findings]) from None
