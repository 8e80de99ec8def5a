"""A corpus of very many events, the same for the same seed: for measuring, and for seeing that screens stay readable.

    python -m tests.benchmarks.many_events FOLDER [COUNT [SEED]]

Most events lie between 1948 and 2026, close together towards the end; some last, some happen once within bounds, some
are undated, a few are before year 1 or beyond 9999. Every claim is anchored, so the folder passes `check`.
"""

import hashlib
import json
import random
import sys
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

COUNT, SEED = 10_000, 1953
PUBLISHED = date(2025, 5, 6)
"""The day on which every source was published: what is later is ahead."""

SOURCES, STRANDS, PEOPLE = 20, 24, 60

_WHAT = ("meets", "visits", "writes to", "telephones", "receives", "warns", "thanks", "congratulates")
_WHERE = (
    "Pyongyang",
    "Moscow",
    "Beijing",
    "Seoul",
    "Wonsan",
    "Rason",
    "Vladivostok",
    "Hanoi",
    "Geneva",
    "Kaesong",
)
_NAMES = ("Kim", "Ri", "Choe", "Pak", "Jang", "Han", "Ro", "Sin", "Yun", "Hwang")
_FAR = ("Y-4600000000", "Y-10000", "-2332-10-03", "-0057", "0668", "Y12000", "Y999999999999")
_FAR_AHEAD = _FAR[-2:]


@dataclass(frozen=True)
class Happening:
    """One event and the claim that tells of it."""

    number: int
    sentence: str
    edtf: str | None
    status: str
    factuality: str
    people: tuple[int, int]
    strand: int


def happenings(count: int = COUNT, seed: int = SEED) -> list[Happening]:
    """`count` events, drawn from `seed`."""
    chance = random.Random(seed)
    return [_happening(chance, number) for number in range(count)]


def write_corpus(folder: Path, count: int = COUNT, seed: int = SEED) -> Path:
    """Write the corpus of `count` events into `folder`, which is made; returns it."""
    found = happenings(count, seed)
    (folder / "sources").mkdir(parents=True)
    files = {
        "corpus.toml": 'format = 1\ntitle = "Many events"\ndescription = ""\ncurators = []\nlanguage = "en"\n',
        "entities.toml": "\n".join(_entities()),
        "events.toml": "\n".join([*_strands(), *(_event(it) for it in found)]),
    }
    for source in range(SOURCES):
        files |= _source(source, [it for it in found if it.number % SOURCES == source])
    for name, content in files.items():
        (folder / name).write_text(content, "utf-8")
    return folder


def _happening(chance: random.Random, number: int) -> Happening:
    one, other = chance.sample(range(PEOPLE), 2)
    sentence = f"{_name(one)} {chance.choice(_WHAT)} {_name(other)} in {chance.choice(_WHERE)}, item {number}"
    start = date(1948, 9, 9) + timedelta(days=round(chance.triangular(0, 28_600, 28_000)))
    edtf = _edtf(chance, start, number)
    ahead = start > PUBLISHED
    status = chance.choice(("scheduled", "expected", "speculated")) if ahead else "occurred"
    if edtf in _FAR_AHEAD:
        status = "scheduled"
    sure = {"scheduled": "CT+", "expected": "PR+", "speculated": "PS+", "occurred": "CT+"}[status]
    return Happening(number, sentence, edtf, status, sure, (one, other), chance.randrange(STRANDS))


def _edtf(chance: random.Random, start: date, number: int) -> str | None:
    if number < len(_FAR):
        return _FAR[number]
    until = start + timedelta(days=chance.randrange(1, 40))
    forms = {
        start.isoformat(): 76,
        start.isoformat()[:7]: 8,
        start.isoformat()[:4]: 3,
        f"{start}/{until}": 7,
        f"[{start}..{until}]": 4,
        f"[{start}..]": 1,
        None: 1,
    }
    return chance.choices(list(forms), list(forms.values()))[0]


def _name(person: int) -> str:
    return f"{_NAMES[person % len(_NAMES)]} {chr(ord('A') + person // len(_NAMES))}."


def _entities() -> list[str]:
    people = [_table("entity", id=f"person-{it}", type="person", name=_name(it)) for it in range(PEOPLE)]
    return [*people, _table("entity", id="agency", type="organization", name="The Agency")]


def _strands() -> list[str]:
    return [
        _table("event", id=f"strand-{it}", type="strand", title=f"Strand {it + 1}") for it in range(STRANDS)
    ]


def _event(it: Happening) -> str:
    return _table(
        "event", id=f"event-{it.number}", type="meeting", title=it.sentence, part_of=f"strand-{it.strand}"
    )


def _claim(it: Happening) -> str:
    table = _table(
        "claim",
        id=f"claim-{it.number}",
        event=f"event-{it.number}",
        quote=it.sentence,
        status=it.status,
        factuality=it.factuality,
    )
    roles = f'roles = {{ participant = ["person-{it.people[0]}", "person-{it.people[1]}"] }}\n'
    dated = f"date = {_dated(it.edtf)}\n" if it.edtf is not None else ""
    return table + roles + dated


def _source(number: int, found: list[Happening]) -> dict[str, str]:
    """The files of a source: its text, one sentence a line, and its record with the claims."""
    text = "\n".join(f"{it.sentence}." for it in found)
    record = (
        f'[source]\ntitle = "Bulletin {number + 1}"\npublisher = "agency"\nlanguage = "en"\n'
        f"published = {_dated(PUBLISHED.isoformat())}\n"
        f'sha256 = "{hashlib.sha256(text.encode()).hexdigest()}"\n'
    )
    name = f"sources/bulletin-{number + 1}"
    return {f"{name}.txt": text, f"{name}.toml": "\n".join([record, *(_claim(it) for it in found)])}


def _dated(edtf: str) -> str:
    return f'{{ edtf = "{edtf}", basis = "external", reasoning = "made up" }}'


def _table(kind: str, **fields: str) -> str:
    return f"[[{kind}]]\n" + "".join(f"{name} = {json.dumps(value)}\n" for name, value in fields.items())


if __name__ == "__main__":
    write_corpus(Path(sys.argv[1]), *(int(number) for number in sys.argv[2:4]))
