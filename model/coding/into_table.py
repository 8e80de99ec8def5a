"""A plan becomes the one file of a table: what is said of it, its rows, and a list of those that could not be taken."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from model.coding.coded_map import coded_map_text
from model.coding.keys import coded_columns
from model.coding.plan import Plan
from model.coding.rejected import rejects_file, write_rejects
from model.coding.taking import TakenRows, take
from model.index.table.coded import TableFile, TableMeta
from model.index.table.file.revising import Download, DownloadRefused, Revised
from model.index.table.file.staged_writer import StagedWriter
from model.index.table.store import StoreFault
from model.index.table.target import TableTarget

Done = Callable[[str, int, int | None], None]
"""Hears what is being done, how much of it is, and of how much, None if unknown."""


_STAGES = {"comparing": "rows compared", "sorting": "rows sorted", "writing": "rows written"}


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a plan: the table as it is now, what became of its rows, and where the list of rejects is.

    `meta` is None where no row could be taken: then no table was written, and one that was there is as it was.
    """

    meta: TableMeta | None
    taken: TakenRows
    rejects: Path | None
    revised: Revised | None = None
    """What the download brought, where the table has a key."""


def meta_of(plan: Plan, title: str, days: tuple[int, ...]) -> TableMeta:
    """What there is to say of the table, without its counts. `days` are those on which streams were had."""
    files = tuple(
        TableFile(it.name, it.file.sha256, it.file.size, it.format, it.file.encoding, day)
        for it, day in zip(plan.streams, days, strict=True)
    )
    said = tuple(
        f"{stream.name}: {sentence}" if len(plan.streams) > 1 else sentence
        for stream, met in zip(plan.streams, plan.said, strict=True)
        for sentence in (*stream.said, *met)
    )
    return TableMeta(title, coded_columns(plan.columns), files, said=said)


def into_table(
    plan: Plan,
    meta: TableMeta,
    out: TableTarget,
    done: Done = lambda *_: None,
    download: Download | None = None,
) -> Imported:
    """Write the table, or go on with writing it where an earlier run of the same was cut off.

    With a key, the plan is a `download` of the table, which may be there already: then `meta` has all its files.

    The list of rejects is a new file: what stands at its name is never touched. Raises `StoreFault`, whose sentence
    names the file, `UnreadableTable` where a file changes meanwhile, `OSError`.
    """
    text = coded_map_text(plan.columns, plan.streams[0].file.name, plan.convention.numbers)
    with out.writer(meta, {"map": text.encode()}) as writer:
        first = download.first_file if download is not None else 0
        taken = take(plan, writer, lambda rows: done("rows taken", rows, plan.rows), first)
        if not taken.taken:
            rejects = _none_taken(out, meta, first, writer)
            writer.discard()
            return Imported(None, taken, rejects)
        try:
            written = writer.finish(
                lambda stage, part, whole: done(_STAGES.get(stage, stage), part, whole), download
            )
        except DownloadRefused:
            writer.discard()
            raise
    return Imported(written, taken, _rejects(out, written, first, taken), writer.revised)


def _none_taken(out: TableTarget, meta: TableMeta, first: int, writer: StagedWriter) -> Path:
    """The list of rows of which none could be taken."""
    path = rejects_file(out.beside, meta.files[first].download)
    try:
        write_rejects(path, writer.rejects(), meta)
    except OSError as error:
        raise StoreFault(
            f"{path}: no row could be taken, and the list of rejected rows cannot be written: {error.strerror}"
        ) from None
    return path


def _rejects(out: TableTarget, meta: TableMeta, first: int, taken: TakenRows) -> Path | None:
    """The list of what this download could not give."""
    if not taken.rejected:
        return None
    path = rejects_file(out.beside, meta.files[first].download)
    store = out.before()
    try:
        own = (it for it in store.rejects(0, meta.rejected) if it[0] >= first)
        write_rejects(path, own, meta)
    except OSError as error:
        raise StoreFault(
            f"{path}: the list of rejected rows cannot be written: {error.strerror}; {out} has all rows that were taken"
        ) from None
    finally:
        store.close()
    return path
