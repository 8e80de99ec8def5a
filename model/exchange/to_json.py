"""A corpus as one JSON document that loses nothing."""

from collections.abc import Iterable, Iterator
from enum import Enum
from itertools import repeat
from typing import Any

import msgspec

from model.asof.lists import labels_of
from model.asof.saying import Saying, saying
from model.asof.state import event_state
from model.corpus.corpus import Corpus
from model.corpus.fields import fields_of, values_of
from model.corpus.listed import PrintedList
from model.corpus.quoted import as_quote
from model.corpus.records import Claim, Event, Furniture, LeftOut, QuoteField, Record, Source, Statement
from model.dates.civil import iso_day
from model.exchange.change_rows import changes_tree
from model.exchange.extract import Extract
from model.exchange.json_text import json_text
from model.exchange.rows import (
    ClaimRow,
    CorpusRow,
    Document,
    EventRow,
    FurnitureRow,
    LeftOutRow,
    ListEntryRow,
    ListRow,
    Purpose,
    QuoteRow,
    SourceRow,
    StatementRow,
)
from model.exchange.whole import WholeCorpus, whole_of
from model.quotes.span import TextSpan, position_of


def write(extract: Extract) -> Iterator[str]:
    """All of a corpus as JSON text, in pieces; states are as of the day."""
    since, day = extract.since, extract.scope.day
    changes = changes_tree(since, day, extract.changes) if since is not None else None
    yield from json_text(export_json(extract.whole, day, changes))
    yield "\n"


def export_json(corpus: Corpus, day: int, changes: dict[str, object] | None = None) -> dict[str, object]:
    """The corpus as plain data for `json.dumps` (the contract is `model.exchange.rows`).

    Drafts are among its records, with null for what they lack.
    States are computed as of `day`, a day number as in `model.dates.civil`. Records keep their order. Without
    `changes` there is no such key.
    """
    info, whole = corpus.info, whole_of(corpus)
    records = whole.corpus
    document = Document(
        format=info.format,
        corpus=CorpusRow(
            title=info.title,
            description=info.description,
            curators=info.curators,
            language=info.language,
            check=info.check,
            suggest=info.suggest,
            as_of=iso_day(day),
        ),
        sources=tuple(_row(whole, it, _source_row(whole, it)) for it in records.sources.values()),
        entities=tuple(records.entities.values()),
        events=tuple(_row(whole, it, _event_row(corpus, it, day)) for it in records.events.values()),
        statements=tuple(_row(whole, it, _statement_row(whole, it)) for it in records.statements.values()),
        claims=tuple(_row(whole, it, _claim_row(whole, it)) for it in records.claims.values()),
        conflicts=tuple(_row(whole, it, it) for it in records.conflicts.values()),
        lists=tuple(_row(whole, it, _list_row(whole, it)) for it in records.lists.values()),
        questions=tuple(_row(whole, it, it) for it in records.questions.values()),
        searches=tuple(_row(whole, it, it) for it in records.searches.values()),
        changes=changes,
    )
    return {name: it for name, it in _fields(document).items() if name != "changes" or it is not None}


def _row(whole: WholeCorpus, record: Record, row: Record) -> object:
    """The row of a record; of a draft, with null in place of what only stands in for a field."""
    missing = whole.lacks(record)
    if not missing:
        return row
    plain = _fields(row)
    for path in missing:
        if isinstance(record, Claim):
            path = {"date.basis": "basis", "quote": ""}.get(path, path)
        inner: Any = plain
        *around, name = path.split(".")
        for step in around:
            inner = inner[int(step)] if step.isdigit() else inner[step]
        if name:
            inner[name] = None
    return plain


def _source_row(whole: WholeCorpus, source: Source) -> SourceRow:
    corpus, spans = whole.corpus, whole.placed.anchors
    return SourceRow(
        **values_of(source, Source),
        furniture=tuple(
            FurnitureRow(
                **values_of(record, Furniture, without=("quote",)), quote=_quote_row(record.quote, span)
            )
            for record, span in zip(
                corpus.furniture.get(source.id, ()), spans.furniture.get(source.id, ()), strict=True
            )
        ),
        left_out=tuple(
            LeftOutRow(**values_of(record, LeftOut, without=("quote",)), quote=_quote_row(record.quote, span))
            for record, span in zip(
                corpus.left_out.get(source.id, ()), spans.left_out.get(source.id, ()), strict=True
            )
        ),
        text=corpus.texts.get(source.id, ""),
    )


def _event_row(corpus: Corpus, event: Event, day: int) -> EventRow:
    """States are those of what stands: a draft decides none."""
    state = event_state(corpus, event.id, day)
    return EventRow(
        **values_of(event, Event),
        status=state.word.value if state else None,
        date=state.date.text if state and state.date else None,
        dated_by=state.dated_by.id if state and state.borrows else None,
        due=state is not None and state.due_after is not None and day > state.due_after,
        origins=state.origins if state else 0,
    )


def _statement_row(whole: WholeCorpus, statement: Statement) -> StatementRow:
    first, *more = _resting_on(whole, statement)
    return StatementRow(
        **values_of(statement, Statement, without=("quote", "quotes")),
        quote=None if "quote" in whole.lacks(statement) else first,
        quotes=tuple(more),
    )


