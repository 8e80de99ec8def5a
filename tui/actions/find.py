"""Searching: words are asked for, hits are shown while they are typed, and walked from anywhere."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from model.index.features import Feature
from model.index.found import Beyond, Found, Kind
from model.query.terms import QueryError
from tui.actions.panes import looked_at
from tui.actions.select import go, on_timeline, say_of, select
from tui.state.context import Context
from tui.state.outcome import Ask, Outcome, Outcomes, Prepared, Say, Shown
from tui.state.scene import Scene, Search
from tui.state.selection import Selection
from tui.text.shown import shown
from tui.views.hits import hit_of, reached, target_of, total_of

if TYPE_CHECKING:
    from model.index.table.of_rows import FindInRows

HITS = {
    Kind.NAME: "name",
    Kind.EVENT: "event",
    Kind.QUESTION: "question",
    Kind.CLAIM: "quote",
    Kind.TEXT: "source text",
    Kind.ROW: "coded row",
    Kind.DRAFT: "draft",
}
"""What a single hit of each kind is called."""


def ask_for_words(ctx: Context, by: int) -> tuple[Scene, Ask]:
    """Ask for words, and list what they find while they are typed."""
    before = ctx

    def shows(now: Context, typed: str) -> Shown:
        return _while_typed(before, now, typed)

    def done(now: Context, typed: str | None) -> Outcomes:
        return _searched(before, now, typed)

    def offer(typed: str) -> Sequence[str]:
        """What the term under way may become, after what was typed; nothing for plain words."""
        if ":" not in typed:
            return []
        # Imported here: most searches have no key in them.
        from model.query.complete import Typing
        from tui.prompt.filter import FilterAnswers

        if not Typing.of(typed, ctx.reader.vocabulary).key:
            return []
        meant = FilterAnswers(ctx.archive, ctx.reader, {}, ctx.signs).offer(typed).choices
        return [typed, *(it.typed for it in meant)]

    has_claims = Feature.CLAIMS in ctx.archive.features
    ask = Ask(
        mark="/",
        hints=("words", "by:speaker", "-without") if has_claims else ("words", "-without"),
        lead="type",
        done=done,
        shows=shows,
        step=_step,
        offer=offer,
        prepare=_prepare,
    )
    scene = looked_at(ctx, "search")
    return replace(scene, sought=None, stance=replace(scene.stance, zoomed=False)), ask


def _while_typed(before: Context, now: Context, typed: str) -> Shown:
    """The hits of what has been typed, the first one selected, and how many there are.

    From where the search began: hits in between, while a word was typed, leave nothing behind. Of the same words, one
    stays with the hit that one has gone to: the hits that are found first stay the first.
    """
    none = replace(now.scene, sought=None, selection=before.selection)
    if not typed.strip():
        return Shown(none)
    try:
        found = now.begin_to_find(typed)
    except QueryError as error:
        return Shown(none, shown(str(error), now.signs.ascii_only))
    words, shown_now = _number(found), now.scene.sought
    if shown_now is not None and shown_now.words == typed and shown_now.begun is not None:
        if not found.hits and found.counting:
            return Shown(now.scene, words)
        if shown_now.hit is not None:
            return Shown(replace(now.scene, sought=replace(shown_now, begun=found)), words)
    scene = replace(none, sought=Search(typed, begun=found))
    there = now.of(scene)
    if not found.hits:
        # Below hits that are none stands nothing: a row that was selected before would look like one.
        is_row = Feature.ROWS in now.archive.features and not found.counting
        kept = Selection() if is_row else there.selector.as_known(before.selection)
        return Shown(replace(scene, selection=kept), words)
    return Shown(_at_first_hit(there), words)


def _at_first_hit(ctx: Context) -> Scene:
    """The scene with the first hit selected; there must be one."""
    first, selection = reached(ctx, 0)
    return replace(first, selection=ctx.selector.as_known(on_timeline(ctx, selection)))


def _number(found: Found) -> str:
    """How many hits there are, as far as that is known."""
    if found.counting and not found.hits:
        return "still counting"
    return f"{total_of(found)} hits" if found.counting or len(found.hits) != 1 else "1 hit"


def _prepare(ctx: Context) -> Prepared:
    """Make searching ready, a part at a time; as long as nothing has been found, see whether something is by now."""
    if ctx.reader.find.prepare():
        return Prepared.ALL
    found = ctx.found
    waits = found is not None and found.counting and not found.hits
    return Prepared.NEWS if waits else Prepared.MORE


def _step(ctx: Context, by: int) -> Outcomes:
    if ctx.scene.sought is None:
        return None
    scene, selection = ctx.views["search"].moved(ctx, by)
    return select(ctx.of(scene), selection)


def _searched(before: Context, now: Context, typed: str | None) -> Iterator[Outcome]:
    """The prompt was left: with Esc, all is as before; with Enter, what was found stays."""
    if not typed:
        yield before.scene
        return
    now = now.of(_given(now.scene, typed))
    found, sought = now.found, now.scene.sought
    if found is None or sought is None or not found.hits:
        yield before.scene
        near = now.reader.find.nearest(typed)
        yield Say(f'Nothing is found for "{typed[:40]}"{near or "."}')
        return
    scene = now.scene if sought.hit is not None else _at_first_hit(now)
    level = before.level()
    stance = replace(now.scene.stance, pane="timeline", zoomed=level.zoomed and level.pane == "timeline")
    yield replace(scene, stance=stance, history=now.scene.history.leaving(level))
    hints = ("move", "other hits"), ("open", "open"), ("hits", "from anywhere"), ("back", "back")
    yield Say("   ".join(f"{now.keys[label]}  {words}" for label, words in hints))


def _given(scene: Scene, typed: str) -> Scene:
    """The scene in which what is found follows from the words that were typed, all of it."""
    shown_now = scene.sought
    if shown_now is None or shown_now.words.strip() != typed:
        # Nothing has been shown of them: that could not be read, or is late.
        return replace(scene, sought=Search(typed))
    return replace(scene, sought=replace(shown_now, begun=None))


def hit(ctx: Context, by: int) -> Iterator[Outcome]:
    """Go to the next hit of the search, or the one before."""
    found, sought = ctx.found, ctx.scene.sought
    if found is None or sought is None or not found.hits:
        yield Say(f"Nothing is searched for. {ctx.key('search')} begins a search.")
        return
    if Feature.ROWS in ctx.archive.features:
        yield from _hit_in_time(ctx, found, by)
        return
    if (beyond := _beyond_the_listed(ctx, found, sought, by)) is not None:
        yield from _to_row(ctx, found, beyond, lambda: _beyond_the_listed(ctx, found, sought, by))
        return
    here = hit_of(ctx)
    if here is None:
        here = _last_row(found) if sought.beyond else sought.hit
        here = here if here is not None and here < len(found.hits) else -by
        # From a row beyond those that are listed, the last of these is the one before.
        here += by < 0 and bool(sought.beyond)
    wanted = here + by
    if not 0 <= wanted < len(found.hits):
        yield Say(f"This is the {'last' if by > 0 else 'first'} hit.")
        return
    scene, selection = reached(ctx, wanted)
    yield scene
    yield from go(ctx.of(scene), selection)
    yield Say(_at_hit(ctx, f"hit {wanted + 1} of {total_of(found)}, {HITS[found.hits[wanted].kind]}"))


def _last_row(found: Found) -> int | None:
    """The last of the hits that are rows among events, where there are more of them than are listed."""
    if Kind.ROW not in found.more:
        return None
    return max(number for number, it in enumerate(found.hits) if it.kind is Kind.ROW)


def _beyond_the_listed(ctx: Context, found: Found, sought: Search, by: int) -> Beyond | None:
    """The next hit, where it is a row after those that are listed; None where it is a listed one, or there is none."""
    last, here = _last_row(found), hit_of(ctx)
    if last is None:
        return None
    find = cast("FindInRows", ctx.reader.find)
    if here is None and sought.beyond:
        there = find.beyond(found.typed, sought.beyond, by)
    elif here == last and by > 0:
        there = find.beyond(found.typed, found.hits[last].event, by)
    elif here == last + 1 and by < 0:
        there = find.beyond(found.typed, None, by)
    else:
        return None
    return there if there is not None and there.hit not in found.hits else None


def _to_row(
    ctx: Context, found: Found, there: Beyond, again: Callable[[], Beyond | None]
) -> Iterator[Outcome]:
    """Go to a row among events that is not listed, and say the how manieth hit it is, also as it is found `again`."""
    assert ctx.scene.sought is not None, "hits are of a search"
    sought = replace(ctx.scene.sought, hit=None, beyond=there.hit.event)
    now = ctx.of(replace(ctx.scene, sought=sought))
    yield now.scene
    yield from go(now, ctx.selector.target(ctx.selection, target_of(there.hit)))
    kinds = [it.kind for it in found.hits]
    first = kinds.index(Kind.ROW)
    others = len(kinds) - kinds.count(Kind.ROW)
    more = "+" if found.more - {Kind.ROW} else ""
    row = HITS[Kind.ROW]
    yield say_of(
        now, lambda _: _at_hit(ctx, f"{_which(again() or there, found, first, others, more)}, {row}")
    )


def _which(there: Beyond, found: Found, before: int = 0, others: int = 0, more: str = "") -> str:
    """`hit 101 of 2,345`, as far as that is known; `before` hits stand before all rows, `others` are no rows."""
    if there.rank is None:
        return f"a hit after the first {len(found.hits)}"
    if there.total is not None:
        total = f"{there.total + others:,}{more}"
    else:
        total = total_of(found) if there.hit in found.hits else "more"
    return f"hit {there.rank + before + 1:,} of {total}"


def _hit_in_time(ctx: Context, found: Found, by: int) -> Iterator[Outcome]:
    """Go to the next hit in time after the selected row, or before it: of a table, more than are listed."""

    def beyond() -> Beyond | None:
        return cast("FindInRows", ctx.reader.find).beyond(found.typed, ctx.selection.event, by)

    there = beyond()
    if there is None:
        yield Say(f"This is the {'last' if by > 0 else 'first'} hit.")
        return
    listed = found.hits.index(there.hit) if there.hit in found.hits else None
    sought = replace(ctx.scene.sought, hit=listed) if ctx.scene.sought is not None else None
    now = ctx.of(replace(ctx.scene, sought=sought))
    yield now.scene
    yield from go(now, ctx.selector.target(ctx.selection, target_of(there.hit)))
    yield say_of(now, lambda _: _at_hit(ctx, _which(beyond() or there, found)))


def _at_hit(ctx: Context, which: str) -> str:
    return f"{which}   {ctx.keys['hits']}  next, before   {ctx.key('back')}  back"
