"""Which event a passage may speak of, and what a new one may belong to, each with the words it rests on."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from model.corpus.corpus import Corpus
from model.corpus.records import Claim, Event
from model.curate.entry.event_names import names_told
from model.curate.entry.passage import Passage
from model.query.folding import words

_TELLING = 4
"""Letters from which on a word of a title tells something; two syllables of Hangul do."""

_COMMON_IN_A_ROW = """
about after against another around before between during first from have high into last late later more most
next north northern other over second south state such than that their them then there these they third this
those through under until upon what when where which while with within without year years month months week
korea korean russian chinese russia china american source sources official officials leader leaders says said
people
"""
_COMMON = frozenset(_COMMON_IN_A_ROW.split())
"""Words that stand in any sentence, and tell no event from another."""

_ENOUGH = 2
"""So many words of its own, told in a passage, make an event sure enough to be filled in."""

_POINTS_BACK = re.compile(
    r"\A[“\"]?(?:It|This|That|The (?:event|visit|trip|meeting|talks|plan|fair|ceremony|project|deal))\s(?!is (?:not )?"
    r"(?:clear|known|possible|likely|believed|expected that|unclear))"
    r"|\A(?:이는|이것은|이 (?:행사|방문|회담|계획)|그 행사|이번)\s?"
)
_ENDING = re.compile(r"(?:ies|es|s|ed|ing|e)\Z")
_PARTICLE = re.compile(r"(?:에서|으로|은|는|이|가|을|를|의|에|로|와|과|도)\Z")


@dataclass(frozen=True, slots=True)
class EventSaid:
    """An event with the words that speak of it; `is_sure` where several of its own are there, and no other's.

    `before` says that the words only point back to what the sentence before is about.
    """

    event: str
    cue: tuple[str, ...]
    is_sure: bool = False
    before: bool = False

    @property
    def because(self) -> str:
        """The cue in a few words."""
        said = ", ".join(f'"{it}"' for it in self.cue)
        return f"{said} is that of the sentence before" if self.before else f"from {said}"


def events_near(passage: Passage) -> list[str]:
    """The events of the claims before the passage, the nearest first."""
    return [*dict.fromkeys(claim.event for claim in passage.claims_before if claim.event is not None)]


def of_others(passage: Passage) -> Callable[[Event], bool]:
    """Whether the names in a passage say that it is not of an event."""
    return names_told(passage, _stem).others_than


def event_said(passage: Passage) -> EventSaid | None:
    """The event whose title, and then whose participants, are most in the passage; None where none is in it.

    A name alone tells nothing: who was in one event is in others too. Of two that are as near, neither is sure. One
    whose title has other names than the passage is none of these: what both reopen is not the same.
    """
    names = {
        _stem(it) for name in passage.names for it in words(passage.text[name.span.start : name.span.end])
    }
    named = {id for name in passage.names for id in name.entities}
    said = {_stem(it): it for it in words(passage.words)}
    days = {it.edtf: it.word.words for it in passage.dates_in(passage.span) if it.edtf is not None}
    told = names_told(passage, _stem)
    # A place that is no entity yet is a name all the same.
    names |= {_stem(it) for it in told.capitals}
    found: list[tuple[int, int, str, tuple[str, ...]]] = []
    whole: set[str] = set()
    for event in _events_with(passage.corpus, said):
        own = _own_words(event, said, names)
        if event.type != "strand" and own and not told.others_than(event):
            own += [*dict.fromkeys(days[it] for it in _days_of(passage, event.id) if it in days)][:1]
            parts = len(named & _taking_part(passage.corpus.claims_of_event.get(event.id, ())))
            found.append((len(own), parts, event.id, tuple(own)))
            title = {_stem(it) for it in words(event.title) if len(it) >= _TELLING}
            if len(title) >= _ENOUGH and title <= {*said}:
                whole.add(event.id)
    found.sort(key=lambda it: (-it[0], -it[1]))
    pointing = _POINTS_BACK.match(passage.words.lstrip())
    if pointing is not None and (not found or found[0][0] < _ENOUGH):
        before = _of_sentence_before(passage)
        if before is not None:
            return EventSaid(before, (pointing[0].strip(' “"'),), before=True)
    if not found:
        return None
    best = found[0]
    alone = all(it[:2] != best[:2] for it in found[1:])
    # Half of a title is also that of what else there is of its place: who visits a port does not open it.
    telling = {_stem(it) for it in words(passage.corpus.events[best[2]].title) if _tells(it)}
    is_sure = alone and (_ENOUGH <= best[0] > len(telling) / 2 or best[2] in whole)
    return EventSaid(best[2], best[3], is_sure) if alone or best[0] >= _ENOUGH else None


def strand_said(passage: Passage, title: str) -> EventSaid | None:
    """What a new event may belong to: a strand, all or several of whose words are told, or an event with parts, all.

    One visit is no part of another because somebody visits the same place.
    """
    events = passage.corpus.events
    wholes = {it.part_of for it in events.values() if it.part_of is not None}
    said = {_stem(it): it for it in (*words(passage.words), *words(title))}
    found = []
    for event in _events_with(passage.corpus, said):
        if event.type != "strand" and event.id not in wholes:
            continue
        telling = [it for it in words(event.title) if _tells(it)]
        own = _own_words(event, said, set())
        enough = _ENOUGH if event.type == "strand" else len(telling)
        if own and len(own) >= min(enough, len(telling)):
            found.append((len(own), event.id, tuple(own)))
    found.sort(key=lambda it: -it[0])
    if not found or any(one[0] == other[0] for one, other in pairwise(found[:2])):
        return None
    return EventSaid(found[0][1], found[0][2])


def _of_sentence_before(passage: Passage) -> str | None:
    """The one event of the claims of the sentence before."""
    spans, before = passage.corpus.anchors.claims, passage.sentence_before
    if before is None:
        return None
    there = {
        it.event
        for it in passage.claims_before
        if it.event is not None and spans[it.id].start < before.end and spans[it.id].end > before.start
    }
    return next(iter(there)) if len(there) == 1 else None


def _by_stem(corpus: Corpus) -> dict[str, list[str]]:
    """The events by the telling words of their titles: of thousands, few have a word of a passage."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for event in corpus.events.values():
        for stem in {_stem(it) for it in words(event.title) if _tells(it)}:
            found[stem].append(event.id)
    return found


