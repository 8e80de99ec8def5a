"""The examples of the guide that stand in no corpus are read and checked all the same, so that they are true."""

import hashlib
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

import seeds
from model.corpus.check import check_draft
from model.corpus.codes import Severity
from model.corpus.convert import convert
from model.corpus.draft import Draft
from model.corpus.fields import fields_of
from model.corpus.findings import Place
from model.corpus.records import Claim, CorpusInfo, Entity, Event, Record, Source, Statement
from model.corpus.tables import KINDS

GUIDE = (Path(seeds.__file__).parent / "README.md").read_text("utf-8")


def examples() -> Iterator[str]:
    """The plain blocks that are TOML."""
    is_toml, lines = None, list[str]()
    for line in GUIDE.splitlines():
        if not line.startswith("```"):
            lines.append(line)
        elif is_toml is None:
            is_toml, lines = line == "```", []
        else:
            with suppress(tomllib.TOMLDecodeError):
                table = tomllib.loads("\n".join(lines)) if is_toml else {}
                # Whole records are tried where their subject is.
                if table and not table.keys() & {*KINDS, "suggest"}:
                    yield "\n".join(lines)
            is_toml = None


def quoted(value: object, key: str = "") -> Iterator[str]:
    """All that an example takes from a text."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from quoted(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from quoted(inner, key)
    elif key in ("quote", "quotes", "exact", "words"):
        yield str(value)


def record(kind: type[Record], example: dict[str, Any], **others: object) -> Any:
    names = {field.name for field in fields_of(kind)}
    table = {**others, **{name: value for name, value in example.items() if name in names}}
    made = convert(table, kind, Place("x"), {})
    assert isinstance(made, kind), made
    return made


def test_there_are_examples_of_what_format_2_added():
    assert len([*examples()]) >= 5


@pytest.mark.parametrize("example", examples())
def test_an_example_can_be_read_and_nothing_is_wrong_with_it(example: str):
    fields = tomllib.loads(example)
    known = {field.name for kind in (Claim, Statement, Source) for field in fields_of(kind)}
    assert fields.keys() <= known
    said = fields.get("quote", " ".join(["it was said", *quoted(fields.get("amounts", []))]))
    text = ". ".join(dict.fromkeys([*quoted({"quote": said}), *quoted(fields)]))
    digest = hashlib.sha256(text.encode()).hexdigest()
    date = {"edtf": "2025-05-06", "basis": "external", "reasoning": "x"}
    whose = {key: value for key, value in fields.items() if key in ("note", "todo", "tags")}
    source = {"id": "a", "title": "it was said", "publisher": "who", "language": "en", "published": date}
    chain = [{"who": "who", "record": "document"}]
    draft = Draft(info=CorpusInfo(2, "T", "", (), "en"), texts={"a": text}, digests={"a": digest})
    at = Place("sources/a.toml")
    draft.furniture["a"], draft.left_out["a"] = [], []
    draft.sources.append((record(Source, whose, **source, sha256=digest), at.of("source")))
    draft.entities += [
        (Entity(name, "organization", name.title()), at.of("entity", name))  # type: ignore[arg-type]
        for name in ("who", *(hop["who"] for hop in fields.get("chain", [])))
    ]
    draft.events.append((Event("visit", "visit", "A visit"), at.of("event", 0)))
    of_claim = {
        "id": "c",
        "source": "a",
        "event": "visit",
        "quote": said,
        "status": "occurred",
        "factuality": "CT+",
    }
    draft.claims.append((record(Claim, fields, **of_claim), at.of("claim", 0)))
    of_statement = {"id": "s", "source": "a", "quote": said, "chain": chain, "public": True}
    draft.statements.append((record(Statement, fields, **of_statement), at.of("statement", 0)))
    assert [it for it in check_draft(draft)[1] if it.severity is Severity.ERROR] == []
