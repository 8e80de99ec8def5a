"""Asking for a line or a form: the prompt as a part of the screen, and the focus on its way there and back."""

import asyncio
from collections.abc import Callable
from functools import partial

from textual.events import Key, Paste
from textual.screen import Screen
from textual.widget import AwaitMount, Widget

from model.curate.entry.values import Values
from model.index.faults import Interrupted, Late, StoreFault
from tui.prompt.form import Form
from tui.prompt.line import Prompt
from tui.prompt.threads import let_threads_in
from tui.state.context import Context
from tui.state.form import Fill
from tui.state.outcome import Ask, Outcomes, Prepared

_TURNS = 3
"""Turns of the event loop, or of the screen, in which what was typed comes to be taken, shown and drawn.

A message to oneself is there at once: while answers are prepared, nobody else would have a turn.
"""


class Asking:
    """Puts a prompt over the footer of a screen; while it is there, keys are its own.

    `now` gives the context of the moment, `answer` does what comes of what is typed.
    """

    def __init__(
        self,
        screen: Screen[None],
        now: Callable[[], Context],
        answer: Callable[[Callable[[], Outcomes]], None],
    ) -> None:
        self._screen = screen
        self._now = now
        self._come_of = answer
        self._prompt: tuple[Prompt | Form, AwaitMount] | None = None
        # For how many turns nothing is prepared: what comes of a key is drawn first.
        self._undrawn = 0
        # What is prepared further once something has come that was late.
        self._stalled: Callable[[Context], Prepared] | None = None
        # The one that was closed last, which may be there still.
        self._answered: Prompt | Form | None = None

    @property
    def asks(self) -> bool:
        """Whether a prompt asks."""
        return self._prompt is not None

    def ask(self, question: Ask | Fill) -> None:
        """Let a prompt or a form ask, unless one does already; the focus comes back to where it was."""
        if self._prompt is None:
            focused = self._screen.focused
            prompt = (
                self._form(question, focused) if isinstance(question, Fill) else self._line(question, focused)
            )
            self._prompt = prompt, self._screen.mount(prompt)
            if isinstance(question, Ask) and isinstance(prompt, Prompt) and question.prepare is not None:
                self._screen.call_after_refresh(self._prepare, prompt, question.prepare)

    def _line(self, question: Ask, focused: Widget | None) -> Prompt:
        step = partial(self._step, question) if question.step is not None else None
        prompt = Prompt(question, self._now().signs, partial(self._answer, question), step)

        def answered(typed: str | None) -> None:
            self._over(prompt, focused)
            self._come_of(lambda: question.done(self._now(), typed))

        prompt.done = answered
        return prompt

    def _form(self, question: Fill, focused: Widget | None) -> Form:
        form = Form(question, self._now().signs)

        def answered(values: Values | None, edited: bool) -> None:
            self._over(form, focused)
            if edited and question.edit is not None and values is not None:
                edit, changed = question.edit, values
                self._come_of(lambda: edit(self._now(), changed))
            else:
                self._come_of(lambda: question.done(self._now(), values))

        form.done = answered
        return form

    def _over(self, prompt: Prompt | Form, focused: Widget | None) -> None:
        self._prompt = self._stalled = None
        self._screen.set_focus(focused)
        prompt.close()
        self._answered = prompt

    def _answer(self, question: Ask, typed: str) -> str:
        """What would come of the line, shown as far as it can be."""
        if question.shows is None:
            return question.answer(typed)
        shown = question.shows(self._now(), typed)
        self._come_of(lambda: shown.scene)
        return shown.words

    async def _prepare(self, prompt: Prompt, prepare: Callable[[Context], Prepared]) -> None:
        """Do a part of what the answers of a prompt need, when all is drawn and while it asks; then the next."""
        let_threads_in()
        for _ in range(_TURNS):
            await asyncio.sleep(0)
        if self._prompt is None or self._prompt[0] is not prompt:
            return
        done = Prepared.MORE
        if self._undrawn:
            self._undrawn -= 1
        else:
            try:
                done = prepare(self._now())
            except Late:
                self._stalled = prepare
                return
            except (StoreFault, Interrupted):
                # Whoever types on is told why nothing more comes.
                return
        if done is not Prepared.MORE:
            prompt.answer_again()
        if done is not Prepared.ALL:
            self._screen.call_after_refresh(self._prepare, prompt, prepare)

    def answer_again(self) -> None:
        """Answer what has been typed once more: more is known."""
        if self._prompt is not None and isinstance(prompt := self._prompt[0], Prompt) and prompt.is_mounted:
            prompt.answer_again()
            if (prepare := self._stalled) is not None:
                self._stalled = None
                self._screen.call_after_refresh(self._prepare, prompt, prepare)

    def _step(self, question: Ask, by: int) -> None:
        if (step := question.step) is not None:
            self._come_of(lambda: step(self._now(), by))

    def has_no_use_for(self, event: Key) -> bool:
        """Whether a line asks to which a key means nothing; a form, which may be filled, is left by its own keys."""
        prompt = self._prompt[0] if self._prompt is not None else None
        return isinstance(prompt, Prompt) and not prompt.knows(event)

    async def take(self, event: Key | Paste) -> bool:
        """Give what is typed to the prompt; False where none asks.

        Here, and not by a message: each key of a burst finds done what the one before it asked for.
        """
        if self._prompt is None:
            return False
        self._undrawn = _TURNS
        prompt, mounting = self._prompt
        if not prompt.is_mounted:
            await mounting
        if self._answered is not None:
            # In a long burst of keys it would not come to that: all prompts of the burst would stay.
            last, self._answered = self._answered, None
            await last.gone()
        await prompt.take(event)
        return True

    def leave(self) -> None:
        """Where a click has put the focus elsewhere, nobody types; a form that is filled stays, and has it again."""
        if self._prompt is not None:
            self._prompt[0].left()
