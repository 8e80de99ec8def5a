"""From a folder of files to a checked corpus: the one way in."""

import hashlib
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

from model.corpus.check import check_draft
from model.corpus.convert import convert
from model.corpus.corpus import Corpus
from model.corpus.draft import Draft
from model.corpus.files import UnreadableFile, read_inside
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
from model.corpus.suggest import did_you_mean
from model.quotes.document import NotUtf8, decode

R = TypeVar("R", bound=Record)

_SYNTAX_AT = re.compile(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")


def load_corpus(folder: Path) -> Corpus:
    """The corpus in `folder`, with every check passed.

    Raises `CorpusError` with all findings at once; its `unusable` is True where there is no corpus to check.
    """
    if not folder.is_dir():
        what = "is not a folder" if folder.exists() else "does not exist"
        raise _unusable(folder, f"{what}; name a folder that holds a corpus.toml")
    if not any(folder.iterdir()):
        raise _unusable(folder, "is empty; a corpus begins with a corpus.toml")
    reading = _Reading(folder)
    draft = reading.draft()
    # Checks of a draft that lost records would report what is only missing because it could not be read.
    anchors, problems = check_draft(draft, complete=not reading.problems)
    found = locate([*reading.problems, *problems], reading.files)
    if found:
        raise CorpusError(found)
    return Corpus.of(draft, anchors)


def _unusable(folder: Path, what: str) -> CorpusError:
    return CorpusError([Finding(str(folder), 0, 0, "", what)], unusable=True)


class _Reading:
    """One pass over a corpus folder: bytes read, problems met, the draft that came of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files: dict[str, bytes] = {}
        self.problems: list[Problem] = []

    def draft(self) -> Draft:
        draft = Draft()
        self._info(draft)
        draft.entities = self._plain_file("entities.toml", "entity", Entity)
        draft.events = self._plain_file("events.toml", "event", Event)
        if (self.folder / "conflicts.toml").exists():
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
            message = f"format {version} is not known to this program, which reads format {FORMAT_VERSION}"
            self.problems.append(Problem(place.of("format"), message))
        elif info := self._record(table, CorpusInfo, place, {}):
            draft.info = info

    def _plain_file(self, file: str, name: str, kind: type[R]) -> list[tuple[R, Place]]:
        return [record for _, record in self._tables(self._toml(file), file, {name: (kind, {})})]

    def _source_stems(self) -> list[str]:
        sources = self.folder / "sources"
        if not sources.is_dir():
            message = "there is no such folder; each source is a sources/<id>.txt with its sources/<id>.toml"
            self.problems.append(Problem(Place("sources"), message))
            return []
        names = {path.name for path in sources.iterdir()}
        stems = {name.rpartition(".")[0] for name in names if name.endswith((".txt", ".toml"))}
        return sorted(stem for stem in stems if stem)

    def _source(self, stem: str, draft: Draft) -> None:
        text_file, file = f"sources/{stem}.txt", f"sources/{stem}.toml"
        data = self._read(text_file)
        table = self._toml(file)
        if data is None or table is None:
            return
        try:
            draft.texts[stem] = decode(data)
        except NotUtf8 as error:
            self.problems.append(Problem(Place(text_file), str(error), error.line, 1))
        draft.digests[stem] = hashlib.sha256(data).hexdigest()
        header = table.pop("source", None)
        if header is None:
            self.problems.append(Problem(Place(file), "the table [source] is missing"))
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
                self.problems.append(Problem(place, f'unknown table "{name}"{hint}'))
            elif not isinstance(rows, list):
                self.problems.append(
                    Problem(place, f"write [[{name}]] in double brackets, one for each record")
                )
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
        try:
            return tomllib.loads(decode(data))
        except NotUtf8 as error:
            self.problems.append(Problem(Place(file), str(error), error.line, 1))
        except tomllib.TOMLDecodeError as error:
            self.problems.append(_syntax_problem(file, str(error), data))
        except RecursionError:
            self.problems.append(Problem(Place(file), "it is nested too deeply to be read"))
        return None

    def _read(self, file: str) -> bytes | None:
        try:
            data = read_inside(self.folder, file)
        except UnreadableFile as error:
            self.problems.append(Problem(Place(file), str(error)))
            return None
        if file.endswith(".toml"):
            self.files[file] = data
        return data


def _syntax_problem(file: str, message: str, data: bytes) -> Problem:
    at = _SYNTAX_AT.search(message)
    what = message[: at.start()] if at else message
    if what == "Invalid value":
        what = "invalid value; a text stands in quotes"
    line = int(at["line"]) if at and at["line"] else data.count(b"\n") + 1
    column = int(at["column"]) if at and at["column"] else 1
    return Problem(Place(file), f"not TOML: {what[:1].lower()}{what[1:]}", line, column)
