"""Which questions of the protocol were asked of a reader."""

from typing import Any

import model.index.protocol as protocol
from model.index.protocol import CuratedIndex, Index, Reader


def questions() -> set[str]:
    """Every question that a reader or a part of one can be asked, as `Days.nearest`."""
    protocols = [it for it in vars(protocol).values() if getattr(it, "_is_protocol", False)]
    own = [it for it in protocols if it.__module__ == protocol.__name__ and it not in (Index, CuratedIndex)]
    return {f"{it.__name__}.{name}" for it in own for name in vars(it) if not name.startswith("_")}


class Walked:
    """A reader, or a part of one, that adds to `asked` what it is asked."""

    def __init__(self, part: Any, asked: set[str], of: Any = Reader) -> None:
        self._part, self._asked, self._of = part, asked, of

    def __getattr__(self, name: str) -> Any:
        self._asked.add(f"{self._of.__name__}.{name}")
        found = getattr(self._part, name)
        member = vars(self._of)[name]
        kind = member.fget.__annotations__["return"] if isinstance(member, property) else ""
        part = vars(protocol).get(kind) if isinstance(kind, str) else None
        is_part = isinstance(part, type) and getattr(part, "_is_protocol", False)
        return Walked(found, self._asked, part) if is_part else found
