"""Taking away: quotes with their citations, events, and briefs, to the terminal's clipboard or to a file."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from model.index.layered.names import row_of_name
from tui.actions.new_file import NoFormat, ask_for_file
from tui.settings.config import ConfigError, data_folder
from tui.settings.new_files import file_of, short, write, write_new
from tui.state.context import Context
from tui.state.layer import own_of
from tui.state.outcome import Ask, Copy, Outcome, Outcomes, Say
from tui.state.scene import Taken
from tui.text.target import EventTarget, RowTarget

if TYPE_CHECKING:
    from model.exchange.formats import Exporter

MOST_FOR_CLIPBOARD = 74_994
"""Bytes that a terminal may be sent for its clipboard: in base64 they are the 100,000 that terminals commonly bear."""


def take_quote(ctx: Context, by: int) -> Outcomes:
    """Send the lit quote with its citation; once more, write it to a file."""
    from model.exchange.citation import citation

    corpus, quote = ctx.corpus, ctx.selection.quote
    if quote is None or ctx.selection.place is not None:
        return Say(f"No quote is lit. {ctx.keys['quotes']} light one.")
    text = citation(corpus, corpus.claims[quote]).text
    return take(ctx, text, "Quote and source", ctx.key("citation"), f"{quote}.txt")


def take_event(ctx: Context, by: int) -> Outcomes:
    """Send the selected event as a block of Markdown; once more, write it to a file."""
    from model.exchange.brief import event_brief
    from model.exchange.to_markdown import markdown_event

    card = ctx.selection.card
    event = card.event if isinstance(card, EventTarget) else ctx.selection.event
    if event is None:
        return Say("No event is selected.")
    if isinstance(card, RowTarget) or row_of_name(event) is not None:
        return Say(
            f"This is a row, coded elsewhere. {ctx.key('citation')} sends it with its file and number."
        )
    if event in ctx.drafts.events:
        return Say("This event is a draft; a brief is of what is finished.")
    brief = event_brief(ctx.archive.corpus, event, ctx.scene.when.day)
    return take(ctx, _joined(markdown_event(brief)), "The event", ctx.key("event"), f"{event}.md")


def ask_for_brief(ctx: Context, by: int) -> Ask:
    """Ask for a file, and write a brief of the events shown to it."""
    from model.exchange.formats import endings

    counts = own_of(ctx.reader).counts

    def told(to: "Exporter") -> str:
        # Of several tables, a file holds the first.
        table = f" of {to.tables[0]}" if to.tables else ""
        return f"{to.name}{table}, {counts.total} of {counts.known} events"

    return ask_for_file(ctx, "brief", endings(), _exporter_of, told, _write_brief)


def take(ctx: Context, text: str, what: str, key: str, name: str) -> Iterator[Outcome]:
    """Send a text to the clipboard; where it was sent last, and nothing done since, write it to a file."""
    taken = Taken(text, ctx.selection, ctx.scene.when)
    if ctx.scene.taken == taken:
        yield replace(ctx.scene, taken=None)
        yield Say(_to_own_folder(text, name))
        return
    # Who may only read may copy in a browser, and writes no file.
    again = "" if ctx.read_only else f"  {key} again: a file"
    yield replace(ctx.scene, taken=None if ctx.read_only else taken)
    size = len(text.encode())
    if size > MOST_FOR_CLIPBOARD:
        yield Say(f"{what}: {size:,} bytes are too many for a terminal's clipboard.{again}")
        return
    # OSC 52, which says nothing back: whether the terminal obeys, only pasting tells.
    yield Copy(text)
    yield Say(
        f"{what} sent to the {'browser' if ctx.read_only else 'terminal'}'s clipboard ({size:,} bytes).{again}"
    )


def _to_own_folder(text: str, name: str) -> str:
    try:
        folder = data_folder() / "taken"
    except ConfigError as error:
        return f"Not written: {error}."
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return f"Written to {short(write_new(folder, name, text))}"
    except OSError as error:
        return f"Not written: {folder}: {error.strerror}"


def _write_brief(ctx: Context, typed: str | None) -> Outcomes:
    from model.exchange.registry import PluginFault
    from tui.exporting import exported

    if not typed:
        return None
    file = file_of(typed)
    try:
        pieces = exported(ctx.archive, ctx.scene.when, _exporter_of(file), since=_since(ctx))
        write(file, "".join(pieces))
    except (NoFormat, PluginFault) as error:
        return Say(f"Not written: {error}")
    except OSError as error:
        return Say(f"Not written: {error.strerror or error}: {short(file)}")
    counts = own_of(ctx.reader).counts
    return Say(f"{counts.total} of {counts.known} events written to {short(file)}")


def _since(ctx: Context) -> int | None:
    """From which day on the brief tells what changed: among changes, from theirs."""
    from tui.views.changes import ChangesView, since_of

    shown = ctx.scene.viewed.name == ChangesView.name and since_of(ctx) < ctx.scene.when.day
    return since_of(ctx) if shown else None


def _exporter_of(file: Path) -> "Exporter":
    """The format that the ending of a file's name asks for. Raises `NoFormat`."""
    from model.exchange.formats import endings, exporter_for
    from model.exchange.registry import PluginFault

    try:
        exporter = exporter_for(file.suffix)
    except PluginFault as fault:
        raise NoFormat(f"ends in {', '.join(endings())}; {fault}") from None
    if exporter is None:
        raise NoFormat(f"ends in {', '.join(endings())}")
    return exporter


def _joined(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
