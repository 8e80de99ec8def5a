"""Searching: words are asked for, hits are shown while they are typed, and walked from anywhere."""

from collections.abc import Iterator
from dataclasses import replace

from model.index.found import Kind
from model.query.terms import QueryError
from tui.actions.panes import looked_at
from tui.actions.select import go, on_timeline, select
from tui.state.context import Context
from tui.state.outcome import Ask, Outcome, Outcomes, Say, Shown
from tui.state.scene import Scene, Search
from tui.text.shown import shown
from tui.views.hits import hit_of, reached, total_of

HITS = {Kind.NAME: "name", Kind.EVENT: "event", Kind.CLAIM: "quote", Kind.TEXT: "source text"}
"""What a single hit of each kind is called."""


def ask_for_words(ctx: Context, by: int) -> tuple[Scene, Ask]:
    """Ask for words, and list what they find while they are typed."""
    before = ctx

    def shows(now: Context, typed: str) -> Shown:
        return _while_typed(before, now, typed)

    def done(now: Context, typed: str | None) -> Outcomes:
        return _searched(before, now, typed)

    ask = Ask(
        mark="/", hints=("a name, a word", "by:speaker", "-without"), done=done, shows=shows, step=_step
    )
    scene = looked_at(ctx, "search")
    return replace(scene, sought=None, stance=replace(scene.stance, zoomed=False)), ask


def _while_typed(before: Context, now: Context, typed: str) -> Shown:
    """The hits of what has been typed, the first one selected, and how many there are.

    From where the search began: hits in between, while a word was typed, leave nothing behind.
    """
    none = replace(now.scene, sought=None, selection=before.selection)
    if not typed.strip():
        return Shown(none)
    try:
        found = now.find(typed)
    except QueryError as error:
        return Shown(none, shown(str(error), now.signs.ascii_only))
    words = f"{total_of(found)} hits" if len(found.hits) != 1 else "1 hit"
    scene = replace(none, sought=Search(typed))
    there = now.of(scene)
    if not found.hits:
        return Shown(replace(scene, selection=there.selector.as_known(before.selection)), words)
    first, selection = reached(there, 0)
    known = there.selector.as_known(on_timeline(there, selection))
    return Shown(replace(first, selection=known), words)


def _step(ctx: Context, by: int) -> Outcomes:
    if ctx.scene.sought is None:
        return None
    scene, selection = ctx.views["search"].moved(ctx, by)
    return select(ctx.of(scene), selection)


def _searched(before: Context, now: Context, typed: str | None) -> Iterator[Outcome]:
    """The prompt was left: with Esc, all is as before; with Enter, what was found stays."""
    found = now.found
    if not typed or found is None or not found.hits:
        yield before.scene
        if typed:
            near = now.reader.find.nearest(typed)
            yield Say(f'Nothing is found for "{typed[:40]}"{near or "."}')
        return
    level = before.level()
    stance = replace(now.scene.stance, pane="timeline", zoomed=level.zoomed and level.pane == "timeline")
    yield replace(now.scene, stance=stance, history=now.scene.history.leaving(level))
    hints = ("move", "other hits"), ("open", "open"), ("hits", "from anywhere"), ("back", "back")
    yield Say("   ".join(f"{now.keys[label]}  {words}" for label, words in hints))


def hit(ctx: Context, by: int) -> Iterator[Outcome]:
    """Go to the next hit of the search, or the one before."""
    found, sought = ctx.found, ctx.scene.sought
    if found is None or sought is None or not found.hits:
        yield Say(f"Nothing is searched for. {ctx.key('search')} begins a search.")
        return
    here = hit_of(ctx)
    if here is None:
        here = sought.hit if sought.hit is not None and sought.hit < len(found.hits) else -by
    wanted = here + by
    if not 0 <= wanted < len(found.hits):
        yield Say(f"This is the {'last' if by > 0 else 'first'} hit.")
        return
    scene, selection = reached(ctx, wanted)
    yield scene
    yield from go(ctx.of(scene), selection)
    kind = HITS[found.hits[wanted].kind]
    yield Say(
        f"hit {wanted + 1} of {total_of(found)}, {kind}"
        f"   {ctx.keys['hits']}  next, before   {ctx.key('back')}  back"
    )
