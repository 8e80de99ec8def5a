"""The card of an entity: type, names as printed, offices, events, company."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

from model.asof.conflict import about_entity, conflict_view
from model.asof.entity import EntityView
from model.asof.saying import saying
from model.asof.visible import VisibleClaim, visible_claim
from model.asof.word import Word
from model.corpus.vocabulary import EntityType, Factuality, Status
from model.dates.edtf import UNDATED_KEY, parse
from model.dates.wording import bounds_form, medium_form
from model.index.protocol import Reader
from model.index.values import TimelineRow
from model.query.keys import WAYS
from tui.cards.contested import contested_line
from tui.cards.layout import columns, heading, labelled
from tui.cards.listed_events import ListedEvents
from tui.cards.lit import LitPlace
from tui.cards.marked import warning_lines
from tui.cards.notes import note_lines
from tui.cards.parts import part_words, word_said
from tui.cards.printed_list import place_lines
from tui.cards.tally import tally_lines
from tui.text.line import BLANK, MUTE, NAME, STRUCK, TEXT, LateLine, Line
from tui.text.phrases import Phrases, counted
from tui.text.target import ClaimTarget, EntityTarget, SourceTarget

T = TypeVar("T")


class EntityCard:
    """The card of one entity, for one width.

    It has all events of the day, whatever the filter, as `reader` has them. `shown` tells which the filter
    leaves in, None without one, so that a number here can be told from one that is counted under the filter.
    """

    lit_place = LitPlace(at=1, claims=0)
    """Where it says whose words are lit: below its type."""

    def __init__(
        self,
        view: EntityView,
        phrases: Phrases,
        width: int,
        reader: Reader,
        shown: Callable[[str], bool] | None = None,
    ) -> None:
        self._view = view
        self._reader = reader
        self._shown = shown
        self._phrases = phrases
        self._signs = phrases.signs
        self._width = width

    def full(self) -> list[Line]:
        """The whole card."""
        about = [("entity", self._view.entity), *(("claim", item.claim.id) for item in self._view.labels)]
        return [
            *self._names(),
            *self._documents(),
            *self._labels(),
            *self._conflicts(),
            *self._events(),
            *place_lines(self._view.entity, self._phrases, self._width),
            *self._company(),
            *tally_lines(self._view.entity, self._phrases),
            *self._notes(),
            *warning_lines(about, self._phrases, self._width),
        ]

    def _notes(self) -> list[Line]:
        corpus = self._phrases.corpus
        published = (it for it in corpus.sources.values() if it.publisher == self._view.entity)
        return note_lines((corpus.entities[self._view.entity], *published), self._phrases, self._width)

    def _names(self) -> list[Line]:
        """The type, and each name with a quote that prints it."""
        phrases, mark = self._phrases, self._signs.cut
        entity = phrases.corpus.entities[self._view.entity]
        lines = labelled("type", entity.type.value, self._width, mark)
        label = "named"
        for name, claim in self._view.names.items():
            target = ClaimTarget(claim.id) if claim is not None else None
            lines += labelled(label, phrases.safe(name), self._width, mark, target, most=1)
            label = ""
        return lines

    def _documents(self) -> list[Line]:
        """What it has published here: titles and dates; each has a card of its own."""
        phrases, mark = self._phrases, self._signs.cut
        sources = [it for it in phrases.corpus.sources.values() if it.publisher == self._view.entity]
        lines = [BLANK, heading(counted(len(sources), "document"))] if sources else []
        for source in sources:
            target = SourceTarget(source.id)
            lines += labelled("title", phrases.safe(source.title), self._width, mark, target)
            if source.published.edtf is not None:
                dates = bounds_form(parse(source.published.edtf))
                lines += labelled("dated", f"{dates}, {phrases.dated(source.published)}", self._width, mark)
        return lines

    def _labels(self) -> list[Line]:
        """Each printed label with its quote; on an office's card, who was called so."""
        if not self._view.labels:
            return []
        office = self._phrases.corpus.entities[self._view.entity].type is EntityType.OFFICE
        lines = [BLANK, heading("held by" if office else "offices and labels", "as printed")]
        # Who held an office is read in the order of the years, who someone is in that of the sayings.
        held = sorted(self._view.labels, key=lambda it: it.date.sort_key if it.date else UNDATED_KEY)
        for item in held if office else self._view.labels:
            claim = item.claim
            label = self._phrases.safe(claim.label or "")
            who = f"{self._phrases.name(claim.entity)}: " if office and claim.entity else ""
            notes = self._label_notes(item)
            look = STRUCK if item.fallen else TEXT
            lines.append(
                columns(
                    [
                        ("", TEXT, 1),
                        (f"{who}{label}{notes}", look, max(10, self._width - 2 - 12)),
                        (self._phrases.short_name(item.said.speaker), MUTE, 0),
                    ],
                    self._signs.cut,
                    ClaimTarget(claim.id),
                )
            )
            if claim.office and not office:
                lines.append(self._office(claim.office))
            lines += self._held(item)
        return lines

    def _conflicts(self) -> list[Line]:
        """Where sources differ on who it is, or what its office is called: the labels above are the readings."""
        corpus, day = self._phrases.corpus, self._phrases.day
        views = (conflict_view(corpus, it, day) for it in about_entity(corpus, self._view.entity, day))
        return [contested_line(view, self._phrases) for view in views]

    def _label_notes(self, item: VisibleClaim) -> str:
        """What a label alone does not say: that it was of the past, how sure it is."""
        claim = item.claim
        notes = ["former"] if claim.status is Status.OCCURRED else []
        if claim.factuality is not Factuality.CERTAIN:
            notes.append(self._phrases.level(claim))
        return f" ({', '.join(notes)})" if notes else ""

    def _held(self, item: VisibleClaim) -> list[Line]:
        """From when till when someone was called so, and what has taken the place of that, where a source says so."""
        lines: list[Line] = []
        if item.date is not None:
            words = f"{medium_form(item.date)}, {self._phrases.dated(item.claim.date)}"
            lines += self._below("dated", words)
        if item.fallen:
            lines += self._below("", self._phrases.superseded(item))
        return lines

    def _below(self, label: str, words: str) -> list[Line]:
        return [columns([(f"   {label}", MUTE, 9), (words, MUTE, 0)], self._signs.cut)]

    def _office(self, office: str) -> Line:
        words = [("   office", MUTE, 9), (self._phrases.name(office), NAME, 0)]
        return columns(words, self._signs.cut, EntityTarget(office))

    def _events(self) -> list[Line]:
        """The events that it takes part in, speaks of, and passes claims of on: each list is as long as it says."""
        phrases = self._phrases
        claims = phrases.corpus.claims
        lines = self._listed(
            "who",
            self._view.parts,
            lambda row, held: ", ".join(filter(None, part_words(held, claims[row.claim], phrases))),
        )
        for key, told in (("by", self._view.speaks), ("via", self._view.passes)):
            lines += self._listed(key, told, lambda row, it: word_said(it, self._word(row, it)))
        return lines

    def _word(self, row: TimelineRow, own: VisibleClaim) -> Word:
        """The word of an event, whatever the passing of time has added to it; `own` may be the claim that decides."""
        if row.word is not Word.DUE:
            return row.word
        if own.claim.id == row.claim:
            return own.word
        corpus = self._phrases.corpus
        chosen = corpus.claims[row.claim]
        return visible_claim(corpus, chosen, saying(corpus, chosen), self._phrases.day).word

    def _listed(self, key: str, events: Mapping[str, T], part: Callable[[TimelineRow, T], str]) -> list[Line]:
        """Events under their number, with the term that finds them or, under a filter, how many of them that shows."""
        lines = ListedEvents(events, part, self._reader, self._phrases, self._width).lines()
        if not lines:
            return []
        left = sum(map(self._shown, events)) if self._shown is not None else None
        under = f"{left} under the filter" if left is not None else f"{key}:{self._view.entity}"
        return [BLANK, heading(f"{WAYS[key]} {counted(len(lines), 'event')}", under), *lines]

    def _company(self) -> list[Line]:
        if not self._view.company:
            return []
        lines = [BLANK, heading("with", "people who take part in the same events")]
        met = self._view.company
        return [*lines, *(LateLine(partial(self._met, *it), EntityTarget(it[0])) for it in met)]

    def _met(self, other: str, number: int) -> Line:
        row = [("", TEXT, 1), (self._phrases.name(other), NAME, 30), (counted(number, "event"), MUTE, 0)]
        return columns(row, self._signs.cut)
