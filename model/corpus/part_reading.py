"""From the bytes of the files of one source, or of one table, to a part of a draft: what could be read of them."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

import msgspec

from model.corpus.advice import advised
from model.corpus.changed import with_digest
from model.corpus.convert import convert
from model.corpus.draft import Aside, Draft
from model.corpus.files import UnreadableFile
from model.corpus.findings import Place, Problem
from model.corpus.in_part import read_aside, read_in_part
from model.corpus.info import INFO_FILE
from model.corpus.layout import SourceFiles
from model.corpus.lost import Lost, LostPart
from model.corpus.originals import file_of_original
from model.corpus.part import FileBytes, ReadPart
from model.corpus.records import Record, Source
from model.corpus.salvage import of_file, salvage
from model.corpus.shortened import shortened
from model.corpus.slugs import SHAPE, is_slug
from model.corpus.suggest import did_you_mean
from model.corpus.syntax import toml_table
from model.corpus.tables import KINDS_IN, OF_A_SOURCE, PLAIN_FILES, belongs, wanted
from model.corpus.unfinished import emptied, filled, is_begun, lacking
from model.quotes.document import NotUtf8, decode

R = TypeVar("R", bound=Record)


class PartReading:
    """One pass over some files, of which `read` has the bytes: the problems met, and the draft that came of it."""

    def __init__(self, read: Mapping[str, FileBytes]) -> None:
        self.read = read
        self.tables: dict[str, bytes] = {}
        self.problems: list[Problem] = []
        self.draft = Draft()
        self._obtained: str | None = None

    def part(self) -> ReadPart:
        """What has come of it."""
        return ReadPart(self.read, self._obtained, self.draft, tuple(self.problems), self.tables)

    def table(self, file: str, kind: str) -> None:
        """Read one of the files beside corpus.toml, which has records of a kind."""
        table = self.toml(file)
        if table is None:
            self.draft.lost_parts.append(LostPart(Place(file), frozenset({kind})))
            return
        put: dict[str, list[Any]] = {
            "entity": self.draft.entities,
            "event": self.draft.events,
            "conflict": self.draft.conflicts,
            "question": self.draft.questions,
            "search": self.draft.searches,
        }
        for name, record in self._tables(table, file, {kind: PLAIN_FILES[file][1]}, {}):
            put[name].append(record)

    def source(self, files: SourceFiles, look: Callable[[str], str | UnreadableFile]) -> None:
        """Read the records and the text of a source; `look` gives the SHA-256 of a file that was obtained."""
        stem, file = files.stem, files.records
        if not is_slug(stem):
            message = f"the name of the file is the id of the source; write {SHAPE}"
            at = file or files.text_file
            self._lose_file(at, stem, Problem(Place(at), message, "F011"))
            return
        if file is None:
            self._text_alone(files)
            return
        table = self.toml(file)
        if table is None:
            self._lose_file(file, stem)
            return
        header = table.pop("source", None)
        has_text = self._text(files.text_file, stem)
        if (obtained := file_of_original(header)) is not None:
            self._obtained = obtained
            self.draft.originals[stem] = look(obtained)
        # What it says of other records is looked at, even where there is no text to find quotes in.
        source = self._header(header, stem, Place(file, ("source",)))
        if source is not None and has_text:
            self.draft.sources.append((source, Place(file, ("source",))))
        elif source is not None:
            self.draft.lost.append(Lost("source", Place(files.text_file), {**header, "id": stem}))
        put: dict[str, list[Any]] = {
            "statement": self.draft.statements,
            "claim": self.draft.claims,
            "list": self.draft.lists,
            "furniture": self.draft.furniture.setdefault(stem, []),
            "left_out": self.draft.left_out.setdefault(stem, []),
        }
        implied = {kind: {"source": stem} for kind in ("statement", "claim", "list")}
        for name, record in self._tables(table, file, OF_A_SOURCE, implied):
            put[name].append(record)

    def _text_alone(self, files: SourceFiles) -> None:
        """A text that nobody has curated is a draft of a source, of which nothing is known but the text."""
        text = files.text_file
        if not self._text(text, files.stem):
            self.draft.lost.append(Lost("source", Place(text), {"id": files.stem}))
            return
        message = f"it is not curated yet; write its [source] into {text.removesuffix('.txt')}.toml"
        self.problems.append(Problem(Place(text), message, "F013"))
        implied = {"id": files.stem}
        table, missing = filled({**implied, "draft": True}, Source, self.draft.digests[files.stem])
        source = msgspec.convert(table, Source)
        self.draft.unfinished[Place(text)] = missing
        self.draft.sources.append((source, Place(text)))
        self.draft.furniture[files.stem] = []
        self.draft.left_out[files.stem] = []

    def _lose_file(self, file: str, stem: str, *problems: Problem) -> None:
        self.problems += problems
        self.draft.lost.append(Lost("source", Place(file), {"id": stem}))
        self.draft.lost_parts.append(LostPart(Place(file), frozenset({"statement", "claim", "list"})))

    def _text(self, file: str, stem: str) -> bool:
        """Read the document of a source; False where it could not be."""
        data = self._read(file)
        if data is None:
            return False
        try:
            self.draft.texts[stem] = decode(data)
        except NotUtf8 as error:
            self.problems.append(Problem(Place(file), str(error), "F005", error.line, error.column))
            return False
        self.draft.digests[stem] = hashlib.sha256(data).hexdigest()
        return True

    def _header(self, header: object, stem: str, place: Place) -> Source | None:
        if header is not None:
            known = len(self.problems)
            source = self._record(header, Source, place, "source", {"id": stem})
            original = self.draft.originals.get(stem)
            digest = original if isinstance(original, str) else None
            self.problems[known:] = with_digest(self.problems[known:], self.draft.digests.get(stem), digest)
            return source
        if any(it.kind == "source" and it.id == stem for it in self.draft.lost):
            return None
        place = Place(place.file)
        self.problems.append(Problem(place, "the table [source] is missing; begin the file with it", "S003"))
        self.draft.lost.append(Lost("source", place, {"id": stem}))
        return None

    def _tables(
        self,
        table: dict[str, Any],
        file: str,
        kinds: Mapping[str, type[Record]],
        implied: Mapping[str, dict[str, str]],
    ) -> Iterator[tuple[str, tuple[Record, Place]]]:
        for name, rows in table.items():
            place = Place(file, (name,))
            if name not in kinds:
                hint = belongs(name) or did_you_mean(name, kinds)
                hint = hint or f"; known here: {', '.join(f'[[{k}]]' for k in kinds)}"
                self.problems.append(Problem(place, f'unknown table "{shortened(name)}"{hint}', "S001"))
                self._lose_rows("", rows, place)
            elif not isinstance(rows, list):
                message = f"write [[{name}]] in double brackets, one for each record"
                self.problems.append(Problem(place, message, "S002"))
                self._lose_rows(name, rows, place)
            else:
                for number, row in enumerate(rows):
                    where = place.of(number)
                    record = self._record(row, kinds[name], where, name, implied.get(name, {}))
                    if record is not None:
                        yield name, (record, where)

    def _lose_rows(self, kind: str, rows: object, place: Place) -> None:
        """Keep what stands where no record can be: others may name it."""
        if isinstance(rows, dict):
            self.draft.lost.append(Lost(kind, place, rows))
        elif isinstance(rows, list):
            self.draft.lost += [
                Lost(kind, place.of(number), row) for number, row in enumerate(rows) if isinstance(row, dict)
            ]

    def _record(
        self, table: object, kind: type[R], place: Place, name: str, implied: dict[str, str]
    ) -> R | None:
        missing: frozenset[str] = frozenset()
        said = table if isinstance(table, dict) else {}
        if is_begun(table, kind):
            digest = self.draft.digests.get(implied.get("source", implied.get("id", "")), "0" * 64)
            table, missing = filled({**implied, **said}, kind, digest)
            table = {name: value for name, value in table.items() if name not in implied or name in said}
        record = convert(table, kind, place, implied)
        if isinstance(record, list):
            self.problems += advised(record, table, kind, place)
            return self._in_part(Lost(name, place, {**said, **implied}), kind, record, implied)
        if missing:
            self.draft.unfinished[place] = missing
            self.problems.append(lacking(place, missing))
            record = emptied(record)
        return record

    def _in_part(
        self, lost: Lost, kind: type[R], problems: list[Problem], implied: dict[str, str]
    ) -> R | None:
        """What can be read of a record that is left out; if nothing can, it is lost."""
        digest = self.draft.digests.get(implied.get("source", implied.get("id", "")), "0" * 64)
        found = read_in_part(lost.table, kind, problems, lost.place, implied, digest)
        if found is None:
            self._put_aside(lost, kind, problems, implied, digest)
            return None
        self.draft.in_part.append(lost)
        record, self.draft.unfinished[lost.place] = found
        return record

    def _put_aside(
        self, lost: Lost, kind: type[Record], problems: list[Problem], implied: dict[str, str], digest: str
    ) -> None:
        self.draft.lost.append(lost)
        name = f"not-read-{hashlib.sha256(lost.place.file.encode()).hexdigest()[:16]}-{len(self.draft.aside)}"
        found = read_aside(lost.table, kind, problems, lost.place, implied, digest, name)
        if found is not None:
            self.draft.aside.append(Aside(found[0], lost.place, found[1]))

    def toml(self, file: str) -> dict[str, Any] | None:
        """The table in a file, as far as it can be read; None where nothing of it can."""
        data = self._read(file)
        if data is None:
            return None
        table = toml_table(data, file)
        return self._salvaged(data, file, table) if isinstance(table, Problem) else table

    def _salvaged(self, data: bytes, file: str, problem: Problem) -> dict[str, Any] | None:
        """What can be read of a file that is no TOML; what cannot is lost."""
        kinds = KINDS_IN.get(file, frozenset({"source", *OF_A_SOURCE}))
        found = salvage(data, file, problem, kinds)
        if found is None:
            self.problems.append(problem)
            return None
        self.tables[file] = found.data
        self.problems += found.problems
        stem = "" if file in KINDS_IN else file.rpartition("/")[2].removesuffix(".toml")
        lost = [of_file(it, kinds, stem) for it in found.lost]
        self.draft.lost += lost
        if found.lost_rest or not all(it.kind or it.id for it in lost):
            self.draft.lost_parts.append(LostPart(Place(file), kinds))
        if stem and "source" not in found.table and not any(it.kind == "source" for it in lost):
            self.draft.lost.append(Lost("source", Place(file), {"id": stem}))
        if file == INFO_FILE and not found.table.keys() - {"check"}:
            return None
        return found.table

    def _read(self, file: str) -> bytes | None:
        data = self.read[file]
        if isinstance(data, UnreadableFile):
            self.problems.append(Problem(Place(file), f"{data}{wanted(file, data)}", data.code))
            return None
        if file.endswith(".toml"):
            self.tables[file] = data
        return data
