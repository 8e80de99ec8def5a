"""An id under another name, wherever it stands: one change set."""

from collections.abc import Iterator, Mapping
from pathlib import Path as FilePath
from typing import Any

from model.corpus.draft import Draft
from model.corpus.files import MAX_BYTES, UnreadableFile, read_inside
from model.corpus.findings import Path
from model.corpus.layout import layout_of
from model.corpus.lost import DATED
from model.corpus.naming import references
from model.corpus.reading import FolderReading
from model.corpus.slugs import is_slug, not_an_id
from model.corpus.tables import KINDS
from model.curate.changes import Changes, changed_files
from model.curate.known_ids import known_ids, refuse_unknown
from model.curate.splice import proven, spliced
from model.curate.toml_text import ByteSpan, CannotEdit, TomlText

_INFO = "corpus.toml"


def renamed(folder: FilePath, kind: str, old: str, new: str, max_bytes: int = MAX_BYTES) -> Changes:
    """What gives the record `old` of a kind the id `new`, and each place that names it; a source's files too.

    The folder is only read. Raises `CannotEdit` where there is no such record, where `new` is no id, is taken or is
    named already, and where a file cannot be read, since it may name the record.
    """
    reading = FolderReading(folder, max_bytes)
    _refuse(reading.draft, kind, old, new)
    before, after = dict(reading.tables), {}
    moved = _new_paths(folder, old, new) if kind == "source" else {}
    for file, data in reading.tables.items():
        try:
            after[file] = _with_name(TomlText(data), file, kind, old, new, reading.draft, moved)
        except CannotEdit as error:
            raise CannotEdit(f"{file}: {error}") from None
    _move_files(folder, moved, before, after, max_bytes)
    return changed_files(before, after)


def _refuse(draft: Draft, kind: str, old: str, new: str) -> None:
    known = known_ids(draft)
    refuse_unknown(known, kind, old)
    if not is_slug(new):
        raise CannotEdit(not_an_id(new))
    for other in DATED if kind in DATED else (kind,):
        if new in known[other]:
            raise CannotEdit(f'the id "{new}" belongs to a {other} already; choose another')


def _with_name(
    text: TomlText, file: str, kind: str, old: str, new: str, draft: Draft, moved: Mapping[str, str]
) -> bytes:
    """One file with the new name in place of the old one; `moved` are the new paths of files."""
    places = [(path, is_key, old, new) for path, is_key in _places(text, kind, old)]
    if any(True for _ in _places(text, kind, new)):
        raise CannotEdit(
            f'it names a {kind} "{new}", which is not there; mend that first, or choose another id'
        )
    if file == _INFO:
        places += _silenced(kind, old, new, draft, moved)
        places += _dismissed(kind, old, new, draft)
    if not places:
        return text.data
    pieces = [(_span(text, path, is_key), was, becomes) for path, is_key, was, becomes in places]
    data = text.data
    for span, was, becomes in sorted(pieces, key=lambda it: it[0].start, reverse=True):
        said, plain, named = data[span.start : span.end], was.encode(), becomes.encode()
        data = spliced(data, span, said.replace(plain, named) if said.count(plain) == 1 else b'"%b"' % named)

    def change(table: dict[str, Any]) -> None:
        """The same change in the table that was read, against which the new text is held."""
        # Keys last: they change the ways to what is in them.
        for path, is_key, _, becomes in sorted(places, key=lambda it: it[1]):
            inner: Any = table
            for step in path[:-1]:
                inner = inner[step]
            if is_key:
                inner[becomes] = inner.pop(path[-1])
            else:
                inner[path[-1]] = becomes

    return proven(text, data, change)


def _places(text: TomlText, kind: str, name: str) -> Iterator[tuple[Path, bool]]:
    """Where a file names a record, its own id too; with whether that is a key."""
    for table, rows in text.table.items():
        if table not in KINDS:
            continue
        many = isinstance(rows, list)
        for number, row in enumerate(rows if many else [rows]):
            if not isinstance(row, dict):
                continue
            at: Path = (table, number) if many else (table,)
            if table == kind and row.get("id") == name:
                yield (*at, "id"), False
            for reference in references(row, KINDS[table]):
                if reference.name == name and kind in reference.kinds:
                    yield (*at, *reference.path), reference.is_key


def _silenced(
    kind: str, old: str, new: str, draft: Draft, moved: Mapping[str, str]
) -> Iterator[tuple[Path, bool, str, str]]:
    """Where the corpus does without findings in the record or in its files, and what stands there before and after.

    Not where another kind has the same id: who is meant is not known.
    """
    is_its_own = not any(old in names for other, names in known_ids(draft).items() if other != kind)
    becomes = {**moved, **({old: new} if is_its_own else {})}
    ignored = draft.info.check.ignore if draft.info is not None else ()
    for number, entry in enumerate(ignored):
        if entry.where in becomes:
            yield ("check", "ignore", number, "where"), False, entry.where, becomes[entry.where]


def _dismissed(kind: str, old: str, new: str, draft: Draft) -> Iterator[tuple[Path, bool, str, str]]:
    """Where a candidate was dismissed that was between the record and another one."""
    for at, entry in enumerate(draft.info.suggest.dismissed if draft.info is not None else ()):
        for number, name in enumerate(entry.between):
            if (entry.of, name) == (kind, old):
                yield ("suggest", "dismissed", at, "between", number), False, old, new


def _span(text: TomlText, path: Path, is_key: bool) -> ByteSpan:
    if not is_key and path in text.values:
        return text.values[path].value
    for written in text.values.values():
        steps = len(path) - 1 - (len(written.path) - len(written.keys))
        if is_key and written.path[: len(path)] == path and 0 <= steps < len(written.keys):
            return written.keys[steps]
    raise CannotEdit("it is written in a way that cannot be edited safely; edit it by hand")


def _new_paths(folder: FilePath, old: str, new: str) -> dict[str, str]:
    """The files of a source, each with its path under the new name, in the folder in which it is."""
    files = next(it for it in layout_of(folder).sources if it.stem == old)
    found = {}
    for file in filter(None, (files.text, files.records)):
        path, _, ending = file.rpartition(".")
        found[file] = f"{path.removesuffix(old)}{new}.{ending}"
    return found


def _move_files(
    folder: FilePath,
    moved: Mapping[str, str],
    before: dict[str, bytes],
    after: dict[str, bytes],
    max_bytes: int,
) -> None:
    """Put files under their new paths."""
    for file, path in moved.items():
        try:
            data = before.setdefault(file, read_inside(folder, file, max_bytes))
        except UnreadableFile as error:
            raise CannotEdit(f"{file}: {error}") from None
        after[path] = after.pop(file, data)
