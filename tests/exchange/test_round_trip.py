"""Out and in again is the same corpus, whatever the texts hold."""

import json
from dataclasses import fields
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given

from model.corpus.corpus import Corpus
from model.corpus.load import load_corpus
from model.exchange.from_json import import_json
from model.exchange.to_folder import write_corpus
from model.exchange.to_json import export_json
from tests.drawn_texts import days
from tests.effort import examples
from tests.odd.corpora import CORPORA
from tests.strategies import corpora


def exported(corpus: Corpus, day: int) -> str:
    return json.dumps(export_json(corpus, day), ensure_ascii=False, indent=1)


def differing(first: Corpus, second: Corpus) -> list[str]:
    """The fields that differ: names only, for a failing example is drawn many times."""
    names = [field.name for field in fields(Corpus) if field.compare]
    return [name for name in names if getattr(first, name) != getattr(second, name)]


@examples(40)
@given(corpora(), days)
def test_a_corpus_exported_as_json_and_imported_again_is_the_same(corpus: Corpus, day: int):
    text = exported(corpus, day)
    again = import_json(text, "x.json")
    assert not differing(again, corpus)
    same_text = exported(again, day) == text
    assert same_text


@examples(40)
@given(corpora())
def test_a_corpus_written_as_a_folder_and_loaded_again_is_the_same(corpus: Corpus):
    with TemporaryDirectory() as folder:
        write_corpus(corpus, Path(folder) / "corpus")
        assert not differing(load_corpus(Path(folder) / "corpus"), corpus)
        for name, text in corpus.texts.items():
            assert (Path(folder) / "corpus" / "sources" / f"{name}.txt").read_bytes() == text.encode()


@examples(40)
@given(corpora(), days)
def test_every_quote_in_the_json_stands_where_its_positions_say(corpus: Corpus, day: int):
    document = json.loads(exported(corpus, day))
    texts = {source["id"]: source["text"] for source in document["sources"]}
    quotes = [(row["source"], quote) for row in document["claims"] for quote in row["quotes"]]
    quotes += [(row["source"], it) for row in document["statements"] for it in (row["quote"], *row["quotes"])]
    for source in document["sources"]:
        quotes += [(source["id"], row["quote"]) for row in source["furniture"] + source["left_out"]]
    for source, quote in quotes:
        assert texts[source][quote["start"] : quote["end"]] == quote["exact"]


@examples(40)
@given(corpora(), days)
def test_no_claim_in_the_json_is_without_its_assertion(corpus: Corpus, day: int):
    for row in json.loads(exported(corpus, day))["claims"]:
        purposes = [quote["purpose"] for quote in row["quotes"]]
        assert purposes.count("assertion") >= 1
        assert ("date" in purposes) == (row["date_words"] is not None)
        assert ("attribution" in purposes) == (row["statement"] is not None)


def test_what_was_dismissed_goes_out_and_in_again(tmp_path: Path):
    corpus = CORPORA["candidates of every kind"]().load(tmp_path / "corpus")
    assert corpus.info.suggest.dismissed
    again = import_json(exported(corpus, 0), "x.json")
    assert not differing(again, corpus)
    write_corpus(again, tmp_path / "again")
    assert load_corpus(tmp_path / "again").info == corpus.info
