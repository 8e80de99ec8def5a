"""What the files of one source, or one table of a corpus, give to a draft: it is the same for the same bytes.

So whoever reads a folder again takes from what was read before the parts whose files have not changed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from model.corpus.draft import Draft
from model.corpus.files import UnreadableFile
from model.corpus.findings import Problem

T = TypeVar("T")

FileBytes = bytes | UnreadableFile
"""What a file holds, or why it cannot be read."""


@dataclass(frozen=True, eq=False)
class ReadPart:
    """The records of some files, and what is wrong with them; nobody changes anything of it.

    `read` has what the files hold; `obtained` names the original of a source, of which the draft has the SHA-256.
    `tables` has the bytes of the TOML files as far as they can be read.
    """

    read: Mapping[str, FileBytes]
    obtained: str | None
    draft: Draft
    problems: tuple[Problem, ...]
    tables: Mapping[str, bytes]
    _kept: dict[Callable[[Draft], Any], Any] = field(default_factory=dict)

    def derived(self, make: Callable[[Draft], T]) -> T:
        """What `make`, a function of a module, finds in the records of this part alone: asked once, then kept."""
        if make not in self._kept:
            self._kept[make] = make(self.draft)
        found: T = self._kept[make]
        return found


Parts = Mapping[str, ReadPart]
"""The parts of a folder: tables by their files, sources by their ids."""
