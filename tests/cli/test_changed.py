"""`--since`: what changed from a day to a day, printed and exported; and what cannot be told, in a sentence."""

import csv
import io
import json
from pathlib import Path

import pytest

import seeds
from model.asof.change_words import HEADINGS, so_many
from model.asof.changes import changes
from model.corpus.load import load_corpus
from model.dates.calendar import day_from_text
from model.exchange.from_json import import_json
from tests.cli.running import run
from tui.text.phrases import Phrases
from tui.text.signs import UNICODE

SINCE = ("--since", "2025-04-30", "--as-of", "2025-05-05")
CORPUS = load_corpus(Path(seeds.__file__).parent)
DAYS = (day_from_text("2025-04-30"), day_from_text("2025-05-05"))
NOT_BEFORE = (
    "--since: 6 May 2025 is not before 5 May 2025, the day that things are shown as of; "
    "name an earlier day, or a later one with --as-of"
)
LINES = changes(CORPUS, *DAYS).lines


OF_A_BRIEF = b"A brief has no place for "


def out(*arguments: str, told: bytes = b"") -> str:
    done = run(*arguments)
    assert (done.returncode, done.stderr[: len(told) or None]) == (0, told), done.stderr
    return done.stdout.decode()


def test_every_change_is_printed_with_its_sentence_under_its_kind():
    phrases = Phrases(CORPUS, UNICODE, DAYS[1], longest=None)
    heading, *lines = out("print", *SINCE).splitlines()
    assert heading == f"changed 30 Apr to 5 May 2025  Victory Day 2025: {len(LINES)} changes"
    told = iter(lines)
    kinds = list(dict.fromkeys(it.kind for it in LINES))
    for kind in kinds:
        of_kind = [it for it in LINES if it.kind is kind]
        assert next(told) == f"╌╌ {HEADINGS[kind].lower()}, {so_many(kind, len(of_kind))} ╌╌"
        for change in of_kind:
            assert not next(told).startswith(" ")
            assert phrases.quote(CORPUS.claims[change.claim]) in next(told)
    assert next(told, None) is None


def test_what_turned_says_from_what_to_what_and_by_whose_words():
    for arguments, arrow in (((), "↦"), (("--ascii",), "->")):
        line = out("print", *SINCE, "--brief", *arguments).splitlines()[2]
        assert line.split("  ")[0] == f"not expected {arrow} denied"
        assert "Kim Jong-un attends Victory Day" in line
        assert line.endswith("Kremlin")


def test_due_prints_only_what_time_alone_brought():
    printed = out("print", "--since", "2025-05-06", "--as-of", "2025-05-20", "--due", "--brief")
    assert "╌╌ newly due, 12 ╌╌" in printed
    assert "╌╌ new" not in printed.replace("╌╌ newly", "")
    assert "╌╌ turned" not in printed


def test_under_a_filter_only_what_meets_it_is_printed_and_that_is_said():
    printed = out("print", *SINCE, "--filter", "parade", "--brief")
    assert printed.splitlines()[0].endswith("changes, filter: parade")
    assert len(printed.splitlines()) < len(out("print", *SINCE, "--brief").splitlines())


def test_drafts_are_in_none_and_that_is_said():
    done = run("print", *SINCE, "--drafts")
    assert done.stderr.decode().strip() == "What is only begun has no part in what changed."
    assert done.stdout.decode() == out("print", *SINCE)


@pytest.mark.parametrize("command", [("print",), ("export", "--to", "json")])
@pytest.mark.parametrize(
    ("since", "said"),
    [
        ("soon", '--since: "soon" is not a full day; write it as YYYY-MM-DD, for example 2025-05-07.'),
        ("2025-05-06", NOT_BEFORE),
    ],
)
def test_nonsense_and_a_later_first_day_are_refused_in_a_sentence(
    command: tuple[str, ...], since: str, said: str
):
    done = run(*command, "--as-of", "2025-05-05", "--since", since)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()


@pytest.mark.parametrize(("to", "mark"), [("markdown", "## "), ("html", "<h2>")])
def test_a_brief_opens_with_it(to: str, mark: str):
    brief = out("export", *SINCE, "--to", to, told=OF_A_BRIEF)
    first = next(line for line in brief.splitlines() if mark in line and "{" not in line)
    assert "What changed, 30 Apr to 5 May 2025" in first
    part = brief[brief.index("What changed") : brief.index("No event in it is due")]
    assert part.count("[^" if to == "markdown" else "<sup>") == len(LINES)
    assert "What changed" not in out("export", "--as-of", "2025-05-05", "--to", to, told=OF_A_BRIEF)


def test_every_note_that_the_opening_names_is_there():
    brief = out(
        "export", "--since", "2025-05-05", "--as-of", "2025-05-06", "--to", "markdown", told=OF_A_BRIEF
    )
    part = brief[brief.index("What changed") : brief.index("No event in it is due")]
    names = {piece.partition("]")[0] for piece in part.split("[^")[1:]}
    assert names
    assert all(f"[^{name}]: " in brief for name in names)


def test_json_has_the_lines_and_can_be_read_again():
    text = out("export", *SINCE, "--to", "json")
    told = json.loads(text)["changes"]
    assert (told["since"], told["as_of"]) == ("2025-04-30", "2025-05-05")
    assert [(it["kind"], it["claim"]) for it in told["lines"]] == [(it.kind.value, it.claim) for it in LINES]
    assert (told["lines"][0]["before"]["word"], told["lines"][0]["after"]["word"]) == (
        "not expected",
        "denied",
    )
    assert import_json(text.encode(), "it.json").claims == CORPUS.claims
    assert "changes" not in json.loads(out("export", "--to", "json"))


def test_csv_has_it_in_a_column():
    told = b"A table has no place for "
    rows = list(csv.DictReader(io.StringIO(out("export", *SINCE, "--to", "csv", told=told))))
    of_claim = {row["claim"]: row["changes"] for row in rows}
    for change in LINES:
        assert change.kind.value in of_claim[change.claim]
    assert of_claim["kd-kremlin-not-kim"].startswith("turned: not expected -> denied")
    assert "changes" not in next(csv.reader(io.StringIO(out("export", "--to", "csv", told=told))))
