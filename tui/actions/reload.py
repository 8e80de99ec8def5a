"""Taking up a corpus or a table that was read anew: all stays where it was, as far as it is still there."""

from collections.abc import Iterator
from dataclasses import replace

from tui.actions.apart import leave
from tui.actions.select import settled
from tui.state.context import Context
from tui.state.history import History
from tui.state.outcome import Outcome, Reopen, Say, one_by_one
from tui.state.scene import Scene
from tui.views.findings import FindingsView


def can_be_newer(ctx: Context) -> bool:
    """Whether others may put a newer table in the place of one that is open."""
    table = ctx.archive.table
    return table is not None and any(it.store.shared for it in table.tables)


def reopen(ctx: Context, by: int) -> Say | Reopen:
    """Read the newest table in the place of the one that is shown, where others may have put one there."""
    if not can_be_newer(ctx):
        return Say(
            "A table in a file is read as it was when it was opened: open it again to see a newer one."
        )
    return Reopen()


def reopened(row: str | None, before: Context, now: Context) -> Iterator[Outcome]:
    """The scene of one table in a newer one, in which `row` is most like the one that was selected.

    Day, filter, view and what was searched for stay; what names other rows, as the mark, is of the old table.
    """
    scene = before.scene
    when = now.archive.instead_of(before.archive, scene.when)
    viewed = replace(scene.viewed, entry=None)
    stance = replace(scene.stance, levels=())
    sought = replace(scene.sought, hit=None, begun=None) if scene.sought is not None else None
    there = now.of(
        replace(scene, when=when, viewed=viewed, stance=stance, sought=sought,
                history=History(), since=None, mark=None)
    )  # fmt: skip
    is_shown = row is not None and there.reader.position_of(row) is not None
    selector = there.selector
    yield settled(
        there, replace(there.scene, selection=selector.event(row) if row and is_shown else selector.first())
    )
    yield Say("This is the newest table now.")


def taken_up(before: Context, now: Context) -> Iterator[Outcome]:
    """The scene of one archive in another, where `now` is `before` with that; a word where something is broken."""
    scene = carried_over(before, now)
    yield scene
    corpus = now.archive.corpus
    if scene.viewed.name == FindingsView.name and not corpus.findings:
        yield from one_by_one(leave(now.of(scene), FindingsView.name))
    if corpus.as_before:
        key = now.key("findings")
        yield Say(f"{', '.join(corpus.as_before)}: broken now, shown as before. {key} says what is wrong.")
    elif before.archive.corpus.as_before:
        yield Say("What was broken is mended.")


def carried_over(before: Context, now: Context) -> Scene:
    """The scene of `before` in the archive of `now`."""
    when = now.archive.instead_of(before.archive, before.scene.when)
    marking = before.scene.marking if _same_words(before, now) else None
    there = now.of(replace(before.scene, when=when, marking=marking))
    selection = there.selector.as_known(before.selection)
    return settled(there, replace(there.scene, selection=selection))


def _same_words(before: Context, now: Context) -> bool:
    """Whether what is marked has the same words in both archives."""
    marked = before.scene.marking
    if marked is None:
        return False
    then, there = (it.archive.whole.texts.get(marked.source, "") for it in (before, now))
    return bool(there) and then[marked.start : marked.end] == there[marked.start : marked.end]
