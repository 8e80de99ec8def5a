"""Footer and help name no key that cannot act on what is selected, whatever that is."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from model.index.archive import Archive
from model.index.layered.names import row_of_name
from tests.coded_tables import missile_tests
from tests.tui.contexts import context_of
from tests.tui.looking import bar, pane_text, selection, shown
from tests.tui.test_linked_rows import EVENT, archive_of, at, card, folder, opened
from tests.tui.test_tables import archive_of as table_alone
from tui.commands.command import Command
from tui.commands.command_list import CommandList
from tui.commands.every import COMMANDS
from tui.state.context import Context
from tui.state.first import first_scene
from tui.state.layout import Layout
from tui.state.outcome import Say, one_by_one
from tui.state.selection import Selection
from tui.text.signs import UNICODE
from tui.text.target import EventTarget, RowTarget
from tui.views.registry import new_views

__all__ = ["folder"]

PANES = ("timeline", "detail", "source")
OF_NO_SELECTION = {"back", "day", "month", "year", "findings", "history", "hit", "undo", "edit", "draft-row"}
"""What acts on where one is, on what was done or searched for; what says how to go on; what writes at once."""


def walked(archive: Archive) -> Iterator[tuple[str, Context]]:
    """A context of every kind of selection, in every pane."""
    commands = CommandList(COMMANDS, features=archive.features)
    scene = first_scene(archive, archive.default)
    scene = replace(scene, when=replace(scene.when, layered=True))
    views, layout = new_views(archive.features), Layout.of(120, 40)
    base = Context(archive, UNICODE, scene, commands.keys, views, layout, named=commands.named)
    corpus, selector = base.corpus, base.selector
    event = selector.event(EVENT)
    rows = [row.event for row in base.reader.rows(0, 999) if row_of_name(row.event) is not None]
    selections = {
        "nothing": Selection(),
        "event": event,
        "row": selector.event(rows[0]),
        "row beside an event": replace(event, card=RowTarget(rows[-1]), quote=None),
        "entity beside a row": selector.entity(selector.event(rows[0]), next(iter(corpus.entities))),
        "document beside a row": selector.source(selector.event(rows[0]), next(iter(corpus.sources))),
        "list beside a row": selector.printed_list(selector.event(rows[0]), next(iter(corpus.lists))),
        "entity": selector.entity(event, next(iter(corpus.entities))),
        "conflict": selector.conflict(event, next(iter(corpus.conflicts))),
        "document": selector.source(event, next(iter(corpus.sources))),
        "question": selector.question(event, next(iter(corpus.questions))),
        "list": selector.printed_list(event, next(iter(corpus.lists))),
    }
    for name, chosen in selections.items():
        for pane in PANES:
            stance = replace(scene.stance, pane=pane)
            yield f"{name} in {pane}", base.of(replace(scene, selection=chosen, stance=stance))


def only_says(ctx: Context, command: Command) -> str:
    """What a command says that does nothing, whichever way it is gone; empty of one that does something."""
    outcomes = [it for way in command.ways for it in one_by_one(command.run(ctx, way.by))]
    said = [it.words for it in outcomes if isinstance(it, Say)]
    return said[0] if len(said) == len(outcomes) else ""


def test_what_help_names_can_act_on_what_is_selected(folder: Path):
    archive = archive_of(folder)
    commands = CommandList(COMMANDS, features=archive.features)
    refused = {
        f"{where}: {it.label}: {words}"
        for where, ctx in walked(archive)
        for it in commands.able(ctx.scene.place, ctx)
        if it.id not in OF_NO_SELECTION and (words := only_says(ctx, it))
    }
    assert refused == set()


def test_what_help_names_of_a_table_alone_can_act():
    """A table in a file is as it was opened: no key reads a newer one."""
    ctx = context_of(table_alone(missile_tests()))
    commands = CommandList(COMMANDS, features=ctx.archive.features)
    for pane in PANES:
        there = ctx.of(replace(ctx.scene, stance=replace(ctx.scene.stance, pane=pane)))
        named = [it for it in commands.able(there.scene.place, there) if it.id not in OF_NO_SELECTION]
        # One download has one day: a step says so.
        assert {it.label for it in named if only_says(there, it)} == {"as of"}


def test_what_can_act_on_what_is_selected_is_named(folder: Path):
    archive = archive_of(folder)
    commands = CommandList(COMMANDS, features=archive.features)
    left = {
        f"{where}: {it.label}"
        for where, ctx in walked(archive)
        for it in commands.acting(ctx.scene.place)
        if not it.able(ctx) and not only_says(ctx, it)
    }
    # In the source, what they lead to is found out by the pane.
    of_panes = ("its event", "mark text")
    assert {it for it in left if not it.endswith(of_panes)} == set()
    assert {it for it in left if it.endswith(of_panes)} == {
        f"{name} in source: {label}"
        for name in ("nothing", "row", "row beside an event")
        for label in of_panes
    }


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_footer_at_a_row_has_the_keys_of_rows(folder: Path, size: tuple[int, int]):
    async with opened(archive_of(folder), *size) as pilot:
        await at(pilot, "launch seen")
        assert "coded elsewhere" in pane_text(pilot, "detail")
        await pilot.press("2", "j", "k")
        hints = bar(pilot, "footer")
        assert "citation" in hints
        assert not any(it in hints for it in ("quotes", "conflict", "mark text", "its event"))
        await pilot.press("3", "j", "k")
        hints = bar(pilot, "footer")
        assert "citation" in hints
        assert not any(it in hints for it in ("quotes", "conflict", "mark text", "its event"))


async def test_the_card_of_a_row_leads_to_the_event_that_is_linked_to_it(folder: Path):
    async with opened(archive_of(folder)) as pilot:
        await at(pilot, "launch seen")
        await pilot.press("2")
        named = [number for number, line in enumerate(card(pilot)) if line.startswith("event   ")]
        assert len(named) == 1 and "An ambassador represents" in card(pilot)[named[0]]
        await pilot.press("g")
        while shown(pilot).card_line() < named[0]:
            await pilot.press("j")
        await pilot.press("enter")
        assert selection(pilot).card == EventTarget(EVENT)
        await pilot.press("escape")
        assert isinstance(selection(pilot).card, RowTarget)


async def test_a_row_to_which_nothing_is_linked_names_no_event_until_a_draft_is(folder: Path):
    async with opened(archive_of(folder)) as pilot:
        await at(pilot, "test at sea")
        assert not any(line.startswith("event   ") for line in card(pilot))
        await pilot.press("R", "left_curly_bracket")
        assert [it for it in card(pilot) if it.startswith("event   ")] == ["event   Test at sea (draft)"]
