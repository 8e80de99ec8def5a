"""A sound corpus in which every field that takes free text holds a hostile one.

    corpus = hostile_corpus(tmp_path / "hostile")     # or of your own payloads; one event for each

Every export, card and pane that shows a field of a record can be tried with it. `TEXT_FIELDS` names the fields, so
that a new one is not forgotten (`tests/hostile/test_corpus.py`).
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from model.corpus.asked import Criteria
from model.corpus.corpus import Corpus
from model.corpus.criteria import criteria_digest
from model.corpus.load import load_corpus
from model.quotes.numbers import numbers_in
from tests.hostile.payloads import PAYLOADS

TEXT_FIELDS = {
    "CorpusInfo": {"title", "description", "curators", "language"},
    "Silenced": {"code", "where", "reason"},
    "Dismissed": {"reason"},
    "Entity": {"name", "short", "aliases", "note", "todo"},
    "Event": {"title", "note", "todo"},
    "RowLink": {"table", "row"},
    "Source": {
        *("title", "language", "authors", "translated_from", "url", "retrieved", "archived", "caveats"),
        *("note", "todo"),
    },
    "Original": {"file"},
    "Statement": {"quote", "quotes", "note", "todo"},
    "Hop": {"how", "quote"},
    "Claim": {"quote", "quotes", "label", "hedge", "condition", "note", "todo"},
    "Amount": {"unit", "words"},
    "Dated": {"words", "reasoning", "quote"},
    "Quote": {"exact", "prefix", "suffix", "gloss", "gloss_by"},
    "Conflict": {"topic", "reason", "readings", "open", "note", "todo"},
    "Question": {"text", "note", "todo"},
    "Criteria": {"yes", "no", "ambiguous", "annulled"},
    "Resolution": {"reason"},
    "VainSearch": {"elsewhere", "words", "note", "todo"},
    "Furniture": {"quote", "note", "todo"},
    "LeftOut": {"quote", "reason", "note", "todo"},
}
"""The fields of each record that take any text at all."""


def hostile_corpus(folder: Path, payloads: Sequence[str] = PAYLOADS) -> Corpus:
    """The corpus, checked; its folder is `folder`. Event, entity, claims and conflict `n` all hold payload `n`."""
    (folder / "sources").mkdir(parents=True)
    for name, content in hostile_files(payloads).items():
        (folder / name).write_bytes(content.encode())
    return load_corpus(folder)


def hostile_files(payloads: Sequence[str]) -> dict[str, str]:
    """The files of the corpus by name."""
    text = "\n\n".join(
        ["Menu", *(p for n, payload in enumerate(payloads) for p in _passages(n, payload)), "Rest"]
    )
    every = " ".join(payloads)
    first = payloads[0]
    source = _table(
        "[source]", title=every, publisher="who-0", language=first, authors=list(payloads), translated_from=first,
        url=f"http://x/{first}", retrieved=first, archived=f"http://x/{first}", caveats=list(payloads),
        original=_Inline(file=f"originals/{first}"), note=every, todo=every,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        published=_Inline(edtf="2025-05-06", basis="external", reasoning=every),
    )  # fmt: skip
    noted = {"note": every, "todo": every}
    left = _table("[[left_out]]", quote=_Inline(exact="Rest", prefix="\n"), reason=every, **noted)
    furniture = _table("[[furniture]]", quote="Menu", kind="menu", **noted)
    numbered = list(enumerate(payloads))
    return {
        "corpus.toml": _table(
            "",
            format=3,
            title=every,
            description=every,
            curators=list(payloads),
            language=first,
            check=_Inline(ignore=[_Inline(code=every, where=every, reason=every)]),
            suggest=_Inline(dismissed=[_Inline(kind="conflict", between=["c0", "c1"], reason=every)]),
        ),
        "entities.toml": "\n".join(_entity(n, payload) for n, payload in numbered),
        "events.toml": "\n".join(
            _table(
                "[[event]]",
                id=f"e{n}",
                type="visit",
                title=f"{payload} {n}",
                note=payload,
                todo=payload,
                rows=[_Inline(table=payload, row=payload)],
            )
            for n, payload in numbered
        ),
        "conflicts.toml": "\n".join(_conflict(n, payload) for n, payload in numbered),
        "questions.toml": "\n".join(_question(n, payload) for n, payload in numbered),
        "searches.toml": "\n".join(_search(n, payload) for n, payload in numbered),
        "sources/s.toml": "\n".join(
            [
                source,
                *(part for n, payload in numbered for part in _claims(n, payload)),
                *(_list(n, payload) for n, payload in numbered),
                furniture,
                left,
            ]
        ),
        "sources/s.txt": text,
    }


def _passages(n: int, payload: str) -> Iterator[str]:
    """The sentences that claims, statements and offices quote."""
    yield f"Said {n}: {payload} told."
    yield f"Claim {n}: {payload} comes."
    yield f"Denial {n}: {payload} does not come."
    yield f"Office {n}: {payload}, head."
    yield f"If {n}: {payload}, then so."


def _list(n: int, payload: str) -> str:
    entries = [_Inline(entity=f"who-{n}", label=f"{payload}, head")]
    return _table(
        "[[list]]", id=f"l{n}", kind="attendance", event=f"e{n}", quote=f"Office {n}: {payload}, head.",
        closed=n % 2 == 0, entries=entries, note=payload, todo=payload,
    )  # fmt: skip


def _entity(n: int, payload: str) -> str:
    kind = "office" if n == 1 else "person"
    return _table(
        "[[entity]]",
        id=f"who-{n}",
        type=kind,
        name=f"{payload} {n}",
        short=f"{payload} {n}",
        aliases=[payload],
        note=payload,
        todo=payload,
    )


def _claims(n: int, payload: str) -> Iterator[str]:
    said, claimed, denied, office, perhaps = _passages(n, payload)
    day = f"2025-05-{n % 28 + 1:02}"
    yield _table(
        "[[statement]]", id=f"s{n}", quote=said, quotes=[perhaps], note=payload, todo=payload, public=True,
        chain=[_Inline(who=f"who-{n}", record="on-record", how=payload, quote=said)],
        on=_Inline(edtf=f"2025-04-{n % 28 + 1:02}", words=payload, basis="explicit"),
    )  # fmt: skip
    yield _table(
        "[[claim]]", id=f"c{n}", event=f"e{n}", statement=f"s{n}", status="expected", quotes=[perhaps],
        quote=_Inline(exact=claimed, gloss=payload, gloss_by=payload), note=payload, todo=payload,
        factuality="PR+", hedge=payload, roles=_Inline(actor=f"who-{n}", guest=f"who-{(n + 1) % 3}"),
        date=_Inline(edtf=day, words=payload, basis="derived-weekday", reasoning=payload, quote=said),
    )  # fmt: skip
    yield _table("[[claim]]", id=f"d{n}", event=f"e{n}", quote=denied, status="denied", factuality="CT-")
    yield _table(
        "[[claim]]", id=f"o{n}", entity=f"who-{n}", office="who-1", label=payload, quote=office, status="ongoing",
        factuality="CT+",
    )  # fmt: skip
    figure = min(numbers_in(payload) or {Decimal(1)})
    yield _table(
        "[[claim]]", id=f"i{n}", event=f"e{n}", quote=perhaps, status="expected", factuality="PR+", condition=payload,
        amounts=[_Inline(what="days", value=int(figure), unit=payload, words=payload)],
    )  # fmt: skip


def _conflict(n: int, payload: str) -> str:
    return _table(
        "[[conflict]]", id=f"k{n}", kind="contradiction", topic=f"{payload} {n}", claims=[f"c{n}", f"d{n}"],
        preferred=f"c{n}", reason=payload, open=payload,
        note=payload, todo=payload, readings=_Inline({f"c{n}": payload, f"d{n}": f"no {payload}"}),
    )  # fmt: skip


def _question(n: int, payload: str) -> str:
    criteria = Criteria(yes=payload, no=payload, ambiguous=payload, annulled=payload)
    answer = {"resolution": _Inline(claim=f"c{n}", outcome="yes", reason=payload)} if n % 2 else {}
    return _table(
        "[[question]]", id=f"q{n}", text=payload, asked="2025-05-01", closes="2025-05-20", events=[f"e{n}"],
        criteria_sha256=criteria_digest(criteria), note=payload, todo=payload, **answer,
        criteria=_Inline(yes=payload, no=payload, ambiguous=payload, annulled=payload),
    )  # fmt: skip


def _search(n: int, payload: str) -> str:
    return _table(
        "[[search]]", id=f"n{n}", day="2025-06-20", where=[f"who-{n}"], elsewhere=[payload], words=[payload],
        events=[f"e{n}"], questions=[f"q{n}"], note=payload, todo=payload,
    )  # fmt: skip


class _Inline(dict[str, object]):
    """An inline table."""


def _table(header: str, **fields: object) -> str:
    return "".join(
        f"{line}\n" for line in [header, *(f"{name} = {_toml(value)}" for name, value in fields.items())]
    )


def _toml(value: object) -> str:
    """A value as TOML: a JSON string is one too, once what TOML must not hold bare is escaped."""
    if isinstance(value, _Inline):
        return f"{{ {', '.join(f'{name} = {_toml(part)}' for name, part in value.items())} }}"
    if isinstance(value, Iterable) and not isinstance(value, str):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
