"""From a folder of files to a checked corpus: the one way in."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

from model.corpus.check import check_draft
from model.corpus.convert import convert
from model.corpus.corpus import Corpus
from model.corpus.draft import Draft
from model.corpus.files import MAX_BYTES, UnreadableFile, names_in, names_inside, read_inside
from model.corpus.findings import CorpusError, Finding, Place, Problem
from model.corpus.positions import locate
from model.corpus.records import (
    FORMAT_VERSION,
    Claim,
    Conflict,
    CorpusInfo,
    Entity,
    Event,
    Furniture,
    LeftOut,
    Record,
    Source,
    Statement,
)
from model.corpus.shortened import shortened
from model.corpus.slugs import SHAPE, is_slug
from model.corpus.suggest import did_you_mean
from model.corpus.syntax import toml_table
from model.quotes.document import NotUtf8, decode

R = TypeVar("R", bound=Record)


def load_corpus(folder: Path, max_bytes: int = MAX_BYTES) -> Corpus:
    """The corpus in `folder`, with every check passed; no file of more than `max_bytes` is read.

    Raises `CorpusError` with all findings at once; its `unusable` is True where there is no corpus to check.
    """
    try:
        empty = not names_in(folder)
    except UnreadableFile as error:
        raise _unusable(folder, f"{error}; name a folder that holds a corpus.toml") from None
    if empty:
        raise _unusable(folder, "is empty; a corpus begins with a corpus.toml")
    reading = _Reading(folder, max_bytes)
    draft = reading.draft()
    # Checks of a draft that lost records would report what is only missing because it could not be read.
    anchors, problems = check_draft(draft, complete=not reading.problems)
    found = locate([*reading.problems, *problems], reading.files)
    if found:
        raise CorpusError(found)
    return Corpus.of(draft, anchors)


def _unusable(folder: Path, what: str) -> CorpusError:
    return CorpusError([Finding(str(folder), 0, 0, "", what, "F001")], unusable=True)


class _Reading:
    """One pass over a corpus folder: bytes read, problems met, the draft that came of it."""

    def __init__(self, folder: Path, max_bytes: int) -> None:
        self.folder = folder
        self.max_bytes = max_bytes
        self.files: dict[str, bytes] = {}
        self.problems: list[Problem] = []

    def draft(self) -> Draft:
        """All records that could be read; what could not is in `problems`."""
        draft = Draft()
        self._info(draft)
        draft.entities = self._plain_file("entities.toml", "entity", Entity)
        draft.events = self._plain_file("events.toml", "event", Event)
        # A link that leads nowhere is a mistake; no link and no file is none.
        if os.path.lexists(self.folder / "conflicts.toml"):
            draft.conflicts = self._plain_file("conflicts.toml", "conflict", Conflict)
        for stem in self._source_stems():
            self._source(stem, draft)
        return draft

    def _info(self, draft: Draft) -> None:
        table = self._toml("corpus.toml")
        if table is None:
            return
        place = Place("corpus.toml")
        version = table.get("format")
        if isinstance(version, int) and version != FORMAT_VERSION:
            message = f"format {shortened(version)} is not known to this program, which reads format {FORMAT_VERSION}"
            self.problems.append(Problem(place.of("format"), message, "F010"))
        elif info := self._record(table, CorpusInfo, place, {}):
            draft.info = info

    def _plain_file(self, file: str, name: str, kind: type[R]) -> list[tuple[R, Place]]:
        return [record for _, record in self._tables(self._toml(file), file, {name: (kind, {})})]

    def _source_stems(self) -> list[str]:
        try:
            names = names_inside(self.folder, "sources")
        except UnreadableFile as error:
            message = f"{error}; each source is a sources/<id>.txt with its sources/<id>.toml"
            self.problems.append(Problem(Place("sources"), message, error.code))
            return []
        stems = {name.rpartition(".")[0] for name in names if name.endswith((".txt", ".toml"))}
        return sorted(stem for stem in stems if stem)

    def _source(self, stem: str, draft: Draft) -> None:
        text_file, file = f"sources/{stem}.txt", f"sources/{stem}.toml"
        if not is_slug(stem):
            message = f"the name of the file is the id of the source; write {SHAPE}"
            self.problems.append(Problem(Place(file), message, "F011"))
            return
        data = self._read(text_file)
        table = self._toml(file)
        if data is None or table is None:
            return
        try:
            draft.texts[stem] = decode(data)
        except NotUtf8 as error:
            self.problems.append(Problem(Place(text_file), str(error), "F005", error.line, 1))
        draft.digests[stem] = hashlib.sha256(data).hexdigest()
        header = table.pop("source", None)
        if header is None:
            self.problems.append(Problem(Place(file), "the table [source] is missing", "S003"))
        elif source := self._record(header, Source, Place(file, ("source",)), {"id": stem}):
            draft.sources.append((source, Place(file, ("source",))))
        kinds: dict[str, tuple[type[Record], dict[str, str]]] = {
            "statement": (Statement, {"source": stem}),
            "claim": (Claim, {"source": stem}),
            "furniture": (Furniture, {}),
            "left_out": (LeftOut, {}),
        }
        put: dict[str, list[Any]] = {
            "statement": draft.statements,
            "claim": draft.claims,
            "furniture": draft.furniture.setdefault(stem, []),
            "left_out": draft.left_out.setdefault(stem, []),
        }
        for name, record in self._tables(table, file, kinds):
            put[name].append(record)

    def _tables(
        self, table: dict[str, Any] | None, file: str, kinds: dict[str, tuple[type[R], dict[str, str]]]
    ) -> Iterator[tuple[str, tuple[R, Place]]]:
        for name, rows in (table or {}).items():
            place = Place(file, (name,))
            if name not in kinds:
                hint = did_you_mean(name, kinds) or f"; known here: {', '.join(f'[[{k}]]' for k in kinds)}"
                self.problems.append(Problem(place, f'unknown table "{shortened(name)}"{hint}', "S001"))
            elif not isinstance(rows, list):
                message = f"write [[{name}]] in double brackets, one for each record"
                self.problems.append(Problem(place, message, "S002"))
            else:
                kind, implied = kinds[name]
                for number, row in enumerate(rows):
                    if (record := self._record(row, kind, place.of(number), implied)) is not None:
                        yield name, (record, place.of(number))

    def _record(self, table: object, kind: type[R], place: Place, implied: dict[str, str]) -> R | None:
        record = convert(table, kind, place, implied)
        if isinstance(record, list):
            self.problems += record
            return None
        return record

    def _toml(self, file: str) -> dict[str, Any] | None:
        data = self._read(file)
        if data is None:
            return None
        table = toml_table(data, file)
        if isinstance(table, Problem):
            self.problems.append(table)
            return None
        return table

    def _read(self, file: str) -> bytes | None:
        try:
            data = read_inside(self.folder, file, self.max_bytes)
        except UnreadableFile as error:
            self.problems.append(Problem(Place(file), str(error), error.code))
            return None
        if file.endswith(".toml"):
            self.files[file] = data
        return data
