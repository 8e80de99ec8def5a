"""The card of an event (UX section 4)."""

from model.asof.entity import holders
from model.asof.saying import saying
from model.asof.state import EventState, VisibleClaim, visible_claim
from model.asof.word import Word
from model.corpus.records import Conflict
from model.corpus.vocabulary import ConflictKind
from model.dates.wording import long_form
from tui.cards.layout import columns, heading, labelled, quoted
from tui.text.line import BLANK, BOLD, MUTE, NAME, STRUCK, TEXT, Line, Look, Role, Span, Target, bold
from tui.text.phrases import Phrases, counted
from tui.text.signs import ROLES

SHORT = 5
"""Lines of the short form, for a pane too low for the card."""

_WORD, _SAID, _SURE = 12, 7, 13


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
        lines = [*self._top(), *self._backing()]
        for conflict in self._conflicts():
            lines += [BLANK, *self._conflict(conflict)]
        if self._whole or len(self._state.claims) > 1:
            # Of a single claim, the lines above have said it all.
            lines += [BLANK, *self._claims(quotes)]
        return [*lines, *self._people()]

    def short(self) -> list[Line]:
        """Status, who, said, sure; then what contests it, or what backs it."""
        contested = self._contested_by()
        return [
            *self._top(lines=1),
            contested or self._labelled("backed", self._phrases.backed(self._state))[0],
        ]

    def _top(self, lines: int = 2) -> list[Line]:
        phrases, chosen = self._phrases, self._state.chosen
        date = long_form(self._state.date)
        sign = self._signs.of(self._word, chosen.claim.status)
        look = Look(ROLES[self._word])
        first = Line(
            (Span(f"{sign} ", look), Span(f"{self._word.value:{_WORD}} ", bold(look)), Span(date, BOLD))
        )
        sure = self._labelled("sure", phrases.sure(chosen.claim), most=lines)
        speaker = Target("entity", chosen.said.speaker)
        if self._word is Word.DUE:
            sentence, last = phrases.due(self._state)
            said = [Line((Span(sentence, look),)), *self._labelled("last", last, speaker, lines)]
        else:
            who = self._labelled("who", phrases.who(chosen.said), speaker, lines)
            sentence_of = Target("claim", chosen.claim.id)
            said = [*who, *self._labelled("said", phrases.said(chosen.said), sentence_of, lines)]
        return [first, *said, *sure]

    def _backing(self) -> list[Line]:
        phrases, state = self._phrases, self._state
        dated = state.dated_by.date
        lines = [
            *self._labelled("backed", phrases.backed(state), most=self._most),
            *self._labelled("chosen", phrases.chosen(state), most=self._most),
            *self._labelled("dated", phrases.dated_by(state), most=self._most),
        ]
        if self._whole and dated is not None and dated.reasoning:
            lines += self._labelled("", phrases.safe(dated.reasoning), most=self._most)
        return lines

    def _conflicts(self) -> list[Conflict]:
        """What contests the event: contradictions first, and among them the one that the chosen claim settles."""
        found = [self._corpus.conflicts[name] for name in self._state.conflicts]
        chosen = self._state.chosen.claim.id
        found.sort(key=lambda it: (it.kind is not ConflictKind.CONTRADICTION, it.preferred != chosen, it.id))
        return found

    def _conflict(self, conflict: Conflict) -> list[Line]:
        """The topic, and one line for each reading that could be known, the chosen one first."""
        chosen = self._state.chosen.claim.id
        items = [self._visible(name) for name in conflict.claims]
        shown = [item for item in items if item is not None]
        preferred = conflict.preferred if conflict.preferred in {item.claim.id for item in shown} else chosen
        shown.sort(
            key=lambda item: (item.claim.id != preferred, bool(item.superseded_by), -item.said.estimate)
        )
        title = Span(f"  {self._phrases.plain(conflict.topic)}")
        mark = Look(Role.CONTEST, bold=True)
        lines = [Line((Span(f"{self._signs.contested} contested", mark), title))]
        said: set[str] = set()
        for item in shown:
            reading = self._reading(conflict, item)
            if reading not in said:
                said.add(reading)
                lines.append(self._reading_line(reading, item, item.claim.id == preferred))
        return lines

    def _visible(self, claim: str) -> VisibleClaim | None:
        record = self._corpus.claims[claim]
        said = saying(self._corpus, record)
        return (
            visible_claim(self._corpus, record, said, self._phrases.day)
            if said.visible <= self._phrases.day
            else None
        )

    def _reading(self, conflict: Conflict, item: VisibleClaim) -> str:
        words = conflict.readings.get(item.claim.id)
        if words is None:
            words = item.claim.label or self._corpus.events[item.claim.event or ""].title
        return self._phrases.plain(words)

    def _reading_line(self, reading: str, item: VisibleClaim, first: bool) -> Line:
        gone = bool(item.superseded_by)
        look = STRUCK if gone else BOLD if first else TEXT
        who, said = self._phrases.short_name(item.said.speaker), self._phrases.said_on(item.said)
        sure = "superseded" if gone else self._phrases.brief_level(item.claim.factuality)
        room = max(10, self._width - 4 - 12 - 8 - _SURE - 1)
        return columns(
            [
                (f"  {self._signs.of(item.word, item.claim.status)}", self._sign_look(item), 3),
                (reading, look, room),
                (who, MUTE, 11),
                (said, MUTE, 7),
                (sure, MUTE, 0),
            ],
            self._signs.cut,
            Target("claim", item.claim.id),
        )

    def _contested_by(self) -> Line | None:
        """In one line: who says otherwise, when, in which words."""
        for conflict in self._conflicts():
            own = self._state.chosen.claim.id
            for claim in conflict.claims:
                item = self._visible(claim)
                if item is None or claim == own or item.said.origin == self._state.chosen.said.origin:
                    continue
                words = f"  by {self._phrases.short_name(item.said.speaker)}, {self._phrases.said_on(item.said)}: "
                mark = Span(f"{self._signs.contested} contested", Look(Role.CONTEST, bold=True))
                return Line((mark, Span(f"{words}{self._reading(conflict, item)}")), Target("claim", claim))
        return None

    def _claims(self, quotes: bool) -> list[Line]:
        lines = [heading(counted(len(self._state.claims), "claim"), "newest first")]
        for item in self._state.claims:
            lines.append(self._claim_line(item))
            if quotes:
                lines.append(quoted(self._phrases.quote(item.claim), 11, self._width, self._signs.cut))
            if item.superseded_by:
                lines.append(Line((Span(" " * 11), Span(self._phrases.superseded(item), MUTE))))
        return lines

    def _claim_line(self, item: VisibleClaim) -> Line:
        gone = bool(item.superseded_by)
        word = STRUCK if gone else Look(ROLES[item.word])
        room = max(8, self._width - 2 - _SAID - 1 - 2 - _WORD - 1 - 1 - _SURE)
        return columns(
            [
                (f"  {self._phrases.said_on(item.said)}", MUTE, 2 + _SAID),
                (self._signs.of(item.word, item.claim.status), self._sign_look(item), 1),
                (item.word.value, word, _WORD),
                (self._phrases.brief_who(item.said), MUTE if gone else TEXT, room),
                (self._phrases.brief_level(item.claim.factuality), MUTE, 0),
            ],
            self._signs.cut,
            Target("claim", item.claim.id),
        )

    def _people(self) -> list[Line]:
        """Everyone and everything with a role in a claim that could be known, once, with all its roles."""
        parts: dict[str, list[str]] = {}
        sure: dict[str, VisibleClaim] = {}
        for item in self._state.claims:
            for role in item.claim.roles:
                for entity in holders(item.claim, role):
                    held = parts.setdefault(entity, [])
                    held += [role] if role not in held else []
                    # A claim that stands says more of the entity's part than one that was superseded.
                    if entity not in sure or (sure[entity].superseded_by and not item.superseded_by):
                        sure[entity] = item
        if not parts:
            return []
        lines = [BLANK, heading("people and places")]
        for entity, roles in parts.items():
            item = sure[entity]
            certainty = "superseded" if item.superseded_by else ""
            if not certainty and item.claim.factuality is not self._state.chosen.claim.factuality:
                certainty = self._phrases.brief_level(item.claim.factuality)
            room = max(12, self._width - 2 - _SURE - 1)
            name = self._phrases.name(entity)
            lines.append(
                columns(
                    [
                        ("", TEXT, 1),
                        (name, NAME, min(30, room // 2)),
                        (", ".join(roles).replace("-", " "), TEXT, room - min(30, room // 2) - 1),
                        (certainty, MUTE, 0),
                    ],
                    self._signs.cut,
                    Target("entity", entity),
                )
            )
        return lines

    def _sign_look(self, item: VisibleClaim) -> Look:
        return MUTE if item.superseded_by else Look(ROLES[item.word])

    def _labelled(self, label: str, value: str, target: Target | None = None, most: int = 2) -> list[Line]:
        return labelled(label, value, self._width, self._signs.cut, target, most)
