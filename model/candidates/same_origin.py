"""Sayings of different documents that may go back to one act of saying: copied words, or a shared attribution.

Two claims are compared only where their quotes share a run of words (`model.candidates.words.RUN`) that at most
`COMMON` claims have, or their statements a first speaker and a day. What is shared is measured as the part of the runs
of the shorter quote that the longer one has too (containment, Broder 1997), since a reprint often cuts: from
`COPIED` on a wording of `LEAST` words is copied. Where speaker and day are the same (of at most `TOLD` claims), words
said alike suffice: `ALIKE` of the telling words of the shorter quote.
"""

from collections import defaultdict
from collections.abc import Iterator

from model.asof.saying import saying
from model.candidates.proposal import Proposal
from model.candidates.words import RUN, runs_of, telling, words_of
from model.corpus.corpus import Corpus
from model.corpus.quoted import wording
from model.corpus.records import Claim
from model.corpus.vocabulary import CandidateKind
from model.dates.wording import bounds_form

COMMON = 12
"""How many claims may have a run of words before it tells nothing: more is a formula. It also bounds the pairs."""

TOLD = 50
"""How many claims may be one speaker's of one day: of more, each with each would be too many."""

COPIED = 0.6
"""Of ten runs six: one word changed in a sentence of fifteen words breaks four of its twelve runs, two words eight."""

LEAST = 8
"""The words that a wording must have to be copied: a name with an office has six or seven, and is nobody's own."""

ALIKE = 0.5
"""Half of the telling words: one briefing is told in other words by each who was there."""


class Wordings:
    """The words of each claim of a corpus, and which claims share what."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._words = {name: words_of(wording(claim)) for name, claim in corpus.claims.items()}
        self._runs = {name: runs_of(words) for name, words in self._words.items()}
        self._having: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        self._said: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for name, runs in self._runs.items():
            for run in runs:
                self._having[run].append(name)
            if (key := self._attribution(name)) is not None:
                self._said[key].append(name)

    def candidates(self, source: str) -> Iterator[Proposal]:
        """The sayings of a document that may be those of documents before it, by id: each pair of origins once."""
        found: defaultdict[tuple[str, str], list[tuple[float, Claim, Claim, str]]] = defaultdict(list)
        for claim in self._corpus.claims_in_source.get(source, ()):
            said = saying(self._corpus, claim)
            for name in sorted(self._near(claim)):
                other = self._corpus.claims[name]
                origin = saying(self._corpus, other).origin
                if other.source >= source or origin == said.origin:
                    continue
                likeness = self._likeness(claim, other)
                if likeness is not None:
                    found[origin, said.origin].append((likeness[0], other, claim, likeness[1]))
        for matches in found.values():
            matches.sort(key=lambda it: (-it[0], it[1].id, it[2].id))
            sides = (
                tuple(dict.fromkeys(it[1].id for it in matches)),
                tuple(dict.fromkeys(it[2].id for it in matches)),
            )
            reason = matches[0][3]
            yield Proposal(CandidateKind.SAME_ORIGIN, (sides[0][0], sides[1][0]), sides, reason)

    def _near(self, claim: Claim) -> set[str]:
        having = (self._having[run] for run in self._runs[claim.id])
        near = {name for names in having if len(names) <= COMMON for name in names}
        if (key := self._attribution(claim.id)) is not None and len(self._said[key]) <= TOLD:
            near.update(self._said[key])
        return near - {claim.id}

    def _attribution(self, name: str) -> tuple[str, str] | None:
        """First speaker and day of saying, where a statement has both."""
        claim = self._corpus.claims[name]
        statement = self._corpus.statements.get(claim.statement or "")
        if statement is None or statement.on is None or statement.on.edtf is None:
            return None
        return statement.chain[0].who, statement.on.edtf

    def _likeness(self, one: Claim, other: Claim) -> tuple[float, str] | None:
        """How much of the shorter wording the other has, and in words; None where that is too little."""
        mine, theirs = sorted((self._runs[one.id], self._runs[other.id]), key=len)
        if len(mine) > LEAST - RUN and (part := len(mine & theirs) / len(mine)) >= COPIED:
            run = " ".join(next(it for it in self._in_order(one.id) if it in theirs and it in mine))
            return 1 + part, f'{_share(part)} of the shorter wording stands in the other too, as in "{run}".'
        key = self._attribution(one.id)
        if key is None or key != self._attribution(other.id):
            return None
        few, many = sorted((telling(self._words[one.id]), telling(self._words[other.id])), key=len)
        if len(few) < RUN - 1 or (part := len(few & many) / len(few)) < ALIKE:
            return None
        who, on = self._corpus.entities[key[0]].name, saying(self._corpus, one).on
        alike = ", ".join(f'"{word}"' for word in sorted(few & many)[:4])
        return part, f"Both have it from {who}, of {bounds_form(on)}, with the words {alike}."

    def _in_order(self, name: str) -> Iterator[tuple[str, ...]]:
        words = self._words[name]
        return (words[at : at + RUN] for at in range(len(words) - RUN + 1))


def _share(part: float) -> str:
    return "All" if part == 1 else f"{round(100 * part)} %"
