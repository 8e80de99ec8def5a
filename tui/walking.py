"""Going from scene to scene: the actions of the main screen that choose what is shown next.

How the panes stand is `tui.standing`'s business; what follows from what is `tui.selection`'s.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.reactive import reactive

from model.index.archive import Archive
from tui.bars import Footer
from tui.commands.every import key, keys
from tui.levels import History, Level
from tui.scene import Scene
from tui.seam.screen import SeamScreen
from tui.selection import Selection, Selector
from tui.text.phrases import Phrases
from tui.text.shown import shown
from tui.text.signs import Signs

if TYPE_CHECKING:
    from tui.prompt import Prompt


class Walking(SeamScreen):
    """Owns the scene, and makes the next one."""

    scene: reactive[Scene | None] = reactive(None, repaint=False)
    """What is shown. Everything on the screen is bound to it; it follows `_scene`, which the actions choose."""

    _read_only = False
    """Whether nothing may be written (see `tui.seam.read_only`)."""

    def __init__(self, archive: Archive, signs: Signs, selection: Selection | None = None) -> None:
        super().__init__()
        self._archive = archive
        self._signs = signs
        self._selector = Selector(archive)
        self._history = History()
        phrases = Phrases(archive.corpus, signs, archive.timeline.day)
        self._chosen = Scene(selection or self._selector.first(), phrases)
        self.set_reactive(Walking.scene, self._chosen)

    # What the panes' side of the screen adds

    @property
    def focused_name(self) -> str:
        """The name of the pane that has the focus."""
        raise NotImplementedError

    @property
    def place(self) -> str:
        """The place whose keys act."""
        raise NotImplementedError

    def zoom_into(self, name: str) -> None:
        """Give a pane the focus and the whole body."""
        raise NotImplementedError

    def level(self) -> Level:
        """Where one is, to come back to."""
        raise NotImplementedError

    def go_in(self) -> None:
        """Remember where one is: Esc leads back."""
        raise NotImplementedError

    def return_to(self, level: Level) -> None:
        """Let all stand as it did there."""
        raise NotImplementedError

    def ask(self, prompt: "Prompt", done: Callable[[str | None], None]) -> None:
        """Let the prompt ask, and do something with the line that it gives."""
        raise NotImplementedError

    def say(self, words: str) -> None:
        """Put a sentence into the footer, until the next key. What a person typed may be in it."""
        # Not by a message: that would arrive after the next key of a burst.
        if (footer := self.query_one_optional(Footer)) is not None:
            footer.note = shown(words, self._signs.ascii_only)

    # Walking

    def action_quote(self, by: int) -> None:
        """Light the next quote of the card or, in the source, of the document."""
        now, reading = self.selection, self.focused_name == "source"
        quotes = (self._selector.quotes_of_document if reading else self._selector.quotes_of_card)(now)
        if now.quote in quotes and 0 <= quotes.index(now.quote) + by < len(quotes):
            self._select(Selection(now.event, now.card, quotes[quotes.index(now.quote) + by]))
            return
        end = "last" if by > 0 else "first"
        more = "" if reading else f" In the source, {keys('quotes')} walk the whole document."
        self.say(f"This is the {end} quote of the {'document' if reading else 'card'}.{more}")

    def action_event_of_entity(self, by: int) -> None:
        """Go to the next event that the entity on the card has a part in."""
        card = self.selection.card
        found = self._selector.event_of_entity(self.selection, by)
        if found is not None:
            self._go(found)
        elif card is not None and card.kind == "entity":
            self.say(f"No {'later' if by > 0 else 'earlier'} event on this card.")
        else:
            self.say(
                f"No entity's card is open. Enter one from a card; then {key('its events')} walks its events."
            )

    def action_conflict(self, by: int) -> None:
        """Show the next conflict, its readings side by side; from an event, its own comes first."""
        found = self._selector.next_conflict(self.selection, by)
        if found is None:
            where = " under this filter" if self._archive.timeline.filter else ""
            self.say(f"No sources differ as of this day{where}.")
            return
        if self.place != "conflict":
            self.go_in()
        self._go(found)
        self.zoom_into("detail")

    def action_aside(self, by: int) -> None:
        """Go to the left or to the right, where things stand side by side."""
        found = self._selector.beside(self.selection, by)
        if found is not None:
            self._select(found)
        elif self.place == "conflict":
            self.say(f"This is the {'last' if by > 0 else 'first'} reading.")
        else:
            self.say(
                f"Nothing stands side by side here. {key('conflict')} shows sources that differ, {key('view')} lanes."
            )

    def action_history(self, by: int) -> None:
        """Go back to where you were, or forward again."""
        step = self._history.back if by < 0 else self._history.forward
        found = step(self.level())
        if found is None:
            self.say("Nothing before this." if by < 0 else "Nothing after this.")
        else:
            self.return_to(found)

    # The scene

    @property
    def selection(self) -> Selection:
        """What is selected."""
        return self._scene.selection

    @property
    def _scene(self) -> Scene:
        """The scene as the last action has it."""
        return self._chosen

    @_scene.setter
    def _scene(self, scene: Scene) -> None:
        self._chosen = self.scene = scene

    def _select(self, selection: Selection) -> None:
        self._scene = self._with(selection)

    def _pass_to(self, selection: Selection) -> None:
        """Select it, and show it unless the next key leads on: of a burst of moves only the last place is shown."""
        self._chosen = self._with(selection)
        self.call_next(self._arrive)

    def _arrive(self) -> None:
        """Show where a burst of moves has led."""
        self.scene = self._chosen

    def _with(self, selection: Selection) -> Scene:
        """The scene with another selection, as far as that can be shown."""
        # What a pane asks for may have been known when it asked, and not on the day that has come since.
        # What a step has changed is marked until one moves on.
        selection = self._selector.as_known(selection)
        return replace(self._scene, selection=selection, changed=frozenset())

    def _go(self, selection: Selection) -> None:
        if selection != self.selection:
            self._history.leave(self.level())
            self._select(selection)

    def _go_to_day(self, day: int) -> None:
        before = self._archive.timeline.day
        self._archive.timeline.go_to(day)
        self._renew(self._archive.timeline.changed_since(before))

    def _renew(self, changed: frozenset[str] = frozenset()) -> None:
        """Show the same as of the archive's day, as far as it can be; the events in `changed` are marked."""
        phrases = Phrases(self._archive.corpus, self._signs, self._archive.timeline.day)
        selection = self._selector.on_another_day(self.selection)
        self._scene = replace(self._found_anew(), selection=selection, phrases=phrases, changed=changed)

    def _found_anew(self) -> Scene:
        """What is shown, with what was searched for found as of the archive's day."""
        return self._scene
