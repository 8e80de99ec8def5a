"""The source pane of a table: the selected row as it stood in its file."""

from tui.document.raw import raw_lines
from tui.seam.widget import NOTCH
from tui.state.context import Context
from tui.state.outcome import Say
from tui.text.found import with_found
from tui.text.line import MUTE, Line, Span
from tui.text.target import RowTarget, Target
from tui.text.titles import fitted, title_line
from tui.text.wrap import wrap_text
from tui.widgets.pane import Pane

THIS_IS_ALL = "This is the row as it stood; nothing else was written of it."
"""Why nothing of a row can be entered."""


class RawText:
    """The selected row verbatim, from where it was scrolled to."""

    def __init__(self) -> None:
        self._top = self._total = 0
        self._seen: tuple[object, ...] = ()

    def title(self, ctx: Context) -> tuple[str, str]:
        """The file, and which of its rows."""
        (name, *_), (row, *_), (how, *_) = self.title_words(ctx)
        return f"{name}  {row}".rstrip(), how

    @staticmethod
    def _row(ctx: Context) -> str | None:
        """That of the card, which may be gone from the timeline."""
        card = ctx.selection.card
        return card.row if isinstance(card, RowTarget) else ctx.selection.event

    @staticmethod
    def title_words(ctx: Context) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """The file, the row in it, that it is verbatim; each in ever fewer words."""
        table, event = ctx.archive.table, RawText._row(ctx)
        if table is None or event is None:
            return ("Source",), ("",), ("",)
        row = table.coded(event)
        file = table.of(event).meta.files[row.file]
        return (
            (ctx.phrases.plain(file.name),),
            (file.place(row.number),),
            ("as it stood", ""),
        )

    def lines(self, ctx: Context, width: int, height: int) -> list[Line]:
        """The row from where it was scrolled to."""
        table, event = ctx.archive.table, RawText._row(ctx)
        if table is None or event is None:
            return [Line((Span(f" {row}", MUTE),)) for row in wrap_text("No row is selected.", width - 1)]
        lines = raw_lines(table.coded(event).raw, ctx.phrases, width)
        self._total = len(lines)
        finder, seen = ctx.finder, (event, ctx.scene.sought)
        if seen != self._seen:
            # What was searched for is in sight, or else the beginning.
            self._seen = seen
            found = (at for at, line in enumerate(lines) if finder is not None and finder.places(line.text))
            first = next(found, 0)
            self._top = first - height // 3 if first >= height else 0
        self.scroll(0, height)
        return with_found(lines[self._top : self._top + height], finder)

    def scroll(self, by: int, height: int) -> None:
        """Go up or down by lines; no line is left empty that can be filled."""
        self._top = max(0, min(self._top + by, self._total - height))


class RawPane(Pane):
    """Shows a row verbatim, under the name of its file and its number there."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, id="source")
        self._raw = RawText()

    def title(self) -> tuple[str, str]:
        """The file, and which of its rows."""
        return self._raw.title(self.ctx)

    def title_row(self, width: int) -> Line:
        """The same in as many words as fit: which row it is stands there in any width."""
        name, row, how = fitted(*self._raw.title_words(self.ctx), width, self.signs.cut)
        return title_line(name or row, how, self.active, width, self.signs, row if name else "")

    def content(self, width: int, height: int) -> list[Line]:
        """The row from where it was scrolled to."""
        return self._raw.lines(self.ctx, width, height)

    def move(self, by: int) -> None:
        """Scroll the row."""
        self._raw.scroll(by, self.size.height - self.titled)
        self.redraw()

    def wheel(self, by: int) -> None:
        """Scroll the row."""
        self.move(by * NOTCH)

    def entered(self) -> Target | Say:
        """Nothing further: this is all there is of a row."""
        return Say(THIS_IS_ALL)
