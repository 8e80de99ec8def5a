"""The lists as printed in a brief: names in order with their labels, and what is different from the list before."""

from dataclasses import dataclass

from model.asof.list_words import (
    complete_words,
    gone_words,
    list_words,
    movement,
    ordinal,
    relabelled,
    summary,
)
from model.asof.lists import Compared, ListView, NameOnList, lists_as_of
from model.corpus.corpus import Corpus
from model.exchange.extract import Extract
from model.exchange.visible import visible

HEADING = "Lists as printed"
"""What stands over them."""


@dataclass(frozen=True, slots=True)
class ListPart:
    """A list: what it is, of which document and event (empty: none), its names in order, and who is not on it any more.

    `told` says whether it is complete, and what is different from the one before.
    """

    words: str
    source: str
    event: str
    told: str
    names: tuple[str, ...]
    gone: tuple[str, ...]


def lists_of(extract: Extract) -> tuple[ListPart, ...]:
    """The lists that are asked for."""
    return tuple(_part(extract.corpus, view) for view in lists_asked_for(extract))


def lists_asked_for(extract: Extract) -> tuple[ListView, ...]:
    """The lists of the events that are asked for, the newest first; without a filter also those of none."""
    scope, shown = extract.scope, frozenset(extract.scope.events)
    return tuple(
        view
        for view in lists_as_of(extract.corpus, scope.day)
        if view.printed.event in shown or not (scope.filter or view.printed.event)
    )


def _part(corpus: Corpus, view: ListView) -> ListPart:
    before = f" ({list_words(view.before, corpus, visible)})" if view.before is not None else ""
    event = view.printed.event
    return ListPart(
        words=list_words(view.dated, corpus, visible),
        source=view.printed.source,
        event=visible(corpus.events[event].title) if event is not None else "",
        told=f"{complete_words(view.printed)}; {summary(view)}{before}",
        names=tuple(_name(corpus, view, it) for it in view.names),
        gone=tuple(
            f"{gone_words(view.printed)}: {_called(corpus, it)}, was {ordinal(it.place)}" for it in view.gone
        ),
    )


def _name(corpus: Corpus, view: ListView, name: Compared) -> str:
    was = relabelled(name)
    before = f', before "{visible(was)}"' if was is not None else ""
    moved = f" ({words})" if (words := movement(view, name)) else ""
    return f"{_called(corpus, name.named)}{before}{moved}"


def _called(corpus: Corpus, named: NameOnList) -> str:
    return f'{visible(corpus.entities[named.entry.entity].name)}, "{visible(named.entry.label)}"'
