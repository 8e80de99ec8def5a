"""What is said of an entity as of a day."""

from pathlib import Path

import seeds
from model.asof.entity import PASSES, SPEAKS, EntityView, entity_claims, entity_view, parts_in
from model.corpus.load import load_corpus
from model.corpus.quoted import wording
from model.dates.calendar import day_from_text
from tests.handmade import corpus_of

LINES = """
    first   2025-05-01  scheduled  CT+  2025-05-09  roles=guest:choe,host:putin
    second  2025-05-03  confirmed  CT+  2025-05-09  by=choe event=other roles=speaker:putin,host:putin
    who     2025-05-02  ongoing    CT+  -           entity=choe office=chair by=tass
    who-2   2025-05-04  ongoing    CT+  -           entity=kim office=chair
    third   2025-05-05  denied     CT-  2025-05-09  event=third roles=guest:choe,also:kim
    fourth  2025-05-06  expected   PR+  2025-05-09  event=third roles=guest:kim supersedes=third
    entity choe person
    entity putin person
    entity kim person
"""
CORPUS = corpus_of(LINES)
BUNDLED = load_corpus(Path(seeds.__file__).parent)


def day(text: str) -> int:
    return day_from_text(text)


def view(entity: str, on: str = "2025-12-31") -> EntityView:
    return entity_view(CORPUS, entity, day(on))


def test_who_it_is_stands_first_then_the_newest():
    claims = [claim.id for claim in entity_claims(CORPUS, "choe", day("2025-12-31"))]
    assert claims == ["who", "third", "second", "first"]
    assert [claim.id for claim in entity_claims(CORPUS, "chair", day("2025-12-31"))] == ["who-2", "who"]
    assert [claim.id for claim in view("choe").claims] == claims
    assert [item.claim.id for item in view("choe").labels] == ["who"]
    assert [item.claim.id for item in view("chair").labels] == ["who-2", "who"]


def events(seen: EntityView) -> dict[str, tuple[str, ...]]:
    return {event: tuple(parts) for event, parts in seen.parts.items()}


def test_a_claim_is_there_from_the_day_on_which_it_could_be_known():
    assert [claim.id for claim in entity_claims(CORPUS, "choe", day("2025-05-01"))] == ["first"]
    assert entity_claims(CORPUS, "choe", day("2025-04-30")) == []


def test_taking_part_and_speaking_are_two_things():
    assert events(view("putin")) == {"other": ("speaker", "host"), "visit": ("host",)}
    assert events(view("choe")) == {"third": ("guest",), "visit": ("guest",)}
    assert events(view("kremlin")) == {}
    spoken = {name: {*view(name).speaks} for name in ("putin", "choe", "kremlin")}
    assert spoken == {"putin": set(), "choe": {"other"}, "kremlin": {"third", "visit"}}


def test_who_is_named_later_in_a_chain_passes_a_claim_on_and_the_publisher_of_a_report_does_not():
    found = BUNDLED.claims["kd-ushakov-ambassador"]
    parts = parts_in(BUNDLED, found)
    assert parts["yuri-ushakov"] == (SPEAKS,)
    assert parts["tass"] == parts["reporters"] == (PASSES,)
    assert "korea-daily" not in parts
    seen = entity_view(BUNDLED, "tass", 10**9)
    assert (len(seen.parts), len(seen.speaks), len(seen.passes)) == (0, 2, 2)


def test_parts_of_several_claims_are_joined():
    lines = """
        a  2025-05-01  scheduled  CT+  -  roles=guest:choe
        b  2025-05-02  scheduled  CT+  -  roles=guest:choe,leader:choe by=choe
    """
    found = entity_view(corpus_of(lines), "choe", day("2025-12-31"))
    assert events(found) == {"visit": ("guest", "leader")}


