"""Dates that are taken from other records, or worked out from weekdays and ordinals, are what these allow."""

from collections.abc import Iterator

from model.corpus.draft import Draft
from model.corpus.findings import Place, Problem
from model.corpus.possible import edtf_of
from model.corpus.readable import is_read
from model.corpus.records import Dated
from model.corpus.shortened import shortened
from model.corpus.vocabulary import Basis
from model.dates.edtf import Edtf, parse
from model.dates.ordinals import can_be_ordinal, can_be_weekday


def calendar_problems(draft: Draft) -> Iterator[Problem]:
    """A problem for each inherited date outside that of its origin, and each that its own words contradict."""
    dates = {name: date for name, date, _ in all_dates(draft)}
    for _, date, place in all_dates(draft):
        if date is not None and is_read(date):
            yield from _inherited_problems(date, dates, place)
            yield from _worded_problems(date, place)


def all_dates(draft: Draft) -> Iterator[tuple[str, Dated | None, Place]]:
    """The date of each source, statement and claim, by the record's name, with its place."""
    for source, place in draft.sources:
        yield source.id, source.published, place.of("published")
    for statement, place in draft.statements:
        yield statement.id, statement.on, place.of("on")
    for claim, place in draft.claims:
        yield claim.id, claim.date, place.of("date")


def _inherited_problems(date: Dated, dates: dict[str, Dated | None], place: Place) -> Iterator[Problem]:
    if date.from_ is None or date.from_ not in dates:
        return
    own, origin = edtf_of(date), dates[date.from_]
    if own is None or not is_read(origin):
        return
    whole = edtf_of(origin)
    if whole is None:
        yield Problem(
            place.of("from"), f'"{date.from_}" has no date to inherit; name a record that has one', "D010"
        )
    elif not _inside(own, whole):
        message = (
            f'"{own.text}" lies outside "{whole.text}", the date of "{date.from_}" that it is taken from'
        )
        yield Problem(place.of("edtf"), message, "D011")


def _worded_problems(date: Dated, place: Place) -> Iterator[Problem]:
    edtf = edtf_of(date)
    if edtf is None or not date.words:
        return
    best = parse(date.best).earliest if date.best is not None else None
    words = shortened(date.words)
    if date.basis is Basis.DERIVED_WEEKDAY and not can_be_weekday(edtf, best, date.words):
        day = "best" if best is not None and edtf.single_day is None else "edtf"
        yield Problem(place.of(day), f'"{getattr(date, day)}" is no such weekday as "{words}" says', "D012")
    if date.basis is Basis.DERIVED_ORDINAL and not can_be_ordinal(edtf, date.words):
        yield Problem(place.of("edtf"), f'"{edtf.text}" is not what "{words}" counts', "D013")


def _inside(date: Edtf, whole: Edtf) -> bool:
    begins = whole.earliest is None or (date.earliest is not None and whole.earliest <= date.earliest)
    return begins and (whole.latest is None or (date.latest is not None and date.latest <= whole.latest))
