"""Keys whose answers are late: what was asked is asked again once it is here, unless one has gone on meanwhile."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import on
from textual.events import Key, Paste
from textual.message import Message

from model.index.faults import Late, StoreFault, faults_told
from tui.counting import CountingScreen
from tui.prompt.asking import Asking
from tui.state.context import Context
from tui.state.outcome import Outcome, Outcomes, one_by_one
from tui.state.scene import Scene
from tui.text.shown import shown
from tui.widgets.footer import Footer

if TYPE_CHECKING:
    from model.index.table.far_store import FarStore

_GIVEN_UP = "It is not waited for any more."


class Arrived(Message):
    """Something came that was late; or a table was lost, is there again, or has parts that are away."""


class WaitingScreen(CountingScreen):
    """A screen that waits for no table: `_late` is what was asked, in the scene `_late_in`, and not answered yet."""

    _base: Context
    _scene: Scene
    _asking: Asking
    _late: tuple[Callable[[], Outcomes], ...] = ()
    _late_in: Scene | None = None
    _late_keys: tuple[Key | Paste, ...] = ()
    """What was given to a prompt since its answer to the first of it is late."""
    _says_so = False
    """Whether the footer says that something is waited for."""
    _anew: Callable[[Context], str] | None = None
    """What makes the sentence in the footer once more is known."""

    def _apply(self, outcome: Outcome) -> None:
        """Do one thing that came of a command."""
        raise NotImplementedError

    @property
    def _fars(self) -> "list[FarStore]":
        """What is far away of what is shown."""
        if (table := self._base.archive.table) is None:
            return []
        # Imported here: no start of a corpus needs it.
        from model.index.table.far_store import far_stores

        return far_stores(table)

    def _turn(self) -> None:
        for store in self._fars:
            store.turn()

    def _drop(self) -> None:
        self._late = ()
        for store in self._fars:
            store.drop()

    def say(self, words: str, anew: Callable[[Context], str] | None = None) -> None:
        """Put a sentence into the footer, until the next key. What a person typed may be in it."""
        # Not by a message: that would arrive after the next key of a burst.
        self._says_so, self._anew = False, anew or self._while_lost(words)
        if (footer := self.query_one_optional("#footer", Footer)) is not None:
            footer.note = shown(words, self._base.signs.ascii_only)

    def answer(self, asked: Callable[[], Outcomes]) -> None:
        """Apply what comes of something that was `asked`; where that is late, when it is here, else say why not."""
        self._turn()
        before = self._scene
        with faults_told(self.say):
            try:
                for outcome in one_by_one(asked()):
                    self._apply(outcome)
            except Late as late:
                # All of it or nothing: the same is asked again.
                self._scene = before
                if self._late_in is not before:
                    self._late, self._late_in = (), before
                self._late = (*self._late, asked)
                self.say_late(str(late))

    def say_anew(self) -> None:
        """More is known: what the footer says is made anew from that, or goes where it holds no more."""
        if (anew := self._anew) is not None:
            # Where it cannot be told yet, it will be told again when more has come.
            with suppress(StoreFault):
                words = anew(self.now())
                self.say(words, anew if words else None)

    def _while_lost(self, words: str) -> Callable[[Context], str] | None:
        """What makes a sentence on why nothing is answered anew; None of any other sentence."""
        lost = [it for it in self._fars if it.lost == words] if words else []
        return (lambda _: words if any(it.lost for it in lost) else "") if lost else None

    def say_late(self, words: str) -> None:
        """Say in the footer what is waited for, until it has come; what was said there already stays."""
        footer = self.query_one_optional("#footer", Footer)
        if footer is not None and (self._says_so or not footer.note):
            self.say(words)
            self._says_so = True

    def wait_for_nothing(self) -> None:
        """Have it told from now on when something has come, instead of waiting for it within a key."""
        for store in self._fars:
            store.follow(lambda: self.post_message(Arrived()))

    def turn(self, event: Key | Paste) -> bool:
        """A key is pressed: what was said goes, and what is waited for is said until it comes. Esc gives it up."""
        is_waiting = bool(self._late) and self._late_in is self._scene
        self._turn()
        if self._late and not is_waiting:
            # One has gone on; what is wanted now does not wait behind it.
            self._drop()
        if is_waiting and isinstance(event, Key) and event.key == "escape":
            self._drop()
            self.say(_GIVEN_UP)
            return True
        if not (is_waiting and self._says_so):
            self.say("")
        return False

    async def give(self, event: Key | Paste) -> bool:
        """Give what is typed to the prompt, once more when what it needs is here; False where none asks."""
        if self._late_keys and not (isinstance(event, Key) and event.key == "escape"):
            # What is typed after it is for whoever asks when it has been answered.
            self._late_keys = (*self._late_keys, event)
            return True
        self._late_keys = ()
        with faults_told(self.say):
            try:
                return await self._asking.take(event)
            except Late as late:
                self._late_keys = (event,)
                self.say_late(str(late))
        return True

    async def _give_again(self) -> None:
        late, self._late_keys = self._late_keys, ()
        for number, event in enumerate(late, 1):
            if not await self.give(event):
                # The prompt is gone: what was typed after that is a key as any other.
                self.app.post_message(event)
            elif self._late_keys:
                self._late_keys += late[number:]
                return

    @on(Arrived)
    async def _go_on(self) -> None:
        if self.query_one_optional(f"#{self._scene.stance.pane}") is None:
            # It may come when the end has begun.
            return
        late, self._late = self._late if self._late_in is self._scene else (), ()
        if self._says_so:
            self.say("")
        for number, asked in enumerate(late, 1):
            self.answer(asked)
            if self._late:
                self._late += late[number:]
                break
        self.counted += 1
        self.news()
        await self._give_again()
