"""One count, one meaning: what is counted of an entity, a document, a strand, a word or a conflict is so everywhere.

The number beside a filter that is being typed, the events that the filter shows, the card, the lanes, the grid, the
lists and `print` all say the same, on every day.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import seeds
from model.corpus.corpus import Corpus
from model.corpus.load import load_corpus
from model.exchange.brief import brief_of
from model.index.archive import Archive, open_archive
from model.index.values import AsOf, Grouping, Ways
from model.query.keys import CONFLICT_KEYS, WAYS
from model.query.terms import ALL, Query, Term
from model.query.vocabulary import DATE_KEYS, KEYS
from tests.drawn_texts import plain
from tests.effort import examples
from tests.histories import histories
from tests.odd.corpora import CORPORA
from tests.outputs.told import HEIGHT, WIDTH
from tests.strategies import corpora
from tests.tui.contexts import context_of
from tui.cli.differences import difference_lines
from tui.cli.listing import timeline_lines
from tui.exporting import extract_of
from tui.prompt.filter import FilterAnswers
from tui.state.context import Context
from tui.state.scene import Scene
from tui.text.phrases import Phrases
from tui.text.signs import UNICODE
from tui.text.target import ConflictTarget, EntityTarget, EventTarget, SourceTarget
from tui.views.grid import LETTERS, TELLS
from tui.views.registry import new_views
from tui.widgets.card import DetailPane

LANES = {
    "strand": Grouping.STRAND,
    "who": Grouping.ENTITY,
    "source": Grouping.SOURCE,
    "status": Grouping.STATUS,
}
"""The keys of which values have lanes of their own."""


def query_of(key: str, value: str) -> Query:
    return Query(f"{key}:{value}", (Term(key, value, (value,)),))


def assert_numbers_agree(corpus: Corpus, day: int) -> None:
    archive = replace(open_archive(corpus, None, today=0), default=AsOf(day))
    ctx = context_of(archive)
    found = {key: filtered(archive, key) for key in KEYS if key not in DATE_KEYS}
    assert_lanes_agree(ctx, found)
    assert_entities_agree(ctx, found)
    assert_documents_agree(ctx, found)
    assert_conflicts_agree(archive, found)
    assert_what_is_passed_agrees(ctx, found)


def filtered(archive: Archive, key: str) -> dict[str, int]:
    """The events of each value of a key; first of all, what is offered and what is then shown and printed agree."""
    reader = archive.at(archive.default)
    offered = dict(reader.facets.counts(key, ALL))
    found = {}
    for value in reader.vocabulary[key]:
        query = query_of(key, value)
        when = AsOf(archive.default.day, query)
        shown = archive.at(when).counts
        found[value] = shown.total
        assert offered.get(value, 0) == reader.facets.count(query) == shown.total, (key, value)
        assert printed(replace(archive, default=when)) == (shown.total, shown.known), (key, value)
    assert offered.keys() <= found.keys()
    return found


def printed(archive: Archive) -> tuple[int, int]:
    """How many events of how many `print` says, and it lists as many."""
    phrases = Phrases(archive.known(archive.default.day), UNICODE, archive.default.day, longest=None)
    first, *lines = timeline_lines(archive, phrases, brief=True)
    said = re.search(r": (\d+) of (\d+) events?, filter: ", first)
    assert said is not None, first
    if int(said[1]):
        assert sum(not line.startswith("╌") for line in lines) == int(said[1])
    return int(said[1]), int(said[2])


def assert_lanes_agree(ctx: Context, found: dict[str, dict[str, int]]) -> None:
    for key, grouping in LANES.items():
        lanes = {lane.id.replace(" ", "-"): lane.events for lane in ctx.reader.lanes.of(grouping) if lane.id}
        assert lanes == {value: number for value, number in found[key].items() if number}, key


def assert_entities_agree(ctx: Context, found: dict[str, dict[str, int]]) -> None:
    """Filters, the list of entities, the grid and each card."""
    ways = ctx.reader.mentions.ways()
    signs = grid_signs(ctx)
    rows = entity_rows(ctx)
    assert rows.keys() >= ways.keys() >= signs.keys()
    for entity in ctx.corpus.entities:
        numbers = Ways(*(found[key].get(entity, 0) for key in WAYS))
        assert ways.get(entity, Ways()) == numbers, entity
        if entity in rows:
            assert rows[entity][:3] == (numbers.part, numbers.speaks, numbers.passes), entity
        if entity in signs:
            takes_part, tells = signs[entity]
            assert takes_part == numbers.part
            assert (
                max(numbers.speaks, numbers.passes) - takes_part <= tells <= numbers.speaks + numbers.passes
            )
        lines = card_lines(ctx, EntityTarget(entity))
        for key, number in zip(WAYS, (numbers.part, numbers.speaks, numbers.passes), strict=True):
            assert listed_under(WAYS[key], lines) == number, (entity, key)


def card_lines(ctx: Context, card: EntityTarget | SourceTarget | ConflictTarget) -> list[str]:
    pane = DetailPane(ctx.of(Scene(ctx.scene.when, replace(ctx.scene.selection, card=card))))
    return [line.text[1:] for line in pane.content(WIDTH, HEIGHT)]


def listed_under(words: str, lines: list[str]) -> int:
    """The number in a heading of a card; as many lines stand under it."""
    for at, line in enumerate(lines):
        if said := re.match(rf"{words} (\d+) events?\b", line):
            under = lines[at + 1 :]
            end = next((n for n, it in enumerate(under) if not it.strip()), len(under))
            assert end == int(said[1]), line
            return end
    return 0


def entity_rows(ctx: Context) -> dict[str, tuple[int, ...]]:
    """The numbers of each entity in the list: takes part, speaks, passes on, claims."""
    view = new_views()["entities"]
    rows = {}
    for line in view.content(ctx, 78, HEIGHT, True):
        if isinstance(line.target, EntityTarget):
            rows[line.target.entity] = tuple(map(int, line.text.split()[-5:-1]))
    said = re.search(r"(\d+) met\b", view.title(ctx, 78)[1])
    assert said is not None and int(said[1]) == len(rows)
    return rows


def grid_signs(ctx: Context) -> dict[str, tuple[int, int]]:
    """In each entity's column of the grid's first page, however wide: signs, and marks of who only tells."""
    view, wide = new_views()["grid"], 20_000
    rows = [line for line in view.content(ctx, wide, HEIGHT, True) if isinstance(line.target, EventTarget)]
    assert len(rows) == ctx.reader.counts.total
    ways = ctx.reader.mentions.ways()
    names = sorted(ways, key=lambda name: (*ways[name].rank, name))[: len(LETTERS)]
    columns: list[list[str]] = [[] for _ in names]
    for row in rows:
        # Each column has a mark and what stands before the next one.
        cells = row.text[-2 * len(names) :: 2] if names else ""
        for column, cell in zip(columns, cells, strict=True):
            column.append(cell)
    return {
        name: (sum(cell not in (" ", TELLS) for cell in column), column.count(TELLS))
        for name, column in zip(names, columns, strict=True)
    }


def assert_documents_agree(ctx: Context, found: dict[str, dict[str, int]]) -> None:
    """The list of sources, and the claims that a card says and lists."""
    view = new_views()["sources"]
    for line in view.content(ctx, WIDTH, HEIGHT, True):
        if not isinstance(line.target, SourceTarget) or line.target.source not in ctx.corpus.sources:
            continue
        source = line.target.source
        claims, events = line.text.split()[-2:]
        assert int(events) == found["source"][source], source
        held = ctx.corpus.claims_in_source.get(source, ())
        assert claims == (str(len(held)) if held else "none")
        said = re.compile(r"(\d+) claims?  in the order of the text|no claims")
        headings = [it for text in card_lines(ctx, line.target) if (it := said.fullmatch(text))]
        assert [int(it[1] or 0) for it in headings] == [len(held)]


def assert_conflicts_agree(archive: Archive, found: dict[str, dict[str, int]]) -> None:
    """What is walked, what a card counts and what `print` lists; under a filter of a kind, those of that kind alone."""
    day = archive.default.day
    whole = archive.conflicts(archive.default)
    for key, values_of in CONFLICT_KEYS.items():
        for value, events in found[key].items():
            at = replace(archive, default=AsOf(day, query_of(key, value)))
            conflicts = at.conflicts(at.default)
            assert conflicts == [it for it in whole if value in values_of(archive.known(day), it)], (
                key,
                value,
            )
            claims = archive.known(day).claims
            about = {claims[name].event for it in conflicts for name in it.claims} - {None}
            assert len(about) == events, (key, value)
            assert_listed(at, len(conflicts))
    assert_listed(archive, len(whole))


def assert_listed(archive: Archive, number: int) -> None:
    day = archive.default.day
    phrases = Phrases(archive.known(day), UNICODE, day, longest=None)
    lines = list(difference_lines(archive, phrases))
    said = re.search(r"where sources differ, (\d+) conflicts?", lines[0]) if lines else None
    assert (int(said[1]) if said is not None else 0) == number
    assert sum(not line.startswith((" ", "╌")) for line in lines) == number
    assert_brief_agrees(archive, number)
    ctx = context_of(archive)
    for at, listed in enumerate(archive.listed_conflicts(archive.default), 1):
        card = replace(ctx.scene.selection, card=ConflictTarget(listed.conflict.id))
        title = DetailPane(ctx.of(Scene(ctx.scene.when, card))).title()[1]
        assert title.endswith(f", {at} of {number}")


def assert_brief_agrees(archive: Archive, conflicts: int) -> None:
    """A brief opens with the numbers of the header, and with as many documents as it lists."""
    brief = brief_of(extract_of(archive, archive.default))
    counts = archive.at(archive.default).counts
    said = {name: int(number) for number, name in re.findall(r"(\d+) ([a-z]+?)s?(?=[,.])", brief.tally)}
    assert said == {
        "contested": counts.contested,
        "conflict": conflicts,
        **({"due": counts.due} if counts.due else {}),
        **({"unanswered": counts.unanswered} if counts.unanswered else {}),
    }
    assert len(list(brief.events)) == counts.total
    assert brief.opening.startswith(f"{len(brief.sources)} document")


def assert_what_is_passed_agrees(ctx: Context, found: dict[str, dict[str, int]]) -> None:
    """What the header counts is what filters find."""
    counts = ctx.reader.counts
    assert counts.contested == found["has"]["conflict"]
    assert counts.due == found["has"]["due"] == found["status"]["due"]
    assert counts.unanswered == found["has"]["unanswered"]
    # Every event has one word, one number of origins and one type.
    for key in ("status", "origins", "type"):
        assert sum(found[key].values()) == counts.total, key


BUNDLED = load_corpus(Path(seeds.__file__).parent)
DAYS = [step.day + by for step in open_archive(BUNDLED, None, today=0).steps for by in (0, 20)]


@pytest.mark.parametrize("day", [DAYS[0] - 1, *DAYS])
def test_all_numbers_of_the_bundled_corpus_agree(day: int):
    assert_numbers_agree(BUNDLED, day)


@pytest.mark.parametrize("name", CORPORA)
def test_all_numbers_of_odd_corpora_agree(name: str, tmp_path: Path):
    corpus = CORPORA[name]().load(tmp_path / "odd")
    for day in days_of(corpus):
        assert_numbers_agree(corpus, day)


def days_of(corpus: Corpus) -> Iterator[int]:
    steps = open_archive(corpus, None, today=740_000).steps
    yield steps[-1].day + 400 if steps else 740_000
    yield from (step.day for step in steps[:2])


@examples(60)
@given(histories() | corpora(plain), st.data())
def test_all_numbers_of_drawn_corpora_agree(corpus: Corpus, data: st.DataObject):
    assert_numbers_agree(corpus, data.draw(st.sampled_from([*days_of(corpus)])))


def test_a_filter_that_is_typed_offers_names_with_the_events_that_it_will_show():
    archive = open_archive(BUNDLED, None, today=0)
    answers = FilterAnswers(archive, archive.at(archive.default), {}, UNICODE)
    for typed in ("who:", "by:", "via:", "strand:", "source:", "origins:", "conflict:", "by:kremlin"):
        for choice in answers.offer(typed).choices:
            number = int(re.search(r" (\d+)  \S+:", choice.line.text)[1])  # type: ignore[index]
            assert answers.answer(choice.typed) == f"{number} of 53 events", choice
            assert not choice.line.text.startswith(typed)


def test_under_a_filter_a_card_says_how_many_of_its_events_that_shows():
    archive = open_archive(BUNDLED, None, today=0)
    for filter_, told in (("by:ushakov", "speaks of 4 events  1 under the filter"), ("", "by:kremlin")):
        query = archive.read(filter_, archive.default)
        ctx = context_of(replace(archive, default=AsOf(archive.default.day, query)))
        assert any(told in line for line in card_lines(ctx, EntityTarget("kremlin")))
        both = archive.read(f"{filter_} by:kremlin", archive.default)
        number = archive.at(AsOf(archive.default.day, both)).counts.total
        assert f"{number} under" in told or number == 4
