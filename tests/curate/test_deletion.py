"""A record goes with all that cannot be without it; the rest stands as it was, and names nothing that is gone."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.corpus.codes import Severity
from model.corpus.corpus import Corpus
from model.corpus.load import load_corpus
from model.curate.changes import inverse
from model.curate.deletion import Deletion, deletion_of
from model.curate.saving import save
from model.curate.toml_text import CannotEdit
from model.exchange.to_folder import corpus_files
from tests.curate.folder import BUNDLED, INVENTED, changed_lines, copy_of, files_in, records_of, write_files
from tests.effort import examples, some
from tests.strategies import corpora


def _ids(corpus: Corpus) -> list[tuple[str, str]]:
    return [it for it in records_of(corpus) if it[0] not in ("furniture", "left_out")]


def _deleted_and_back(root: Path, kind: str, name: str) -> Deletion:
    before, corpus = files_in(root), load_corpus(root)
    deletion = deletion_of(root, kind, name)
    gone = {(kind, name), *((it.kind, it.record.id) for it in deletion.goes)}
    save(root, deletion.changes)
    if corpus.sources.keys() - {name for its_kind, name in gone if its_kind == "source"}:
        _check_left(corpus, load_corpus(root), deletion, gone)
    save(root, inverse(deletion.changes))
    assert files_in(root) == before
    return deletion


def _check_left(corpus: Corpus, left: Corpus, deletion: Deletion, gone: set[tuple[str, str]]) -> None:
    known = {it.code for it in corpus.findings}
    new = [it for it in left.findings if it.severity is Severity.ERROR and it.code not in known]
    assert [str(it) for it in new] == []
    was, now = records_of(corpus), records_of(left)
    sources = {name for its_kind, name in gone if its_kind == "source"}
    passages = {(it, name) for it in ("furniture", "left_out") for name in sources}
    assert now.keys() == was.keys() - gone - passages
    changed = {key for key in now if now[key] != was[key]}
    assert changed == {(it.kind, it.was.id) for it in deletion.stays}
    for it in deletion.stays:
        assert now[it.kind, it.was.id] == it.now


@pytest.mark.parametrize("folder", [BUNDLED, INVENTED], ids=["bundled", "invented"])
def test_any_record_of_a_real_corpus_goes_and_leaves_nothing_dangling(folder, tmp_path):
    root = copy_of(folder, tmp_path / "corpus")
    ids = _ids(load_corpus(root))
    tried = ids[:: some([23 if folder == BUNDLED else 4], [1])[0]]
    for kind, name in dict.fromkeys([*tried, *(it for it in ids if it[0] == "source")]):
        _deleted_and_back(root, kind, name)


@examples(15)
@given(corpora(), st.data())
def test_any_record_of_any_corpus_goes_and_leaves_nothing_dangling(corpus, data):
    with TemporaryDirectory() as folder:
        root = write_files(Path(folder), corpus_files(corpus))
        kept = load_corpus(root)
        _deleted_and_back(root, *data.draw(st.sampled_from(_ids(kept))))


def _said(deletion: Deletion) -> list[str]:
    return [f"{it.kind} {it.record.id} {it.why}" for it in deletion.goes]


def test_what_hangs_on_a_claim_is_its_conflict_its_event_and_the_statement_that_it_alone_uses():
    assert _said(deletion_of(INVENTED, "claim", "s-tents")) == [
        "conflict how-many-tents goes with its claims: fewer than two of them are left",
        "statement s-ministry goes with its claims: no other uses it",
    ]
    assert _said(deletion_of(BUNDLED, "claim", "kjd-rehearsal")) == [
        "conflict two-rehearsals goes with its claims: fewer than two of them are left",
        "event rehearsal-29-april goes with its claims: none of them is left",
    ]


def test_what_hangs_on_an_event_and_on_an_entity():
    assert 'claim g-visit goes with the event "visit", which it needs' in _said(
        deletion_of(INVENTED, "event", "visit")
    )
    assert _said(deletion_of(INVENTED, "entity", "voss")) == [
        'statement g-voss goes with the entity "voss", which it needs',
        'claim g-ferry goes with the statement "g-voss", which it needs',
    ]


def test_a_conflict_keeps_the_words_of_its_curator(tmp_path):
    root = copy_of(BUNDLED, tmp_path / "corpus")
    before = files_in(root)
    deletion = deletion_of(root, "claim", "kjd-choe-label")
    (stays,) = deletion.stays
    assert (stays.was.id, [it.name for it in stays.fields]) == ("choe-office", ["claims", "readings"])
    save(root, deletion.changes)
    lines = changed_lines(before["conflicts.toml"], files_in(root)["conflicts.toml"])
    assert lines == [
        '-claims = ["kjd-choe-label", "kd-choe-label", "kjd-kim-yong-nam-label"]',
        '+claims = ["kd-choe-label", "kjd-kim-yong-nam-label"]',
        '-readings.kjd-choe-label = "president, SPA Presidium"',
    ]


def test_its_own_comments_go_and_those_apart_stay(tmp_path):
    root = copy_of(BUNDLED, tmp_path / "corpus")
    file = root / "sources/kd-ambassador.toml"
    before = file.read_bytes()
    save(root, deletion_of(root, "claim", "kd-kremlin-ambassador").changes)
    gone = changed_lines(before, file.read_bytes())
    own = (
        '-# "An ambassador-level official" is not yet "the ambassador", so nobody is the representative here.'
    )
    assert own in gone
    assert not [it for it in gone if it.startswith("-# ----")]


def test_the_last_conflict_takes_its_file_with_it(tmp_path):
    root = copy_of(INVENTED, tmp_path / "corpus")
    before = files_in(root)
    changes = deletion_of(root, "conflict", "how-many-tents").changes
    save(root, changes)
    assert before.keys() - files_in(root).keys() == {"conflicts.toml"}


def test_a_source_goes_with_its_files_and_an_original_that_is_its_own(tmp_path):
    root = copy_of(INVENTED, tmp_path / "corpus")
    before = files_in(root)
    save(root, deletion_of(root, "source", "gazette").changes)
    assert before.keys() - files_in(root).keys() >= {
        "sources/gazette.toml",
        "sources/gazette.txt",
        "originals/gazette.html",
    }


def test_nothing_is_silenced_in_what_is_gone(tmp_path):
    root = copy_of(INVENTED, tmp_path / "corpus")
    before = (root / "corpus.toml").read_bytes()
    entries = {
        name: f'\n[[check.ignore]]\ncode = "D001"\nwhere = "{name}"\nreason = "r"\n'.encode()
        for name in ("g-tents", "g-visit", "sources/gazette.toml")
    }
    (root / "corpus.toml").write_bytes(before + b"".join(entries.values()))
    save(root, deletion_of(root, "claim", "g-visit").changes)
    kept = before + entries["g-tents"] + entries["sources/gazette.toml"]
    assert (root / "corpus.toml").read_bytes() == kept
    save(root, deletion_of(root, "source", "gazette").changes)
    assert (root / "corpus.toml").read_bytes() == before


def test_nothing_is_dismissed_of_what_is_gone(tmp_path):
    root = copy_of(INVENTED, tmp_path / "corpus")
    before = (root / "corpus.toml").read_bytes()
    entries = {
        name: f'\n[[suggest.dismissed]]\nkind = "conflict"\nbetween = ["{name}", "s-tents"]\nreason = "r"\n'.encode()
        for name in ("g-tents", "g-visit")
    }
    (root / "corpus.toml").write_bytes(before + b"".join(entries.values()))
    save(root, deletion_of(root, "claim", "g-visit").changes)
    assert (root / "corpus.toml").read_bytes() == before + entries["g-tents"]
    save(root, deletion_of(root, "source", "gazette").changes)
    assert (root / "corpus.toml").read_bytes() == before


def test_a_text_without_records_goes_too(tmp_path):
    root = copy_of(INVENTED, tmp_path / "corpus")
    (root / "sources/unread.txt").write_bytes(b"Unread.")
    (change,) = deletion_of(root, "source", "unread").changes
    assert (change.file, change.before, change.after) == ("sources/unread.txt", b"Unread.", None)


def test_what_is_not_there_is_refused_in_a_sentence(tmp_path):
    with pytest.raises(CannotEdit, match='no event "tent", did you mean "tents"'):
        deletion_of(INVENTED, "event", "tent")
    root = copy_of(INVENTED, tmp_path / "corpus")
    file = root / "events.toml"
    file.write_bytes(file.read_bytes().replace(b'id = "visit"\ntype = "visit"', b'id = "visit"\ntype = 3'))
    with pytest.raises(CannotEdit, match="has errors; mend it first"):
        deletion_of(root, "event", "visit")