def _list_row(whole: WholeCorpus, printed: PrintedList) -> ListRow:
    corpus = whole.placed
    is_placed = printed.id in corpus.lists and "quote" not in whole.lacks(printed)
    span = corpus.anchors.lists[printed.id] if is_placed else None
    own = corpus.anchors.beside.get(("list", printed.id), {})
    labels = labels_of(corpus, printed) if is_placed else (None,) * len(printed.entries)
    return ListRow(
        **values_of(printed, PrintedList, without=("quote", "entries")),
        quote=None if "quote" in whole.lacks(printed) else _quote_row(printed.quote, span),
        entries=tuple(
            ListEntryRow(
                entity=entry.entity,
                label=entry.label,
                quote=_quote_row(entry.quote, own.get(("entries", number, "quote"))) if entry.quote else None,
                start=label.start if label is not None else None,
                end=label.end if label is not None else None,
            )
            for number, (entry, label) in enumerate(zip(printed.entries, labels, strict=True))
        ),
    )


def _claim_row(whole: WholeCorpus, claim: Claim) -> ClaimRow:
    corpus, date = whole.placed, claim.date
    said = saying(corpus, claim) if claim.id in corpus.claims else None
    return ClaimRow(
        **values_of(claim, Claim, without=("quote", "quotes", "date")),
        date=date.edtf if date else None,
        date_words=date.words if date else None,
        basis=date.basis if date else None,
        reasoning=date.reasoning if date else None,
        date_best=date.best if date else None,
        date_from=date.from_ if date else None,
        date_quote=date.quote if date else None,
        stated=said.on.text if said and said.on else None,
        attribution=_attribution(corpus, said) if said else None,
        origin=said.origin if said else None,
        quotes=tuple(_claim_quotes(whole, claim)),
    )


def _claim_quotes(whole: WholeCorpus, claim: Claim) -> Iterator[QuoteRow]:
    corpus = whole.placed
    if "quote" in whole.lacks(claim):
        yield from _resting_on(whole, claim)[1:]
    else:
        yield from _resting_on(whole, claim, Purpose.ASSERTION)
        yield from _words_of_date(corpus, claim)
    statement = corpus.statements.get(claim.statement) if claim.statement is not None else None
    if statement is not None and "quote" not in whole.lacks(statement):
        yield _quote_row(statement.quote, corpus.anchors.statements[statement.id], Purpose.ATTRIBUTION)


def _words_of_date(corpus: Corpus, claim: Claim) -> Iterator[QuoteRow]:
    if claim.date is None or claim.date.words is None or claim.id not in corpus.claims:
        return
    anchors = corpus.anchors
    apart = anchors.beside.get(("claim", claim.id), {}).get(("date", "quote"))
    within = (apart,) if apart is not None else anchors.of_claim(claim.id)
    found = (position_of(corpus.texts[claim.source], claim.date.words, span) for span in within)
    words = next((span for span in found if span is not None), None)
    assert words is not None, "the checks look up the words of a date inside its quote"
    yield QuoteRow(exact=claim.date.words, start=words.start, end=words.end, purpose=Purpose.DATE)


def _resting_on(
    whole: WholeCorpus, record: Statement | Claim, purpose: Purpose | None = None
) -> list[QuoteRow]:
    """The quotes that a record rests on, be the first what it lacks; without places where it speaks of nothing yet."""
    anchors, quotes = whole.placed.anchors, (record.quote, *record.quotes)
    placed, spans_of = (
        (anchors.claims, anchors.of_claim)
        if isinstance(record, Claim)
        else (anchors.statements, anchors.of_statement)
    )
    spans: Iterable[TextSpan | None] = spans_of(record.id) if record.id in placed else repeat(None)
    return [_quote_row(quote, span, purpose) for quote, span in zip(quotes, spans, strict=False)]


def _quote_row(quote: QuoteField, span: TextSpan | None, purpose: Purpose | None = None) -> QuoteRow:
    """A quote that is a table has both prefix and suffix, if only empty ones; one that is a text has neither."""
    selector, plain = as_quote(quote), isinstance(quote, str)
    return QuoteRow(
        exact=selector.exact,
        start=span.start if span is not None else None,
        end=span.end if span is not None else None,
        purpose=purpose,
        prefix=None if plain else selector.prefix,
        suffix=None if plain else selector.suffix,
        gloss=selector.gloss,
        gloss_by=selector.gloss_by,
    )


def _attribution(corpus: Corpus, said: Saying) -> str:
    """`Yuri Ushakov, via TASS, via Korea Daily`; a publisher who stands in the chain already is not repeated."""
    names = [corpus.entities[who].name for who in (said.speaker, *(hop.who for hop in said.hops))]
    told = [name for number, name in enumerate(names) if number == 0 or name != names[number - 1]]
    return ", via ".join(told)


def _fields(record: Record) -> dict[str, object]:
    """Every field of a record by its name in JSON, also those that have their default."""
    return {field.name: _plain(getattr(record, field.attribute)) for field in fields_of(type(record))}


def _plain(value: object) -> object:
    if isinstance(value, QuoteRow):
        return msgspec.to_builtins(value)
    if isinstance(value, Record):
        return _fields(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value.value if isinstance(value, Enum) else value
