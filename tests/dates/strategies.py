"""Dates of the EDTF subset, made at random from parts whose bounds the standard library knows."""

from calendar import monthrange

from hypothesis import strategies as st


def year_text(year: int) -> str:
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


@st.composite
def parts(draw: st.DrawFn, first_year: int = -9999, last_year: int = 9999) -> tuple[int, ...]:
    """A year, a year and month, or a full day, as a tuple of one to three numbers."""
    year = draw(st.integers(first_year, last_year))
    length = draw(st.integers(1, 3))
    month = draw(st.integers(1, 12))
    # A year of the same place in the 400-year cycle, which the standard library can be asked about.
    day = draw(st.integers(1, monthrange(year % 400 + 400, month)[1]))
    return (year, month, day)[:length]


def part_text(part: tuple[int, ...]) -> str:
    return "-".join([year_text(part[0]), *(f"{number:02d}" for number in part[1:])])


def first_date(part: tuple[int, ...]) -> tuple[int, ...]:
    return (*part, 1, 1)[:3]


@st.composite
def points(draw: st.DrawFn) -> str:
    return part_text(draw(parts())) + draw(st.sampled_from(["", "", "?", "~", "%"]))


@st.composite
def long_years(draw: st.DrawFn) -> str:
    year = draw(st.integers(10_000, 999_999_999_999))
    return "Y" + draw(st.sampled_from(["", "-"])) + str(year) + draw(st.sampled_from(["", "?", "~", "%"]))


@st.composite
def spans(draw: st.DrawFn, first_year: int = -9999, last_year: int = 9999) -> str:
    """An interval or a set, closed or open at one end, not running backwards."""
    # Half of them lie within a few years, where ends share a year or a month.
    middle = draw(st.integers(first_year + 1, last_year - 1))
    near = parts(middle - 1, middle + 1)
    start, end = sorted((draw(near), draw(near | parts(first_year, last_year))), key=first_date)
    opened = draw(st.sampled_from(["", "start", "end"]))
    first = "" if opened == "start" else part_text(start)
    last = "" if opened == "end" else part_text(end)
    if draw(st.booleans()):
        return f"[{first}..{last}]"
    return f"{first or '..'}/{last or '..'}"


def dates() -> st.SearchStrategy[str]:
    """Any date of the subset, as text."""
    return points() | spans() | long_years()
