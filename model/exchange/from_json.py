"""A JSON document back to a checked corpus. What it says is not trusted, and nothing is written."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

import msgspec

from model.corpus.check import check_draft
from model.corpus.codes import Severity
from model.corpus.convert import convert
from model.corpus.corpus import Corpus
from model.corpus.draft import Aside, Draft
from model.corpus.fields import values_of
from model.corpus.files import MAX_BYTES, MAX_DOCUMENT_BYTES
from model.corpus.findings import CorpusError, Finding, Place, Problem
from model.corpus.in_part import read_aside
from model.corpus.info import unknown_format
from model.corpus.lost import Lost, LostPart
from model.corpus.records import (
    FORMAT_VERSION,
    KNOWN_FORMATS,
    Claim,
    Conflict,
    CorpusInfo,
    Dated,
    Entity,
    Event,
    Furniture,
    LeftOut,
    Quote,
    QuoteField,
    Record,
    Source,
    Statement,
)
from model.exchange.json_in_part import OF_SECTION, as_table, of_table
from model.exchange.json_places import SECTIONS, finding, in_json, order
from model.exchange.rows import (
    ClaimRow,
    CorpusRow,
    Document,
    EventRow,
    Purpose,
    QuoteRow,
    SourceRow,
    StatementRow,
)
from model.exchange.to_json import export_json
from model.quotes.document import NotUtf8, decode

R = TypeVar("R", bound=Record)

_BYTE = re.compile(r" \(byte (\d+)\)$")
# What msgspec adds where it has no byte to tell: how many arrays and objects are around the value.
_WITHIN = re.compile(r" - at `.*`$", re.DOTALL)


def import_json(data: bytes | str, name: str) -> Corpus:
    """The corpus in the JSON document `data`, without an error in it; `name` is what findings call the document.

    Computed fields are ignored. Of a document with an error nothing is taken. Raises `CorpusError` with all findings at
    once; `unusable` where it is no JSON object.
    """
    tree = _decoded(data, name)
    if not isinstance(tree, dict):
        raise _unusable(name, "F015", "an object is wanted, with the keys that an export writes")
    reading = _Reading(name)
    draft = reading.draft(tree)
    anchors, problems = check_draft(draft)
    found = sorted([*reading.problems, *(in_json(problem, name) for problem in problems)], key=order)
    findings = [finding(problem, name) for problem in found]
    if any(it.severity is Severity.ERROR for it in findings):
        raise CorpusError(findings)
    return Corpus.of(draft, anchors, findings)


def checked_again(corpus: object, name: str) -> Corpus:
    """The corpus with every check passed, whoever says that it is one: its own records, read again.

    Raises `TypeError` where it is none, and `CorpusError`.
    """
    if not isinstance(corpus, Corpus):
        raise TypeError(f"it gives no corpus but a {type(corpus).__name__}")
    return import_json(msgspec.json.encode(export_json(corpus, 0)), name)


def _decoded(data: bytes | str, name: str) -> object:
    try:
        raw = data.encode() if isinstance(data, str) else data
        if len(raw) > MAX_DOCUMENT_BYTES:
            raise _unusable(
                name, "F004", f"it has {len(raw):,} bytes; at most {MAX_DOCUMENT_BYTES:,} are read"
            )
        decode(raw)
        return msgspec.json.decode(raw.removeprefix(b"\xef\xbb\xbf"))
    except UnicodeEncodeError:
        raise _unusable(name, "F005", "it holds half a surrogate pair; it must be Unicode text") from None
    except NotUtf8 as error:
        raise _unusable(name, "F005", str(error), error.line, 1) from None
    except RecursionError:
        raise _unusable(name, "F008", "it is nested too deeply to be read") from None
    except msgspec.DecodeError as error:
        raise _not_json(str(error), raw.removeprefix(b"\xef\xbb\xbf"), name) from None


def _not_json(message: str, data: bytes, name: str) -> CorpusError:
    message = _WITHIN.sub("", message)
    if message.endswith("out of range"):
        return _unusable(name, "F009", "it holds a number that is out of range; write a smaller one")
    at = _BYTE.search(message)
    before = data[: int(at[1]) if at else len(data)]
    line_start = before.rfind(b"\n") + 1
    column = len(before[line_start:].decode("utf-8", "replace")) + 1
    what = message[: at.start()].removeprefix("JSON is malformed: ") if at else message
    if "truncated" in what:
        what = "it ends too early"
    message = f"not JSON: {what[:1].lower()}{what[1:]}"
    return _unusable(name, "F015", message, before.count(b"\n") + 1, column)


def _unusable(name: str, code: str, message: str, line: int = 0, column: int = 0) -> CorpusError:
    return CorpusError([Finding(name, line, column, "", message, code)], unusable=True)


class _Reading:
    """One pass over a document: problems met, the draft that came of it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[Problem] = []
        self._lost: list[Lost] = []

    def draft(self, tree: dict[str, object]) -> Draft:
        """The records in a tree of JSON; what is no record is in `problems`."""
        version = tree.get("format")
        if isinstance(version, int) and version not in KNOWN_FORMATS:
            return self._nothing(Place(self.name, ("format",)), unknown_format(version))
        draft = Draft()
        document = self._document(tree, draft)
        self._draft, self._lost = draft, draft.lost
        info = None
        if document.corpus is not None:
            info = self._record(document.corpus, CorpusRow, Place(self.name, ("corpus",)))
        draft.info = _info(info, document.format) if info else None
        for source, place in self._rows(document, "sources", SourceRow):
            self._source(source, place, draft)
        draft.entities += self._rows(document, "entities", Entity)
        draft.events += [(_event(row), place) for row, place in self._rows(document, "events", EventRow)]
        for statement, place in self._rows(document, "statements", StatementRow):
            draft.statements.append((_statement(statement), place))
        for claim, place in self._rows(document, "claims", ClaimRow):
            self._claim(claim, place, draft)
        draft.conflicts += self._rows(document, "conflicts", Conflict)
        return draft

    def _document(self, tree: dict[str, object], draft: Draft) -> Document:
        """The sections of a tree; one that is none is empty, and may have held anything."""
        place = Place(self.name)
        document = self._record(tree, Document, place)
        if document is not None:
            return document
        wrong = {str(it.place.path[0]) for it in self.problems if it.place.path}
        version = tree.get("format")
        sound: dict[str, object] = {
            "format": version if isinstance(version, int) else FORMAT_VERSION,
            "corpus": None,
        }
        for section, kind in SECTIONS.items():
            if section in tree and section not in wrong:
                sound[section] = tree[section]
            elif kind:
                draft.lost_parts.append(LostPart(place.of(section), frozenset({kind})))
                sound[section] = ()
        return msgspec.convert(sound, Document)

    def _nothing(self, place: Place, message: str) -> Draft:
        self.problems.append(Problem(place, message, "F010"))
        return Draft()

    def _source(self, row: SourceRow, place: Place, draft: Draft) -> None:
        data = row.text.encode()
        if len(data) > MAX_BYTES:
            message = f"the text has {len(data):,} bytes; at most {MAX_BYTES:,} are read"
            self.problems.append(Problem(place.of("text"), message, "F004"))
            self._lost.append(Lost("source", place, {"id": row.id}))
            return
        draft.sources.append((_same_fields(row, Source), place))
        draft.texts[row.id] = row.text
        draft.digests[row.id] = hashlib.sha256(data).hexdigest()
        draft.furniture[row.id] = [
            (_same_fields(item, Furniture, quote=_quote(item.quote)), place.of("furniture", number))
            for number, item in enumerate(row.furniture)
        ]
        draft.left_out[row.id] = [
            (_same_fields(item, LeftOut, quote=_quote(item.quote)), place.of("left_out", number))
            for number, item in enumerate(row.left_out)
        ]

    def _claim(self, row: ClaimRow, place: Place, draft: Draft) -> None:
        asserting = [quote for quote in row.quotes if quote.purpose is Purpose.ASSERTION]
        is_dated = any(
            (row.date, row.date_words, row.reasoning, row.date_best, row.date_from, row.date_quote)
        )
        if not asserting:
            message = 'a quote with the purpose "assertion" is wanted here'
            self.problems.append(Problem(place.of("quotes"), message, "S014"))
        elif row.basis is None and is_dated:
            message = (
                'a date needs its "basis"; where the claim has no date, leave all fields of the date null'
            )
            self.problems.append(Problem(place.of("basis"), message, "S015"))
        else:
            draft.claims.append((_claim(row, asserting), place))
            return
        self._lost.append(Lost("claim", place, {"id": row.id, "event": row.event}))

    def _rows(self, document: Document, section: str, kind: type[R]) -> Iterator[tuple[R, Place]]:
        for number, row in enumerate(getattr(document, section)):
            place = Place(self.name, (section, number))
            known = len(self.problems)
            if (record := self._record(row, kind, place)) is not None:
                yield record, place
            else:
                self._in_part(section, row if isinstance(row, dict) else {}, place, self.problems[known:])

    def _in_part(self, section: str, row: dict[str, Any], place: Place, problems: list[Problem]) -> None:
        """Keep of a row that cannot be read what can be checked. Nothing is taken of it."""
        kind, draft = OF_SECTION[section], self._draft
        lost = Lost(SECTIONS[section], place, row)
        self._lost.append(lost)
        if kind is Source:
            if not (lost.id and isinstance(row.get("text"), str)):
                return
            draft.texts.setdefault(lost.id, row["text"])
        digest = hashlib.sha256(str(row.get("text", "")).encode()).hexdigest()
        table, problems = as_table(row, kind), of_table(problems, len(place.path), kind)
        name = f"not-read-{len(draft.aside)}"
        found = read_aside(table, kind, problems, place, {}, digest, name)
        if found is not None:
            draft.aside.append(Aside(found[0], place, found[1]))

    def _record(self, table: object, kind: type[R], place: Place) -> R | None:
        record = convert(table, kind, place, {})
        if isinstance(record, list):
            self.problems += record
            return None
        return record


