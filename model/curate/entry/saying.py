"""Who says it: the document itself, a statement that is there, or a new one with its chain of speakers."""

from collections.abc import Sequence
from dataclasses import dataclass

from model.corpus.corpus import Corpus
from model.corpus.vocabulary import EntityType, OnRecord
from model.curate.entry import lookup
from model.curate.entry.passage import Passage

BY = " > "
"""What stands between the speakers of a chain, the first speaker first."""


@dataclass(frozen=True, slots=True)
class Speakers:
    """What is typed as the speaker: the id of a `statement` that is there, or the names of a new one's `chain`.

    Neither is the document's own voice.
    """

    statement: str | None = None
    chain: tuple[str, ...] = ()


def speakers(typed: str, corpus: Corpus, source: str) -> Speakers:
    """What is meant by the speaker. A statement of another source is none of this one's."""
    typed = typed.strip()
    if not typed:
        return Speakers()
    statement = corpus.statements.get(typed)
    if statement is not None and statement.source == source:
        return Speakers(statement=typed)
    return Speakers(chain=tuple(name for part in typed.split(BY.strip()) if (name := part.strip())))


def offered(typed: str, passage: Passage) -> list[str]:
    """What may stand as the speaker: statements of the source, the nearest first, then who is named, then anybody."""
    corpus = passage.corpus
    spans = corpus.anchors.statements
    own = [it.id for it in corpus.statements.values() if it.source == passage.source]
    own.sort(key=lambda id: abs(spans[id].start - passage.span.start))
    named = [id for name in passage.names_around for id in name.entities]
    *before, last = typed.split(BY)
    found = lookup.near(last, lookup.entities(corpus), named, parting=BY.strip())
    chains = [BY.join((*before, name)) for name in found]
    return chains if typed.strip() and typed not in own else [*own, "", *chains]


def record_of(name: str, corpus: Corpus, kinds: dict[str, str]) -> OnRecord:
    """On what footing a speaker most probably speaks: as it did last, or as what it is."""
    found = lookup.one(name, lookup.entities(corpus))
    kind = corpus.entities[found].type if found is not None else kinds.get(name, "")
    if kind == EntityType.ANONYMOUS:
        return OnRecord.ANONYMOUS
    used = [hop.record for it in corpus.statements.values() for hop in it.chain if hop.who == found]
    return used[-1] if used else OnRecord.ON_RECORD


_NAMELESS = ("source", "official", "diplomat", "observer", "expert", "analyst", "소식통", "관계자", "당국자")
_BODIES = (
    "ministry", "agency", "department", "office", "committee", "council", "party", "government", "service", "news",
    "times", "daily", "post", "press", "army", "kremlin", "university", "institute", "통신", "신문", "일보", "위원회",
)  # fmt: skip
_ENDS_OF_BODIES = ("부", "청", "원", "처")


def kind_of(name: str) -> EntityType:
    """What somebody whom nobody knows yet most probably is."""
    small = name.lower()
    if any(word in small for word in _BODIES) or name.endswith(_ENDS_OF_BODIES):
        return EntityType.ORGANIZATION
    return EntityType.ANONYMOUS if any(word in small for word in _NAMELESS) else EntityType.PERSON


def unknown(names: Sequence[str], corpus: Corpus) -> list[str]:
    """Those of some names that nobody has."""
    called = lookup.entities(corpus)
    return [name for name in dict.fromkeys(names) if not lookup.all_called(name, called)]
