"""The id of a new source: short, of its title, and no other's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.corpus.slugs import is_slug
from model.curate.intake.naming import new_id
from model.quotes.romanizing import romanized


@pytest.mark.parametrize(
    ("title", "file", "day", "found"),
    [
        (
            "Kim Jong-un unlikely to attend Russia's Victory Day",
            "x.html",
            None,
            "kim-jong-un-unlikely-to-attend",
        ),
        ("Café “Ünter” №5", "x.html", None, "cafe-unter-no5"),
        ("김정은 러시아 방문", "x.html", None, "gimjeongeun-reosia-bangmun"),
        ("中国", "report 7.pdf", None, "report-7"),
        (None, "/a/b/../evil.tar.gz", None, "evil"),
        (None, "C:\\Docs\\note.txt", None, "note"),
        (None, "中.txt", "2025-05-06", "2025-05-06"),
        (None, "", None, "source"),
        ("taken", "x", "2025-05~", "taken-2025-05"),
        ("taken", "x", None, "taken-2"),
    ],
)
def test_an_id_is_a_slug_of_the_title(title: str | None, file: str, day: str | None, found: str):
    assert new_id(title, file, day, {"taken"}) == found


def test_hangul_is_written_letter_by_letter():
    assert romanized("한글 값 왜 A") == "hangeul gabs wae A"
    assert romanized("없다") == "eobsda"


@given(
    st.text(),
    st.text(),
    st.one_of(st.none(), st.text()),
    st.sets(st.sampled_from(["source", "a", "source-2"])),
)
def test_whatever_the_title_is_it_is_an_id(title: str, file: str, day: str | None, taken: set[str]):
    name = new_id(title, file, day, taken)
    assert is_slug(name)
    assert name not in taken
