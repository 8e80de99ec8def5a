"""How far a long piece of work is, on a line of its own that is written over: on a terminal, and nowhere else."""

import sys
import time

from tui.text.shown import shown

_EVERY = 0.25
_FIRST = 1.0


class ProgressLine:
    """Says what is done, how fast, and how long it will yet take. Nothing is said of what ends within a second."""

    def __init__(self) -> None:
        self._is_terminal = sys.stderr is not None and sys.stderr.isatty()
        self._started = self._begun = self._told = time.monotonic()
        self._what = ""
        self._width = 0
        self._from = 0

    def tell(self, what: str, done: int, total: int | None) -> None:
        """So much of something is done, of so much in all where that is known."""
        if not self._is_terminal:
            return
        now = time.monotonic()
        if what != self._what:
            self._what, self._begun, self._from = what, now, done
            return
        if min(now - self._told, now - self._begun) < _EVERY or now - self._started < _FIRST:
            return
        self._told = now
        rate = (done - self._from) / (now - self._begun)
        line = f"{what}: {done:,}{f' of {total:,}' if total else ''}, {rate:,.0f} a second"
        if total and rate > 0:
            line += f", {_time(max(0.0, (total - done) / rate))} left"
        self._write(line)

    def end(self) -> None:
        """Take the line away."""
        if self._width:
            self._write("")
            self._width = 0

    def _write(self, line: str) -> None:
        line = shown(line)[:78]
        try:
            sys.stderr.write(f"\r{line.ljust(self._width)}{'' if line else chr(13)}")
            sys.stderr.flush()
        except OSError:
            self._is_terminal = False
        self._width = len(line)


def _time(seconds: float) -> str:
    """Rounded, as people say it: `40 s`, `3 min`, `1 h 20 min`."""
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
