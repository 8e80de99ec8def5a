"""Dates are what their own words say: no other day, weekday or ordinal, and no finer than the words."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cached_property

from model.corpus.check_calendar import all_dates
from model.corpus.draft import Draft
from model.corpus.findings import Place, Problem
from model.corpus.possible import Bounds, bounds_of, edtf_of
from model.corpus.quoted import as_quote, wording
from model.corpus.readable import is_read
from model.corpus.records import Claim, Dated, Statement
from model.corpus.shortened import shortened
from model.corpus.vocabulary import Basis, Status
from model.dates.civil import weekday
from model.dates.coarse import coarser, coarser_counted
from model.dates.edges import is_turned
from model.dates.edtf import Edtf, Shape, parse
from model.dates.ordinals import can_be_ordinal, can_be_weekday, nearest_on_weekday
from model.dates.printed import (
    Pointing,
    is_deadline,
    leads_elsewhere,
    names_a_day,
    names_another,
    only_bounds,
    only_bounds_counted,
    points_away,
)
from model.dates.typed.reading import DateReading, day_reading
from model.dates.wording import WEEKDAYS_FULL

_PRINTED = frozenset({Basis.EXPLICIT, Basis.EXPLICIT_PARTIAL})
_COUNTED = frozenset({Basis.DERIVED_RELATIVE, Basis.DERIVED_WEEKDAY})

_LONGEST_SAYING = 100
"""Of what may have been said on any of more days than this, words that count from that day say nothing."""


def word_problems(draft: Draft) -> Iterator[Problem]:
    """A problem for each date that its own words contradict, or that is written as what it is not."""
    wordings = _Wordings(draft)
    for name, date, edtf, place in _worded(draft):
        yield from _calendar_problems(date, edtf, place)
        if date.basis in _PRINTED:
            yield from _printed_problems(date, edtf, place, wordings, name)
    yield from _deadline_problems(draft)


def counted_problems(draft: Draft) -> Iterator[Problem]:
    """A problem for each date that is another one counted from the day of its saying."""
    counted = [*_worded(draft, _COUNTED)]
    said = _days_of_saying(draft, {name for name, *_ in counted})
    wordings = _Wordings(draft)
    for name, date, edtf, place in counted:
        yield from _counted_problems(date, edtf, said.get(name), place, wordings, name)


def _worded(
    draft: Draft, bases: Container[Basis] = frozenset(Basis)
) -> Iterator[tuple[str, Dated, Edtf, Place]]:
    """The dates that have words, by the record's name, each as it can be read and with its place."""
    for name, date, place in all_dates(draft):
        if date is None or not date.words or date.basis not in bases or not is_read(date):
            continue
        if (edtf := edtf_of(date)) is not None:
            yield name, date, edtf, place


def _calendar_problems(date: Dated, edtf: Edtf, place: Place) -> Iterator[Problem]:
    words = date.words or ""
    best = parse(date.best).earliest if date.best is not None else None
    # That is asked first which takes least: most words name no weekday, or the right one.
    if not can_be_weekday(edtf, best, words) and (
        date.basis is Basis.DERIVED_WEEKDAY or (date.basis in _PRINTED and names_a_day(words, edtf, best))
    ):
        day = "best" if best is not None and edtf.single_day is None else "edtf"
        message = f'"{getattr(date, day)}" is no such weekday as "{shortened(words)}" says'
        one = best if day == "best" else edtf.single_day
        if one is not None:
            before, after = (day_reading(it).typed for it in nearest_on_weekday(one, words))
            message += (
                f": it is a {WEEKDAYS_FULL[weekday(one)]}; the nearest such days are {before} and {after}"
            )
        if date.basis in _PRINTED:
            message += "; where the source is mistaken, leave the weekday out of the words"
        yield Problem(place.of(day), message, "D012")
    if date.basis in {Basis.DERIVED_ORDINAL, *_PRINTED} and not can_be_ordinal(edtf, words):
        yield Problem(
            place.of("edtf"), f'"{edtf.text}" is not what "{shortened(words)}" counts; count again', "D013"
        )


def _printed_problems(
    date: Dated, edtf: Edtf, place: Place, wordings: "_Wordings", name: str
) -> Iterator[Problem]:
    words = date.words or ""
    best = parse(date.best).earliest if date.best is not None else None
    if (away := points_away(words, edtf, best)) and not wordings.turn(name, words):
        way = "onward" if away.onward else "back"
        message = f'"{shortened(words)}" points {way} from {_said(away.named)}, and "{edtf.text}" does not'
        yield Problem(place.of("edtf"), f'{message}; write "{away.edtf}"', "D018")
    elif another := names_another(words, edtf, best):
        message = f'"{shortened(words)}" is {_said(another)} and not "{edtf.text}"'
        yield Problem(place.of("edtf"), f"{message}; correct the one that is wrong", "D015")
    elif whole := coarser(words, edtf):
        yield _finer(words, edtf, whole, place)
    elif (bound := only_bounds(words, edtf, best)) and not wordings.turn(name, words):
        yield _only_a_bound(words, edtf, bound, place)


