"""Asking for a new file, whose ending says the format of what is written to it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.settings.new_files import file_of, not_there
from tui.state.context import Context
from tui.state.outcome import Ask, Outcomes
from tui.text.shown import shown

if TYPE_CHECKING:
    from model.exchange.formats import Exporter


class NoFormat(Exception):
    """The ending of a file's name asks for no format; the message says why."""


def ask_for_file(
    ctx: Context,
    what: str,
    endings: Sequence[str],
    exporter_of: Callable[[Path], "Exporter"],
    told: Callable[["Exporter"], str],
    done: Callable[[Context, str | None], Outcomes],
) -> Ask:
    """Ask for a new file for `what`, in one of the formats that have these endings, the first being offered.

    `exporter_of` is the format that a path asks for, and raises `NoFormat`; `told` is what would be written in it.
    """

    def answer(typed: str) -> str:
        if not typed.strip():
            return ""
        return _why_not(ctx, typed, exporter_of) or told(exporter_of(file_of(typed.strip())))

    def wrong(typed: str) -> str:
        return _why_not(ctx, typed, exporter_of)

    names = [f"{what}{ending}" for ending in endings]
    return Ask(
        mark=f"{what} to ",
        hints=names[1:],
        offered=not_there(names[0]),
        done=done,
        answer=answer,
        wrong=wrong,
        longest=1000,
    )


def _why_not(ctx: Context, typed: str, exporter_of: Callable[[Path], "Exporter"]) -> str:
    """Why nothing can be written to a path; empty where it seems that something can."""
    try:
        file = file_of(typed.strip())
        there = file.exists()
        exporter_of(file)
    except OSError as error:
        return shown(error.strerror or str(error), ctx.signs.ascii_only)
    except NoFormat as error:
        return shown(str(error), ctx.signs.ascii_only)
    if not file.parent.is_dir():
        return "that folder is not there"
    return "is there already, and stays" if there else ""
