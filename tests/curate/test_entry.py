"""A record that is there, changed in a form: what is written is what a person has changed, and nothing else."""

import difflib
import tomllib
from pathlib import Path
from typing import Any

import pytest

from model.curate.changes import Changes
from model.curate.entry import lookup
from model.curate.entry.change import ClaimChange
from model.curate.entry.change import begun as begun_claim
from model.curate.entry.claim import ClaimEntry
from model.curate.entry.conflict import ConflictEntry
from model.curate.entry.drafting import draft_for
from model.curate.entry.fields import fields
from model.curate.entry.offers import offered
from model.curate.entry.passage import Passage
from model.curate.entry.records import statement_of
from model.curate.entry.source import SourceEntry
from model.curate.entry.source import begun as begun_source
from model.curate.entry.suggest import begun, followed
from model.curate.trial import tried
from model.index.archive import Archive
from model.quotes.span import TextSpan
from tests.tui.curated import archive_of, copied, rewritten

KJD = "sources/kjd-kim-unlikely.toml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copied(tmp_path)


def changed_claim(archive: Archive, name: str, **typed: str) -> ClaimChange:
    corpus = archive.whole
    claim = corpus.claims[name]
    return ClaimChange(corpus, claim, {**begun_claim(corpus, claim), **typed})


def changed_source(archive: Archive, **typed: str) -> SourceEntry:
    corpus = archive.whole
    source = corpus.sources["kjd-kim-unlikely"]
    return SourceEntry(corpus, source, None, {**begun_source(corpus, source, None), **typed})


def added(changes: Changes) -> list[str]:
    """The lines that came, by change; fails where one went."""
    lines = []
    for it in changes:
        before, after = ((data or b"").decode().splitlines() for data in (it.before, it.after))
        found = [*difflib.ndiff(before, after)]
        assert not [line for line in found if line.startswith("- ")]
        lines += [line[2:] for line in found if line.startswith("+ ")]
    return lines


HARD_NAMES = [
    ('name = "Kim Jong-un"', 'name = "Kim, Jong-un"'),
    ('name = "Kim Jong-un"', 'name = "Kim = Jong-un"'),
    ('name = "Kim Jong-un"', 'name = "Vladimir Putin"'),
    ('name = "Kim Jong-un"', 'name = "Kim\\u200b Jong-un"'),
]


@pytest.mark.parametrize("names", HARD_NAMES, ids=["comma", "equals", "somebody else's", "unseen"])
def test_a_note_makes_nobody_new_whatever_people_are_called(folder: Path, names: tuple[str, str]):
    rewritten(folder, "entities.toml", *names)
    archive = archive_of(folder)
    change = changed_claim(archive, "kjd-kim-not-expected", note="Look again.")
    assert not [it for it in change.fields() if it.wrong or it.name.startswith("is:")]
    assert added(change.changes(archive.files, KJD)) == ['note = "Look again."']


def test_who_takes_part_is_written_so_that_it_is_read_as_the_same(folder: Path):
    rewritten(folder, "entities.toml", *HARD_NAMES[0])
    change = changed_claim(archive_of(folder), "kjd-kim-not-expected")
    assert change.values["roles"] == "attendee=kim-jong-un, host=Russia"
    assert change.meant.holders(change.meant.roles) == {"attendee": "kim-jong-un", "host": "russia"}


def test_a_sources_note_makes_no_publisher_new(folder: Path):
    rewritten(folder, "entities.toml", 'name = "Korea JoongAng Daily"', 'name = "Korea Daily"')
    archive = archive_of(folder)
    assert len(lookup.all_called("Korea Daily", lookup.entities(archive.whole))) > 1
    entry = changed_source(archive, note="Look again.")
    assert not [it for it in entry.fields() if it.wrong]
    assert added(entry.changes(archive.files, KJD)) == ['note = "Look again."']


def claims(changes: Changes) -> dict[str, Any]:
    (change,) = changes
    assert change.after is not None
    return {it["id"]: it for it in tomllib.loads(change.after.decode())["claim"]}


