"""Standard streams that are closed, full, endless or not UTF-8: one sentence, an exit status, never a traceback."""

import io
import json
import sys
from pathlib import Path

import pytest

from tests.cli.running import Done, run
from tui.cli.refusal import Refusal
from tui.cli.streams import given

needs_full_device = pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has /dev/full")

PRINTING = [
    ["print"],
    ["check", "--format", "json"],
    ["export", "--to", "json"],
    [],
    ["--version"],
    ["--help"],
    ["open", "--help"],
]
ASCII_LOCALE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
in_other_locales = pytest.mark.parametrize(
    "locale", [{"PYTHONIOENCODING": "latin-1"}, ASCII_LOCALE], ids=["latin-1", "ascii"]
)
CLOSED = b"standard output is closed; leave it open, or send it to a file or a pipe\n"


def said(done: Done) -> tuple[int, bytes, bytes]:
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("arguments", PRINTING)
def test_nothing_can_be_printed_to_a_closed_output(arguments: list[str]):
    assert said(run(*arguments, streams=">&-")) == (2, b"", CLOSED)


@needs_full_device
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("arguments", PRINTING)
def test_a_full_disk_is_one_sentence(arguments: list[str], unbuffered: str):
    done = run(*arguments, streams=">/dev/full", variables={"PYTHONUNBUFFERED": unbuffered})
    assert said(done) == (2, b"", b"standard output cannot be written: No space left on device\n")


def test_a_closed_input_is_no_terminal_and_the_listing_is_printed():
    assert said(run("print", streams="<&-")) == said(run("print"))
    assert said(run(streams="<&-")) == said(run("print"))


def test_nothing_can_be_imported_from_a_closed_input(tmp_path: Path):
    done = run("import", "-", "--from", "json", "--into", tmp_path / "new", streams="<&-")
    assert said(done) == (2, b"", b"standard input is closed; send a file into it, or name one\n")
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("arguments", [["print", "--as-of", "x"], ["check", "no/such"], ["--no-such-option"]])
def test_with_nowhere_to_say_it_a_mistake_still_has_its_status_and_never_becomes_data(arguments: list[str]):
    assert run(*arguments).stderr != b""
    assert said(run(*arguments, streams="2>&-")) == (2, b"", b"")


@needs_full_device
@pytest.mark.parametrize("arguments", [["print", "--as-of", "x"], ["check", "no/such"], ["--no-such-option"]])
def test_a_full_disk_for_mistakes_leaves_the_status(arguments: list[str]):
    assert said(run(*arguments, streams="2>/dev/full")) == (2, b"", b"")


@in_other_locales
def test_what_the_locale_cannot_hold_is_escaped_in_the_listing(locale: dict[str, str]):
    encoding = locale.get("PYTHONIOENCODING", "ascii")
    listing = run("print").stdout.decode("utf-8")
    assert not listing.isascii()
    assert said(run("print", variables=locale)) == (0, listing.encode(encoding, "backslashreplace"), b"")


@in_other_locales
def test_an_export_is_utf8_in_every_locale(locale: dict[str, str]):
    exported = run("export", "--to", "json")
    assert not exported.stdout.isascii()
    assert exported.returncode == 0
    assert said(run("export", "--to", "json", variables=locale)) == said(exported)


@in_other_locales
def test_check_and_its_mistakes_can_be_said_in_every_locale(tmp_path: Path, locale: dict[str, str]):
    data = json.loads(run("export", "--to", "json").stdout)
    data["corpus"]["title"] = "승리의 날"
    folder = tmp_path / "승리"
    whole = json.dumps(data).encode()
    imported = run("import", "-", "--from", "json", "--into", folder, given=whole, variables=locale)
    assert (imported.returncode, imported.stderr.count(b"\n")) == (0, 1)
    checked = run("check", folder, variables=locale)
    assert (checked.returncode, checked.stdout) == (0, b"")
    assert checked.stderr.startswith(rb"\uc2b9\ub9ac\uc758 \ub0a0: 2 sources")
    missing = run("check", folder / "없다", variables=locale)
    assert (missing.returncode, missing.stderr.count(b"\n"), missing.stdout) == (2, 1, b"")


def test_no_more_is_read_from_standard_input_than_the_bound(monkeypatch: pytest.MonkeyPatch):
    for size, fits in ((10, True), (11, False)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"x" * size)))
        if fits:
            assert given(10) == b"x" * size
        else:
            with pytest.raises(Refusal, match="standard input has more than 10 bytes"):
                given(10)
