"""The source pane of a table: the selected row as it stood in its file."""

from tui.document.raw import raw_lines
from tui.seam.widget import NOTCH
from tui.state.context import Context
from tui.state.outcome import Say
from tui.text.found import with_found
from tui.text.line import MUTE, Line, Span
from tui.text.target import Target
from tui.text.titles import fitted, title_line
from tui.text.wrap import wrap_text
from tui.widgets.pane import Pane


class RawPane(Pane):
    """Shows a row verbatim, under the name of its file and its number there."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, id="source")
        self._top = self._total = 0
        self._seen: tuple[object, ...] = ()

    def title(self) -> tuple[str, str]:
        """The file, and which of its rows."""
        (name, *_), (row, *_), (how, *_) = self._title_words()
        return f"{name}  {row}".rstrip(), how

    def title_row(self, width: int) -> Line:
        """The same in as many words as fit: which row it is stands there in any width."""
        name, row, how = fitted(*self._title_words(), width, self.signs.cut)
        return title_line(name or row, how, self.active, width, self.signs, row if name else "")

    def _title_words(self) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        table, event = self.ctx.archive.table, self.selection.event
        if table is None or event is None:
            return ("Source",), ("",), ("",)
        row = table.coded(event)
        file = table.meta.files[row.file]
        return (
            (self.phrases.plain(file.name),),
            (file.place(row.number),),
            ("as it stood", ""),
        )

    def content(self, width: int, height: int) -> list[Line]:
        """The row from where it was scrolled to."""
        table, event = self.ctx.archive.table, self.selection.event
        if table is None or event is None:
            return [Line((Span(f" {row}", MUTE),)) for row in wrap_text("No row is selected.", width - 1)]
        lines = raw_lines(table.coded(event).raw, self.phrases, width)
        self._total = len(lines)
        finder, seen = self.ctx.finder, (event, self.ctx.scene.sought)
        if seen != self._seen:
            # What was searched for is in sight, or else the beginning.
            self._seen = seen
            found = (at for at, line in enumerate(lines) if finder is not None and finder.places(line.text))
            first = next(found, 0)
            self._top = first - height // 3 if first >= height else 0
        self._scroll(self._top, height)
        return with_found(lines[self._top : self._top + height], finder)

    def move(self, by: int) -> None:
        """Scroll the row."""
        self._scroll(self._top + by, self.size.height - self.titled)
        self.redraw()

    def wheel(self, by: int) -> None:
        """Scroll the row."""
        self.move(by * NOTCH)

    def entered(self) -> Target | Say:
        """Nothing further: this is all there is of a row."""
        return Say("This is the row as it stood; nothing else was written of it.")

    def _scroll(self, top: int, height: int) -> None:
        self._top = max(0, min(top, self._total - height))
