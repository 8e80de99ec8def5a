"""Lists as printed against the one before of their kind: who moved, who is new, who is missing."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from model.asof.knowledge import knowledge_steps
from model.asof.known import known_by
from model.asof.list_words import movement, ordinal, place_words, relabelled, summary
from model.asof.lists import DatedList, ListView, compared, list_view, lists_as_of, places_of
from model.corpus.corpus import Corpus
from model.corpus.listed import ListEntry, PrintedList
from model.dates.civil import day_number
from model.quotes.span import TextSpan
from tests.drawn_lists import listing, with_lists
from tests.effort import examples
from tests.handmade import corpus_of
from tests.histories import histories

NAMES = st.lists(st.sampled_from("abcdefgh"), unique=True, min_size=1)


def dated(names: Sequence[str], closed: bool = True, day: int = 0) -> DatedList:
    entries = tuple(ListEntry(entity=name, label=name) for name in names)
    printed = PrintedList(id=f"l{day}", source="s", kind="k", quote="q", closed=closed, entries=entries)
    return DatedList(printed, None, False, (day, day, printed.id), (TextSpan(0, 1),) * len(entries), None)


@given(NAMES, st.booleans())
def test_a_list_against_itself_is_the_same(names: list[str], closed: bool):
    view = compared(dated(names, closed), dated(names, closed))
    assert (view.moved, view.added, view.gone, view.missing) == ((), (), (), ())
    assert summary(view) == "the same names in the same order"
    assert not any(movement(view, it) for it in view.names)


@given(NAMES, NAMES, st.booleans(), st.booleans())
def test_every_name_is_accounted_for_once(now: list[str], was: list[str], closed: bool, was_closed: bool):
    view = compared(dated(now, closed, 1), dated(was, was_closed))
    stayed = [it for it in view.names if it.before is not None]
    assert len(stayed) + len(view.added) == len(now)
    assert len(stayed) + len(view.gone) == len(was)
    assert sorted(it.entry.entity for it in view.gone) == sorted({*was} - {*now})
    assert view.missing == (view.gone if closed else ())
    assert view.new == (view.added if was_closed else ())


@given(NAMES, NAMES)
def test_who_moves_is_counted_among_those_on_both(now: list[str], was: list[str]):
    both = {*now} & {*was}
    view = compared(dated(now, day=1), dated(was))
    alone = compared(
        dated([it for it in now if it in both] or ["z"]), dated([it for it in was if it in both] or ["z"])
    )
    assert {it.named.entry.entity: it.up for it in view.moved} == {
        it.named.entry.entity: it.up for it in alone.moved
    }
    assert sum(it.up for it in view.names) == 0


def test_words_of_moving():
    view = compared(dated("cab", day=1), dated("abc"))
    assert [movement(view, it) for it in view.names] == [
        "up 2, was 3rd",
        "down 1, was 1st",
        "down 1, was 2nd",
    ]
    # Nobody moves because somebody else is new; the place is another all the same.
    view = compared(dated("zab", day=1), dated("abx"))
    assert [movement(view, it) for it in view.names] == ["new", "was 1st", "was 2nd"]
    assert summary(view) == "1 new, 1 missing"
    view = compared(dated("za", closed=False, day=1), dated("ab", closed=False))
    assert [movement(view, it) for it in view.names] == ["not named before", "was 1st"]
    assert summary(view) == "1 not named before, 1 not named here"
    assert (view.missing, view.new) == ((), ())


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (12, "12th"),
        (113, "113th"),
        (22, "22nd"),
    ],
)
def test_ordinals(number: int, word: str):
    assert ordinal(number) == word


PAPERS = """
c1  -  occurred  CT+  2025-05-01  source=one event=first
c2  -  occurred  CT+  2025-05-09  source=two event=second
c3  -  occurred  CT+  2025-05-09  source=three event=second
source one 2025-05-02
source two 2025-05-10
source three 2025-05-12
event first type=parade
event second type=parade
entity kim person
entity pak person
entity choe person
"""


def papers() -> Corpus:
    corpus = corpus_of(PAPERS)

    def made(
        name: str, source: str, event: str | None, labels: dict[str, str], closed: bool = True
    ) -> PrintedList:
        text = corpus.texts[source]
        entries = tuple(ListEntry(entity=who, label=label) for who, label in labels.items())
        return PrintedList(
            id=name, source=source, kind="attendance", event=event, quote=text, closed=closed, entries=entries
        )

    texts = {name: f"{text} Kim, Pak, Choe, premier Pak" for name, text in corpus.texts.items()}
    corpus = over(corpus, texts)
    return with_lists(
        corpus,
        [
            made("a", "one", "first", {"kim": "Kim", "pak": "Pak", "choe": "Choe"}),
            made("b", "two", "second", {"choe": "Choe", "pak": "premier Pak"}),
            made("d", "three", None, {"kim": "Kim"}, closed=False),
        ],
    )


def over(corpus: Corpus, texts: dict[str, str]) -> Corpus:
    """The same records over longer texts: what their quotes are anchored at stays where it was."""
    return replace(corpus, texts=texts)


def views(day: int) -> list[ListView]:
    return [*lists_as_of(papers(), day)]


MAY = day_number(2025, 5, 1) - 1


def test_lists_by_day_against_the_one_before():
    assert [it.printed.id for it in views(MAY + 1)] == []
    assert [it.printed.id for it in views(MAY + 2)] == ["a"]
    first, second, third = reversed(views(MAY + 12))
    assert first.before is None and summary(first) == "the first of its kind"
    assert second.before is not None and second.before.printed.id == "a"
    assert [movement(second, it) for it in second.names] == ["up 1, was 3rd", "down 1"]
    assert [relabelled(it) for it in second.names] == [None, "Pak"]
    assert [it.entry.entity for it in second.missing] == ["kim"]
    # Without an event, a list is of the day on which its document was published.
    assert third.before is not None and third.before.printed.id == "b"
    assert third.missing == ()


def test_of_one_day_no_list_is_before_another():
    """Two papers print the list of one event: each is set against the list of an earlier day."""
    corpus = papers()
    again = structs.replace(corpus.lists["b"], id="c", entries=corpus.lists["b"].entries[:1])
    printed = lists_as_of(with_lists(corpus, [*corpus.lists.values(), again]), MAY + 12)
    before = {it.printed.id: it.before.printed.id for it in printed if it.before is not None}
    assert (before["b"], before["c"]) == ("a", "a")


def test_the_places_of_somebody():
    corpus = papers()
    assert [place_words(it) for it in places_of(corpus, "kim", MAY + 12)] == [
        "1st of 1, printed 12 May 2025, attendance",
        "missing, 9 May 2025, attendance",
        "1st of 3, 1 May 2025, attendance",
    ]
    assert [place_words(it) for it in places_of(corpus, "kim", MAY + 2)] == [
        "1st of 3, 1 May 2025, attendance"
    ]


@examples(200)
@given(listing(histories()), st.data())
def test_as_of_a_day_lists_are_those_of_the_truncated_corpus(corpus: Corpus, data: st.DataObject):
    steps = [step.day for step in knowledge_steps(corpus)]
    day = data.draw(st.sampled_from(steps)) - data.draw(st.sampled_from([0, 1])) if steps else 0
    known = known_by(corpus, day)
    assert lists_as_of(corpus, day) == lists_as_of(known, day)
    for view in lists_as_of(corpus, day):
        assert list_view(known, view.printed.id, day) == view
        text = known.texts[view.printed.source]
        assert [text[it.named.span.start : it.named.span.end] for it in view.names] == [
            it.named.entry.label for it in view.names
        ]
    for entity in known.entities:
        assert places_of(corpus, entity, day) == places_of(known, entity, day)
