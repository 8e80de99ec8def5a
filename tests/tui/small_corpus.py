"""A corpus of a few events, written as a folder: for what the bundled one has no example of."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from model.corpus.corpus import Corpus
from model.corpus.load import load_corpus
from model.dates.calendar import day_from_text
from model.dates.edtf import parse

_PUBLISHED = day_from_text("2025-12-31")


def small_corpus(folder: Path, days: Sequence[str], words: str = "Something happened") -> Corpus:
    """One event on each day, which occurred if that is past, all told by one source.

    `words` are in every text that is shown. JSON strings are TOML strings too, once the characters that TOML must not
    hold bare are escaped, as they are here.
    """
    sentences = [f"{words} {number}" for number, _ in enumerate(days)]
    text = "\n\n".join(sentences)
    said = _toml(words)
    events = [
        f'[[event]]\nid = "e{number}"\ntype = "visit"\ntitle = {_toml(sentence)}'
        for number, sentence in enumerate(sentences)
    ]
    claims = [
        f'[[claim]]\nid = "c{number}"\nevent = "e{number}"\nquote = {_toml(sentence)}\nstatus = "{_status(day)}"\n'
        f'factuality = "CT+"\nroles = {{ actor = "who" }}\n'
        f'date = {{ edtf = "{day}", basis = "external", reasoning = {said} }}'
        for number, (sentence, day) in enumerate(zip(sentences, days, strict=True))
    ]
    source = (
        f'[source]\ntitle = {said}\npublisher = "who"\nlanguage = "en"\n'
        f'published = {{ edtf = "2025-12-31", basis = "external", reasoning = {said} }}\n'
        f'sha256 = "{hashlib.sha256(text.encode()).hexdigest()}"'
    )
    files = {
        "corpus.toml": f'format = 1\ntitle = {said}\ndescription = ""\ncurators = []\nlanguage = "en"',
        "entities.toml": f'[[entity]]\nid = "who"\ntype = "person"\nname = {said}',
        "events.toml": "\n\n".join(events),
        "sources/s.toml": "\n\n".join([source, *claims]),
        "sources/s.txt": text,
    }
    (folder / "sources").mkdir(parents=True)
    for name, content in files.items():
        (folder / name).write_bytes(content.encode())
    return load_corpus(folder)


def _status(day: str) -> str:
    first = parse(day).earliest
    return "occurred" if first is None or first <= _PUBLISHED else "scheduled"


def _toml(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