def _events_with(corpus: Corpus, said: Iterable[str]) -> list[Event]:
    """The events with a telling word of some, in the order of the corpus."""
    titles = corpus.derived(_by_stem)
    ids = {id for stem in said for id in titles.get(stem, ())}
    return [it for id, it in corpus.events.items() if id in ids]


def _own_words(event: Event, said: dict[str, str], names: set[str]) -> list[str]:
    """The words of a title that are said and are nobody's name, as they are said."""
    stems = dict.fromkeys(_stem(it) for it in words(event.title) if _tells(it))
    return [said[it] for it in stems if it in said and it not in names]


def _tells(word: str) -> bool:
    if word in _COMMON:
        return False
    return len(word) >= _TELLING or ("가" <= word[:1] <= "힣" and len(word) > 1)


def _stem(word: str) -> str:
    """A word without its ending: attends is attend, 박람회는 is 박람회."""
    if "가" <= word[:1] <= "힣":
        bare = _PARTICLE.sub("", word)
        return bare if len(bare) > 1 else word
    if word.endswith(("ean", "ian")):
        # Korean is Korea.
        return word[:-1]
    bare = _ENDING.sub("", word)
    return bare if len(bare) >= _TELLING - 1 else word


def _days_of(passage: Passage, event: str) -> list[str | None]:
    """The dates that claims give an event: a day of its own tells it from others as a word does."""
    claims = passage.corpus.claims_of_event.get(event, ())
    return [it.date.edtf for it in claims if it.date is not None]


def _taking_part(claims: tuple[Claim, ...]) -> set[str]:
    return {holder for claim in claims for _, holder in claim.parts}
