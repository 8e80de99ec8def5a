"""Which event a passage speaks of, where a verb is shared and the names are not; and what a new event is."""

from pathlib import Path

import pytest

from model.curate.entry.claim import ClaimEntry
from model.curate.entry.event_near import event_said
from model.curate.entry.fields import fields
from model.curate.entry.offers import offered
from model.curate.entry.passage import Passage
from model.curate.entry.suggest import begun, followed
from tests.curate.one_page import EVENTS, marked, page

BRIDGE = "The reopening of the Sinuiju bridge is planned for May."
PIER = "A pier at Wonsan is close to reopening, the group said."
LINE = "Rason freight trains would resume after the reopening of the line, the ministry said."
SAME = "The reopening of the bridge was delayed."
AGAIN = "Officials in Sinuiju put off the reopening."
SPOKEN = "The bridge is close to reopening, Park Chol-su of Hoeryong said."
MONITOR = '[[entity]]\nid = "monitor"\ntype = "organization"\nname = "Trade Monitor"\n'
TEXT = " ".join((BRIDGE, PIER, LINE, SAME, AGAIN, SPOKEN, "It was for Rason."))
TITLE = "Sinuiju bridge reopening"
RECORDS = f"""
[[claim]]
id = "c1"
event = "bridge"
quote = "{BRIDGE}"
status = "scheduled"
factuality = "CT+"
"""


@pytest.fixture
def passages(tmp_path: Path) -> dict[str, Passage]:
    events = f'{EVENTS}\n[[event]]\nid = "bridge"\ntype = "opening"\ntitle = "{TITLE}"\n'
    corpus = page(tmp_path, TEXT, RECORDS, events)
    return {words: marked(corpus, words) for words in (PIER, LINE, SAME, AGAIN, SPOKEN)}


@pytest.mark.parametrize("words", [PIER, LINE])
def test_what_names_another_place_is_not_taken_for_what_has_the_same_verb(
    passages: dict[str, Passage], words: str
):
    passage = passages[words]
    assert event_said(passage) is None
    values = begun(passage)
    assert not values["event"]
    assert TITLE not in offered(passage, "event", values)
    # Who begins to type its name is offered it all the same.
    assert TITLE in offered(passage, "event", {**values, "event": "Sin"})


@pytest.mark.parametrize("words", [SAME, AGAIN, SPOKEN])
def test_without_another_name_it_is_the_one_that_has_the_verb(passages: dict[str, Passage], words: str):
    said = event_said(passages[words])
    assert said is not None and said.event == "bridge"
    assert offered(passages[words], "event", begun(passages[words]))[0] == TITLE


def test_a_place_that_is_no_entity_and_the_same_week_make_no_event_sure(tmp_path: Path):
    first = "The port of Rason got two dredgers from Hunchun last week."
    other = "A ferry from Rason to Vladivostok will sail, the agency said last week. It was for Hunchun."
    records = f'''
[[claim]]
id = "c1"
event = "dredgers"
quote = "{first}"
status = "occurred"
factuality = "CT+"
date = {{ edtf = "[2026-09-14..2026-09-20]", words = "last week", basis = "derived-relative", reasoning = "So." }}
'''
    events = (
        f'{EVENTS}\n[[event]]\nid = "dredgers"\ntype = "delivery"\ntitle = "Hunchun dredgers for Rason"\n'
    )
    corpus = page(tmp_path, f"{first} {other}", records, events)
    assert begun(marked(corpus, other))["event"] == ""
    assert begun(marked(corpus, first))["event"] == "Hunchun dredgers for Rason"


def test_who_was_told_to_be_a_group_is_the_group(tmp_path: Path):
    first = "The Trade Monitor, a research group in Seoul, estimated that 30 ships had left."
    then = "The group reckoned that more would follow."
    records = f'''
[[statement]]
id = "said"
quote = "{first}"
chain = [{{ who = "monitor", record = "on-record", how = "estimated" }}]
public = true

[[claim]]
id = "c1"
event = "fair"
quote = "{first}"
statement = "said"
status = "occurred"
factuality = "PR+"
'''
    corpus = page(
        tmp_path,
        f"{first} {then}",
        records,
        entities=MONITOR,
    )
    assert begun(marked(corpus, then))["speaker"] == "said"
    # Another claim stands between: it is said anew by the one speaker before who is called so.
    between = "A ferry left on Friday."
    later = "Barges lie off the pier, the monitor said."
    own = f'[[claim]]\nid = "c2"\nevent = "fair"\nquote = "{between}"\nstatus = "occurred"\nfactuality = "CT+"\n'
    corpus = page(tmp_path, f"{first} {between} {later}", records + own, entities=MONITOR)
    assert begun(marked(corpus, later))["speaker"] == "Trade Monitor"


def test_a_title_that_says_no_kind_takes_that_of_the_text(passages: dict[str, Passage]):
    def kind(words: str, title: str) -> tuple[str, str]:
        values = followed(passages[words], {**begun(passages[words]), "event": title}, frozenset({"event"}))
        hint = next(it.answer for it in fields(ClaimEntry(passages[words], values)) if it.name == "kind")
        return values["kind"], hint

    assert kind(LINE, "Rason freight trains")[0] == "transport"
    assert kind(PIER, "Wonsan pier") == ("opening", "from the text; Tab: others")
    assert kind(PIER, "Visit to Wonsan") == ("visit", "as visit, meeting, parade")


def test_where_neither_says_one_the_choices_are_named(tmp_path: Path):
    words = "The old mill stands in Kaechon."
    passage = marked(page(tmp_path, words), words)
    values = followed(passage, {**begun(passage), "event": "Kaechon mill"}, frozenset({"event"}))
    hint = next(it for it in fields(ClaimEntry(passage, values)) if it.name == "kind")
    assert (values["kind"], hint.wrong) == ("", True)
    assert "visit, meeting, opening" in hint.answer