def _finer(words: str, edtf: Edtf, whole: DateReading, place: Place) -> Problem:
    message = f'"{shortened(words)}" is {_said(whole)} as a whole, and "{edtf.text}" is finer'
    return Problem(
        place.of("edtf"), f"{message}; write no more than the words say, or more of the words", "D016"
    )


def _only_a_bound(words: str, edtf: Edtf, bound: Pointing, place: Place) -> Problem:
    when = "from" if bound.onward else "by"
    message = f'"{shortened(words)}" only says {when} when, and "{edtf.text}" says when'
    return Problem(place.of("edtf"), f'{message}; write "{bound.edtf}"', "D019")


def _counted_problems(
    date: Dated, edtf: Edtf, said: Bounds | None, place: Place, wordings: "_Wordings", name: str
) -> Iterator[Problem]:
    first, last = said or (None, None)
    if first is None or last is None or last - first > _LONGEST_SAYING:
        return
    words = date.words or ""
    if elsewhere := leads_elsewhere(words, edtf, first, last):
        message = f'"{shortened(words)}" leads to {_said(elsewhere)}, counted from when it was said'
        yield Problem(place.of("edtf"), f'{message}, and not to "{edtf.text}"; count again', "D017")
    elif whole := coarser_counted(words, edtf, first, last):
        yield _finer(words, edtf, whole, place)
    elif (bound := only_bounds_counted(words, edtf, first, last)) and not wordings.turn(name, words):
        yield _only_a_bound(words, edtf, bound, place)


@dataclass(frozen=True)
class _Wordings:
    """The words around those of dates, which are looked up for few."""

    draft: Draft

    @cached_property
    def _by_name(self) -> dict[str, str]:
        """The quotes of each statement and claim that has a date, with that of the date, by its name."""
        dated: list[tuple[Statement | Claim, Dated | None]] = [(it, it.on) for it, _ in self.draft.statements]
        dated += [(it, it.date) for it, _ in self.draft.claims]
        return {
            it.id: f"{wording(it)} {as_quote(date.quote).exact if date.quote is not None else ''}"
            for it, date in dated
            if date is not None and date.words
        }

    def turn(self, name: str, words: str) -> bool:
        """Whether they may turn the direction of the words of a record's date."""
        return is_turned(self._by_name.get(name, ""), words)


def _said(reading: DateReading) -> str:
    return reading.words.partition(", a ")[0]


def _days_of_saying(draft: Draft, wanted: Container[str]) -> dict[str, Bounds]:
    """From when till when a statement or claim can have been said, or told by its document: either may count."""
    printed = {source.id: source.published for source, _ in draft.sources}
    told: dict[str, Bounds] = {}
    for statement, _ in draft.statements:
        if statement.id not in wanted:
            continue
        if (published := printed.get(statement.source)) is not None and is_read(published):
            told[statement.id] = bounds_of(published)
    unread = draft.undated
    spoken = {statement.id: statement.on for statement, _ in draft.statements if statement.id not in unread}
    for claim, _ in draft.claims:
        if claim.id not in wanted:
            continue
        published = printed.get(claim.source)
        if published is None or not is_read(published):
            continue
        first, last = bounds_of(published)
        on = spoken.get(claim.statement or "")
        if claim.statement is not None and (claim.statement not in spoken or not is_read(on)):
            continue
        if on is not None and on.edtf is not None:
            begun = bounds_of(on)[0]
            first = min(first, begun) if first is not None and begun is not None else None
        told[claim.id] = first, last
    return told


def _deadline_problems(draft: Draft) -> Iterator[Problem]:
    for claim, place in draft.claims:
        date = claim.date
        if date is None or not date.words or not is_read(date) or claim.status is Status.ONGOING:
            continue
        edtf = edtf_of(date)
        if edtf is None or edtf.shape is not Shape.EXTENT or edtf.start is not None:
            continue
        if is_deadline(date.words):
            once = f"[..{edtf.text.removeprefix('../')}]"
            message = f'"{edtf.text}" lasts until then, and "{shortened(date.words)}" is a day by which'
            yield Problem(place.of("date", "edtf"), f'{message}; did you mean "{once}"?', "T006")
