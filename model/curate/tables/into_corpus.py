"""A file of tables into a corpus: the change set that keeps it, its texts, and a draft of each row."""

import hashlib
import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from model.corpus.draft import Draft
from model.corpus.fields import since
from model.corpus.files import MAX_BYTES
from model.corpus.layout import is_dropping
from model.corpus.parts import DATED
from model.corpus.reading import FolderReading
from model.corpus.records import Source
from model.curate.beginning import beginning, title_of
from model.curate.changes import Changes, FileChange, additions_first
from model.curate.known_ids import known_ids
from model.curate.new_ids import TakenIds, slug_of
from model.curate.schema.files import schema_line, wants_schemas
from model.curate.tables.drafted import DraftedRow, Outcome, RejectedRow, RowIds, drafted
from model.curate.tables.places import places_by_name
from model.curate.tables.stored_text import NOTE, StoredText, on_one_line
from model.exchange.tables.columns import Columns
from model.exchange.tables.sheet import Sheet
from model.exchange.to_toml import toml

ORIGINALS = "originals"
"""Where files are kept as they were obtained."""

_EVENTS = "events.toml"


class NotImported(Exception):
    """A table that cannot be put into a corpus; the message is one sentence that says why."""


@dataclass(frozen=True, slots=True)
class GivenTable:
    """A file of tables: its name (a text, without folders), its bytes, and the tables that are taken, with columns."""

    name: str
    data: bytes
    sheets: Sequence[tuple[Sheet, Columns]]


@dataclass(frozen=True, slots=True)
class ImportedSheet:
    """What became of a sheet: the source that holds its text, and the outcome of each row below the header."""

    columns: Columns
    source: str
    outcomes: tuple[Outcome, ...]

    @property
    def made(self) -> list[DraftedRow]:
        """The rows of which drafts were made."""
        return [it for it in self.outcomes if isinstance(it, DraftedRow)]

    @property
    def rejected(self) -> list[RejectedRow]:
        """The rows of which none was made."""
        return [it for it in self.outcomes if isinstance(it, RejectedRow)]


def changes_for(folder: Path, file: GivenTable) -> tuple[Changes, tuple[ImportedSheet, ...]]:
    """What there is to write so that a corpus has the tables of a file, and what became of their rows.

    A folder that is not there, or is empty, becomes a new corpus. Raises `NotImported`.
    """
    begun = () if _is_corpus(folder) else beginning(title_of(folder))
    draft, events = _there(folder) if not begun else (Draft(), _of(begun, _EVENTS))
    digest = hashlib.sha256(file.data).hexdigest()
    for there, _ in draft.sources:
        if there.original is not None and there.original.sha256 == digest:
            raise NotImported(f'this file has been imported already, as the source "{there.id}"')
    known = known_ids(draft)
    taken = RowIds(TakenIds(known["event"]), TakenIds(name for kind in DATED for name in known[kind]))
    original = _original(folder, file.name)
    wired = bool(begun) or wants_schemas(folder)
    imported, changes, tables = [], [FileChange(original, None, file.data)], []
    for sheet, columns in file.sheets:
        title = _title(file.name, sheet.name)
        stem = re.sub(r"\.[^.]*$", "", file.name)
        source = taken.others.new(f"{stem} {sheet.name}", "table")
        stored = StoredText(title, sheet)
        found = ImportedSheet(
            columns,
            source,
            tuple(drafted(stored, columns, source, places_by_name(it for it, _ in draft.entities), taken)),
        )
        header = _header(stored, original, digest)
        sidecar = "\n".join(_sidecar(stored, found, header))
        name = f"sources/{source}"
        changes.append(FileChange(f"{name}.txt", None, stored.text.encode()))
        changes.append(
            FileChange(
                f"{name}.toml", None, ((schema_line(f"{name}.toml") if wired else "") + sidecar).encode()
            )
        )
        tables += [toml([("event", it.event)]) for it in found.made]
        imported.append(found)
    changes.append(_with_events(events, tables))
    _refuse_too_large(changes)
    rest = tuple(it for it in begun if it.file != _EVENTS)
    return additions_first((*rest, *changes)), tuple(imported)


