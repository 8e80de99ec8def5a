"""Asking in a form for what is to stand in the files, and writing what comes of it: the way of all forms that write."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from model.curate.changes import Changes
from model.curate.entry.entry_field import EntryField
from model.curate.entry.values import Values
from model.curate.toml_text import CannotEdit
from model.index.archive import Archive
from tui.actions.writing import REFUSALS, why_not, write
from tui.state.context import Context
from tui.state.field_lines import lines_of
from tui.state.form import Fill
from tui.state.outcome import Outcome, Outcomes, Say

_CHANGED = (
    "somebody else has changed it; fields that you have not changed are as they are now, look once more"
)
_MEANS_ELSE = "the files have changed, and these words mean something else now; look once more"


class Filled(Protocol):
    """What the values of a form mean in an archive."""

    def fields(self) -> Sequence[EntryField]:
        """The fields that there are, with what is wrong with them."""

    def followed(self, touched: frozenset[str]) -> Values:
        """The values with those that follow from what a person has touched."""

    def offered(self, name: str) -> Sequence[str]:
        """What may stand in a field."""


M = TypeVar("M", bound=Filled)


@dataclass(frozen=True, kw_only=True)
class Entering(Generic[M]):
    """A form under a `heading`, and what comes of it.

    `read` says what its values mean in an archive, and raises `CannotEdit` where what they are of is no longer there.
    `changes` are what is written of that, `then` goes on once it has been; `begun` is what is written, right or not,
    to be opened in an editor, and how one goes on then. `was` gives the values of what is there already, which somebody
    else may have changed meanwhile. `left` is said where the form was left. `about` is
    the whole text that it is filled in of, which may hold outside text; `ways` say what may be typed in a field.
    """

    heading: str
    read: Callable[[Archive, Values], M]
    changes: Callable[[M, Archive], Changes]
    then: Callable[[Context, M], Outcomes]
    begun: Callable[[M, Archive], tuple[Changes, Callable[[Context], Outcomes]]] | None = None
    was: Callable[[Archive], Values] | None = None
    left: str = ""
    about: str = ""
    ways: Mapping[str, str] = field(default_factory=dict)


def ask(
    ctx: Context, form: Entering[M], values: Values, note: str = "", archive: Archive | None = None
) -> Fill:
    """The form with some values; what they mean is read in `archive`, by default as the files are now."""
    there = archive if archive is not None else ctx.archive

    def done(now: Context, given: Values | None) -> Outcomes:
        if given is None:
            return Say(form.left) if form.left else None
        return _written(now, form, given, there, form.changes)

    def edit(now: Context, given: Values) -> Outcomes:
        return _written(now, form, given, there, None)

    return Fill(
        heading=form.heading,
        values=values,
        review=lambda now: lines_of(form.read(there, now).fields(), ctx.signs),
        follow=lambda now, touched: form.read(there, now).followed(touched),
        offer=lambda name, now: form.read(there, now).offered(name),
        done=done,
        note=note,
        about=form.about,
        ways=form.ways,
        suggests=form.was is None,
        # Of a form that is given back, nothing that stands in it is suggested anew.
        touched=frozenset(values) if note else frozenset(),
        edit=edit if form.begun is not None else None,
    )


def _written(
    ctx: Context,
    form: Entering[M],
    values: Values,
    before: Archive,
    make: Callable[[M, Archive], Changes] | None,
) -> Iterator[Outcome]:
    """Write what the values mean in the files as they are now; where that cannot be, the form says why.

    Without `make`, that is what is `begun`.
    """
    archive = ctx.archive
    if why := why_not(ctx):
        yield ask(ctx, form, values, f"Not written: {why}", before)
        return
    try:
        meant = form.read(archive, values)
    except CannotEdit as error:
        # What it was of is read where it still was, so that nothing that was typed is lost.
        yield ask(ctx, form, values, f"Not written: {error}", before)
        return
    if archive is not before and (there := _as_it_is(form, values, before, archive)) != values:
        yield ask(ctx, form, there, f"Not written: {_CHANGED}")
        return
    if archive is not before and _names(meant) != _names(form.read(before, values)):
        yield ask(ctx, form, values, f"Not written: {_MEANS_ELSE}")
        return
    wrong = next((it for it in meant.fields() if it.wrong), None)
    if wrong is not None and make is not None:
        yield ask(ctx, form, values, f"Not written: {wrong.label.strip()}: {wrong.answer}")
        return
    try:
        if make is None and form.begun is not None:
            changes, then = form.begun(meant, archive)
        else:
            changes, then = form.changes(meant, archive), lambda now: form.then(now, meant)
        yield write(ctx, changes, then) if changes else Say("Nothing was changed.")
    except REFUSALS as error:
        yield ask(ctx, form, values, f"Not written: {error}")


def _as_it_is(form: Entering[M], values: Values, before: Archive, now: Archive) -> Values:
    """The values, those that nobody has typed in as they are now."""
    if form.was is None:
        return values
    was, there = form.was(before), form.was(now)
    kept = {name for name, value in was.items() if values.get(name, "").strip() == value.strip()}
    changed = {name: value for name, value in there.items() if name in kept and was.get(name) != value}
    return {**values, **changed}


def _names(meant: Filled) -> list[str]:
    """The fields that are asked for: of other files, the same words may ask for others."""
    return [it.name for it in meant.fields() if not it.off]
