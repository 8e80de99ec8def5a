"""An archive in the formats that can be taken away, as of its day and under its filter."""

from collections.abc import Iterator

from model.exchange.brief import Brief, Scope, brief_of
from model.exchange.json_text import json_text
from model.exchange.to_csv import csv_claims
from model.exchange.to_html import html
from model.exchange.to_json import export_json
from model.exchange.to_markdown import markdown
from model.index.archive import Archive

_WINDOW = 500

ENDINGS = {".md": "markdown", ".html": "html", ".csv": "csv"}
"""The format that the ending of a file's name asks for."""


def exported(archive: Archive, to: str) -> Iterator[str]:
    """The pieces of an export; `to` is one of `tui.cli.parser.FORMATS`."""
    if to == "json":
        yield from json_text(export_json(archive.corpus, archive.timeline.day))
        yield "\n"
    elif to == "csv":
        events = set(events_shown(archive)) if archive.timeline.filter else None
        yield from csv_claims(archive.corpus, archive.timeline.day, events)
    elif to == "markdown":
        yield from (f"{line}\n" for line in markdown(brief(archive)))
    else:
        yield html(brief(archive))


def brief(archive: Archive) -> Brief:
    """The brief of the events on the archive's timeline."""
    timeline = archive.timeline
    scope = Scope(timeline.day, tuple(events_shown(archive)), timeline.known, timeline.filter)
    return brief_of(archive.corpus, scope, archive.conflicts(timeline.when))


def events_shown(archive: Archive) -> Iterator[str]:
    """The events on the archive's timeline, in its order."""
    for first in range(0, archive.timeline.total, _WINDOW):
        yield from (row.event for row in archive.timeline.rows(first, _WINDOW))
