"""What of a broken corpus opens: all that is sound, and nothing that stands on what is left out."""

import re
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.corpus.codes import CODES, Severity
from model.corpus.corpus import Corpus
from model.corpus.findings import CorpusError
from model.corpus.load import load_corpus
from model.corpus.needs import needs_of
from model.corpus.records import Conflict, Event
from model.corpus.vocabulary import ConflictKind
from model.exchange.to_folder import write_corpus
from tests.corpus.spoiled import A, add, spoil
from tests.effort import examples
from tests.strategies import corpora

SECOND = """
[[claim]]
id = "c2"
event = "visit"
quote = "he said a"
status = "scheduled"
factuality = "CT+"
"""

STATEMENT = """
[[statement]]
id = "s"
quote = "On Monday he said"
chain = [{ who = "korea-daily", record = "document" }]
public = true
"""


def said(corpus: Corpus, code: str) -> list[str]:
    return [str(finding) for finding in corpus.findings if finding.code == code]


def test_a_broken_record_is_left_out_and_the_rest_opens(folder: Path):
    add(folder, A, SECOND)
    spoil(
        folder,
        A,
        'status = "scheduled"\nfactuality = "CT+"\n\n',
        'status = "scheduld"\nfactuality = "CT+"\n\n',
    )
    corpus = load_corpus(folder)
    assert corpus.claims.keys() == {"c2"}
    assert (corpus.errors, corpus.lost) == (1, 1)
    (finding,) = corpus.findings
    assert (finding.kind, finding.record, finding.severity) == ("claim", "c1", Severity.ERROR)


def test_a_claim_goes_with_its_statement_and_the_event_with_its_claims(folder: Path):
    add(folder, A, SECOND.replace('"visit"', '"other"') + 'statement = "s"\n' + STATEMENT)
    add(folder, "events.toml", '\n[[event]]\nid = "other"\ntype = "talks"\ntitle = "Another"\n')
    spoil(folder, A, 'who = "korea-daily"', 'who = "daily-korea"')
    corpus = load_corpus(folder)
    assert [*corpus.claims, *corpus.events, *corpus.statements] == ["c1", "visit"]
    assert said(corpus, "X001") == [
        "events.toml:6:1: left out with its claims: none of them is left",
        f'{A}:16:1: left out with the statement "s", which it needs ({A}:24)',
    ]
    assert (corpus.errors, corpus.lost) == (1, 3)


def test_of_a_broken_record_it_is_not_said_that_it_is_not_there(folder: Path):
    add(folder, A, SECOND + 'contradicts = ["c1"]\n')
    spoil(folder, A, 'factuality = "CT+"\n\n', "factuality = 1\n\n")
    corpus = load_corpus(folder)
    assert [finding.code for finding in corpus.findings] == ["S006", "X002"]
    assert corpus.claims["c2"].contradicts == ()


def test_of_two_records_with_one_id_the_first_stays(folder: Path):
    add(folder, A, SECOND.replace('"c2"', '"c1"'))
    corpus = load_corpus(folder)
    assert corpus.claims["c1"].quote == "a visit comes on May 9"
    assert corpus.anchors.claims["c1"].start == TEXT_AT
    assert [finding.code for finding in corpus.findings] == ["R002"]


TEXT_AT = len("On Monday he said ")


def test_a_later_record_does_not_take_the_id_of_an_earlier_broken_one(folder: Path):
    add(folder, A, SECOND.replace('"c2"', '"c1"') + SECOND)
    spoil(folder, A, 'factuality = "CT+"\n\n[[claim]]\nid = "c1"', 'factuality = 1\n\n[[claim]]\nid = "c1"')
    assert load_corpus(folder).claims.keys() == {"c2"}


def test_what_needs_a_file_that_cannot_be_read_is_left_out_and_says_so(folder: Path):
    add(folder, "events.toml", "x = \n")
    corpus = load_corpus(folder)
    assert [*corpus.sources, *corpus.claims] == ["a"]
    assert [str(finding) for finding in corpus.findings] == [
        'events.toml:5:5: not TOML: invalid value; a text stands in quotes; the event "visit" is left out',
        f'{A}:8:1: left out with the event "visit", which could not be read (events.toml:5)',
    ]


def test_where_sources_are_and_none_is_sound_there_is_nothing_to_open(folder: Path):
    add(folder, "entities.toml", "x = \n")
    with pytest.raises(CorpusError) as caught:
        load_corpus(folder)
    assert caught.value.unusable
    assert [finding.code for finding in caught.value.findings] == ["F007", "X001", "X001", "X001"]


