"""Drafts: records that a curator has begun. What one lacks is filled in, so that it is a record all the same."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import msgspec

from model.corpus.asked import Question, VainSearch
from model.corpus.fields import fields_of
from model.corpus.findings import Place, Problem
from model.corpus.listed import PrintedList
from model.corpus.records import (
    Claim,
    Conflict,
    Entity,
    Event,
    Record,
    Source,
    Statement,
)
from model.corpus.vocabulary import (
    ALLOWED_FACTUALITY,
    Basis,
    ConflictKind,
    EntityType,
    Factuality,
    OnRecord,
    Status,
)

NOT_GIVEN = Entity("not-given", EntityType.ANONYMOUS, "not given yet", "not given")
"""Who stands for whom a draft does not name yet."""

PLACE_OF_NOT_GIVEN = Place("", (NOT_GIVEN.id,))
"""No file has it."""

R = TypeVar("R", bound=Record)

BEGUN = "S016"
"""The code of what a draft lacks."""

_LACKING = frozenset(
    {"S009", "Q004", "Q006", "M001", "M002", "D003", "D004", "D005", "D006", "D014", "A001", "N008", "N009"}
)
"""The codes of what is missing: a note in a draft, an error elsewhere."""

_CRITERIA = ("yes", "no", "ambiguous", "annulled")

_STAND_INS: dict[type[Record], dict[str, Any]] = {
    Source: {
        "publisher": NOT_GIVEN.id,
        "language": "und",
        "published": {"basis": "none", "reasoning": "not curated yet"},
    },
    Statement: {
        "quote": "",
        "chain": [{"who": NOT_GIVEN.id, "record": "anonymous"}],
        "public": False,
    },
    Claim: {"quote": ""},
    PrintedList: {
        "kind": "draft",
        "quote": "",
        "entries": [{"entity": NOT_GIVEN.id, "label": NOT_GIVEN.name}],
    },
    Event: {"type": "draft"},
    Conflict: {"kind": ConflictKind.CONTRADICTION.value, "reason": "not given yet"},
    Question: {
        "asked": "0001-01-01",
        "closes": "9999-12-31",
        "criteria": dict.fromkeys(_CRITERIA, NOT_GIVEN.name),
    },
    VainSearch: {"day": "0001-01-01", "words": [NOT_GIVEN.name]},
}
"""What stands for a field that a draft does not have; of some, what the record says decides."""

_NAMING = ("title", "topic", "text")
"""The fields that say what a record is called: its id, until they do."""

_TWO = ("not-given-1", "not-given-2")
_DATES = ("published", "on", "date")

_OF_PARTS: dict[str, dict[str, str]] = {
    "chain": {"who": NOT_GIVEN.id, "record": OnRecord.ANONYMOUS.value},
    "amounts": {"what": NOT_GIVEN.id, "words": NOT_GIVEN.name},
    "entries": {"entity": NOT_GIVEN.id, "label": NOT_GIVEN.name},
    "rows": {"table": NOT_GIVEN.name, "row": NOT_GIVEN.name},
}
"""What stands for a field that a link of a chain, an amount, a name of a list, or a link to a row does not have."""


@dataclass(frozen=True, slots=True)
class DraftRecord:
    """A record that is a draft, or needs one. `missing` names the fields whose values only stand in for it."""

    kind: str
    record: Source | Statement | Claim | Event | Conflict | PrintedList | Question | VainSearch
    missing: frozenset[str] = frozenset()


def is_begun(table: object, kind: type[Record]) -> bool:
    """Whether a table says that it is a draft, of a kind of which there are such."""
    return kind in _STAND_INS and isinstance(table, dict) and table.get("draft") is True


def filled(
    table: Mapping[str, Any], kind: type[Record], digest: str
) -> tuple[dict[str, Any], frozenset[str]]:
    """The table of a draft with something in every field that it has to have, and the fields it lacks.

    An id it has to have. A field of a date, an amount or a link is named by its path. `digest` is the SHA-256 of the
    text of a source.
    """
    given = {name: value for name, value in table.items() if value != ""}
    names = [field.name for field in fields_of(kind) if field.required and field.name != "id"]
    missing = frozenset(name for name in names if name not in given and name != "source")
    stand_ins = {**dict.fromkeys(_NAMING, table.get("id")), "sha256": digest, **_STAND_INS[kind]}
    if kind is Claim:
        stand_ins |= _certainty(given)
    if kind is Conflict:
        missing |= _complete_claims(given, stand_ins)
    whole = {**given, **{name: stand_ins[name] for name in missing}}
    return whole, missing | _fill_parts(whole)


def _fill_parts(whole: dict[str, Any]) -> frozenset[str]:
    """Fill in what dates, amounts and the links of a chain lack; gives the paths of that, as in `chain.0.who`."""
    missing = set()
    for name in _DATES:
        if isinstance(date := whole.get(name), dict) and "basis" not in date:
            whole[name] = {"basis": Basis.EXTERNAL.value, **date}
            missing.add(f"{name}.basis")
    if isinstance(criteria := whole.get("criteria"), dict):
        missing |= {f"criteria.{name}" for name in _CRITERIA if name not in criteria}
        whole["criteria"] = {**dict.fromkeys(_CRITERIA, NOT_GIVEN.name), **criteria}
    for name, stand_ins in _OF_PARTS.items():
        if isinstance(parts := whole.get(name), list):
            for number, part in enumerate(parts):
                if isinstance(part, dict):
                    missing |= {f"{name}.{number}.{field}" for field in stand_ins if field not in part}
            whole[name] = [{**stand_ins, **it} if isinstance(it, dict) else it for it in parts]
    return frozenset(missing)


def _certainty(given: Mapping[str, Any]) -> dict[str, str]:
    """Stand-ins for status and factuality; where one is given, the other goes with it."""
    status, factuality = Status.UNCONFIRMED, Factuality.UNDERSPECIFIED
    if given.get("status") in [*Status]:
        factuality = min(ALLOWED_FACTUALITY[Status(given["status"])])
    elif given.get("factuality") in [*Factuality]:
        status = next(it for it in Status if given["factuality"] in ALLOWED_FACTUALITY[it])
    return {"status": status.value, "factuality": factuality.value}


def _complete_claims(given: dict[str, Any], stand_ins: dict[str, Any]) -> frozenset[str]:
    """Let a conflict of too few claims be read; `emptied` takes the stand-ins out again."""
    claims = given.get("claims", [])
    if not isinstance(claims, list) or len(claims) >= len(_TWO):
        return frozenset()
    given.pop("claims", None)
    stand_ins["claims"] = [*claims, *_TWO][: len(_TWO)]
    return frozenset({"claims"})


def emptied(record: R) -> R:
    """A draft without the claims that only stood in for some."""
    if isinstance(record, Conflict):
        claims = tuple(name for name in record.claims if name not in _TWO)
        return msgspec.structs.replace(record, claims=claims)
    return record


def lacking(place: Place, missing: Iterable[str]) -> Problem:
    """The note on what a draft lacks."""
    named = " and ".join(f'"{name}"' for name in sorted(missing))
    return Problem(place, f"a draft, without {named} yet", BEGUN)


def softened(problems: Iterable[Problem], drafts: frozenset[Place]) -> Iterator[Problem]:
    """The problems, with a note in place of an error where something is only missing of one of the `drafts`."""
    for problem in problems:
        place = problem.place
        within = (Place(place.file, place.path[:length]) for length in (2, 1))
        is_lacking = problem.code in _LACKING and any(it in drafts for it in within)
        yield replace(problem, code=BEGUN) if is_lacking else problem
