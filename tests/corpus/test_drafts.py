"""What is only begun decides nothing: it is set apart, with what needs it, and what it lacks is a note."""

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import seeds
from model.corpus.codes import Severity
from model.corpus.corpus import Corpus
from model.corpus.load import load_corpus
from model.exchange.to_folder import write_corpus
from tests.corpus.spoiled import FILES, TEXT, A, add, spoil
from tests.effort import examples
from tests.strategies import corpora

CLAIM = '\n[[claim]]\nid = "c2"\ndraft = true\n'
STATEMENT = '\n[[statement]]\nid = "s"\ndraft = true\n'
EVENT = '\n[[event]]\nid = "e"\ndraft = true\n'
CONFLICT = '\n[[conflict]]\nid = "q"\ndraft = true\nclaims = ["c1"]\n'


def drafts(corpus: Corpus) -> list[tuple[str, str]]:
    return [(it.kind, it.record.id) for it in corpus.drafts]


@pytest.mark.parametrize(
    ("file", "lines", "kind", "missing"),
    [
        (A, CLAIM, ("claim", "c2"), {"quote", "status", "factuality"}),
        (A, CLAIM + 'event = "visit"\nstatus = "denied"\n', ("claim", "c2"), {"quote", "factuality"}),
        (A, STATEMENT, ("statement", "s"), {"quote", "chain", "public"}),
        (
            A,
            STATEMENT + 'chain = [{ how = "he said" }]\n',
            ("statement", "s"),
            {"quote", "public", "chain.0.who", "chain.0.record"},
        ),
        ("events.toml", EVENT, ("event", "e"), {"type", "title"}),
        ("conflicts.toml", CONFLICT, ("conflict", "q"), {"kind", "topic", "claims", "reason"}),
    ],
)
def test_what_a_draft_lacks_is_a_note_and_no_error(
    folder: Path, file: str, lines: str, kind: tuple[str, str], missing: set[str]
):
    sound = load_corpus(folder)
    add(folder, file, lines)
    corpus = load_corpus(folder)
    assert corpus == sound
    assert (corpus.errors, corpus.lost) == (0, 0)
    assert {finding.severity for finding in corpus.findings} <= {Severity.NOTE, Severity.WARNING}
    assert drafts(corpus) == [kind]
    assert corpus.drafts[0].missing == missing
    assert "S016" in {finding.code for finding in corpus.findings}


def test_a_draft_that_lacks_nothing_is_no_finding_and_still_no_part_of_the_corpus(folder: Path):
    sound = load_corpus(folder)
    second = FILES[A].partition("[[claim]]")[2].replace('"c1"', '"c2"')
    add(folder, A, f"[[claim]]{second}draft = true\nsupersedes = ['c1']\n")
    corpus = load_corpus(folder)
    assert corpus == sound
    assert corpus.findings == ()
    assert drafts(corpus) == [("claim", "c2")]
    assert corpus.with_drafts is not None
    assert [*corpus.with_drafts.claims] == ["c1", "c2"]


def test_what_is_wrong_with_a_draft_is_an_error_all_the_same(folder: Path):
    add(folder, A, CLAIM + 'event = "visit"\nquote = "never said"\n')
    corpus = load_corpus(folder)
    assert (drafts(corpus), corpus.errors) == ([], 1)


def test_what_is_missing_of_a_date_of_a_draft_is_a_note(folder: Path):
    add(folder, A, CLAIM + 'event = "visit"\nquote = "he said a"\ndate = { edtf = "2025-05-09" }\n')
    corpus = load_corpus(folder)
    assert (drafts(corpus), corpus.errors) == ([("claim", "c2")], 0)


def test_what_needs_a_draft_waits_for_it_and_says_so(folder: Path):
    add(folder, A, STATEMENT)
    spoil(folder, A, 'event = "visit"', 'event = "visit"\nstatement = "s"')
    corpus = load_corpus(folder)
    assert drafts(corpus) == [("statement", "s"), ("claim", "c1")]
    assert [finding.code for finding in corpus.findings] == ["M006", "S016", "X003"]
    assert (corpus.claims, [*corpus.events], corpus.lost) == ({}, ["visit"], 0)


