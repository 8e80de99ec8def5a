"""The fields of records: each is described once, and the guide and the exports follow from that."""

import dataclasses
import re
from pathlib import Path
from typing import Any

import msgspec
import pytest

import seeds
from model.corpus import records
from model.corpus.asked import Criteria, Question, Resolution, VainSearch
from model.corpus.copies import LINKS
from model.corpus.fields import fields_of, values_of
from model.corpus.listed import ListEntry, PrintedList
from model.corpus.records import Dated, Event, Record, Source
from model.exchange.to_json import export_json
from model.exchange.to_toml import toml
from tests.handmade import corpus_of

GUIDE = (Path(seeds.__file__).parent / "README.md").read_text("utf-8")
KINDS = [
    kind
    for kind in vars(records).values()
    if isinstance(kind, type) and issubclass(kind, Record) and kind is not Record
]
CORPUS = corpus_of("plan  2025-05-01  scheduled  CT+  2025-05-09")
(SOURCE,), (EVENT,) = CORPUS.sources.values(), CORPUS.events.values()
OPTIONAL = [
    # What a source is a copy of has to be there; the round trips have it.
    *((SOURCE, it.attribute) for it in fields_of(Source) if not it.required and it.name not in LINKS),
    *((EVENT, field.attribute) for field in fields_of(Event) if not field.required),
]


class Scented(Source, frozen=True, kw_only=True):
    """A source with a field that no other record has."""

    scent: str = ""


@pytest.mark.parametrize("kind", [*KINDS, Question, VainSearch, Criteria, Resolution, PrintedList, ListEntry])
def test_every_field_says_what_it_is(kind: type[Record]):
    assert [field.name for field in fields_of(kind) if not field.about] == []


def test_a_field_is_named_as_files_name_it_and_labelled_for_people():
    names = {field.attribute: field.name for field in fields_of(Dated)}
    assert names["from_"] == "from"
    (translated,) = [field for field in fields_of(Source) if field.name == "translated_from"]
    assert translated.label == "translated from"
    assert (translated.required, translated.default) == (False, None)


@pytest.mark.parametrize(
    "kind", [Question, VainSearch, PrintedList, ListEntry], ids=["question", "search", "list", "entry"]
)
def test_the_guide_describes_the_records_of_format_3_in_the_words_of_their_fields(kind: type[Record]):
    own = {"id", "source", "note", "todo", "tags"}
    rows = "".join(f"| `{it.name}` | {it.about} |\n" for it in fields_of(kind) if it.name not in own)
    assert f"| field | what |\n|---|---|\n{rows}\n" in GUIDE


def test_the_guide_describes_the_fields_of_a_source_in_their_own_words():
    table = "\n".join(
        f"| `{field.name}` | {field.about} |" for field in fields_of(Source) if field.name != "id"
    )
    assert f"| field | what |\n|---|---|\n{table}\n\n" in GUIDE


def test_the_guide_describes_a_link_to_a_row_in_the_words_of_its_fields():
    rows = "".join(f"| `{it.name}` | {it.about} |\n" for it in fields_of(records.RowLink))
    assert f"| field | what |\n|---|---|\n{rows}\n" in GUIDE


@pytest.mark.parametrize(("record", "attribute"), OPTIONAL)
def test_what_a_record_has_is_in_the_json(record: Source | Event, attribute: str):
    changed: Any = msgspec.structs.replace(record, **{attribute: "x"})
    section = "sources" if isinstance(record, Source) else "events"
    others: dict[str, Any] = {section: {record.id: changed}}
    tree: dict[str, Any] = export_json(dataclasses.replace(CORPUS, **others), 10**6)
    (row,) = tree[section]
    assert row[attribute] == "x"


def test_a_field_that_only_one_of_two_records_has_is_an_error_and_no_null():
    with pytest.raises(AttributeError, match="scent"):
        values_of(SOURCE, Scented)
    with pytest.raises(TypeError, match="scent"):
        Source(**values_of(Scented(**values_of(SOURCE, Source), scent="x"), Scented))


def test_a_field_is_written_to_toml_in_its_place_without_being_named_there():
    written = toml([("source", Scented(**values_of(SOURCE, Source), scent="x"))])
    assert re.findall(r"^(\w+) =", written, flags=re.MULTILINE)[-1] == "scent"
