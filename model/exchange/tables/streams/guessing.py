"""Which format a file is of: by its first bytes, then by its ending, then by its headers."""

from dataclasses import replace
from itertools import islice
from pathlib import Path

from model.exchange.tables.sheet import UnreadableTable
from model.exchange.tables.streams.gdelt import FIRST, is_gdelt
from model.exchange.tables.streams.json_cells import object_in
from model.exchange.tables.streams.json_document import has_rows
from model.exchange.tables.streams.json_whole import document
from model.exchange.tables.streams.stream import Stream

_HEAD = 1 << 16
_MOST_DOCUMENT = 1 << 28
_TABS = (".tsv", ".tab")
_LINES = (".jsonl", ".ndjson")

_BOOKS = (".xlsx", ".xlsm")
_REFUSED = {
    b"\x1f\x8b": "it is packed with gzip; unpack it first",
    b"\xd0\xcf\x11\xe0": "it is an old workbook (xls); save it as xlsx or CSV",
    b"SQLite format 3\0": "it is a database already; open it as it is, or export it as CSV",
}
"""What files begin with that are not read, and what would help."""

_BY_HEADERS = (
    ("acled", frozenset({"event_id_cnty", "event_date"})),
    ("acled", frozenset({"data_id", "event_date", "sub_event_type"})),
    ("ucdp", frozenset({"date_prec", "date_start", "date_end"})),
    ("timelinejs", frozenset({"year", "headline", "text", "media"})),
)
"""Formats that are CSV, and the headers by which one knows them."""


def format_of(path: Path) -> str:
    """The format that a file is most likely of. Raises `UnreadableTable` for what is packed, `OSError`."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    ending = path.suffix.lower()
    if (packed := _of_bytes(head, ending)) is not None:
        return packed
    begun = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if begun[:15].upper() == b"BEGIN:VCALENDAR" or ending in (".ics", ".ical"):
        return "ics"
    if begun[:1] == b"<":
        return "simile"
    if begun[:1] in (b"{", b"[") and ending not in _TABS:
        return _json(path, head, ending)
    lines = head.decode("utf-8", "replace").splitlines()
    if lines and is_gdelt(lines[0]):
        return "gdelt"
    return "tsv" if ending in _TABS else "jsonl" if ending in _LINES else "csv"


def is_json(path: Path) -> bool:
    """Whether a file begins as a JSON document does. Raises `OSError`."""
    with path.open("rb") as file:
        return file.read(_HEAD).lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")


def _of_bytes(head: bytes, ending: str) -> str | None:
    """What the first bytes say that is no text: a workbook, or what cannot be read."""
    if head.startswith(b"PK\x03\x04") and (ending not in _BOOKS and b"xl/" not in head):
        raise UnreadableTable("it is a zip archive; unpack it first")
    for begin, sentence in _REFUSED.items():
        if head.startswith(begin):
            raise UnreadableTable(sentence)
    return "xlsx" if head.startswith(b"PK\x03\x04") or ending in _BOOKS else None


def with_format(stream: Stream) -> Stream:
    """A stream of CSV whose headers are those of a format that is known."""
    headers = {it.strip().casefold() for it in stream.names}
    found = next((name for name, wanted in _BY_HEADERS if wanted <= headers), None)
    if found is None and FIRST.casefold() in headers and headers & {"sqldate", "day"}:
        found = "gdelt"
    return replace(stream, format=found) if found else stream


def _json(path: Path, head: bytes, ending: str) -> str:
    whole = head.count(b"\n") if len(head) == _HEAD else len(head)
    lines = [it for it in islice(head.decode("utf-8", "replace").splitlines(), 3) if it.strip()]
    first = object_in(lines[0]) if lines and whole else ""
    if isinstance(first, dict):
        if isinstance(first.get("schema"), str) and isinstance(first.get("properties"), dict):
            return "ftm"
        if len(lines) > 1 or ending in _LINES:
            return "jsonl"
    if ending in _LINES:
        return "jsonl"
    if path.stat().st_size > _MOST_DOCUMENT:
        return "json"
    return _document_format(document(path.read_bytes(), None).value, one_line=len(lines) == 1)


def _document_format(value: object, one_line: bool) -> str:
    events = value.get("events") if isinstance(value, dict) else None
    first = next((it for it in events if isinstance(it, dict)), None) if isinstance(events, list) else None
    if first is not None:
        if isinstance(first.get("start_date"), dict) or isinstance(first.get("text"), dict):
            return "timelinejs"
        if {"start", "s"} & first.keys() and {"title", "t", "description", "d"} & first.keys():
            return "simile"
    return "jsonl" if one_line and isinstance(value, dict) and not has_rows(value) else "json"
