"""What must hold on the screen after every key and at every size: all that is shown follows from the one selection."""

from itertools import combinations

from textual.geometry import Region
from textual.pilot import Pilot
from textual.widget import Widget

from model.corpus.quoted import as_quote
from tests.tui.driving import tell_size as tell_size
from tests.tui.looking import lit_text, main_screen, pane, rows, selection, settle, shown, squeezed
from tests.tui.voices import card_says, first_speaker, is_named, names_of
from tui.cards.selected import card_title
from tui.prompt.line import Prompt
from tui.seam.widget import LinesWidget
from tui.state.context import Context
from tui.state.layout import Layout
from tui.text.target import EventTarget

NAMES = ("timeline", "detail", "source")


async def resize(pilot: Pilot[None], width: int, height: int) -> None:
    """Make the window another size, and wait until all is arranged for it."""
    tell_size(pilot, width, height)
    await settle(pilot)


def visible(pilot: Pilot[None]) -> list[LinesWidget]:
    """The widgets of the main screen that have a place on it; a prompt lies over them, and is none."""
    screen = main_screen(pilot)
    prompts = {widget for prompt in screen.query(Prompt) for widget in prompt.walk_children()}
    return [
        widget
        for widget in screen.query(LinesWidget)
        if widget.display and widget.region.area and widget not in prompts
    ]


def stands(pilot: Pilot[None], name: str) -> bool:
    """Whether a pane has a place, with room for more than its title."""
    return pane(pilot, name) in visible(pilot) and pane(pilot, name).size.height > 1


def nothing_overlaps(pilot: Pilot[None]) -> None:
    """Every widget lies on the screen, no two share a cell, and each row is as wide as its widget."""
    width, height = pilot.app.size
    if Layout.of(width, height).too_small:
        return
    placed: list[Widget] = list(visible(pilot))
    for widget in placed:
        assert Region(0, 0, width, height).contains_region(widget.region), (widget.id, widget.region)
    for one, other in combinations(placed, 2):
        assert not one.region.overlaps(other.region), (one.id, other.id)
    gaps = width * height - sum(widget.region.area for widget in placed)
    assert not gaps, (gaps, pilot.app.size, [(widget.id, widget.region) for widget in placed])


def panes_agree(pilot: Pilot[None], quote_is_new: bool = True) -> None:
    """One row is marked and it is the selected event's; card and quote are those that are selected.

    A quote that is not new may have been read past: the source scrolls by itself.
    """
    ctx, now = shown(pilot), selection(pilot)
    if stands(pilot, "timeline"):
        timeline_agrees(pilot, ctx)
    if stands(pilot, "detail") and now.card is not None:
        title, _ = card_title(ctx)
        cut = pane(pilot, "detail").signs.cut
        first = pane(pilot, "detail").render_line(0).text
        assert first[1:].startswith(title.removesuffix(cut)[: min(len(title), first.find(cut) - 1)]), first
    # A search may have led to words that no quote has: then nothing is lit but they.
    if stands(pilot, "source") and now.quote is not None and now.place is None:
        quote = ctx.archive.corpus.claims[now.quote].quote
        lit = lit_text(pilot)
        assert lit or not quote_is_new, "the quote is in sight"
        assert squeezed(as_quote(quote).exact).find(lit) >= 0 or not lit.isascii()
    tabs_agree(pilot, ctx)
    voices_agree(pilot, ctx)


def voices_agree(pilot: Pilot[None], ctx: Context) -> None:
    """Who says the lit words is on the screen: over the source, else below; and the card speaks of nobody else."""
    lit, card = ctx.selection.lit, ctx.selection.card
    if lit is None or ctx.layout.too_small:
        return
    names, cut = names_of(ctx.corpus, first_speaker(ctx.corpus, lit), ctx.signs.ascii_only), ctx.signs.cut
    if stands(pilot, "source"):
        title = rows(pane(pilot, "source"))[0]
        if ctx.scene.marking is not None:
            # What is marked is lit in place of the quote, and nobody's words yet.
            assert "marked" in title or "gap" in title, title
        else:
            assert is_named(names, title.rstrip(f" {ctx.signs.rule}"), cut), (title, names)
    elif ctx.layout.tabbed:
        below = rows(main_screen(pilot).query_one("#summaries", LinesWidget))
        assert any(is_named(names, row[3:], cut) for row in below if row.startswith(" 3 ")), (below, names)
    detail = pane(pilot, "detail")
    if not stands(pilot, "detail") or not isinstance(card, EventTarget) or ctx.is_draft(card):
        return
    shown = rows(detail)[1:]
    assert detail.active or any(row.startswith(ctx.signs.lit) for row in shown), shown
    told = card_says(shown)
    spoken = told.get("lit") or told.get("last") or told.get("who")
    # In a few rows, what the card says of it may lie below.
    assert spoken is None or len(shown) < 9 or is_named(names, spoken, cut), (shown, names)


def timeline_agrees(pilot: Pilot[None], ctx: Context) -> None:
    """Exactly the selected event's row is marked, and the screen says which of how many it is."""
    scene, event = ctx.scene, ctx.selection.event
    view = scene.viewed.name
    marked = [row for row in rows(pane(pilot, "timeline")) if row.startswith("›")]
    if view not in ("timeline", "lags"):
        # A folded lane stands for all of its events, and lists of entities or hits have entries of other kinds:
        # their own tests say what is marked.
        assert len(marked) <= 1, marked
        return
    if event is None:
        assert marked == []
        return
    # Other views list claims too, by the quote that is lit; and what is selected need not be among them.
    assert len(marked) == 1 or (view != "timeline" and not marked), (marked, view)
    quote = ctx.archive.corpus.claims.get(scene.selection.quote or "")
    meant = {event} | ({quote.event} if quote and view != "timeline" else set())
    titles = [ctx.phrases.title(name)[:8] for name in meant if name is not None]
    # Below 40 cells a view of lags has no room for titles, nor has one with distances.
    roomy = pane(pilot, "timeline").size.width >= 40 or (view == "timeline" and scene.mark is None)
    assert not roomy or all(any(title in row for title in titles) for row in marked), (marked, titles)


def tabs_agree(pilot: Pilot[None], ctx: Context) -> None:
    """Where panes have no room, a line says what each of them holds."""
    summaries = main_screen(pilot).query_one("#summaries", LinesWidget)
    event = ctx.selection.event
    if summaries in visible(pilot) and event is not None and not stands(pilot, "timeline"):
        assert any(ctx.phrases.title(event)[:5] in row for row in rows(summaries))
