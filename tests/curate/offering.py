"""What the form of a claim offers for each sentence of a text, held against the claims that people made of it.

The texts are those of the bundled corpus and an invented page (`tests/data/bridge`). Each sentence of which there are
claims of events is offered as it is to somebody who has come as far as this sentence: of its records there is only what
stands before it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from model.corpus.corpus import Corpus
from model.corpus.records import Claim, Dated
from model.cues.text_cues import text_cues
from model.curate.entry import lookup
from model.curate.entry.passage import Passage
from model.curate.entry.saying import speakers
from model.curate.entry.suggest import begun
from model.query.folding import folded


@dataclass(frozen=True)
class Offered:
    """A field as it is offered for a sentence, and what claims of it have there; empty stands for nothing."""

    field: str
    words: str
    offered: str
    true: frozenset[str]

    @property
    def verdict(self) -> str:
        if self.offered in self.true:
            return "right"
        return "empty" if not self.offered else "wrong"


def offered_in(corpus: Corpus, source: str, knows_all: bool, called: dict[str, str]) -> Iterator[Offered]:
    """The speaker, the date and the day of saying that are offered for each sentence of a source.

    `knows_all` says whether all entities are known from the beginning, or only those that somebody has named before.
    `called` are names in the text of entities that are called otherwise in the corpus.
    """
    spans = corpus.anchors.claims
    claims = [it for it in corpus.claims_in_source[source] if it.event is not None]
    for sentence in text_cues(corpus.texts[source]).sentences:
        here = [it for it in claims if sentence.start <= spans[it.id].start < sentence.end]
        if not here:
            continue
        passage = Passage(_before(corpus, source, sentence.start, knows_all), source, sentence)
        values = begun(passage)
        words = " ".join(passage.words.split())
        told = [corpus.statements[it.statement] if it.statement is not None else None for it in here]
        yield Offered(
            "speaker",
            words,
            _first_speaker(passage, values["speaker"], corpus, called),
            frozenset(it.chain[0].who if it is not None else "" for it in told),
        )
        yield Offered("date", words, values["date"], frozenset(_edtf(it.date) for it in here))
        new = (
            values["on"]
            if "on" in values and speakers(values["speaker"], passage.corpus, source).chain
            else ""
        )
        same = passage.corpus.statements.get(values["speaker"])
        day = _edtf(same.on) if same is not None else new
        yield Offered("said on", words, day, frozenset(_edtf(it.on) if it is not None else "" for it in told))


def _edtf(date: Dated | None) -> str:
    return (date.edtf or "") if date is not None else ""


def _before(corpus: Corpus, source: str, place: int, knows_all: bool) -> Corpus:
    """The corpus without the records of a source that stand at a place or after it."""
    anchors = corpus.anchors
    statements = {
        id: it
        for id, it in corpus.statements.items()
        if it.source == source and anchors.statements[id].start < place
    }
    claims = {
        id: it
        for id, it in corpus.claims.items()
        if it.source == source and anchors.claims[id].start < place and _stands(it, statements)
    }
    named = {hop.who for it in statements.values() for hop in it.chain}
    named |= {holder for it in claims.values() for _, holder in it.parts}
    named |= {it.publisher for it in corpus.sources.values()}
    return replace(
        corpus,
        statements=statements,
        claims=claims,
        conflicts={},
        entities={id: it for id, it in corpus.entities.items() if knows_all or id in named},
    )


def _stands(claim: Claim, statements: Mapping[str, object]) -> bool:
    return claim.statement is None or claim.statement in statements


def _first_speaker(passage: Passage, typed: str, whole: Corpus, called: dict[str, str]) -> str:
    meant = speakers(typed, passage.corpus, passage.source)
    if meant.statement is not None:
        return passage.corpus.statements[meant.statement].chain[0].who
    if not meant.chain:
        return ""
    name = meant.chain[0]
    plain = folded(name).removeprefix("the ").removeprefix("a ")
    names = {folded(it): id for id, known in lookup.entities(whole).items() for it in known}
    return called.get(name) or names.get(folded(name)) or names.get(plain) or f"({name})"


def table(found: Iterator[Offered]) -> dict[tuple[str, str], int]:
    """How many of each field are right, wrong and empty."""
    return Counter((it.field, it.verdict) for it in found)
