"""A JSON document that is not a sound corpus is refused, clearly and all at once."""

import json
from dataclasses import replace
from typing import Any

import pytest
from msgspec import structs

import model.exchange.json_decoded
from model.corpus.codes import Severity
from model.corpus.findings import CorpusError
from model.dates.calendar import day_from_text
from model.exchange.from_json import import_json
from model.exchange.to_json import export_json
from tests.handmade import corpus_of

_WRITTEN = corpus_of("""
    plan   2025-05-01  scheduled  CT+  2025-05-09
    doubt  2025-05-02  expected   PR-  -
    conflict contradiction  plan,doubt
""")
# Its title stands in its text, so that nothing at all is found in it.
CORPUS = replace(_WRITTEN, sources={"paper": structs.replace(_WRITTEN.sources["paper"], title="<plan>")})


@pytest.fixture
def document() -> Any:
    """A sound document, to be spoiled."""
    return json.loads(json.dumps(export_json(CORPUS, day_from_text("2025-05-10"))))


def refusal(data: bytes | str) -> CorpusError:
    with pytest.raises(CorpusError) as caught:
        import_json(data, "x.json")
    return caught.value


def found(document: object) -> list[str]:
    return str(refusal(json.dumps(document))).splitlines()


def test_the_document_that_is_spoiled_here_is_sound(document: Any):
    assert import_json(json.dumps(document), "x.json") == CORPUS


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", "x.json:1:1: not JSON: it ends too early"),
        (b'{\n "a": ', "x.json:2:7: not JSON: it ends too early"),
        (b'{"x": "\xc3\xa9" 1}', "x.json:1:11: not JSON: expected ',' or '}'"),
        (b'{"x": NaN}', "x.json:1:7: not JSON: invalid character"),
        (b"\xef\xbb\xbf[1,]", "x.json:1:4: not JSON: trailing comma in array"),
        (b'{"x": "caf\xe9"}', "x.json:1:1: not UTF-8: byte 0xE9 at offset 10 (line 1); it must be UTF-8"),
        ("\ud800", "x.json: it holds half a surrogate pair; it must be Unicode text"),
        (b"[" * 1_000_000, "x.json: it is nested too deeply to be read"),
        (b"[]", "x.json: an object is wanted, with the keys that an export writes"),
        (b"null", "x.json: an object is wanted, with the keys that an export writes"),
        (b'{"x": [1e999]}', "x.json: it holds a number that is out of range; write a smaller one"),
    ],
    ids=[
        "empty",
        "cut off",
        "syntax",
        "NaN",
        "BOM",
        "not UTF-8",
        "surrogate",
        "deep",
        "list",
        "null",
        "range",
    ],
)
def test_what_is_not_json_is_said_with_line_and_column(data: bytes | str, line: str):
    error = refusal(data)
    assert str(error) == line
    assert error.unusable


def test_half_a_surrogate_pair_behind_an_escape_is_refused(document: Any):
    document["sources"][0]["text"] += "\ud800"
    assert refusal(json.dumps(document)).unusable


