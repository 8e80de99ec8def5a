"""Rows of a form come and go while one types: one types where one did, and goes to the row that one saw."""

from tui.prompt.form_rows import FormRows
from tui.state.form import FormLine


def rows_of(names: str) -> list[FormLine]:
    return [FormLine(name, name) for name in names.split()]


def names(rows: FormRows) -> str:
    return " ".join(it.name for it in rows.fields)


def test_what_comes_above_moves_nothing_from_under_the_hands():
    rows = FormRows(rows_of("a b c"))
    rows.go(1)
    rows.review(rows_of("new a b c"))
    assert rows.here.name == "b"


def test_what_goes_stays_until_one_leaves_and_down_leads_to_the_row_below():
    rows = FormRows(rows_of("a b c d"))
    rows.review(rows_of("a c d"))
    assert names(rows) == "a b c d"
    # "b" is on its way out: what is typed would be of nothing.
    rows.go(1)
    assert (rows.here.name, names(rows)) == ("c", "a c d")


def test_two_rows_down_is_two_rows_down_though_one_went_above_them():
    rows = FormRows(rows_of("words why date roles"))
    rows.review(rows_of("words date roles"))
    rows.go(2)
    assert rows.here.name == "date"


def test_the_field_one_types_in_stays_though_it_is_gone():
    rows = FormRows(rows_of("a b c"))
    rows.go(1)
    rows.review(rows_of("a c"))
    assert rows.here.name == "b"
    rows.review(rows_of("a b c"))
    assert (rows.here.name, names(rows)) == ("b", "a b c")
    rows.review(rows_of("a c"))
    rows.go(-1)
    assert (rows.here.name, names(rows)) == ("a", "a c")


def test_past_the_last_row_is_the_last_that_stays():
    rows = FormRows(rows_of("a b"))
    rows.review(rows_of("a"))
    rows.go(1)
    assert (rows.here.name, names(rows)) == ("a", "a")


def test_a_row_that_comes_is_the_next_one_where_it_is_seen():
    rows = FormRows(rows_of("event status"))
    rows.review(rows_of("event kind status"))
    assert names(rows) == "event kind status"
    rows.go(1)
    assert rows.here.name == "kind"
