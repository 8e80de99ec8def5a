"""Who said a claim, when, to whom, and from which day it could be known."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from model.corpus.chains import ends
from model.corpus.copies import made_from
from model.corpus.corpus import Corpus
from model.corpus.possible import bounds_of, counted, edtf_of
from model.corpus.records import Claim, Dated, Hop, Source, Statement
from model.corpus.vocabulary import OnRecord, Status
from model.dates.edtf import Edtf

ALWAYS = -(10**15)
"""The day from which a claim is visible when nothing says when it was published: before all others."""

_BEGUN = frozenset({Status.OCCURRED, Status.ONGOING})
"""What is said of something that has begun."""

NEVER = 10**15
"""The day on which an estimate becomes a certainty where no day is the latest possible one: after all others."""


@dataclass(frozen=True, slots=True)
class Saying:
    """The act of saying behind a claim.

    `speaker` is the first speaker's entity id and `record` its footing; `hops` are the links after it, the
    document's publisher last. `on` is the day of saying as an EDTF date (None where unknown) and `estimate` the day
    it counts as; `earliest` and `latest` are the first and the last day on which it can have been, None where any day
    before, or after, can. The claim is visible from `visible` on, and with certainty after `certain`. `own_voice` is
    True for what the document says itself. `origin` is a statement's id, or for a document's own voice a source's: that
    of the one that it was made from, else its own.
    """

    speaker: str
    record: OnRecord
    hops: tuple[Hop, ...]
    on: Edtf | None
    estimate: int
    earliest: int | None
    latest: int | None
    visible: int
    certain: int
    own_voice: bool
    origin: str

    @property
    def exact(self) -> bool:
        """Whether the day of saying is stated as one day, without a doubt."""
        return self.on is not None and self.on.single_day is not None and not self.on.qualified

    def uncertain_at(self, day: int) -> bool:
        """True while the claim counts as known only by an estimated date."""
        return day <= self.certain and self.visible < self.certain

    def surely_by(self, day: int) -> bool:
        """Whether it cannot have been said before a day: what may have been said before it is judged as if it was."""
        return self.earliest is not None and self.earliest >= day


def saying(corpus: Corpus, claim: Claim) -> Saying:
    """Who said `claim`, which is one of the corpus's, when, and from when on it could be known."""
    return corpus.derived(_sayings)[claim.id]


def published(corpus: Corpus, source: Source) -> int:
    """The day from which a document, which is one of the corpus's, counts as public."""
    return corpus.derived(_printings)[source.id].day


class SayingsWithout:
    """The sayings of a corpus as they would count if only `left` had been claimed: each claim so, or None if not."""

    def __init__(self, corpus: Corpus, left: Callable[[Claim], Claim | None]) -> None:
        self._corpus, self._left = corpus, left
        self._printings: dict[str, _Printing] = {}
        self._begun: dict[str, int] = {}

    def of(self, claim: Claim) -> Saying:
        """The saying of a claim that is not gone."""
        source = self._corpus.sources[claim.source]
        if source.id not in self._printings:
            self._printings[source.id] = _printing(source, self._told_in(source.id))
        printed = self._printings[source.id]
        if claim.statement is None:
            return _own_voice(self._corpus, source, printed)
        if claim.statement not in self._begun:
            self._begun[claim.statement] = self._begun_in(claim.statement)
        statement = self._corpus.statements[claim.statement]
        return _told(self._corpus, source, statement, printed, self._begun[claim.statement])

    def _told_in(self, source: str) -> list["_Past"]:
        left = map(self._left, self._corpus.claims_in_source[source])
        return [past for it in left if it is not None for past in _told_by(self._corpus, it)]

    def _begun_in(self, statement: str) -> int:
        told = map(self._left, self._corpus.derived(_claims_of_statement)[statement])
        firsts = (_begun_by(it) for it in told if it is not None)
        return max((first for first in firsts if first is not None), default=ALWAYS)


def dating(corpus: Corpus, name: str) -> list[list[str]]:
    """For a document or a statement, groups of claims: without all of one, what is said there would count otherwise.

    Of another day, that is: a document is as young as what it tells, and a statement as what it says has begun.
    """
    if name in corpus.statements:
        last, said = max(corpus.derived(_begun_in_statements)[name]), counted(corpus.statements[name].on)
        if said is None or last <= said:
            return []
        return [[it.id for it in corpus.derived(_claims_of_statement)[name] if _begun_by(it) == last]]
    printed, day = corpus.derived(_printings)[name], counted(corpus.sources[name].published)
    told = [(claim.id, past) for claim in corpus.claims_in_source[name] for past in _told_by(corpus, claim)]
    if day is not None:
        return _filled([it for it, past in told if past.first == printed.day > day])
    return _filled(
        [it for it, past in told if past.day == printed.day],
        [it for it, past in told if past.first == printed.earliest is not None],
    )


def _filled(*groups: list[str]) -> list[list[str]]:
    return [group for group in groups if group]


def _claims_of_statement(corpus: Corpus) -> dict[str, list[Claim]]:
    found: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in corpus.claims.values():
        if claim.statement is not None:
            found[claim.statement].append(claim)
    return dict(found)


def _sayings(corpus: Corpus) -> dict[str, Saying]:
    """The saying behind each claim: it depends on no day, and is asked for at every key."""
    found: dict[tuple[str, str | None], Saying] = {}
    for claim in corpus.claims.values():
        # One saying is behind many claims.
        if (behind := (claim.source, claim.statement)) not in found:
            found[behind] = _saying(corpus, claim)
    return {name: found[claim.source, claim.statement] for name, claim in corpus.claims.items()}