def test_conflicts_that_cannot_be_read_take_nothing_else_with_them(folder: Path):
    add(folder, "conflicts.toml", "x = \n")
    corpus = load_corpus(folder)
    assert [*corpus.claims, *(finding.code for finding in corpus.findings)] == ["c1", "F007"]


def test_a_source_file_that_cannot_be_read_takes_what_may_stand_in_it(folder: Path):
    for end in ("txt", "toml"):
        (folder / f"sources/b.{end}").write_bytes((folder / f"sources/a.{end}").read_bytes())
    (folder / "sources/b.toml").write_bytes(b"\xff")
    add(folder, "events.toml", '\n[[event]]\nid = "other"\ntype = "talks"\ntitle = "Another"\n')
    add(folder, A, SECOND.replace('"visit"', '"nowhere"') + 'supersedes = ["b1"]\n')
    corpus = load_corpus(folder)
    assert corpus.sources.keys() == {"a"}
    assert corpus.events.keys() == {"visit"}
    assert [finding.code for finding in corpus.findings if not finding.follows] == ["R001", "F005"]
    assert said(corpus, "X001") == [
        "events.toml:6:1: left out with its claims: none of them is left (sources/b.toml)"
    ]


def test_a_supersession_that_leads_through_a_broken_conflict_is_dropped(folder: Path):
    add(folder, A, SECOND.replace('"visit"', '"other"') + 'supersedes = ["c1"]\n')
    add(folder, "events.toml", '\n[[event]]\nid = "other"\ntype = "talks"\ntitle = "Another"\n')
    add(
        folder,
        "conflicts.toml",
        '[[conflict]]\nid = "q"\nkind = "quarrel"\ntopic = "T"\nclaims = ["c1", "c2"]\n',
    )
    corpus = load_corpus(folder)
    assert corpus.claims["c2"].supersedes == ()
    assert [finding.code for finding in corpus.findings] == ["S005", "S007", "X002"]


def test_a_conflict_without_one_of_three_claims_is_shown_without_its_verdict(folder: Path):
    add(folder, A, SECOND + SECOND.replace('"c2"', '"c3"').replace("CT+", "PR+"))
    add(
        folder,
        "conflicts.toml",
        '[[conflict]]\nid = "q"\nkind = "resolved"\ntopic = "T"\nclaims = ["c1", "c2", "c3"]\npreferred = "c2"\n'
        'reason = "Later."\nopen = "Who."\nreadings = { c1 = "a", c3 = "b" }\n',
    )
    conflict = load_corpus(folder).conflicts["q"]
    assert (conflict.kind, conflict.claims) == (ConflictKind.CONTRADICTION, ("c1", "c2"))
    assert (conflict.preferred, conflict.open, conflict.readings) == (None, None, {"c1": "a"})
    assert "Later" not in conflict.reason


def test_an_event_does_without_its_place_and_without_what_it_is_part_of(folder: Path):
    spoil(folder, "events.toml", 'title = "A visit"', 'title = "A visit"\nplace = "moscow"\npart_of = "all"')
    add(folder, "events.toml", '\n[[event]]\nid = "all"\ntype = "strand"\ntitle = ""\n')
    add(folder, "entities.toml", '\n[[entity]]\nid = "moscow"\ntype = "town"\nname = "Moscow"\n')
    event = load_corpus(folder).events["visit"]
    assert (event.place, event.part_of) == (None, None)


def test_what_is_wrong_with_the_corpus_as_a_whole_leaves_no_record_out(folder: Path):
    spoil(folder, "corpus.toml", 'title = "Mini"', "titel = 1")
    corpus = load_corpus(folder)
    assert (corpus.info.title, corpus.info.curators, corpus.lost) == (folder.name, ("x",), 0)
    assert corpus.errors == 2


BREAKS: dict[str, tuple[str, str]] = {
    "a wrong type": (r'(?m)^(id|title|publisher|status|kind|type) = "', r"\1 = 7 # "),
    "an unknown field": (r"(?m)^id = ", 'idd = "x"\nid = '),
    "a word that is none": (r'(?m)^(status|kind|type) = "[^"]*"', r'\1 = "None of them"'),
    "a missing field": (r"(?m)^(title|name|factuality|topic|public|sha256) = .*\n", ""),
    "an unknown id": (r'(?m)^(publisher|event|entity|place|part_of) = "[^"]*"', r'\1 = "nobody-at-all"'),
    "another quote": (r'(?m)^quote = "', 'quote = "never said '),
    "no TOML": (r"(?m)^\[\[", "[[["),
    "another digest": (r'(?m)^sha256 = "..', 'sha256 = "00'),
}


