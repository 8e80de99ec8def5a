"""Values made to crash, to flood or to slip through: each is one short line."""

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from model.corpus.load import load_corpus
from model.corpus.records import Source
from tests.corpus.spoiled import A, add, found, spoil

UNKNOWN = "is not known to this program, which reads formats 1 to 3; a later one may read it"
NOT_AN_ID = "is not an id; write up to 80 lower-case letters, digits and single hyphens"

MANY_CLAIMS = """
from model.corpus.convert import convert
from model.corpus.findings import Place
from model.corpus.records import Claim
from model.exchange.rows import ClaimRow

claim = {"id": "c", "source": "s", "quote": "x", "event": "e", "status": "ongoing", "factuality": "CT+"}
row = {name: value for name, value in claim.items() if name != "quote"} | {"quotes": [{"exact": "x"}]}
for number in range(200):
    for table, kind in ((claim, Claim), (row, ClaimRow)):
        for held in ("a", ["a", "b"], ["a"] * number):
            sound = {**table, "roles": {"host": held, "guest": "a"}}
            assert isinstance(convert(sound, kind, Place("x"), {}), kind)
            assert len(convert({**sound, "typo": 1}, kind, Place("x"), {})) == 1
"""


def test_claims_with_roles_never_crash_the_converter():
    done = subprocess.run([sys.executable, "-c", MANY_CLAIMS], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("held", ['"Korea Daily"', '["korea-daily", "Korea Daily"]'])
def test_who_holds_a_role_is_named_by_an_id(folder: Path, held: str):
    add(folder, A, f"roles = {{ host = {held} }}\n")
    assert found(folder) == [f'{A}:15:11: "Korea Daily" {NOT_AN_ID}, as in "korea-daily"']


def test_one_holder_of_a_role_and_several_are_read(folder: Path):
    add(folder, A, 'roles = { host = "korea-daily", guest = ["korea-daily"] }\n')
    assert load_corpus(folder).claims["c1"].roles == {"host": "korea-daily", "guest": ("korea-daily",)}


def test_an_id_does_not_end_in_a_line_break(folder: Path):
    spoil(folder, A, 'id = "c1"', 'id = "c1\\n"')
    assert found(folder) == [f'{A}:9:1: "c1\\n" {NOT_AN_ID}, as in "c1"']


def test_a_digest_does_not_end_in_a_line_break():
    digest = next(field.type for field in msgspec.structs.fields(Source) if field.name == "sha256")
    assert msgspec.convert("0" * 64, digest) == "0" * 64
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert("0" * 64 + "\n", digest)


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("9" * 5000, "1:1: it holds a number that is too long to be read; write fewer digits"),
        (
            "0x" + "f" * 5000,
            f"1:1: format 0x{'f' * 55}... {UNKNOWN}",
        ),
        (
            "9" * 4000,
            f"1:1: format {'9' * 57}... {UNKNOWN}",
        ),
        ("inf", "1:1: a whole number is wanted here, not inf; write format = 3"),
        ("1.5", "1:1: a whole number is wanted here, not 1.5; write format = 3"),
    ],
    ids=["no int", "hexadecimal", "many digits", "infinite", "fraction"],
)
def test_a_number_that_is_no_version_is_one_short_line(folder: Path, value: str, line: str):
    spoil(folder, "corpus.toml", "format = 1", f"format = {value}")
    assert found(folder) == [f"corpus.toml:{line}"]


@pytest.mark.parametrize(
    "line",
    [
        "x" + ".x" * 3000 + " = 1\n",
        "[" + "x." * 3000 + "x]\n",
        "x = " + "[" * 5000 + "]" * 5000 + "\n",
        "x = " + "[" * 900 + "]" * 900 + "\n",
        "x = " + "{ x = " * 200 + "1" + " }" * 200 + "\n",
    ],
    ids=["dotted key", "dotted header", "lists", "fewer lists", "tables"],
)
def test_depth_is_one_short_line(folder: Path, line: str):
    add(folder, "corpus.toml", line)
    (said,) = found(folder)
    assert said.startswith("corpus.toml:")
    assert "deep" in said or 'unknown field "x"' in said


LONG = "x" * 3000
CUT = "x" * 57 + "..."


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ('words = "May 9"', f'words = "{LONG}"', [f'12:31: "{CUT}" is not inside the quote; ']),
        ('status = "scheduled"', f'status = "{LONG}"', [f'13:1: "{CUT}" is not a known word; ']),
        ('event = "visit"', f'event = "{LONG}"', [f'10:1: "{CUT}" {NOT_AN_ID}']),
        ('event = "visit"', f'event = "visit"\n{LONG} = 1', [f'11:1: unknown field "{CUT}"; ']),
        ("[source]", f"[[{LONG}]]\n[source]", [f'1:1: unknown table "{CUT}"; ']),
        (
            "[source]",
            f"[{LONG}]\n[{LONG}]\n[source]",
            [f"2:3002: not TOML: cannot declare ('{'x' * 100}..."],
        ),
    ],
    ids=["words", "word", "id", "field", "table", "syntax"],
)
def test_a_long_value_is_quoted_in_part(folder: Path, old: str, new: str, lines: list[str]):
    spoil(folder, A, old, new)
    said = found(folder)
    assert len(said) == len(lines)
    for line, begin in zip(said, lines, strict=True):
        assert line.startswith(f"{A}:{begin}")
        assert len(line) < 400


def test_what_cannot_be_seen_is_escaped_in_a_message(folder: Path):
    spoil(folder, A, 'words = "May 9"', 'words = "\\u001b[31m\\u202e\\n최"')
    assert found(folder) == [
        (
            f'{A}:12:31: "\\x1b[31m\\u202e\\n최" is not inside the quote; '
            "write the source's own words, letter for letter"
        )
    ]


def test_a_byte_order_mark_is_named(folder: Path):
    (folder / "events.toml").write_bytes(b"\xef\xbb\xbf" + (folder / "events.toml").read_bytes())
    assert found(folder) == [
        "events.toml:1:1: it begins with a byte order mark (BOM); save it as UTF-8 without one"
    ]
