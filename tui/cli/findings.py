"""Findings as `check` prints them: for people and their editors, for programs, and for GitHub's annotations."""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from model.corpus.codes import CODES, Severity
from model.corpus.findings import MOST_SAID, Finding
from tui.text.shown import shown

Lines = Iterator[str]


def _text(findings: Iterable[Finding], folder: Path) -> Lines:
    """One a line, as vim's quickfix list and terminals that follow clicks read them; the first ones of very many."""
    for finding in [*findings][:MOST_SAID]:
        line, column = _at(finding)
        named = f"{finding.severity}[{finding.code}]: {finding.message}"
        yield shown(f"{folder / finding.file}:{line}:{column}: {named}")


def _json(findings: Iterable[Finding], folder: Path) -> Lines:
    """A list of objects, of all findings; line and column count from 1."""
    rows = [
        {
            "file": str(folder / finding.file),
            "line": _at(finding)[0],
            "column": _at(finding)[1],
            "severity": finding.severity.value,
            "code": finding.code,
            "name": CODES[finding.code].name,
            "message": finding.message,
            "kind": finding.kind or None,
            "record": finding.record or None,
            "field": finding.field or None,
        }
        for finding in findings
    ]
    yield json.dumps(rows, indent=2)


_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
"""What GitHub calls them."""


def _github(findings: Iterable[Finding], folder: Path) -> Lines:
    """Workflow commands, which GitHub shows beside the lines of a pull request."""
    for finding in [*findings][:MOST_SAID]:
        line, column = _at(finding)
        where = f"file={_property(str(folder / finding.file))},line={line},col={column}"
        title = f"title={finding.code} {CODES[finding.code].name}"
        yield f"::{_LEVELS[finding.severity]} {where},{title}::{_data(finding.message)}"


def _data(text: str) -> str:
    """Text in which GitHub sees nothing but text."""
    return shown(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _at(finding: Finding) -> tuple[int, int]:
    """Its line and column; a file as a whole is opened at its beginning."""
    return finding.line or 1, finding.column or 1


FORMATS: dict[str, Callable[[Iterable[Finding], Path], Lines]] = {
    "text": _text,
    "json": _json,
    "github": _github,
}
"""How findings are printed, by the name of the format: the lines of some findings in a folder."""
