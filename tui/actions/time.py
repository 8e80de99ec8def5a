"""Moving in time: to a day, to what is due, from a marked event; as of another day; and how finely time is drawn."""

from collections.abc import Iterator
from dataclasses import replace

from model.asof.word import Passed, Word
from model.dates.calendar import gap_words
from model.dates.units import GROUPS, Zoom
from model.dates.wording import day_medium
from model.index.features import Feature
from model.index.values import Nearest
from tui.actions.filter import under
from tui.actions.lanes import with_lanes
from tui.actions.select import go, say_of, settled
from tui.state.context import Context
from tui.state.layout import ROOMY_HEIGHT
from tui.state.outcome import Ask, Outcome, Outcomes, Quit, Say
from tui.state.scene import Scene
from tui.state.selection import Selection
from tui.text.counts import FULL, bar_scale
from tui.text.numbers import noun

_NOTHING_DUE = "No event is due as of this day."


def step(ctx: Context, by: int) -> Outcomes:
    """As of the next knowledge date, or the one before."""
    day = ctx.archive.step_from(ctx.scene.when.day, by)
    if day is not None:
        return as_of(ctx, day)
    if by > 0:
        what = "Nothing was said" if Feature.CLAIMS in ctx.archive.features else "No row became known"
        return Say(f"{what} later than this. {ctx.key('today')} shows it as of today.")
    return Say("Nothing was known before this day.")


def today(ctx: Context, by: int) -> Scene:
    """As of today and, from there, of the last knowledge date again."""
    latest, now = ctx.archive.latest_day, ctx.archive.today
    there = ctx.scene.when.day == now and latest is not None
    return as_of(ctx, latest if there and latest is not None else now)


def as_of(ctx: Context, day: int) -> Scene:
    """The same as of another day, as far as it can be shown; what differs from before is marked."""
    when = ctx.archive.on(day, ctx.scene.when)
    there = ctx.of(replace(ctx.scene, when=when, since=ctx.scene.when))
    return settled(there, replace(there.scene, selection=there.selector.on_another_day(ctx.selection)))


def due(ctx: Context, by: int) -> Outcomes:
    """Go to the next event whose day has passed with nobody saying what happened; last, to what has no last day."""
    found = ctx.selector.next_due(ctx.selection, by)
    if found is not None:
        return _at_due(ctx, found)
    counts = ctx.reader.counts
    if counts.due or counts.unanswered:
        return Say(
            f"No {'later' if by > 0 else 'earlier'} event is due{', or unanswered' if counts.unanswered else ''}."
        )
    return Say(f"{_NOTHING_DUE} {ctx.key('today')} goes to today, when more may be.")


def _at_due(ctx: Context, found: Selection) -> Iterator[Outcome]:
    """Go to an event that is due, or unanswered, and say which of how many it is."""
    yield from go(ctx, found)
    counts, position = ctx.reader.counts, ctx.reader.position_of(found.event)
    assert position is not None, "only what the timeline has is due"
    state = ctx.phrases.state(found.event or "")
    due, unanswered = ctx.reader.passed_until(position)
    if state is not None and state.passed_at(ctx.phrases.day) is Passed.DUE:
        yield Say(f"due: {due} of {counts.due}")
    else:
        before = "" if counts.due else f"{_NOTHING_DUE.rstrip('.')}; "
        yield Say(f"{before}unanswered: {unanswered} of {counts.unanswered}")


def day(ctx: Context, by: int) -> Outcomes:
    """Go to the next day that has events, or to the one before."""
    return _next_unit(ctx, Zoom.DAY, by)


def month(ctx: Context, by: int) -> Outcomes:
    """Go to the next month that has events, or to the one before."""
    return _next_unit(ctx, Zoom.MONTH, by)


def year(ctx: Context, by: int) -> Outcomes:
    """Go to the next year that has events, or to the one before."""
    return _next_unit(ctx, Zoom.YEAR, by)


def _next_unit(ctx: Context, unit: Zoom, by: int) -> Outcomes:
    position = ctx.reader.position_of(ctx.selection.event)
    found = ctx.reader.days.next_unit(position, unit, by) if position is not None else None
    if found is None:
        return Say(f"No {'later' if by > 0 else 'earlier'} {unit.word} has {_a_row(ctx)}.")
    return _go_to_position(ctx, found)


def _a_row(ctx: Context) -> str:
    return "a row" if Feature.ROWS in ctx.archive.features else "an event"


def mark(ctx: Context, by: int) -> Iterator[Outcome]:
    """Count days from the selected event; on the marked one, no longer."""
    event = ctx.selection.event
    if event is None:
        yield Say(f"There is no {noun(ctx.archive.features)} to mark.")
    elif event == ctx.scene.mark:
        yield replace(ctx.scene, mark=None)
        yield Say(f"No {noun(ctx.archive.features)} is marked now.")
    elif day_of(ctx, event) is None:
        yield Say(f"This {noun(ctx.archive.features)} has no date to count days from.")
    else:
        yield replace(ctx.scene, mark=event)
        yield Say(
            f"Marked: each row shows its days from here.  {ctx.key('mark')}  on it again clears the mark"
        )


