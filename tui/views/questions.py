"""The questions: those that are due, then the open and the resolved ones, a line each."""

from functools import lru_cache

from model.asof.known import KEPT
from model.asof.questions import QuestionState, QuestionView, questions_as_of
from model.dates.wording import day_short
from model.index.archive import Archive
from model.index.features import Feature
from tui.cards.layout import columns, heading
from tui.cards.question import QUESTION_LOOKS
from tui.state.context import Context
from tui.text.line import BLANK, MUTE, TEXT, Line, Look, Span
from tui.text.phrases import DRAFT, Phrases, counted
from tui.text.target import QuestionTarget, Target
from tui.text.wrap import wrap_text
from tui.views.view import CursorView

NO_QUESTION = "No question had been asked by this day."
"""What is said where there is none."""

HEADINGS = {
    QuestionState.DUE: ("due", "closed, and no claim is named that answers it"),
    QuestionState.OPEN: ("open", ""),
    QuestionState.RESOLVED: ("resolved", "by a claim that the curator names"),
}
"""What stands over the questions of each state, and what is said beside it."""

_WORD, _DAY = 9, 11

_WITH_DAY = 44
"""The width from which on there is room for the day on which it closes."""

_WITH_COUNTS = 64
"""The width from which on it is said how many claims and searches there are since it was asked."""

_COUNTS = 20
_LEAST = 12


class QuestionsView(CursorView):
    """A line or two for each question that had been asked by the day; a filter leaves in what hangs on its events."""

    name = "questions"
    about = "what was asked, what is due, and what came out"
    words = ("asked", "forecast", "criteria")
    needs = Feature.CLAIMS
    footer = ("help", "move", "open", "ask", "view", "back")

    def title(self, ctx: Context, width: int) -> tuple[str, str]:
        """What the view shows, and which question of how many is selected."""
        entry, total = self.entry_of(ctx), len(self.entries(ctx))
        return "Questions", f"{entry + 1} of {total} " if entry is not None else f"{total} "

    def walked(self, ctx: Context) -> bool:
        """Where nothing was asked, there are no questions to go by."""
        return bool(ctx.corpus.questions or ctx.drafts.questions)

    def entries(self, ctx: Context) -> list[Target]:
        """The questions, due ones first, and those that are only begun last."""
        asked = (QuestionTarget(it.question.id) for it in shown_questions(ctx))
        return [*asked, *(QuestionTarget(name) for name in _drafts(ctx))]

    def lines(self, ctx: Context, width: int) -> list[Line]:
        """The questions under the name of their state."""
        views, phrases = shown_questions(ctx), ctx.phrases
        lines: list[Line] = []
        for state in QuestionState:
            found = [it for it in views if it.state is state]
            if found:
                words, after = HEADINGS[state]
                lines += [BLANK] if lines else []
                lines.append(heading(f"{counted(len(found), 'question')} {words}", after))
                lines += [row for it in found for row in _question(it, phrases, width)]
        drafts = _drafts(ctx)
        if drafts:
            lines += [BLANK] if lines else []
            lines.append(heading(counted(len(drafts), DRAFT), "only begun", MUTE))
            lines += [_draft(name, ctx.begun, width) for name in drafts]
        return lines or [heading("", NO_QUESTION)]


def shown_questions(ctx: Context) -> list[QuestionView]:
    """The questions as of the scene's day; under a filter, those that hang on an event which it leaves in."""
    when, place = ctx.scene.when, ctx.reader.position_of
    views = _as_of(ctx.archive, when.day)
    if not when.narrowed:
        return [*views]
    return [it for it in views if any(place(event) is not None for event in it.question.events)]


@lru_cache(maxsize=KEPT)
def _as_of(archive: Archive, day: int) -> tuple[QuestionView, ...]:
    return questions_as_of(archive.known(day), day)


def _drafts(ctx: Context) -> list[str]:
    """The questions that are only begun; a filter is for what stands."""
    return [*ctx.drafts.questions] if not ctx.scene.when.narrowed else []


def _question(view: QuestionView, phrases: Phrases, width: int) -> list[Line]:
    """How it stands, when it closes, what it asks, in full; and how much there is since it was asked."""
    before: list[tuple[str, Look, int]] = [(view.word, QUESTION_LOOKS[view.state], _WORD)]
    if width >= _WITH_DAY:
        before.append((day_short(view.closes, phrases.year, _DAY), MUTE, _DAY))
    after: list[tuple[str, Look, int]] = [(_counts(view), MUTE, _COUNTS)] if width >= _WITH_COUNTS else []
    left = sum(cells + 1 for *_, cells in before)
    room = max(_LEAST, width - left - sum(cells + 1 for *_, cells in after))
    rows = wrap_text(phrases.plain(view.question.text), room) or [""]
    first = [*before, (rows[0], TEXT, room), *after]
    lines = [columns(first, phrases.signs.cut, QuestionTarget(view.question.id))]
    return [*lines, *(Line((Span(" " * left), Span(row, TEXT))) for row in rows[1:])]


def _counts(view: QuestionView) -> str:
    searches = len(view.searches)
    looked = f", {counted(searches, 'search', 'searches')}" if searches else ""
    return f"{counted(len(view.claims), 'claim')}{looked}"


def _draft(name: str, phrases: Phrases, width: int) -> Line:
    words = phrases.plain(phrases.corpus.questions[name].text)
    row = [(DRAFT, MUTE, _WORD), (words, MUTE, max(_LEAST, width - _WORD - 1))]
    return columns(row, phrases.signs.cut, QuestionTarget(name))
