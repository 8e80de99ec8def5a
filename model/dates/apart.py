"""How far two dates lie apart, in days: never said finer than both have them, wherever it is said."""

from collections.abc import Callable
from dataclasses import dataclass

from model.dates.calendar import gap_words
from model.dates.edtf import Edtf
from model.dates.rounding import rounded

_ROUGH = 10**4
_UNITS = ((10**12, "T"), (10**9, "bn"), (10**6, "M"), (10**3, "k"))
"""From 10,000 days on they are counted in thousands, and so on."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The first and the last day on which something can be, None where open; `doubtful` if about, or perhaps."""

    first: int | None
    last: int | None
    doubtful: bool = False

    @classmethod
    def of(cls, date: Edtf) -> "Bounds":
        """Those of a date."""
        return cls(date.earliest, date.latest, date.qualified)


@dataclass(frozen=True, slots=True)
class Apart:
    """Days from one date to another: `least` to `most`, None where there may be any number; equal of two full days."""

    least: int | None
    most: int | None
    doubtful: bool = False

    @classmethod
    def between(cls, one: Bounds, other: Bounds) -> "Apart":
        """From any day of the one to any day of the other; negative where the other is earlier."""
        least = None if other.first is None or one.last is None else other.first - one.last
        most = None if other.last is None or one.first is None else other.last - one.first
        return cls(least, most, one.doubtful or other.doubtful)

    @property
    def reversed(self) -> "Apart":
        """The same from the other to the one."""
        least, most = (None if it is None else -it for it in (self.most, self.least))
        return Apart(least, most, self.doubtful)

    def signed(self, cells: int | None = None) -> str:
        """`+3 d`, `-39 to -7 d`, `-1 d or earlier`; in fewer than that takes, `-39..-7 d`, `<=-1 d`.

        `~` stands before what is doubtful, or in thousands.
        """
        return self._words(_signed, ("or earlier", "or later"), cells)

    def counted(self, cells: int | None = None) -> str:
        """The same where it is said which way days are counted: `3 d`, `7 to 39 d`, `1 d or more`, `>=1 d`."""
        return self._words(_counted, ("or less", "or more"), cells)

    def _words(self, number: Callable[[int], str], ends: tuple[str, str], cells: int | None) -> str:
        known = [it for it in (self.least, self.most) if it is not None]
        if not known:
            return "? d"
        about = "~" if self.doubtful or any(abs(it) >= _ROUGH for it in known) else ""
        first, last = number(known[0]), number(known[-1])
        if len(known) == 1:
            full = f"{about}{first} d {ends[self.most is None]}"
            brief = f"{about}{'>=' if self.most is None else '<='}{first} d"
        elif first == last:
            full = brief = f"{about}{first} d"
        else:
            full, brief = f"{about}{first} to {last} d", f"{about}{first}..{last} d"
        return full if cells is None or len(full) <= cells else brief


def passed_words(since: Bounds, day: int) -> str:
    """How long ago by `day` something was: `35 days`, `6 to 35 days`, `up to 6 days`, `5 days or more`."""
    assert since.first is not None or since.last is not None, "a date is open on one side at most"
    longest = gap_words(min(since.first, day), day) if since.first is not None else ""
    shortest = gap_words(since.last, day) if since.last is not None and since.last <= day else ""
    if not longest:
        return f"{shortest} or more" if shortest else "an unknown time"
    if not shortest:
        return f"up to {longest}"
    if shortest == longest:
        return longest
    (least, unit), (most, last_unit) = shortest.split(" ", 1), longest.split(" ", 1)
    return f"{least if unit.rstrip('s') == last_unit.rstrip('s') else shortest} to {most} {last_unit}"


def _signed(days: int) -> str:
    return f"{'+' if days > 0 else ''}{_counted(days)}"


def _counted(days: int) -> str:
    size = abs(days)
    return f"{'-' if days < 0 else ''}{size if size < _ROUGH else ''.join(rounded(size, _UNITS))}"
