"""Either end of what lasts may be uncertain or approximate; the other one is as it was."""

import pytest

from model.corpus.possible import bounds_of
from model.corpus.records import Dated
from model.corpus.vocabulary import Basis
from model.dates.civil import day_number
from model.dates.edtf import EdtfError, Shape, parse
from model.dates.wording import last_day_words, long_form, medium_form, short_form

FIRST, LAST = day_number(2024, 6, 1), day_number(2025, 1, 31)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("2024-06~/2025-01", ("~", "")),
        ("2024-06/2025-01?", ("", "?")),
        ("2024-06%/2025-01~", ("%", "~")),
        ("2024-06/2025-01", ("", "")),
    ],
)
def test_an_interval_knows_the_qualifiers_of_its_ends(text: str, ends: tuple[str, str]):
    date = parse(text)
    assert (date.shape, date.qualifier, date.ends) == (Shape.EXTENT, "", ends)
    assert (date.earliest, date.latest) == (FIRST, LAST)
    assert date.qualified == any(ends)
    first, last = bounds_of(Dated(edtf=text, basis=Basis.EXTERNAL, reasoning="x"))
    assert (first, last) == (None if ends[0] else FIRST, None if ends[1] else LAST)


@pytest.mark.parametrize(
    "text", ["[2024~..2025]", "2025~/2024", "2024~~/2025", "~/2025", "2024/~2025", "..~/2025"]
)
def test_nothing_else_has_got_one(text: str):
    with pytest.raises(EdtfError):
        parse(text)


@pytest.mark.parametrize(
    ("text", "medium", "short"),
    [
        ("2024-06~/2025-01", "about Jun 2024 to Jan 2025", "c. Jun 2024-Jan 2025"),
        ("2024-06/2025-01?", "Jun 2024 to perhaps Jan 2025", "Jun 2024-Jan 2025?"),
        ("2024-06~/2025-01?", "about Jun 2024 to perhaps Jan 2025", "c. Jun 2024-Jan 2025?"),
        ("2024-06-01%/2024-06-03", "perhaps about 1 Jun 2024 to 3 Jun 2024", "c. 1-3 Jun 2024?"),
        ("2022~/..", "since about 2022", "since c. 2022"),
        ("../2025-05?", "until perhaps May 2025", "until May 2025?"),
    ],
)
def test_a_doubt_stands_before_the_end_that_it_is_about(text: str, medium: str, short: str):
    assert medium_form(parse(text)) == long_form(parse(text)) == medium
    assert short_form(parse(text), None, 24) == short


def test_a_last_day_that_is_about_one_is_said_so():
    assert last_day_words(parse("2024-06-01/2024-06-03~")) == "last day, about 3 Jun 2024"
    assert last_day_words(parse("2024-06-01~/2024-06-03")) == "last day, 3 Jun 2024"


def test_a_day_between_doubtful_ends_is_no_single_day_in_full():
    assert long_form(parse("2024-06-01~/2024-06-01")) == "about 1 Jun 2024 to 1 Jun 2024"
