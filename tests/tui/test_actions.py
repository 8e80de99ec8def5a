"""Commands are plain functions from a context to outcomes: walked here without a screen, as fast as they are."""

from dataclasses import FrozenInstanceError, replace
from random import Random

import pytest

from model.index.archive import Archive
from tests.tui.contexts import context_of
from tui.actions import find, lanes, panes, take, time, walk
from tui.commands.command import ALWAYS
from tui.commands.every import COMMANDS
from tui.state.context import Context
from tui.state.outcome import Ask, Copy, Effect, Outcomes, Quit, Say, one_by_one
from tui.state.scene import FIRST_VIEW, PANES, Scene, Search
from tui.text.target import ConflictTarget
from tui.views.lane_entries import LaneEntries
from tui.views.registry import NAMES

TYPED = (
    None,
    "",
    "9 may",
    "asof 2025-04-30",
    "kim",
    "by:ushakov",
    "-troops",
    "has:conflict",
    "zzz",
    "q",
    "(",
)


def obeyed(ctx: Context, outcomes: Outcomes, typed: str | None = None) -> tuple[Context, list[str]]:
    """The context that outcomes lead to, prompts answered with `typed`, and what was said on the way."""
    said: list[str] = []
    for outcome in one_by_one(outcomes):
        match outcome:
            case Scene():
                ctx = ctx.of(outcome.after(ctx.scene))
            case Say(words):
                said.append(words)
            case Ask():
                if outcome.shows is not None and typed:
                    ctx = ctx.of(outcome.shows(ctx, typed).scene)
                if not typed or not outcome.wrong(typed):
                    ctx, more = obeyed(ctx, outcome.done(ctx, typed), typed)
                    said += more
            case Effect():
                pass
    return ctx, said


def is_whole(ctx: Context) -> None:
    """Whatever a command leads to can be shown: it is known as of the day, and stands somewhere."""
    scene = ctx.scene
    assert scene.place in ALWAYS
    assert scene.stance.pane in PANES
    assert scene.viewed.name in NAMES
    if ctx.reader.counts.total:
        assert ctx.reader.position_of(scene.selection.event) is not None
    assert ctx.selector.as_known(scene.selection) == scene.selection
    assert not ctx.changed or scene.since is not None
    hash(scene)


@pytest.mark.parametrize("as_of", [None, "2025-03-21", "2025-04-30", "2030-01-01", "1990-01-01"])
def test_every_command_in_any_order_leads_to_what_can_be_shown(archive_at, as_of: str | None):
    chance = Random(as_of)
    ctx = context_of(archive_at(as_of))
    ways = [
        (command, way)
        for command in COMMANDS
        for way in command.ways
        if command.id not in ("brief", "rows-to-file")
    ]
    for _ in range(400):
        command, way = chance.choice(ways)
        ctx, said = obeyed(ctx, command.run(ctx, way.by), chance.choice(TYPED))
        is_whole(ctx)
        assert all(words.strip() for words in said)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_a_command_changes_nothing_but_by_its_outcomes(archive: Archive, command):
    ctx = context_of(archive)
    before = ctx.scene
    for way in command.ways:
        list(one_by_one(command.run(ctx, way.by)))
        assert ctx.scene is before
    with pytest.raises(FrozenInstanceError):
        ctx.scene.mark = "other"  # type: ignore[misc]


def test_the_way_back_leads_to_where_one_was(archive: Archive):
    ctx = context_of(archive)
    away, _ = obeyed(ctx, walk.conflict(ctx, 1))
    assert isinstance(away.selection.card, ConflictTarget)
    assert (away.scene.stance.pane, away.scene.stance.zoomed) == ("detail", True)
    back, _ = obeyed(away, walk.history(away, -1))
    assert (back.selection, back.scene.stance.pane, back.scene.stance.zoomed) == (
        ctx.selection,
        "timeline",
        False,
    )
    forth, _ = obeyed(back, walk.history(back, 1))
    assert forth.selection == away.selection


def test_esc_leads_out_of_everything_to_the_outermost_level(archive: Archive):
    ctx = context_of(archive)
    for command in ("conflict", "next-pane", "view", "zoom"):
        it = next(one for one in COMMANDS if one.id == command)
        ctx, _ = obeyed(ctx, it.run(ctx, it.ways[0].by))
    ctx, _ = obeyed(ctx, find.ask_for_words(ctx, 1), "kim")
    query = archive.read("by:ushakov", archive.default)
    ctx = ctx.of(replace(ctx.scene, when=replace(ctx.scene.when, query=query)))
    said: list[str] = []
    for _ in range(20):
        ctx, said = obeyed(ctx, panes.out(ctx, 1))
    assert said == ["This is the outermost level. q quits."]
    scene = ctx.scene
    assert (scene.stance.pane, scene.stance.zoomed, scene.stance.levels) == ("timeline", False, ())
    assert (scene.viewed.name, scene.sought, scene.when.narrowed) == (FIRST_VIEW, None, False)


