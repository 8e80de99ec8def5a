"""What is selected: one frozen value that all panes follow, and the rules that make the next one."""

from dataclasses import dataclass, replace

from model.asof.conflict import conflict_view, conflicts_as_of
from model.asof.entity import entity_claims
from model.asof.saying import published, saying
from model.asof.visible import visible_claims
from model.corpus.records import Claim
from model.index.archive import Archive
from tui.text.line import Target


@dataclass(frozen=True, slots=True)
class Selection:
    """The selected `event` (its row), `card` (of an event, an entity, a conflict) and `quote` (the claim that is lit).

    `place` is a place in a document that a search has led to; the document is shown there, whatever quote is lit.
    """

    event: str | None = None
    card: Target | None = None
    quote: str | None = None
    place: "Place | None" = None


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a source's text, in code points."""

    source: str
    start: int
    end: int


class Selector:
    """The selections that follow from what a person does, as of the archive's day."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def first(self) -> Selection:
        """Where to begin: the first event that is still ahead, else the last one; nothing on an empty timeline."""
        timeline = self._archive.timeline
        rows = timeline.rows(min(timeline.first_ahead, timeline.total - 1), 1)
        return self.event(rows[0].event) if rows else Selection()

    def event(self, event: str) -> Selection:
        """An event was chosen: its row, its card, the quote that decides it."""
        row = self._archive.timeline.row_of(event)
        return Selection(event, Target("event", event), row.claim if row is not None else None)

    def entity(self, now: Selection, entity: str) -> Selection:
        """An entity was entered: its card and a quote about it; the row stays."""
        claims = entity_claims(self._archive.corpus, entity, self._archive.timeline.day)
        quote = claims[0].id if claims else now.quote
        return replace(now, card=Target("entity", entity), quote=quote, place=None)

    def quote(self, now: Selection, claim: str) -> Selection:
        """A quote was entered: it is lit, and its event (or whom it is about) follows."""
        record = self._archive.corpus.claims[claim]
        if record.event is not None:
            return Selection(record.event, Target("event", record.event), claim)
        assert record.entity is not None, "a claim speaks of an event or of an entity"
        return replace(now, card=Target("entity", record.entity), quote=claim, place=None)

    def event_of_entity(self, now: Selection, by: int) -> Selection | None:
        """The next event (before: `by` is -1) that the entity on the card has a part in; the card stays.

        None where the card is no entity's, or at the end.
        """
        if now.card is None or now.card.kind != "entity":
            return None
        timeline, corpus = self._archive.timeline, self._archive.corpus
        claims = entity_claims(corpus, now.card.id, timeline.day)
        places: dict[int | None, Claim] = {}
        for claim in claims:
            if claim.event is not None:
                places.setdefault(timeline.position_of(claim.event), claim)
        here = timeline.position_of(now.event)
        ahead = [
            place for place in places if place is not None and here is not None and (place - here) * by > 0
        ]
        if not ahead:
            return None
        claim = places[min(ahead, key=lambda place: place * by)]
        return Selection(claim.event, now.card, claim.id)

    def conflict(self, now: Selection, conflict: str) -> Selection:
        """A conflict was entered: its card, its first reading's quote, and that quote's event."""
        corpus, timeline = self._archive.corpus, self._archive.timeline
        view = conflict_view(corpus, corpus.conflicts[conflict], timeline.day)
        claims = [item.claim for reading in view.readings for item in reading.claims]
        event = next((claim.event for claim in claims if claim.event is not None), now.event)
        return Selection(event, Target("conflict", conflict), claims[0].id if claims else now.quote)

    def next_conflict(self, now: Selection, by: int) -> Selection | None:
        """The next conflict (before: `by` is -1), round and round; None without any."""
        names = [it.id for it in self._archive.conflicts(self._archive.timeline.when)]
        if not names:
            return None
        here = (
            names.index(now.card.id)
            if now.card is not None and now.card.kind == "conflict" and now.card.id in names
            else None
        )
        number = (here + by) % len(names) if here is not None else self._conflict_of_event(now, names)
        return self.conflict(now, names[number])

    def beside(self, now: Selection, by: int) -> Selection | None:
        """Of a conflict, the first quote of the reading on the right (left: `by` is -1); None where there is none."""
        if now.card is None or now.card.kind != "conflict":
            return None
        corpus = self._archive.corpus
        view = conflict_view(corpus, corpus.conflicts[now.card.id], self._archive.timeline.day)
        wanted = view.reading_of(now.quote) + by
        if not 0 <= wanted < len(view.readings):
            return None
        return replace(now, quote=view.readings[wanted].claims[0].claim.id)

    def _conflict_of_event(self, now: Selection, names: list[str]) -> int:
        """From an event, its own conflict comes first."""
        corpus = self._archive.corpus
        for number, name in enumerate(names):
            if any(corpus.claims[claim].event == now.event for claim in corpus.conflicts[name].claims):
                return number
        return 0

    def target(self, now: Selection, target: Target) -> Selection:
        """A line that leads to something was entered."""
        if target.kind == "conflict":
            return self.conflict(now, target.id)
        if target.kind == "event":
            return self.event(target.id)
        if target.kind == "text":
            return self.text(now, target.id)
        return self.entity(now, target.id) if target.kind == "entity" else self.quote(now, target.id)

    def text(self, now: Selection, name: str) -> Selection:
        """A place in a document: row and card stay; from there one walks on to the quotes around it."""
        source, start, end = name.split(":")
        corpus, day = self._archive.corpus, self._archive.timeline.day
        place = Place(source, int(start), int(end))
        known = [it for it in corpus.claims_in_source.get(source, ()) if saying(corpus, it).visible <= day]
        before = [claim.id for claim in known if corpus.anchors.claims[claim.id].start <= place.start]
        quote = before[-1] if before else known[0].id if known else now.quote
        return replace(now, quote=quote, place=place)

    def on_another_day(self, now: Selection) -> Selection:
        """The same selection as of the archive's new day, as far as it was known then."""
        timeline, corpus = self._archive.timeline, self._archive.corpus
        if now.event is None or timeline.position_of(now.event) is None:
            return self.first()
        event = now.event
        if not self._is_published(now.place):
            now = replace(now, place=None)
        quote = corpus.claims[now.quote] if now.quote is not None else None
        known = quote is not None and saying(corpus, quote).visible <= timeline.day
        kind, name = (now.card.kind, now.card.id) if now.card is not None else ("event", event)
        if kind == "entity":
            return now if known else self.entity(self.event(event), name)
        if kind == "conflict" and self._is_known(now.card):
            return now if known else self.conflict(now, name)
        # What was chosen may be another claim now.
        return self.event(event)

    def as_known(self, then: Selection) -> Selection:
        """A selection of another day, as far as it can be shown on this one."""
        timeline, corpus = self._archive.timeline, self._archive.corpus
        # Nothing is selected on an empty timeline alone.
        there = not timeline.total if then.event is None else timeline.position_of(then.event) is not None
        quote = corpus.claims[then.quote] if then.quote is not None else None
        said = quote is None or saying(corpus, quote).visible <= timeline.day
        known = there and said and self._is_known(then.card) and self._is_published(then.place)
        return then if known else self.on_another_day(then)

    def _is_published(self, place: Place | None) -> bool:
        """Whether the document of a place is one that could be read."""
        corpus, day = self._archive.corpus, self._archive.timeline.day
        return place is None or published(corpus.sources[place.source]) <= day

    def _is_known(self, card: Target | None) -> bool:
        """Whether a card can be shown: a conflict once two of its claims could be known."""
        if card is None or card.kind != "conflict":
            return True
        return any(
            it.id == card.id for it in conflicts_as_of(self._archive.corpus, self._archive.timeline.day)
        )

    def next_due(self, now: Selection, by: int) -> Selection | None:
        """The next event that is due, None where there is no other."""
        timeline = self._archive.timeline
        here = timeline.position_of(now.event)
        found = timeline.due_from(here if here is not None else -1, by)
        return self.event(found) if found is not None else None

    def moved(self, now: Selection, by: int) -> Selection:
        """The event `by` rows away, or at the end."""
        timeline = self._archive.timeline
        here = timeline.position_of(now.event)
        rows = timeline.rows(min(max((here or 0) + by, 0), timeline.total - 1), 1)
        return self.event(rows[0].event) if rows else now

    def quotes_of_document(self, now: Selection) -> list[str]:
        """The claims of the lit quote's document that could be known, in reading order."""
        corpus, day = self._archive.corpus, self._archive.timeline.day
        if now.quote is None:
            return []
        claims = corpus.claims_in_source[corpus.claims[now.quote].source]
        return [claim.id for claim in claims if saying(corpus, claim).visible <= day]

    def quotes_of_card(self, now: Selection) -> list[str]:
        """The claims on the card, newest first: what `[` and `]` walk outside the source."""
        return [claim.id for claim in self._claims_of_card(now)]

    def _claims_of_card(self, now: Selection) -> list[Claim]:
        corpus, day = self._archive.corpus, self._archive.timeline.day
        if now.card is None:
            return []
        if now.card.kind == "entity":
            return entity_claims(corpus, now.card.id, day)
        if now.card.kind == "conflict":
            view = conflict_view(corpus, corpus.conflicts[now.card.id], day)
            return [item.claim for reading in view.readings for item in reading.claims]
        return [item.claim for item in visible_claims(corpus, now.card.id, day)]