def scale(ctx: Context, by: int) -> Iterator[Outcome]:
    """Draw time finer, or coarser: in the lanes theirs, elsewhere the strip's."""
    in_lanes = ctx.scene.place == "lanes"
    if not in_lanes and not ctx.layout.strip:
        yield Say(
            f"The strip is there from {ROOMY_HEIGHT} rows on. {ctx.key('view')} shows lanes, which zoom too."
        )
        return
    now = ctx.scene.viewed.lanes.scale if in_lanes else ctx.scene.strip
    if now + by not in list(Zoom):
        yield Say(f"Time is drawn in {now.word}s: it goes no {'finer' if by > 0 else 'coarser'}.")
        return
    zoom = Zoom(now + by)
    if in_lanes:
        yield with_lanes(ctx.scene, scale=zoom)
        yield Say(f"A column is a {zoom.word}.")
    else:
        yield replace(ctx.scene, strip=zoom)
        full = (FULL - 1) * bar_scale(ctx.reader.density.most(zoom)) + 1
        rows = f"{full} {noun(ctx.archive.features)}s or more"
        yield Say(f"A cell is a {zoom.word}, a name a {GROUPS[zoom]}; {rows} fill a bar.")


def ask_for_day(ctx: Context, by: int) -> Ask:
    """Ask for a day to go to, or to see things as of, or for the name of what is to be done."""
    # Imported here: what reads typed dates is slow to import, and few starts need it.
    from tui.prompt.day import HINTS, DayAnswers
    from tui.prompt.names import ColonNames

    event = ctx.selection.event
    here = day_of(ctx, event) if event is not None else None
    asking = DayAnswers(here, ctx.scene.when.day, ctx.archive.today, ColonNames(ctx.named), ctx.signs)

    def done(now: Context, typed: str | None) -> Outcomes:
        """To the day, to things as of it, or what has the name that was typed."""
        if not typed:
            return None
        meant = asking.parsed(typed)
        if meant.quit:
            return Quit()
        if meant.named is not None:
            return meant.named.do
        if meant.due:
            return _due_alone(now, meant.readings[0].last_day if meant.readings else now.scene.when.day)
        reading = meant.readings[0]
        if meant.as_of:
            # What could be known in June is known at its end.
            return as_of(now, reading.last_day)
        return _seek(now, reading.first_day, reading.last_day, reading.words)

    return Ask(
        mark=":",
        hints=HINTS,
        done=done,
        answer=asking.answer,
        wrong=asking.what_is_right,
        lists=asking.listed,
        offer=asking.offer,
    )


def _due_alone(ctx: Context, day: int) -> Iterator[Outcome]:
    """As of a day, what is due of what is shown, and nothing else: by a filter, which Esc takes off."""
    there = ctx.of(as_of(ctx, day))
    if not there.reader.counts.due:
        yield there.scene
        yield Say(_NOTHING_DUE)
        return
    text, due = there.scene.when.query.text, f"status:{Word.DUE}"
    words = text if due in text.split() else f"{text} {due}".strip()
    narrowed = under(there, there.archive.read(words, there.scene.when, {}))
    now = there.of(narrowed)
    selected = narrowed.selection.event
    if now.reader.position_of(selected) is None:
        rows = now.reader.rows(0, 1)
        narrowed = replace(narrowed, selection=now.selector.event(rows[0].event))
    yield narrowed
    counts = now.reader.counts
    yield Say(
        f"{counts.total} of {counts.known} events are due as of {day_medium(day)}. {ctx.key('back')} shows all."
    )


def seek(ctx: Context, first: int, last: int) -> Outcomes:
    """Go to the first event of some days, by their day numbers, else to the nearest one."""
    one, other = day_medium(first), day_medium(last)
    return _seek(ctx, first, last, one if one == other else f"{one} to {other}")


def _seek(ctx: Context, first: int, last: int, words: str) -> Iterator[Outcome]:
    """Go to the event of these days, else to the nearest one, and say that it is only that."""
    found = ctx.reader.days.nearest(first, last)
    if found is None:
        yield Say(f"No {noun(ctx.archive.features)} here has a date.")
        return
    yield from _go_to_position(ctx, found.position)
    if not found.inside:
        unread = _unread(ctx, words)
        # Once the part is there again, nobody knows what is in it before it has been asked for.
        yield (
            say_of(ctx, lambda now: _unread(now, words))
            if unread
            else Say(_only_near(found, first, last, words))
        )


def _unread(ctx: Context, words: str) -> str:
    """That nothing is known to be in some days, where a part of a table cannot be read now; "" where all can."""
    if ctx.archive.table is None:
        return ""
    # Imported here: no start of a corpus needs it.
    from tui.text.missing import missing_forms

    missing = missing_forms(ctx.archive.table.tables)
    return f"Nothing that can be read now is in {words}: {missing[1]}." if missing else ""


def _only_near(found: Nearest, first: int, last: int, words: str) -> str:
    if found.around:
        return f"Nothing begins in {words}; this lasts until then, or lies around it."
    before = found.day < first
    gap = gap_words(found.day, first) if before else gap_words(last, found.day)
    return f"Nothing is in {words}. Nothing is nearer than this, {gap} {'before' if before else 'after'} it."


def _go_to_position(ctx: Context, position: int) -> Iterator[Outcome]:
    rows = ctx.reader.rows(position, 1)
    if rows:
        around = ctx.reader.days.day_at(position)
        yield with_lanes(ctx.scene, around=around)
        yield from go(ctx.of(with_lanes(ctx.scene, around=around)), ctx.selector.event(rows[0].event))


def day_of(ctx: Context, event: str) -> int | None:
    """The earliest day of an event as of now; its last one where it has no earliest; None without a date."""
    row = ctx.reader.row_of(event)
    date = row.date if row is not None else None
    if date is None:
        return None
    return date.earliest if date.earliest is not None else date.latest
