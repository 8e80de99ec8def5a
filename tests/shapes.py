"""Corpora of one shape and any size, as folders: each is what makes some work grow with the square, if carelessly done.

A shape is a function from a size to the files of a corpus. All are made from a seed, and the same for the same size.
"""

import hashlib
import json
import random
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path

Files = dict[str, str]
"""The content of each file by its name relative to the corpus."""

Shape = Callable[[int], Files]

_SEED = 1953
_FIRST = date(1953, 7, 27)
_INFO = 'format = 1\ntitle = "Shape"\ndescription = ""\ncurators = []\nlanguage = "en"\n'


def write(files: Files, folder: Path) -> Path:
    """Write the files into `folder`, which is made; returns it."""
    (folder / "sources").mkdir(parents=True)
    for name, content in files.items():
        (folder / name).write_text(content, "utf-8", newline="")
    return folder


def one_event(size: int) -> Files:
    """Claims of one event, each said on a day of its own, by one of a few, of one of a few days."""
    return _of_one_event(size, ("scheduled", "confirmed", "occurred", "ongoing"), dated=0.7)


def called_off(size: int) -> Files:
    """Plans of one event and claims that it is off, few of them with a date: what is an outcome hangs on the others."""
    return _of_one_event(size, ("scheduled", "cancelled", "denied", "denied"), dated=0.2)


def _of_one_event(size: int, statuses: Sequence[str], dated: float) -> Files:
    chance = random.Random(_SEED)
    claims = []
    for it in range(size):
        status = chance.choice(statuses)
        # What occurred did so before it was said.
        day = it // 2 if status == "occurred" else it * 7 % 9973
        claims.append(
            _claim(it, "visit", statement=f"said-{it}", status=status, dated=chance.random() < dated, day=day)
        )
    return _corpus([_event("visit")], claims, [_statement(it) for it in range(size)])


def supersession(size: int) -> Files:
    """A chain of claims of one event, each of which supersedes the one before."""
    claims = [
        _claim(it, "visit", statement=f"said-{it}", supersedes=[f"claim-{it - 1}"] if it else [])
        for it in range(size)
    ]
    return _corpus([_event("visit")], claims, [_statement(it) for it in range(size)])


def much_superseded(size: int) -> Files:
    """One claim that all others, of other events, supersede, on a day each."""
    claims = [
        _claim(it, f"event-{it}", statement=f"said-{it}", supersedes=["claim-0"] if it else [])
        for it in range(size)
    ]
    events = [_event(f"event-{it}") for it in range(size)]
    files = _corpus(events, claims, [_statement(it) for it in range(size)])
    names = [f"claim-{it}" for it in range(size)]
    quarrel = _table("conflict", id="quarrel", kind="contradiction", topic="t", claims=names, reason="r")
    return files | {"conflicts.toml": quarrel}


def parts(size: int) -> Files:
    """Strands, each a part of the one before."""
    strands = [_event(f"strand-{it}", type="strand", part_of=f"strand-{it - 1}") for it in range(1, size)]
    return _corpus([_event("visit"), _event("strand-0", type="strand"), *strands], [_claim(0, "visit")])


def repetitions(size: int) -> Files:
    """Statements, each of which repeats the one before."""
    statements = [_statement(it, origin=f"said-{it - 1}" if it else None) for it in range(size)]
    return _corpus([_event("visit")], [_claim(0, "visit", statement=f"said-{size - 1}")], statements)


def rings(size: int) -> Files:
    """A chain of superseding claims, each of which supersedes the first one of all too: as many rings as claims."""
    claims = [_claim(it, "visit", supersedes=[f"claim-{(it + 1) % size}", "claim-0"]) for it in range(size)]
    return _corpus([_event("visit")], claims)


def one_letter(size: int) -> Files:
    """A text of one letter, 1,000 times for each claim; the claims quote four of it."""
    claims = [_claim(it, "visit", quote="aaaa") for it in range(size)]
    return _corpus([_event("visit")], claims, text="a" * 1000 * size)


def unknown_ids(size: int) -> Files:
    """Events that are a part of events that are not there, though their names are like those that are."""
    events = [_event(f"event-{it}", type="strand", part_of=f"evnt-{it}") for it in range(size)]
    return _corpus([_event("visit"), *events], [_claim(0, "visit")])


def missing_quotes(size: int) -> Files:
    """Claims whose quotes are not in the text, of 1,000 characters for each of them, but something like them is."""
    text = "".join(f"{_sentence(it)} {'And so on it went, all day long. ' * 29}" for it in range(size))
    claims = [_claim(it, "visit", quote=_sentence(it).replace("said", "wrote")) for it in range(size)]
    return _corpus([_event("visit")], claims, text=text)


