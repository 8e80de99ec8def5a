"""What a view of the first pane is: it draws lines, and says where moving leads."""

from abc import ABC, abstractmethod
from typing import ClassVar

from model.index.archive import Archive
from tui.scene import Scene
from tui.selection import Selection, Selector
from tui.text.line import ACCENT, Line, Span, Target


class View(ABC):
    """One way to look at the archive. It follows the scene's selection, and keeps only where it is scrolled to."""

    name: ClassVar[str]
    """The place that its keys act in, one of `tui.commands.command.VIEWS`."""

    whole: ClassVar[bool] = False
    """Whether it takes the whole body when it is chosen."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.selector = Selector(archive)

    @abstractmethod
    def title(self, scene: Scene, width: int) -> tuple[str, str]:
        """The title, and what stands at the right end of its row. Both safe to show. Asked after `content`."""

    @abstractmethod
    def content(self, scene: Scene, width: int, height: int, roomy: bool) -> list[Line]:
        """At most `height` lines of at most `width` cells, the selected one among them.

        `roomy` tells that the screen is high enough for lines that only explain.
        """

    def aside(self, scene: Scene, by: int) -> Scene | str | None:
        """The scene that shows what is further right, or left; a sentence at the end, None of what has no sides."""
        return None

    def leads_to(self, now: Selection) -> str:
        """The pane that Enter leads to."""
        return "detail"

    @abstractmethod
    def moved(self, now: Selection, by: int) -> Selection:
        """The selection `by` entries further down (or up), or at the end."""


class ListedView(View):
    """A view whose lines are made as a whole and scrolled; every line with a target is an entry."""

    def __init__(self, archive: Archive) -> None:
        super().__init__(archive)
        self._top = 0
        self._made_for: tuple[object, ...] = ()
        self._made: list[Line] = []

    @abstractmethod
    def entries(self) -> list[Target]:
        """What can be chosen, from top to bottom, as of the archive's day."""

    @abstractmethod
    def lines(self, scene: Scene, width: int) -> list[Line]:
        """All lines; those of the entries, in their order, have their targets."""

    @abstractmethod
    def entry_of(self, now: Selection) -> int | None:
        """Which entry is selected, None where none is."""

    def made_from(self, scene: Scene) -> object:
        """What of the scene its lines are made from: they are kept until this is another."""
        return scene.phrases

    def content(self, scene: Scene, width: int, height: int, roomy: bool) -> list[Line]:
        """The lines from `top` on, which moves by half a page when it must; a mark beside the selected one."""
        made_for = (self.made_from(scene), width)
        if self._made_for != made_for:
            self._made_for, self._made = made_for, self.lines(scene, width - 1)
        entry = self.entry_of(scene.selection)
        stops = [number for number, line in enumerate(self._made) if line.target]
        selected = stops[entry] if entry is not None and entry < len(stops) else -1
        # What stands above the first entry, a heading, is seen with it.
        seen = 0 if stops and selected == stops[0] else selected
        if selected >= 0 and not (self._top <= seen and selected < self._top + height):
            self._top = seen - height // 2
        self._top = max(0, min(self._top, len(self._made) - height))
        window = enumerate(self._made[self._top : self._top + height], self._top)
        shown = [(number, self.drawn(number, line, scene, width - 1)) for number, line in window]
        mark = Span(scene.phrases.signs.selected, ACCENT)
        return [
            Line((mark if number == selected else Span(" "), *line.spans), line.target)
            for number, line in shown
        ]

    def drawn(self, number: int, line: Line, scene: Scene, width: int) -> Line:
        """A line that is in sight, as it is drawn: here may be made what would be dear to make for all lines."""
        return line

    def moved(self, now: Selection, by: int) -> Selection:
        """The entry `by` further on, or at the end; where none is selected, the first."""
        entries, entry = self.entries(), self.entry_of(now)
        if not entries:
            return now
        wanted = entry + by if entry is not None else 0
        return self.selector.target(now, entries[min(max(wanted, 0), len(entries) - 1)])


class CursorView(ListedView):
    """A listed view in which several entries may lead to the same: it remembers which of them one went to."""

    def __init__(self, archive: Archive) -> None:
        super().__init__(archive)
        self._reached: tuple[Selection, int] | None = None

    @abstractmethod
    def fits(self, entry: Target, now: Selection) -> bool:
        """Whether an entry may be the selected one."""

    @property
    def last_reached(self) -> int | None:
        """The entry that was gone to last, None where none was or where it is gone."""
        number = self._reached[1] if self._reached is not None else None
        return number if number is not None and number < len(self.entries()) else None

    def entry_of(self, now: Selection) -> int | None:
        """The entry that led to the selection, else the first that fits."""
        if self._reached is not None and self._reached[0] == now and self.last_reached is not None:
            return self.last_reached
        return next((number for number, entry in enumerate(self.entries()) if self.fits(entry, now)), None)

    def moved(self, now: Selection, by: int) -> Selection:
        """The entry `by` further on, or at the end; where none is selected, the first."""
        entries, entry = self.entries(), self.entry_of(now)
        if not entries:
            return now
        wanted = min(max(entry + by, 0), len(entries) - 1) if entry is not None else 0
        return self.reached(now, wanted)

    def reached(self, now: Selection, number: int) -> Selection:
        """The selection that an entry leads to; the cursor stands there then."""
        selection = self.selector.target(now, self.entries()[number])
        self._reached = selection, number
        return selection
