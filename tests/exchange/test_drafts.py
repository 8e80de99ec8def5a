"""Drafts on their way out and in again, as JSON and as a folder: none is lost, and none has more than it had."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from model.corpus.corpus import Corpus
from model.corpus.findings import CorpusError
from model.corpus.load import load_corpus
from model.exchange.from_json import import_json
from model.exchange.to_folder import corpus_files, write_corpus
from model.exchange.to_json import export_json
from tests.begun import KINDS, flagged
from tests.corpus.spoiled import FILES, A, add, spoil
from tests.corpus.test_drafts import CLAIM, CONFLICT, EVENT, STATEMENT
from tests.effort import examples
from tests.odd.corpora import CORPORA
from tests.strategies import corpora

FORMAT_2 = (
    '\n[[claim]]\nid = "further"\ndraft = true\nevent = "visit"\n'
    'quotes = ["he said a", { exact = "a visit comes", gloss = "G", gloss_by = "B" }]\ncondition = "a visit"\n'
    'amounts = [{ what = "troops", about = true }, { value = 9 }]\ndate = { quote = "May 9" }\n'
    'note = "N"\ntodo = "T"\ntags = ["t"]\n'
    '[[statement]]\nid = "told"\ndraft = true\nquotes = ["he said a"]\n'
    'chain = [{ quote = "On Monday" }]\non = { quote = "On Monday" }\n'
)
PARTS = (
    '\n[[claim]]\nid = "dated"\ndraft = true\nevent = "visit"\ndate = { edtf = "2025-05-09" }\n'
    '[[statement]]\nid = "told"\ndraft = true\nchain = [{ how = "said" }, { who = "korea-daily" }]\n'
)


def begun(corpus: Corpus) -> dict[tuple[str, str], Any]:
    """The drafts by kind and id."""
    return {(it.kind, it.record.id): it for it in corpus.drafts}


def exported(corpus: Corpus) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json.dumps(export_json(corpus, 20240)))
    return found


def same(again: Corpus, corpus: Corpus) -> None:
    assert again == corpus
    assert begun(again) == begun(corpus)
    assert again.with_drafts == corpus.with_drafts


def there_and_back(corpus: Corpus, folder: Path) -> None:
    text = json.dumps(exported(corpus))
    again = import_json(text, "x.json")
    same(again, corpus)
    assert exported(again) == json.loads(text)
    write_corpus(again, folder)
    same(load_corpus(folder), corpus)
    assert corpus_files(load_corpus(folder)) == corpus_files(corpus)


@pytest.mark.parametrize(
    ("file", "lines"),
    [
        (A, CLAIM),
        (A, CLAIM + 'event = "visit"\nstatus = "denied"\n'),
        (A, CLAIM + 'event = "visit"\nquote = "he said a"\n'),
        (A, STATEMENT),
        (A, PARTS),
        (A, FORMAT_2),
        (A, FORMAT_2.replace("quotes = ", 'quote = "a visit comes on May 9"\nquotes = ')),
        ("events.toml", EVENT),
        ("conflicts.toml", CONFLICT),
        ("conflicts.toml", CONFLICT.replace('claims = ["c1"]\n', "")),
    ],
)
def test_a_draft_goes_out_and_in_again_with_what_it_has_and_no_more(folder: Path, file: str, lines: str):
    spoil(folder, "corpus.toml", "format = 1", "format = 2")
    add(folder, file, lines)
    corpus = load_corpus(folder)
    assert corpus.drafts
    assert not corpus.errors
    there_and_back(corpus, folder / "again")


def test_a_source_that_is_a_draft_may_have_an_empty_text(folder: Path):
    (folder / "sources/b.txt").write_bytes(b"")
    there_and_back(load_corpus(folder), folder / "again")


def test_further_quotes_of_a_draft_without_a_quote_are_looked_up_all_the_same(folder: Path):
    spoil(folder, "corpus.toml", "format = 1", "format = 2")
    add(folder, A, FORMAT_2.replace('["he said a", {', '["he never said", {'))
    assert [(it.code, it.field) for it in load_corpus(folder).findings if it.code == "Q001"] == [
        ("Q001", "claim[1].quotes[0]")
    ]


def test_what_waits_for_a_draft_goes_out_too(folder: Path):
    second = FILES[A].partition("[[claim]]")[2].replace('"c1"', '"c2"')
    add(folder, A, f'{STATEMENT}\n[[claim]]{second}statement = "s"\n')
    corpus = load_corpus(folder)
    assert ("claim", "c2") in begun(corpus)
    there_and_back(corpus, folder / "again")


def test_a_text_alone_is_a_text_alone_again(folder: Path):
    (folder / "sources/b.txt").write_text("Another text.")
    corpus = load_corpus(folder)
    assert "sources/b.toml" not in corpus_files(corpus)
    there_and_back(corpus, folder / "again")


def test_what_a_draft_lacks_is_null_and_nothing_stands_in_for_it(folder: Path):
    add(folder, A, CLAIM + PARTS)
    (folder / "sources/b.txt").write_text("Another text.")
    document = exported(load_corpus(folder))
    claims = {row["id"]: row for row in document["claims"]}
    assert claims["c1"]["draft"] is False
    assert (claims["c2"]["draft"], claims["c2"]["status"], claims["c2"]["quotes"]) == (True, None, [])
    assert (claims["dated"]["basis"], claims["dated"]["date"]) == (None, "2025-05-09")
    (statement,) = document["statements"]
    assert statement["chain"] == [
        {"who": None, "how": "said", "quote": None, "record": None},
        {"who": "korea-daily", "how": None, "quote": None, "record": None},
    ]
    assert document["sources"][1]["publisher"] is None
    assert "not-given" not in json.dumps(document)


def test_only_a_draft_may_lack_what_it_lacks(folder: Path):
    add(folder, A, CLAIM + STATEMENT)
    document = exported(load_corpus(folder))
    for row in (*document["claims"], *document["statements"]):
        row["draft"] = False
    with pytest.raises(CorpusError) as refused:
        import_json(json.dumps(document), "x.json")
    assert {it.field.partition(".")[0] for it in refused.value.findings} == {"claims[1]", "statements[0]"}


def test_states_are_those_of_what_stands(folder: Path):
    sound = exported(load_corpus(folder))["events"]
    second = FILES[A].partition("[[claim]]")[2].replace('"c1"', '"c2"')
    add(folder, A, f"[[claim]]{second}draft = true\nsupersedes = ['c1']\n")
    assert exported(load_corpus(folder))["events"] == sound


def test_the_odd_one_with_drafts_of_every_kind_goes_out_and_in(tmp_path: Path):
    corpus = CORPORA["unfinished"]().load(tmp_path / "corpus")
    assert {it.kind for it in corpus.drafts} == {"event", "conflict", "statement", "claim", "source"}
    there_and_back(corpus, tmp_path / "again")


@examples(30)
@given(flagged(corpora()))
def test_whatever_is_a_draft_nothing_is_lost(corpus: Corpus):
    once = import_json(json.dumps(exported(corpus)), "x.json")
    again = import_json(json.dumps(exported(once)), "x.json")
    same(again, once)
    for kind in KINDS:
        there = {row["id"]: row["draft"] for row in exported(once)[kind]}
        assert there == {key: record.draft for key, record in getattr(corpus, kind).items()}
