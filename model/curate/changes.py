"""Changes of the files of a corpus, as plain values: what each file was, and what it is to be."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FileChange:
    """One file of a corpus.

    `file` is its name relative to the corpus, with `/` between folders and file. `before` is all that it holds, None
    where it must not be there; `after` is what it is to hold, None where it goes. `executable` makes a new file one
    that can be run; a file that is there keeps its mode.
    """

    file: str
    before: bytes | None
    after: bytes | None
    executable: bool = False

    @property
    def inverse(self) -> "FileChange":
        """The change that takes this one back."""
        return FileChange(self.file, self.after, self.before, self.executable)


Changes = tuple[FileChange, ...]
"""A change set, in the order in which it is written.

Whatever ends the program in between leaves a corpus in which the first of them are done: what is referred to comes
before what refers to it, and goes after it (`additions_first`).
"""


def inverse(changes: Changes) -> Changes:
    """What takes a change set back: the last of it first."""
    return tuple(change.inverse for change in reversed(changes))


Written = tuple[Changes, ...]
"""The change sets that were written one after the other, the last one last: so they are taken back."""

MOST_KEPT, MOST_BYTES = 200, 64 * 1024 * 1024
"""So many change sets are kept at most, and so many bytes of files before and after them; the last one always is."""


def written_after(written: Written, changes: Changes) -> Written:
    """What was written, with one more change set; the first ones are forgotten where that is too much."""
    kept: list[Changes] = []
    size = 0
    for it in (changes, *reversed(written[-MOST_KEPT + 1 :])):
        size += sum(len(data) for change in it for data in (change.before, change.after) if data is not None)
        if kept and size > MOST_BYTES:
            break
        kept.append(it)
    return (*reversed(kept),)


def changed_files(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> Changes:
    """The changes between two states of a folder, each its files' bytes by name: see `additions_first`."""
    names = dict.fromkeys([*before, *after])
    changes = (FileChange(name, before.get(name), after.get(name)) for name in names)
    return additions_first(tuple(it for it in changes if it.before != it.after))


def additions_first(changes: Changes) -> Changes:
    """A change set in the order for what adds to a corpus: what is referred to first, then what goes."""
    written = sorted((it for it in changes if it.after is not None), key=_rank)
    gone = sorted((it for it in changes if it.after is None), key=_rank, reverse=True)
    return (*written, *gone)


def removals_first(changes: Changes) -> Changes:
    """A change set in the order for what takes from a corpus: what refers first, then what it referred to."""
    return inverse(additions_first(inverse(changes)))


_RANKS = {
    "entities.toml": 1,
    "events.toml": 2,
    "conflicts.toml": 4,
    "questions.toml": 4,
    "searches.toml": 5,
    "corpus.toml": 6,
}


def _rank(change: FileChange) -> int:
    """How far from what refers to nothing: texts, tables, what sources say, what is said of that, the folder's mark."""
    if change.file.startswith("sources/") and change.file.endswith(".toml"):
        return 3
    return _RANKS.get(change.file, 0)