def test_another_reasoning_leaves_how_a_date_is_known_as_it_was(folder: Path):
    archive = archive_of(folder)
    name = "kjd-kim-not-expected"
    was = claims_of(archive)[name]["date"]
    change = changed_claim(archive, name, why="For another reason.")
    assert not [it for it in change.fields() if it.wrong]
    now = claims(change.changes(archive.files, KJD))[name]["date"]
    assert now == {**was, "reasoning": "For another reason."}


def test_another_reasoning_leaves_how_the_day_of_a_source_is_known_as_it_was(folder: Path):
    archive = archive_of(folder)
    was = tomllib.loads(archive.files[KJD].decode())["source"]["published"]
    entry = changed_source(archive, why="For another reason.")
    (change,) = entry.changes(archive.files, KJD)
    assert change.after is not None
    now = tomllib.loads(change.after.decode())["source"]["published"]
    assert now == {**was, "reasoning": "For another reason."}
    assert (now["basis"], now["best"]) == ("derived-weekday", "2025-04-30")


def claims_of(archive: Archive) -> dict[str, Any]:
    return {it["id"]: it for it in tomllib.loads(archive.files[KJD].decode())["claim"]}


def test_a_field_of_several_lines_that_nobody_touched_does_not_differ(folder: Path):
    rewritten(folder, KJD, 'id = "kjd-ties"\n', 'id = "kjd-ties"\nnote = """\nOne.\nTwo.\n"""\n')
    archive = archive_of(folder)
    assert not changed_claim(archive, "kjd-ties").differing
    assert not changed_claim(archive, "kjd-ties").changes(archive.files, KJD)


def passage_of(archive: Archive, words: str) -> Passage:
    start = archive.whole.texts["kjd-kim-unlikely"].index(words)
    return Passage(archive.whole, "kjd-kim-unlikely", TextSpan(start, start + len(words)))


SENTENCE = "Pyongyang is preparing to dispatch a delegation to Russia from May 7 to 10."


def test_an_event_whose_title_another_has_is_suggested_by_its_id_and_its_title_is_wrong(folder: Path):
    title = "North Korean delegation in Russia"
    archive = archive_of(folder)
    assert begun(passage_of(archive, SENTENCE))["event"] == title
    with (folder / "events.toml").open("a") as file:
        file.write(f'\n[[event]]\nid = "another"\ntype = "visit"\ntitle = "{title}"\n')
    archive = archive_of(folder)
    passage = passage_of(archive, SENTENCE)
    assert begun(passage)["event"] == "delegation-7-10-may"
    assert "another" in lookup.near("north korean deleg", lookup.events(archive.whole))
    entry = ClaimEntry(passage, {"event": title})
    assert not entry.is_new_event
    event = fields(entry)[0]
    assert (event.name, event.wrong) == ("event", True)
    assert event.answer == "several are called so: delegation-7-10-may, another"


def test_a_name_that_two_have_is_wrong_and_not_somebody_new(folder: Path):
    rewritten(folder, "entities.toml", *HARD_NAMES[2])
    archive = archive_of(folder)
    passage = passage_of(archive, SENTENCE)
    entry = ClaimEntry(passage, {**begun(passage), "roles": "guest=Vladimir Putin"})
    assert entry.new_names == []
    roles = next(it for it in fields(entry) if it.name == "roles")
    assert roles.wrong
    assert roles.answer.startswith("Vladimir Putin: several are called so: ")


def test_who_empties_the_words_of_a_date_keeps_the_date(folder: Path):
    passage = passage_of(archive_of(folder), SENTENCE)
    values = begun(passage)
    assert values["words"]
    assert followed(passage, {**values, "words": ""}, frozenset({"words"}))["date"] == values["date"]


def test_a_draft_says_under_which_id_it_was_written(folder: Path):
    archive = archive_of(folder)
    passage = passage_of(archive, SENTENCE)
    entry = ClaimEntry(passage, {**begun(passage), "id": "kjd-ties"})
    changes, id = draft_for(entry, archive.files, KJD)
    assert id == entry.suggested_id != "kjd-ties"
    assert claims(changes)[id]["draft"] is True


