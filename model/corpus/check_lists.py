"""A list names everybody once, in the order in which the text does."""

from collections.abc import Iterator

from model.corpus.draft import Draft
from model.corpus.findings import Place, Problem
from model.corpus.listed import PrintedList, label_spans
from model.corpus.quoted import as_quote
from model.corpus.records import QuoteField
from model.corpus.shortened import shortened
from model.corpus.unfinished import NOT_GIVEN
from model.quotes.anchor import QuoteError, anchor
from model.quotes.searched import Searched
from model.quotes.span import TextSpan


def list_problems(draft: Draft) -> Iterator[Problem]:
    """A problem for each name that stands in a list twice, and for each that the text has before the one before it."""
    for printed, place in draft.lists:
        missing = draft.unfinished.get(place, frozenset())
        yield from _named_twice(printed, place)
        if printed.source in draft.texts and not {"quote", "entries"} & missing:
            yield from _out_of_order(printed, place, draft.texts[printed.source], missing)


def _named_twice(printed: PrintedList, place: Place) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for number, entry in enumerate(printed.entries):
        if entry.entity == NOT_GIVEN.id:
            continue
        known = first.setdefault(entry.entity, number)
        if known != number:
            message = f'"{entry.entity}" is entry {known + 1} already; name who is meant here, or take one of them away'
            yield Problem(place.of("entries", number, "entity"), message, "P001")


def _out_of_order(
    printed: PrintedList, place: Place, text: str, missing: frozenset[str]
) -> Iterator[Problem]:
    """Of a label that is not in its quote at all, and of a quote that is not in the text, it is said elsewhere."""
    searched = Searched(text)
    quote = _span(searched, printed.quote)
    if quote is None:
        return
    apart = {number: it.quote for number, it in enumerate(printed.entries) if it.quote is not None}
    own = {number: span for number, it in apart.items() if (span := _span(searched, it)) is not None}
    last, before = 0, 0
    for number, span in enumerate(label_spans(printed, text, quote, own)):
        entry = printed.entries[number]
        if f"entries.{number}.label" in missing or (number in apart and number not in own):
            continue
        within = own.get(number, quote)
        if span is None and entry.label not in text[within.start : within.end]:
            continue
        if span is None or span.start < last:
            message = (
                f'the text has "{shortened(entry.label)}" before entry {before}; put the entries in its order'
            )
            yield Problem(place.of("entries", number, "label"), message, "P002")
            return
        last, before = span.start, number + 1


def _span(text: Searched, quote: QuoteField) -> TextSpan | None:
    selector = as_quote(quote)
    try:
        return anchor(text, selector.exact, selector.prefix, selector.suffix)
    except QuoteError:
        return None
