"""What can be read of a file that is no TOML: the stretches of it that are, each from one header to the next.

Nothing is guessed. A stretch in which something is wrong is left out as a whole, and so is all that follows where it is
not certain where one ends.
"""

import codecs
import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from model.corpus.findings import Place, Problem
from model.corpus.lost import Lost
from model.corpus.shortened import shortened
from model.corpus.stretches import Stretches, stretches_of
from model.corpus.syntax import toml_table
from model.quotes.document import line_and_column

_MOST_BROKEN = 200
"""After so many stretches in which something is wrong, the rest is not looked at: it is no corpus."""

_MOST_AGAIN = 20
_MOST_NAMED = 3
_OTHER_HEADER = re.compile(r"\[\[[ \t]*(?P<name>[a-z_]+)|\[[ \t]*(?P<only>[a-z_]+)[ \t]*\]\]")
"""What is left of a header, anywhere in a line that is no pair."""

_LONGEST_LINE = 10_000
_NOT_UTF8 = re.compile("[\udc80-\udcff]")
"""A byte that was no UTF-8, as `surrogateescape` has it (PEP 383)."""

_ESCAPED = 0xDC00
_KEEPS = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Salvage:
    """What could be read: `table`, and `data`, in which all else is blank and every line is where it was.

    `lost` has what is known of each record left out: a place, of its own where it has an id, and the fields that could
    be read; its kind is the name of its table, which may be empty or none that is known. `lost_rest` is True where
    there may be any number of others.
    """

    table: dict[str, Any]
    data: bytes
    problems: tuple[Problem, ...]
    lost: tuple[Lost, ...]
    lost_rest: bool


def salvage(data: bytes, file: str, problem: Problem, kinds: Collection[str]) -> Salvage | None:
    """What can be read of a file that cannot be read as a whole, for which `problem` is said.

    `kinds` are those of the records that it may hold. None where its records cannot be told apart at all.
    """
    if data.startswith(codecs.BOM_UTF8):
        return _without_mark(data.removeprefix(codecs.BOM_UTF8), file, problem, kinds)
    # What is no UTF-8 is wrong in its stretch, as anything else that is no TOML.
    stretches = stretches_of(data.decode("utf-8", "surrogateescape"), kinds)
    return _Salvaging(stretches, file, problem).done()


def of_file(found: Lost, kinds: Collection[str], stem: str) -> Lost:
    """What was found of a lost record, as one of its file: that of the source `stem`, if of any."""
    kind = found.kind if found.kind in kinds else ""
    implied = {"id": stem} if kind == "source" else {"source": stem} if stem else {}
    return Lost(kind, found.place, {**found.table, **implied})


def _without_mark(data: bytes, file: str, problem: Problem, kinds: Collection[str]) -> Salvage | None:
    """A byte order mark is said, and nothing is the worse for it."""
    table = toml_table(data, file)
    if not isinstance(table, Problem):
        return Salvage(table, data, (problem,), (), False)
    found = salvage(data, file, table, kinds)
    return replace(found, problems=(problem, *found.problems)) if found else None


