"""Keeping a corpus against the Down key: Enter in the form of a claim, and keys while files are read again.

    python -m tests.benchmarks.bench_curating

Enter is measured until the last change on the screen, in a copy of the bundled corpus, where each writes a claim more.
Milliseconds are of this machine and this moment; the ratios can be compared. Exits 1 where a goal is missed.
"""

import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

import seeds
from model.corpus.load import load_files
from model.curate.reload import Rereader
from model.index.archive import Archive, open_archive
from tests.benchmarks import mixed_claims
from tests.benchmarks.meter import Meter
from tui.cli.collector import collector_at_rest

SIZE = (120, 40)
DOWN, HOME = b"\x1b[B", b"\x1b[H"

ENTER = 10.0
"""The most that Enter in a form may take, in median Down keys."""

RELOAD = 0.25
"""The most that reading again after one change may take, in readings of all."""

MEANWHILE = 5.0
"""The most that a key may take while files are read, in median Down keys at rest: two threads share one processor."""

DOWNS, CLAIMS, ROUNDS = 40, 8, 5


def opened(folder: Path) -> Meter:
    """The program on a corpus, at rest."""
    meter = Meter([sys.executable, "-m", "tui", str(folder)], *SIZE)
    meter.shows("?  keys", seconds=60)
    meter.settle()
    meter.press(HOME)
    return meter


def downs(meter: Meter) -> list[float]:
    """Milliseconds of Down keys."""
    return [meter.press(DOWN).last for _ in range(DOWNS)]


def is_written(lines: list[str]) -> bool:
    """Whether the screen says that a claim has been written."""
    return any("Written: " in line for line in lines)


def enters(meter: Meter) -> list[float]:
    """Milliseconds of Enter in forms of claims: one sentence after the other of the source."""
    # The thread that follows the files has read them when it began.
    time.sleep(2)
    meter.settle()
    meter.press(b"3")
    found = []
    for _ in range(CLAIMS):
        for key in (b"s", b")", b"i"):
            meter.press(key)
        meter.settle()
        found.append(meter.until(b"\r", is_written))
        # What the program has written itself is read by the thread too, a moment later.
        time.sleep(2)
        meter.settle()
    return found


def reread(folder: Path) -> tuple[float, float]:
    """Seconds of the processor that reading all takes, and reading again after one change: the least of a few."""
    whole, again = [], []
    file = next(iter(sorted(folder.glob("sources/*.toml"))))
    for number in range(ROUNDS):
        begun = time.process_time()
        loaded = load_files(folder)
        archive = open_archive(loaded.corpus, None, 0, str(folder), loaded.files, parts=loaded.parts)
        archive.at(archive.default)
        whole.append(time.process_time() - begun)
        rereader = Rereader(archive)
        _change(file, number)
        begun = time.process_time()
        now: Archive | None = rereader.read()
        assert now is not None, "a file has changed"
        now.at(now.default)
        again.append(time.process_time() - begun)
    return min(whole), min(again)


def _change(file: Path, number: int) -> None:
    """Let a claim say something else."""
    before, mark, after = file.read_text("utf-8").rpartition('reasoning = "')
    file.write_text(f"{before}{mark}{number} {after}", "utf-8")


def keys_meanwhile(folder: Path) -> tuple[float, float]:
    """Milliseconds of a Down key at rest, and of the slowest ones while the program reads a changed file."""
    meter = opened(folder)
    rest = statistics.median(downs(meter))
    file = next(iter(sorted(folder.glob("sources/*.toml"))))
    slowest = []
    for number in range(ROUNDS):
        meter.press(HOME)
        _change(file, 100 + number)
        # From the change on, over the half second in which the save may go on, until all has been read.
        until = time.perf_counter() + 2
        found = []
        while time.perf_counter() < until:
            found.append(meter.press(DOWN).last)
        slowest.append(max(found))
    meter.close()
    return rest, statistics.median(slowest)


def report(what: str, value: float, goal: float, more: str) -> bool:
    """Print a ratio beside its goal; returns whether it is met."""
    print(f"{'met   ' if value <= goal else 'MISSED'}  {what}  {value:.2f} x, at most {goal:g} x  ({more})")
    return value <= goal


def main() -> int:
    """Measure all; returns 0 where every goal is met."""
    with tempfile.TemporaryDirectory() as made:
        bundled, mixed = Path(made) / "bundled", mixed_claims.write_corpus(Path(made) / "mixed")
        shutil.copytree(
            Path(seeds.__file__).parent, bundled, ignore=shutil.ignore_patterns("*.py", "*.md", "__py*")
        )
        meter = opened(bundled)
        down, enter = statistics.median(downs(meter)), statistics.median(enters(meter))
        meter.close()
        results = [report("Enter in a form, by Down", enter / down, ENTER, f"{enter:.0f} ms, {down:.1f} ms")]
        # As in the program: when to look for garbage is a part of what it costs.
        with collector_at_rest():
            pass
        whole, again = reread(mixed)
        said = f"{again * 1e3:.0f} ms, {whole * 1e3:,.0f} ms"
        results.append(report("reading again, by reading all 5,000 claims", again / whole, RELOAD, said))
        rest, slow = keys_meanwhile(mixed)
        said = f"{slow:.0f} ms, {rest:.1f} ms"
        results.append(report("a key while files are read, by one at rest", slow / rest, MEANWHILE, said))
    return int(not all(results))


if __name__ == "__main__":
    sys.exit(main())
