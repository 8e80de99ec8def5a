"""The prompt of what changed: the day, or the two days, that what has been typed is taken for."""

from dataclasses import dataclass

from model.dates.typed.read import read
from model.dates.typed.reading import DateReading, NotADate
from model.dates.wording import day_medium, days_words
from tui.text.shown import shown
from tui.text.signs import Signs


@dataclass(frozen=True, slots=True)
class TypedDays:
    """From which day to which, or what is `wrong`: a sentence, what would be right after a semicolon."""

    first: int
    last: int
    wrong: str = ""


class SinceAnswers:
    """Answers a prompt while the first day is typed, or a day to a day; nothing typed is the day `since`.

    The last day is the as-of `day` where only one is typed. What a month or a year brought is told from its end on, as
    things are shown as of its end. `today` is today.
    """

    def __init__(self, since: int, day: int, today: int, signs: Signs) -> None:
        self._since = since
        self._day = day
        self._today = today
        self._signs = signs

    def parsed(self, typed: str) -> TypedDays:
        """What was typed, taken apart: of several readings the first that goes forward."""
        if not typed.strip():
            return TypedDays(self._since, self._day)
        try:
            found = [self._days(it) for it in read(typed, self._day, self._today)]
        except NotADate as error:
            found = self._backwards(typed)
            if not found:
                return TypedDays(0, 0, str(error))
        days = next((it for it in found if it.first < it.last), found[0])
        if days.first < days.last:
            return days
        right = f"type a day before {day_medium(days.last)}, or from a day to a day"
        wrong = f"{day_medium(days.first)} is not before {day_medium(days.last)}; {right}"
        return TypedDays(days.first, days.last, wrong)

    def _backwards(self, typed: str) -> list[TypedDays]:
        """A day to an earlier one, which is no date in itself; nothing where it is something else."""
        first, _, last = typed.partition(" to ")
        try:
            ends = [read(it, self._day, self._today)[0].last_day for it in (first, last)]
        except NotADate:
            return []
        return [TypedDays(ends[0], ends[1])]

    def _days(self, reading: DateReading) -> TypedDays:
        if reading.start == reading.end:
            return TypedDays(reading.last_day, self._day)
        return TypedDays(reading.start.last_day, reading.last_day)

    def answer(self, typed: str) -> str:
        """The days, or why there are none."""
        meant = self.parsed(typed)
        if meant.wrong:
            # What would be right is said on Enter.
            return self._safe(meant.wrong.partition(";")[0])
        return f"{self._signs.chain} {days_words(meant.first, meant.last)}"

    def what_is_right(self, typed: str) -> str:
        """Of what is wrong, what would be right; empty of what can be obeyed."""
        wrong, _, right = self.parsed(typed).wrong.partition("; ")
        return self._safe(right or wrong)

    def _safe(self, words: str) -> str:
        return shown(words, self._signs.ascii_only)
