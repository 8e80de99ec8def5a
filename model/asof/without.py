"""A corpus without what goes back to one origin: what goes with it, and what is left.

It is what would be read if each claim of that origin were deleted from its files (`model.curate.deletion`):

- What needs one of them goes too, as whatever takes its date from it: without that it would say something else.
- What one of them superseded stands again. That it contradicted, corroborated, resolved or explained another one never
  decided anything, and is missed nowhere.
- A conflict loses it, and the curator's preference where that was for it; with fewer than two claims left it is gone.
- A document that does not say when it was published is as young as what is left of it tells.
- Statements and documents stay: that something was said or printed on a day holds without what was said. So a
  retraction holds without the claims of the document that retracts.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

import msgspec

from model.asof.saying import SayingsWithout, dating, saying
from model.asof.saying import origins as origins_of
from model.corpus.copies import link_of, made_from
from model.corpus.corpus import Corpus
from model.corpus.needs import needs_of
from model.corpus.quarrels import without_claims
from model.corpus.records import Claim, Source, Statement

Origins = frozenset[str]

_MIN_CLAIMS = 2
"""How many claims make a conflict."""

_KINDS = frozenset({"claim", "statement", "source"})
"""What has a day, and may be needed for it: these share one space of ids."""


def behind(corpus: Corpus) -> Mapping[str, Origins]:
    """For each claim, statement and document the origins that it cannot be without.

    Those are a claim's own, and those behind what it takes its date from. Asked of `Corpus.derived`.
    """
    records = _records(corpus)
    needed_by: defaultdict[str, list[str]] = defaultdict(list)
    for name, record in records.items():
        for needed in _needed(record, records):
            needed_by[needed].append(name)
    found: dict[str, set[str]] = {name: set() for name in records}
    ahead = [(claim.id, saying(corpus, claim).origin) for claim in corpus.claims.values()]
    while ahead:
        name, origin = ahead.pop()
        if origin not in found[name]:
            found[name].add(origin)
            ahead += ((other, origin) for other in needed_by[name])
    return {name: frozenset(origins) for name, origins in found.items()}


def unsettling(corpus: Corpus) -> Mapping[str, Origins]:
    """For documents and statements the origins without which what is said there would count as of another day."""
    origins = corpus.derived(behind)
    found = {}
    for name, groups in dating(corpus).items():
        found[name] = Origins().union(
            *(Origins.intersection(*(origins[it] for it in group)) for group in groups)
        )
        if name in corpus.statements:
            # Without its own, nothing of it is left.
            found[name] -= {corpus.derived(origins_of)[name]}
    return found


class SaidWithout:
    """The sayings without each of the origins that are asked for. Asked of `Corpus.derived`."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._found: dict[str, SayingsWithout] = {}

    def __call__(self, origin: str) -> SayingsWithout:
        """The sayings without `origin`, of what is left then."""
        if origin not in self._found:
            origins = self._corpus.derived(behind)
            self._found[origin] = SayingsWithout(self._corpus, lambda name: origin in origins[name])
        return self._found[origin]


def behind_documents(corpus: Corpus) -> Origins:
    """The origins without which a whole document goes: it takes its day from one of their claims."""
    origins = corpus.derived(behind)
    return Origins().union(*(origins[name] for name in corpus.sources))


def without(corpus: Corpus, origin: str) -> Corpus:
    """The corpus without what goes back to `origin`."""
    origins = corpus.derived(behind)
    claims = {name: it for name, it in corpus.claims.items() if origin not in origins[name]}
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


def _records(corpus: Corpus) -> dict[str, Claim | Statement | Source]:
    return {**corpus.sources, **corpus.statements, **corpus.claims}


def _needed(
    record: Claim | Statement | Source, records: Mapping[str, Claim | Statement | Source]
) -> Iterator[str]:
    return (it.name for it in needs_of(record) if not _KINDS.isdisjoint(it.kinds) and it.name in records)
