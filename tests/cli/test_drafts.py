"""`print` and `export`: without what is only begun, and with it where `--drafts` asks."""

import csv
import json
from pathlib import Path

import pytest

from model.exchange.brief_drafts import DECIDING_NOTHING
from tests.cli.running import run
from tests.odd.corpora import CORPORA
from tui.cards.begun import NO_QUOTE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    CORPORA["unfinished"]().load(tmp_path / "corpus")
    return tmp_path / "corpus"


def lines_of(*arguments: str | Path) -> list[str]:
    return run(*arguments).stdout.decode().splitlines()


def test_print_lists_drafts_only_where_they_are_asked_for(folder: Path):
    plain, asked = lines_of("print", folder), lines_of("print", "--drafts", folder)
    assert not any("draft" in line for line in plain)
    assert [line for line in asked if line in plain] == plain
    assert [line for line in asked if line not in plain] == [
        '    draft  denied  Who, own words  "it was not" [Who]',
        f"    draft  Who, own words  {NO_QUOTE} [Who]",
        "    draft  conflict  q",
        "╌╌ drafts: 1 event ╌╌",
        "1 Jun 2025  draft  new",
        '    draft  scheduled  Who, own words  "weather" [Who]',
        "╌╌ drafts: 2 documents ╌╌",
        "draft  bare",
        "Doc",
        f"    draft  statement  not given yet  {NO_QUOTE} [Who]",
    ]


def test_print_brief_lists_the_events_that_are_drafts(folder: Path):
    brief = "\n".join(lines_of("print", "--drafts", "--brief", folder))
    assert "1 Jun 2025  draft  new" in brief
    assert "own words" not in brief
    assert "draft" not in "".join(lines_of("print", "--drafts", "--due", folder))


def test_drafts_are_as_unknown_as_anything_else_before_their_day(folder: Path):
    for asked in (("print",), ("export", "--to", "markdown"), ("export", "--to", "csv")):
        told = "\n".join(lines_of(*asked, "--drafts", "--as-of", "2025-05-05", folder))
        assert "weather" not in told
        assert "it was not" not in told


def test_under_a_filter_only_drafts_about_its_events_are_told(folder: Path):
    for asked in (("print",), ("export", "--to", "markdown"), ("export", "--to", "csv")):
        told = "\n".join(lines_of(*asked, "--drafts", "--filter", "status:denied has:conflict", folder))
        assert "weather" not in told
        assert "bare" not in told


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_a_brief_has_drafts_only_where_they_are_asked_for_and_under_a_heading_of_their_own(
    folder: Path, form: str
):
    plain = "\n".join(lines_of("export", "--to", form, folder))
    asked = "\n".join(lines_of("export", "--drafts", "--to", form, folder))
    assert "draft" not in plain.lower()
    before, _, rest = asked.partition(DECIDING_NOTHING)
    assert "draft" not in before.replace("Drafts", "")
    for words in ("denied: Who, in its own words", "weather", NO_QUOTE, "conflict: q", "bare", "statement: "):
        assert words in rest
    assert "All 1" not in before
    assert "The only event known by 10 May 2025." in before


def test_a_table_has_drafts_at_its_end_with_what_they_have_and_no_more(folder: Path):
    plain, asked = (
        list(csv.DictReader(lines_of("export", *drafts, "--to", "csv", folder)))
        for drafts in ((), ("--drafts",))
    )
    assert [row["claim"] for row in plain] == ["yes", "no"]
    assert "draft" not in plain[0]
    assert [(row["claim"], row["draft"]) for row in asked] == [
        ("yes", ""),
        ("no", ""),
        ("later", "draft"),
        ("undo", "draft"),
        ("begun", "draft"),
    ]
    assert [{**row, "draft": ""} for row in asked[:2]] == [{**row, "draft": ""} for row in plain]
    begun, undo = asked[4], asked[3]
    assert not any(
        begun[name] for name in ("status", "factuality", "quote", "start", "word", "superseded_by")
    )
    assert (undo["quote"], undo["status"], undo["event_status"]) == ("it was not", "denied", "occurred")


def test_json_has_them_always(folder: Path):
    asked, plain = (run("export", *drafts, "--to", "json", folder).stdout for drafts in (("--drafts",), ()))
    assert asked == plain
    assert {row["id"] for row in json.loads(plain)["claims"] if row["draft"]} == {"later", "undo", "begun"}


def test_what_a_draft_lacks_is_a_note(folder: Path):
    said = [line for line in lines_of("check", folder) if "a draft, without" in line]
    assert len(said) == 4
    assert all("note[S016]" in line for line in said)