class _Salvaging:
    def __init__(self, stretches: Stretches, file: str, problem: Problem) -> None:
        self._text, self._file, self._problem = stretches.text, file, problem
        self._stretches = stretches
        self._broken: dict[int, Problem] = {}
        self._rest = len(stretches.parts)

    def done(self) -> Salvage | None:
        """What could be read of it; None where nothing could."""
        self._find_broken()
        for _ in range(_MOST_AGAIN):
            data = self._sound_text().encode()
            table = toml_table(data, self._file)
            if not isinstance(table, Problem):
                return self._salvaged(table, data)
            number = self._stretches.at(self._offset(table.line)) if table.line else self._rest
            if number >= self._rest or number in self._broken:
                return None
            # It is sound by itself, and not with what stands before it: two tables of one name.
            self._broken[number] = table
        return None

    def _find_broken(self) -> None:
        parts = self._stretches.parts
        line = 1
        for number, part in enumerate(parts):
            said = self._text[part.start : part.end]
            found = self._problem_in(said)
            if found is not None:
                self._broken[number] = replace(
                    found, line=(found.line or 1) + line - 1, column=found.column or 1
                )
            if len(self._broken) > _MOST_BROKEN:
                self._rest = number
                break
            line += said.count("\n")
        if self._stretches.doubtful < len(parts):
            # Where a text begins is not known, so what is wrong before it may be its beginning.
            self._rest = min([self._rest, self._stretches.doubtful, *self._broken])
        self._broken = {number: it for number, it in self._broken.items() if number < self._rest}

    def _problem_in(self, said: str) -> Problem | None:
        """What is wrong in a stretch, by itself."""
        if bad := _NOT_UTF8.search(said):
            line, column = line_and_column(said, bad.start())
            message = f"not UTF-8: byte 0x{ord(bad[0]) - _ESCAPED:02X}; it must be UTF-8"
            return Problem(Place(self._file), message, "F005", line, column)
        found = toml_table(said.encode(), self._file)
        return found if isinstance(found, Problem) else None

    def _offset(self, line: int) -> int:
        at = 0
        for _ in range(line - 1):
            at = self._text.find("\n", at) + 1
        return at

    def _sound_text(self) -> str:
        parts = self._stretches.parts[: self._rest]
        said = (self._text[it.start : it.end] for it in parts)
        kept = [_KEEPS.sub("", it) if number in self._broken else it for number, it in enumerate(said)]
        return "".join(kept)

    def _salvaged(self, table: dict[str, Any], data: bytes) -> Salvage:
        problems: list[Problem] = []
        lost: list[Lost] = []
        rest = False
        for number, problem in self._broken.items():
            part = self._stretches.parts[number]
            text = _NOT_UTF8.sub("\N{REPLACEMENT CHARACTER}", self._text[part.start : part.end])
            records = [
                Lost(name, _place(self._file, name, table), table)
                for name, table in _records(text, part.name)
            ]
            place = records[0].place if records else problem.place
            problems.append(replace(problem, place=place, message=problem.message + _left_out(records)))
            also = "left out too: where it begins is not certain for what is wrong here"
            problems += [replace(problem, place=it.place, message=also) for it in records[1:] if it.id]
            lost += records
            rest = rest or not records
        if self._rest < len(self._stretches.parts):
            line = self._text.count("\n", 0, self._stretches.parts[self._rest].start) + 1
            why = f"all from line {line} on is left out, since texts cannot be told from records there"
            message = f"{self._problem.message}; {why}"
            problems.append(replace(self._problem, message=message, line=self._problem.line or line))
            rest = True
        return Salvage(table, data, tuple(problems), tuple(lost), rest)


def _records(text: str, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """What a stretch that is left out says line by line: of one record, or of several where a header is broken."""
    fields: dict[str, Any] = {}
    for line in text.split("\n"):
        pair = _pair(line)
        header = None if pair else _OTHER_HEADER.search(line, 0, _LONGEST_LINE)
        again = "id" in fields and "id" in pair
        if fields and (again or header):
            yield name, fields
            fields = {}
        if header or again:
            name = (header["name"] or header["only"]) if header else ""
        for key, value in pair.items():
            fields.setdefault(key, value)
    if fields or name:
        yield name, fields


def _pair(line: str) -> dict[str, Any]:
    if len(line) > _LONGEST_LINE or line.lstrip().startswith("["):
        return {}
    try:
        return tomllib.loads(line)
    except (ValueError, RecursionError):
        return {}


def _place(file: str, name: str, table: Mapping[str, Any]) -> Place:
    """Where a record that is left out stands. It has no number among the others, so its id tells it apart."""
    identity = Lost(name, Place(file), table).id
    return Place(file, (name, identity)) if name and identity else Place(file)


def _left_out(records: list[Lost]) -> str:
    named = [f'the {it.kind or "record"} "{it.id}"' for it in records if it.id]
    if not named:
        named = [f"the {shortened(it.kind)}" for it in records if it.kind][:1]
    if not named:
        return ""
    more = len(named) > _MOST_NAMED
    said = ", ".join(named[:_MOST_NAMED]) if more else " and ".join(named)
    return f"; {said}{' and more' if more else ''} {'is' if len(named) == 1 else 'are'} left out"
