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
from tui.cli.listing import timeline_lines
from tui.first_paint import picture
from tui.panes.detail import DetailPane
from tui.panes.source import SourcePane
from tui.scene import Scene
from tui.selection import Selection
from tui.text.line import Line, Target
from tui.text.phrases import Phrases
from tui.text.signs import ASCII, UNICODE, Signs
from tui.views.every import views_of

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
    corpus = archive.corpus
    phrases = Phrases(corpus, signs, archive.timeline.day)
    for kind, names in {
        "event": corpus.events,
        "entity": corpus.entities,
        "conflict": corpus.conflicts,
    }.items():
        for name in names:
            detail = DetailPane(archive, Scene(Selection("e0", Target(kind, name), "c0"), phrases))
            yield from detail.content(width, height)
            assert harmful("".join(detail.title())) == set()
    scene = Scene(Selection("e0", Target("event", "e0"), "c0"), phrases)
    for view in views_of(archive).values():
        yield from view.content(scene, width, height, True)
        assert harmful("".join(view.title(scene, width))) == set()
    for claim in corpus.claims:
        source = SourcePane(corpus, Scene(Selection("e0", Target("event", "e0"), claim), phrases))
        yield from source.content(width, height)


@examples(60)
@given(st.lists(texts, min_size=3, max_size=4), st.sampled_from([UNICODE, ASCII]), st.integers(28, 160))
def test_whatever_a_corpus_holds_is_only_text(payloads: list[str], signs: Signs, width: int):
    archive = open_archive(corpus_of(payloads), None, today=0)
    phrases = Phrases(archive.corpus, signs, archive.timeline.day, longest=None)
    for line in drawn(archive, signs, width, 24):
        assert harmful(line.text) == set()
        assert line.text.isascii() or not signs.ascii_only
    painted = picture(archive, phrases, "e0", "dark", width, 24)
    assert foreign(painted) == set()
    assert harmful("".join(timeline_lines(archive, phrases))) == set()
    assert harmful("".join(json_text(export_json(archive.corpus, archive.timeline.day)))) == set()
