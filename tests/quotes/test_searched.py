"""A text in which many passages are looked for: it answers as `str.find` does, and reads less and less."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.quotes import searched
from model.quotes.searched import Searched

repetitive = st.text("ab ", max_size=200) | st.text(max_size=60)


class Counted(str):
    """A text that counts how often it is read through."""

    reads = 0

    def find(self, *wanted: object) -> int:
        """As every text, and counted."""
        Counted.reads += 1
        return super().find(*wanted)  # type: ignore[arg-type]


@given(repetitive, st.text("ab ", min_size=1, max_size=40), st.integers(0, 20), st.data())
def test_it_finds_what_the_text_itself_finds(text: str, other: str, start: int, data: st.DataObject):
    first = data.draw(st.integers(0, len(text)))
    passage = text[first : first + data.draw(st.integers(1, 60))] or other
    listed = Searched(text)
    listed._blocks = searched._blocks(text)
    for wanted in (passage, other):
        assert listed.find(wanted, start) == text.find(wanted, start) == Searched(text).find(wanted, start)


def test_of_many_passages_the_text_is_read_for_the_first_ones_only():
    text = Counted("".join(f"The speaker said that item {it} would follow. " for it in range(1000)))
    many = Searched(text)
    wanted = [f"said that item {it} would follow" for it in range(1000)]
    assert [many.find(it) for it in wanted] == [str(text).find(it) for it in wanted]
    assert Counted.reads < 500, "every passage stands once, so that without a list it is read for each"


def test_a_text_of_one_letter_is_read_rather_than_tried_at_every_place(monkeypatch: pytest.MonkeyPatch):
    text = "a" * 10_000
    monkeypatch.setattr(searched, "_READ_FIRST", -1)
    assert Searched(text).find("a" * 100 + "b") == -1
    assert Searched(text).find("a" * 100, 7) == 7