NEW_EVENT = {
    "event": "Envoy lands in Moscow",
    "kind": "",
    "speaker": "A pilot of the flight > Harbour Gazette",
    "is:A pilot of the flight": "anonymous",
    "short:A pilot of the flight": "Pilot",
    "is:Harbour Gazette": "organisation",
    "said": SENTENCE,
    "how": "",
    "footing": "anonymous",
    "on": "2025-04-28",
    "on words": "",
    "on why": "",
    "public": "no",
    "status": "sceduled",
    "sure": "CT+",
    "hedge": "",
    "date": "2025-05-08",
    "words": "",
    "why": "",
    "roles": "envoy=Vladimir Putin, pilot=A pilot of the flight, host=Harbour Gazette",
    "replaces": "kjd-nothing",
    "note": "Ask again.",
    "id": "kjd-envoy",
}


def test_a_draft_has_all_that_was_typed(folder: Path):
    archive = archive_of(folder)
    entry = ClaimEntry(passage_of(archive, SENTENCE), NEW_EVENT)
    changes, id = draft_for(entry, archive.files, KJD)
    after = tried(archive, changes)
    corpus = after.whole
    claim, event = corpus.claims[id], corpus.events["envoy-lands-in-moscow"]
    assert (claim.event, event.title, event.draft) == (event.id, "Envoy lands in Moscow", True)
    assert corpus.entities["a-pilot-of-the-flight"].short == "Pilot"
    assert claim.statement is not None
    statement = corpus.statements[claim.statement]
    assert (statement.draft, statement.quote, statement.public) == (True, SENTENCE, False)
    assert statement.chain[0].who == "a-pilot-of-the-flight"
    assert statement.on is not None
    assert claim.date is not None
    assert (statement.on.edtf, claim.date.edtf) == ("2025-04-28", "2025-05-08")
    assert claim.roles == {"envoy": "vladimir-putin", "pilot": "a-pilot-of-the-flight"}
    assert claim.note == "Ask again."
    for typed in ("status: sceduled", "replaces: kjd-nothing", "Harbour Gazette is: organisation", "host"):
        assert typed in (claim.todo or "")


def test_who_takes_part_is_completed_however_it_is_parted(folder: Path):
    passage = passage_of(archive_of(folder), SENTENCE)
    for typed, expected in [
        ("guest: kim jong", "guest=Kim Jong-un"),
        ("host=Russia; guest: kim jong", "host=Russia, guest=Kim Jong-un"),
        ("guest=Kim Yong-un", "guest=Kim Jong-un"),
    ]:
        assert offered(passage, "roles", {"roles": typed})[0] == expected
    roles = ClaimEntry(passage, {"roles": "host: Russia; guest: Kim Jong-un, Xi Jinping"}).roles
    assert roles == {"host": ["Russia"], "guest": ["Kim Jong-un", "Xi Jinping"]}


def test_tab_completes_what_is_typed(folder: Path):
    archive = archive_of(folder)
    passage = passage_of(archive, SENTENCE)
    values = {"status": "s", "kind": "par", "event": "An event", "replaces": "kjd-"}
    assert offered(passage, "status", values) == ["scheduled", "speculated"]
    assert offered(passage, "kind", values)[0] == "parade"
    assert len(offered(passage, "status", {"status": "occurred"})) > 5
    assert offered(passage, "footing", {"footing": "an"}) == ["anonymous"]
    assert changed_source(archive, basis="derived-w").offered("basis") == ["derived-weekday"]


def test_an_equals_sign_offers_whose_date_may_be_taken_over(folder: Path):
    passage = passage_of(archive_of(folder), SENTENCE)
    values = begun(passage)

    def offers(typed: str, event: str = values["event"]) -> list[str]:
        return [*offered(passage, "date", {**values, "event": event, "date": typed})]

    every = offers("=")
    assert {"=kjd-kim-unlikely", "=kjd-several"} < {*every[:6]}
    assert all(it.startswith("=") for it in every)
    assert offers("= kjd-k")
    assert all(it.startswith("=kjd-k") for it in offers("= kjd-k"))
    assert offers("=no-such") == []
    assert offers(every[2]) == every, "a whole one is followed by the next"
    new = offers("=", "A new thing")
    assert new[:2] == ["=kjd-several", "=kjd-kim-unlikely"]
    for typed in every[:8]:
        assert ClaimEntry(passage, {**values, "date": typed, "why": "As told."}).date.field is not None


