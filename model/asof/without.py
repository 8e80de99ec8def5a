"""A corpus without what goes back to one origin: what goes with it, and what is left.

It is what would be read if each claim of that origin were deleted from its files (`model.curate.deletion`), and what
others date by them had been curated without a date:

- What needs one of them goes too, as a document that takes its day of publication from it: that would be of no day.
- A claim of another origin that takes its date from one of them stays, and has no date: its date is theirs, its word is
  not. (Deleting a claim in the files deletes that one too, as nobody but the curator can say what its date is then.)
- What one of them superseded stands again. That it contradicted, corroborated, resolved or explained another one never
  decided anything, and is missed nowhere.
- A conflict loses it, and the curator's preference where that was for it; with fewer than two claims left it is gone.
- A document that does not say when it was published is as young as what is left of it tells.
- Statements and documents stay: that something was said or printed on a day holds without what was said. So a
  retraction holds without the claims of the document that retracts.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import msgspec

from model.asof.saying import SayingsWithout, dating, saying
from model.asof.saying import origins as origins_of
from model.corpus.copies import link_of, made_from
from model.corpus.corpus import Corpus
from model.corpus.needs import needs_of
from model.corpus.quarrels import without_claims
from model.corpus.records import Claim, Dated, Source, Statement
from model.corpus.vocabulary import Basis

Origins = frozenset[str]

_MIN_CLAIMS = 2
"""How many claims make a conflict."""

_NO_DATE = Dated(basis=Basis.NONE, reasoning="What it took its date from is not there.")

_KINDS = frozenset({"claim", "statement", "source"})
"""What has a day, and may be needed for it: these share one space of ids."""


class Behind:
    """For each claim, statement and document the origins that it cannot be without. Asked of `Corpus.derived`.

    Those are a claim's own, and those behind what its statement or its document takes a day from.
    """

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._found: dict[str, Origins] = {}

    def __getitem__(self, name: str) -> Origins:
        if name not in self._found:
            self._found[name] = frozenset(self._origins(name))
        return self._found[name]

    def _origins(self, name: str) -> Iterator[str]:
        """The origins of all claims on the ways from a record to what it needs, itself among them."""
        seen, ahead = {name}, [name]
        while ahead:
            now = ahead.pop()
            if now in self._corpus.claims:
                yield saying(self._corpus, self._corpus.claims[now]).origin
            more = [it for it in _needed(self._corpus, now) if it not in seen]
            seen.update(more)
            ahead += more


class Dating:
    """For each claim the origins without which it would have no date: those behind what it takes its date from.

    Asked of `Corpus.derived`.
    """

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._found: dict[str, Origins] = {}

    def __getitem__(self, name: str) -> Origins:
        if name not in self._found:
            behind = self._corpus.derived(Behind)
            found = Origins().union(*(behind[it] for it in _date_givers(self._corpus, name)))
            self._found[name] = found - behind[name]
        return self._found[name]


def _date_givers(corpus: Corpus, claim: str) -> list[str]:
    """The records from which a claim has its date, one by way of the other, the nearest first."""
    found: list[str] = []
    date = corpus.claims[claim].date
    while date is not None and date.from_ is not None and date.from_ not in found:
        found.append(date.from_)
        giver = corpus.claims.get(date.from_)
        date = giver.date if giver is not None else None
    return found


class Unsettling:
    """For documents and statements the origins without which what is said there would count as of another day.

    Asked of `Corpus.derived`.
    """

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._found: dict[str, Origins] = {}

    def __getitem__(self, name: str) -> Origins:
        if name not in self._found:
            behind, dated = self._corpus.derived(Behind), self._corpus.derived(Dating)
            groups = (
                Origins.intersection(*(behind[it] | dated[it] for it in group))
                for group in dating(self._corpus, name)
            )
            # Without its own, nothing of a statement is left.
            own = {self._corpus.derived(origins_of)[name]} if name in self._corpus.statements else set[str]()
            self._found[name] = Origins().union(*groups) - own
        return self._found[name]


class SaidWithout:
    """The sayings without each of the origins that are asked for. Asked of `Corpus.derived`."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._found: dict[str, SayingsWithout] = {}

    def __call__(self, origin: str) -> SayingsWithout:
        """The sayings without `origin`, of what is left then."""
        if origin not in self._found:
            behind, dated = self._corpus.derived(Behind), self._corpus.derived(Dating)

            def left(claim: Claim) -> Claim | None:
                if origin in behind[claim.id]:
                    return None
                return undated(claim) if origin in dated[claim.id] else claim

            self._found[origin] = SayingsWithout(self._corpus, left)
        return self._found[origin]


def behind_documents(corpus: Corpus) -> Origins:
    """The origins without which a whole document goes: it takes its day from one of their claims."""
    origins = corpus.derived(Behind)
    return Origins().union(*(origins[name] for name in corpus.sources))


def without(corpus: Corpus, origin: str) -> Corpus:
    """The corpus without what goes back to `origin`."""
    origins, dated = corpus.derived(Behind), corpus.derived(Dating)
    claims = {
        name: undated(it) if origin in dated[name] else it
        for name, it in corpus.claims.items()
        if origin not in origins[name]
    }
    sources = {name: it for name, it in corpus.sources.items() if origin not in origins[name]}
    gone = corpus.claims.keys() - claims.keys()
    conflicts = {name: without_claims(it, gone) for name, it in corpus.conflicts.items()}
    return replace(
        corpus,
        claims=claims,
        statements={name: it for name, it in corpus.statements.items() if origin not in origins[name]},
        sources={name: _linked(it, sources) for name, it in sources.items()},
        conflicts={name: it for name, it in conflicts.items() if len(it.claims) >= _MIN_CLAIMS},
    )


def undated(claim: Claim) -> Claim:
    """The claim as it would be without what it takes its date from."""
    return msgspec.structs.replace(claim, date=_NO_DATE)


class Left:
    """The corpus without each of the origins that are asked for. Asked of `Corpus.derived`."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._left: dict[str, Corpus] = {}

    def __call__(self, origin: str) -> Corpus:
        """The corpus without `origin`."""
        if origin not in self._left:
            self._left[origin] = without(self._corpus, origin)
        return self._left[origin]


def _linked(source: Source, left: Mapping[str, Source]) -> Source:
    """A document that no longer names what it was made from where that is gone."""
    field = link_of(source)
    if field is None or made_from(source) in left:
        return source
    return msgspec.structs.replace(source, **{field: None}, change=None)


def _needed(corpus: Corpus, name: str) -> Iterator[str]:
    """What has to be there for a record to be; the date of a claim need not."""
    claim = corpus.claims.get(name)
    if claim is not None:
        record: Claim | Statement | Source = msgspec.structs.replace(claim, date=None)
    else:
        record = corpus.statements.get(name) or corpus.sources[name]
    return (it.name for it in needs_of(record) if not _KINDS.isdisjoint(it.kinds))
