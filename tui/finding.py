"""Finding: the actions of the main screen that search, and that restrict what is shown to a filter."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from model.index.found import Found, Kind
from model.query.terms import QueryError
from tui.asking import Asking
from tui.commands.every import key, keys
from tui.levels import Level
from tui.saved import SavedFilters
from tui.scene import Scene
from tui.selection import Selection
from tui.text.shown import shown
from tui.views.search import SearchView

HITS = {Kind.NAME: "name", Kind.EVENT: "event", Kind.CLAIM: "quote", Kind.TEXT: "source text"}
"""What a single hit of each kind is called."""


class Seeking(Asking):
    """Walks among hits; every scene that follows keeps what was searched for."""

    _began = Selection()
    """What was selected when the search began."""

    # What the panes' side of the screen adds

    def hits_view(self) -> SearchView:
        """The view that lists hits."""
        raise NotImplementedError

    def show_view(self, name: str, focus: bool = True) -> None:
        """Show a view in the first pane, which has the focus then."""
        raise NotImplementedError

    def stand(self, pane: str, zoomed: bool) -> None:
        """Give a pane the focus and, `zoomed`, the whole body."""
        raise NotImplementedError

    # Search

    def action_search(self) -> None:
        """Ask for words, and list what they find while they are typed."""
        # Imported here: Textual's Input is dear, and few starts need it.
        from tui.prompt import Prompt

        before = self._scene, self.level()
        self._began = self.selection
        prompt = Prompt(
            "/",
            ("a name, a word", "by:speaker", "-without"),
            self._search_answer,
            signs=self._signs,
            step=self._step,
        )
        self.show_view("search", focus=False)
        self._show_found(None)
        self.ask(prompt, partial(self._searched, *before))

    def _search_answer(self, typed: str) -> str:
        """Search, show the hits, and say how many there are."""
        if not typed.strip():
            self._show_found(None)
            return ""
        try:
            found = self._archive.finding.searching.of(typed)
        except QueryError as error:
            self._show_found(None)
            return shown(str(error), self._signs.ascii_only)
        self._show_found(found)
        return f"{self.hits_view().total} hits" if len(found.hits) != 1 else "1 hit"

    def _step(self, by: int) -> None:
        if self._scene.found is not None:
            self._select(self.hits_view().moved(self.selection, by))

    def _searched(self, scene: Scene, level: Level, typed: str | None) -> None:
        """The prompt was left: with Esc, all is as before; with Enter, what was found stays."""
        found = self._scene.found
        if not typed or found is None or not found.hits:
            self._put_found(scene.found)
            self._scene = scene
            self.stand(level.pane, level.zoomed)
            if typed:
                near = self._archive.finding.searching.nearest(typed)
                self.say(f'Nothing is found for "{typed[:40]}"{near or "."}')
        else:
            self._history.leave(level)
            self.stand("timeline", level.zoomed and level.pane == "timeline")
            hints = ("move", "other hits"), ("open", "open"), ("hits", "from anywhere"), ("back", "back")
            self.say("   ".join(f"{keys(label)}  {words}" for label, words in hints))

    def _show_found(self, found: Found | None) -> None:
        """Show hits in place of those before, the first one selected."""
        self._put_found(found)
        # From where the search began: hits in between, while a word was typed, leave nothing behind.
        selection = self._began
        if found is not None and found.hits:
            selection = self._on_timeline(self.hits_view().reached(selection, 0))
        self._scene = replace(self._scene, found=found, selection=self._selector.as_known(selection))

    def _put_found(self, found: Found | None) -> None:
        self.hits_view().show(found)

    def action_hit(self, by: int) -> None:
        """Go to the next hit of the search, or the one before."""
        found, view = self._scene.found, self.hits_view()
        if found is None or not found.hits:
            self.say(f"Nothing is searched for. {key('search')} begins a search.")
            return
        here = view.entry_of(self.selection)
        if here is None:
            here = view.last_reached if view.last_reached is not None else -by
        wanted = here + by
        if not 0 <= wanted < len(found.hits):
            self.say(f"This is the {'last' if by > 0 else 'first'} hit.")
            return
        self._go(view.reached(self.selection, wanted))
        kind = HITS[found.hits[wanted].kind]
        self.say(
            f"hit {wanted + 1} of {view.total}, {kind}   {keys('hits')}  next, before   {key('back')}  back"
        )

    def end_search(self) -> bool:
        """Forget the search; False where there was none."""
        was = self._scene.found is not None
        self._put_found(None)
        self._scene = replace(self._scene, found=None)
        return was

    # Filter

    def action_filter(self) -> None:
        """Ask what has to hold for the events that are shown."""
        from model.query.language import LONGEST
        from tui.filtering import FilterAnswers
        from tui.prompt import Prompt

        timeline = self._archive.timeline
        asking = FilterAnswers(self._archive.finding, timeline.known, self._saved(), self._signs)
        typed = f"{timeline.filter} " if timeline.filter else ""
        hints = ("by:speaker", "who:name", "status:word", "has:conflict", "a word")
        prompt = Prompt(
            "filter ",
            hints,
            asking.answer,
            typed,
            signs=self._signs,
            choose=asking.offer,
            longest=LONGEST,
        )
        self.ask(prompt, self._filter_by)

    def _filter_by(self, typed: str | None) -> None:
        if typed is None:
            return
        try:
            query = self._archive.finding.read(typed, self._saved())
        except QueryError as error:
            self.say(str(error))
            return
        self._archive.finding.narrow(query)
        self._renew()
        timeline = self._archive.timeline
        words = f"{timeline.total} of {timeline.known} events" if query.terms else "All events"
        saved = f"   {self._save(query.name, query.text)}" if query.name else ""
        self.say(f"{words}{saved}   {key('filter')}  changes the filter")

    def clear_filter(self) -> None:
        """Show all events again."""
        self._archive.finding.narrow(None)
        self._renew()

    def _saved(self) -> Mapping[str, str]:
        try:
            return SavedFilters().read()
        except (OSError, ValueError) as error:
            self.say(str(error))
            return {}

    def _save(self, name: str, text: str) -> str:
        if self._read_only:
            return "not saved: this is for reading only"
        before = self._saved().get(name)
        try:
            SavedFilters().save(name, text)
        except OSError as error:
            return f"not saved: {error.filename or 'the file'}: {error.strerror or error}"
        except ValueError as error:
            return f"not saved: {error}"
        return f"saved as @{name}" + (f" in place of {before}" if before not in (None, text) else "")

    # Scenes keep to both

    def _found_anew(self) -> Scene:
        scene = super()._found_anew()
        if scene.found is None:
            return scene
        found = self._archive.finding.searching.of(scene.found.typed)
        self._put_found(found)
        return replace(scene, found=found)

    def _with(self, selection: Selection) -> Scene:
        return super()._with(self._on_timeline(selection))

    def _on_timeline(self, selection: Selection) -> Selection:
        """Where the filter leaves an event out, its card is shown, and the row stays."""
        timeline, event = self._archive.timeline, selection.event
        if not timeline.filter or event is None or timeline.position_of(event) is not None:
            return selection
        if self._scene.phrases.state(event) is None:
            return selection
        row = self.selection.event
        if timeline.position_of(row) is None:
            row = self._selector.first().event
        self.say(f"The filter leaves this event out; its row is not shown. {key('filter')} changes it.")
        return replace(selection, event=row)
