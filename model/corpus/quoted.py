"""The quotes of a record: where in it each stands, and what its words are when they are read one after the other."""

from collections.abc import Iterator, Sequence

from model.corpus.findings import Path
from model.corpus.listed import PrintedList
from model.corpus.parts import Dated, Quote, QuoteField
from model.corpus.records import Claim, Furniture, LeftOut, Source, Statement

BETWEEN = " [...] "
"""What stands between the quotes of one claim: something of the text is left out there."""

Quoting = Source | Statement | Claim | PrintedList | Furniture | LeftOut
"""A record that has quotes."""


def as_quote(quote: QuoteField) -> Quote:
    """The selector behind either way of writing a quote."""
    return Quote(exact=quote) if isinstance(quote, str) else quote


def bare(quote: QuoteField) -> QuoteField:
    """A quote with its words and their translation alone, without what adjoins them in the text."""
    selector = as_quote(quote)
    alone = Quote(exact=selector.exact, gloss=selector.gloss, gloss_by=selector.gloss_by)
    return alone if alone.gloss or alone.gloss_by else alone.exact


def bare_if_any(quote: QuoteField | None) -> QuoteField | None:
    """The same of what may be absent."""
    return bare(quote) if quote is not None else None


def quotes_of(record: Quoting) -> Iterator[tuple[Path, QuoteField]]:
    """Every quote of a record, with the way to it: that which it rests on first, then what stands apart from it."""
    if isinstance(record, Source):
        yield from _of_date("published", record.published)
        return
    yield ("quote",), record.quote
    if isinstance(record, Statement | Claim):
        yield from ((("quotes", number), quote) for number, quote in enumerate(record.quotes))
    if isinstance(record, Statement):
        for number, hop in enumerate(record.chain):
            if hop.quote is not None:
                yield ("chain", number, "quote"), hop.quote
        yield from _of_date("on", record.on)
    if isinstance(record, Claim):
        yield from _of_date("date", record.date)
    if isinstance(record, PrintedList):
        for number, entry in enumerate(record.entries):
            if entry.quote is not None:
                yield ("entries", number, "quote"), entry.quote


def _of_date(field: str, date: Dated | None) -> Iterator[tuple[Path, QuoteField]]:
    if date is not None and date.quote is not None:
        yield (field, "quote"), date.quote


def resting_on(record: Statement | Claim) -> Sequence[Quote]:
    """The quotes that a record rests on, in order."""
    return [as_quote(quote) for quote in (record.quote, *record.quotes)]


def wording(record: Statement | Claim) -> str:
    """The words that a record rests on, those of several quotes one after the other."""
    return BETWEEN.join(quote.exact for quote in resting_on(record))


def gloss_of(record: Statement | Claim) -> tuple[str, str]:
    """The translation of the words that a record rests on, and who made it; both empty where there is none."""
    glossed = [quote for quote in resting_on(record) if quote.gloss]
    by = dict.fromkeys(quote.gloss_by for quote in glossed if quote.gloss_by)
    return BETWEEN.join(quote.gloss or "" for quote in glossed), ", ".join(by)
