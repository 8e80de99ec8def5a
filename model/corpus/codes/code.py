"""What a code is: one kind of finding, how grave it is, and its page."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How grave a finding is.

    An *error* leaves out what it names, since that cannot be shown truly; a *warning* is shown, and marked; a *note* is
    for the curator alone.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Severity).index(self)


ERROR, WARNING, NOTE = Severity


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding. `id` is a letter (its subject) and three digits, and never changes its meaning.

    `name` says it in a word or two. `cause`, `example` (what a file says that is found) and `remedy` are its page.
    """

    id: str
    severity: Severity
    name: str
    cause: str
    example: str
    remedy: str
