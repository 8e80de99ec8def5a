"""Restricting what is shown to a filter, and saving filters under a name."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from model.index.features import Feature
from model.query.terms import ALL, Query, QueryError
from tui.actions.select import say_of, settled
from tui.state.context import CLAIMS_AT_ONCE, Context
from tui.state.outcome import Ask, Outcome, Say
from tui.state.scene import Scene
from tui.text.numbers import noun, rows_words, shown_words


def ask_for_filter(ctx: Context, by: int) -> Iterator[Outcome]:
    """Ask what has to hold for the events that are shown."""
    # Imported here, as below: few starts need it.
    from model.query.language import LONGEST
    from tui.prompt.filter import FilterAnswers

    saved, why = _saved()
    if why:
        yield Say(why)
    asking = FilterAnswers(ctx.archive, ctx.reader, saved, ctx.signs)
    query = ctx.scene.when.query
    is_large = len(ctx.corpus.claims) > CLAIMS_AT_ONCE
    if is_large:
        asking.prepare()
    yield Ask(
        mark="filter ",
        hints=_hints(ctx),
        done=_narrowed,
        offered="" if query.terms else ctx.view.term(ctx),
        typed=f"{query.text} " if query.terms else "",
        answer=asking.answer,
        choose=asking.offer,
        prepare=(lambda _: asking.prepare()) if is_large else None,
        longest=LONGEST,
    )


def _hints(ctx: Context) -> tuple[str, ...]:
    """What may be typed: for a corpus what is asked most, for a table the keys of its columns."""
    if Feature.CLAIMS in ctx.archive.features:
        return ("by:speaker", "who:name", "status:word", "has:conflict", "a word")
    return ("a word", *(f"{key}:" for key in [*ctx.reader.vocabulary.about][:4]))


def _narrowed(ctx: Context, typed: str | None) -> Iterator[Outcome]:
    if typed is None:
        return
    saved, why = _saved()
    if why:
        yield Say(why)
    try:
        query = ctx.archive.read(typed, ctx.scene.when, saved)
    except QueryError as error:
        yield Say(str(error))
        return
    scene = under(ctx, query)
    yield scene
    kept = f"   {_save(ctx, query, saved)}" if query.name else ""
    yield say_of(ctx.of(scene), lambda now: _said(now, kept))


def _said(ctx: Context, kept: str) -> str:
    """How many rows a filter leaves, as far as that is known, and what may be done next."""
    # Imported here, as above.
    from model.query.leads import lead

    features, query, reader = ctx.archive.features, ctx.scene.when.query, ctx.reader
    words = shown_words(reader.counts, features) if query.terms else f"All {noun(features)}s"
    more = lead(query, reader.vocabulary, reader.facets.count)
    hint = f"{more.text}  {more.words}" if more is not None else f"{ctx.key('filter')}  changes the filter"
    return f"{words}{kept}   {hint}"


def also(ctx: Context, term: str) -> Iterator[Outcome]:
    """Filter by one more term, as the language of filters writes it."""
    now, when = ctx.scene.when.query.text, ctx.scene.when
    try:
        is_there = set(ctx.archive.read(term, when).terms) <= set(when.query.terms)
    except QueryError as error:
        yield Say(str(error))
        return
    if is_there:
        yield Say(f"The filter says so already. {ctx.key('filter')} changes it.")
        return
    yield from _narrowed(ctx, f"{now} {term}".strip())


def under(ctx: Context, query: Query) -> Scene:
    """The same under another filter; what is nearest in time is selected where that leaves out what was."""
    there = ctx.of(replace(ctx.scene, when=replace(ctx.scene.when, query=query), since=None))
    position = ctx.reader.position_of(ctx.selection.event)
    day = ctx.reader.days.day_at(position) if position is not None else None
    return settled(there, replace(there.scene, selection=there.selector.on_another_day(ctx.selection, day)))


def all_shown(ctx: Context) -> Iterator[Outcome]:
    """Show all events again."""
    scene = under(ctx, ALL)
    yield scene
    yield say_of(ctx.of(scene), _all_words)


def _all_words(ctx: Context) -> str:
    """That all is shown, and how many that is as far as it is known: no part that is away is counted."""
    counts, features = ctx.reader.counts, ctx.archive.features
    many = f"{noun(features)}s" if counts.counting else rows_words(counts.known_events, features)
    if ctx.archive.table is not None and Feature.LAYER not in features:
        # Imported here: no start of a corpus needs it.
        from tui.text.missing import missing_forms

        many += " that can be read now" if missing_forms(ctx.archive.table.tables) else ""
    return f"The filter is gone: all {many}. {ctx.key('quit')} quits."


def _saved() -> tuple[Mapping[str, str], str]:
    """The person's saved filters, and why there are none where they cannot be read."""
    from tui.settings.saved import SavedFilters

    try:
        return SavedFilters().read(), ""
    except (OSError, ValueError) as error:
        return {}, str(error)


def _save(ctx: Context, query: Query, saved: Mapping[str, str]) -> str:
    """Save a filter under its name, and say what came of it."""
    from tui.settings.saved import SavedFilters

    if ctx.read_only:
        return "not saved: this is for reading only"
    try:
        SavedFilters().save(query.name, query.text)
    except OSError as error:
        return f"not saved: {error.filename or 'the file'}: {error.strerror or error}"
    except ValueError as error:
        return f"not saved: {error}"
    before = saved.get(query.name)
    return f"saved as @{query.name}" + (f" in place of {before}" if before not in (None, query.text) else "")
