"""Taking up a corpus that was read anew: all stays where it was, as far as it is still there."""

from collections.abc import Iterator
from dataclasses import replace

from tui.actions.apart import leave
from tui.actions.select import settled
from tui.state.context import Context
from tui.state.outcome import Outcome, Say, one_by_one
from tui.state.scene import Scene
from tui.views.findings import FindingsView


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
    """The scene of `before` in the archive of `now`.

    Who looks at all that is known goes on doing so: the latest day is the latest of the new archive. Where nothing was
    dated, that was today.
    """
    when, latest, then = before.scene.when, now.archive.latest_day, before.archive
    was_latest = then.latest_day if then.latest_day is not None else then.today
    day = latest if when.day == was_latest and latest is not None else when.day
    marking = before.scene.marking if _same_words(before, now) else None
    there = now.of(replace(before.scene, when=now.archive.on(day, when), marking=marking))
    selection = there.selector.as_known(before.selection)
    return settled(there, replace(there.scene, selection=selection))


def _same_words(before: Context, now: Context) -> bool:
    """Whether what is marked has the same words in both archives."""
    marked = before.scene.marking
    if marked is None:
        return False
    then, there = (it.archive.whole.texts.get(marked.source, "") for it in (before, now))
    return bool(there) and then[marked.start : marked.end] == there[marked.start : marked.end]