def test_a_conflict_over_a_draft_is_shown_without_it_and_without_its_verdict(folder: Path):
    second = FILES[A].partition("[[claim]]")[2]
    add(
        folder,
        A,
        "".join(f"[[claim]]{second.replace('c1', name)}" for name in ("c2", "c3")) + "draft = true\n",
    )
    add(
        folder,
        "conflicts.toml",
        '[[conflict]]\nid = "q"\nkind = "resolved"\ntopic = "T"\nclaims = ["c1", "c2", "c3"]\npreferred = "c1"\n'
        'reason = "Later."\n',
    )
    corpus = load_corpus(folder)
    assert corpus.conflicts["q"].claims == ("c1", "c2")
    assert (corpus.conflicts["q"].preferred, corpus.conflicts["q"].reason) == (
        None,
        "Not all of its claims are finished.",
    )
    assert corpus.with_drafts is not None
    assert corpus.with_drafts.conflicts["q"].preferred == "c1"


def test_a_draft_of_an_event_waits_for_its_claims(folder: Path):
    for end in ("txt", "toml"):
        (folder / f"sources/b.{end}").write_bytes((folder / f"sources/a.{end}").read_bytes())
    add(folder, "sources/b.toml", "x = \n")
    add(folder, "events.toml", EVENT)
    assert drafts(load_corpus(folder)) == [("event", "e")]


def test_a_text_alone_can_be_read_and_is_a_warning(folder: Path):
    (folder / "sources/b.txt").write_text("Another text.")
    corpus = load_corpus(folder)
    assert [finding.code for finding in corpus.findings] == ["F013"]
    assert (drafts(corpus), [*corpus.sources]) == ([("source", "b")], ["a"])
    assert corpus.with_drafts is not None
    assert corpus.with_drafts.texts == {"a": TEXT, "b": "Another text."}
    assert corpus.with_drafts.sources["b"].publisher in corpus.with_drafts.entities
    assert corpus.entities.keys() == {"korea-daily"}


def test_a_corpus_of_texts_alone_opens_empty(folder: Path):
    (folder / A).unlink()
    corpus = load_corpus(folder)
    assert (corpus.sources, corpus.errors, drafts(corpus)) == ({}, 0, [("source", "a")])


def test_the_source_of_a_draft_takes_its_claims_with_it(folder: Path):
    spoil(folder, A, "[source]\n", "[source]\ndraft = true\n")
    corpus = load_corpus(folder)
    assert (corpus.sources, corpus.claims) == ({}, {})
    assert drafts(corpus) == [("claim", "c1"), ("source", "a")]


def test_a_source_without_claims_is_a_warning(folder: Path):
    (folder / A).write_text(FILES[A].partition("[[claim]]")[0])
    corpus = load_corpus(folder)
    assert [finding.code for finding in corpus.findings] == ["M006", "M012"]
    assert corpus.sources.keys() == {"a"}


KINDS = ("sources", "events", "conflicts", "statements", "claims")


@examples(30)
@given(corpus=corpora(), data=st.data())
def test_a_corpus_with_drafts_is_the_one_without_them(corpus: Corpus, data: Any):
    """Drawn: which records are drafts. Left: what would be, had they been broken, but for events without claims."""
    with tempfile.TemporaryDirectory() as name:
        changed: dict[str, Any] = {}
        for kind in KINDS:
            changed[kind] = {
                key: msgspec.structs.replace(record, draft=data.draw(st.sampled_from([False, False, True])))
                for key, record in getattr(corpus, kind).items()
            }
        write_corpus(replace(corpus, **changed), Path(name) / "corpus")
        left = load_corpus(Path(name) / "corpus")
        assert left.errors == 0
        begun = {key for kind in KINDS for key, record in changed[kind].items() if record.draft}
        assert not begun & {key for kind in KINDS for key in getattr(left, kind)}
        assert all(
            claim.statement not in begun and claim.source not in begun for claim in left.claims.values()
        )
        assert all(not set(claim.supersedes) & begun for claim in left.claims.values())
        write_corpus(left, Path(name) / "again")
        again = load_corpus(Path(name) / "again")
        assert (again, again.errors) == (left, 0)
        whole = left.with_drafts or left
        assert {*whole.claims} == {*corpus.claims}


def test_the_guides_example_of_drafts_can_be_written_under_a_bundled_document(tmp_path: Path):
    bundled = Path(seeds.__file__).parent
    guide = (bundled / "README.md").read_text("utf-8").partition("## Drafts")[2]
    folder = tmp_path / "corpus"
    shutil.copytree(bundled, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    add(folder, "sources/kd-ambassador.toml", guide.split("```")[1])
    corpus = load_corpus(folder)
    messages = [it.message for it in corpus.findings]
    assert messages == [
        'a draft, without "factuality" and "status" yet',
        'a draft, without "chain" and "public" and "quote" yet',
    ]
    assert all(it.severity is Severity.NOTE for it in corpus.findings)
    assert messages[0] in guide
    assert drafts(corpus) == [("statement", "kd-who-weighs-it"), ("claim", "kd-weight-of-the-day")]