def braces(size: int) -> Files:
    """Empty records, all in one line."""
    files = _corpus([_event("visit")], [])
    files["sources/paper.toml"] = f"claim = [{', '.join(['{}'] * size)}]\n{files['sources/paper.toml']}"
    return files


def nobody(size: int) -> Files:
    """Claims that all need one entity, which is broken."""
    files = one_document(size)
    files["entities.toml"] = files["entities.toml"].replace('type = "person"', 'type = "nobody"')
    return files


def a_chain_without_its_end(size: int) -> Files:
    """Statements, each of which repeats the one before; the first is broken, so all are left out."""
    files = repetitions(size)
    paper = "sources/paper.toml"
    files[paper] = files[paper].replace('who = "speaker"', 'who = "nobody"', 1)
    return files


def half_a_conflict(size: int) -> Files:
    """A conflict of claims, one of which contradicts all others; every other one is broken."""
    files = one_conflict(size)
    paper = "sources/paper.toml"
    rows = files[paper].split("[[claim]]")
    for number in range(1, size + 1, 2):
        rows[number] = rows[number].replace('"scheduled"', '"none"')
    names = ", ".join(f'"claim-{it}"' for it in range(size) if it != 1)
    rows[2] += f"contradicts = [{names}]\n"
    files[paper] = "[[claim]]".join(rows)
    return files


def one_document(size: int) -> Files:
    """Claims of an event each in one document, every other one by a statement, with people in them."""
    claims = [
        _claim(it, f"event-{it}", statement=f"said-{it}" if it % 2 else None, roles={"host": "speaker"})
        for it in range(size)
    ]
    events = [_event(f"event-{it}") for it in range(size)]
    return _corpus(events, claims, [_statement(it) for it in range(1, size, 2)])


def one_conflict(size: int) -> Files:
    """Claims of an event each that are all at odds, each a reading of its own."""
    files = one_document(size)
    names = [f"claim-{it}" for it in range(size)]
    readings = ", ".join(f'{name} = "reading {name}"' for name in names)
    files["conflicts.toml"] = (
        _table("conflict", id="quarrel", kind="contradiction", topic="t", claims=names, reason="r")
        + f"readings = {{ {readings} }}\n"
    )
    return files


def _corpus(
    events: Iterable[str], claims: Iterable[str], statements: Iterable[str] = (), text: str | None = None
) -> Files:
    claims, statements = list(claims), list(statements)
    if text is None:
        text = "\n".join(_sentence(it) for it in range(max(len(claims), len(statements) * 2, 1)))
    source = (
        '[source]\ntitle = "T"\npublisher = "paper"\nlanguage = "en"\n'
        f"published = {_dated(date(2025, 6, 1))}\n"
        f'sha256 = "{hashlib.sha256(text.encode()).hexdigest()}"\n'
    )
    entities = [
        _table("entity", id=name, type=kind, name=name)
        for name, kind in (("paper", "organization"), ("speaker", "person"))
    ]
    return {
        "corpus.toml": _INFO,
        "entities.toml": "\n".join(entities),
        "events.toml": "\n".join(events),
        "sources/paper.toml": "\n".join([source, *statements, *claims]),
        "sources/paper.txt": text,
    }


def _event(name: str, **fields: object) -> str:
    return _table("event", id=name, **{"type": "visit", "title": name, **fields})


def _claim(
    number: int,
    event: str,
    quote: str | None = None,
    dated: bool = True,
    statement: str | None = None,
    day: int | None = None,
    **fields: object,
) -> str:
    table = {
        "id": f"claim-{number}",
        "event": event,
        "quote": quote or _sentence(number),
        "status": "scheduled",
        "factuality": "CT-" if fields.get("status") in ("denied", "cancelled") else "CT+",
        "statement": statement,
    } | fields
    when = _FIRST + timedelta(days=number * 7 % 9973 if day is None else day)
    return _table("claim", **table) + (f"date = {_dated(when)}\n" if dated else "")


def _statement(number: int, **fields: object) -> str:
    table = _table("statement", id=f"said-{number}", quote=_sentence(number), **fields)
    chain = 'chain = [{ who = "speaker", record = "on-record" }]\npublic = true\n'
    return f"{table}{chain}on = {_dated(_FIRST + timedelta(days=number))}\n"


def _sentence(number: int) -> str:
    return f"The speaker said that item {number} of the list would follow on that day."


def _dated(day: date) -> str:
    return f'{{ edtf = "{day.isoformat()}", basis = "external", reasoning = "made up" }}'


def _table(table: str, **fields: object) -> str:
    rows = [f"{name} = {_value(value)}\n" for name, value in fields.items() if value is not None]
    return f"[[{table}]]\n" + "".join(rows)


def _value(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{name} = {json.dumps(held)}" for name, held in value.items()) + " }"
    return json.dumps(value)
