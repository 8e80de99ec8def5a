"""Dates are in the EDTF subset, and say how they are known."""

from collections.abc import Iterator

from model.corpus.draft import Draft
from model.corpus.findings import Place, Problem
from model.corpus.records import Dated
from model.corpus.vocabulary import Basis
from model.dates.edtf import Edtf, EdtfError, Precision, Shape, parse
from model.dates.typed.in_edtf import in_edtf

_PRINTED = {Basis.EXPLICIT, Basis.EXPLICIT_PARTIAL}


def date_problems(draft: Draft) -> Iterator[Problem]:
    """A problem for each date that cannot be read, or whose fields do not agree with its basis."""
    for source, place in draft.sources:
        yield from _dated_problems(source.published, place.of("published"))
    for statement, place in draft.statements:
        if statement.on is not None:
            yield from _dated_problems(statement.on, place.of("on"))
    for claim, place in draft.claims:
        if claim.date is not None:
            yield from _dated_problems(claim.date, place.of("date"))


def _dated_problems(date: Dated, place: Place) -> Iterator[Problem]:
    yield from _basis_problems(date, place)
    bounds, is_read = None, True
    if date.edtf is not None:
        try:
            bounds = parse(date.edtf)
        except EdtfError as error:
            is_read = False
            yield Problem(place.of("edtf"), _refused(date.edtf, error), "D001")
    if date.best is not None:
        try:
            best = parse(date.best)
        except EdtfError as error:
            yield Problem(place.of("best"), _refused(date.best, error), "D001")
        else:
            if is_read:
                yield from _best_problems(best, bounds, place.of("best"))


def _refused(text: str, error: EdtfError) -> str:
    """Why a text is no date, with the date that it would be in other words."""
    meant = in_edtf(text)
    return str(error).removesuffix(".") + (f"; here {meant}" if meant else "")


def _basis_problems(date: Dated, place: Place) -> Iterator[Problem]:
    if date.basis is Basis.NONE:
        if date.edtf is not None:
            yield Problem(
                place.of("edtf"), 'basis "none" means that no date is known; leave "edtf" out', "D002"
            )
        return
    if date.edtf is None:
        message = f'basis "{date.basis}" needs an "edtf"; where no date is known, write basis "none"'
        yield Problem(place, message, "D003")
    if date.basis in _PRINTED and date.words is None:
        message = (
            f'basis "{date.basis}" needs "words", the source\'s own wording of the date; write words = "..."'
        )
        yield Problem(place, message, "D004")
    if date.basis is not Basis.EXPLICIT and not date.reasoning:
        message = (
            f'basis "{date.basis}" needs a "reasoning": how the date was arrived at; write reasoning = "..."'
        )
        yield Problem(place, message, "D005")
    if (date.basis is Basis.INHERITED) != (date.from_ is not None):
        message = (
            'basis "inherited" and "from" go together: name the record the date is taken from as from = "..."'
        )
        yield Problem(place, message, "D006")


def _best_problems(best: Edtf, bounds: Edtf | None, place: Place) -> Iterator[Problem]:
    if best.shape is not Shape.POINT or best.precision is not Precision.DAY or best.qualified:
        yield Problem(place, '"best" is one full day, as in "2025-04-30"', "D007")
    elif bounds is None:
        yield Problem(
            place, '"best" is an estimate within an "edtf"; give the bounds that it lies in', "D008"
        )
    elif not _inside(best, bounds):
        yield Problem(place, f'"best" lies outside "{bounds.text}"; give a day within it', "D009")


def _inside(best: Edtf, bounds: Edtf) -> bool:
    assert best.earliest is not None and best.latest is not None
    return (bounds.earliest is None or bounds.earliest <= best.earliest) and (
        bounds.latest is None or best.latest <= bounds.latest
    )
