"""Lists as printed of a drawn corpus, which is there but for them: sound ones."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from hypothesis import strategies as st
from msgspec import structs

from model.corpus.anchors import anchors_of
from model.corpus.check import check_draft
from model.corpus.corpus import Corpus
from model.corpus.draft import Draft
from model.corpus.findings import Place
from model.corpus.listed import ListEntry, PrintedList
from model.corpus.records import Quote
from model.quotes.occurrences import occurrences

KINDS = ("attendance", "funeral-committee")
_MOST = 4

_LEAST = 10


@st.composite
def drawn_lists(
    draw: st.DrawFn, texts: Mapping[str, str], entities: Sequence[str], events: Iterable[str]
) -> list[PrintedList]:
    """Up to five lists in some texts: of one kind or two, closed or not, of an event or of none."""
    sources = [source for source, text in texts.items() if text.strip()]
    found: list[PrintedList] = []
    for number in range(draw(st.sampled_from([2, 0, 1, 3, 5])) if sources else 0):
        source = draw(st.sampled_from(sources))
        # Each begins further on, as they stand in a file.
        text = texts[source][number:]
        if len(text) < _LEAST or len([*occurrences(texts[source], text)]) > 1:
            continue
        names = draw(st.lists(st.sampled_from(entities), min_size=1, max_size=_MOST, unique=True))
        entries = draw(_entries(text, names))
        found.append(
            PrintedList(
                id=f"list-{number}",
                source=source,
                kind=draw(st.sampled_from([KINDS[0], *KINDS])),
                event=draw(st.none() | st.sampled_from([*events])) if events else None,
                quote=draw(st.just(text) | st.just(Quote(exact=text))),
                closed=draw(st.booleans()),
                entries=entries,
            )
        )
    return found


@st.composite
def _entries(draw: st.DrawFn, text: str, names: Sequence[str]) -> tuple[ListEntry, ...]:
    """Names with labels in the order of the text, each a stretch of it; as many as there is room for."""
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=len(names) + 1, unique=True)))
    labels = [text[start:end] for start, end in pairwise(cuts)]
    return tuple(
        # What each label stands in is the list's own quote, or the same words as a quote of its own.
        ListEntry(entity=name, label=label, quote=draw(st.sampled_from([None, None, None, text])))
        for name, label in zip(names, labels, strict=False)
    )


@st.composite
def listing(draw: st.DrawFn, corpora: st.SearchStrategy[Corpus]) -> Corpus:
    """A drawn corpus with lists in it."""
    corpus = draw(corpora)
    lists = draw(drawn_lists(corpus.texts, [*corpus.entities], [*corpus.events]))
    return with_lists(corpus, lists)


def with_lists(corpus: Corpus, lists: Iterable[PrintedList]) -> Corpus:
    """A corpus with lists beside what it has; their quotes are anchored, and they are sound."""
    draft = Draft(info=structs.replace(corpus.info, format=3))
    draft.texts = dict(corpus.texts)
    draft.lists = [(it, Place("drawn", ("list", number))) for number, it in enumerate(lists)]
    spans, problems = check_draft(draft)
    wrong = [it for it in problems if it.code in ("P001", "P002") or it.code.startswith("Q")]
    assert not wrong, wrong
    own = anchors_of(draft, spans)
    anchors = replace(corpus.anchors, lists=own.lists, beside={**corpus.anchors.beside, **own.beside})
    assert draft.info is not None
    return replace(corpus, info=draft.info, lists={it.id: it for it, _ in draft.lists}, anchors=anchors)