def test_a_step_marks_what_it_changed_until_one_moves_on(archive_at):
    ctx = context_of(archive_at("2025-04-30"))
    ctx, _ = obeyed(ctx, time.step(ctx, 1))
    assert ctx.changed
    ctx, _ = obeyed(ctx, panes.move(ctx, 1))
    assert not ctx.changed


def test_a_text_sent_twice_from_one_place_goes_to_a_file_and_from_another_to_the_clipboard(archive: Archive):
    ctx = context_of(archive)
    assert any(isinstance(one, Copy) for one in one_by_one(take.take_quote(ctx, 1)))
    again, _ = obeyed(ctx, take.take_quote(ctx, 1))
    _, said = obeyed(again, take.take_quote(again, 1))
    assert said[0].startswith("Written to ")
    moved, _ = obeyed(again, panes.move(again, 1))
    there, _ = obeyed(moved, panes.move(moved, -1))
    assert any(isinstance(one, Copy) for one in one_by_one(take.take_quote(there, 1)))


def test_a_search_that_is_left_leaves_nothing_behind(archive: Archive):
    ctx = context_of(archive)
    for typed in (None, "", "zzzz"):
        after, _ = obeyed(ctx, find.ask_for_words(ctx, 1), typed)
        assert after.scene == ctx.scene
    after, _ = obeyed(ctx, find.ask_for_words(ctx, 1), "kim")
    assert after.scene.sought == Search("kim", 0)


def test_only_the_prompt_and_its_command_quit(archive: Archive):
    ctx = context_of(archive)
    assert isinstance(panes.leave(ctx, 1), Quit)
    assert isinstance(time.ask_for_day(ctx, 1).done(ctx, "q"), Quit)


@pytest.mark.parametrize(
    "between",
    [("strip", -1), ("mark", 1), ("view", 1), ("step", -1), ("open", 1), ("zoom", 1)],
    ids=lambda pair: pair[0],
)
def test_whatever_is_done_between_two_takings_the_second_is_for_the_clipboard_too(
    archive: Archive, between: tuple[str, int]
):
    ctx = context_of(archive)
    ctx, _ = obeyed(ctx, take.take_event(ctx, 1))
    id, by = between
    command = next(it for it in COMMANDS if it.id == id)
    ctx, _ = obeyed(ctx, command.run(ctx, by))
    if id == "mark":
        ctx, _ = obeyed(ctx, command.run(ctx, by))
    assert any(isinstance(one, Copy) for one in one_by_one(take.take_event(ctx, 1)))


def test_what_a_step_changed_stays_marked_through_a_search(archive: Archive):
    ctx = context_of(archive)
    ctx, _ = obeyed(ctx, time.step(ctx, -1))
    marked = ctx.changed
    found, _ = obeyed(ctx, find.ask_for_words(ctx, 1), "kim")
    assert found.changed == marked != frozenset()


def test_a_click_into_the_first_pane_leaves_the_way_out(archive: Archive):
    ctx = context_of(archive)
    ctx, _ = obeyed(ctx, panes.enter(ctx, 1))
    there = ctx.of(panes.focus(ctx, "timeline"))
    assert there.scene.stance.levels == ctx.scene.stance.levels != ()
    assert ctx.of(panes.pane(ctx, "timeline")).scene.stance.levels == ()


def test_in_lanes_the_cursor_goes_with_the_selected_event_by_whatever_road(archive: Archive):
    ctx = context_of(archive)
    ctx = ctx.of(panes.show_view(ctx, "lanes"))
    ctx, _ = obeyed(ctx, lanes.grouping(ctx, 1))
    for _ in range(12):
        ctx, _ = obeyed(ctx, panes.move(ctx, 1))
    for road in (time.day, time.month, walk.event_of_entity, walk.history):
        ctx, _ = obeyed(ctx, road(ctx, 1 if road is not walk.history else -1))
        entries = LaneEntries(ctx.reader, ctx.scene.viewed.lanes)
        entry = ctx.scene.viewed.entry
        assert entry is not None
        assert entries.event_at(entry) == ctx.selection.event
