"""Which records there are, for who names one to change it."""

from collections.abc import Mapping

from model.corpus.draft import Draft
from model.corpus.suggest import did_you_mean
from model.curate.toml_text import CannotEdit


def known_ids(draft: Draft) -> Mapping[str, frozenset[str]]:
    """The ids of all records by kind, also of those that could not be read."""
    return {
        kind: frozenset(
            [record.id for record, _ in rows] + [it.id for it in draft.lost if it.kind == kind and it.id]
        )
        for kind, rows in draft.named_records().items()
    }


def refuse_unknown(known: Mapping[str, frozenset[str]], kind: str, name: str) -> None:
    """Raises `CannotEdit` where there is no record of this kind and id."""
    if kind not in known:
        hint = did_you_mean(kind, known) or f"; known here: {', '.join(known)}"
        raise CannotEdit(f'"{kind}" is no kind of record that has an id{hint}')
    if name not in known[kind]:
        hint = did_you_mean(name, sorted(known[kind])) or "; name one that is there"
        raise CannotEdit(f'there is no {kind} "{name}"{hint}')