def test_each_of_several_holders_has_a_part_once_and_the_paper_that_says_so_speaks():
    corpus = corpus_of("own  -  scheduled  CT+  -  roles=guest:choe+kim+choe")
    for name in ("choe", "kim"):
        assert parts_in(corpus, corpus.claims["own"])[name] == ("guest",)
    assert parts_in(corpus, corpus.claims["own"])["paper"] == (SPEAKS,)


def test_each_part_has_the_claim_that_says_most_of_it():
    """One that stands goes before one that was superseded, and of these the surest."""
    lines = """
        a  2025-05-01  scheduled   CT+  -  roles=guest:choe,leader:choe
        b  2025-05-02  expected    PR+  -  roles=guest:choe supersedes=a
        c  2025-05-03  speculated  PS+  -  roles=guest:choe,host:choe
        d  2025-05-04  denied      CT-  -  roles=host:choe
    """
    parts = entity_view(corpus_of(lines), "choe", day("2025-12-31")).parts["visit"]
    assert {part: item.claim.id for part, item in parts.items()} == {"host": "d", "guest": "b", "leader": "a"}
    assert parts["leader"].superseded_by == ("b",)
    early = entity_view(corpus_of(lines), "choe", day("2025-05-01")).parts["visit"]
    assert {part: item.claim.id for part, item in early.items()} == {"guest": "a", "leader": "a"}


def test_company_are_the_people_with_a_part_who_could_be_known():
    assert view("choe").company == (("kim", 1), ("putin", 1))
    assert view("choe", "2025-05-04").company == (("putin", 1),)
    assert view("kim", "2025-05-05").company == (("choe", 1),)
    assert view("putin").company == (("choe", 1),)
    assert view("tass").company == ()


def test_a_later_claim_of_a_known_event_brings_no_company_yet():
    lines = """
        a  2025-05-01  scheduled  CT+  -  roles=guest:choe
        b  2025-05-02  scheduled  CT+  -  roles=host:putin
        entity choe person
        entity putin person
    """
    corpus = corpus_of(lines)
    days = ("2025-05-01", "2025-05-02")
    assert [entity_view(corpus, "choe", day(it)).company for it in days] == [(), (("putin", 1),)]


def test_a_name_leads_to_the_newest_quote_that_prints_it():
    lines = """
        choe-1  2025-05-01  scheduled  CT+  -  roles=guest:choe
        plain   2025-05-02  scheduled  CT+  -  roles=guest:choe
    """
    names = entity_view(corpus_of(lines), "choe", day("2025-12-31")).names
    assert {name: claim.id if claim else None for name, claim in names.items()} == {"choe": "choe-1"}
    assert entity_view(corpus_of(lines), "kremlin", day("2025-12-31")).names == {"kremlin": None}


def test_of_two_claims_that_say_a_part_equally_surely_the_newer_one_is_counted():
    lines = """
        a  2025-05-01  scheduled  CT+  -  roles=guest:choe
        b  2025-05-02  scheduled  CT+  -  roles=guest:choe
        c  2025-05-03  expected   PR+  -  roles=guest:choe
    """
    found = entity_view(corpus_of(lines), "choe", day("2025-12-31"))
    assert found.parts["visit"]["guest"].claim.id == "b"


def test_who_held_an_office_stands_before_other_claims_on_the_card_of_the_office_too():
    lines = """
        who   2025-05-01  ongoing    CT+  -  entity=choe office=chair
        talk  2025-05-02  scheduled  CT+  -  roles=host:chair
    """
    found = entity_claims(corpus_of(lines), "chair", day("2025-12-31"))
    assert [claim.id for claim in found] == ["who", "talk"]


def test_each_name_is_with_the_first_claim_that_prints_it():
    for entity in BUNDLED.entities.values():
        view = entity_view(BUNDLED, entity.id, day("2025-12-31"))
        printed = {
            name: next((claim for claim in view.claims if name in wording(claim)), None)
            for name in (entity.name, *entity.aliases)
        }
        assert [*view.names.items()] == [*printed.items()]
