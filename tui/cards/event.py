"""The card of an event."""

from dataclasses import replace
from functools import cached_property

from model.asof.conflict import ConflictView, beside_the_state, conflict_view
from model.asof.searches import searches_for
from model.asof.state import EventState
from model.asof.visible import VisibleClaim
from model.asof.word import Word, in_full
from model.corpus.noted import behind
from model.corpus.records import Claim
from model.corpus.vocabulary import ConflictKind
from model.exchange.cited import copy_words, rating
from tui.cards.amounts import amount_lines
from tui.cards.contested import FOOTING, contested_block, sign_look
from tui.cards.history import history_lines
from tui.cards.layout import columns, heading, labelled, quoted, widest
from tui.cards.lit import LitPlace
from tui.cards.marked import warning_lines
from tui.cards.notes import note_lines
from tui.cards.people import people_lines
from tui.cards.printed_list import listed_lines
from tui.cards.question import asked_lines
from tui.cards.resting import resting_lines
from tui.cards.searches import search_lines
from tui.text import event_date
from tui.text.line import BLANK, BOLD, MUTE, NAME, STRUCK, TEXT, Line, Look, Role, Span, bold
from tui.text.phrases import Phrases, counted
from tui.text.shown import cut
from tui.text.signs import ROLES
from tui.text.target import ClaimTarget, EntityTarget, SourceTarget, Target
from tui.text.wrap import wrap_at_most, wrap_text

SHORT = 5
"""Lines of the short form, for a pane too low for the card."""

_WORD, _SAID, _SURE = 12, 7, 13

_MOST_NAME = 40
"""The most cells of a column of names: on a wide card, what belongs together stays together."""


