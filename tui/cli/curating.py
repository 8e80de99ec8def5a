"""`dprk-tui rename` and `dprk-tui delete`: one change set each, said on standard output, file by file."""

import sys
from collections.abc import Iterator
from pathlib import Path

from model.corpus.findings import Problem
from model.corpus.load import load_corpus
from model.corpus.positions import locate
from model.curate.changes import Changes
from model.curate.deletion import Deletion, deletion_of
from model.curate.renaming import renamed
from model.curate.saving import NotSaved, save
from model.curate.toml_text import CannotEdit
from tui.cli.narration import narrate
from tui.cli.refusal import Refusal
from tui.cli.streams import output
from tui.text.phrases import counted
from tui.text.shown import shown


def rename(folder: Path, max_bytes: int, record: tuple[str, str], new: str) -> int:
    """Give a record another id wherever it is named. Raises `CorpusError`, and `Refusal` where it cannot be done."""
    load_corpus(folder, max_bytes)
    kind, old = record
    try:
        changes = renamed(folder, kind, old, new, max_bytes)
    except CannotEdit as error:
        raise Refusal(str(error)) from None
    _write(folder, changes)
    narrate(f'{kind} "{old}" is "{new}" now: {counted(len(changes), "file")} changed.')
    return 0


def delete(folder: Path, max_bytes: int, record: tuple[str, str], yes: bool) -> int:
    """Take a record out, and with it what cannot be without it, once that was listed and agreed to.

    Raises `CorpusError`, and `Refusal` where it cannot be done or is not agreed to.
    """
    load_corpus(folder, max_bytes)
    kind, name = record
    try:
        deletion = deletion_of(folder, kind, name, max_bytes)
    except CannotEdit as error:
        raise Refusal(str(error)) from None
    with output():
        for line in _hanging(deletion):
            print(shown(line))
    named = f'{kind} "{name}"'
    more = len(deletion.goes)
    with_it = f" and {counted(more, 'record')} that cannot be without it" if more else ""
    if not yes:
        _ask(f"delete {named}{with_it}?")
    _write(folder, deletion.changes)
    narrate(f"{named}{with_it} deleted: {counted(len(deletion.changes), 'file')} changed.")
    return 0


def _hanging(deletion: Deletion) -> Iterator[str]:
    """A line for each record that goes too, or names less, with its place as editors read it."""
    files = {it.file: it.before for it in deletion.changes if it.before is not None}
    said = [Problem(it.place, f'{it.kind} "{it.record.id}" {it.why}', "X001") for it in deletion.goes]
    for change in deletion.stays:
        fields = " and ".join(field.label for field in change.fields)
        said.append(
            Problem(change.place, f'{change.kind} "{change.was.id}" stays, with less in {fields}', "X002")
        )
    return (str(finding) for finding in locate(said, files, {}))


def _ask(question: str) -> None:
    """Raises `Refusal` where somebody does not say yes, or nobody is there to say it."""
    if sys.stdin is None or not sys.stdin.isatty():
        raise Refusal("nothing was deleted; add --yes to do it")
    print(f"{shown(question)} [y/N] ", end="", file=sys.stderr, flush=True)
    if sys.stdin.readline().strip().lower() not in ("y", "yes"):
        raise Refusal("nothing was deleted")


def _write(folder: Path, changes: Changes) -> None:
    try:
        save(folder, changes)
    except NotSaved as error:
        raise Refusal(str(error)) from None
    with output():
        for change in changes:
            what = "new" if change.before is None else "deleted" if change.after is None else "changed"
            print(shown(f"{change.file}: {what}"))
