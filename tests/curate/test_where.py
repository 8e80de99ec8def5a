"""Where a record stands, by the lines that an editor counts."""

import pytest

from model.curate.where import Spot, spot_of

CLAIM = '[[claim]]\nquote = "a"\nid = "c"\n'


@pytest.mark.parametrize("end", ["\u2028", "\u0085", "\x0c", "\x1c"], ids=lambda it: f"U+{ord(it):04X}")
def test_lines_are_those_of_the_file_whatever_else_unicode_takes_for_an_end(end: str):
    files = {"sources/s.toml": f'[source]\ntitle = "a{end}b"\n\n{CLAIM}'.encode()}
    assert spot_of(files, "claim", "c") == Spot("sources/s.toml", 4)


@pytest.mark.parametrize("key", ['"id"', "'id'", "id"])
def test_a_key_may_be_quoted(key: str):
    files = {"events.toml": f'\n[[event]]\r\n{key} = "e"\r\n'.encode()}
    assert spot_of(files, "event", "e") == Spot("events.toml", 2)


def test_a_text_of_which_nobody_has_said_anything_is_where_its_source_is():
    files = {"sources/a.txt": b"A text.", "sources/b.txt": b"B", "sources/b.toml": b"[source]\n"}
    assert spot_of(files, "source", "a") == Spot("sources/a.txt", 1)
    assert spot_of(files, "source", "b") == Spot("sources/b.toml", 1)
    assert spot_of(files, "source", "c") is None
