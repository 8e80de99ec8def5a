"""The prompt of a day, or of a name: what has been typed is taken for, what else it may mean, what would be right.

A day is read first: no name is one.
"""

import re
from dataclasses import dataclass

from model.dates.typed.read import read
from model.dates.typed.reading import DateReading, NotADate
from tui.prompt.names import MOST_SAID, ColonNames, is_word
from tui.state.named import Named
from tui.state.outcome import Choices
from tui.text.shown import shown
from tui.text.signs import Signs

HINTS = ("9 may", "+3d", "asof 2025-05-01", "grid", "last wednesday", "june 2024")

_AS_OF = re.compile(r"\s*as ?of(?:\s+(.*))?", re.IGNORECASE | re.DOTALL)
_QUITTING = frozenset(("q", "q!", "qa", "quit", "exit"))
"""What people who know vi type at a colon."""


@dataclass(frozen=True, slots=True)
class TypedDay:
    """What was typed: `quit`, or days to go to or (`as_of`) to see things as of, in one or more `readings`, or `wrong`.

    `wrong` is a sentence, what would be right after a semicolon; empty where there are readings. What is no day may be
    the name of something (`named`), or a word that may have been meant as one (`unknown`).
    """

    quit: bool = False
    as_of: bool = False
    readings: tuple[DateReading, ...] = ()
    wrong: str = ""
    named: Named | None = None
    unknown: bool = False


class DayAnswers:
    """Answers a prompt while a day is typed.

    A day to go to is seen from the day `here` of what is selected (None: of nothing); an as-of day from the one that is
    now, `day`. Where these are of two years, a day without a year may be of either. `today` is today. `names` are what
    else can be typed.
    """

    def __init__(self, here: int | None, day: int, today: int, names: ColonNames, signs: Signs) -> None:
        self._here = here
        self._day = day
        self._today = today
        self._names = names
        self._signs = signs

    def parsed(self, typed: str) -> TypedDay:
        """What was typed, taken apart."""
        if typed.strip().lower() in _QUITTING:
            return TypedDay(quit=True)
        as_of = _AS_OF.fullmatch(typed)
        try:
            if as_of is not None:
                return TypedDay(as_of=True, readings=read(as_of[1] or "", self._day, self._today))
            origin = self._here if self._here is not None else self._day
            return TypedDay(readings=read(typed, origin, self._today, also=self._day))
        except NotADate as error:
            if as_of is not None:
                return TypedDay(as_of=True, wrong=str(error))
            named = self._names.of(typed) if is_word(typed) else None
            return TypedDay(wrong=str(error), named=named, unknown=is_word(typed) and named is None)

    def answer(self, typed: str) -> str:
        """What the words are taken for, and what else they could mean; or why they mean nothing."""
        words = typed.strip().lower()
        if "as of".startswith(words) or "asof".startswith(words):
            return ""
        meant = self.parsed(typed)
        if meant.named is not None:
            what = f"not here: {meant.named.lacking}" if meant.named.lacking else meant.named.help
            return f"{self._signs.chain} {meant.named.name}: {what}"
        if meant.unknown:
            return self._may_be(typed)
        if meant.wrong:
            # What would be right is said on Enter.
            return self._safe(meant.wrong.partition(";")[0])
        if meant.quit:
            return f"{self._signs.chain} quit"
        first, *others = meant.readings
        words = first.words
        if others:
            # Weekdays have no room beside other readings.
            days = [reading.words.partition(", a ")[0] for reading in meant.readings]
            words = f"{days[0]}   tab: {'  or  '.join(days[1:])}"
        return f"{self._signs.chain} {'as of ' if meant.as_of else ''}{words}"

    def _may_be(self, typed: str) -> str:
        """What a word may be the beginning of, or that it is neither a day nor a name."""
        if names := self._names.complete(typed):
            return f"tab: {', '.join(names)}"
        return self._no_name(typed)

    def _no_name(self, typed: str) -> str:
        return f'"{self._safe(typed.strip()[:MOST_SAID])}" is no day and no name'

    def listed(self, typed: str) -> Choices:
        """All that has a name, where a word was typed that is none."""
        if not self.parsed(typed).unknown:
            return Choices()
        return self._names.listed(f"A day, as {HINTS[0]}, or one of these names:", self._signs)

    def what_is_right(self, typed: str) -> str:
        """Of what is no date, what would be one; of a word, the name it is near to; empty of what can be obeyed."""
        meant = self.parsed(typed)
        if meant.named is not None:
            return ""
        if meant.unknown:
            return self._names.near(typed) or self._no_name(typed)
        wrong, _, right = meant.wrong.partition("; ")
        return self._safe(right or wrong)

    def offer(self, typed: str) -> list[str]:
        """The readings of what was typed, each in words that mean it alone; none where there is only one.

        Of a word that is no day, the names that it may be the beginning of, after itself.
        """
        meant = self.parsed(typed)
        if not typed.strip() or meant.named is not None or meant.unknown:
            return [typed, *(it for it in self._names.complete(typed) if it != typed)]
        before = "asof " if meant.as_of else ""
        return [before + reading.typed for reading in meant.readings] if len(meant.readings) > 1 else []

    def _safe(self, words: str) -> str:
        return shown(words, self._signs.ascii_only)
