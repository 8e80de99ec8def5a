"""Questions are asked before they close, with criteria that stay; searches say where they were made, and for what."""

from collections.abc import Iterator

from model.corpus.asked import Question, VainSearch
from model.corpus.criteria import criteria_digest
from model.corpus.draft import Draft
from model.corpus.findings import Place, Problem
from model.corpus.possible import bounds_of
from model.corpus.readable import is_read
from model.corpus.records import Claim
from model.corpus.shortened import shortened
from model.dates.edtf import EdtfError, parse
from model.dates.wording import day_medium


def question_problems(draft: Draft) -> Iterator[Problem]:
    """A problem for each question that cannot have been asked or answered so, and each search that says too little."""
    claims: dict[str, Claim] = {}
    for claim, _ in draft.claims:
        # Of two with one id the first one stays.
        claims.setdefault(claim.id, claim)
    printed = {
        source.id: bounds_of(source.published)[1] for source, _ in draft.sources if is_read(source.published)
    }
    for question, place in draft.questions:
        missing = draft.unfinished.get(place, frozenset())
        yield from _of_days(question, place, missing)
        yield from _of_criteria(question, place, missing)
        if not question.events and not question.draft:
            yield Problem(
                place, 'it hangs on no event; name in "events" those whose claims will answer it', "N005"
            )
        answer = claims.get(question.resolution.claim) if question.resolution is not None else None
        if answer is not None:
            yield from _of_answer(question, place, answer, printed.get(answer.source), missing)
    asked = {question.id: full_day(question.asked) for question, _ in draft.questions}
    for search, place in draft.searches:
        yield from _of_search(search, place, draft.unfinished.get(place, frozenset()), asked)


def full_day(text: str) -> int | None:
    """The day number of a full day; None where a text is none."""
    try:
        date = parse(text)
    except EdtfError:
        return None
    return date.single_day if not date.qualified else None


def _of_days(question: Question, place: Place, missing: frozenset[str]) -> Iterator[Problem]:
    days = {}
    for field in ("asked", "closes"):
        if field not in missing:
            days[field] = full_day(getattr(question, field))
            if days[field] is None:
                yield _no_day(getattr(question, field), place.of(field))
    asked, closes = days.get("asked"), days.get("closes")
    if asked is not None and closes is not None and closes < asked:
        message = (
            f"it closes on {day_medium(closes)}, and is asked on {day_medium(asked)}; correct either day"
        )
        yield Problem(place.of("closes"), message, "N002")


def _no_day(text: str, place: Place) -> Problem:
    return Problem(place, f'"{shortened(text)}" is no full day; write one as 2025-05-09', "N001")


def _of_criteria(question: Question, place: Place, missing: frozenset[str]) -> Iterator[Problem]:
    if question.draft or any(it.partition(".")[0] in ("criteria", "criteria_sha256") for it in missing):
        return
    digest = criteria_digest(question.criteria)
    if question.criteria_sha256 is None:
        message = f'nothing keeps its criteria as they were asked; write criteria_sha256 = "{digest}"'
        yield Problem(place, message, "N003")
    elif question.criteria_sha256 != digest:
        message = "its criteria are not those it was asked with; put them back, and ask otherwise in another question"
        yield Problem(place.of("criteria"), message, "N004")


def _of_answer(
    question: Question, place: Place, claim: Claim, printed: int | None, missing: frozenset[str]
) -> Iterator[Problem]:
    """A claim answers a question whose event it speaks of, and no question that came after it."""
    at = place.of("resolution", "claim")
    if claim.event not in question.events:
        of = f'of the event "{claim.event}"' if claim.event is not None else "of no event"
        message = (
            f'"{claim.id}" is {of}, on which the question does not hang; name a claim of one of its events'
        )
        yield Problem(at, message, "N006")
    asked = full_day(question.asked) if "asked" not in missing else None
    if asked is not None and printed is not None and printed < asked:
        message = (
            f'"{claim.id}" was printed by {day_medium(printed)}, and it was asked on {day_medium(asked)}'
        )
        yield Problem(at, f"{message}; correct the day, or name another claim", "N007")


def _of_search(
    search: VainSearch, place: Place, missing: frozenset[str], asked: dict[str, int | None]
) -> Iterator[Problem]:
    day = full_day(search.day) if "day" not in missing else None
    if day is None and "day" not in missing:
        yield _no_day(search.day, place.of("day"))
    if not (search.events or search.questions or {"events", "questions"} & missing):
        message = 'it does not say what it was for; name "events" or "questions"'
        yield Problem(place, message, "N008")
    if not (search.where or search.elsewhere or {"where", "elsewhere"} & missing):
        message = 'it does not say where it was made; name entities in "where", or say it in "elsewhere"'
        yield Problem(place, message, "N009")
    for number, name in enumerate(search.questions):
        first = asked.get(name)
        if day is not None and first is not None and day < first:
            message = f'made on {day_medium(day)}, before "{name}" was asked; correct either day'
            yield Problem(place.of("questions", number), message, "N010")
