"""Reading a corpus anew when its files have changed, without losing what was sound before."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock

from model.corpus.corpus import Corpus
from model.corpus.files import UnreadableFile, read_inside
from model.corpus.findings import CorpusError, Finding
from model.corpus.load import Loaded, load_files
from model.corpus.part import Parts
from model.curate.mistakes import Mistake, errors_of, mistakes_of, new_errors
from model.index.archive import Archive


@dataclass(frozen=True, eq=False)
class _Read:
    """What was read last, what was sound last, and the mistakes of that."""

    last: Archive
    sound: Loaded
    known: frozenset[Mistake]

    @staticmethod
    def of(archive: Archive) -> "_Read":
        """An archive as it is, sound or not."""
        sound = Loaded(archive.corpus, archive.files, archive.parts)
        return _Read(archive, sound, mistakes_of(archive.corpus.findings))


class Rereader:
    """Reads the folder of an archive again and again, from any thread.

    A mistake that has been made since the last sound reading takes nothing from the screen: the files in which it
    stands are read as they were then. What was wrong from the beginning is left out, as `load_corpus` does it.
    """

    def __init__(self, archive: Archive) -> None:
        self._folder = Path(archive.folder)
        self._now = _Read.of(archive)
        # Held for a moment only: the program itself does not wait for a reading to end.
        self._changing = Lock()

    @property
    def archive(self) -> Archive:
        """What was read last, or written by the program itself."""
        return self._now.last

    @property
    def folder(self) -> Path:
        """The folder that is read."""
        return self._folder

    def changed(self) -> bool:
        """Whether a file has other bytes than when it was read; what is new is not looked for."""
        return any(self._bytes(file) != data for file, data in self.archive.files.items())

    def wrote(self, archive: Archive) -> None:
        """The files have been written by the program itself: this is what they say."""
        with self._changing:
            self._now = _Read.of(archive)

    def read(self) -> Archive | None:
        """The archive of what the folder says now; None where that is what it said when it was read last.

        It begins as of its own last knowledge date. Its corpus says by `as_before` which files are broken now.
        """
        while True:
            before = self._now
            found = _Reading(before, self._folder).now()
            with self._changing:
                if self._now is before:
                    self._now = found
                    return found.last if found.last is not before.last else None
            # Something was written while it was read: whether before or after, that reading is none of now.

    def _bytes(self, file: str) -> bytes | None:
        try:
            return read_inside(self._folder, file, self.archive.max_bytes)
        except UnreadableFile:
            return None


class _Reading:
    """One reading of a folder, after what was read before it."""

    def __init__(self, before: _Read, folder: Path) -> None:
        self._before = before
        self._folder = folder

    def now(self) -> _Read:
        """What is read now: with the archive of before where nothing is other."""
        before, loaded = self._before, self._load(self._before.last.parts)
        if isinstance(loaded, CorpusError):
            # What the files are by now is not known: they stay those of what is shown.
            return replace(before, last=self._archive(self._as_before(loaded.findings, before.last)))
        new = new_errors(loaded.corpus.findings, before.known)
        if new:
            return replace(before, last=self._archive(self._mended(loaded, {it.file for it in new})))
        return _Read(self._archive(loaded), loaded, mistakes_of(loaded.corpus.findings))

    def _mended(self, loaded: Loaded, broken: set[str]) -> Loaded:
        """What is shown while some files are broken: these as they were, the others as they are."""
        sound, findings = self._before.sound.files, loaded.corpus.findings
        instead = {file: sound[file] for file in broken if file in sound}
        mended = self._load(loaded.parts, instead) if instead else None
        if isinstance(mended, Loaded) and mistakes_of(mended.corpus.findings) <= self._before.known:
            return replace(loaded, corpus=_broken(mended.corpus, findings, broken))
        return self._as_before(findings, loaded)

    def _as_before(self, findings: tuple[Finding, ...], read: Archive | Loaded) -> Loaded:
        """All as it was, with what is wrong with it now, in the files that were `read`."""
        corpus = _broken(self._before.sound.corpus, findings, {it.file for it in errors_of(findings)})
        return Loaded(corpus, read.files, read.parts)

    def _archive(self, loaded: Loaded) -> Archive:
        """What was loaded as an archive: the one that there is, where it says the same."""
        last, corpus = self._before.last, loaded.corpus
        said = (last.corpus.findings, last.corpus.as_before)
        if loaded.files == last.files and said == (corpus.findings, corpus.as_before):
            return last
        return last.changed_to(loaded)

    def _load(self, parts: Parts, instead: Mapping[str, bytes] | None = None) -> Loaded | CorpusError:
        try:
            return load_files(self._folder, self._before.last.max_bytes, instead, parts)
        except CorpusError as error:
            return error


def _broken(corpus: Corpus, findings: tuple[Finding, ...], files: set[str]) -> Corpus:
    """A corpus beside the files that it no longer says the same as; nothing of it has gone with what is wrong there."""
    said = tuple(it for it in findings if not it.follows)
    return replace(corpus, findings=said, as_before=tuple(sorted(files)))
