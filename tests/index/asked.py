"""Hypothesis strategies for what an index is asked: days, queries, what is typed."""

import re
from collections.abc import Mapping

from hypothesis import strategies as st

from model.corpus.corpus import Corpus
from model.index.texts import KINDS, texts_of
from model.query.folding import indexed
from model.query.terms import ALL, Query, Term
from model.query.values import Values
from model.query.vocabulary import DATE_KEYS, KEYS

days = st.integers(738_000, 740_500) | st.integers(-2_000_000, 4_000_000)
"""Day numbers around 2025, and far from it."""


@st.composite
def terms(draw: st.DrawFn, vocabulary: Mapping[str, Values]) -> Term:
    """A term of any key that has values in the corpus, of a day, or of words."""
    keys = [key for key in KEYS if vocabulary[key] or key in DATE_KEYS]
    key = draw(st.sampled_from(["", "", *keys]))
    negated = draw(st.booleans())
    if key in DATE_KEYS:
        return Term(key, "", day=draw(days), negated=negated)
    if not key:
        return Term("", draw(st.sampled_from(["a", "Kim", "troops", "entity", *"012345"])), negated=negated)
    values = draw(st.lists(st.sampled_from(sorted(vocabulary[key])), min_size=1, max_size=2, unique=True))
    return Term(key, ",".join(values), tuple(values), negated=negated)


def queries(vocabulary: Mapping[str, Values]) -> st.SearchStrategy[Query]:
    """No term as often as one, two or three."""
    drawn = st.lists(terms(vocabulary), min_size=1, max_size=3)
    return st.just(ALL) | drawn.map(lambda them: Query("drawn", tuple(them)))


def searches(corpus: Corpus, vocabulary: Mapping[str, Values]) -> st.SearchStrategy[str]:
    """Words of the corpus, right or mistyped, and terms with values of the vocabulary or with none."""
    texts = (text.words for kind in KINDS for text in texts_of(corpus, kind))
    known = sorted({word for words in texts for word in indexed(words)}) or ["a"]
    word = st.sampled_from(known)
    values = [f"{key}:{value}" for key in vocabulary for value in vocabulary[key]]
    term = st.sampled_from(values)
    # Prefixes of ids stand for several values, or for those of another day.
    begun = term.map(lambda it: re.sub(r"\d*\Z", "", it))
    mistyped = st.one_of(word, term).map(lambda it: f"{it}x")
    return st.one_of(word, mistyped, mistyped, term, begun, term.map(lambda it: f"-{it}"))
