"""What the checks cost, beside reading the same files as TOML and nothing else.

    python -m tests.benchmarks.bench_check

Times are of the processor, the least of a few rounds of both in turn; only their ratio can be compared. Exits 1 where
that is above the goal.
"""

import sys
import tempfile
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

from model.corpus.load import load_corpus
from tests.benchmarks import mixed_claims

GOAL = 3.0
ROUNDS = 5


def main() -> int:
    """Measure; returns 0 where the goal is met."""
    with tempfile.TemporaryDirectory() as made:
        folder = mixed_claims.write_corpus(Path(made) / "corpus")
        texts = [file.read_text("utf-8") for file in folder.rglob("*.toml")]

        def read() -> None:
            for text in texts:
                tomllib.loads(text)

        corpus = load_corpus(folder)
        assert not corpus.findings, corpus.findings[0]
        seconds = [(_seconds(read), _seconds(lambda: load_corpus(folder))) for _ in range(ROUNDS)]
        reading, checking = zip(*seconds, strict=True)
    ratio = min(checking) / min(reading)
    print(
        f"{'met   ' if ratio <= GOAL else 'MISSED'}  check of {len(corpus.claims):,} claims  "
        f"{min(checking) * 1e3:,.0f} ms, {ratio:.2f} x tomllib's {min(reading) * 1e3:,.0f} ms; at most {GOAL:.1f} x"
    )
    return int(ratio > GOAL)


def _seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


if __name__ == "__main__":
    sys.exit(main())
