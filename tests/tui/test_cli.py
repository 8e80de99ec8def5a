"""The command line as people and scripts meet it: another process, its output as text, its exit status."""

import json
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import without_which

ROOT = Path(__file__).parents[2]
DELEGATION = "North Korean delegation in Russia"
KIM_ATTENDS = "Kim Jong-un attends Victory Day"
AMBASSADOR = "An ambassador represents North Korea"

Done = subprocess.CompletedProcess[bytes]


def run(*arguments: str | Path, given: bytes | None = None, cwd: Path = ROOT, **variables: str) -> Done:
    """Run the program with its output in pipes."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | variables
    command = [sys.executable, "-m", "tui", *map(str, arguments)]
    done = subprocess.run(
        command, input=given or b"", capture_output=True, cwd=cwd, env=environment, check=False
    )
    return without_which(done)


@cache
def output(*arguments: str) -> str:
    """Standard output of a run that must succeed and say nothing on standard error."""
    done = run(*arguments)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode("utf-8")


@cache
def exported(as_of: str) -> Any:
    return json.loads(output("export", "--to", "json", "--as-of", as_of))


def event_line(text: str, title: str) -> str:
    (line,) = [
        line for line in text.splitlines() if f"  {title}  " in f"{line}  " and not line.startswith(" ")
    ]
    return line


def claims_under(text: str, title: str) -> list[str]:
    lines = text.splitlines()
    at = lines.index(event_line(text, title)) + 1
    end = next(
        (number for number in range(at, len(lines)) if not lines[number].startswith("    ")), len(lines)
    )
    return lines[at:end]


def test_check_says_what_it_verified():
    done = run("check")
    assert (done.returncode, done.stdout) == (0, b"")
    said = done.stderr.decode()
    numbers = re.fullmatch(
        r"Victory Day 2025: (\d+) sources, (\d+) statements, (\d+) claims, (\d+) lists, (\d+) quotes, (\d+) events, "
        r"(\d+) strands, (\d+) entities, "
        r"(\d+) conflicts verified; nothing is wrong\.\n",
        said,
    )
    assert numbers, said
    assert int(numbers[1]) == 2
    assert int(numbers[3]) >= 60
    assert all(int(number) > 0 for number in numbers.groups())


def test_on_30_april_the_delegation_is_ahead_with_choe_expected_and_kim_not():
    text = output("print", "--as-of", "2025-04-30")
    assert text.startswith("as of Wed 30 Apr 2025")
    rule, delegation = text.index(" ahead "), text.index(event_line(text, DELEGATION))
    assert rule < delegation
    assert event_line(text, DELEGATION).startswith("7-10 May 2025 ")
    assert any(re.match(r" +expected .*Choe Ryong-hae", claim) for claim in claims_under(text, DELEGATION))
    assert re.match(r"9 May 2025 +not expected +Kim Jong-un attends", event_line(text, KIM_ATTENDS))
    assert AMBASSADOR not in text


def test_on_5_may_the_ambassador_is_confirmed_and_on_the_6th_the_choe_claims_are_superseded():
    text = output("print", "--as-of", "2025-05-05")
    assert "superseded" not in " ".join(claims_under(text, DELEGATION))
    text = output("print", "--as-of", "2025-05-06")
    assert re.match(r"9 May 2025 +confirmed +An ambassador", event_line(text, AMBASSADOR))
    choe = [claim for claim in claims_under(text, DELEGATION) if "Choe" in claim]
    assert choe
    assert all(re.search(r"\] superseded by Korea Daily, 6 May\?$", claim) for claim in choe)


def test_on_10_may_what_was_to_be_on_9_may_is_due_and_nothing_occurred():
    text = output("print", "--as-of", "2025-05-10", "--brief")
    words = {line[26:38].strip() for line in text.splitlines() if re.match(r"(c\. |by )?9 May 2025 ", line)}
    assert words == {"due", "denied", "not expected", "unconfirmed"}
    assert event_line(text, KIM_ATTENDS)[26:38].strip() == "denied"
    assert "9 due" in text.splitlines()[0] or re.search(r"\d+ due", text.splitlines()[0])


@pytest.mark.parametrize("as_of", ["2025-05-09", "2025-05-10", "2030-01-01"])
def test_no_event_of_9_may_or_later_ever_occurred(as_of: str):
    for event in exported(as_of)["events"]:
        if "2025-05-09" in str(event["date"]) or "2026" in str(event["date"]):
            assert event["status"] != "occurred", event["id"]


def test_brief_is_the_event_lines_alone():
    full, brief = (
        output("print", "--as-of", "2025-05-06"),
        output("print", "--as-of", "2025-05-06", "--brief"),
    )
    events = full.partition("╌╌ where sources differ")[0].splitlines()
    assert [line for line in events if not line.startswith("    ")] == brief.splitlines()
    assert len(brief.splitlines()) < len(full.splitlines())


def test_every_claim_of_the_listing_has_its_quote_and_its_source():
    events = output("print").partition("╌╌ where sources differ")[0]
    lines = [line for line in events.splitlines() if line.startswith("    ")]
    claims = [line for line in lines if not line.endswith("no source here says what happened.")]
    assert len(claims) >= 60
    assert 0 < len(lines) - len(claims) < 6
    assert all(re.search(r'  ".+" \[Korea (JoongAng )?Daily\]( superseded .+)?$', claim) for claim in claims)


def test_what_nobody_says_the_outcome_of_is_listed_by_what_was_said_before():
    lines = output("print", "--due", "--brief", "--as-of", "2025-05-20").splitlines()
    assert lines[0].endswith(" due, 3 unanswered")
    first, second = lines.index("╌╌ outcome unknown ╌╌"), lines.index("╌╌ unanswered ╌╌")
    due, unknown, unanswered = lines[1:first], lines[first + 1 : second], lines[second + 1 :]
    assert len(due) == 12
    assert all(re.search(r" due  ", line) for line in due)
    assert [line[26:39].strip() for line in unknown] == ["not expected", "unconfirmed"]
    assert all(line.startswith("from ") for line in unanswered)
    assert len(unanswered) == 3


def test_the_listing_in_ascii_is_ascii():
    assert output("print", "--ascii").isascii()


def test_without_a_terminal_it_prints_and_a_corpus_can_be_named_without_a_command():
    assert output() == output("print") == output("seeds")
    assert output("--as-of", "2025-04-30") == output("print", "--as-of", "2025-04-30")


def test_before_anything_was_known_the_listing_says_so():
    assert output("print", "--as-of", "2025-03-21").splitlines()[1:] == [
        "Nothing was known by 21 Mar 2025. The first claim is of 22 Mar 2025."
    ]


def test_every_exported_quote_is_in_its_sources_file():
    data = exported("2025-05-06")
    assert len(data["claims"]) >= 60
    texts = {source["id"]: (ROOT / "seeds" / "sources" / f"{source['id']}.txt").read_bytes().decode("utf-8")
             for source in data["sources"]}  # fmt: skip
    quotes = [(claim["source"], quote) for claim in data["claims"] for quote in claim["quotes"]]
    assert len(quotes) >= len(data["claims"])
    for source, quote in quotes:
        assert texts[source][quote["start"] : quote["end"]] == quote["exact"]
    assert {claim["id"] for claim in data["claims"] if not claim["quotes"]} == set()


def test_what_is_exported_and_imported_is_the_same_corpus(tmp_path: Path):
    whole = run("export", "--to", "json").stdout
    for source, given in ((tmp_path / "corpus.json", None), ("-", whole)):
        if given is None:
            Path(source).write_bytes(whole)
        folder = tmp_path / f"from-{Path(source).stem}"
        done = run("import", source, "--from", "json", "--into", folder, given=given)
        assert (done.returncode, done.stdout) == (0, b"")
        assert b"nothing was lost" in done.stderr
        assert run("check", folder).returncode == 0
        assert run("export", folder, "--to", "json").stdout == whole


def test_an_import_never_writes_into_a_folder_that_holds_something(tmp_path: Path):
    (tmp_path / "kept.txt").write_text("mine", "utf-8")
    (tmp_path / "corpus.json").write_bytes(run("export", "--to", "json").stdout)
    done = run("import", tmp_path / "corpus.json", "--from", "json", "--into", tmp_path)
    assert done.returncode == 2
    assert re.fullmatch(rb"[^\n]+\n", done.stderr)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "corpus.json",
        "kept.txt",
    ]


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["print", "--as-of", "5 May"], 2, '--as-of: "5 May" is not a full day; write it as YYYY-MM-DD, for example '),
        (["print", "--as-of", "2025-02-30"], 2, "--as-of: "),
        (["check", "no/such/folder"], 2, "no/such/folder: does not exist; name a folder that holds a corpus.toml\n"),
        (["no/such/folder"], 2, "no/such/folder: does not exist; "),
        (["import", "no-such.json", "--from", "json", "--into", "x"], 2, "no-such.json: there is no such file"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_one_sentence_on_standard_error(arguments: list[str], status: int, said: str):
    done = run(*arguments)
    assert done.returncode == status
    assert done.stdout == b""
    assert done.stderr.decode().startswith(said)
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--as-of", "-0043-03-15", "as of Fri 15 Mar 44 BC,"),
        ("--filter", "-troops", "filter: -troops,"),
        ("--filter", "–has：due", "filter: -has:due,"),
        ("--filt", '-"red square" -xi', 'filter: -"red square" -xi,'),
    ],
)
def test_a_value_may_begin_with_a_minus(option: str, value: str, said: str):
    for arguments in ([option, value], [f"{option}={value}"]):
        assert said in output("print", "--brief", *arguments).splitlines()[0]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["--filter", "-has:x"],
            '--filter: has: knows no "x"; it is one of conflict, due, superseded, unanswered, todo.',
        ),
        (["--as-of", "-43"], '--as-of: "-43" is not a full day'),
        (["--event", "-x"], '--event: there is no "-x" in this corpus'),
    ],
)
def test_a_wrong_value_that_begins_with_a_minus_is_explained(arguments: list[str], said: str):
    for given in (arguments, ["=".join(arguments)]):
        assert run(*given).stderr.decode().startswith(said)


@pytest.mark.parametrize("after", ["--brief", "-h", "--", "--no-such"])
def test_an_option_is_never_taken_for_the_value_of_the_one_before(after: str):
    done = run("print", "--filter", after)
    assert done.returncode == 2
    assert b"argument --filter: expected one argument" in done.stderr


def test_an_empty_folder_is_nothing_to_work_on(tmp_path: Path):
    empty = tmp_path / "empty"
    empty.mkdir()
    done = run("check", empty)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == f"{empty}: is empty; a corpus begins with a corpus.toml\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--no-such-option"], "unrecognized arguments: --no-such-option"),
        (["export"], "--to"),
        (["export", "--to", "xml"], "invalid choice: 'xml'"),
        (["print", "one", "two"], "unrecognized arguments: two"),
        (["print", "--as-of"], "expected one argument"),
    ],
)
def test_an_option_that_is_not_there_shows_the_usage(arguments: list[str], said: str):
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"usage: dprk-tui")
    assert said in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_a_hostile_folder_name_cannot_reach_the_terminal(tmp_path: Path):
    done = run("check", tmp_path / "\x1b]52;c;evil\x07")
    assert done.returncode == 2
    assert b"\x1b" not in done.stderr
    assert b"<U+001B>" in done.stderr


def test_findings_in_a_corpus_exit_with_1_and_name_file_and_line(tmp_path: Path):
    folder = tmp_path / "corpus"
    assert (
        run(
            "import", "-", "--from", "json", "--into", folder, given=run("export", "--to", "json").stdout
        ).returncode
        == 0
    )
    events = folder / "events.toml"
    spoiled = events.read_text("utf-8").replace(
        'part_of = "strand-victory-day"', 'part_of = "strand-victory-dey"'
    )
    events.write_text(spoiled, "utf-8")
    done = run("check", folder)
    assert done.returncode == 1
    found = [line for line in done.stdout.decode().splitlines() if "[X" not in line]
    lines = [line for line in found if ": error[" in line]
    assert len(lines) > 1, "all findings at once"
    right = r".*events\.toml:\d+:\d+: error\[R001\]: .*strand-victory-dey.*strand-victory-day"
    assert all(re.match(right, line) for line in lines)
    assert done.stderr.decode().startswith("Victory Day 2025: ")


def test_a_reader_that_has_seen_enough_is_no_mistake():
    command = f"{sys.executable} -m tui print seeds | head -n 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, cwd=ROOT, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"as of ")


@pytest.mark.parametrize("locale", ["C", "C.UTF-8", "POSIX"])
def test_the_listing_does_not_depend_on_the_locale(locale: str):
    done = run("print", LC_ALL=locale, PYTHONIOENCODING="")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode("utf-8") == output("print")
