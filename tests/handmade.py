"""Small corpora written as text, one claim or conflict a line, for tests of the rules.

    plan  2025-05-01  scheduled  CT+  2025-05-09  by=kremlin supersedes=rumour

A claim is its id, the day it was said (EDTF; `-` for the document's own voice), status, factuality, event date (EDTF;
`-` for none), then what else there is to say: `event` (default "visit"), `source` (default "paper"), `by` (the
first speaker), `footing` (default "on-record"), `public` (default "yes"), `best` (of the day it was said), `origin`
(the id of a claim, whose statement it is) and `supersedes`.

    conflict  contradiction  plan,denial  preferred=denial

Every source was published on 2025-06-01, unless `corpus_of` is told otherwise.
"""

import hashlib

from model.corpus.check import check_draft
from model.corpus.corpus import Corpus
from model.corpus.draft import Draft
from model.corpus.findings import Place
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
    ConflictKind,
    EntityType,
    Factuality,
    OnRecord,
    Status,
)

_NOWHERE = Place("by hand")


def corpus_of(lines: str, published: str = "2025-06-01", best: str | None = None) -> Corpus:
    """The checked corpus that `lines` describe; `published` (`-` for no day) and `best` date all its sources."""
    draft = Draft(info=CorpusInfo(1, "By hand", "", (), "en"))
    for line in lines.strip().splitlines():
        words = line.split()
        if words[0] == "conflict":
            _add_conflict(draft, words[1], words[2], _more(words[3:]))
        else:
            _add_claim(draft, words[:5], _more(words[5:]))
    for source, text in draft.texts.items():
        draft.digests[source] = hashlib.sha256(text.encode()).hexdigest()
        day = Dated(basis=Basis.NONE) if published == "-" else _external(published, best)
        draft.sources.append((_source(source, day, draft.digests[source]), _NOWHERE))
        draft.furniture[source], draft.left_out[source] = [], []
    speakers = {"paper"} | {hop.who for statement, _ in draft.statements for hop in statement.chain}
    draft.entities += [(Entity(name, EntityType.ORGANIZATION, name), _NOWHERE) for name in sorted(speakers)]
    events = sorted({claim.event for claim, _ in draft.claims if claim.event})
    draft.events += [(Event(name, "visit", name), _NOWHERE) for name in events]
    anchors, problems = check_draft(draft)
    assert not problems
    return Corpus.of(draft, anchors)


def _source(name: str, published: Dated, digest: str) -> Source:
    return Source(id=name, title=name, publisher="paper", published=published, sha256=digest, language="en")


def _add_claim(draft: Draft, words: list[str], more: dict[str, str]) -> None:
    name, said, status, factuality, date = words
    source, quote = more.get("source", "paper"), f"<{name}>"
    draft.texts[source] = draft.texts.get(source, "") + quote
    if said != "-":
        hop = Hop(who=more.get("by", "kremlin"), record=OnRecord(more.get("footing", "on-record")))
        statement = Statement(
            id=f"said-{name}",
            source=source,
            quote=quote,
            chain=(hop,),
            public=more.get("public", "yes") == "yes",
            on=_external(said, more.get("best")),
            origin=f"said-{more['origin']}" if "origin" in more else None,
        )
        draft.statements.append((statement, _NOWHERE))
    claim = Claim(
        id=name,
        source=source,
        quote=quote,
        status=Status(status),
        factuality=Factuality(factuality),
        event=more.get("event", "visit"),
        statement=None if said == "-" else f"said-{name}",
        date=None if date == "-" else _external(date, None),
        supersedes=_names(more.get("supersedes", "")),
    )
    draft.claims.append((claim, _NOWHERE))


def _add_conflict(draft: Draft, kind: str, claims: str, more: dict[str, str]) -> None:
    name = f"conflict-{len(draft.conflicts)}"
    conflict = Conflict(
        id=name,
        kind=ConflictKind(kind),
        topic=name,
        claims=_names(claims),
        reason="x",
        preferred=more.get("preferred"),
    )
    draft.conflicts.append((conflict, _NOWHERE))


def _external(edtf: str, best: str | None) -> Dated:
    return Dated(basis=Basis.EXTERNAL, edtf=edtf, reasoning="x", best=best)


def _names(words: str) -> tuple[str, ...]:
    return tuple(name for name in words.split(",") if name)


def _more(words: list[str]) -> dict[str, str]:
    pairs = [word.partition("=") for word in words]
    return {name: value for name, _, value in pairs}
