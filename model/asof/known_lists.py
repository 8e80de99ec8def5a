"""The lists of the documents that could be read by a day, as far as their events were known then."""

from collections.abc import Collection, Container

import msgspec

from model.corpus.corpus import Corpus
from model.corpus.listed import PrintedList


def known_lists(whole: Corpus, sources: Collection[str], events: Container[str]) -> dict[str, PrintedList]:
    """The lists that `sources` print, each without an event that was not known."""
    return {name: _list(it, events) for name, it in whole.lists.items() if it.source in sources}


def _list(printed: PrintedList, events: Container[str]) -> PrintedList:
    if printed.event is None or printed.event in events:
        return printed
    return msgspec.structs.replace(printed, event=None)
