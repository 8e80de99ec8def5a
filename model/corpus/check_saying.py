"""What was said, when, can have been said then: no outcome ahead of its day, no claim superseded by an earlier one."""

from collections.abc import Iterator, Mapping

from model.corpus.draft import Draft
from model.corpus.findings import Place, Problem
from model.corpus.possible import Bounds, bounds_of, edtf_of, said_within
from model.corpus.quarrels import Quarrels
from model.corpus.readable import is_read
from model.corpus.records import Claim, Dated
from model.corpus.vocabulary import Status
from model.dates.wording import day_medium

_AHEAD = {Status.OCCURRED: "T002", Status.ONGOING: "T008"}
"""What is said of something that has begun, with the code of what has not."""

_SO = {Status.OCCURRED: "occurred", Status.ONGOING: "begun"}


def saying_problems(draft: Draft) -> Iterator[Problem]:
    """A problem for each act of saying that cannot have been then, and for each claim that cannot say so then."""
    printed = {source.id: source.published for source, _ in draft.sources}
    for source, place in draft.sources:
        yield from _open_problems(source.published, place.of("published"))
    for statement, place in draft.statements:
        if statement.on is not None:
            yield from _open_problems(statement.on, place.of("on"))
            yield from _late_problems(statement.on, printed.get(statement.source), place.of("on"))
    possible = possible_days(draft)
    dated = {name: bounds_of(date) for name, date in printed.items() if is_read(date)} | possible
    for claim, place in draft.claims:
        yield from _ahead_problems(claim, possible.get(claim.id), place)
        yield from _borrowed_problems(claim, possible.get(claim.id), dated, place)
    yield from _supersession_problems(draft, possible)


def possible_days(draft: Draft) -> dict[str, Bounds]:
    """When each claim can have been said, as far as its records can be read."""
    printed = {source.id: source.published for source, _ in draft.sources}
    said = {statement.id: statement.on for statement, _ in draft.statements}
    unread, found = draft.undated, {}
    for claim, _ in draft.claims:
        if claim.statement is not None and claim.statement not in said:
            continue
        if claim.source in unread or claim.statement in unread:
            continue
        published, on = printed.get(claim.source), said.get(claim.statement or "")
        if published is not None and is_read(published) and is_read(on):
            found[claim.id] = said_within(published, on)
    return found


def _open_problems(date: Dated, place: Place) -> Iterator[Problem]:
    edtf = edtf_of(date) if is_read(date) else None
    if edtf is not None and edtf.latest is None and date.best is None:
        message = f'"{edtf.text}" has no last day; give "best", the day that it is to count as'
        yield Problem(place, message, "D014")


def _late_problems(on: Dated, published: Dated | None, place: Place) -> Iterator[Problem]:
    if published is None or not is_read(on) or not is_read(published):
        return
    first, printed = bounds_of(on)[0], bounds_of(published)[1]
    if first is not None and printed is not None and printed < first:
        message = f"said on {day_medium(first)} at the earliest, in a document of {day_medium(printed)} at the latest"
        yield Problem(place, f"{message}; nothing is printed before it is said: correct either day", "T001")


def _ahead_problems(claim: Claim, said: Bounds | None, place: Place) -> Iterator[Problem]:
    code = _AHEAD.get(claim.status)
    if code is None or not claim.decides or said is None or not is_read(claim.date):
        return
    first, latest = bounds_of(claim.date)[0], said[1]
    if first is not None and latest is not None and latest < first:
        days = f"{day_medium(first)} at the earliest, said on {day_medium(latest)} at the latest"
        ahead = f"what is still ahead has not {_SO[claim.status]}"
        message = f'"{claim.status}" on {days}; {ahead}: correct the day or the status'
        yield Problem(place.of("date"), message, code)


def _borrowed_problems(
    claim: Claim, said: Bounds | None, dated: Mapping[str, Bounds], place: Place
) -> Iterator[Problem]:
    """A problem for a date that is taken from what nobody could know yet when the claim was made."""
    origin = claim.date.from_ if claim.date is not None else None
    if origin is None or said is None or origin not in dated:
        return
    first, latest = dated[origin][0], said[1]
    if first is not None and latest is not None and latest < first:
        days = f'said by {day_medium(latest)}, "{origin}" is of {day_medium(first)} at the earliest'
        message = (
            f"{days}; a date is taken from what was known already: name such a record, or give another basis"
        )
        yield Problem(place.of("date", "from"), message, "T007")


def _supersession_problems(draft: Draft, possible: dict[str, Bounds]) -> Iterator[Problem]:
    claims = {claim.id: claim for claim, _ in draft.claims}
    quarrels = Quarrels((conflict for conflict, _ in draft.conflicts), draft.lost)
    all_read = draft.missing.perhaps("conflict") is None
    for claim, place in draft.claims:
        for number, name in enumerate(claim.supersedes):
            other = claims.get(name)
            if other is None or other is claim:
                continue
            where = place.of("supersedes", number)
            latest, first = possible.get(claim.id, (None, None))[1], possible.get(name, (None, None))[0]
            if latest is not None and first is not None and latest < first:
                days = f"said by {day_medium(latest)}, cannot supersede what was said from {day_medium(first)} on"
                yield Problem(where, f'"{claim.id}", {days}; take it away, or correct either day', "T003")
            if all_read and not quarrels.may_supersede(claim, other):
                message = f'"{name}" is about something else; put both into a conflict of which this decides'
                yield Problem(where, message, "M011")
