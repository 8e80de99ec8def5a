"""What is wrong with a corpus: problems as the checks see them, findings as people read them."""

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from model.corpus.codes import CODES, Severity
from model.corpus.shortened import shortened

Path = tuple[str | int, ...]
"""The way to a value inside a TOML or JSON file: table names, zero-based positions, keys."""


class Place(msgspec.Struct, frozen=True):
    """A value in a file: the file's name relative to the corpus, and the path inside it.

    A struct and no dataclass: the checks make tens of thousands of them, most for nothing.
    """

    file: str
    path: Path = ()

    def of(self, *steps: str | int) -> "Place":
        """The place of something inside this one."""
        return Place(self.file, self.path + steps)

    @property
    def field(self) -> str:
        """The path as people write it: `claim[3].date.words`."""
        words = ""
        for step in self.path:
            if isinstance(step, int):
                words += f"[{step}]"
            else:
                words += f".{shortened(step)}" if words else shortened(step)
        return words


@dataclass(frozen=True, slots=True)
class Problem:
    """Something found at a place; `line` and `column` (from 1) where the reader already knew them.

    `code` is one of `model.corpus.codes.CODES`, which alone says how grave it is. Raises `KeyError` for any other.
    `other` is the place of what else the sentence speaks of; where it is gets said after the sentence.
    """

    place: Place
    message: str
    code: str
    line: int = 0
    column: int = 0
    other: Place | None = None

    def __post_init__(self) -> None:
        """Refuse a code that nothing explains."""
        CODES[self.code]

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return CODES[self.code].severity


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A problem with its line and column (from 1; 0 where a file as a whole is meant).

    `kind` and `record` name the record in which it is, as `claim` and its id; each is empty where that is not known.
    """

    file: str
    line: int
    column: int
    field: str
    message: str
    code: str
    kind: str = ""
    record: str = ""

    @property
    def severity(self) -> Severity:
        """How grave it is, as the table of codes has it."""
        return CODES[self.code].severity

    @property
    def follows(self) -> bool:
        """Whether it is there because of another one, and goes with that."""
        return self.code in FOLLOWING

    def __str__(self) -> str:
        """Where it is, and the sentence; how grave it is, is for who shows it to put between."""
        at = f":{self.line}:{self.column}" if self.line else ""
        named = f"{self.field}: " if self.field and not self.line else ""
        return f"{self.file}{at}: {named}{self.message}"


NO_CORPUS = "F001"
"""The code of what is no corpus at all."""

FOLLOWING = frozenset({"X001", "X002", "X003"})
"""The codes of what is left out, waits, or is shown in part, because of something else."""

MOST_SAID = 500
"""How many findings are said; nobody reads more, and a broken file of 300 KB has 400,000."""


class CorpusError(Exception):
    """A corpus that cannot be opened: no record of it can be shown, or one that may not be taken in part has errors.

    `findings` are the first ones found, in file order, and `more` how many there are besides. `unusable` is True where
    there was nothing to check at all (no folder, an empty folder): exit status 2 rather than 1.
    """

    def __init__(self, findings: Iterable[Finding], unusable: bool = False) -> None:
        found = tuple(findings)
        self.findings = found[:MOST_SAID]
        self.more = len(found) - len(self.findings)
        self.unusable = unusable
        super().__init__("\n".join(self.lines))

    @property
    def within(self) -> bool:
        """Whether it was found inside of a corpus: else there is none."""
        return all(finding.code != NO_CORPUS for finding in self.findings)

    @property
    def lines(self) -> list[str]:
        """A line for each finding, and one that says how many more there are, where there are."""
        said = [str(finding) for finding in self.findings]
        if self.more:
            said.append(f"and {self.more:,} more; mend these first")
        return said
