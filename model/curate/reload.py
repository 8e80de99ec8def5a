"""Reading a corpus anew when its files have changed, without losing what was sound before."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from model.corpus.codes import Severity
from model.corpus.corpus import Corpus
from model.corpus.files import MAX_BYTES, UnreadableFile, read_inside
from model.corpus.findings import CorpusError, Finding
from model.corpus.load import Loaded, load_files
from model.index.archive import Archive, open_archive

_Mistake = tuple[str, str, str, str]


class Rereader:
    """Reads the folder of an archive again and again, from any thread, one call at a time.

    A mistake that has been made since the last sound reading takes nothing from the screen: the files in which it
    stands are read as they were then. What was wrong from the beginning is left out, as `load_corpus` does it.
    """

    def __init__(self, archive: Archive, max_bytes: int = MAX_BYTES) -> None:
        self._last = archive
        self._folder = Path(archive.folder)
        self._max_bytes = max_bytes
        self._sound = Loaded(archive.corpus, archive.files)
        self._known = _mistakes(archive.corpus.findings)

    @property
    def folder(self) -> Path:
        """The folder that is read."""
        return self._folder

    def changed(self) -> bool:
        """Whether a file has other bytes than when it was read; what is new is not looked for."""
        return any(self._bytes(file) != data for file, data in self._last.files.items())

    def read(self) -> Archive | None:
        """The archive of what the folder says now; None where that is what it said when it was read last.

        It begins as of its own last knowledge date. Its corpus says by `as_before` which files are broken now.
        """
        loaded = self._load()
        if isinstance(loaded, CorpusError):
            return self._unless_same(self._as_before(loaded.findings, {}))
        new = [it for it in _errors(loaded.corpus.findings) if _mistake(it) not in self._known]
        if new:
            return self._unless_same(self._mended(loaded, {it.file for it in new}))
        self._sound, self._known = loaded, _mistakes(loaded.corpus.findings)
        return self._unless_same(loaded)

    def _mended(self, loaded: Loaded, broken: set[str]) -> Loaded:
        """What is shown while some files are broken: these as they were, the others as they are."""
        sound, findings = self._sound.files, loaded.corpus.findings
        instead = {file: sound[file] for file in broken if file in sound}
        mended = self._load(instead) if instead else None
        if isinstance(mended, Loaded) and _mistakes(mended.corpus.findings) <= self._known:
            return Loaded(_broken(mended.corpus, findings, broken), loaded.files)
        return self._as_before(findings, loaded.files)

    def _as_before(self, findings: tuple[Finding, ...], files: Mapping[str, bytes]) -> Loaded:
        """All as it was, with what is wrong with it now."""
        return Loaded(_broken(self._sound.corpus, findings, {it.file for it in _errors(findings)}), files)

    def _unless_same(self, loaded: Loaded) -> Archive | None:
        last, corpus = self._last, loaded.corpus
        said = (last.corpus.findings, last.corpus.as_before)
        if loaded.files == last.files and said == (corpus.findings, corpus.as_before):
            return None
        self._last = open_archive(corpus, None, last.today, last.folder, loaded.files)
        return self._last

    def _load(self, instead: Mapping[str, bytes] | None = None) -> Loaded | CorpusError:
        try:
            return load_files(self._folder, self._max_bytes, instead)
        except CorpusError as error:
            return error

    def _bytes(self, file: str) -> bytes | None:
        try:
            return read_inside(self._folder, file, self._max_bytes)
        except UnreadableFile:
            return None


def _broken(corpus: Corpus, findings: tuple[Finding, ...], files: set[str]) -> Corpus:
    """A corpus beside the files that it no longer says the same as; nothing of it has gone with what is wrong there."""
    said = tuple(it for it in findings if not it.follows)
    return replace(corpus, findings=said, as_before=tuple(sorted(files)))


def _errors(findings: tuple[Finding, ...]) -> list[Finding]:
    return [it for it in findings if it.severity is Severity.ERROR and not it.follows]


def _mistakes(findings: tuple[Finding, ...]) -> frozenset[_Mistake]:
    return frozenset(_mistake(it) for it in _errors(findings))


def _mistake(finding: Finding) -> _Mistake:
    """The same mistake on whatever line: editing above it moves it."""
    return finding.file, finding.code, finding.record, finding.message
