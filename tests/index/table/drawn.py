"""Tables of coded rows, and what is asked of them, drawn by hypothesis."""

from hypothesis import strategies as st

from model.dates.edtf import parse
from model.index.table.coded import CodedRow, Column, Meaning, TableFile, TableMeta
from model.index.table.order import own_place
from model.index.table.vocabulary import value_id
from model.query.terms import ALL, Query, Term

DAYS = (739_000, 739_001, 739_005)
"""Days on which rows became known, and files were had."""

META = TableMeta(
    "Drawn",
    (
        Column("What", "what", Meaning.TITLE),
        Column("When", "when", Meaning.DATE),
        Column("Country", "country", Meaning.PLACE, faceted=True),
        Column("After", "after", None, faceted=True),
        Column("Note", "note", Meaning.NOTE),
    ),
    tuple(
        TableFile(f"{name}.csv", name * 64, 9, "csv", "utf-8", DAYS[at], download=at)
        for at, name in enumerate("abc")
    ),
)

DATES = (
    *(
        "2020",
        "2021-05",
        "2021-05-03",
        "2021-05-03",
        "2021-05-03?",
        "2021-05-04",
        "2023-01-01",
        "-0300",
        "Y12000",
    ),
    *("2019/..", "../2021-05", "2021-05-03/2021-06-02", "2021-04/2021-05", "1999/2030"),
    *("[2022-02..]", "[..2021-05-03]", "[2021-01..2021-06]"),
)
WORDS = ("missile", "Missiles", "미사일을", "발사", "Choe Ryong-hae", "U.S.", "use", "l'ONU", "a", "2021")
COUNTRIES = ("Russia", "RUSSIA ", "North Korea", "", "조선", 'A "B"', "A B", "a,b", "x-y", "Niger", "Nigeria")
OTHERS = ("", "yes", "no")

texts = st.lists(st.sampled_from(WORDS), max_size=2).map(" ".join)


@st.composite
def coded_rows(draw: st.DrawFn, most: int = 12) -> list[CodedRow]:
    """Rows of three files, in any order."""
    places = draw(st.lists(st.tuples(st.integers(0, 2), st.integers(1, 99)), max_size=most, unique=True))
    rows = [draw(_row(file, number)) for file, number in places]
    later = {row.first for row in rows}
    # A row that others are later versions of is the first one, and over.
    return [
        row._replace(first=None, until=DAYS[-1] if row.until is None else row.until)
        if own_place(row.file, row.number) in later
        else row
        for row in rows
    ]


@st.composite
def _row(draw: st.DrawFn, file: int, number: int) -> CodedRow:
    title, note, date = draw(texts), draw(texts), draw(st.none() | st.sampled_from(DATES))
    cells = (title, date or "", draw(st.sampled_from(COUNTRIES)), draw(st.sampled_from(OTHERS)), note)
    known = draw(st.none() | st.sampled_from(DAYS))
    until, first = (
        draw(st.none() | st.sampled_from(DAYS)),
        draw(st.none() | st.sampled_from((5, 1 << 40 | 7))),
    )
    row = CodedRow(file, number, title, parse(date) if date else None, cells, "|".join(cells), known)
    return row._replace(until=until, first=first)


days = st.sampled_from([day + by for day in DAYS for by in (-1, 0)] + [800_000])
"""Days around the steps, and one after all."""

_dates = st.sampled_from([parse(date).earliest or 738_000 for date in DATES]) | st.integers(737_000, 739_000)


@st.composite
def terms(draw: st.DrawFn) -> Term:
    """A term of any key, or of words."""
    key, negated = (
        draw(st.sampled_from(["", "", "country", "after-2", "after", "before"])),
        draw(st.booleans()),
    )
    if key in ("after", "before"):
        return Term(key, "", day=draw(_dates), negated=negated)
    if not key:
        return Term("", draw(st.sampled_from(("m", *WORDS))), negated=negated)
    cells = st.sampled_from(COUNTRIES if key == "country" else OTHERS).filter(bool)
    values = draw(st.lists(cells.map(value_id), min_size=1, max_size=2, unique=True))
    return Term(key, ",".join(values), tuple(values), negated=negated)


queries = st.just(ALL) | st.lists(terms(), min_size=1, max_size=3).map(
    lambda them: Query("drawn", tuple(them))
)

searches = st.sampled_from(
    (
        *(
            "missile",
            "mis",
            "미사",
            "일을",
            "choe ryonghae",
            "u.s.",
            "us",
            "onu",
            "missile -발사",
            "-a",
            "misile",
            "",
        ),
        *(
            "country:russia",
            "country:nig",
            "country:niger mis",
            "-country:x-y",
            "after:2021 a",
            "contry:x",
            "note:a",
        ),
    )
)
