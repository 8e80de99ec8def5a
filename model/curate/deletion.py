"""A record taken out of a corpus with all that cannot be without it: one change set, and nothing left dangling."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

from model.corpus.draft import Draft
from model.corpus.files import MAX_BYTES, UnreadableFile, read_inside
from model.corpus.findings import Path, Place
from model.corpus.info import INFO_FILE
from model.corpus.layout import layout_of
from model.corpus.reading import FolderReading
from model.corpus.tables import MAY_BE_ABSENT
from model.curate.changes import Changes, FileChange, removals_first
from model.curate.field_edit import with_value, without_value
from model.curate.hanging import Goes, Stays, going_with, staying_without
from model.curate.known_ids import known_ids, refuse_unknown
from model.curate.removal import without_records
from model.curate.toml_text import CannotEdit, TomlText


@dataclass(frozen=True, slots=True)
class Deletion:
    """What goes with a record, what stays without it, and the change set that does both."""

    goes: tuple[Goes, ...]
    stays: tuple[Stays, ...]
    changes: Changes


def deletion_of(folder: FilePath, kind: str, name: str, max_bytes: int = MAX_BYTES) -> Deletion:
    """What deleting a record comes to. The folder is only read.

    A source goes with its text, and with its original where no other source has that. Raises `CannotEdit` where there
    is no such record, where it could not be read, and where a file that has to change cannot be edited.
    """
    reading = FolderReading(folder, max_bytes)
    draft = reading.draft
    refuse_unknown(known_ids(draft), kind, name)
    first = next((place for it, place in draft.named_records()[kind] if it.id == name), None)
    if first is None or any(it.place == first for it in draft.in_part):
        raise CannotEdit(f'the {kind} "{name}" has errors; mend it first, or delete it by hand')
    goes = tuple(going_with(draft, first))
    gone = frozenset([first, *(it.place for it in goes)])
    stays = tuple(staying_without(draft, gone))
    before = dict(reading.tables)
    after: dict[str, bytes | None] = dict(before)
    for change in stays:
        after[change.place.file] = _with_less(after[change.place.file] or b"", change)
    for file in sorted({place.file for place in gone if place.file in before}):
        after[file] = _without(after[file] or b"", file, gone)
    for source, place in draft.sources:
        if place in gone:
            files = _files_of(folder, draft, source.id, max_bytes)
            before |= files
            after |= dict.fromkeys(files)
    silenced = _silenced(draft, gone, before.keys() - {it for it, data in after.items() if data is not None})
    if said := [*silenced, *_dismissed(draft, gone)]:
        with _in(INFO_FILE):
            after[INFO_FILE] = without_records(before[INFO_FILE], said)
    changes = (FileChange(file, data, after[file]) for file, data in before.items() if after[file] != data)
    return Deletion(goes, stays, removals_first(tuple(changes)))


def _without(data: bytes, file: str, gone: frozenset[Place]) -> bytes | None:
    paths = {place.path for place in gone if place.file == file}
    if ("source",) in paths:
        return None
    with _in(file):
        left = without_records(data, paths)
    return None if file in MAY_BE_ABSENT and not left.strip() else left


def _with_less(data: bytes, change: Stays) -> bytes:
    """The text of a file in which a record names less."""
    with _in(change.place.file):
        for field in change.fields:
            path = (*change.place.path, field.name)
            was, now = (getattr(it, field.attribute) for it in (change.was, change.now))
            data = _with_less_in(data, path, was, now)
    return data


@contextmanager
def _in(file: str) -> Iterator[None]:
    """What cannot be edited in here says in which file."""
    try:
        yield
    except CannotEdit as error:
        raise CannotEdit(f"{file}: {error}") from None


def _silenced(draft: Draft, gone: frozenset[Place], files: AbstractSet[str]) -> list[Path]:
    """The entries of corpus.toml that silence findings in what goes: records that no other has the id of, and files."""
    rows = [row for records in draft.named_records().values() for row in records]
    left = {record.id for record, place in rows if place not in gone}
    where = {record.id for record, place in rows if place in gone} - left | files
    ignored = draft.info.check.ignore if draft.info is not None else ()
    return [("check", "ignore", number) for number, entry in enumerate(ignored) if entry.where in where]


def _dismissed(draft: Draft, gone: frozenset[Place]) -> Iterator[Path]:
    """The entries of corpus.toml that dismiss what was between a record that goes and another one."""
    rows = [(kind, record.id, place) for kind, it in draft.named_records().items() for record, place in it]
    left = {(kind, name) for kind, name, place in rows if place not in gone}
    lost = {(kind, name) for kind, name, place in rows if place in gone} - left
    for number, entry in enumerate(draft.info.suggest.dismissed if draft.info is not None else ()):
        if any((entry.of, name) in lost for name in entry.between):
            yield ("suggest", "dismissed", number)


def _with_less_in(data: bytes, path: Path, was: Any, now: Any) -> bytes:
    if not now:
        return without_value(data, path)
    if isinstance(now, dict):
        for name in was.keys() - now.keys():
            data = without_value(data, (*path, name))
        return data
    if isinstance(now, tuple):
        names = TomlText(data).record(path[:-1])[str(path[-1])]
        for number in reversed(range(len(names))):
            if names[number] in was and names[number] not in now:
                data = without_value(data, (*path, number))
        return data
    return with_value(data, path, now)


def _files_of(folder: FilePath, draft: Draft, source: str, max_bytes: int) -> dict[str, bytes]:
    """The bytes of the files of a source: records, text, and its original if that is there and nobody else's."""
    found = next(it for it in layout_of(folder).sources if it.stem == source)
    originals = [(it.id, it.original.file) for it, _ in draft.sources if it.original is not None]
    own = {file for name, file in originals if name == source} - {
        file for name, file in originals if name != source
    }
    files = {}
    for file in (found.records, found.text, *own):
        if file is None:
            continue
        try:
            files[file] = read_inside(folder, file, max_bytes)
        except UnreadableFile as error:
            if file not in own:
                raise CannotEdit(f"{file}: {error}") from None
    return files
