"""What the columns mean of formats whose columns are known, by the names that their makers give them.

ACLED: its codebook and column reference. UCDP GED: its codebook. GDELT: the event codebooks of 1.0 and 2.0. Follow the
Money: the properties of Thing, Interval, Event and Sanction. iCalendar: RFC 5545. TimelineJS 3 and SIMILE Timeline:
what their own readers take.
"""

from collections.abc import Mapping

from model.exchange.tables.columns import CODED_MEANINGS, Columns
from model.exchange.tables.streams.gdelt import ROOTS

_ALL = frozenset({"title", "date", "known", "who"})
"""Meanings for which all the columns are taken that are there; for any other the first."""

PRESETS: Mapping[str, Mapping[str, str]] = {
    "acled": {
        "title": "sub_event_type|actor1|actor2|location",
        "date": "event_date",
        "precision": "time_precision",
        "known": "timestamp",
        "who": "actor1|actor2",
        "place": "location|admin1|country",
        "type": "event_type",
        "source": "source",
        "note": "notes",
        "id": "event_id_cnty|data_id",
    },
    "ucdp": {
        "title": "dyad_name|where_coordinates",
        "date": "date_start",
        "end": "date_end",
        "precision": "date_prec",
        "who": "side_a|side_b",
        "place": "where_coordinates|adm_1|country",
        "type": "type_of_violence",
        "source": "source_office|source_article",
        "note": "source_headline|where_description",
        "id": "id|relid",
    },
    "gdelt": {
        "title": "actor1name|eventrootcode|actor2name|actiongeo_fullname",
        "date": "sqldate|day|monthyear|year",
        "known": "dateadded",
        "who": "actor1name|actor2name",
        "place": "actiongeo_fullname",
        "type": "eventrootcode",
        "address": "sourceurl",
        "id": "globaleventid",
    },
    "ftm": {
        "title": "caption|name|program|reason",
        "date": "startdate|date|listingdate|publishedat",
        "end": "enddate",
        "known": "last_change|modifiedat|first_seen",
        "place": "location|country",
        "type": "schema",
        "source": "publisher|datasets",
        "note": "summary|description|notes",
        "address": "sourceurl",
        "id": "id",
    },
    "ics": {
        "title": "summary",
        "date": "dtstart|due",
        "end": "dtend",
        "known": "last-modified|created|dtstamp",
        "who": "organizer|attendee",
        "place": "location",
        "type": "categories|component",
        "note": "description",
        "address": "url",
        "id": "uid",
    },
    "timelinejs": {
        "title": "text.headline|headline",
        "year": "start_date.year|year",
        "month": "start_date.month|month",
        "day": "start_date.day|day",
        "end-year": "end_date.year|end year",
        "end-month": "end_date.month|end month",
        "end-day": "end_date.day|end day",
        "type": "group|kind|type",
        "note": "text.text|text",
        "address": "media.url|media",
        "id": "unique_id",
    },
    "simile": {
        "title": "title|t",
        "date": "start|s",
        "end": "end|e",
        "note": "description|d",
        "address": "link",
        "id": "eventid|eid|id",
    },
}

ONE_TITLE = frozenset({"ftm"})
"""Formats in which the first column of a title that is not empty is the title; in others all of them are."""

WORDED: Mapping[str, Mapping[str, Mapping[str, str]]] = {"gdelt": {"eventrootcode": ROOTS}}
"""Codes that stand for words in titles: of a format, by column."""


def preset(format: str, names: tuple[str, ...]) -> Columns | None:
    """What columns of a format mean; None for a format that has no columns of its own, or none of them here."""
    wanted = PRESETS.get(format)
    if wanted is None:
        return None
    at = {name.strip().casefold(): number for number, name in reversed([*enumerate(names)])}
    of = []
    for meaning in CODED_MEANINGS:
        found = [at[it] for it in wanted.get(meaning, "").split("|") if it in at]
        if found:
            of.append((meaning, tuple(found) if meaning in _ALL else (found[0],)))
    return Columns("", 0, names, tuple(of)) if of else None
