"""`dprk-tui import ... -o OUT.db --key COLUMN`: which table is there, and whether this is a newer download of it."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, replace

from model.coding.coded_map import CodedMap, read_coded_map
from model.coding.keys import coded_columns
from model.coding.plan import Plan
from model.corpus.shortened import shortened
from model.dates.wording import day_medium
from model.exchange.tables.mapping import UnreadableMap
from model.exchange.tables.streams.stream import Stream
from model.index.faults import StoreFault
from model.index.table.coded import TableMeta
from model.index.table.file.revising import Download, MissingRows
from model.index.table.store import Store
from model.index.table.target import TableTarget
from tui.cli.narration import narrate
from tui.cli.refusal import Refusal

_MOST_NAMED = 20


def table_before(out: TableTarget, key: Sequence[str] | None) -> Store | None:
    """The table that is there, None where it is to be replaced.

    Raises `Refusal` where it cannot be read, or it is not said by what its rows are the same.
    """
    try:
        store = out.before()
    except StoreFault as fault:
        raise Refusal(
            f"{out} is there already; name another file for the table, or take it away first ({fault})"
        ) from None
    if not key and not store.meta.key:
        store.close()
        if out.replaces:
            narrate(f"{out}: {store.total:,} rows are there; they are replaced in one step at the end")
            return None
        raise Refusal(
            f"{out} is there already; name another file for the table, or, where this is a newer download of it, "
            "say with --key COLUMN by which column a row is the same in both"
        )
    return store


@dataclass(frozen=True, slots=True)
class WantedDownload:
    """What is wanted of a download: by which `names` of columns rows are the same, beside which table `before`, if any.

    `told` is how that was read; `nothing_new` says that there is nothing to do.
    """

    names: tuple[str, ...]
    before: Store | None
    missing: MissingRows
    day: int | None = None
    told: CodedMap | None = None
    nothing_new: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that are there already."""
        return tuple(it.name for it in self.before.meta.columns) if self.before is not None else ()

    def download(self, plan: Plan, meta: TableMeta, title: str | None) -> tuple[TableMeta, Download | None]:
        """What there is to say of the table with this download, and the download; None without a key.

        Raises `Refusal`.
        """
        if not self.names:
            return meta, None
        key = _key(self.names, plan)
        if self.before is None:
            return replace(meta, key=key), Download(None, 0, 0, MissingRows.GONE)
        old = self.before.meta
        _same_key(key, old, plan.columns.names)
        assert self.day is not None
        files = tuple(replace(it, day=self.day, download=old.downloads) for it in meta.files)
        columns = tuple(
            replace(it, download=old.columns[at].download if at < len(old.columns) else old.downloads)
            for at, it in enumerate(coded_columns(plan.columns))
        )
        meanings = [it.meaning for it in columns[: len(old.columns)]]
        if meanings != [it.meaning for it in old.columns]:
            raise Refusal(
                "--map gives columns another meaning than the table has; leave it out, "
                "or import all downloads with it into a new table, the oldest first"
            )
        whole = replace(
            meta,
            title=title or old.title,
            columns=columns,
            files=old.files + files,
            said=old.said + meta.said,
            key=key,
            same=old.same,
        )
        there = {
            number
            for places in plan.moved
            for number in range(len(columns))
            if places is None or places[number] >= 0
        }
        dropped = frozenset(range(len(old.columns))) - there
        return whole, Download(self.before, len(old.files), self.day, self.missing, dropped)


def wanted_of(
    options: argparse.Namespace, before: Store | None, streams: Sequence[Stream], days: Sequence[int]
) -> WantedDownload:
    """What is wanted of the streams, had on some days. Raises `Refusal`, as where the download is an older one."""
    missing = (
        MissingRows.KEPT if options.partial else MissingRows.GONE if options.whole else MissingRows.ASKED
    )
    names = tuple(options.key or ())
    if before is None:
        if not names and missing is not MissingRows.ASKED:
            raise Refusal("--partial and --whole are for a newer download of a table, with --key COLUMN")
        return WantedDownload(names, None, missing)
    meta = before.meta
    columns = tuple(it.name for it in meta.columns)
    names = names or tuple(columns[at] for at in meta.key)
    day, last = max(days), max(it.day for it in meta.files)
    newest = [it for it in meta.files if it.download == meta.downloads - 1]
    if {it.file.sha256 for it in streams} == {it.sha256 for it in newest}:
        _same_key(_places(names, columns), meta, columns)
        said = ", ".join(dict.fromkeys(it.name for it in newest))
        return WantedDownload(
            names,
            before,
            missing,
            nothing_new=f"nothing new: it is the same as {said}, the newest in the table",
        )
    older = [it for it in meta.files if it.sha256 in {it.file.sha256 for it in streams}]
    if older and options.day is None:
        raise Refusal(
            f"{older[0].name} is in the table already, as had on {day_medium(older[0].day)}, and a newer download "
            "after it; where the table says again what it said then, say since when with --day"
        )
    if day < last:
        raise Refusal(
            f"this download is of {day_medium(day)}, and the newest in the table of {day_medium(last)}: "
            "downloads come in one after the other, the oldest first; if it is a newer one, say its day with --day, "
            "else import all of them into a new table"
        )
    return WantedDownload(names, before, missing, day, _told(before) if options.map is None else None)


def _told(before: Store) -> CodedMap | None:
    kept = before.kept("map")
    try:
        return read_coded_map(kept) if kept is not None else None
    except UnreadableMap as error:
        raise Refusal(f"the map in the table cannot be read: {error}; say --map FILE") from None


def _key(said: Sequence[str], plan: Plan) -> tuple[int, ...]:
    """The places of the columns that are said, each alone or several parted by commas. Raises `Refusal`."""
    names = plan.columns.names
    found = _places(said, names)
    for stream, places in zip(plan.streams, plan.moved, strict=True):
        lacking = [it for it in found if places is not None and places[it] < 0]
        if lacking:
            raise Refusal(
                f'{stream.name} has no column "{shortened(names[lacking[0]])}", by which rows are the same; '
                "give the column that name in the file, or name another with --key"
            )
    return found


def _places(said: Sequence[str], names: Sequence[str]) -> tuple[int, ...]:
    """The same by the names of columns alone."""
    at = {_folded(name): number for number, name in reversed([*enumerate(names)])}
    found: list[int] = []
    for text in said:
        for name in [text] if _folded(text) in at else text.split(","):
            number = at.get(_folded(name))
            if number is None:
                some = ", ".join(f'"{shortened(it)}"' for it in names[:_MOST_NAMED])
                raise Refusal(f'--key: there is no column "{shortened(name)}"; there are: {some}')
            found.append(number)
    return tuple(dict.fromkeys(found))


def _same_key(key: tuple[int, ...], old: TableMeta, names: Sequence[str]) -> None:
    if (beyond := [it for it in key if it >= len(old.columns)]) or (old.key and key != old.key):
        told = ", ".join(old.columns[at].name for at in old.key) or "one of its own columns"
        why = f'it has no "{shortened(names[beyond[0]])}"' if beyond else f"its rows are the same by {told}"
        raise Refusal(
            f"--key: that is not the table's key: {why}; leave --key out, or begin a new table"
            if old.key
            else f"--key: {why}; name a column that both have"
        )


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
