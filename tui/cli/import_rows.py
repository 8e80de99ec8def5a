"""`dprk-tui import FILE... -o OUT.db`: a table of its own from files of rows, with all that there is to say of it."""

import argparse
import datetime
import gc
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from model.coding.coded_map import CodedMap, coded_map_text, read_coded_map
from model.coding.plan import Plan, plan_of
from model.coding.rejected import rejects_file
from model.corpus.files import UnreadableFile, read_regular
from model.corpus.shortened import shortened
from model.dates.calendar import day_from_text
from model.dates.civil import day_number
from model.exchange.tables.mapping import UnreadableMap
from model.exchange.tables.sheet import UnreadableTable
from model.exchange.tables.streams.row_formats import STREAMS, streams_of
from model.exchange.tables.streams.stream import Stream
from model.index.postgres.address import is_address
from model.index.postgres.reaching import server_target
from model.index.table.store import StoreFault
from model.index.table.target import TableTarget
from tui.cli.imported_words import became, taken_for, way_to_see
from tui.cli.interrupt import raise_on_signals
from tui.cli.narration import narrate
from tui.cli.progress_line import ProgressLine
from tui.cli.refusal import Refusal
from tui.cli.revising import WantedDownload, table_before, wanted_of
from tui.cli.saved_map import save_map
from tui.settings.config import ConfigError, cache_folder

_MOST_MAP = 1 << 20


def import_rows(options: argparse.Namespace) -> int:
    """Make a table of the rows of files. Raises `Refusal`; where it is cut off, the same command goes on."""
    raise_on_signals()
    # Rows are no cycles: to look for some among thousands of them again and again costs a sixth of the time.
    gc.set_threshold(100_000, 50, 50)
    format, out = options.from_, _target(options.out, options.shards or ())
    if format is not None and format not in STREAMS:
        raise Refusal(f"{format} has no rows to make a table of; formats that have: {', '.join(STREAMS)}")
    before = table_before(out, options.key) if out.exists() else None
    # An import that is gone on with has made none yet: the list comes after the table.
    if (rejects := rejects_file(out.beside, before.meta.downloads if before is not None else 0)).exists():
        raise Refusal(
            f"{rejects} is there already, where rows that cannot be taken are listed; "
            "name another file for the table, or take it away first"
        )
    given, told = _day(options.day), _told(options.map)
    progress = ProgressLine()
    with _on_disk(options.files) as files:
        try:
            streams = _of_sheet(_streams(files, format, options.encoding, told, progress), told, options.map)
            days = tuple(given if given is not None else _day_of(it.file.path) for it in streams)
            wanted = wanted_of(options, before, streams, days)
            if wanted.nothing_new:
                narrate(wanted.nothing_new)
                return 0
            plan = _plan(streams, wanted.told or told, options.map, progress, wanted.columns)
            progress.end()
            for line in taken_for(plan):
                narrate(line)
            if not plan.rows:
                raise Refusal(f"{_named(streams)}: it has a header and no rows; nothing was written")
            _into(plan, out, options.title, days, progress, wanted)
        except KeyboardInterrupt:
            progress.end()
            state = "is not written yet" if before is None else "is as it was"
            narrate(f"{out} {state}; the same command goes on where this one was cut off")
            raise
        finally:
            progress.end()
    if options.map is not None and told is None:
        save_map(
            Path(options.map),
            coded_map_text(plan.columns, plan.streams[0].file.name, plan.convention.numbers),
        )
    return 0


def _target(out: str, shards: Sequence[str]) -> TableTarget:
    """The place that is named. Raises `Refusal`, `StoreFault`."""
    if is_address(out):
        try:
            return server_target(out, cache_folder() / "imports", shards)
        except ConfigError as error:
            raise Refusal(str(error)) from None
    if shards:
        raise Refusal(
            "--shards is for a table on servers: -o postgresql://HOST/DATABASE?table=NAME, which all others ask"
        )
    # Imported here: a server needs none of it.
    from model.index.table.file.file_target import FileTarget

    return FileTarget(Path(out))


def _into(
    plan: Plan,
    out: TableTarget,
    said: str | None,
    days: tuple[int, ...],
    progress: ProgressLine,
    wanted: WantedDownload,
) -> None:
    # Imported here: nothing before this needs SQLite, and most that is wrong is said before.
    from model.coding.into_table import into_table, meta_of
    from tui.cli.revised_words import revised_words

    title = said or next((it.title for it in plan.streams if it.title), "") or _title(plan.streams)
    try:
        meta, download = wanted.download(plan, meta_of(plan, title, days), said)
        imported = into_table(plan, meta, out, progress.tell, download)
    except StoreFault as fault:
        raise Refusal(str(fault)) from None
    except UnreadableTable as error:
        raise Refusal(f"{_named(plan.streams)}: {error}") from None
    progress.end()
    for line in became(plan, imported, out):
        narrate(line)
    if imported.meta is None:
        state = (
            "no table was written" if download is None or download.before is None else f"{out} is as it was"
        )
        raise Refusal(f"{_named(plan.streams)}: every row was rejected; {state}")
    if imported.revised is not None and download is not None:
        for line in revised_words(imported.revised, imported.meta, download, plan, out):
            narrate(line)
    narrate(way_to_see(out))


