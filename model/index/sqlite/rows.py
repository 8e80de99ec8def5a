"""From rows of SQLite to rows of the timeline."""

import json
import sqlite3
from collections.abc import Collection

from model.asof.word import Word
from model.corpus.vocabulary import Status
from model.dates.edtf import parse
from model.index.sqlite.present import Present
from model.index.values import Key, TimelineRow


def rows_of(present: Present, first: int, n: int) -> list[TimelineRow]:
    """At most `n` rows from position `first` on."""
    found = present.all(
        f"SELECT * {present.rows} WHERE position >= :first AND position < :last ORDER BY position",
        first=first,
        last=first + n,
    )
    return [row_from(values, present) for values in found]


def rows_among(present: Present, events: Collection[str]) -> list[TimelineRow]:
    """The rows of some events, in the order of the timeline."""
    found = present.all(
        f"SELECT * {present.rows} WHERE event IN (SELECT value FROM json_each(:events)) ORDER BY position",
        events=json.dumps([*events]),
    )
    return [row_from(values, present) for values in found]


def in_order(present: Present, events: Collection[str]) -> list[str]:
    """Those of some events that are there, in the order of the timeline."""
    found = present.all(
        f"""SELECT event FROM {present.name} WHERE event IN (SELECT value FROM json_each(:events))
            ORDER BY position""",
        events=json.dumps([*events]),
    )
    return [row["event"] for row in found]


def key_of(values: sqlite3.Row) -> Key:
    """The key of a row of `event_state`."""
    return Key((values["sort_group"], values["sort_day"], values["sort_tie"]), values["event"])


def row_from(values: sqlite3.Row, present: Present) -> TimelineRow:
    """The row of the timeline that a row of `Present.rows` is."""
    day, step, steps = present.day, present.step, present.store.steps
    due_after, estimated_until = values["due_after"], values["estimated_until"]
    due = due_after is not None and due_after < day
    at_this_step = step > 1 and values["from_day"] == steps[step - 1].day
    return TimelineRow(
        key=key_of(values),
        position=values["position"],
        event=values["event"],
        title=values["title"],
        date=parse(values["date"]) if values["date"] is not None else None,
        dated_by=values["dated_by"],
        group=values["sort_group"],
        word=Word.DUE if due else Word(values["word"]),
        status=Status(values["status"]),
        claim=values["claim"],
        who=values["who"],
        contested=bool(values["contested"]),
        origins=values["origins"],
        new=at_this_step and bool(values["changed"]),
        estimated=estimated_until is not None and day <= estimated_until,
        busy_until=values["busy_until"],
    )
