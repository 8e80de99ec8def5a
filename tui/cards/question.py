"""The card of a question: how it stands, its criteria, the events it hangs on, what was said and looked for since."""

from collections.abc import Iterable

from model.asof.questions import QuestionState, QuestionView, question_view
from model.asof.state import EventState, event_state
from model.asof.visible import VisibleClaim
from model.corpus.asked import Question
from model.dates.wording import day_medium, day_short
from tui.cards.contested import sign_look
from tui.cards.layout import LABEL, columns, heading, labelled, widest
from tui.cards.lit import LitPlace
from tui.cards.marked import warning_lines
from tui.cards.notes import note_lines
from tui.cards.searches import search_lines
from tui.text import event_date
from tui.text.line import BLANK, BOLD, MUTE, STRUCK, TEXT, Line, Look, Role, Span, bold
from tui.text.phrases import Phrases, counted
from tui.text.signs import ROLES
from tui.text.target import ClaimTarget, EventTarget, QuestionTarget
from tui.text.wrap import wrap_text

QUESTION_LOOKS = {
    QuestionState.DUE: Look(Role.DUE),
    QuestionState.OPEN: Look(Role.AHEAD),
    QuestionState.RESOLVED: TEXT,
}
"""How each state of a question looks."""

_OUTCOME, _WORD, _SAID, _WHO = 11, 12, 7, 22
_NOT_GIVEN = "not given yet"
_CRITERIA = ("yes", "no", "ambiguous", "annulled")


def asked_lines(questions: Iterable[Question], phrases: Phrases) -> list[Line]:
    """The questions that hang on an event, on its card: how each stands, when it closes, what it asks."""
    views = [question_view(phrases.corpus, it, phrases.day) for it in questions]
    lines = [
        BLANK,
        heading(counted(len(views), "question"), "that hang on it" if len(views) > 1 else "that hangs on it"),
    ]
    for view in views:
        row = [
            (f"  {view.word}", QUESTION_LOOKS[view.state], 2 + _OUTCOME),
            (day_short(view.closes, phrases.year), MUTE, 11),
            (phrases.plain(view.question.text), TEXT, 0),
        ]
        lines.append(columns(row, phrases.signs.cut, QuestionTarget(view.question.id)))
    return lines


