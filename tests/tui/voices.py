"""Whose words the screen says are lit, compared with who says them: the first speaker in the claim's own record."""

import re

from model.corpus.corpus import Corpus
from tests.tui.looking import squeezed
from tui.text.shown import folded

LABELS = re.compile(r'[ "›>](who|last|lit) +(.*)')


def first_speaker(corpus: Corpus, claim: str) -> str:
    """Who says a claim, by id: the first of its statement's chain, or the publisher of its document."""
    record = corpus.claims[claim]
    if record.statement is not None:
        return corpus.statements[record.statement].chain[0].who
    return corpus.sources[record.source].publisher


def names_of(corpus: Corpus, entity: str, ascii_only: bool = False) -> list[str]:
    """What an entity may be called on the screen, the short name first."""
    record = corpus.entities[entity]
    return [folded(name, ascii_only) for name in (record.short or record.name, record.name)]


def is_named(names: list[str], text: str, cut: str) -> bool:
    """Whether a text names someone; where a name has no room, the text has its beginning and nothing before it."""
    words = squeezed(text)
    for name in map(squeezed, names):
        kept = words.rpartition(cut)[0]
        if name in words or (kept and name.startswith(kept)):
            return True
    return False


def card_says(rows: list[str]) -> dict[str, str]:
    """What an event's card says in sight of who speaks: by the label `who`, `last` or `lit`."""
    found: dict[str, str] = {}
    for number, row in enumerate(rows):
        if match := LABELS.match(row):
            below = rows[number + 1] if number + 1 < len(rows) else ""
            more = below if re.match(r" {9,}\S", below) else ""
            # Whose words are lit stands after the sign of what they say.
            found[match[1]] = match[2][2 * (match[1] == "lit") :] + more
    return found
