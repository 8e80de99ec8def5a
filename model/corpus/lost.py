"""What of a corpus could not be read: it is there, though no record came of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from model.corpus.findings import Place
from model.corpus.parts import DATED as DATED
from model.corpus.slugs import is_slug


@dataclass(frozen=True, slots=True)
class Lost:
    """A record that could not be read. `table` is what its file says of it, as far as that is a table.

    `kind` is the name of its table, or empty where that is none that a file may hold.
    """

    kind: str
    place: Place
    table: Mapping[str, object]

    @property
    def id(self) -> str:
        """Its id; empty where it has none that could be one."""
        return next(iter(self.names("id")), "")

    def names(self, field: str) -> tuple[str, ...]:
        """The ids in a field, which may hold one or several."""
        value = self.table.get(field)
        held = value if isinstance(value, list) else [value]
        return tuple(it for it in held if isinstance(it, str) and is_slug(it))


@dataclass(frozen=True, slots=True)
class LostPart:
    """A file, or a part of one, that may hold any number of records of some kinds; none of them could be read."""

    place: Place
    kinds: frozenset[str]


class Missing:
    """Whether what is not among the records is there all the same, and where."""

    def __init__(self, lost: Iterable[Lost], parts: Iterable[LostPart]) -> None:
        self._places: dict[tuple[str, str], Place] = {}
        self._unnamed: dict[str, Place] = {}
        for record in lost:
            if record.id:
                self._places.setdefault((record.kind, record.id), record.place)
            else:
                self._unnamed.setdefault(record.kind, record.place)
        for part in parts:
            for kind in part.kinds:
                self._unnamed[kind] = part.place

    def named(self, kind: str, name: str) -> Place | None:
        """Where the lost record of a kind stands that has this id; None where there is none."""
        return self._places.get((kind, name)) or self._places.get(("", name))

    def perhaps(self, kind: str) -> Place | None:
        """Where a record of a kind may stand whose id nobody knows; None where all are known."""
        return self._unnamed.get(kind)

    def covers(self, kinds: Iterable[str], name: str) -> bool:
        """Whether an id may be that of something lost, of one of these kinds."""
        return any(self.named(kind, name) or self.perhaps(kind) for kind in kinds)