def _info(row: CorpusRow, version: int) -> CorpusInfo:
    return CorpusInfo(version, row.title, row.description, row.curators, row.language, row.check)


def _event(row: EventRow) -> Event:
    return _same_fields(row, Event)


def _statement(row: StatementRow) -> Statement:
    return _same_fields(row, Statement, quote=_quote(row.quote), quotes=tuple(map(_quote, row.quotes)))


def _claim(row: ClaimRow, asserting: Sequence[QuoteRow]) -> Claim:
    date = None
    if row.basis is not None:
        date = Dated(
            basis=row.basis,
            edtf=row.date,
            words=row.date_words,
            reasoning=row.reasoning,
            best=row.date_best,
            from_=row.date_from,
            quote=row.date_quote,
        )
    first, *more = map(_quote, asserting)
    return _same_fields(row, Claim, quote=first, quotes=tuple(more), date=date)


def _same_fields(row: Record, kind: type[R], **others: object) -> R:
    """A record with the fields that have the same names in `row`, and `others` in place of those that differ."""
    return kind(**values_of(row, kind, without=others), **others)


def _quote(row: QuoteRow) -> QuoteField:
    if row.prefix is row.suffix is row.gloss is row.gloss_by is None:
        return row.exact
    return Quote(
        prefix=row.prefix or "",
        exact=row.exact,
        suffix=row.suffix or "",
        gloss=row.gloss,
        gloss_by=row.gloss_by,
    )
