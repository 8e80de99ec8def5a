"""Who said a claim, when, to whom, and from which day it could be known."""

from dataclasses import dataclass

from model.corpus.chains import ends
from model.corpus.corpus import Corpus
from model.corpus.records import Claim, Dated, Hop, Source
from model.corpus.vocabulary import OnRecord
from model.dates.edtf import Edtf, parse

ALWAYS = -(10**15)
"""The day from which a claim is visible when nothing says when it was published: before all others."""


@dataclass(frozen=True, slots=True)
class Saying:
    """The act of saying behind a claim.

    `speaker` is the first speaker's entity id and `record` its footing; `hops` are the links after it, the
    document's publisher last. `on` is the day of saying as an EDTF date (None where unknown) and `estimate` the day
    it counts as. The claim is visible from `visible` on, and with certainty after `certain`. `own_voice` is True for
    what the document says itself. `origin` is a statement's id, or the source's for its own voice.
    """

    speaker: str
    record: OnRecord
    hops: tuple[Hop, ...]
    on: Edtf | None
    estimate: int
    visible: int
    certain: int
    own_voice: bool
    origin: str

    def uncertain_at(self, day: int) -> bool:
        """True while the claim counts as known only by an estimated date."""
        return day <= self.certain and self.visible < self.certain


def saying(corpus: Corpus, claim: Claim) -> Saying:
    """Who said `claim`, which is one of the corpus's, when, and from when on it could be known."""
    return corpus.derived(_sayings)[claim.id]


def _sayings(corpus: Corpus) -> dict[str, Saying]:
    """The saying behind each claim: it depends on no day, and is asked for at every key."""
    return {name: _saying(corpus, claim) for name, claim in corpus.claims.items()}


def _saying(corpus: Corpus, claim: Claim) -> Saying:
    source = corpus.sources[claim.source]
    published, published_latest = _counted(source.published)
    document = Hop(who=source.publisher, record=OnRecord.DOCUMENT)
    if claim.statement is None:
        return Saying(
            speaker=source.publisher,
            record=OnRecord.DOCUMENT,
            hops=(),
            on=_edtf(source.published),
            estimate=published,
            visible=published,
            certain=published_latest,
            own_voice=True,
            origin=source.id,
        )
    statement = corpus.statements[claim.statement]
    first, *rest = statement.chain
    dated = statement.on if statement.on is not None and statement.on.edtf is not None else None
    said, said_latest = _counted(dated) if dated is not None else (published, published_latest)
    public = statement.public and dated is not None
    return Saying(
        speaker=first.who,
        record=first.record,
        hops=(*rest, document),
        on=_edtf(dated),
        estimate=said,
        visible=said if public else published,
        certain=said_latest if public else published_latest,
        own_voice=False,
        origin=corpus.derived(_origins)[statement.id],
    )


def _origins(corpus: Corpus) -> dict[str, str]:
    """The origin of each statement, by way of others: one that repeats a repetition repeats its origin."""
    # A statement that names itself says no more than the default.
    return ends({it.id: it.origin if it.origin != it.id else None for it in corpus.statements.values()})


def published(source: Source) -> int:
    """The day from which a document counts as public."""
    return _counted(source.published)[0]


def _edtf(date: Dated | None) -> Edtf | None:
    return parse(date.edtf) if date is not None and date.edtf is not None else None


def _counted(date: Dated) -> tuple[int, int]:
    """The day an act of saying counts as, and its latest possible day: `best`, else the latest (else earliest) day."""
    edtf = _edtf(date)
    if edtf is None:
        return ALWAYS, ALWAYS
    latest = edtf.latest if edtf.latest is not None else edtf.earliest
    assert latest is not None, "an EDTF date has at least one bound"
    if date.best is not None:
        best = parse(date.best).earliest
        assert best is not None, "the checks let only full days be `best`"
        return best, latest
    return latest, latest
