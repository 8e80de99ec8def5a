"""Whatever a file holds, drawn by chance: panes, listings and exports are text, and as wide as they are told to be."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from model.corpus.corpus import Corpus
from model.exchange.json_text import json_text
from model.exchange.to_json import export_json
from model.index.archive import Archive, open_archive
from tests.effort import examples
from tests.hostile.corpus import hostile_corpus
from tests.hostile.harmless import foreign, harmful
from tests.hostile.payloads import PAYLOADS
from tests.readers import reader_of
from tests.tui.contexts import context_of
from tui.cli.changed import changes_lines
from tui.cli.listing import timeline_lines
from tui.start.first_paint import picture
from tui.state.context import Context
from tui.state.scene import Scene
from tui.state.selection import Selection
from tui.text.line import Line
from tui.text.phrases import Phrases
from tui.text.signs import ASCII, UNICODE, Signs
from tui.text.target import CardTarget, ConflictTarget, EntityTarget, EventTarget
from tui.views.registry import new_views
from tui.widgets.card import DetailPane
from tui.widgets.source import SourcePane

pieces = st.one_of(
    st.sampled_from(PAYLOADS), st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
)
texts = st.lists(pieces, min_size=1, max_size=3).map("".join).filter(str.strip)
"""Texts of payloads and of any characters that UTF-8 can hold."""


def corpus_of(payloads: list[str]) -> Corpus:
    with tempfile.TemporaryDirectory() as folder:
        return hostile_corpus(Path(folder) / "corpus", payloads)


def drawn(archive: Archive, signs: Signs, width: int, height: int) -> Iterator[Line]:
    """Every card and every place in the source, as the panes draw them."""
    corpus, when = archive.corpus, archive.default
    begun = context_of(archive, signs=signs)

    def at(card: CardTarget, claim: str = "c0") -> Context:
        return begun.of(Scene(when, Selection("e0", card, claim)))

    cards: list[CardTarget] = [
        *map(EventTarget, corpus.events),
        *map(EntityTarget, corpus.entities),
        *map(ConflictTarget, corpus.conflicts),
    ]
    for card in cards:
        detail = DetailPane(at(card))
        yield from detail.content(width, height)
        assert harmful("".join(detail.title())) == set()
    ctx = at(EventTarget("e0"))
    for view in new_views().values():
        yield from view.content(ctx, width, height, True)
        assert harmful("".join(view.title(ctx, width))) == set()
    for claim in corpus.claims:
        source = SourcePane(at(EventTarget("e0"), claim))
        yield from source.content(width, height)


@examples(60)
@given(st.lists(texts, min_size=3, max_size=4), st.sampled_from([UNICODE, ASCII]), st.integers(28, 160))
def test_whatever_a_corpus_holds_is_only_text(payloads: list[str], signs: Signs, width: int):
    archive = open_archive(corpus_of(payloads), None, today=0)
    phrases = Phrases(archive.corpus, signs, reader_of(archive).when.day, longest=None)
    for line in drawn(archive, signs, width, 24):
        assert harmful(line.text) == set()
        assert line.text.isascii() or not signs.ascii_only
    painted = picture(reader_of(archive), phrases, "e0", "dark", width, 24)
    assert foreign(painted) == set()
    assert harmful("".join(timeline_lines(archive, phrases))) == set()
    assert harmful("".join(changes_lines(archive, phrases.day - 10**4, phrases))) == set()
    assert harmful("".join(json_text(export_json(archive.corpus, reader_of(archive).when.day)))) == set()
