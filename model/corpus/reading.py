"""From the files of a corpus folder to a draft: what could be read, and what could not."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

from model.corpus.draft import Draft
from model.corpus.files import UnreadableFile
from model.corpus.findings import Place, Problem
from model.corpus.info import INFO_FILE, read_info
from model.corpus.instead import Instead, is_there, read_instead
from model.corpus.layout import SOURCES, SourceFiles, layout_of
from model.corpus.originals import digest_of_original
from model.corpus.part import FileBytes, Parts, ReadPart
from model.corpus.part_reading import PartReading
from model.corpus.tables import MAY_BE_ABSENT, PLAIN_FILES
from model.corpus.unfinished import NOT_GIVEN, PLACE_OF_NOT_GIVEN


class FolderReading:
    """One pass over a corpus folder: the problems met, and the draft that came of it.

    `read` has the bytes of its files, `files` those of its TOML files as far as they could be read. A file that
    `instead` has is read as it is there; it is not there where that is None. `parts` is all of it by its files: what is
    as it was `before` is taken from there.
    """

    def __init__(
        self, folder: Path, max_bytes: int, instead: Instead | None = None, before: Parts | None = None
    ) -> None:
        self.folder = folder
        self.files: dict[str, bytes] = {}
        self.read: dict[str, bytes] = {}
        self.parts: dict[str, ReadPart] = {}
        self.problems: list[Problem] = []
        self.draft = Draft()
        self._instead = instead or {}
        self._before = before or {}
        self._max_bytes = max_bytes
        self._read_all()

    @property
    def tables(self) -> dict[str, bytes]:
        """The bytes of its TOML files as they are, whether or not they can be read."""
        return {file: data for file, data in self.read.items() if file.endswith(".toml")}

    def _read_all(self) -> None:
        self._info()
        sources = self._sources()
        if not sources and not self.draft.lost_parts:
            message = "there is no source yet; put a text there as <id>.txt, and what it is as <id>.toml"
            self.problems.append(Problem(Place(SOURCES), message, "F014"))
        for file, (kind, _) in PLAIN_FILES.items():
            # A link that leads nowhere is a mistake; no link and no file is none where nothing can need it.
            if is_there(self.folder, file, self._instead) or (sources and file not in MAY_BE_ABSENT):
                self._part(file, [file], partial(PartReading.table, file=file, kind=kind))
        for source in sources:
            files = [source.records, source.text_file] if source.records is not None else [source.text_file]
            self._part(source.stem, files, partial(PartReading.source, files=source, look=self._digest))
        known = {entity.id for entity, _ in self.draft.entities}
        # Who is not named yet is somebody, if a draft needs one.
        if NOT_GIVEN.id not in known and self.draft.unfinished:
            self.draft.entities.append((NOT_GIVEN, PLACE_OF_NOT_GIVEN))

    def _info(self) -> None:
        reading = PartReading({INFO_FILE: self._bytes(INFO_FILE)})
        self.draft.info, found = read_info(reading.toml(INFO_FILE), self.folder)
        self._add(reading.part())
        self.problems += found

    def _sources(self) -> list[SourceFiles]:
        layout = layout_of(self.folder, self._instead)
        self.problems += layout.problems
        self.draft.lost_parts += layout.lost
        return layout.sources

    def _part(self, name: str, files: Iterable[str], read: Callable[[PartReading], None]) -> None:
        """Add the records of some files: those that there were before, where the files are as they were."""
        held = {file: self._bytes(file) for file in files}
        part = self._before.get(name)
        if part is None or not self._is_as_it_was(part, held):
            reading = PartReading(held)
            read(reading)
            part = reading.part()
        self.parts[name] = part
        self._add(part)

    def _is_as_it_was(self, part: ReadPart, held: Mapping[str, FileBytes]) -> bool:
        if part.read != held:
            return False
        return part.obtained is None or [*part.draft.originals.values()] == [self._digest(part.obtained)]

    def _add(self, part: ReadPart) -> None:
        self.draft.add(part.draft)
        self.problems += part.problems
        self.files |= part.tables
        self.read |= {file: data for file, data in part.read.items() if isinstance(data, bytes)}

    def _bytes(self, file: str) -> FileBytes:
        try:
            return read_instead(self.folder, file, self._max_bytes, self._instead)
        except UnreadableFile as error:
            return error

    def _digest(self, file: str) -> str | UnreadableFile:
        return digest_of_original(file, self.folder, self._instead)
