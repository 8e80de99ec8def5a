"""Saying of what is marked that no claim is made of it: it is furniture, or was left out for a reason."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from model.corpus.slugs import SHAPE, is_slug
from model.curate.changes import changed_files
from model.curate.entry.passage import quote_of
from model.curate.placing import inserted
from tui.actions.writing import REFUSALS, records_file, why_not, write
from tui.state.context import Context
from tui.state.marking import Marking
from tui.state.outcome import Ask, Outcome, Outcomes, Say

_LONGEST = 500


def left_out(ctx: Context, by: int) -> Outcomes:
    """Ask why nothing is claimed of what is marked."""
    reasons = (it.reason for rows in ctx.archive.whole.left_out.values() for it in rows)
    return _asked(ctx, "left_out", "reason", "left out because ", reasons, lambda typed: "")


def furniture(ctx: Context, by: int) -> Outcomes:
    """Ask what kind of page furniture is marked."""
    kinds = (it.kind for rows in ctx.archive.whole.furniture.values() for it in rows)

    def wrong(typed: str) -> str:
        return "" if is_slug(typed.strip()) else SHAPE

    return _asked(ctx, "furniture", "kind", "furniture: a ", kinds, wrong)


def _asked(
    ctx: Context, table: str, field: str, mark: str, used: Iterable[str], wrong: Callable[[str], str]
) -> Outcomes:
    marked = ctx.scene.marking
    if marked is None:
        return Say(f"Mark its words first: {ctx.key('mark text')} in the source.")
    if why := why_not(ctx):
        return Say(why)
    often: Sequence[str] = [it for it, _ in Counter(used).most_common()]

    def offer(typed: str) -> Sequence[str]:
        return [it for it in often if it.startswith(typed)] or often

    def done(now: Context, typed: str | None) -> Outcomes:
        return _written(now, marked, table, field, typed) if typed else None

    hints = (
        often[:3] or ("menu", "caption") if table == "furniture" else often[:2] or ("repeats the line above",)
    )
    return Ask(mark=mark, hints=tuple(hints), done=done, offer=offer, wrong=wrong, longest=_LONGEST)


def _written(ctx: Context, marked: Marking, table: str, field: str, typed: str) -> Iterator[Outcome]:
    text = ctx.archive.whole.texts[marked.source]
    file = records_file(ctx.archive, marked.source)
    record = {"quote": quote_of(text, marked.span), field: typed.strip()}

    def there(now: Context) -> tuple[Outcome, Say]:
        # Where one walks the gaps, the next one is to be found from here on.
        kept = replace(marked, start=marked.end - 1, end=marked.end) if now.scene.gaps is not None else None
        return replace(now.scene, marking=kept), Say("Written.")

    try:
        after = inserted(ctx.archive.files[file], text, table, record)
        yield write(ctx, changed_files(ctx.archive.files, {**ctx.archive.files, file: after}), there)
    except REFUSALS as error:
        yield Say(f"Not written: {error}")
