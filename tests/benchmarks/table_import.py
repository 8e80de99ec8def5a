"""What an import takes beside `executemany` and FTS5 with the same options, each in a process of its own.

    python -m tests.benchmarks.table_import ours|plainly OUT.db COUNT LANGUAGE
    python -m tests.benchmarks.table_import whole OUT.db FILE.csv

writes generated rows, or has the program import a file; prints the seconds of the processor that it took, and the most
memory that it had, in MiB. Seconds of the processor, since other programs disturb these least.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import cast

from model.index.table.coded import CodedRow
from model.index.table.file.writer import TableWriter
from tests.benchmarks.coded_rows import Language, coded_rows, meta_of
from tests.benchmarks.figures import RAW, Figure
from tests.benchmarks.made_tables import empty, load_plainly, plain
from tests.benchmarks.memory import most_memory

IMPORT, IMPORT_MEMORY = "import of a CSV, {}", "peak memory of the import, {}"
WRITING, BYTES = "rows as parsed, written with full text, {}", "bytes a row in the file, {}"
_STEP = 10_000


def imported(file: Path, out: Path, size: int, language: Language) -> Iterator[Figure]:
    """What the program takes to import a CSV, from its start to its end, and the most memory that it had."""
    out.unlink(missing_ok=True)
    busy, memory = _measured("whole", str(out), str(file))
    yield Figure(IMPORT.format(language), size, busy, "s")
    yield Figure(IMPORT_MEMORY.format(language), size, memory, "MiB")
    yield Figure(BYTES.format(language), size, out.stat().st_size / size, "bytes")


def written(size: int, language: Language) -> Iterator[Figure]:
    """What writing the same parsed rows takes, ours and plainly; and the plain one beside the whole import."""
    with tempfile.TemporaryDirectory() as folder:
        ours, _ = _measured("ours", f"{folder}/ours.db", str(size), language)
        plainly, _ = _measured("plainly", f"{folder}/plain.db", str(size), language)
        in_file = Path(folder, "plain.db").stat().st_size / size
    yield Figure(WRITING.format(language), size, ours, "s")
    yield Figure(WRITING.format(language), size, plainly, "s", RAW)
    yield Figure(IMPORT.format(language), size, plainly, "s", RAW)
    yield Figure(BYTES.format(language), size, in_file, "bytes", RAW)


def _measured(*arguments: str) -> tuple[float, float]:
    """Seconds and MiB of a way, in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.table_import", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(arguments)}: {done.stderr}")
    busy, memory = done.stdout.split()[-2:]
    return float(busy), float(memory)


class Stopwatch:
    """Seconds of the processor that some pieces of work took."""

    def __init__(self) -> None:
        self.busy = 0.0

    def __enter__(self) -> None:
        self._begun = time.process_time()

    def __exit__(self, *_: object) -> None:
        self.busy += time.process_time() - self._begun


def whole(out: str, file: str) -> float:
    """Have the program import a file; the seconds of the whole process."""
    from tui.__main__ import main as program

    if program(["import", file, "-o", out]):
        raise SystemExit("it was not imported")
    return time.process_time()


def ours(out: str, count: str, language: str) -> float:
    """Write rows into a table of ours; the seconds, without those for making the rows."""
    watch = Stopwatch()
    with TableWriter(Path(out), meta_of(cast("Language", language))) as writer:
        for some in _batches(count, language):
            with watch:
                writer.add(some)
        with watch:
            writer.finish()
    return watch.busy


def plainly(out: str, count: str, language: str) -> float:
    """Write the same rows as whoever knows SQL would."""
    watch = Stopwatch()
    database = empty(Path(out))
    database.execute("BEGIN")
    for some in _batches(count, language):
        tuples = [plain(row) for row in some]
        with watch:
            load_plainly(database, tuples)
    with watch:
        database.execute("COMMIT")
        database.close()
    return watch.busy


def _batches(count: str, language: str) -> Iterator[list[CodedRow]]:
    rows = coded_rows(int(count), cast("Language", language))
    while some := list(islice(rows, _STEP)):
        yield some


WAYS: dict[str, Callable[..., float]] = {"whole": whole, "ours": ours, "plainly": plainly}


def main(how: str, *arguments: str) -> None:
    """Write a table in one of the ways; print what that took."""
    print(WAYS[how](*arguments), most_memory())


if __name__ == "__main__":
    main(*sys.argv[1:])
