"""A date in a database: as EDTF, in words, and its first and last day."""

from model.dates.civil import iso_day
from model.dates.edtf import Edtf
from model.dates.wording import medium_form
from model.exchange.database_file import Value

DATES = "date_edtf is EDTF (ISO 8601-2), no finer than it is known; first_day and last_day are its bounds"
"""What to know of these columns, for a readme."""

DATE_COLUMNS = (
    ("date_edtf", "TEXT", "when, as EDTF"),
    ("date_words", "TEXT", "the same in words"),
    ("first_day", "TEXT", "the first day that it can be; none where that is open"),
    ("last_day", "TEXT", "the last day that it can be; none where that is open"),
)

"""The columns of a date."""


def date_values(date: Edtf | None) -> tuple[Value, ...]:
    """What stands in `DATE_COLUMNS`."""
    if date is None:
        return (None,) * len(DATE_COLUMNS)
    ends = (iso_day(it) if it is not None else None for it in (date.earliest, date.latest))
    return date.text, medium_form(date), *ends
