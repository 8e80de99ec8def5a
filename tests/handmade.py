"""Small corpora written as text, one record a line, for tests of the rules.

    plan  2025-05-01  scheduled  CT+  2025-05-09  by=kremlin supersedes=rumour

A claim is its id, the day it was said (EDTF; `-` for the document's own voice, `?` for a statement without a day),
status, factuality, event date (EDTF; `-` for none), then what else there is to say: `event` (default "visit"), or
`entity` and `office` in its place; `source` (default "paper"), `by` (the first speaker), `footing` (default
"on-record"), `public` (default "yes"), `best` (of the day it was said), `origin` (the id of a claim, whose statement it
is), `supersedes`, `condition`, `roles` (`host:russia,leader:choe+kim`), and of the event date `basis`, `words` (`_` for
a space), `estimate` and `from`.

    conflict  contradiction  plan,denial  preferred=denial  point=whether  readings=plan:comes,denial:does_not
    source    paper  2025-05-06  best=2025-05-06  version_of=draft  change=correction
    event     visit  place=moscow  part_of=journey
    entity    putin  person

Every source was published on 2025-06-01 (`-`: on no known day), unless its line or `corpus_of` says otherwise. Of what
the checks find, only errors count: such corpora are full of what is doubtful.
"""

import hashlib
from typing import Any

from msgspec.structs import replace

from model.corpus.anchors import Anchors, anchors_of
from model.corpus.check import check_draft
from model.corpus.codes import Severity
from model.corpus.corpus import Corpus
from model.corpus.draft import Draft
from model.corpus.findings import Place, Problem
from model.corpus.records import (
    Claim,
    Conflict,
    CorpusInfo,
    Dated,
    Entity,
    Event,
    Hop,
    Source,
    Statement,
)
from model.corpus.vocabulary import (
    Basis,
    Change,
    ConflictKind,
    EntityType,
    Factuality,
    OnRecord,
    Point,
    Status,
)

_NOWHERE = Place("by hand")


def corpus_of(lines: str, published: str = "2025-06-01", best: str | None = None) -> Corpus:
    """The checked corpus that `lines` describe; `published` (`-` for no day) and `best` date all its sources."""
    draft, anchors, problems = _checked(lines, published, best)
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    assert not errors, errors
    return Corpus.of(draft, anchors)


def findings_of(lines: str, published: str = "2025-06-01", best: str | None = None) -> list[str]:
    """The errors that the checks find in the corpus that `lines` describe."""
    problems = _checked(lines, published, best)[2]
    return [problem.message for problem in problems if problem.severity is Severity.ERROR]


def codes_of(lines: str, published: str = "2025-06-01", best: str | None = None) -> set[str]:
    """The codes of all that the checks find in the corpus that `lines` describe, of whatever severity."""
    return {problem.code for problem in _checked(lines, published, best)[2]}


def _checked(lines: str, published: str, best: str | None) -> tuple[Draft, Anchors, list[Problem]]:
    draft = Draft(info=CorpusInfo(2, "By hand", "", (), "en"))
    days: dict[str, Dated] = {}
    copies: dict[str, dict[str, Any]] = {}
    types: dict[str, str] = {}
    events: dict[str, dict[str, str]] = {}
    for line in filter(str.strip, lines.splitlines()):
        words = line.split()
        match words[0]:
            case "conflict":
                _add_conflict(draft, words[1], words[2], _more(words[3:]))
            case "source":
                days[words[1]] = _day(words[2], _more(words[3:]).get("best"))
                copies[words[1]] = {field: it for field, it in _more(words[3:]).items() if field != "best"}
                draft.texts.setdefault(words[1], "")
            case "event":
                events[words[1]] = _more(words[2:])
            case "entity":
                types[words[1]] = words[2]
            case _:
                _add_claim(draft, words[:5], _more(words[5:]))
    for source, text in draft.texts.items():
        draft.digests[source] = hashlib.sha256(text.encode()).hexdigest()
        day = days.get(source) or _day(published, best)
        made = _source(source, day, draft.digests[source])
        draft.sources.append((replace(made, **_change_of(copies.get(source, {}))), _NOWHERE))
        draft.furniture[source], draft.left_out[source] = [], []
    for event in sorted({claim.event for claim, _ in draft.claims if claim.event} | events.keys()):
        fields: dict[str, Any] = {"type": "visit"} | events.get(event, {})
        draft.events.append((Event(id=event, title=event, **fields), _NOWHERE))
    types = {claim.office: "office" for claim, _ in draft.claims if claim.office} | types
    for name in sorted(_named(draft) | types.keys()):
        kind = EntityType(types.get(name, EntityType.ORGANIZATION))
        draft.entities.append((Entity(name, kind, name), _NOWHERE))
    # Where a record stands says which one it is.
    _number("claim", draft.claims)
    _number("statement", draft.statements)
    _number("source", draft.sources)
    spans, problems = check_draft(draft)
    return draft, anchors_of(draft, spans), problems


