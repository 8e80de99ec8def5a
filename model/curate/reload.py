"""Reading a corpus anew when its files have changed, without losing what was sound before."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from threading import Lock

from model.corpus.corpus import Corpus
from model.corpus.files import UnreadableFile, read_inside
from model.corpus.findings import CorpusError, Finding
from model.corpus.load import Loaded, load_files
from model.curate.mistakes import errors_of, mistakes_of, new_errors
from model.index.archive import Archive, open_archive


class Rereader:
    """Reads the folder of an archive again and again, from any thread.

    A mistake that has been made since the last sound reading takes nothing from the screen: the files in which it
    stands are read as they were then. What was wrong from the beginning is left out, as `load_corpus` does it.
    """

    def __init__(self, archive: Archive) -> None:
        self._last = archive
        self._folder = Path(archive.folder)
        self._alone = Lock()
        self._sound = Loaded(archive.corpus, archive.files)
        self._known = mistakes_of(archive.corpus.findings)

    @property
    def archive(self) -> Archive:
        """What was read last, or written by the program itself."""
        return self._last

    @property
    def folder(self) -> Path:
        """The folder that is read."""
        return self._folder

    def changed(self) -> bool:
        """Whether a file has other bytes than when it was read; what is new is not looked for."""
        return any(self._bytes(file) != data for file, data in self._last.files.items())

    def wrote(self, archive: Archive) -> None:
        """The files have been written by the program itself: this is what they say."""
        with self._alone:
            self._last = archive
            self._sound, self._known = (
                Loaded(archive.corpus, archive.files),
                mistakes_of(archive.corpus.findings),
            )

    def read(self) -> Archive | None:
        """The archive of what the folder says now; None where that is what it said when it was read last.

        It begins as of its own last knowledge date. Its corpus says by `as_before` which files are broken now.
        """
        with self._alone:
            return self._read()

    def _read(self) -> Archive | None:
        loaded = self._load()
        if isinstance(loaded, CorpusError):
            return self._unless_same(self._as_before(loaded.findings, {}))
        new = new_errors(loaded.corpus.findings, self._known)
        if new:
            return self._unless_same(self._mended(loaded, {it.file for it in new}))
        self._sound, self._known = loaded, mistakes_of(loaded.corpus.findings)
        return self._unless_same(loaded)

    def _mended(self, loaded: Loaded, broken: set[str]) -> Loaded:
        """What is shown while some files are broken: these as they were, the others as they are."""
        sound, findings = self._sound.files, loaded.corpus.findings
        instead = {file: sound[file] for file in broken if file in sound}
        mended = self._load(instead) if instead else None
        if isinstance(mended, Loaded) and mistakes_of(mended.corpus.findings) <= self._known:
            return Loaded(_broken(mended.corpus, findings, broken), loaded.files)
        return self._as_before(findings, loaded.files)

    def _as_before(self, findings: tuple[Finding, ...], files: Mapping[str, bytes]) -> Loaded:
        """All as it was, with what is wrong with it now."""
        return Loaded(_broken(self._sound.corpus, findings, {it.file for it in errors_of(findings)}), files)

    def _unless_same(self, loaded: Loaded) -> Archive | None:
        last, corpus = self._last, loaded.corpus
        said = (last.corpus.findings, last.corpus.as_before)
        if loaded.files == last.files and said == (corpus.findings, corpus.as_before):
            return None
        self._last = open_archive(corpus, None, last.today, last.folder, loaded.files, last.max_bytes)
        return self._last

    def _load(self, instead: Mapping[str, bytes] | None = None) -> Loaded | CorpusError:
        try:
            return load_files(self._folder, self._last.max_bytes, instead)
        except CorpusError as error:
            return error

    def _bytes(self, file: str) -> bytes | None:
        try:
            return read_inside(self._folder, file, self._last.max_bytes)
        except UnreadableFile:
            return None


def _broken(corpus: Corpus, findings: tuple[Finding, ...], files: set[str]) -> Corpus:
    """A corpus beside the files that it no longer says the same as; nothing of it has gone with what is wrong there."""
    said = tuple(it for it in findings if not it.follows)
    return replace(corpus, findings=said, as_before=tuple(sorted(files)))
