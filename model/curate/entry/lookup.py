"""What a person may mean by a name or an id that is typed: the record that is called so, or those that come near."""

from collections import Counter
from collections.abc import Iterable, Mapping

from model.corpus.corpus import Corpus
from model.corpus.quoted import as_quote
from model.corpus.records import Claim
from model.corpus.suggest import did_you_mean, nearest
from model.corpus.unfinished import NOT_GIVEN
from model.query.folding import folded, words
from model.query.nearness import nearness
from model.quotes.hidden import is_hidden

_MOST = 40
"""The most that is offered for a field: nobody tabs further."""

_MOST_NAMED = 3
"""So many ids are said of a name that several have."""

_ALIKE = 0.8
"""How alike two names are at least that may be one, where a text prints each so."""

Called = Mapping[str, tuple[str, ...]]
"""The names of some records by their ids."""


def entities(corpus: Corpus) -> Called:
    """What entities are called."""
    return {it.id: (it.name, *it.aliases) for it in corpus.entities.values()}


def events(corpus: Corpus) -> Called:
    """What events are called."""
    return {it.id: (it.title,) for it in corpus.events.values()}


def one(typed: str, called: Called) -> str | None:
    """The id of the record that is called so, or whose id it is; None where it is none's, or several'."""
    found = all_called(typed, called)
    return found[0] if len(found) == 1 else None


def all_called(typed: str, called: Called) -> list[str]:
    """The ids of all records that are called so, or the one whose id it is."""
    typed = typed.strip()
    if typed in called:
        return [typed]
    wanted = folded(typed)
    # What is called so comes before what is called so too.
    first = [id for id, known in called.items() if wanted in map(folded, known[:1])]
    return first or [id for id, known in called.items() if wanted in map(folded, known)]


def several(typed: str, called: Called) -> str:
    """What is wrong with a name that several records have; empty where at most one has it."""
    found = all_called(typed, called)
    return f"several are called so: {', '.join(found[:_MOST_NAMED])}" if len(found) > 1 else ""


def typed_for(ids: Iterable[str], called: Called, parting: str = "") -> list[str]:
    """What a person types for each of some records: its name, or its id where the name does not say which it is.

    That is where several have it, and where something in it cannot be seen or is in `parting`, which parts names.
    """
    times = Counter(folded(known[0]) for known in called.values())

    def typed(id: str) -> str:
        name = called[id][0]
        clear = times[folded(name)] == 1 and (name not in called or name == id) and name == name.strip()
        return name if clear and not any(it in parting or is_hidden(it) for it in name) else id

    return [typed(id) for id in ids]


def meant_by(name: str, corpus: Corpus, text: str) -> str:
    """Who may be meant by a name that nobody has, as a question.

    A name that the text prints is no slip of the fingers: it is asked about only where another is nearly the same.
    """
    best = nearest(name, (it.name for it in corpus.entities.values() if it.id != NOT_GIVEN.id))
    if best is None or (name in text and not _are_alike(name, best)):
        return ""
    return did_you_mean(name, (best,))


def _are_alike(one: str, other: str) -> bool:
    # Imported here: only a name that nobody has needs it, and it is slow to import.
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(folded(one), folded(other)) >= _ALIKE


def near(typed: str, called: Called, first: Iterable[str] = (), parting: str = "") -> list[str]:
    """What to type (`typed_for`) for the records in which all words of `typed` begin a word: the nearest first.

    Among those that are as near, `first` come before others. Without any, for the record whose name is nearest to it.
    """
    wanted = words(typed)
    # What only stands in for what a draft lacks is nobody.
    called = {id: known for id, known in called.items() if id != NOT_GIVEN.id}
    ordered = dict.fromkeys([*(id for id in first if id in called), *called])
    found = [
        id
        for id in ordered
        if all(any(has.startswith(word) for has in _words_of(id, called)) for word in wanted)
    ]
    if not found:
        # What is asked about, "did you mean", can be completed to too.
        name = nearest(typed.strip(), (known[0] for known in called.values()))
        found = [id for id, known in called.items() if known[0] == name][:1]
    elif wanted:
        found.sort(key=lambda id: nearness(typed, (id, *called[id])))
    return typed_for(found[:_MOST], called, parting)


def beginning(typed: str, known: Iterable[str]) -> list[str]:
    """Those of some words that begin with what is typed; all of them where none does, or where it is one of them."""
    every = [*known]
    begun = [it for it in every if it.casefold().startswith(typed.strip().casefold())]
    return every if typed in every or not begun else begun


def _words_of(id: str, called: Called) -> list[str]:
    return [word for name in (id, *called[id]) for word in words(name)]


def claims_near(corpus: Corpus, event: str | None) -> list[Claim]:
    """The claims of an event, the latest in the corpus first."""
    return [*reversed(corpus.claims_of_event.get(event, ()))] if event is not None else []


def claim_in_words(corpus: Corpus, claim: str) -> str:
    """A claim by its words, for who has only its id."""
    return f'"{" ".join(as_quote(corpus.claims[claim].quote).exact.split())}"'