def _is_corpus(folder: Path) -> bool:
    return folder.is_dir() and any(not is_dropping(it.name) for it in folder.iterdir())


def _of(changes: Iterable[FileChange], file: str) -> FileChange:
    """The change of a file of a new corpus, as what it is there before rows are added."""
    return next(it for it in changes if it.file == file)


def _there(folder: Path) -> tuple[Draft, FileChange]:
    """What there is of the corpus in a folder, and its file of events as it is."""
    if not (folder / "corpus.toml").is_file():
        raise NotImported(
            f"{folder} is no corpus: it has no corpus.toml; name one, or a folder that is new or empty"
        )
    reading = FolderReading(folder, MAX_BYTES)
    wanted = since(Source, "original")
    if reading.draft.info is not None and reading.draft.info.format < wanted:
        raise NotImported(f"drafts came with format {wanted}; write format = {wanted} in corpus.toml")
    broken = next((it for it in reading.draft.lost_parts if it.place.file), None)
    if broken is not None:
        raise NotImported(
            f"{broken.place.file} cannot be read, so which ids are taken is not known; run dprk-tui check"
        )
    events = reading.tables.get(_EVENTS)
    return reading.draft, FileChange(_EVENTS, events, events or b"")


def _original(folder: Path, name: str) -> str:
    """Where the file is kept: a name that is not there yet."""
    stem, dot, ending = name.rpartition(".")
    ending = slug_of(ending) if dot else ""
    there = {path.name for path in (folder / ORIGINALS).iterdir()} if (folder / ORIGINALS).is_dir() else set()
    base, number = slug_of(stem if dot else name) or "table", 1
    while (found := f"{base}{f'-{number}' if number > 1 else ''}{'.' if ending else ''}{ending}") in there:
        number += 1
    return f"{ORIGINALS}/{found}"


def _title(name: str, sheet: str) -> str:
    return on_one_line(f"{name}, {sheet}" if sheet else name).strip() or "table"


def _header(stored: StoredText, original: str, digest: str) -> dict[str, Any]:
    return {
        "title": stored.title,
        "medium": "table",
        "original": {"file": original, "sha256": digest},
        "sha256": hashlib.sha256(stored.text.encode()).hexdigest(),
        "draft": True,
        "note": NOTE,
    }


def _sidecar(stored: StoredText, found: ImportedSheet, header: dict[str, Any]) -> Iterable[str]:
    """The records of a source, in the order of its text."""
    yield toml([("source", header)])
    for row in stored.sheet.rows:
        if row.number <= found.columns.header and not row.empty:
            kind = "table-header" if row.number == found.columns.header else "table-title"
            yield toml([("furniture", {"quote": stored.quote(row), "kind": kind})])
    for outcome in found.outcomes:
        if isinstance(outcome, DraftedRow):
            yield toml([("claim", outcome.claim)])
        elif not outcome.row.empty:
            yield toml([("left_out", {"quote": stored.quote(outcome.row), "reason": outcome.why})])


def _with_events(events: FileChange, tables: Sequence[str]) -> FileChange:
    """The file of events with more of them at its end."""
    before = events.after or b""
    end = b"" if not before or before.endswith(b"\n") else b"\n"
    after = before + end + "".join(f"\n{it}" for it in tables).encode()
    try:
        there = len(tomllib.loads(before.decode()).get("event", ()))
        if len(tomllib.loads(after.decode()).get("event", ())) != there + len(tables):
            raise ValueError
    except (ValueError, AttributeError, TypeError):
        raise NotImported(
            f"{_EVENTS} cannot be added to; write each event in a [[event]] of its own"
        ) from None
    return FileChange(_EVENTS, events.before, after)


def _refuse_too_large(changes: Iterable[FileChange]) -> None:
    for change in changes:
        size = len(change.after or b"")
        if size > MAX_BYTES and not change.file.startswith(ORIGINALS):
            raise NotImported(
                f"{change.file} would have {size:,} bytes, and at most {MAX_BYTES:,} are read; part the table in two"
            )
