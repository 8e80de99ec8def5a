"""A page that no rule was written for: what the form offers of it, sentence by sentence."""

import tomllib
from pathlib import Path

import pytest

from model.curate.entry.change import ClaimChange
from model.curate.entry.change import begun as begun_claim
from model.curate.entry.claim import ClaimEntry
from model.curate.entry.dating import date_read
from model.curate.entry.fields import fields
from model.curate.entry.lookup import meant_by
from model.curate.entry.offers import offered
from model.curate.entry.records import event_of, statement_of, with_event
from model.curate.entry.source import SourceEntry
from model.curate.entry.source import begun as begun_source
from model.curate.entry.suggest import begun, followed
from model.curate.entry.ways import WAYS
from tests.curate.one_page import marked, page

SAID = [
    (
        "Wang had been scheduled to come on Nov. 18, according to diplomatic sources in Beijing cited by Kyodo News.",
        {"speaker": "diplomatic sources in Beijing > Kyodo News", "footing": "anonymous", "public": "no"},
    ),
    ("It will open in October, according to sources in Dandong.", {"speaker": "sources in Dandong"}),
    (
        "Asked about the trip on Tuesday, ministry spokesperson Mao Ning said she had “no information to offer.”",
        {"speaker": "Mao Ning", "status": "no-comment", "sure": "Uu", "on": "2026-09-22", "date": ""},
    ),
    (
        "Speaking to reporters in Seoul on Monday, Kim Min-su said the fair would open in October.",
        {"speaker": "Kim Min-su", "on": "2026-09-21", "date": "2026-10"},
    ),
    (
        "About 30 engineers came in July, the Unification Ministry said in a report to the Assembly last month.",
        {"date": "2026-07", "on": "2026-08", "on words": "last month"},
    ),
    (
        "“We have not detected signs of it,” Col. Lee Sung-jun, a spokesman, said at a briefing on Tuesday.",
        {"speaker": "Lee Sung-jun"},
    ),
    ("Moscow has denied supplying rockets to the North.", {"footing": "anonymous", "public": "no"}),
    ("Russia said that it supplies no rockets.", {"footing": "anonymous", "public": "no"}),
    ("The ministry of Moscow said that it supplies rockets.", {"footing": "on-record", "public": "no"}),
    ("The Kremlin said it had nothing to say on the matter.", {"status": "no-comment", "sure": "Uu"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SAID, ids=[text[:30] for text, _ in SAID])
def test_who_speaks_when_and_on_what_footing(tmp_path: Path, text: str, expected: dict[str, str]):
    values = begun(marked(page(tmp_path, text), text))
    assert {name: values[name] for name in expected} == expected


def test_the_day_of_saying_is_looked_for_away_from_what_is_told(tmp_path: Path):
    text = "About 30 engineers came in July, a report of the Unification Ministry said, as of last month."
    passage = marked(page(tmp_path, text), text)
    assert offered(passage, "on", begun(passage))[0] == "2026-08"


def test_who_passes_something_on_without_a_name_is_no_document(tmp_path: Path):
    text = "A lawmaker briefed by the agency quoted it as saying that preparations are in their final stage."
    passage = marked(page(tmp_path, text), text)
    typed = {"speaker": "National Agency > A lawmaker briefed by the agency > Harbour Gazette"}
    values = {**begun(passage, "", typed["speaker"]), **typed}
    chain = statement_of(ClaimEntry(passage, values))["chain"]
    assert [it["record"] for it in chain][1:] == ["anonymous", "document"]


def test_a_body_that_is_known_is_known_whosever_it_is(tmp_path: Path):
    ministry = (
        '\n[[entity]]\nid = "mou"\ntype = "organization"\nname = "Unification Ministry"\nshort = "MOU"\n'
    )
    text = "The fair will open in October, Seoul’s Unification Ministry said."
    assert begun(marked(page(tmp_path, text, entities=ministry), text))["speaker"] == "Unification Ministry"


def test_a_name_that_the_text_prints_is_no_slip_of_another(tmp_path: Path):
    kyodo = '\n[[entity]]\nid = "kyodo"\ntype = "organization"\nname = "Kyodo News"\n'
    corpus = page(tmp_path, "The Korean Central News Agency said so to Kyodo  News.", entities=kyodo)
    text = corpus.texts["page"]
    assert meant_by("Korean Central News Agency", corpus, text) == ""
    assert meant_by("Korean Central News Agency", corpus, "") != ""
    assert meant_by("Kyodo  News", corpus, text) == ', did you mean "Kyodo News"?'


def test_a_strand_that_nobody_knows_is_made_with_its_event(tmp_path: Path):
    text = "The fair will open in October, the Kremlin said."
    passage = marked(page(tmp_path, text), text)

    def strand_of(strand: str):
        entry = ClaimEntry(passage, {**begun(passage), "event": "Rocket is launched", "strand": strand})
        return entry, next(it for it in fields(entry) if it.name == "strand")

    entry, field = strand_of("Rockets of the North")
    assert (field.wrong, field.answer) == (False, "a new strand")
    events = tomllib.loads(with_event(b"", entry, event_of(entry)).decode())["event"]
    assert events == [
        {"id": "rockets-of-the-north", "type": "strand", "title": "Rockets of the North"},
        {
            "id": "rocket-is-launched",
            "type": "fair",
            "title": "Rocket is launched",
            "part_of": "rockets-of-the-north",
        }
        | {"type": entry.get("kind")},
    ]
    assert strand_of("rocket is launched")[1].wrong
    assert strand_of("R" * 39)[1].answer == "takes 39 cells of 38"
    known, field = strand_of("Autumn trade fair in Sinuiju")
    assert (known.strand, field.wrong) == ("fair", False)
    assert len(tomllib.loads(with_event(b"", known, event_of(known)).decode())["event"]) == 1


@pytest.mark.parametrize(
    ("typed", "words", "expected"),
    [
        ("after 25 Nov", "", ("[2026-11-26..]", "external")),
        ("after 25 Nov", "after the window", ("[2026-11-26..]", "derived-relative")),
        ("3 Nov 2026", "", ("2026-11-03", "external")),
        (
            "2026-11-18/2026-11-20",
            "on Nov. 18 for a three-day stay",
            ("2026-11-18/2026-11-20", "explicit-partial"),
        ),
        ("25 Nov or so", "", None),
        ("after the window", "", None),
    ],
)
def test_any_day_can_be_typed_as_one_says_it(tmp_path: Path, typed: str, words: str, expected):
    text = "It comes after the window, on Nov. 18 for a three-day stay, the Kremlin said."
    passage = marked(page(tmp_path, text), text)
    read = date_read(typed, words, "So it is.", passage.words, (), "", passage.origin)
    found = (read.field["edtf"], read.field["basis"]) if read.field is not None else None
    assert (found, read.wrong) == (expected, expected is None)


def test_every_field_of_a_claim_says_what_may_be_typed(tmp_path: Path):
    text = "The fair will open in October, the Kremlin said."
    passage = marked(page(tmp_path, text), text)
    entry = ClaimEntry(passage, {**begun(passage), "event": "Rocket is launched"})
    assert {it.name for it in fields(entry) if ":" not in it.name} == WAYS.keys()


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("By Han Mi-rae and Peter Lindqvist", "Han Mi-rae; Peter Lindqvist"),
        ("By Jane Doe, Kim Min-su, and John Roe", "Jane Doe; Kim Min-su; John Roe"),
        ("By Jane Doe, 23 September 2026", "Jane Doe"),
    ],
)
def test_the_form_of_a_source_reads_its_byline(tmp_path: Path, byline: str, authors: str):
    corpus = page(tmp_path, f"{byline}\n\nPublished 23 September 2026\n\nA ferry left.")
    source = corpus.sources["page"]
    values = {**begun_source(corpus, source, None), "published": "", "words": "", "why": ""}
    entry = SourceEntry(corpus, source, None, values)
    assert entry.offered("authors") == [authors]
    day = next(it for it in entry.fields() if it.name == "published")
    assert day.answer == 'no date; Tab reads "23 September 2026"'
    assert entry.offered("published")[0] == "2026-09-23"


