"""What depends on the records alone is found out once for a corpus, however often it is asked for."""

import pytest

from model.asof import entity, saying
from model.asof.entity import entity_claims
from model.asof.knowledge import knowledge_steps
from model.corpus.corpus import Corpus
from model.corpus.records import Claim
from model.dates.calendar import day_from_text
from model.index.archive import open_archive
from tests.handmade import corpus_of

LINES = """
    old    2025-05-01  expected   PR+  2025-05-09
    newer  2025-05-03  confirmed  CT+  2025-05-09  by=tass  supersedes=old
    other  2025-05-05  denied     CT-  2025-05-09  by=tass  event=parade
    conflict  contradiction  newer,other
"""
DAY = day_from_text("2025-06-01")


def test_the_saying_of_each_claim_is_worked_out_once(monkeypatch: pytest.MonkeyPatch):
    asked: list[str] = []
    worked_out = saying._saying

    def counted(corpus: Corpus, claim: Claim) -> saying.Saying:
        asked.append(claim.id)
        return worked_out(corpus, claim)

    monkeypatch.setattr(saying, "_saying", counted)
    corpus = corpus_of(LINES)
    for _ in range(2):
        open_archive(corpus, None, DAY)
        knowledge_steps(corpus)
        entity_claims(corpus, "tass", DAY)
    assert asked == list(corpus.claims)


def test_the_claims_of_an_entity_are_found_without_looking_at_all(monkeypatch: pytest.MonkeyPatch):
    corpus = corpus_of(LINES)
    assert [claim.id for claim in entity_claims(corpus, "tass", DAY)] == ["other", "newer"]
    monkeypatch.delattr(entity, "parts_in")
    assert [claim.id for claim in entity_claims(corpus, "kremlin", DAY)] == ["old"]
    assert entity_claims(corpus, "nobody", DAY) == []


def test_another_corpus_has_its_own():
    one, other = corpus_of(LINES), corpus_of(LINES.replace("by=tass", "by=ria"))
    assert one.derived(len_of_claims) is one.derived(len_of_claims)
    assert entity_claims(one, "tass", DAY)
    assert not entity_claims(other, "tass", DAY)


def len_of_claims(corpus: Corpus) -> list[int]:
    return [len(corpus.claims)]