def broken(folder: Path, draw: Any) -> None:
    """Break a few records, or a file, of a folder."""
    files = sorted(path for path in folder.rglob("*.toml") if path.name != "corpus.toml")
    for _ in range(draw(st.integers(1, 4))):
        file = draw(st.sampled_from(files))
        pattern, new = BREAKS[draw(st.sampled_from(sorted(BREAKS)))]
        text = file.read_bytes().decode()
        places = [*re.finditer(pattern, text)]
        if places:
            place = draw(st.sampled_from(places))
            file.write_bytes((text[: place.start()] + place.expand(new) + text[place.end() :]).encode())


@examples(60)
@given(corpus=corpora(), data=st.data())
def test_however_records_break_the_rest_opens_and_is_the_corpus_without_them(corpus: Corpus, data: Any):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "corpus"
        write_corpus(corpus, folder)
        broken(folder, data.draw)
        left = opened(folder)
        if left is None:
            return
        assert all(CODES[finding.code] for finding in left.findings)
        assert bool(left.errors) == any(it.severity is Severity.ERROR for it in left.findings)
        assert_nothing_leads_away(left)
        assert_same_but_for_what_is_gone(left, corpus)
        assert_no_more_is_gone_than_must_be(left, corpus)
        # What is left is a corpus by itself, of which nothing more is to be left out.
        write_corpus(left, Path(name) / "again")
        again = load_corpus(Path(name) / "again")
        assert again.errors == 0, again.findings
        assert again == left


def opened(folder: Path) -> Corpus | None:
    """The corpus, or None where nothing of it is sound."""
    with suppress(CorpusError):
        return load_corpus(folder)
    return None


def assert_no_more_is_gone_than_must_be(left: Corpus, whole: Corpus) -> None:
    """Found the slow way: over and over, what needs what is gone goes too."""
    errors = [it for it in left.findings if it.severity is Severity.ERROR and not it.follows]
    if not all(it.record or it.kind in ("furniture", "left_out") for it in errors):
        # A file that cannot be read, or a record without an id, may have held anything.
        return
    records = {
        (kind, record.id): record
        for kind, table in TABLES.items()
        for record in getattr(whole, table).values()
    }
    gone = {(it.kind, it.record) for it in errors}
    before: set[tuple[str, str]] = set()
    while before != gone:
        before = set(gone)
        for key, record in records.items():
            if any((kind, need.name) in gone for need in needs_of(record) for kind in need.kinds):
                gone.add(key)
            held = record.claims if isinstance(record, Conflict) else ()
            told = whole.claims_of_event.get(record.id, ()) if isinstance(record, Event) else ()
            if held and sum(("claim", name) not in gone for name in held) < 2:
                gone.add(key)
            if told and all(("claim", claim.id) in gone for claim in told):
                gone.add(key)
    kept = {(kind, name) for kind, table in TABLES.items() for name in getattr(left, table)}
    assert records.keys() - gone <= kept


TABLES = {
    "source": "sources",
    "entity": "entities",
    "event": "events",
    "conflict": "conflicts",
    "statement": "statements",
    "claim": "claims",
}


def assert_nothing_leads_away(corpus: Corpus) -> None:
    for claim in corpus.claims.values():
        assert claim.source in corpus.sources
        assert claim.id in corpus.anchors.claims
        assert claim.statement is None or claim.statement in corpus.statements
        assert claim.event is None or claim.event in corpus.events
        assert {*claim.supersedes, *claim.contradicts, *claim.explains} <= corpus.claims.keys()
    for conflict in corpus.conflicts.values():
        assert len(conflict.claims) > 1
        assert {*conflict.claims, *conflict.readings} <= corpus.claims.keys()


_IN_PART = {
    "sources": {"version_of", "reprint_of", "translation_of", "change"},
    "events": {"part_of", "place"},
    "claims": {"supersedes", "contradicts", "corroborates", "resolves", "explains"},
    "conflicts": {"kind", "claims", "preferred", "reason", "open", "readings"},
}


def assert_same_but_for_what_is_gone(left: Corpus, whole: Corpus) -> None:
    """Each record that is left is the one that was there, but for where it led to one that is not."""
    for name, record, was in pairs(left, whole):
        differ = {
            field for field in record.__struct_fields__ if getattr(record, field) != getattr(was, field)
        }
        assert differ <= _IN_PART.get(name, set()), (name, differ)
    for claim in left.claims.values():
        if claim.event is not None:
            told = {it.id for it in whole.claims_of_event[claim.event]}
            assert told >= {it.id for it in left.claims_of_event[claim.event]}


def pairs(left: Corpus, whole: Corpus) -> Iterator[tuple[str, msgspec.Struct, msgspec.Struct]]:
    for name in TABLES.values():
        was = getattr(whole, name)
        for key, record in getattr(left, name).items():
            yield name, record, was[key]
