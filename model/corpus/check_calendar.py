"""Dates that are taken from other records lie within these."""

from collections.abc import Iterator

from model.corpus.draft import Draft
from model.corpus.findings import Place, Problem
from model.corpus.possible import edtf_of
from model.corpus.readable import is_read
from model.corpus.records import Dated
from model.dates.edtf import Edtf


def calendar_problems(draft: Draft) -> Iterator[Problem]:
    """A problem for each inherited date outside that of its origin."""
    unread = draft.undated
    dates = {name: date for name, date, _ in all_dates(draft) if name not in unread}
    for _, date, place in all_dates(draft):
        if date is not None and is_read(date):
            yield from _inherited_problems(date, dates, place)


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
            f'"{own.text}" lies outside "{whole.text}", the date of "{date.from_}" that it is taken from; '
            "write a date within it, or another basis"
        )
        yield Problem(place.of("edtf"), message, "D011")


def _inside(date: Edtf, whole: Edtf) -> bool:
    begins = whole.earliest is None or (date.earliest is not None and whole.earliest <= date.earliest)
    return begins and (whole.latest is None or (date.latest is not None and date.latest <= whole.latest))