def test_a_date_that_is_typed_in_words_keeps_those_of_the_passage(tmp_path: Path):
    text = "Wang had been scheduled to arrive on Nov. 18 for a three-day stay."
    passage = marked(page(tmp_path, text), text)
    values = followed(passage, {**begun(passage), "date": "18-20 Nov"}, frozenset({"date"}))
    assert values["words"] == "on Nov. 18"
    date = ClaimEntry(passage, {**values, "why": "Three days."}).date
    assert date.field is not None
    assert (date.field["edtf"], date.field["basis"]) == ("2026-11-18/2026-11-20", "explicit-partial")


def test_what_was_put_off_is_asked_for(tmp_path: Path):
    statement = (
        '\n[[claim]]\nid = "plan"\nevent = "fair"\nquote = "The fair opens soon"\nstatus = "scheduled"\n'
    )
    text = "The fair opens soon. The fair was put off, the Kremlin said."
    passage = marked(page(tmp_path, text, statement + 'factuality = "CT+"\n'), "The fair was put off")

    def replaces(**typed: str):
        found = fields(ClaimEntry(passage, {**begun(passage), **typed}))
        return next(it for it in found if it.name == "replaces")

    assert replaces(event="Autumn trade fair in Sinuiju").answer == "what was put off? Tab"
    assert replaces(event="Another").answer == "claims that it supersedes"


def test_a_claim_takes_neither_its_own_place_nor_its_own_date(tmp_path: Path):
    records = (
        '\n[[claim]]\nid = "plan"\nevent = "fair"\nquote = "The fair opens on May 3"\nstatus = "scheduled"\n'
        'factuality = "CT+"\ndate = { edtf = "2027-05-03", words = "on May 3", basis = "explicit-partial",'
        ' reasoning = "The next." }\n'
    )
    corpus = page(tmp_path, "The fair opens on May 3.", records)
    before = begun_claim(corpus, corpus.claims["plan"])
    for name, typed in (("replaces", "plan"), ("date", "=plan")):
        change = ClaimChange(corpus, corpus.claims["plan"], {**before, name: typed})
        assert typed not in change.offered(name)
        field = next(it for it in change.fields() if it.name == name)
        assert (field.answer, field.wrong) == ("that is this claim itself", True)
