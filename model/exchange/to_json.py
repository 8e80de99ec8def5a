"""A corpus as one JSON document that loses nothing."""

from collections.abc import Iterator
from enum import Enum

import msgspec

from model.asof.saying import Saying, saying
from model.asof.state import event_state
from model.corpus.corpus import Corpus
from model.corpus.fields import fields_of, values_of
from model.corpus.quoted import as_quote
from model.corpus.records import Claim, Event, Furniture, LeftOut, QuoteField, Record, Source, Statement
from model.dates.civil import civil_date
from model.exchange.extract import Extract
from model.exchange.json_text import json_text
from model.exchange.rows import (
    ClaimRow,
    CorpusRow,
    Document,
    EventRow,
    FurnitureRow,
    LeftOutRow,
    Purpose,
    QuoteRow,
    SourceRow,
    StatementRow,
)
from model.quotes.span import TextSpan, position_of


def write(extract: Extract) -> Iterator[str]:
    """All of a corpus as JSON text, in pieces; states are as of the day."""
    yield from json_text(export_json(extract.whole, extract.scope.day))
    yield "\n"


def export_json(corpus: Corpus, day: int) -> dict[str, object]:
    """The corpus as plain data for `json.dumps` (the contract is `model.exchange.rows`).

    States are computed as of `day`, a day number as in `model.dates.civil`. Records keep their order.
    """
    info = corpus.info
    document = Document(
        format=info.format,
        corpus=CorpusRow(
            title=info.title,
            description=info.description,
            curators=info.curators,
            language=info.language,
            check=info.check,
            as_of=_iso_day(day),
        ),
        sources=tuple(_source_row(corpus, source) for source in corpus.sources.values()),
        entities=tuple(corpus.entities.values()),
        events=tuple(_event_row(corpus, event, day) for event in corpus.events.values()),
        statements=tuple(_statement_row(corpus, statement) for statement in corpus.statements.values()),
        claims=tuple(_claim_row(corpus, claim) for claim in corpus.claims.values()),
        conflicts=tuple(corpus.conflicts.values()),
    )
    return _fields(document)


def _source_row(corpus: Corpus, source: Source) -> SourceRow:
    spans = corpus.anchors
    return SourceRow(
        **values_of(source, Source),
        furniture=tuple(
            FurnitureRow(
                **values_of(record, Furniture, without=("quote",)), quote=_quote_row(record.quote, span)
            )
            for record, span in zip(corpus.furniture[source.id], spans.furniture[source.id], strict=True)
        ),
        left_out=tuple(
            LeftOutRow(**values_of(record, LeftOut, without=("quote",)), quote=_quote_row(record.quote, span))
            for record, span in zip(corpus.left_out[source.id], spans.left_out[source.id], strict=True)
        ),
        text=corpus.texts[source.id],
    )


def _event_row(corpus: Corpus, event: Event, day: int) -> EventRow:
    state = event_state(corpus, event.id, day)
    return EventRow(
        **values_of(event, Event),
        status=state.word.value if state else None,
        date=state.date.text if state and state.date else None,
        dated_by=state.dated_by.id if state and state.borrows else None,
        due=state is not None and state.due_after is not None and day > state.due_after,
        origins=state.origins if state else 0,
    )


def _statement_row(corpus: Corpus, statement: Statement) -> StatementRow:
    spans = corpus.anchors.of_statement(statement.id)
    first, *more = map(_quote_row, (statement.quote, *statement.quotes), spans)
    return StatementRow(
        **values_of(statement, Statement, without=("quote", "quotes")),
        quote=first,
        quotes=tuple(more),
    )


def _claim_row(corpus: Corpus, claim: Claim) -> ClaimRow:
    said, date = saying(corpus, claim), claim.date
    return ClaimRow(
        **values_of(claim, Claim, without=("quote", "quotes", "date")),
        date=date.edtf if date else None,
        date_words=date.words if date else None,
        basis=date.basis if date else None,
        reasoning=date.reasoning if date else None,
        date_best=date.best if date else None,
        date_from=date.from_ if date else None,
        date_quote=date.quote if date else None,
        stated=said.on.text if said.on else None,
        attribution=_attribution(corpus, said),
        origin=said.origin,
        quotes=tuple(_claim_quotes(corpus, claim)),
    )


def _claim_quotes(corpus: Corpus, claim: Claim) -> Iterator[QuoteRow]:
    anchors = corpus.anchors
    for quote, span in zip((claim.quote, *claim.quotes), anchors.of_claim(claim.id), strict=True):
        yield _quote_row(quote, span, Purpose.ASSERTION)
    if claim.date is not None and claim.date.words is not None:
        apart = anchors.beside.get(claim.id, {}).get(("date", "quote"))
        within = (apart,) if apart is not None else anchors.of_claim(claim.id)
        found = (position_of(corpus.texts[claim.source], claim.date.words, span) for span in within)
        words = next((span for span in found if span is not None), None)
        assert words is not None, "the checks look up the words of a date inside its quote"
        yield QuoteRow(exact=claim.date.words, start=words.start, end=words.end, purpose=Purpose.DATE)
    if claim.statement is not None:
        statement = corpus.statements[claim.statement]
        yield _quote_row(statement.quote, corpus.anchors.statements[statement.id], Purpose.ATTRIBUTION)


def _quote_row(quote: QuoteField, span: TextSpan, purpose: Purpose | None = None) -> QuoteRow:
    """A quote that is a table has both prefix and suffix, if only empty ones; one that is a text has neither."""
    selector, plain = as_quote(quote), isinstance(quote, str)
    return QuoteRow(
        exact=selector.exact,
        start=span.start,
        end=span.end,
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


def _iso_day(day: int) -> str:
    year, month, day_of_month = civil_date(day)
    return f"{'-' if year < 0 else ''}{abs(year):04d}-{month:02d}-{day_of_month:02d}"


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
