"""Who has a part in what, and who said it first."""

from model.asof.entity import entity_view
from model.index.memory.index import MemoryIndex
from model.index.sqlite.index import SqliteIndex
from model.index.values import AsOf
from model.query.vocabulary import vocabulary_of
from tests.asof.cases import DAY, day
from tests.handmade import corpus_of

PARTS = """
    a  2025-05-01  scheduled  CT+  2025-05-09  by=putin roles=speaker:putin,host:russia,inviter:russia
    b  2025-05-01  scheduled  CT+  2025-05-09  by=xi    roles=guest:choe event=other
    c  2025-05-01  ongoing    CT+  -           entity=choe office=envoy
    event visit place=moscow
    entity putin person
    entity choe person
    entity xi person
"""


def test_one_rule_says_who_has_a_part():
    corpus = corpus_of(PARTS)

    def view(entity: str) -> dict[str, tuple[str, ...]]:
        parts = entity_view(corpus, entity, day(DAY)).parts
        return {event: tuple(held) for event, held in parts.items()}

    assert view("putin") == {"visit": ("speaker",)}
    assert view("russia") == {"visit": ("host", "inviter")}
    assert view("moscow") == {"visit": ("place",)}
    assert view("xi") == {}
    assert set(entity_view(corpus, "xi", day(DAY)).speaks) == {"other"}
    for index in (SqliteIndex, MemoryIndex):
        mentions = index(corpus).at(AsOf(day(DAY))).mentions
        assert mentions.parts_in(("visit", "other")) == {
            "visit": {"putin": True, "russia": True, "moscow": True},
            "other": {"choe": True, "xi": False},
        }
        assert mentions.claims()["choe"] == len(entity_view(corpus, "choe", day(DAY)).claims)


def test_company_are_those_who_both_have_a_part():
    lines = PARTS + "    d  2025-05-01  scheduled  CT+  2025-05-09  roles=guest:choe"
    corpus = corpus_of(lines)
    assert entity_view(corpus, "putin", day(DAY)).company == (("choe", 1),)
    assert entity_view(corpus, "xi", day(DAY)).company == ()
    for index in (SqliteIndex, MemoryIndex):
        assert index(corpus).at(AsOf(day(DAY))).mentions.pairs(9) == [("choe", "putin", 1)]


def test_only_first_origins_are_offered_as_origins():
    lines = """
        a  2025-05-01  scheduled  CT+  2025-05-09
        b  2025-05-02  scheduled  CT+  2025-05-09  by=tass   origin=a
        c  2025-05-03  scheduled  CT+  2025-05-09  by=daily  origin=b
        d  -           scheduled  CT+  2025-05-09  source=own
    """
    assert list(vocabulary_of(corpus_of(lines))["origin"]) == ["own", "said-a"]
    assert set(vocabulary_of(corpus_of(lines))["by"]) == {"kremlin", "tass", "daily", "paper"}
