"""A corpus as curators write it, only larger: for measuring what the checks cost. The same for the same seed.

    python -m tests.benchmarks.mixed_claims FOLDER [COUNT]

Of a hundred claims some 70 have a date with words (30 printed days, 15 weekdays, 10 relative days, 10 months, 5
stretches), 10 have one without, 20 none; 60 rest on statements, two on each, with a chain of two and a day of its own;
90 have two roles, 20 an amount, 20 a hedge. A fifth of the documents is Korean.
"""

import hashlib
import json
import random
import sys
from datetime import date, timedelta
from pathlib import Path

COUNT, SEED, SOURCES, PEOPLE = 5_000, 1953, 50, 60
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_KOREAN_DAYS = "월화수목금토일"
_CHAIN = (
    '[{ who = "person-1", how = "HOW", record = "on-record" }, { who = "person-2", record = "document" }]'
)


def write_corpus(folder: Path, count: int = COUNT) -> Path:
    """Write the corpus of `count` claims into `folder`, which is made; returns it."""
    chance = random.Random(SEED)
    (folder / "sources").mkdir(parents=True)
    # One for each claim: drawn days of one event would not go together.
    events = max(1, count)
    people = [
        f'[[entity]]\nid = "person-{it}"\ntype = "person"\nname = "Person {it}"\n' for it in range(PEOPLE)
    ]
    agency = '[[entity]]\nid = "agency"\ntype = "organization"\nname = "The Agency"\n'
    files = {
        "corpus.toml": 'format = 2\ntitle = "Mixed"\ndescription = ""\ncurators = []\nlanguage = "en"\n',
        "entities.toml": "\n".join([*people, agency]),
        "events.toml": "\n".join(
            f'[[event]]\nid = "event-{it}"\ntype = "visit"\ntitle = "Visit {it}"\n' for it in range(events)
        ),
    }
    numbers = [range(it, count, SOURCES) for it in range(SOURCES)]
    for source, held in enumerate(numbers):
        files |= _source(chance, source, list(held), events)
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def _source(chance: random.Random, number: int, claims: list[int], events: int) -> dict[str, str]:
    korean = number % 5 == 0
    day = date(2025, 1, 6) + timedelta(days=number * 3)
    lines, records = [f"Bulletin {number}"], []
    statement = None
    for place, claim in enumerate(claims):
        if place % 2 == 0:
            statement = f"said-{claim}" if chance.random() < 0.6 else None
        sentence, fields, dated = _claim(chance, claim, day, korean)
        if statement is not None and place % 2 == 0:
            how = "밝혔다" if korean else "said"
            words = f"{day.day}일" if korean else f"on {_DAYS[day.weekday()]}"
            told = f"{claim:05}번 소식통은 {words} {how}" if korean else f"Source {claim:05} {how} {words}"
            lines.append(f"{told}.")
            basis = "explicit-partial" if korean else "derived-weekday"
            records.append(
                f'[[statement]]\nid = "{statement}"\nquote = {json.dumps(told, ensure_ascii=False)}\n'
                f"chain = {_CHAIN.replace('HOW', how)}\npublic = true\n"
                f'on = {{ edtf = "{day}", words = "{words}", basis = "{basis}", reasoning = "the week of it" }}\n'
            )
        lines.append(f"{sentence}.")
        quote = json.dumps(sentence, ensure_ascii=False)
        said = f'statement = "{statement}"\n' if statement is not None else ""
        about = f'event = "event-{claim % events}"\n'
        records.append(f'[[claim]]\nid = "claim-{claim}"\n{about}{said}quote = {quote}\n{dated}{fields}')
    text = "\n".join(lines)
    head = (
        f'[source]\ntitle = "Bulletin {number}"\npublisher = "agency"\nlanguage = "{"ko" if korean else "en"}"\n'
        f'published = {{ edtf = "{day}", basis = "external", reasoning = "made up" }}\n'
        f'sha256 = "{hashlib.sha256(text.encode()).hexdigest()}"\n'
    )
    return {f"sources/b-{number}.txt": text, f"sources/b-{number}.toml": "\n".join([head, *records])}


def _claim(chance: random.Random, number: int, day: date, korean: bool) -> tuple[str, str, str]:
    """The sentence of a claim, its fields but for the date, and the date."""
    words, edtf, basis = _dated(chance, day, korean)
    amount, hedge = chance.random() < 0.2, chance.random() < 0.2
    people = chance.sample(range(PEOPLE), 2)
    troops = chance.randrange(1_000, 9_000)
    if korean:
        parts = [
            f"{number:05}번 대표단은",
            "아마" if hedge else "",
            words or "",
            f"{troops}명이" if amount else "",
        ]
        sentence = " ".join([*(it for it in parts if it), "방문한다고 한다"])
    else:
        parts = [
            f"Delegation {number:05}",
            "reportedly" if hedge else "",
            f"of {troops} men" if amount else "",
        ]
        sentence = " ".join(
            [*(it for it in parts if it), "goes there", words or "", "it was learned"]
        ).replace("  ", " ")
    figure = f"{troops}명" if korean else f"{troops} men"
    fields = 'status = "expected"\nfactuality = "PR+"\n'
    if chance.random() < 0.9:
        fields += f'roles = {{ visitor = "person-{people[0]}", host = "person-{people[1]}" }}\n'
    if amount:
        fields += f'amounts = [{{ what = "men", value = {troops}, words = "{figure}" }}]\n'
    if hedge:
        fields += f'hedge = "{"아마" if korean else "reportedly"}"\n'
    if edtf is None:
        return sentence, fields, ""
    if words is None:
        return sentence, fields, f'date = {{ edtf = "{edtf}", basis = "external", reasoning = "made up" }}\n'
    return (
        sentence,
        fields,
        f'date = {{ edtf = "{edtf}", words = "{words}", basis = "{basis}", reasoning = "as printed" }}\n',
    )


def _dated(chance: random.Random, day: date, korean: bool) -> tuple[str | None, str | None, str]:
    """The words of a date, its EDTF and its basis."""
    drawn, then = chance.random(), day + timedelta(days=chance.randrange(2, 20))
    month = then.strftime("%B")
    if drawn < 0.30:
        return (
            (f"{then.month}월 {then.day}일" if korean else f"on {month} {then.day}"),
            str(then),
            "explicit-partial",
        )
    if drawn < 0.45:
        ahead = day + timedelta(days=chance.randrange(1, 6))
        weekday = f"{_KOREAN_DAYS[ahead.weekday()]}요일" if korean else f"on {_DAYS[ahead.weekday()]}"
        return weekday, str(ahead), "derived-weekday"
    if drawn < 0.55:
        return ("내일" if korean else "tomorrow"), str(day + timedelta(days=1)), "derived-relative"
    if drawn < 0.65:
        return (
            (f"{then.year}년 {then.month}월" if korean else f"in {month} {then.year}"),
            f"{then:%Y-%m}",
            "explicit",
        )
    if drawn < 0.70:
        until = then + timedelta(days=1)
        if until.month != then.month:
            then, until = then - timedelta(days=1), then
        between = (
            f"{then.month}월 {then.day}일부터 {until.day}일까지"
            if korean
            else f"from {then:%B} {then.day} to {until.day}"
        )
        return between, f"{then}/{until}", "explicit-partial"
    return (None, str(then), "") if drawn < 0.80 else (None, None, "")


if __name__ == "__main__":
    write_corpus(Path(sys.argv[1]), *(int(number) for number in sys.argv[2:3]))
