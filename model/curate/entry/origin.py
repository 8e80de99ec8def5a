"""One origin for two sayings: which statement is to name which, so that both go back to one act of saying."""

from model.asof.saying import saying
from model.corpus.corpus import Corpus
from model.curate.field_edit import with_value
from model.curate.toml_text import CannotEdit, TomlText


def joined(corpus: Corpus, one: str, other: str) -> tuple[str, str]:
    """The statement that is to have an `origin`, and which: the later origin of two claims goes back to the earlier.

    Raises `CannotEdit` where that cannot be: an origin is the act of saying of a statement, and what a document says in
    its own voice has none.
    """
    sayings = [saying(corpus, corpus.claims[name]) for name in (one, other)]
    earlier, later = sorted(sayings, key=lambda it: (it.estimate, it.origin))
    if earlier.origin == later.origin:
        raise CannotEdit("both have one origin already")
    voice = next((it for it in sayings if it.origin not in corpus.statements), None)
    if voice is not None:
        name = corpus.sources[voice.origin].id
        raise CannotEdit(
            f'"{name}" says it in its own voice; give that claim a statement of who said it first, then accept again'
        )
    return later.origin, earlier.origin


def with_origin(data: bytes, statement: str, origin: str) -> bytes:
    """The records of a source with the origin of one of its statements set. Raises `CannotEdit`."""
    rows = TomlText(data).table.get("statement", [])
    number = next((number for number, row in enumerate(rows) if row.get("id") == statement), None)
    if number is None:
        raise CannotEdit(f'there is no statement "{statement}" in it')
    return with_value(data, ("statement", number, "origin"), origin)
