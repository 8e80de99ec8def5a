"""Searches that found nothing, as of a day: how often it was looked for what came of an event, last when, and where."""

from collections.abc import Callable
from dataclasses import dataclass

from model.asof.state import Verdict
from model.corpus.asked import VainSearch
from model.corpus.corpus import Corpus
from model.dates.edtf import parse
from model.dates.wording import day_short


@dataclass(frozen=True, slots=True)
class Looked:
    """How many `times` it was looked in vain, the day number of the `last` time, and where on that day (in words)."""

    times: int
    last: int
    where: tuple[str, ...]


def made_on(search: VainSearch) -> int:
    """The day number of the day of a search; the checks have seen to it that it is one."""
    day = parse(search.day).earliest
    assert day is not None, "the checks let full days pass and nothing else"
    return day


def searches_for(corpus: Corpus, kind: str, name: str, day: int) -> tuple[VainSearch, ...]:
    """The searches for an event or a question (`kind`) that had been made by `day`, in the order of their days."""
    found = [it for it in corpus.searches_for.get((kind, name), ()) if made_on(it) <= day]
    return tuple(sorted(found, key=lambda it: (made_on(it), it.id)))


def looked_for(corpus: Corpus, state: Verdict, day: int) -> Looked | None:
    """How it was looked for what came of an event since its day had passed; None where nobody did.

    Who looked before that looked for something else. No search changes a state.
    """
    if state.passed_at(day) is None or state.lapse is None:
        return None
    after = state.lapse.after
    found = [it for it in searches_for(corpus, "event", state.event, day) if made_on(it) > after]
    if not found:
        return None
    last = made_on(found[-1])
    where = dict.fromkeys(place for it in found if made_on(it) == last for place in places_of(corpus, it))
    return Looked(len(found), last, tuple(where))


def places_of(corpus: Corpus, search: VainSearch) -> tuple[str, ...]:
    """Where a search was made, in words: names of entities, then what is said in words."""
    named = (corpus.entities[name] for name in search.where)
    return (*(entity.short or entity.name for entity in named), *search.elsewhere)


def search_words(
    corpus: Corpus, search: VainSearch, words: Callable[[str], str], lacking: frozenset[str] = frozenset()
) -> str:
    """`KCNA, TASS: "delegation", "대표단"`, as far as it is given; `words` makes outside text fit to be shown."""
    where = ", ".join(map(words, places_of(corpus, search)))
    sought = ", ".join(f'"{words(it)}"' for it in search.words) if "words" not in lacking else ""
    return ": ".join(filter(None, (where, sought)))


def looked_words(
    corpus: Corpus, state: Verdict, day: int, words: Callable[[str], str], year: int | None = None
) -> str:
    """`looked 3 times, last 12 May: KCNA, TASS`; empty where nobody looked.

    `words` makes outside text fit to be shown. Days of `year` are said without it.
    """
    looked = looked_for(corpus, state, day)
    if looked is None:
        return ""
    on = day_short(looked.last, year)
    when = f"once, {on}" if looked.times == 1 else f"{looked.times} times, last {on}"
    return f"looked {when}: {', '.join(map(words, looked.where))}"
