"""Sorted values that come and go one by one."""

from bisect import bisect_left, insort
from collections.abc import Iterator
from typing import Any, Generic, TypeVar

T = TypeVar("T", bound=Any)


class Order(Generic[T]):
    """Values in order, equal ones as often as they were put in."""

    def __init__(self) -> None:
        self._values: list[T] = []

    def __iter__(self) -> Iterator[T]:
        return iter(self._values)

    def add(self, value: T) -> None:
        """Put a value in."""
        insort(self._values, value)

    def remove(self, value: T) -> None:
        """Take out a value that is in."""
        del self._values[bisect_left(self._values, value)]

    @property
    def first(self) -> T | None:
        """The smallest value, None where there is none."""
        return self._values[0] if self._values else None

    @property
    def last(self) -> T | None:
        """The greatest value, None where there is none."""
        return self._values[-1] if self._values else None
