"""What is left of the quotes of a corpus as of a day; of documents that were printed later nothing else is."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace as replace_record

from model.asof.known import known_by
from model.asof.saying import published, saying
from model.corpus.anchors import anchored, anchors_of
from model.corpus.corpus import Corpus
from model.corpus.findings import Path
from model.corpus.listed import ListEntry, PrintedList
from model.corpus.quoted import Quoting, as_quote, quotes_of
from model.corpus.records import Claim, Dated, Furniture, Hop, LeftOut, Quote, Statement
from model.corpus.vocabulary import Basis, OnRecord
from model.dates.calendar import day_from_text
from model.quotes.span import TextSpan
from tests.asof.drafting import draft_of
from tests.drawn_texts import FIRST_DAY, LAST_DAY
from tests.effort import examples
from tests.handmade import corpus_of
from tests.mending import mended
from tests.strategies import corpora

some_day = st.integers(FIRST_DAY - 5, LAST_DAY + 30)


def quoting(corpus: Corpus) -> Iterator[tuple[str, Quoting, Mapping[Path, TextSpan]]]:
    """Each record that can quote, with the id of its source and where its quotes stand, by the ways to them."""
    anchors = corpus.anchors
    for source in corpus.sources.values():
        yield source.id, source, anchors.beside.get(("source", source.id), {})
        for furniture, span in zip(corpus.furniture[source.id], anchors.furniture[source.id], strict=True):
            yield source.id, furniture, {("quote",): span}
        for left_out, span in zip(corpus.left_out[source.id], anchors.left_out[source.id], strict=True):
            yield source.id, left_out, {("quote",): span}
    for claim in corpus.claims.values():
        beside = anchors.beside.get(("claim", claim.id), {})
        yield claim.source, claim, {("quote",): anchors.claims[claim.id], **beside}
    for statement in corpus.statements.values():
        beside = anchors.beside.get(("statement", statement.id), {})
        yield statement.source, statement, {("quote",): anchors.statements[statement.id], **beside}
    for printed in corpus.lists.values():
        beside = anchors.beside.get(("list", printed.id), {})
        yield printed.source, printed, {("quote",): anchors.lists[printed.id], **beside}


def assert_what_is_quoted_is_left(left: Corpus) -> None:
    """Every quote stands where it is said to, and of what was printed later nothing else is left."""
    quoted: dict[str, set[int]] = {name: set() for name in left.printed_later}
    for source, record, spans in quoting(left):
        words = {path: as_quote(quote).exact for path, quote in quotes_of(record)}
        assert {path: left.texts[source][it.start : it.end] for path, it in spans.items()} == words
        if source in quoted:
            assert isinstance(record, Claim | Statement) or not words
            quoted[source].update(at for it in spans.values() for at in range(it.start, it.end))
    for source, stretches in left.printed_later.items():
        text = left.texts[source]
        kept = {at for it in stretches for at in range(it.start, it.end)}
        assert kept == quoted[source]
        assert {text[at] for at in range(len(text)) if at not in kept} <= {"\n"}
    assert left.anchors.beside.keys() <= {
        *(("source", name) for name in left.sources.keys() - left.printed_later.keys()),
        *(("claim", name) for name in left.claims),
        *(("statement", name) for name in left.statements),
        *(("list", name) for name in left.lists),
    }


@examples(40)
@given(corpora(), some_day)
def test_what_is_left_quotes_what_stands_there(corpus: Corpus, day: int):
    assert_what_is_quoted_is_left(known_by(corpus, day))


AFTER_ALL = Dated(edtf="[2025-06-30..]", best="2025-06-30", basis=Basis.EXTERNAL, reasoning="x")
"""Without an end, as some drawn days are of years to come, and nothing is printed before it is said."""


@st.composite
def sayings_before_print(draw: st.DrawFn) -> tuple[Corpus, int]:
    """A corpus of documents that were printed after all that they tell of, and a day on which something was said."""
    drawn = draw(corpora())
    sources = {it.id: replace_record(it, published=AFTER_ALL) for it in drawn.sources.values()}
    draft = draft_of(replace(drawn, sources=sources))
    corpus = Corpus.of(draft, mended(draft))
    known = ((saying(corpus, it).visible, corpus.sources[it.source]) for it in corpus.claims.values())
    days = {day for day, source in known if day < published(corpus, source)}
    return corpus, draw(st.sampled_from(sorted(days))) if days else LAST_DAY


@examples(40)
@given(sayings_before_print())
def test_of_what_was_printed_later_all_is_left_that_was_quoted_by_then(drawn: tuple[Corpus, int]):
    assert_what_is_quoted_is_left(known_by(*drawn))


TEXT = "<said> and <more> and <apart> and <said> and <later>"
LATER = "<later>"
GLOSSED = Quote(exact="<apart>", gloss="beside", gloss_by="desk")
APART = replace_record(GLOSSED, prefix="<more> and ")
FIRST_OF_MAY = Dated(edtf="2025-05-01", basis=Basis.EXPLICIT, words="<apart>", quote=APART)
HOP = Hop(who="kremlin", how="apart", quote=APART, record=OnRecord.ON_RECORD)


def said_before_print(claim: Mapping[str, object], statement: Mapping[str, object]) -> Corpus:
    """As of the day on which it was said, one claim, quoted, of a document with all else that a document can quote."""
    corpus = corpus_of("said  2025-05-01  scheduled  CT+  -\nlater  -  scheduled  CT+  -")
    first = Quote(exact="<said>", suffix=" and <more>")
    printed = Dated(edtf="2025-06-01", basis=Basis.EXPLICIT, words=LATER, quote=LATER)
    names = (ListEntry(entity="paper", label="<"), ListEntry(entity="kremlin", label="<", quote="<more>"))
    made = replace(
        corpus,
        sources={"paper": replace_record(corpus.sources["paper"], published=printed)},
        texts={"paper": TEXT},
        claims={**corpus.claims, "said": replace_record(corpus.claims["said"], quote=first, **claim)},
        statements={
            "said-said": replace_record(corpus.statements["said-said"], quote=first, **statement),
        },
        lists={"names": PrintedList(id="names", source="paper", kind="guests", quote=LATER, entries=names)},
        furniture={"paper": (Furniture(quote=LATER, kind="menu"),)},
        left_out={"paper": (LeftOut(quote=LATER, reason="r"),)},
    )
    draft = draft_of(made)
    spans, problems = anchored(draft)
    assert problems == []
    return known_by(replace(made, anchors=anchors_of(draft, spans)), day_from_text("2025-05-01"))


@pytest.mark.parametrize(
    ("claim", "statement"),
    [
        ({"quotes": (APART,)}, {}),
        ({"date": FIRST_OF_MAY}, {}),
        ({}, {"quotes": (APART,)}),
        ({}, {"chain": (HOP,)}),
        ({}, {"on": FIRST_OF_MAY}),
    ],
    ids=["quotes of a claim", "date", "quotes of a statement", "hop", "day of saying"],
)
def test_what_stands_apart_from_its_quote_is_left_beside_it(
    claim: Mapping[str, object], statement: Mapping[str, object]
):
    left = said_before_print(claim, statement)
    assert left.texts == {"paper": "<said>\n<apart>"}
    assert left.printed_later == {"paper": (TextSpan(0, 6), TextSpan(7, 14))}
    assert_what_is_quoted_is_left(left)
    assert [quote for _, it, _ in quoting(left) for _, quote in quotes_of(it) if quote != "<said>"] == [
        GLOSSED
    ]


def test_where_nothing_stands_apart_the_quote_alone_is_left():
    left = said_before_print({}, {})
    assert left.texts == {"paper": "<said>"}
    assert left.anchors.beside == {}
    assert_what_is_quoted_is_left(left)
