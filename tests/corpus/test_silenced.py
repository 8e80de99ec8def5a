"""What a curator has decided to live with is not said; that an entry silences nothing, is."""

import json
from pathlib import Path

from model.corpus.load import load_corpus
from model.exchange.from_json import import_json
from model.exchange.to_folder import write_corpus
from model.exchange.to_json import export_json
from tests.corpus.spoiled import A, add, spoil

ALONE = '\n[[event]]\nid = "alone"\ntype = "talks"\ntitle = "Alone"\n'


def ignore(folder: Path, *entries: tuple[str, str]) -> None:
    rows = ", ".join(f'{{ code = "{code}", where = "{where}", reason = "x" }}' for code, where in entries)
    add(folder, "corpus.toml", f"[check]\nignore = [{rows}]\n")


def codes(folder: Path) -> list[str]:
    return [finding.code for finding in load_corpus(folder).findings]


def test_a_warning_is_silenced_by_its_record_or_by_its_file(folder: Path):
    add(folder, "events.toml", ALONE)
    (folder / "claims.toml").write_bytes(b"")
    assert codes(folder) == ["F017", "M006"]
    ignore(folder, ("M006", "alone"), ("F017", "claims.toml"))
    assert codes(folder) == []


def test_it_is_silenced_there_and_nowhere_else(folder: Path):
    add(folder, "events.toml", ALONE + ALONE.replace('"alone"', '"other"'))
    ignore(folder, ("M006", "alone"))
    (finding,) = load_corpus(folder).findings
    assert (finding.code, finding.record) == ("M006", "other")


def test_an_error_is_said_all_the_same_and_the_record_stays_left_out(folder: Path):
    spoil(folder, A, 'quote = "a visit', 'quote = "no visit')
    ignore(folder, ("Q001", "c1"))
    corpus = load_corpus(folder)
    assert corpus.claims == {}
    assert str(corpus.findings[0]) == (
        "corpus.toml:7:13: Q001 is an error, which cannot be silenced: what it names stays left out; take this away"
    )
    assert codes(folder) == ["C001", "Q001", "X001"]


def test_an_entry_that_silences_nothing_is_a_note_even_where_nothing_else_is_found(folder: Path):
    ignore(folder, ("M006", "visit"), ("M06", "visit"))
    first, second = load_corpus(folder).findings
    assert (first.code, first.line) == ("C002", 7)
    assert second.message == 'there is no code "M06", did you mean "M006"?'


def test_an_entry_needs_its_reason(folder: Path):
    add(folder, "corpus.toml", '[check]\nignore = [{ code = "M006", where = "visit" }]\n')
    assert codes(folder) == ["S005"]


def test_entries_go_out_and_come_back(folder: Path, tmp_path: Path):
    add(folder, "events.toml", ALONE)
    ignore(folder, ("M006", "alone"))
    corpus = load_corpus(folder)
    assert corpus.info.check.ignore[0].where == "alone"
    write_corpus(corpus, tmp_path / "again")
    assert load_corpus(tmp_path / "again").info == corpus.info

    assert import_json(json.dumps(export_json(corpus, 0)), "x").info == corpus.info
