"""Which mistakes of a corpus are new: those that were not there when it was read before."""

from collections.abc import Iterable

from model.corpus.codes import Severity
from model.corpus.findings import Finding

Mistake = tuple[str, str, str, str]
"""The file, the code, the record and the sentence of a mistake: on whatever line, for editing above it moves it."""


def errors_of(findings: Iterable[Finding]) -> list[Finding]:
    """The errors, without what is only there because of one."""
    return [it for it in findings if it.severity is Severity.ERROR and not it.follows]


def mistakes_of(findings: Iterable[Finding]) -> frozenset[Mistake]:
    """The errors as what can be compared."""
    return frozenset(_mistake(it) for it in errors_of(findings))


def new_errors(findings: Iterable[Finding], known: frozenset[Mistake]) -> list[Finding]:
    """The errors that are not among those known."""
    return [it for it in errors_of(findings) if _mistake(it) not in known]


def _mistake(finding: Finding) -> Mistake:
    return finding.file, finding.code, finding.record, finding.message