def test_a_document_beyond_the_bound_is_not_read(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(model.exchange.json_decoded, "MAX_DOCUMENT_BYTES", 1500)
    assert str(refusal(b" " * 1501)) == "x.json: it has 1,501 bytes; at most 1,500 are read"


def test_a_text_that_no_corpus_folder_could_hold_is_refused(document: Any, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(model.exchange.from_json, "MAX_BYTES", 5)
    assert found(document) == ["x.json: sources[0].text: the text has 13 bytes; at most 5 are read"]


def test_another_format_is_refused_before_all_else(document: Any):
    document["format"], document["shape"] = 4, "new"
    assert found(document) == [
        "x.json: format: format 4 is not known to this program, which reads formats 1 to 3; a later one may read it"
    ]


@pytest.mark.parametrize("section", ["corpus", "claims", "shape"])
def test_no_depth_is_too_much_for_the_reader(section: str):
    for depth in range(800, 1000):
        text = f'{{"format": 1, "{section}": {"[" * depth}{"]" * depth}}}'
        assert "deep" in str(refusal(text)) or 'the field "sources" is missing' in str(refusal(text))


def test_a_section_that_cannot_be_converted_for_its_depth_is_one_line(document: Any):
    lines = set()
    for depth in range(900, 1000):
        document["corpus"] = 0
        text = json.dumps(document).replace('"corpus": 0', f'"corpus": {"[" * depth}{"]" * depth}')
        lines.update(str(refusal(text)).splitlines())
    assert "x.json: it is nested too deeply to be read" in lines
    assert lines <= {
        "x.json: it is nested too deeply to be read",
        "x.json: corpus: a table is wanted here, not a list",
    }


def test_a_long_key_is_quoted_in_part(document: Any):
    document["claims"][0]["x" * 3000] = 1
    (line,) = found(document)
    cut = "x" * 57 + "..."
    assert line.startswith(f'x.json: claims[0].{cut}: unknown field "{cut}"; ')


def test_missing_parts_are_all_named():
    assert found({"format": 1, "claims": {}, "clams": []}) == [
        'x.json: clams: unknown field "clams", did you mean "claims"?',
        *(
            f'x.json: the field "{name}" is missing'
            for name in ("corpus", "sources", "entities", "events", "statements", "conflicts")
        ),
        "x.json: claims: a list is wanted here, not a table",
    ]


NOT_AN_ID = "is not an id; write up to 80 lower-case letters, digits and single hyphens"
NOT_A_DIGEST = "the SHA-256 of the text file is wanted: 64 lower-case hexadecimal digits"
NO_SOURCE = '.source: there is no source "papier", did you mean "paper"?'
NOT_INSIDE = "is not inside the quote; write the source's own words, letter for letter"
NO_BASIS = 'a date needs its "basis"; where the claim has no date, leave all fields of the date null'

SPOILED: list[tuple[str, str, object, str]] = [
    ("claims", "hedeg", "x", '.hedeg: unknown field "hedeg", did you mean "hedge"?'),
    ("claims", "id", "../../etc", f'.id: "../../etc" {NOT_AN_ID}'),
    (
        "claims",
        "date",
        "9 May",
        '.date: "9 May" is not an EDTF date; write it as 2025, 2025-05 or 2025-05-09',
    ),
    ("claims", "date_words", "May 9", f'.date_words: "May 9" {NOT_INSIDE}'),
    (
        "claims",
        "reasoning",
        None,
        '.date: basis "external" needs a "reasoning": how the date was arrived at; write reasoning = "..."',
    ),
    (
        "claims",
        "date_best",
        "2025-05-10",
        '.date_best: "best" lies outside "2025-05-09"; give a day within it',
    ),
    ("claims", "basis", None, f".basis: {NO_BASIS}"),
    ("claims", "source", "papier", NO_SOURCE),
    ("claims", "quotes", [], '.quotes: a quote with the purpose "assertion" is wanted here'),
    (
        "claims",
        "factuality",
        "PR+",
        '.factuality: "scheduled" cannot be PR+; it goes with CT+, and PR+ with occurred or ongoing or expected',
    ),
    ("claims", "roles", {"host": "a b"}, f'.roles.host: "a b" {NOT_AN_ID}, as in "a-b"'),
    ("claims", "roles", {"host": ["a b"]}, f'.roles.host: "a b" {NOT_AN_ID}, as in "a-b"'),
    ("claims", "roles", None, ".roles: a table is wanted here, not null"),
    ("claims", "id", "a\n", f'.id: "a\\n" {NOT_AN_ID}, as in "a"'),
    ("claims", "contradicts", ["plan"], '.contradicts: "plan" contradicts itself; name another claim'),
    ("sources", "sha256", "0" * 64 + "\n", f".sha256: {NOT_A_DIGEST}"),
    ("events", "origins", 1.5, ".origins: a whole number is wanted here, not 1.5"),
    ("claims", "status", 7, ".status: text in quotes is wanted here, not a number"),
    ("statements", "source", "papier", NO_SOURCE),
    ("statements", "chain", [], ".chain: it is empty; it has to say something"),
    ("sources", "id", "a/b", f'.id: "a/b" {NOT_AN_ID}'),
    ("events", "due", "yes", ".due: true or false is wanted here, not a text"),
    ("conflicts", "claims", ["plan", "doubt", "plan"], ".claims: a claim is named twice; name each once"),
]


@pytest.mark.parametrize(("section", "field", "value", "line"), SPOILED)
def test_a_mistake_names_its_field(document: Any, section: str, field: str, value: object, line: str):
    document[section][0][field] = value
    assert found(document) == [f"x.json: {section}[0]{line}"]


def test_a_quote_that_is_not_in_the_text_is_found_whatever_its_positions_say(document: Any):
    document["claims"][1]["quotes"][0]["exact"] = "<dubt>"
    (line,) = found(document)
    assert line.startswith("x.json: claims[1].quotes: the quote is not in the text; closest is line 1: ")


def test_a_changed_text_is_said_to_have_changed(document: Any):
    document["sources"][0]["text"] += "."
    assert found(document)[0].startswith("x.json: sources[0].sha256: the text has another SHA-256")


def test_all_mistakes_come_at_once_in_the_order_of_the_document(document: Any):
    document["claims"][1]["factuality"] = "CT+"
    document["claims"][0]["date"] = "May"
    document["corpus"]["as_off"] = ""
    document["events"][0]["title"] = ""
    assert [line.split(" ")[1] for line in found(document)] == [
        "corpus.as_off:",
        "events[0].title:",
        "claims[0].date:",
        "claims[1].factuality:",
    ]


def test_a_corpus_without_a_source_comes_back(document: Any):
    for section in ("sources", "statements", "claims", "conflicts", "events"):
        document[section] = []
    assert import_json(json.dumps(document), "x.json").sources == {}


def test_what_is_only_worth_a_warning_is_taken(document: Any):
    document["events"].append({"id": "alone", "type": "visit", "title": "Alone"})
    corpus = import_json(json.dumps(document), "x.json")
    assert "alone" in corpus.events
    (finding,) = corpus.findings
    assert (finding.code, finding.severity) == ("M006", Severity.WARNING)


def test_computed_fields_count_for_nothing(document: Any):
    document["corpus"]["as_of"] = None
    document["events"][0].update(status="occurred", date="never", due=False, origins=99)
    document["claims"][0].update(stated="1999", attribution="nobody", origin="nothing")
    document["claims"][0]["quotes"][0].update(start=-1, end=10**6)
    del document["claims"][0]["quotes"][1]
    assert import_json(json.dumps(document), "x.json") == CORPUS


def test_a_row_that_cannot_be_read_has_the_rest_of_it_checked(document: Any):
    document["extra"] = 1
    document["claims"][0] |= {"status": "happened", "event": 7, "date": "2025-99"}
    document["claims"][0]["quotes"][0]["exact"] = "never said"
    document["claims"][1] |= {"hedge": "never said", "factuality": None}
    document["sources"][0] |= {"language": 7, "publisher": "nobody"}
    said = [line.removeprefix("x.json: ").split(": ")[:2] for line in found(document)]
    assert [(field, sentence.split(";")[0].split(",")[0]) for field, sentence in said] == [
        ("extra", 'unknown field "extra"'),
        ("sources[0].language", "text in quotes is wanted here"),
        ("sources[0].publisher", 'there is no entity "nobody"'),
        ("claims[0].event", "text in quotes is wanted here"),
        ("claims[0].status", '"happened" is not a known word'),
        ("claims[0].quotes", "the quote is not in the text"),
        ("claims[0].date", '"2025-99" has the month 99'),
        ("claims[1].factuality", "text in quotes is wanted here"),
        ("claims[1].hedge", '"never said" is not inside the quote'),
    ]


def test_a_section_that_is_none_hides_nothing_of_the_others_and_is_missed_by_none(document: Any):
    document["events"] = {}
    document["claims"][0]["hedge"] = "never said"
    assert [line.split(": ")[1] for line in found(document)] == ["events", "claims[0].hedge"]