def _number(kind: str, rows: list[tuple[Any, Place]]) -> None:
    rows[:] = [(record, _NOWHERE.of(kind, number)) for number, (record, _) in enumerate(rows)]


def _named(draft: Draft) -> set[str]:
    """Every entity that a record names."""
    found = {"paper"} | {hop.who for statement, _ in draft.statements for hop in statement.chain}
    for claim, _ in draft.claims:
        found |= {name for name in (claim.entity, claim.office) if name}
        for held in claim.roles.values():
            found |= {held} if isinstance(held, str) else set(held)
    return found | {event.place for event, _ in draft.events if event.place}


def _source(name: str, published: Dated, digest: str) -> Source:
    return Source(id=name, title=name, publisher="paper", published=published, sha256=digest, language="en")


def _add_claim(draft: Draft, words: list[str], more: dict[str, str]) -> None:
    name, said, status, factuality, date = words
    source, dating = more.get("source", "paper"), _spaced(more.get("words", ""))
    quote = f"<{name}>{dating}"
    draft.texts[source] = draft.texts.get(source, "") + quote
    if said != "-":
        hop = Hop(who=more.get("by", "kremlin"), record=OnRecord(more.get("footing", "on-record")))
        statement = Statement(
            id=f"said-{name}",
            source=source,
            quote=f"<{name}>",
            chain=(hop,),
            public=more.get("public", "yes") == "yes",
            on=_external(said, more.get("best")) if said != "?" else None,
            origin=f"said-{more['origin']}" if "origin" in more else None,
        )
        draft.statements.append((statement, _NOWHERE))
    claim = Claim(
        id=name,
        source=source,
        quote=quote,
        status=Status(status),
        factuality=Factuality(factuality),
        event=None if "entity" in more else more.get("event", "visit"),
        entity=more.get("entity"),
        office=more.get("office"),
        label=f"<{name}>" if "entity" in more else None,
        statement=None if said == "-" else f"said-{name}",
        date=None if date == "-" else _event_date(date, more, dating),
        condition=_spaced(more["condition"]) if "condition" in more else None,
        supersedes=_names(more.get("supersedes", "")),
        roles={role: _holders(held) for role, held in _pairs(more.get("roles", ""))},
    )
    draft.claims.append((claim, _NOWHERE))


def _event_date(edtf: str, more: dict[str, str], words: str) -> Dated:
    basis = Basis(more.get("basis", Basis.INHERITED if "from" in more else Basis.EXTERNAL))
    best = more.get("estimate")
    return Dated(
        edtf=edtf, basis=basis, reasoning="x", words=words or None, best=best, from_=more.get("from")
    )


def _add_conflict(draft: Draft, kind: str, claims: str, more: dict[str, str]) -> None:
    name = f"conflict-{len(draft.conflicts)}"
    conflict = Conflict(
        id=name,
        kind=ConflictKind(kind),
        topic=name,
        claims=_names(claims),
        reason="x",
        preferred=more.get("preferred"),
        point=Point(more["point"]) if "point" in more else None,
        readings={claim: _spaced(words) for claim, words in _pairs(more.get("readings", ""))},
    )
    draft.conflicts.append((conflict, _NOWHERE))


def _day(published: str, best: str | None) -> Dated:
    return Dated(basis=Basis.NONE, reasoning="x") if published == "-" else _external(published, best)


def _external(edtf: str, best: str | None) -> Dated:
    return Dated(basis=Basis.EXTERNAL, edtf=edtf, reasoning="x", best=best)


def _change_of(fields: dict[str, Any]) -> dict[str, Any]:
    return fields | ({"change": Change(fields["change"])} if "change" in fields else {})


def _names(words: str) -> tuple[str, ...]:
    return tuple(name for name in words.split(",") if name)


def _pairs(words: str) -> list[tuple[str, str]]:
    split = [pair.partition(":") for pair in _names(words)]
    return [(name, value) for name, _, value in split]


def _holders(words: str) -> str | tuple[str, ...]:
    return tuple(words.split("+")) if "+" in words else words


def _spaced(words: str) -> str:
    return words.replace("_", " ")


def _more(words: list[str]) -> dict[str, str]:
    pairs = [word.partition("=") for word in words]
    return {name: value for name, _, value in pairs}
