"""Drafts in JSON: a field that one does not have yet is null there, and on the way in it is filled as in a folder."""

import hashlib
from collections.abc import Mapping
from typing import Any

from model.corpus.asked import Question, VainSearch
from model.corpus.listed import PrintedList
from model.corpus.records import Claim, Conflict, Event, Record, Source, Statement
from model.corpus.unfinished import filled, is_begun
from model.corpus.vocabulary import Basis
from model.exchange.rows import ClaimRow, EventRow, ListRow, Purpose, SourceRow, StatementRow

_KINDS: Mapping[type[Record], type[Record]] = {
    SourceRow: Source,
    EventRow: Event,
    StatementRow: Statement,
    ClaimRow: Claim,
    Conflict: Conflict,
    ListRow: PrintedList,
    Question: Question,
    VainSearch: VainSearch,
}
"""The kinds of rows that can be drafts, each with that of its record."""

_OF_DATE = ("date", "date_words", "reasoning", "date_best", "date_from", "date_quote")
"""The fields of a claim's date in JSON, but for its basis."""


def filled_row(row: object, kind: type[Record]) -> tuple[object, frozenset[str]]:
    """The row with something in every field that it has to have, if it is a draft; and the fields that it lacks."""
    if kind not in _KINDS or not isinstance(row, dict) or not is_begun(row, _KINDS[kind]):
        return row, frozenset()
    given = {name: _without_nulls(value) for name, value in row.items() if value is not None}
    if kind is ClaimRow:
        return _claim(given)
    text = given.get("text")
    digest = hashlib.sha256(text.encode("utf-8", "replace") if isinstance(text, str) else b"").hexdigest()
    table, missing = filled(given, _KINDS[kind], digest)
    if text == "":
        # A field that is empty has not been filled in yet; a text may be.
        table["text"] = text
    if kind in (StatementRow, ListRow) and "quote" in missing:
        table["quote"] = None
    return table, missing


def _claim(given: dict[str, Any]) -> tuple[dict[str, Any], frozenset[str]]:
    """A claim has its quote among its quotes, and its date flat."""
    quotes = given.setdefault("quotes", [])
    quoted = isinstance(quotes, list) and any(
        isinstance(it, dict) and it.get("purpose") == Purpose.ASSERTION.value for it in quotes
    )
    table, missing = filled({**given, **({"quote": "its own"} if quoted else {})}, Claim, "")
    del table["quote"]
    if "basis" not in table and any(name in table for name in _OF_DATE):
        table["basis"] = Basis.EXTERNAL.value
        missing |= {"date.basis"}
    return table, missing


def _without_nulls(value: object) -> object:
    """A date or the links of a chain without what they lack."""
    if isinstance(value, dict):
        return {name: item for name, item in value.items() if item is not None}
    return [_without_nulls(item) for item in value] if isinstance(value, list) else value