@contextmanager
def _on_disk(names: list[str]) -> Iterator[list[tuple[Path, str]]]:
    """Each file with what it is called; standard input is kept in a file, since it is gone through twice."""
    if "-" not in names:
        _no_file_twice(names)
        yield [(Path(name), Path(name).name.encode("utf-8", "replace").decode()) for name in names]
        return
    if len(names) > 1 or sys.stdin is None:
        raise Refusal("standard input is read alone, and must be open")
    with tempfile.NamedTemporaryFile(prefix="dprk-tui-") as kept:
        shutil.copyfileobj(sys.stdin.buffer, kept)
        kept.flush()
        yield [(Path(kept.name), "standard input")]


def _no_file_twice(names: list[str]) -> None:
    """Raises `Refusal` where two names are of one file, however they are written."""
    named: dict[tuple[int, int], str] = {}
    for name in names:
        with suppress(OSError):  # what is no file is said where it is read
            found = Path(name).stat()
            which = (found.st_dev, found.st_ino)
            if which in named:
                also = "" if named[which] == name else f", also as {named[which]}"
                raise Refusal(
                    f"{name}: this file is named twice{also}; name it once, so that no row comes twice"
                )
            named[which] = name


def _streams(
    files: list[tuple[Path, str]],
    format: str | None,
    encoding: str | None,
    told: CodedMap | None,
    progress: ProgressLine,
) -> list[Stream]:
    found: list[Stream] = []
    for path, name in files:
        try:
            if not path.is_file():
                raise Refusal(
                    f"{path}: {'it is no regular file' if path.exists() else 'there is no such file'}"
                )
            size = path.stat().st_size
            found += streams_of(
                path,
                name,
                format,
                encoding,
                told.header if told is not None else None,
                lambda seen, name=name, size=size: progress.tell(f"{name}: bytes looked through", seen, size),  # type: ignore[misc]
            )
        except UnreadableTable as error:
            raise Refusal(f"{path}: {error}") from None
        except OSError as error:
            raise Refusal(f"{path}: it cannot be read: {error.strerror}") from None
    return found


def _of_sheet(streams: list[Stream], told: CodedMap | None, file: str | None) -> list[Stream]:
    """The streams of the sheet that the map names, if it names one."""
    if told is None or not told.sheet:
        return streams
    found = [it for it in streams if it.sheet == told.sheet]
    if not found:
        named = ", ".join(f'"{shortened(it.sheet)}"' for it in streams if it.sheet) or "none that has a name"
        raise Refusal(f'{file}: there is no sheet "{shortened(told.sheet)}" with rows; there are: {named}')
    return found


def _plan(
    streams: list[Stream],
    told: CodedMap | None,
    file: str | None,
    progress: ProgressLine,
    before: Sequence[str],
) -> Plan:
    try:
        return plan_of(streams, told, lambda rows: progress.tell("rows looked through", rows, None), before)
    except UnreadableMap as error:
        raise Refusal(f"{file}: {error}") from None
    except OSError as error:
        raise Refusal(f"{error.filename}: it cannot be read: {error.strerror}") from None


def _told(file: str | None) -> CodedMap | None:
    if file is None or not Path(file).exists():
        return None
    try:
        return read_coded_map(read_regular(Path(file), _MOST_MAP))
    except (UnreadableFile, UnreadableMap) as error:
        raise Refusal(f"{file}: {error}") from None


def _day(text: str | None) -> int | None:
    if text is None:
        return None
    try:
        return day_from_text(text)
    except ValueError as error:
        raise Refusal(f"--day: {error}") from None


def _day_of(path: Path) -> int:
    # Of the clock that the user reads.
    changed = datetime.datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    return day_number(changed.year, changed.month, changed.day)


def _title(streams: tuple[Stream, ...]) -> str:
    names = list(Counter(Path(it.file.name).stem for it in streams))
    more = f" and {len(names) - 1} more" if len(names) > 1 else ""
    return f"{shortened(names[0])}{more}"


def _named(streams: Sequence[Stream]) -> str:
    return ", ".join(dict.fromkeys(it.file.name for it in streams))
