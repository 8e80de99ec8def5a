"""What a curator has decided to live with: findings that `[check] ignore` in corpus.toml silences, with a reason."""

from collections.abc import Iterable, Iterator, Mapping

from model.corpus.codes import CODES, Severity
from model.corpus.findings import Place, Problem
from model.corpus.info import INFO_FILE
from model.corpus.records import Silenced
from model.corpus.shortened import shortened
from model.corpus.suggest import did_you_mean

Names = Mapping[Place, tuple[str, str]]
"""The kind and id of each record by its place."""


def record_at(place: Place, names: Names) -> tuple[str, str]:
    """The kind and id of the record that a place is in; empty where it is in none."""
    within = (Place(place.file, place.path[:length]) for length in (2, 1, 0))
    return next((names[it] for it in within if it in names), ("", ""))


def without_silenced(
    problems: Iterable[Problem], entries: tuple[Silenced, ...], names: Names
) -> list[Problem]:
    """The problems but for those that an entry silences, and a problem for each entry that silences nothing.

    Errors cannot be silenced: what they name is left out, whatever a curator says.
    """
    by_place: dict[tuple[str, str], list[int]] = {}
    for number, entry in enumerate(entries):
        by_place.setdefault((entry.code, entry.where), []).append(number)
    kept, of_errors, used = [], set(), set()
    for problem in problems:
        wheres = {problem.place.file, record_at(problem.place, names)[1]}
        meant = {number for where in wheres for number in by_place.get((problem.code, where), ())}
        if problem.severity is Severity.ERROR:
            of_errors |= meant
        else:
            used |= meant
        if problem.severity is Severity.ERROR or not meant:
            kept.append(problem)
    return [*kept, *_about_entries(entries, of_errors, used)]


def _about_entries(entries: tuple[Silenced, ...], of_errors: set[int], used: set[int]) -> Iterator[Problem]:
    for number, entry in enumerate(entries):
        place = Place(INFO_FILE, ("check", "ignore", number))
        if entry.code not in CODES:
            hint = did_you_mean(entry.code, CODES) or "; a finding has its code in brackets"
            yield Problem(place.of("code"), f'there is no code "{shortened(entry.code)}"{hint}', "C003")
        elif number in of_errors:
            message = f"{entry.code} is an error, which cannot be silenced: what it names stays left out"
            yield Problem(place.of("code"), f"{message}; take this away", "C001")
        elif number not in used:
            message = f'no {entry.code} is found in "{shortened(entry.where)}"; take this entry away'
            yield Problem(place, message, "C002")
