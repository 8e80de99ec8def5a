"""Where in a JSON document a problem is: a check names the fields of the corpus."""

from dataclasses import replace

from model.corpus.findings import Finding, Path, Place, Problem

SECTIONS = {
    "corpus": "",
    "sources": "source",
    "entities": "entity",
    "events": "event",
    "statements": "statement",
    "claims": "claim",
    "conflicts": "conflict",
    "lists": "list",
    "questions": "question",
    "searches": "search",
}
"""The keys of a document, in order, with the kind of record that each holds."""

DATE_FIELDS = {
    "edtf": "date",
    "words": "date_words",
    "basis": "basis",
    "reasoning": "reasoning",
    "best": "date_best",
    "from": "date_from",
    "quote": "date_quote",
}
"""The field of a claim's date in the corpus, and the flat one in JSON."""


def in_json(problem: Problem, name: str) -> Problem:
    """The problem with its place as the document has it; a check names the fields of the corpus."""
    place = problem.place
    path: Path = place.path if place.file == name else (place.file,)
    match path:
        case ("claims", int(), "date", str(field)):
            path = (*path[:2], DATE_FIELDS[field])
        case ("claims", int(), "quote", *_):
            path = (*path[:2], "quotes")
    return replace(problem, place=Place(name, path))


def finding(problem: Problem, name: str) -> Finding:
    """The problem as people read it: JSON has no lines worth a word, so places are paths."""
    also = f" ({problem.other.field})" if problem.other is not None else ""
    return Finding(name, 0, 0, problem.place.field, problem.message + also, problem.code)


def order(problem: Problem) -> tuple[int, int]:
    """Where in the document a problem's record stands."""
    match problem.place.path:
        case (str(section), int(row), *_) if section in SECTIONS:
            return [*SECTIONS].index(section), row
        case (str(section), *_) if section in SECTIONS:
            return [*SECTIONS].index(section), -1
    return -1, -1
