"""A JSON document back to a checked corpus. What it says is not trusted, and nothing is written."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, TypeVar

import msgspec

from model.corpus.asked import Question, VainSearch
from model.corpus.check import check_draft
from model.corpus.codes import Severity
from model.corpus.convert import convert
from model.corpus.corpus import Corpus
from model.corpus.draft import Aside, Draft
from model.corpus.fields import values_of
from model.corpus.files import MAX_BYTES
from model.corpus.findings import CorpusError, Finding, Place, Problem
from model.corpus.in_part import read_aside
from model.corpus.info import unknown_format
from model.corpus.listed import ListEntry, PrintedList
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
from model.corpus.set_apart import begun_in, standing
from model.corpus.unfinished import NOT_GIVEN, PLACE_OF_NOT_GIVEN, emptied, lacking, softened
from model.exchange.begun_rows import filled_row
from model.exchange.json_decoded import decoded, unusable
from model.exchange.json_in_part import OF_SECTION, as_table, of_table
from model.exchange.json_places import SECTIONS, finding, in_json, order
from model.exchange.rows import (
    ClaimRow,
    CorpusRow,
    Document,
    EventRow,
    ListRow,
    Purpose,
    QuoteRow,
    SourceRow,
    StatementRow,
)
from model.exchange.to_json import export_json

R = TypeVar("R", bound=Record)

_OPTIONAL = frozenset({"lists", "questions", "searches"})
"""What a document of an older format does not have."""


def import_json(data: bytes | str, name: str) -> Corpus:
    """The corpus in the JSON document `data`, without an error in it; `name` is what findings call the document.

    Computed fields are ignored. Of a document with an error nothing is taken. Raises `CorpusError` with all findings at
    once; `unusable` where it is no JSON object.
    """
    tree = decoded(data, name)
    if not isinstance(tree, dict):
        raise unusable(name, "F015", "an object is wanted, with the keys that an export writes")
    reading = _Reading(name)
    draft = reading.draft(tree)
    spans, checked = check_draft(draft)
    problems = [*reading.problems, *softened(checked, begun_in(draft))]
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise CorpusError(_findings(problems, name))
    corpus, waiting = standing(draft, spans)
    return replace(corpus, findings=tuple(_findings([*problems, *waiting], name)))


def checked_again(corpus: object, name: str) -> Corpus:
    """The corpus with every check passed, whoever says that it is one: its own records, read again.

    Raises `TypeError` where it is none, and `CorpusError`.
    """
    if not isinstance(corpus, Corpus):
        raise TypeError(f"it gives no corpus but a {type(corpus).__name__}")
    return import_json(msgspec.json.encode(export_json(corpus, 0)), name)


class _Reading:
    """One pass over a document: problems met, the draft that came of it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[Problem] = []
        self.missing: dict[Place, frozenset[str]] = {}
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
            self._statement(statement, place, draft)
        for claim, place in self._rows(document, "claims", ClaimRow):
            self._claim(claim, place, draft)
        draft.conflicts += self._rows(document, "conflicts", Conflict)
        for printed, place in self._rows(document, "lists", ListRow):
            self._list(printed, place, draft)
        draft.questions += self._rows(document, "questions", Question)
        draft.searches += self._rows(document, "searches", VainSearch)
        draft.unfinished = self.missing
        if self.missing and NOT_GIVEN.id not in {entity.id for entity, _ in draft.entities}:
            draft.entities.append((NOT_GIVEN, PLACE_OF_NOT_GIVEN))
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
            elif kind and (section in tree or section not in _OPTIONAL):
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

    def _statement(self, row: StatementRow, place: Place, draft: Draft) -> None:
        if row.quote is None and "quote" not in self.missing.get(place, ()):
            self._unquoted("statement", row.id, place)
            return
        quote = _quote(row.quote) if row.quote is not None else ""
        quotes = tuple(map(_quote, row.quotes))
        draft.statements.append((_same_fields(row, Statement, quote=quote, quotes=quotes), place))

    def _list(self, row: ListRow, place: Place, draft: Draft) -> None:
        if row.quote is None and "quote" not in self.missing.get(place, ()):
            self._unquoted("list", row.id, place)
            return
        quote = _quote(row.quote) if row.quote is not None else ""
        entries = tuple(
            ListEntry(entity=it.entity, label=it.label, quote=_quote(it.quote) if it.quote else None)
            for it in row.entries
        )
        draft.lists.append((_same_fields(row, PrintedList, quote=quote, entries=entries), place))

    def _unquoted(self, kind: str, name: str, place: Place) -> None:
        self.problems.append(Problem(place, 'the field "quote" is missing', "S005"))
        self._lost.append(Lost(kind, place, {"id": name}))

    def _claim(self, row: ClaimRow, place: Place, draft: Draft) -> None:
        asserting = [quote for quote in row.quotes if quote.purpose is Purpose.ASSERTION]
        is_dated = any(
            (row.date, row.date_words, row.reasoning, row.date_best, row.date_from, row.date_quote)
        )
        if not asserting and "quote" in self.missing.get(place, ()):
            further = (_quote(quote) for quote in row.quotes if quote.purpose is None)
            draft.claims.append((_claim(row, "", *further), place))
            return
        if not asserting:
            message = 'a quote with the purpose "assertion" is wanted here'
            self.problems.append(Problem(place.of("quotes"), message, "S014"))
        elif row.basis is None and is_dated:
            message = (
                'a date needs its "basis"; where the claim has no date, leave all fields of the date null'
            )
            self.problems.append(Problem(place.of("basis"), message, "S015"))
        else:
            draft.claims.append((_claim(row, *map(_quote, asserting)), place))
            return
        self._lost.append(Lost("claim", place, {"id": row.id, "event": row.event}))

    def _rows(self, document: Document, section: str, kind: type[R]) -> Iterator[tuple[R, Place]]:
        for number, row in enumerate(getattr(document, section)):
            place = Place(self.name, (section, number))
            table, missing = filled_row(row, kind)
            known = len(self.problems)
            if (record := self._record(table, kind, place)) is not None:
                if missing:
                    self.missing[place] = missing
                    self.problems.append(lacking(place, missing))
                yield emptied(record) if missing else record, place
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
    return CorpusInfo(version, row.title, row.description, row.curators, row.language, row.check, row.suggest)


def _event(row: EventRow) -> Event:
    return _same_fields(row, Event)


def _claim(row: ClaimRow, quote: QuoteField, *further: QuoteField) -> Claim:
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
    return _same_fields(row, Claim, quote=quote, quotes=further, date=date)


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


def _findings(problems: Iterable[Problem], name: str) -> list[Finding]:
    found = (in_json(problem, name) for problem in problems)
    return [finding(problem, name) for problem in sorted(found, key=order)]
