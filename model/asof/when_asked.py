"""A mapping of which each value is worked out when it is asked for: of thousands, a screen shows few."""

from collections.abc import Callable, Iterator, Mapping
from typing import Generic, TypeVar

G = TypeVar("G")
T = TypeVar("T")


class WhenAsked(Mapping[str, T], Generic[G, T]):
    """For each key of `given`, what `make` makes of its value there; once. Nothing of `given` may change."""

    def __init__(self, given: Mapping[str, G], make: Callable[[G], T]) -> None:
        self._given, self._make = given, make
        self._made: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        """What is made of the value; KeyError where there is none."""
        if key not in self._made:
            self._made[key] = self._make(self._given[key])
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._given)

    def __len__(self) -> int:
        return len(self._given)
