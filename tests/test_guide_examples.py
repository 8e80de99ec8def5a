"""The examples of the guide that stand in no corpus are read and checked all the same, so that they are true."""

import hashlib
import re
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
from model.corpus.load import load_corpus
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


def test_the_shortest_way_is_a_whole_corpus_of_which_nothing_is_said(tmp_path: Path):
    """Each file below its name, and the text in a block of its own, which has to be true to its digest."""
    section = GUIDE.partition("### The shortest way\n")[2].partition("\n## ")[0]
    text, tables = (it.removeprefix("\n") for it in section.split("```")[1::2])
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources/paper-visit.txt").write_text(text, "utf-8")
    parts = re.split(r"^# (\S+\.toml)\n", tables, flags=re.MULTILINE)
    for name, table in zip(parts[1::2], parts[2::2], strict=True):
        (tmp_path / name).write_text(table, "utf-8")
    corpus = load_corpus(tmp_path)
    assert corpus.findings == ()
    assert [*corpus.claims] == ["tp-visit"]


def test_the_cases_that_come_up_early_have_examples_that_are_tried():
    section = GUIDE.partition("### Cases that come up early\n")[2].partition("\n### ")[0]
    shown = [it.strip() for it in section.split("```")[1::2]]
    assert len(shown) == 10
    assert {*shown} <= {*examples()}


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