def test_what_has_no_room_is_said_while_it_is_typed(folder: Path):
    archive = archive_of(folder)
    passage = passage_of(archive, SENTENCE)
    title = "A delegation of North Korea travels to Moscow"
    event = fields(ClaimEntry(passage, {"event": title}))[0]
    assert (event.wrong, event.answer) == (True, "takes 45 cells of 38")
    changes, id = draft_for(ClaimEntry(passage, {**begun(passage), "event": title}), archive.files, KJD)
    corpus = tried(archive, changes).whole
    assert corpus.events[corpus.claims[id].event or ""].title == title
    one, other = list(archive.whole.claims)[:2]
    conflict = ConflictEntry(archive.whole, one, other, {"first": "a" * 31, "second": "b"})
    (reads,) = [it for it in conflict.fields() if it.name == "first"]
    assert (reads.wrong, reads.answer) == (True, "takes 31 cells of 30")


def test_a_day_of_publication_has_its_words_and_authors_are_entered(folder: Path):
    text = (folder / "sources/kjd-kim-unlikely.txt").read_text("utf-8")
    byline = "By Hana Yoo, Wednesday, 30 April 2025"
    rewritten(folder, "sources/kjd-kim-unlikely.txt", text, f"{text}\n{byline}\n")
    archive = archive_of(folder)
    before = changed_source(archive)
    assert before.followed(frozenset())["words"] == before.get("words")
    typed = changed_source(archive, published="2025-04-30", words="", why="", authors="Hana Yoo; O. Kim")
    entry = changed_source(archive, **{**typed.values, **typed.followed(frozenset({"published"}))})
    assert entry.published.answer.endswith('explicit from "Wednesday, 30 April 2025"')
    assert not entry.published.asks
    assert entry.offered("authors") == ["Hana Yoo"]
    source = tried(archive, entry.changes(archive.files, KJD)).whole.sources["kjd-kim-unlikely"]
    assert (source.published.edtf, source.authors) == ("2025-04-30", ("Hana Yoo", "O. Kim"))


def test_a_new_statement_may_go_back_to_another(folder: Path):
    archive = archive_of(folder)
    passage = passage_of(archive, SENTENCE)
    values = {**begun(passage, speaker="Kim Jong-un"), "origin": "kjd-nobody"}
    (field,) = [it for it in fields(ClaimEntry(passage, values)) if it.name == "origin"]
    assert (field.wrong, field.answer[:17]) == (True, "no such statement")
    assert statement_of(ClaimEntry(passage, begun(passage, speaker="Kim Jong-un"))).get("origin") is None
    offers = offered(passage, "origin", {**values, "origin": ""})
    assert archive.whole.statements[offers[0]].source == "kjd-kim-unlikely"
    entry = ClaimEntry(passage, {**values, "origin": offers[0]})
    assert not [it for it in fields(entry) if it.name == "origin" and it.wrong]
    assert statement_of(entry)["origin"] == offers[0]


def test_of_what_others_only_plan_the_form_asks_whether_it_has_happened(folder: Path):
    passage = passage_of(archive_of(folder), "Pyongyang is preparing to dispatch a delegation")

    def answer(event: str, status: str) -> str:
        entry = ClaimEntry(passage, {**begun(passage, event=event), "status": status})
        return next(it.answer for it in fields(entry) if it.name == "status")

    assert "others only plan it" in answer("delegation-7-10-may", "occurred")
    assert "others only plan it" not in answer("delegation-7-10-may", "expected")
    assert "others only plan it" not in answer("A new event", "occurred")


def test_of_words_that_may_mean_two_days_the_form_names_both(folder: Path):
    text = (folder / "sources/kjd-kim-unlikely.txt").read_text("utf-8")
    words = "He will travel to Rason next Friday to sign an agreement."
    rewritten(folder, "sources/kjd-kim-unlikely.txt", text, f"{text}\n{words}\n")
    entry = ClaimEntry(passage := passage_of(archive_of(folder), words), begun(passage))
    assert entry.date.answer.count("May 2025") == 2, entry.date
