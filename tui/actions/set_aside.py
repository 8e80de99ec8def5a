"""Saying of what is marked that no claim is made of it: it is furniture, or was left out for a reason."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from model.corpus.slugs import SHAPE, is_slug
from model.curate.changes import Changes, changed_files
from model.curate.entry.lookup import beginning
from model.curate.entry.passage import Passage
from model.curate.placing import inserted
from model.index.archive import Archive
from tui.actions.passage import marked_passage, still_there
from tui.actions.writing import REFUSALS, records_file, why_not, write
from tui.state.context import Context
from tui.state.outcome import Ask, Outcome, Outcomes, Say

_LONGEST = 500


@dataclass(frozen=True, kw_only=True)
class _Aside:
    """The records of a `table` that are written of a passage, with what is asked for in their `field`.

    What is `apart` from the article has nothing in it on which a claim rests. What is left out may have: of the words
    of a claim, a date that is none of it.
    """

    table: str
    field: str
    mark: str
    examples: tuple[str, ...]
    apart: bool = False
    wrong: Callable[[str], str] = lambda typed: ""


_LEFT_OUT = _Aside(
    table="left_out", field="reason", mark="left out because ", examples=("repeats the line above",)
)
_FURNITURE = _Aside(
    table="furniture",
    field="kind",
    mark="furniture: a ",
    examples=("menu", "caption"),
    apart=True,
    wrong=lambda typed: "" if is_slug(typed.strip()) else SHAPE,
)


def left_out(ctx: Context, by: int) -> Outcomes:
    """Ask why nothing is claimed of what is marked."""
    return _asked(ctx, _LEFT_OUT, (it.reason for rows in ctx.archive.whole.left_out.values() for it in rows))


def furniture(ctx: Context, by: int) -> Outcomes:
    """Ask what kind of page furniture is marked."""
    return _asked(ctx, _FURNITURE, (it.kind for rows in ctx.archive.whole.furniture.values() for it in rows))


def _asked(ctx: Context, aside: _Aside, used: Iterable[str]) -> Outcomes:
    passage = marked_passage(ctx)
    if isinstance(passage, Say):
        return passage
    if aside.apart and (claim := _claimed(passage)) is not None:
        return Say(f"{claim} rests on these words: they are no furniture.")
    often: Sequence[str] = [it for it, _ in Counter(used).most_common()]
    return _question(aside, passage, often, "")


def _claimed(passage: Passage) -> str | None:
    """A claim that rests on words of a passage."""
    spans, marked = passage.corpus.anchors.claims, passage.span
    claims = (it.id for it in passage.corpus.claims_in_source.get(passage.source, ()) if it.id in spans)
    return next((it for it in claims if spans[it].start < marked.end and marked.start < spans[it].end), None)


def _question(aside: _Aside, passage: Passage, often: Sequence[str], typed: str) -> Ask:
    def offer(typed: str) -> Sequence[str]:
        return beginning(typed, often)

    def done(now: Context, given: str | None) -> Outcomes:
        return _written(now, aside, passage, often, given) if given else None

    return Ask(
        mark=aside.mark,
        hints=tuple(often[:3]) or aside.examples,
        done=done,
        typed=typed,
        offer=offer,
        wrong=aside.wrong,
        longest=_LONGEST,
    )


def _written(
    ctx: Context, aside: _Aside, passage: Passage, often: Sequence[str], typed: str
) -> Iterator[Outcome]:
    if why := why_not(ctx):
        yield _question(aside, passage, often, typed)
        yield Say(f"Not written: {why}")
        return

    def there(now: Context) -> tuple[Outcome, Say]:
        # Where one walks the gaps, the next one is to be found from here on.
        passed = passage.span.end if now.scene.gaps is not None else None
        return replace(now.scene, passed=passed), Say("Written.")

    try:
        yield write(ctx, _changes(ctx.archive, aside, passage, typed.strip()), there)
    except REFUSALS as error:
        yield Say(f"Not written: {error}")


def _changes(archive: Archive, aside: _Aside, passage: Passage, typed: str) -> Changes:
    now = still_there(passage, archive)
    file = records_file(archive, now.source)
    after = inserted(archive.files[file], now.text, aside.table, {"quote": now.quote, aside.field: typed})
    return changed_files(archive.files, {**archive.files, file: after})
