"""The JSON that is exported: what it says is untouched, and no character of it acts on a terminal."""

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from model.exchange.json_text import json_text
from model.quotes.hidden import is_hidden
from tests.cli.running import run

ACTING = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def text_of(tree: object) -> str:
    return "".join(json_text(tree))


def acting(text: str) -> set[str]:
    """The characters of `text` that a terminal obeys or hides, line ends aside."""
    return {character for character in text if unicodedata.category(character) in ACTING} - {"\n"}


@given(st.text(st.characters(exclude_categories=())))
@example("\x7f \x85 \x9b \u00ad \u061c \u200b \u202e \u2028 \u2029 \u2066 \ufeff \U000e0041 \ud800 \x00 \x1b")
def test_hidden_characters_are_escaped_and_read_back_as_themselves(text: str):
    written = text_of({text: [text]})
    assert acting(written) == set()
    # Two lone halves of a pair are one character once they stand side by side in JSON.
    assert json.loads(written) == json.loads(json.dumps({text: [text]}))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("\u202e", r'"\u202e"'),
        ("\x7f", r'"\u007f"'),
        ("\x9b", r'"\u009b"'),
        ("\U000e0041", r'"\udb40\udc41"'),
        ("\u3164\ufe0f", r'"\u3164\ufe0f"'),
    ],
)
def test_an_escape_names_the_code_point(text: str, written: str):
    assert text_of(text) == written


@given(
    st.text(st.characters(categories=("L", "M", "N", "P", "S", "Zs")).filter(lambda it: not is_hidden(it)))
)
def test_what_can_be_read_stays_readable(text: str):
    assert text_of(text) == json.dumps(text, ensure_ascii=False)


def test_an_export_holds_no_character_that_acts(tmp_path: Path):
    data = json.loads(run("export", "--to", "json").stdout)
    data["corpus"]["description"] = description = "a\u202eb\x7fc\x9bd\u2028e"
    assert acting(description)
    folder = tmp_path / "corpus"
    imported = run("import", "-", "--from", "json", "--into", folder, given=json.dumps(data).encode())
    assert imported.returncode == 0, imported.stderr
    exported = run("export", folder, "--to", "json").stdout.decode("utf-8")
    assert acting(exported) == set()
    assert json.loads(exported)["corpus"]["description"] == description
