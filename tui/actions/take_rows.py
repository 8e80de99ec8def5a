"""Taking away the rows that are shown of a table of coded rows: to a new file, whose ending says the format."""

from pathlib import Path
from typing import TYPE_CHECKING

from tui.actions.new_file import NoFormat, ask_for_file
from tui.settings.new_files import file_of, short, write
from tui.state.context import Context
from tui.state.outcome import Ask, Outcomes, Say
from tui.text.numbers import shown_words

if TYPE_CHECKING:
    from model.exchange.formats import Exporter

MOST_ROWS = 10_000
"""The most rows that are written within one key; more are for the command line."""


def ask_for_rows(ctx: Context, by: int) -> Ask | Say:
    """Ask for a file, and write the rows that are shown to it."""
    counts = ctx.reader.counts
    if counts.counting:
        return Say("The rows are still being counted; try again when they are.")
    if counts.total > MOST_ROWS:
        return Say(
            f"At most {MOST_ROWS:,} rows are written here, not {counts.total:,}: "
            "a filter leaves fewer, and dprk-tui export writes any number."
        )

    endings = [ending for it in _formats() for ending in it.endings]
    return ask_for_file(
        ctx, "rows", endings, _exporter_of, lambda to: f"{to.name}, {_shown(ctx)}", _write_rows
    )


def _write_rows(ctx: Context, typed: str | None) -> Outcomes:
    from model.exchange.refused import CannotExport
    from model.index.table.far_store import at_once
    from tui.exporting import rows_extract_of

    table = ctx.archive.table_alone
    if not typed or table is None:
        return None
    file = file_of(typed)
    extract = rows_extract_of(ctx.archive, table, ctx.scene.when)
    try:
        with at_once(table):
            write(file, "".join(_exporter_of(file).pieces_of_rows(extract)))
    except (NoFormat, CannotExport) as error:
        return Say(f"Not written: {error}")
    except OSError as error:
        return Say(f"Not written: {error.strerror or error}: {short(file)}")
    return Say("  ".join((f"{_shown(ctx)} written to {short(file)}", *extract.left_out())))


def _shown(ctx: Context) -> str:
    return shown_words(ctx.reader.counts, ctx.archive.features)


def _formats() -> list["Exporter"]:
    """The formats that have a place for rows, and an ending by which they are known."""
    from model.exchange.formats import EXPORTERS

    return [it for it in EXPORTERS.built_in if it.rows_writer and it.endings and not it.is_binary]


def _exporter_of(file: Path) -> "Exporter":
    """The format that the ending of a file's name asks for. Raises `NoFormat`."""
    found = next((it for it in _formats() if file.suffix.lower() in it.endings), None)
    if found is None:
        raise NoFormat(f"ends in {', '.join(ending for it in _formats() for ending in it.endings)}")
    return found
