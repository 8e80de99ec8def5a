"""A table as it was read: its rows with their numbers, every cell as text."""

from dataclasses import dataclass, field


class UnreadableTable(Exception):
    """A file that is no table, or none that can be read; the message is one sentence that says why."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row: its number as a spreadsheet shows it, from 1, and its cells, without blanks around them."""

    number: int
    cells: tuple[str, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it."""
        return not any(self.cells)


@dataclass(frozen=True, slots=True)
class Sheet:
    """All rows of one table, in order, empty ones too; `name` is empty where the file is one table.

    `said` is what there is to tell of how it was read, each a few words.
    """

    name: str
    rows: tuple[SheetRow, ...]
    said: tuple[str, ...] = field(default=())
