"""Taking away a coded row: as it stood in its file, with where it stands there."""

from model.dates.wording import day_medium
from model.exchange.visible import harmless, visible
from model.index.table.coded import CodedRow, TableMeta
from model.index.table.columns import made_of
from tui.actions.take import take, take_quote
from tui.state.context import Context
from tui.state.outcome import Outcomes, Say
from tui.text.target import RowTarget


def take_row(ctx: Context, by: int) -> Outcomes:
    """Send the selected row with its file and number; once more, write it to a file."""
    table, card = ctx.archive.table, ctx.selection.card
    if table is None or not isinstance(card, RowTarget):
        return Say("No row is selected.")
    row, meta = table.coded(card.row), table.of(card.row).meta
    text = row_citation(row, meta)
    place = meta.files[row.file].place(row.number).replace(" ", "-")
    return take(ctx, text, "Row and file", ctx.key("citation"), f"{_stem(meta)}-{place}.txt")


def _stem(meta: TableMeta) -> str:
    """The title of a table as the beginning of a file's name: letters, digits and hyphens."""
    return made_of(meta.title) or "table"


def take_lit(ctx: Context, by: int) -> Outcomes:
    """Send what the selected card rests on: the lit quote, or the row."""
    return (take_row if isinstance(ctx.selection.card, RowTarget) else take_quote)(ctx, by)


def row_citation(row: CodedRow, meta: TableMeta) -> str:
    """A row as it stood, and where: its file with the hash of that, and its number there. It ends with its line."""
    file = meta.files[row.file]
    where = f"{visible(file.name)}, {file.place(row.number)}, as had on {day_medium(file.day)} (SHA-256 {file.sha256})"
    return f"{harmless(row.raw).rstrip()}\n\nIn: {where}.\nCoded elsewhere: no quote, no speaker.\n"