class QuestionCard:
    """The card of one question as of a day, for one width; `lacking` are the fields that a draft does not have yet."""

    def __init__(
        self, view: QuestionView, phrases: Phrases, width: int, lacking: frozenset[str] = frozenset()
    ) -> None:
        self._view = view
        self._question = view.question
        self._phrases = phrases
        self._width = width
        self._lacking = lacking

    def full(self) -> list[Line]:
        """The whole card."""
        claims = (("claim", it.claim.id) for it in self._view.walked)
        return [
            *self._top(),
            *self._answer(),
            *self._criteria(),
            *self._events(),
            *self._claims(),
            *search_lines(self._view.searches, self._phrases),
            *note_lines([self._question, *self._view.searches], self._phrases, self._width),
            *warning_lines([("question", self._question.id), *claims], self._phrases, self._width),
        ]

    @property
    def lit_place(self) -> LitPlace:
        """Where it says whose words are lit: below what is asked."""
        return LitPlace(at=len(self._top()), claims=0)

    def _top(self) -> list[Line]:
        view, phrases = self._view, self._phrases
        look = QUESTION_LOOKS[view.state]
        if self._question.draft:
            state = Line((Span("draft", MUTE), Span("  only begun, and asks nothing yet", MUTE)))
        else:
            state = Line((Span(f"{view.word}  ", bold(look)), Span(self._days())))
        text = [Line((Span(row, BOLD),)) for row in wrap_text(phrases.safe(self._question.text), self._width)]
        closing = []
        if view.state is QuestionState.DUE and not self._question.draft:
            words = "It has closed, and no claim has been named that answers it."
            closing = [Line((Span(row, look),)) for row in wrap_text(words, self._width)]
        return [state, *text, *closing]

    def _days(self) -> str:
        view = self._view
        asked = _NOT_GIVEN if "asked" in self._lacking else day_medium(view.asked)
        closes = _NOT_GIVEN if "closes" in self._lacking else day_medium(view.closes)
        return f"asked {asked}, {view.closing} {closes}"

    def _answer(self) -> list[Line]:
        """How it came out, by whose words, which are quoted, and the curator's reason."""
        item, resolution = self._view.answer, self._question.resolution
        if item is None or resolution is None:
            return []
        phrases, mark, target = self._phrases, self._phrases.signs.cut, ClaimTarget(item.claim.id)
        lines = [BLANK]
        words = f"{item.word.value}: {phrases.brief_who(item.said)}, {phrases.day_of_saying(item.said)}"
        lines += self._labelled(resolution.outcome.value, words, target)
        lines += labelled("", f'"{phrases.quote(item.claim)}"', self._width, mark, target, most=4)
        if gloss := phrases.gloss(item.claim):
            lines += labelled("", gloss, self._width, mark, most=4)
        if item.fallen:
            lines += self._labelled("", f"That has been {phrases.superseded(item)} since.", None)
        if resolution.reason:
            lines += labelled(
                "why", f"{phrases.safe(resolution.reason)} (curator)", self._width, mark, most=6
            )
        return lines

    def _criteria(self) -> list[Line]:
        """What makes it what, as it was asked; of one that is resolved, the outcome stands out."""
        lines = [BLANK, heading("criteria", "as they were asked")]
        for name in _CRITERIA:
            is_lacking = {"criteria", f"criteria.{name}"} & self._lacking
            words = _NOT_GIVEN if is_lacking else self._phrases.safe(getattr(self._question.criteria, name))
            came_out = self._view.outcome is not None and self._view.outcome.value == name
            look = MUTE if is_lacking else BOLD if came_out else TEXT
            rows = wrap_text(words, max(8, self._width - _OUTCOME - 2)) or [""]
            for number, row in enumerate(rows):
                label = name if not number else ""
                lines.append(
                    Line((Span(f"  {label:{_OUTCOME}}", bold(MUTE) if came_out else MUTE), Span(row, look)))
                )
        return lines

    def _events(self) -> list[Line]:
        phrases = self._phrases
        known = [phrases.corpus.events[it] for it in dict.fromkeys(self._question.events)]
        if not known:
            return [
                BLANK,
                heading("hangs on no event", "none that is known by this day" if not self._lacking else ""),
            ]
        lines = [BLANK, heading(f"hangs on {counted(len(known), 'event')}")]
        states = [event_state(phrases.corpus, event.id, phrases.day) for event in known]
        dated = (state for state in states if state is not None)
        dates = event_date.cells_of(dated, phrases.year, self._width)
        for event, state in zip(known, states, strict=True):
            if state is None:
                lines.append(columns([("", TEXT, 1), (phrases.title(event.id), MUTE, 0)], phrases.signs.cut))
            else:
                lines.append(self._event(state, dates))
        return lines

    def _event(self, state: EventState, dates: int) -> Line:
        phrases = self._phrases
        word = state.word_at(phrases.day)
        look = Look(ROLES[word])
        row = [
            ("", TEXT, 1),
            (event_date.in_row(state, phrases.year, dates), TEXT, dates),
            (phrases.signs.of(word, state.chosen.claim.status), look, 1),
            (word.value, look, _WORD),
            (phrases.title(state.event), TEXT, 0),
        ]
        return columns(row, phrases.signs.cut, EventTarget(state.event))

    def _claims(self) -> list[Line]:
        claims = self._view.claims
        if not claims:
            return [BLANK, heading("no claim since", "nothing was said of its events since it was asked")]
        said = widest((self._phrases.said_on(it.said) for it in claims), _SAID)
        title = counted(len(claims), "claim")
        return [BLANK, heading(f"{title} since", "newest first"), *(self._claim(it, said) for it in claims)]

    def _claim(self, item: VisibleClaim, said: int) -> Line:
        phrases = self._phrases
        row = [
            (f"  {phrases.said_on(item.said)}", MUTE, 2 + said),
            (phrases.signs.of(item.word, item.claim.status), sign_look(item), 1),
            (item.word.value, STRUCK if item.fallen else Look(ROLES[item.word]), _WORD),
            (phrases.brief_who(item.said), MUTE if item.fallen else TEXT, _WHO),
            (phrases.title(item.claim.event or ""), MUTE, 0),
        ]
        return columns(row, phrases.signs.cut, ClaimTarget(item.claim.id))

    def _labelled(self, label: str, words: str, target: ClaimTarget | None) -> list[Line]:
        # "ambiguous" is longer than the column of labels.
        if len(label) < LABEL:
            return labelled(label, words, self._width, self._phrases.signs.cut, target)
        return labelled("", f"{label}: {words}", self._width, self._phrases.signs.cut, target)
