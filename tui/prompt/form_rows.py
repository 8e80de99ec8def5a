"""The rows of a form: which fields there are, and in which of them one types, while fields come and go."""

from collections.abc import Sequence
from dataclasses import replace

from tui.state.form import FormLine


class FormRows:
    """The fields as they are seen, and the number `at` of the one that is typed in.

    A field that was there when one came to this one stays until one leaves it, also where there is none such any more:
    so one goes up and down to what one sees, and what is typed is typed where one is.
    """

    def __init__(self, fields: Sequence[FormLine]) -> None:
        self.fields = [*fields]
        self.at = 0
        self._came_to = [*fields]
        self._going: frozenset[str] = frozenset()

    @property
    def here(self) -> FormLine:
        """The field that is typed in."""
        return self.fields[self.at]

    def review(self, fields: Sequence[FormLine]) -> None:
        """Have other fields; one types where one did."""
        name = self.here.name
        self.fields = [*fields]
        there = {it.name for it in fields}
        self._going = frozenset(it.name for it in self._came_to if it.name not in there)
        before = -1
        for it in self._came_to:
            if it.name in self._going:
                self.fields.insert(before + 1, replace(it, answer="", wrong=False))
            before = self._number(it.name)
        self.at = self._number(name)

    def go(self, by: int) -> None:
        """Type in another field, so many rows away; those that only stayed are seen no more."""
        if by:
            wanted = min(max(self.at + by, 0), len(self.fields) - 1)
            onward = self.fields[wanted:] if by > 0 else self.fields[wanted::-1]
            staying = [it for it in self.fields if it.name not in self._going]
            found = next((it for it in onward if it.name not in self._going), staying[-1 if by > 0 else 0])
            self.fields, self._going = staying, frozenset()
            self.at = self._number(found.name)
        self._came_to = [*self.fields]

    def away(self, begin: str) -> int | None:
        """How many rows on, or round, the next field stands whose label begins so; None where there is none."""
        labels = [it.label.strip().casefold() for it in self.fields]
        around = (*range(1, len(labels) - self.at), *range(-self.at, 1))
        return next((by for by in around if labels[self.at + by].startswith(begin.casefold())), None)

    def _number(self, name: str) -> int:
        return next(number for number, it in enumerate(self.fields) if it.name == name)