class EventCard:
    """The card of one event's state, for one width."""

    def __init__(self, state: EventState, phrases: Phrases, width: int, whole: bool = False) -> None:
        self._state = state
        # To be looked at, what lies behind has one line; to be read, as many as it needs.
        self._whole = whole
        self._most = 20 if whole else 1
        self._phrases = phrases
        self._signs = phrases.signs
        self._corpus = phrases.corpus
        self._width = width
        self._word = state.word_at(phrases.day)

    def full(self, quotes: bool) -> list[Line]:
        """The whole card; with `quotes`, each claim has its words on a second line."""
        lines = [*self._before_claims]
        if self._whole or len(self._state.claims) > 1:
            # Of a single claim, the lines above have said it all.
            lines += [BLANK, *self._claims(quotes)]
        return [
            *lines,
            *amount_lines(self._state.claims, self._phrases, self._width),
            *history_lines(self._state, self._phrases),
            *self._lists(),
            *self._asked(),
            *self._searches(),
            *people_lines(self._state, self._phrases, self._width),
            *self._notes(),
            *self._warnings(),
        ]

    @cached_property
    def _before_claims(self) -> list[Line]:
        lines = [*self._top(), *self._backing()]
        if self._whole:
            lines += [*self._chain(), *self._rests_on()]
        for view in self._conflicts():
            lines += [BLANK, *contested_block(view, self._phrases, self._width, self._state.chosen.claim.id)]
        for conflict in beside_the_state(self._corpus, self._state.event, self._phrases.day):
            view = conflict_view(self._corpus, conflict, self._phrases.day)
            lines += [BLANK, *contested_block(view, self._phrases, self._width, "")]
        return lines

    def _warnings(self) -> list[Line]:
        """What `check` warns of in the event and its claims."""
        claims = (("claim", item.claim.id) for item in self._state.claims)
        return warning_lines([("event", self._state.event), *claims], self._phrases, self._width)

    def short(self) -> list[Line]:
        """Status, with what time has added to it, who, said, sure; then what contests it, or what backs it."""
        first, *top = self._top(lines=1)[: SHORT - 1]
        backed = self._labelled("backed", self._phrases.backed(self._state))
        if passed := self._phrases.passed_briefly(self._state):
            first = Line((*first.spans, Span(f"  {passed}", MUTE)))
        return [first, *top, self._contested_by() or backed[0]]

    def lit_place(self, short: bool) -> LitPlace:
        """Where it says whose words are lit, if they are not those of the claim that decides."""
        own = self._state.chosen.claim.id
        if short:
            return LitPlace(at=SHORT - 1, claims=SHORT, own=own, replaces=True)
        return LitPlace(at=len(self._top()), claims=len(self._before_claims), own=own)

    def _top(self, lines: int = 2) -> list[Line]:
        phrases, chosen = self._phrases, self._state.chosen
        date = event_date.in_full(self._state)
        sign = self._signs.of(self._word, chosen.claim.status)
        look = Look(ROLES[self._word])
        first = Line(
            (
                Span(f"{sign} ", look),
                Span(f"{in_full(self._word, chosen.claim):{_WORD}} ", bold(look)),
                Span(date, BOLD),
            )
        )
        is_due = self._word is Word.DUE
        # Of what is due, no line says when and to whom it was said, which would lead to it.
        led_to = ClaimTarget(chosen.claim.id) if is_due else None
        sure = self._labelled("sure", phrases.sure(chosen.claim), led_to, lines)
        if on_condition := phrases.on_condition(chosen):
            sure = [*self._labelled("says", on_condition, ClaimTarget(chosen.claim.id), lines), *sure][
                : 2 * lines - 1
            ]
        speaker = EntityTarget(chosen.said.speaker)
        if is_due:
            sentence, last = phrases.due(self._state, whose_first=lines == 1)
            rows = wrap_at_most(sentence, self._width, 20 if lines > 1 else 1, self._signs.cut)
            told = [Line((Span(row, look),)) for row in rows]
            said = [*told, *self._labelled("last", last, speaker, lines)]
        else:
            who = self._labelled("who", phrases.who(chosen), speaker, lines)
            sentence_of = ClaimTarget(chosen.claim.id)
            said = [*who, *self._labelled("said", phrases.said(chosen.said), sentence_of, lines)]
            said = [*(self._passed() if lines > 1 else ()), *said]
        return [first, *said, *sure]

    def _passed(self) -> list[Line]:
        """What time has added to a word that stays as it is."""
        if self._word is Word.DUE:
            return []
        return [
            Line((Span(row, MUTE),))
            for row in wrap_text(self._phrases.passed(self._state), self._width)
            if row
        ]

    def _backing(self) -> list[Line]:
        phrases, state = self._phrases, self._state
        dated = state.dated_by.date
        why = self._labelled("why", phrases.reason(state), most=self._most) if self._whole else []
        lines = [
            *why,
            *self._labelled("backed", phrases.backed(state), most=self._most),
            *resting_lines(state, phrases, self._width),
            *self._labelled("chosen", phrases.chosen(state), most=self._most),
            *self._labelled("dated", phrases.dated_by(state), most=self._most),
        ]
        if self._whole and dated is not None and dated.reasoning:
            lines += self._labelled("", phrases.safe(dated.reasoning), most=self._most)
        return lines

    def _chain(self) -> list[Line]:
        """The chain of attribution of the deciding claim, hop by hop; who is unnamed says so."""
        claim = self._state.chosen.claim
        hops = self._corpus.statements[claim.statement].chain if claim.statement is not None else ()
        source = self._corpus.sources[claim.source]
        lines = [BLANK, heading("by way of", "first speaker first")]
        for number, hop in enumerate(hops, 1):
            said_so = "said so" if number == 1 else "was told" if hop.was_told else "is credited"
            how = f'"{self._phrases.safe(hop.how)}"' if hop.how else said_so
            lines.append(self._hop(number, hop.who, how, FOOTING[hop.record]))
        printed = SourceTarget(source.id)
        lines.append(self._hop(len(hops) + 1, source.publisher, "printed it", "the document", printed))
        if copied := copy_words(self._corpus, source):
            lines += [
                Line((Span(f"    {row}", MUTE),))
                for row in wrap_text(self._phrases.safe(copied), self._width - 4)
            ]
        if judged := rating(source):
            # On a line of its own: beside the others it would be cut on most screens.
            lines.append(Line((Span(f"    reliability {judged}", MUTE),)))
        return lines

    def _hop(self, number: int, who: str, how: str, footing: str, target: Target | None = None) -> Line:
        """One link, which leads to who it is, or elsewhere."""
        room = min(max(12, self._width - 6 - 20 - 12), _MOST_NAME)
        row = [
            (f"  {number}", MUTE, 3),
            (self._phrases.name(who), NAME, room),
            (how, TEXT, 18),
            (footing, MUTE, 0),
        ]
        return columns(row, self._signs.cut, target or EntityTarget(who))

    def _rests_on(self) -> list[Line]:
        """The quotes that the date rests on: where it is printed, and where it was taken over from."""
        if self._state.date is None:
            return []
        lines = [BLANK, heading("the date rests on")]
        claim: Claim | None = self._state.dated_by
        seen: set[str] = set()
        while claim is not None and claim.id not in seen:
            seen.add(claim.id)
            words = quoted(self._phrases.quote(claim), 2, self._width, self._signs.cut)
            lines.append(replace(words, target=ClaimTarget(claim.id)))
            taken_from = claim.date.from_ if claim.date is not None else None
            claim = self._corpus.claims.get(taken_from) if taken_from is not None else None
        return lines

    def _conflicts(self) -> list[ConflictView]:
        """What contests the event: contradictions first, and among them the one that the chosen claim settles."""
        found = [self._corpus.conflicts[name] for name in self._state.conflicts]
        chosen = self._state.chosen.claim.id
        found.sort(key=lambda it: (it.kind is not ConflictKind.CONTRADICTION, it.preferred != chosen, it.id))
        return [conflict_view(self._corpus, it, self._phrases.day) for it in found]

    def _contested_by(self) -> Line | None:
        """In one line: who says otherwise, when, in which words."""
        phrases, own = self._phrases, self._state.chosen
        for view in self._conflicts():
            for reading in view.readings:
                item = reading.claims[0]
                if any(it.said.origin == own.said.origin for it in reading.claims):
                    continue
                who = f"{phrases.short_name(item.said.speaker)}, {phrases.said_on(item.said)}"
                mark = Span(f"{self._signs.contested} contested", Look(Role.CONTEST, bold=True))
                words = Span(f"  by {who}: {phrases.plain(reading.words)}")
                return Line((mark, words), ClaimTarget(item.claim.id))
        return None

    def _claims(self, quotes: bool) -> list[Line]:
        lines = [heading(counted(len(self._state.claims), "claim"), "newest first")]
        said = widest((self._phrases.said_on(item.said) for item in self._state.claims), _SAID)
        sure = widest((self._phrases.level(item.claim) for item in self._state.claims), _SURE)
        for item in self._state.claims:
            lines.append(self._claim_line(item, said, sure))
            if quotes:
                lines.append(quoted(self._phrases.quote(item.claim), 11, self._width, self._signs.cut))
                if gloss := self._phrases.gloss(item.claim):
                    lines.append(
                        Line((Span(" " * 11), Span(cut(gloss, self._width - 11, self._signs.cut), MUTE)))
                    )
            if on_condition := self._phrases.on_condition(item):
                said_so = cut(on_condition, self._width - 11, self._signs.cut)
                lines.append(Line((Span(" " * 11), Span(said_so)), ClaimTarget(item.claim.id)))
            if item.fallen:
                lines.append(Line((Span(" " * 11), Span(self._phrases.superseded(item), MUTE))))
        return lines

    def _claim_line(self, item: VisibleClaim, said: int, sure: int) -> Line:
        gone = item.fallen
        word = STRUCK if gone else Look(ROLES[item.word])
        room = min(max(8, self._width - 2 - said - 1 - 2 - _WORD - 1 - 1 - sure), _MOST_NAME)
        return columns(
            [
                (f"  {self._phrases.said_on(item.said)}", MUTE, 2 + said),
                (self._signs.of(item.word, item.claim.status), sign_look(item), 1),
                (item.word.value, word, _WORD),
                (self._phrases.brief_who(item.said), MUTE if gone else TEXT, room),
                (self._phrases.level(item.claim), MUTE, 0),
            ],
            self._signs.cut,
            ClaimTarget(item.claim.id),
        )

    def _lists(self) -> list[Line]:
        """The lists of it that documents print."""
        found = (it.id for it in self._corpus.lists.values() if it.event == self._state.event)
        return listed_lines(found, self._phrases, self._width)

    def _asked(self) -> list[Line]:
        """The questions that hang on the event."""
        asked = self._corpus.questions_of_event.get(self._state.event, ())
        return asked_lines(asked, self._phrases) if asked else []

    def _searches(self) -> list[Line]:
        """The searches for what came of it."""
        event, lapse = self._state.event, self._state.lapse
        found = searches_for(self._corpus, "event", event, self._phrases.day)
        return search_lines(found, self._phrases, lapse.after if lapse is not None else None)

    def _notes(self) -> list[Line]:
        """What curators have noted on the event, its claims, and what these hang on."""
        behind_them = (record for item in self._state.claims for record in behind(self._corpus, item.claim))
        records = {id(it): it for it in (self._corpus.events[self._state.event], *behind_them)}
        return note_lines(records.values(), self._phrases, self._width)

    def _labelled(self, label: str, value: str, target: Target | None = None, most: int = 2) -> list[Line]:
        return labelled(label, value, self._width, self._signs.cut, target, most)
