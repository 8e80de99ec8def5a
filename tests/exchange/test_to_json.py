"""The JSON contract: its keys, and what is computed in it."""

import hashlib
from typing import Any

from model.corpus.corpus import Corpus
from model.dates.calendar import day_from_text
from model.exchange.to_json import export_json
from tests.handmade import corpus_of

LINES = """
    plan    2025-05-01  scheduled  CT+  2025-05-09  by=tass
    own     -           expected   PR-  -
    later   2025-05-20  occurred   CT+  2025-05-09  source=other
"""


def exported(corpus: Corpus, day: str) -> Any:
    return export_json(corpus, day_from_text(day))


def test_the_document_has_these_parts_in_this_order():
    document = exported(corpus_of(LINES), "2025-05-10")
    assert list(document) == [
        "format", "corpus", "sources", "entities", "events", "statements", "claims", "conflicts",
        "lists", "questions", "searches",
    ]  # fmt: skip
    assert document["format"] == 2


def test_a_claim_is_flat_and_begins_with_what_people_look_for():
    plan = exported(corpus_of(LINES), "2025-05-10")["claims"][0]
    assert list(plan)[:15] == [
        "id", "source", "event", "date", "date_words", "basis", "reasoning", "stated",
        "status", "factuality", "hedge", "roles", "attribution", "origin", "quotes",
    ]  # fmt: skip
    assert [plan[key] for key in ("date", "basis", "stated", "status", "factuality")] == [
        "2025-05-09", "external", "2025-05-01", "scheduled", "CT+",
    ]  # fmt: skip
    assert (plan["attribution"], plan["origin"]) == ("tass, via paper", "said-plan")
    assert plan["quotes"] == [
        {"exact": "<plan>", "start": 0, "end": 6, "purpose": "assertion"},
        {"exact": "<plan>", "start": 0, "end": 6, "purpose": "attribution"},
    ]


def test_the_documents_own_voice_is_dated_by_its_publication():
    own = exported(corpus_of(LINES), "2025-05-10")["claims"][1]
    assert (own["date"], own["basis"], own["stated"]) == (None, None, "2025-06-01")
    assert (own["attribution"], own["origin"]) == ("paper", "paper")


def test_a_publisher_who_ends_the_chain_is_named_once():
    corpus = corpus_of("plan  2025-05-01  scheduled  CT+  2025-05-09  by=paper")
    assert exported(corpus, "2025-05-10")["claims"][0]["attribution"] == "paper"


def event(day: str) -> dict[str, object]:
    (row,) = exported(corpus_of(LINES), day)["events"]
    return {name: row[name] for name in ("status", "date", "due", "origins")}


def test_an_event_is_told_as_of_the_day():
    scheduled = {"status": "scheduled", "date": "2025-05-09", "due": False, "origins": 1}
    assert event("2025-05-09") == scheduled
    assert event("2025-05-10") == {**scheduled, "due": True}
    assert event("2025-05-20") == {**scheduled, "status": "occurred"}


def test_an_event_of_which_nothing_is_known_yet_is_there_without_a_state():
    assert event("2025-04-30") == {"status": None, "date": None, "due": False, "origins": 0}


def test_the_day_is_written_down():
    assert exported(corpus_of(LINES), "2025-05-09")["corpus"]["as_of"] == "2025-05-09"
    assert exported(corpus_of(LINES), "0044-03-15")["corpus"]["as_of"] == "0044-03-15"


def test_sources_carry_their_text_and_its_digest():
    source = exported(corpus_of(LINES), "2025-05-09")["sources"][0]
    assert source["text"] == "<plan><own>"
    assert source["sha256"] == hashlib.sha256(b"<plan><own>").hexdigest()
