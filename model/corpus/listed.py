"""Lists as printed: who is named, in which order and as what, at an occasion. Their order and gaps are what is read.

A list is what a document prints, in its own words: it is known from the day on which the document was published.
"""

from collections.abc import Mapping
from typing import Annotated

import msgspec

from model.corpus.parts import QuoteField, Record, Slug, Text, about
from model.corpus.records import Note, Tags, Todo
from model.quotes.span import TextSpan


class ListEntry(Record, frozen=True, kw_only=True):
    """One name of a list: who it is, and as what he or it is printed, in the list's quote or in one of its own."""

    entity: Annotated[Slug, about("who it is", names=("entity",))]
    label: Annotated[Text, about("as printed, verbatim in the quote")]
    quote: Annotated[QuoteField | None, about("where the label stands, if not in the list's own quote")] = (
        None
    )


class PrintedList(Record, frozen=True, kw_only=True):
    """Names as a document prints them, in its order. `closed` says that the document gives them as all there are."""

    id: Annotated[Slug, about("its id")]
    source: Annotated[Slug, about("the document that prints it", names=("source",))]
    kind: Annotated[Slug, about("what it is of, an open word: attendance, funeral-committee")]
    event: Annotated[Slug | None, about("the event that it belongs to, if any", names=("event",))] = None
    quote: Annotated[QuoteField, about("the words that list them")]
    closed: Annotated[bool, about("whether the document says that these are all")] = False
    entries: Annotated[
        tuple[ListEntry, ...], msgspec.Meta(min_length=1), about("who is named, in the order of the text")
    ]
    draft: Annotated[bool, about("whether it is only begun")] = False
    note: Note = None
    todo: Todo = None
    tags: Tags = ()


def label_spans(
    printed: PrintedList, text: str, quote: TextSpan, own: Mapping[int, TextSpan]
) -> tuple[TextSpan | None, ...]:
    """Where in `text` (code points) each label of a list stands; None where it does not, after those before it.

    `quote` is where the list's quote stands, `own` has the quotes that entries have of their own, by their numbers.
    """
    after: dict[TextSpan, int] = {}
    found: list[TextSpan | None] = []
    for number, entry in enumerate(printed.entries):
        within = own.get(number, quote)
        start = text.find(entry.label, after.get(within, within.start), within.end)
        if start >= 0:
            # Two of one name are two places.
            after[within] = start + len(entry.label)
        found.append(TextSpan(start, after[within]) if start >= 0 else None)
    return tuple(found)
