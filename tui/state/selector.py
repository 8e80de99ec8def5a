"""The selections that follow from what a person does."""

from dataclasses import dataclass, replace

from model.asof.begun import Begun
from model.asof.conflict import conflict_view, nearest_conflict
from model.asof.entity import entity_claims
from model.asof.questions import question_view
from model.asof.word import Word
from model.corpus.corpus import Corpus
from model.corpus.records import Claim, Conflict
from model.index.protocol import Reader
from model.index.table.of_rows import OpenTables
from tui.state.about import record_of
from tui.state.card_claims import claims_of_card
from tui.state.known import Known
from tui.state.layer import first_event, nearest_event
from tui.state.selection import Selection
from tui.text.target import (
    CardTarget,
    ClaimTarget,
    ConflictTarget,
    EntityTarget,
    EventTarget,
    FilterTarget,
    FindingTarget,
    ListTarget,
    OriginTarget,
    QuestionTarget,
    RawTarget,
    RowTarget,
    SourceTarget,
    Target,
    TextTarget,
    UnopenedTarget,
)


@dataclass(frozen=True)
class Selector:
    """What is selected next, as of the reader's day and under its filter; `corpus` is as it was known then.

    `drafts` are what is only begun: documents of that can be read, events and conflicts have a card. `table` has rows.
    """

    corpus: Corpus
    reader: Reader
    drafts: Begun
    table: OpenTables | None = None

    def first(self) -> Selection:
        """Where to begin: the first event that is still ahead, else the last one.

        Before there is any event, the first document is there to be read; under a filter that hides all, nothing is.
        """
        if (event := first_event(self.reader)) is not None:
            return self.event(event)
        open_ones = (it for it in self.corpus.sources if it not in self.corpus.printed_later)
        document = next(open_ones, next(iter(self.drafts.sources), None))
        if document is None or self.reader.counts.known:
            return Selection()
        return self.source(Selection(), document)

    def event(self, event: str) -> Selection:
        """An event was chosen: its row, its card, the quote that decides it."""
        row = self.reader.row_of(event)
        if row is not None and row.word is Word.CODED:
            return Selection(event, RowTarget(event))
        return Selection(event, EventTarget(event), row.claim if row is not None else None)

    def draft(self, now: Selection, event: str) -> Selection:
        """A draft of an event was chosen: its card; the row stays, and no quote is lit."""
        return Selection(now.event, EventTarget(event))

    def entity(self, now: Selection, entity: str) -> Selection:
        """An entity was entered: its card and a quote about it; the row stays."""
        claims = entity_claims(self.corpus, entity, self._day)
        quote = claims[0].id if claims else now.quote
        return replace(now, card=EntityTarget(entity), quote=quote, place=None)

    def quote(self, now: Selection, claim: str) -> Selection:
        """A quote was entered: it is lit, and its event (or whom it is about) follows."""
        record = self.corpus.claims[claim]
        if record.event is not None:
            return Selection(record.event, EventTarget(record.event), claim)
        assert record.entity is not None, "a claim speaks of an event or of an entity"
        return replace(now, card=EntityTarget(record.entity), quote=claim, place=None)

    def sentence(self, now: Selection, target: ClaimTarget | OriginTarget) -> Selection:
        """A sentence was entered; of an origin, with the card of who spoke, or of the document that says it itself."""
        there = self.quote(now, target.claim)
        if isinstance(target, ClaimTarget):
            return there
        said = self.corpus.statements.get(target.origin)
        return replace(there, card=EntityTarget(said.chain[0].who) if said else SourceTarget(target.origin))

    def source(self, now: Selection, source: str) -> Selection:
        """A document was entered: its card, and its first quote where none of it is lit; the row stays.

        A document without claims is shown from its beginning.
        """
        claims = self._claims_in(source)
        if not claims:
            return replace(now, card=SourceTarget(source), place=TextTarget(source, 0, 1))
        quote = now.quote if now.quote in {claim.id for claim in claims} else claims[0].id
        return replace(now, card=SourceTarget(source), quote=quote, place=None)

    def question(self, now: Selection, question: str) -> Selection:
        """A question was entered: its card, and the claim that answers it, else what decides its events since."""
        card = QuestionTarget(question)
        if question not in self.corpus.questions:
            # One that is only begun stands beside what is selected.
            return replace(now, card=card, place=None)
        view = question_view(self.corpus, self.corpus.questions[question], self._day)
        lit = view.told_by(self.corpus, self._day)
        if lit is not None:
            return replace(self.quote(now, lit.claim.id), card=card)
        events = (it for it in view.question.events if self.reader.position_of(it) is not None)
        event = next(events, None)
        return replace(self.event(event) if event is not None else now, card=card, place=None)

    def printed_list(self, now: Selection, name: str) -> Selection:
        """A list was entered: its card, its words, and the row of its event where that has one."""
        printed, span = self.corpus.lists[name], self.corpus.anchors.lists[name]
        there = printed.event is not None and self.reader.position_of(printed.event) is not None
        words = TextTarget(printed.source, span.start, span.end, lit=True)
        return replace(
            self.text(now, words), card=ListTarget(name), event=printed.event if there else now.event
        )

    def finding(self, now: Selection, finding: int) -> Selection:
        """A finding was chosen: its card, and the row and quote of what it is about; without that, no quote is lit."""
        record = record_of(self.corpus.findings[finding], self.corpus, self._day, self.drafts)
        there = self.target(now, record) if record is not None else replace(now, quote=None, place=None)
        return replace(there, card=FindingTarget(finding))

    def event_of_entity(self, now: Selection, by: int) -> Selection | None:
        """The next event (before: `by` is -1) of the entity on the card, which stays; None at the end."""
        if not isinstance(now.card, EntityTarget):
            return None
        reader = self.reader
        places: dict[int | None, Claim] = {}
        for claim in entity_claims(self.corpus, now.card.entity, self._day):
            if claim.event is not None:
                places.setdefault(reader.position_of(claim.event), claim)
        here = reader.position_of(now.event)
        ahead = [at for at in places if at is not None and here is not None and (at - here) * by > 0]
        first = places[min(ahead, key=lambda place: place * by)] if ahead else None
        return Selection(first.event, now.card, first.id) if first is not None else None

    def conflict(self, now: Selection, conflict: str) -> Selection:
        """A conflict was entered: its card, its first reading's quote, and that quote's event; of a draft, its card."""
        if conflict in self.drafts.conflicts:
            return replace(now, card=ConflictTarget(conflict), place=None)
        view = conflict_view(self.corpus, self.corpus.conflicts[conflict], self._day)
        claims = [item.claim for reading in view.readings for item in reading.claims]
        event = next((claim.event for claim in claims if claim.event is not None), now.event)
        return Selection(event, ConflictTarget(conflict), claims[0].id if claims else now.quote)

    def next_conflict(self, now: Selection, by: int, conflicts: list[Conflict]) -> Selection | None:
        """The next of some conflicts (before: `by` is -1), round and round; None without any."""
        names = [it.id for it in conflicts]
        if not names:
            return None
        shown = now.card.conflict if isinstance(now.card, ConflictTarget) else ""
        is_there = shown in names
        number = (names.index(shown) + by) % len(names) if is_there else self.conflict_of_card(now, names)
        return self.conflict(now, names[number])

    def beside(self, now: Selection, by: int) -> Selection | None:
        """Of a conflict, the first quote of the reading on the right (left: `by` is -1); None where there is none."""
        if not isinstance(now.card, ConflictTarget) or now.card.conflict in self.drafts.conflicts:
            return None
        view = conflict_view(self.corpus, self.corpus.conflicts[now.card.conflict], self._day)
        wanted = view.reading_of(now.quote) + by
        is_there = 0 <= wanted < len(view.readings)
        return replace(now, quote=view.readings[wanted].claims[0].claim.id) if is_there else None

    def conflict_of_card(self, now: Selection, names: list[str]) -> int:
        """The number of the conflict, by id, that is about the entity on the card, else about the selected event."""
        entity = now.card.entity if isinstance(now.card, EntityTarget) else None
        return nearest_conflict(self.corpus, names, entity, now.event, self._day)

    def target(self, now: Selection, target: Target) -> Selection:
        """A line that leads to something was entered."""
        match target:
            case ClaimTarget() | OriginTarget():
                return self.sentence(now, target)
            case TextTarget():
                return self.text(now, target)
            case RawTarget(row):
                return self.event(row)
            case FilterTarget() | UnopenedTarget():
                return now
            case _:
                return self.card(now, target)

    def card(self, now: Selection, card: CardTarget) -> Selection:
        """A card was asked for."""
        match card:
            case EventTarget(event):
                return self.draft(now, event) if event in self.drafts.events else self.event(event)
            case RowTarget(row):
                gone = self.reader.position_of(row) is None
                return replace(now, card=card, quote=None, place=None) if gone else self.event(row)
            case EntityTarget(entity):
                return self.entity(now, entity)
            case ConflictTarget(conflict):
                return self.conflict(now, conflict)
            case SourceTarget(source):
                return self.source(now, source)
            case QuestionTarget(question):
                return self.question(now, question)
            case ListTarget(name):
                return self.printed_list(now, name)
            case FindingTarget(finding):
                return self.finding(now, finding)

    def text(self, now: Selection, place: TextTarget) -> Selection:
        """A place in a document: row and card stay; from there one walks on to the quotes around it."""
        known = self._claims_in(place.source)
        spans = self.corpus.anchors.claims
        before = [claim.id for claim in known if spans[claim.id].start <= place.start]
        quote = before[-1] if before else known[0].id if known else now.quote
        return replace(now, quote=quote, place=place)

    def on_another_day(self, now: Selection, day: int | None = None) -> Selection:
        """A selection of another day or filter as it is here; nearest to its `day`, if any, where it is not."""
        there = self.reader.position_of(now.event) is not None
        if isinstance(now.card, FindingTarget) and self.corpus.findings:
            last = len(self.corpus.findings) - 1
            return self.finding(now if there else self.near(day), min(now.card.finding, last))
        if isinstance(now.card, EventTarget) and now.card.event in self.drafts.events:
            return self.draft(now if there else self.near(day), now.card.event)
        if isinstance(now.card, SourceTarget) and self.known.has(now.card) and not self.reader.counts.known:
            return self.source(Selection(), now.card.source)
        event, card, said = self.reader.version_of(now.event), now.card, now.quote in self.corpus.claims
        if event is None or event != now.event:
            return self.event(event) if event is not None else self.near(day)
        if not self.known.is_published(now.place):
            now = replace(now, place=None)
        if card is None or isinstance(card, EventTarget | FindingTarget) or not self.known.has(card):
            # What was chosen may be another claim now.
            return self.event(event)
        return now if said else self.target(self.event(event), card)

    def near(self, day: int | None) -> Selection:
        """What is nearest in time to a day; without one, or where nothing is dated, where to begin."""
        event = nearest_event(self.reader, day)
        return self.event(event) if event is not None else self.first()

    def as_known(self, then: Selection) -> Selection:
        """A selection of another day, as far as it can be shown on this one."""
        reader = self.reader
        # Nothing is selected on an empty timeline alone.
        there = not reader.counts.total if then.event is None else reader.position_of(then.event) is not None
        said = then.quote is None or then.quote in self.corpus.claims
        known = there and said and self.known.has(then.card) and self.known.is_published(then.place)
        # Where nothing could be selected, there may be something now.
        return then if known and then != Selection() else self.on_another_day(then)

    def next_due(self, now: Selection, by: int) -> Selection | None:
        """The next event that is due, None where there is no other."""
        here = self.reader.position_of(now.event)
        found = self.reader.next_due(here if here is not None else -1, by)
        return self.event(found) if found is not None else None

    def moved(self, now: Selection, by: int) -> Selection:
        """The event `by` rows away, or at the end."""
        return self.at(now, (self.reader.position_of(now.event) or 0) + by)

    def at(self, now: Selection, position: int) -> Selection:
        """The event in a place of the timeline, or at its end."""
        counts = self.reader.counts
        last = (counts.known if counts.counting else counts.total) - 1
        rows = self.reader.rows(max(position, 0), 1) if position <= last else []
        rows = rows or self.reader.before(None, 1)
        return self.event(rows[0].event) if rows else now

    def quotes_of_document(self, now: Selection) -> list[str]:
        """The claims of the lit quote's document that could be known, in reading order."""
        if now.quote is None:
            return []
        return [claim.id for claim in self._claims_in(self.corpus.claims[now.quote].source)]

    def quotes_of_card(self, now: Selection) -> list[str]:
        """The claims on the card, newest first: what `[` and `]` walk outside the source."""
        return [it.id for it in claims_of_card(now.card, self.corpus, self.drafts, self._day)]

    def _claims_in(self, source: str) -> tuple[Claim, ...]:
        return self.corpus.claims_in_source.get(source, ())

    @property
    def known(self) -> Known:
        """What there is to be shown."""
        return Known(self.corpus, self.drafts, self.table, self._day)

    @property
    def _day(self) -> int:
        return self.reader.when.day
