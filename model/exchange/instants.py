"""Dates for programs that know instants alone, as Timesketch: one instant, and in words what of it is not known."""

from model.dates.civil import civil_date
from model.dates.edtf import Edtf, Precision, Shape
from model.dates.wording import medium_form

_PRECISIONS = {Precision.DAY: "day", Precision.MONTH: "month", Precision.YEAR: "year"}
NO_INSTANT = "no date, or a year that is not between 1 and 9999"
"""Why something has no instant."""


def instant_of(date: Edtf | None) -> dict[str, str] | None:
    """The fields of an instant: `datetime` (ISO 8601, UTC), `timestamp_desc`, and what is known of the date.

    It is midnight of the first day that the date can be, of one that has no first day midnight of the last. None where
    neither is in the years 1 to 9999. `date_precision` is day, month, year, or that it is a window or a span;
    `timestamp_desc`, which Timesketch shows beside each instant, says which of its days it is.
    """
    if date is None:
        return None
    day, which = (date.earliest, "first day") if date.earliest is not None else (date.latest, "last day")
    at = _iso(day)
    if not at:
        return None
    exact = date.single_day is not None and not date.qualified
    precision = _PRECISIONS[date.precision]
    if date.shape is Shape.WINDOW:
        precision = "window"
    elif date.shape is Shape.EXTENT:
        precision = "span"
    return {
        "datetime": f"{at}T00:00:00+00:00",
        "timestamp_desc": "Event" if exact else f"Event, {medium_form(date)} ({which})",
        "date_precision": f"{precision}, not sure" if date.qualified else precision,
        "date_edtf": date.text,
        "date_words": medium_form(date),
        "date_first_day": _iso(date.earliest),
        "date_last_day": _iso(date.latest),
    }


def _iso(day: int | None) -> str:
    """`2025-05-09`; empty where there is no day, or its year has not four digits."""
    if day is None:
        return ""
    year, month, of_month = civil_date(day)
    return f"{year:04}-{month:02}-{of_month:02}" if 1 <= year <= 9999 else ""