def _saying(corpus: Corpus, claim: Claim) -> Saying:
    source = corpus.sources[claim.source]
    if claim.statement is None:
        return _own_voice(corpus, source, corpus.derived(_printings)[source.id])
    statement = corpus.statements[claim.statement]
    begun = max(corpus.derived(_begun_in_statements)[statement.id])
    return _told(corpus, source, statement, corpus.derived(_printings)[source.id], begun)


@dataclass(frozen=True, slots=True)
class _Printing:
    """When a document counts as public, from when on that is certain, and the bounds of the day."""

    day: int
    certain: int
    earliest: int | None
    latest: int | None


def _own_voice(corpus: Corpus, source: Source, printed: _Printing) -> Saying:
    return Saying(
        speaker=source.publisher,
        record=OnRecord.DOCUMENT,
        hops=(),
        on=edtf_of(source.published),
        estimate=printed.day,
        earliest=printed.earliest,
        latest=printed.latest,
        visible=printed.day,
        certain=printed.certain,
        own_voice=True,
        origin=corpus.derived(origins)[source.id],
    )


def _told(corpus: Corpus, source: Source, statement: Statement, printed: "_Printing", begun: int) -> Saying:
    """A statement: with a day of its own, or said when the document was printed; what it tells of had `begun` then."""
    said = counted(statement.on)
    earliest, latest = bounds_of(statement.on) if said is not None else (printed.earliest, printed.latest)
    if said is not None and (earliest is None or earliest <= printed.day):
        # By then what it tells of as past had begun, and it was not printed yet.
        said = min(max(said, begun), printed.day)
    if said is None:
        visible, certain = printed.day, printed.certain
    elif statement.public:
        # Printed, it was known whenever it was said; and nothing is known before the first day of its saying.
        visible = max(min(said, printed.day), earliest if earliest is not None else ALWAYS)
        certain = min(_certain(statement.on), printed.certain)
    else:
        visible, certain = max(said, printed.day), printed.certain
    first, *rest = statement.chain
    return Saying(
        speaker=first.who,
        record=first.record,
        hops=(*rest, Hop(who=source.publisher, record=OnRecord.DOCUMENT)),
        on=edtf_of(statement.on),
        estimate=visible if said is None else min(said, visible),
        earliest=earliest,
        latest=latest,
        visible=visible,
        certain=certain,
        own_voice=False,
        origin=corpus.derived(origins)[statement.id],
    )


def origins(corpus: Corpus) -> dict[str, str]:
    """The origin of each statement and each source, by way of others: what repeats a repetition repeats its origin.

    The two share one space of ids.
    """
    # A statement that names itself says no more than the default.
    said = {it.id: it.origin if it.origin != it.id else None for it in corpus.statements.values()}
    return ends(said) | ends({it.id: made_from(it) for it in corpus.sources.values()})


def _printings(corpus: Corpus) -> dict[str, _Printing]:
    told = corpus.derived(_told_in)
    return {name: _printing(source, told.get(name, ())) for name, source in corpus.sources.items()}


def _printing(source: Source, told: Sequence["_Past"]) -> _Printing:
    """A document is younger than all that it tells of as past."""
    firsts = [past.first for past in told if past.first is not None]
    day = counted(source.published)
    if day is not None:
        earliest, latest = bounds_of(source.published)
        day = max([day, *(first for first in firsts if latest is None or first <= latest)])
        return _Printing(day, _certain(source.published), earliest, latest)
    days = [past.day for past in told if past.day is not None]
    if not days:
        return _Printing(ALWAYS, ALWAYS, None, None)
    return _Printing(max(days), NEVER, max(firsts, default=None), None)


@dataclass(frozen=True, slots=True)
class _Past:
    """Something told of as past: the first day on which it can have been, and the day that it counts as."""

    first: int | None
    day: int | None


def _told_in(corpus: Corpus) -> dict[str, list[_Past]]:
    """For each document, what it reports as said, as having occurred, and as going on by then."""
    found: dict[str, list[_Past]] = {}
    for claim in corpus.claims.values():
        found.setdefault(claim.source, []).extend(_told_by(corpus, claim))
    return found


def _told_by(corpus: Corpus, claim: Claim) -> list[_Past]:
    """The same for one claim."""
    told = []
    if claim.statement is not None:
        on = corpus.statements[claim.statement].on
        told.append(_Past(bounds_of(on)[0], counted(on)))
    first = bounds_of(claim.date)[0]
    if claim.status is Status.OCCURRED and claim.decides:
        told.append(_Past(first, counted(claim.date)))
    if claim.status is Status.ONGOING and claim.decides:
        # When it will end says nothing of when it was told.
        told.append(_Past(first, first))
    return told


def _begun_in_statements(corpus: Corpus) -> dict[str, list[int]]:
    """For each statement, the first days of what it says has begun; always one that is before all others."""
    found = {statement: [ALWAYS] for statement in corpus.statements}
    for claim in corpus.claims.values():
        if claim.statement is not None and (first := _begun_by(claim)) is not None:
            found[claim.statement].append(first)
    return found


def _begun_by(claim: Claim) -> int | None:
    """The first day of what a claim says has begun; None where it says so of nothing, or without a day."""
    return bounds_of(claim.date)[0] if claim.status in _BEGUN and claim.decides else None


def _certain(date: Dated | None) -> int:
    """The last possible day of something dated."""
    latest = bounds_of(date)[1]
    return latest if latest is not None else NEVER
