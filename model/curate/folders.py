"""The folders of a corpus while it is written: held open, so that no link that turns up meanwhile leads out of it."""

import os
from contextlib import ExitStack, suppress
from pathlib import Path

from model.corpus.files import link_loop
from model.corpus.layout import SOURCES
from model.curate.locked import open_folder
from model.curate.whole import status_of, sweep, sync_folder

_OF_DOCUMENTS = (SOURCES, "originals")


class OutsideCorpus(Exception):
    """A file that is none of the corpus folder; the message is what to say of it."""


class Folders:
    """The folder of a corpus and those in it, opened when they are asked for, and made where they are missing.

    What was made is removed where an error ends its use. Entering raises `OSError` where there is no such folder and
    none can be made.
    """

    def __init__(self, root: Path) -> None:
        self._path = root
        self._open: dict[tuple[str, ...], int] = {}
        self._made: list[tuple[int | None, str | Path]] = []
        self._stack = ExitStack()

    def __enter__(self) -> "Folders":
        if not self._path.is_dir():
            self._path.mkdir()
            self._made.append((None, self._path))
        try:
            self._open[()] = self._stack.enter_context(open_folder(self._path))
            self._real = self._path.resolve(strict=True)
        except BaseException as error:
            self.__exit__(type(error))
            raise
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is not None:
            for within, name in reversed(self._made):
                with suppress(OSError):
                    os.rmdir(name, dir_fd=within)
        self._stack.close()

    @property
    def root(self) -> int:
        """The descriptor of the corpus folder."""
        return self._open[()]

    def of(self, file: str, goes: bool) -> tuple[int, str]:
        """The open folder of a file, and the file's name in it; a link to a file leads on, but where the link `goes`.

        Raises `OutsideCorpus`, and `OSError` where a folder can neither be opened nor made.
        """
        parts = tuple(file.split("/"))
        if {"", ".", ".."} & {*parts} or "\0" in file:
            raise OutsideCorpus("it is not the name of a file in a corpus folder")
        path = self._path.joinpath(*parts)
        try:
            real = path.parent.resolve() / path.name if goes else path.resolve()
        except RuntimeError as error:
            if not link_loop(error):
                raise
            raise OutsideCorpus("it is a link that leads back to itself") from None
        if not real.is_relative_to(self._real) or real == self._real:
            raise OutsideCorpus("it is a link that leads out of the corpus folder; put the file itself there")
        *folders, name = real.relative_to(self._real).parts
        return self._folder(tuple(folders)), name

    def sweep(self) -> None:
        """Remove what a killed program has left behind in the corpus folder and in those of its documents.

        In others it goes when something is written there.
        """
        sweep(self.root)
        pending = [self._real / name for name in _OF_DOCUMENTS]
        for path in pending:
            # What cannot be read is not what this saving is about; no link is followed.
            with suppress(OSError), open_folder(path, self.root) as folder:
                sweep(folder)
                with os.scandir(folder) as entries:
                    pending += [path / it.name for it in entries if it.is_dir(follow_symlinks=False)]

    def sync(self) -> None:
        """Make the names in all folders that were opened last."""
        for folder in reversed(self._open.values()):
            sync_folder(folder)

    def _folder(self, parts: tuple[str, ...]) -> int:
        for depth in range(1, len(parts) + 1):
            if parts[:depth] not in self._open:
                self._open[parts[:depth]] = self._within(self._open[parts[: depth - 1]], parts[depth - 1])
        return self._open[parts]

    def _within(self, folder: int, name: str) -> int:
        if status_of(name, folder) is None:
            os.mkdir(name, dir_fd=folder)
            self._made.append((folder, name))
        descriptor = self._stack.enter_context(open_folder(name, folder))
        sweep(descriptor)
        return descriptor
