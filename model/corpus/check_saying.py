"""What was said, when, can have been said then: no outcome ahead of its day, no claim superseded by an earlier one."""

from collections.abc import Iterator

from model.corpus.draft import Draft
from model.corpus.findings import Place, Problem
from model.corpus.possible import Bounds, bounds_of, edtf_of, said_within
from model.corpus.quarrels import Quarrels
from model.corpus.readable import is_read
from model.corpus.records import Claim, Dated
from model.corpus.vocabulary import Status
from model.dates.wording import day_medium


def saying_problems(draft: Draft) -> Iterator[Problem]:
    """A problem for each act of saying that cannot have been then, and for each claim that cannot say so then."""
    printed = {source.id: source.published for source, _ in draft.sources}
    said: dict[str, Dated | None] = {}
    for source, place in draft.sources:
        yield from _open_problems(source.published, place.of("published"))
    for statement, place in draft.statements:
        said[statement.id] = statement.on
        if statement.on is not None:
            yield from _open_problems(statement.on, place.of("on"))
            yield from _late_problems(statement.on, printed.get(statement.source), place.of("on"))
    possible = _possible_days(draft, printed, said)
    for claim, place in draft.claims:
        yield from _ahead_problems(claim, possible.get(claim.id), place)
    yield from _supersession_problems(draft, possible)


def _possible_days(
    draft: Draft, printed: dict[str, Dated], said: dict[str, Dated | None]
) -> dict[str, Bounds]:
    """When each claim can have been said, as far as its records can be read."""
    found = {}
    for claim, _ in draft.claims:
        if claim.statement is not None and claim.statement not in said:
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
        yield Problem(place, f"{message}; nothing is printed before it is said", "T001")


def _ahead_problems(claim: Claim, said: Bounds | None, place: Place) -> Iterator[Problem]:
    if claim.status is not Status.OCCURRED or not claim.decides or said is None or not is_read(claim.date):
        return
    first, latest = bounds_of(claim.date)[0], said[1]
    if first is not None and latest is not None and latest < first:
        message = (
            f'"occurred" on {day_medium(first)} at the earliest, said on {day_medium(latest)} at the latest'
        )
        yield Problem(place.of("date"), f"{message}; what is still ahead has not occurred", "T002")


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
                yield Problem(where, f'"{claim.id}", {days}', "T003")
            if all_read and not quarrels.may_supersede(claim, other):
                message = f'"{name}" is about something else; put both into a conflict of which this decides'
                yield Problem(where, message, "M011")
