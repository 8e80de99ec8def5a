"""Whoever's words are lit is named in the source's title and on the card, whatever card, corpus and size it is."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.corpus.corpus import Corpus
from model.corpus.load import load_corpus
from model.dates.calendar import day_from_text
from model.index.archive import Archive, open_archive
from tests.benchmarks.mixed_claims import write_corpus
from tests.drawn_texts import FIRST_DAY
from tests.effort import examples, some, tireless
from tests.histories import histories
from tests.odd.corpora import CORPORA
from tests.tui.conftest import Archives
from tests.tui.contexts import context_of
from tests.tui.voices import card_says, first_speaker, is_named, names_of
from tui.state.context import Context
from tui.state.scene import Scene
from tui.state.selection import Selection
from tui.text.signs import ASCII, UNICODE, Signs
from tui.text.target import CardTarget, ConflictTarget, EntityTarget, EventTarget, SourceTarget
from tui.widgets.card import DetailPane
from tui.widgets.source import SourcePane
from tui.widgets.summaries import Summaries

TODAY = day_from_text("2025-06-01")
DAYS = ("2025-04-30", "2025-05-05", None)
# Width of the pane, lines below its title: of 80x24, 120x40, 60x20, 30x8, 200x60.
SIZES = [(80, 5), (59, 20), (60, 13), (30, 2), (89, 31)]


def cards_of(ctx: Context, claim: str) -> Iterator[CardTarget]:
    """Every card on which a claim can be lit: by walking in it, by a search, by reading, by going back."""
    corpus = ctx.corpus
    record = corpus.claims[claim]
    if record.event is not None and ctx.reader.position_of(record.event) is not None:
        yield EventTarget(record.event)
    yield SourceTarget(record.source)
    yield from (EntityTarget(name) for name in corpus.entities if name in _held(corpus, claim))
    yield from (ConflictTarget(it.id) for it in corpus.conflicts.values() if claim in it.claims)


def _held(corpus: Corpus, claim: str) -> set[str]:
    record = corpus.claims[claim]
    found = {name for held in record.roles.values() for name in ([held] if isinstance(held, str) else held)}
    return found | {first_speaker(corpus, claim)} | {record.entity or ""}


def every_claim_is_told(archive: Archive, sizes: Sequence[tuple[int, int]], signs: Signs = UNICODE) -> int:
    """Light every claim on each of its cards, at all sizes; gives how many ways that were."""
    begun = context_of(archive, signs=signs)
    count = 0
    for claim in begun.corpus.claims:
        names = names_of(begun.corpus, first_speaker(begun.corpus, claim), signs.ascii_only)
        for card in cards_of(begun, claim):
            event = begun.corpus.claims[claim].event
            selection = Selection(event or begun.selection.event, card, claim)
            for width, height in sizes:
                ctx = begun.of(Scene(begun.scene.when, selection))
                the_source_says(ctx, width, height, names)
                the_card_says(ctx, width, height, names)
                count += 1
    return count


def the_source_says(ctx: Context, width: int, height: int, names: list[str]) -> None:
    """The title row names the speaker of what is lit, with how sure and when, where there is room for that."""
    pane = SourcePane(ctx)
    title = pane.lines(width, height + 1)[0].text
    assert is_named(names, title.rstrip(f" {ctx.signs.rule}"), ctx.signs.cut), (title, names)
    claim = ctx.corpus.claims[ctx.selection.lit or ""]
    roomy = len(title) > 2 * len(names[0]) + 56
    assert not roomy or ctx.phrases.level(claim) in title, title
    summary = _row_of_three(ctx)
    assert is_named(names, summary, ctx.signs.cut), (summary, names)


def _row_of_three(ctx: Context) -> str:
    """The row that stands in for the source on a small screen."""
    summaries = Summaries(ctx)
    return summaries.lines(30, 2)[1].text[3:]


def the_card_says(ctx: Context, width: int, height: int, names: list[str]) -> None:
    """Who speaks by the card is who is lit, or it says whose words are; and the lit claim is marked, in sight."""
    rows = [line.text for line in DetailPane(ctx).content(width, height)]
    marked = [row for row in rows if row.startswith(ctx.signs.lit)]
    assert marked, (ctx.selection, rows)
    told = card_says(rows)
    spoken = told.get("lit") or told.get("last") or told.get("who")
    if isinstance(ctx.selection.card, EventTarget) and spoken is not None:
        assert is_named(names, spoken, ctx.signs.cut), (rows, names)
    if isinstance(ctx.selection.card, ConflictTarget):
        # Who speaks stands at the beginning of each quote, which may go on in the next row.
        assert is_named(
            names, "".join(row[1:] for row in rows[rows.index(marked[0]) :][:2]), ctx.signs.cut
        ), rows


@pytest.mark.parametrize(
    ("as_of", "signs", "sizes"),
    some(
        [
            (None, UNICODE, SIZES[:1] + SIZES[3:4]),
            ("2025-05-05", ASCII, SIZES[1:2]),
            ("2025-04-30", UNICODE, SIZES[2:3]),
        ],
        [(as_of, signs, SIZES) for as_of in DAYS for signs in (UNICODE, ASCII)],
    ),
)
def test_every_claim_of_the_bundled_corpus_is_told_on_each_of_its_cards(
    archive_at: Archives, as_of: str | None, signs: Signs, sizes: list[tuple[int, int]]
):
    archive = archive_at(as_of)
    known = archive.known(archive.default.day).claims
    assert every_claim_is_told(archive, sizes, signs) > 2 * len(known) * len(sizes)


@tireless
@pytest.mark.parametrize(("at", "odd"), enumerate(CORPORA))
def test_every_claim_of_odd_corpora_is(tmp_path: Path, at: int, odd: str):
    archive = open_archive(CORPORA[odd]().load(tmp_path / "corpus"), None, TODAY)
    # By day one corpus has every other size, the next one the others.
    every_claim_is_told(archive, some(SIZES[at % 2 :: 2], SIZES))


def test_every_claim_of_a_larger_corpus_is(tmp_path: Path):
    corpus = load_corpus(write_corpus(tmp_path / "mixed", 100))
    assert every_claim_is_told(open_archive(corpus, None, TODAY), SIZES[:1])


@given(histories(), st.integers(0, 10))
@examples(20)
def test_every_claim_of_any_history_is_on_any_day(corpus: Corpus, day: int):
    every_claim_is_told(open_archive(corpus, FIRST_DAY + day, TODAY), SIZES[:2])
