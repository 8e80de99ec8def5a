"""Candidates on the screen: both sentences open, each is accepted or dismissed by a key, and what is written stays."""

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from model.candidates.proposal import Proposal
from model.corpus.load import load_corpus
from model.corpus.vocabulary import CandidateKind
from model.index.archive import Archive, open_archive
from model.index.values import AsOf
from tests.benchmarks.mixed_claims import write_corpus
from tests.odd.corpora import CORPORA
from tests.tui.conftest import Archives, Opened
from tests.tui.contexts import context_of
from tests.tui.curated import copied, curating, fill
from tests.tui.driving import text_of
from tests.tui.looking import SIZES, bar, focused, main_screen, pane_text, press, selection, shown
from tests.tui.test_support import done
from tui.app import DprkTui, ReadOnlyTui
from tui.commands.command_list import CommandList
from tui.commands.every import COMMANDS
from tui.state.context import CLAIMS_AT_ONCE
from tui.state.scene import Scene, Viewed
from tui.text.candidate_words import reason
from tui.text.signs import ASCII, UNICODE
from tui.text.target import ClaimTarget, ConflictTarget
from tui.text.wrap import wrap_text
from tui.views.candidates import CandidatesView
from tui.views.registry import NAMES

TO_CANDIDATES = ("colon", *"candidates", "enter")


@pytest.fixture
def bundled(tmp_path: Path) -> Path:
    return copied(tmp_path)


@pytest.fixture
def every(tmp_path: Path) -> Path:
    CORPORA["candidates of every kind"]().load(tmp_path / "corpus")
    return tmp_path / "corpus"


def of_kind(found: Sequence[Proposal] | None, kind: CandidateKind) -> list[int]:
    """The numbers of the candidates of a kind, from 0."""
    return [at for at, it in enumerate(found or ()) if it.kind is kind]


@pytest.mark.parametrize("size", SIZES)
async def test_both_sentences_of_each_candidate_are_entered(opened: Opened, size: tuple[int, int]):
    async with opened(*size) as pilot:
        await press(pilot, *TO_CANDIDATES, "g")
        found = shown(pilot).candidates
        assert found
        for number, candidate in enumerate(found, 1):
            for name in candidate.claims:
                assert selection(pilot).quote == name
                assert f"{number} of {len(found)}" in pane_text(pilot, "timeline")
                await press(pilot, "enter")
                assert focused(pilot) == "detail"
                assert selection(pilot).quote == name
                await press(pilot, "escape", "j")


async def test_v_comes_by_only_where_there_are_any(opened: Opened):
    for as_of, there in (("2025-05-06", True), ("2024-06-30", False)):
        async with opened(120, 40, as_of=as_of) as pilot:
            seen = set()
            for _ in NAMES:
                await press(pilot, "v")
                seen.add(shown(pilot).scene.viewed.name)
            assert ("candidates" in seen) is there
    async with opened(120, 40, as_of="2024-06-30") as pilot:
        await press(pilot, *TO_CANDIDATES)
        assert "No candidate is left" in pane_text(pilot, "timeline")
        await press(pilot, "a")
        assert "nothing can be written" in bar(pilot, "footer")


async def test_an_accepted_conflict_is_written_by_the_form_of_conflicts(bundled: Path):
    async with curating(bundled) as pilot:
        await press(pilot, *TO_CANDIDATES, "g")
        before = shown(pilot).candidates
        assert before
        await press(pilot, "a")
        assert all(name in text_of(pilot) for name in before[0].claims)
        await fill(pilot, "reason", "Nobody decides it.")
        await fill(pilot, "first", "might appear")
        await fill(pilot, "second", "no more expected")
        await press(pilot, "enter")
        card = selection(pilot).card
        assert isinstance(card, ConflictTarget), bar(pilot, "footer")
        conflict = load_corpus(bundled).conflicts[card.conflict]
        assert {*conflict.claims} == {*before[0].claims}
        assert shown(pilot).candidates == before[1:]


async def test_what_was_dismissed_is_kept_with_its_reason_and_taken_back_with_z(bundled: Path):
    file = bundled / "corpus.toml"
    was = file.read_bytes()
    async with curating(bundled, 80, 24) as pilot:
        await press(pilot, *TO_CANDIDATES, "g", "j", "j", "j")
        before = shown(pilot).candidates
        assert before
        await press(pilot, "r", *"tenses differ", "enter")
        assert "Dismissed" in bar(pilot, "footer")
        assert shown(pilot).candidates == (before[0], *before[2:])
        assert selection(pilot).quote == before[2].claims[0]
        text = file.read_text("utf-8")
        assert text.startswith(was.decode())
        (entry,) = tomllib.loads(text)["suggest"]["dismissed"]
        assert entry == {
            "kind": "conflict",
            "between": [*before[1].between],
            "reason": "tenses differ",
        }
        corpus = load_corpus(bundled)
        assert (corpus.errors, corpus.findings) == (0, ())
        await press(pilot, "r", *"as before", "enter")
        assert len(tomllib.loads(file.read_text("utf-8"))["suggest"]["dismissed"]) == 2
        await press(pilot, "Z")
        assert file.read_text("utf-8") == text
        await press(pilot, "r", "escape")
        assert file.read_text("utf-8") == text


async def test_the_last_one_may_be_dismissed(bundled: Path):
    async with curating(bundled) as pilot:
        await press(pilot, *TO_CANDIDATES, "G")
        count = len(shown(pilot).candidates or ())
        for _ in range(count):
            await press(pilot, "r", "x", "enter")
        assert shown(pilot).candidates == ()
        assert "No candidate is left" in pane_text(pilot, "timeline")


async def test_an_accepted_origin_is_set_on_the_later_statement_and_taken_back(every: Path):
    before = (every / "sources/t.toml").read_bytes(), (every / "sources/s.toml").read_bytes()
    async with curating(every) as pilot:
        await press(pilot, *TO_CANDIDATES, "g")
        voice, said = of_kind(shown(pilot).candidates, CandidateKind.SAME_ORIGIN)
        await press(pilot, *"jj" * voice, "a")
        assert "own voice" in bar(pilot, "footer")
        await press(pilot, *"jj" * (said - voice), "a")
        assert "goes back to" in bar(pilot, "footer")
        corpus = load_corpus(every)
        assert {corpus.statements[it].origin for it in ("said-s", "said-t")} == {None, "said-s"}
        assert of_kind(shown(pilot).candidates, CandidateKind.SAME_ORIGIN) == [voice]
        await press(pilot, "Z")
        after = (every / "sources/t.toml").read_bytes(), (every / "sources/s.toml").read_bytes()
        assert after == before


@pytest.mark.parametrize("size", SIZES)
async def test_an_accepted_event_says_what_to_do_and_one_kept_apart_warns(every: Path, size: tuple[int, int]):
    async with curating(every, *size) as pilot:
        await press(pilot, *TO_CANDIDATES, "g")
        found = shown(pilot).candidates
        assert found
        one, guarded = of_kind(found, CandidateKind.SAME_EVENT)
        await press(pilot, *"jj" * one, "a")
        assert selection(pilot).quote == found[one].claims[1]
        assert 'If one: o on its claims, event = "march"; then del.' in bar(pilot, "footer")
        await press(pilot, *"j" * (2 * guarded - 2 * one - 1))
        assert "Not to be taken for one" in pane_text(pilot, "timeline")
        await press(pilot, "a")
        assert "Not to be taken for one" in bar(pilot, "footer")


async def test_who_may_only_read_accepts_and_dismisses_nothing(every: Path):
    loaded = load_corpus(every)
    app = ReadOnlyTui(open_archive(loaded, None, 0, str(every)), commands=CommandList(COMMANDS, True))
    files = {it: it.read_bytes() for it in every.rglob("*.toml")}
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, *TO_CANDIDATES, "g")
        assert "accept" not in bar(pilot, "footer")
        for key in ("a", "r"):
            await press(pilot, key, "x", "enter", "escape")
    assert {it: it.read_bytes() for it in every.rglob("*.toml")} == files


def test_a_filter_leaves_what_is_about_its_events(archive: Archive):
    for text in ("has:conflict", "strand:strand-putin-and-xi", "putin-xi"):
        query = archive.read(text, archive.default)
        ctx = context_of(archive).of(Scene(AsOf(archive.default.day, query), viewed=Viewed("candidates")))
        claims = ctx.corpus.claims
        for candidate in ctx.candidates or ():
            events = [claims[name].event for name in candidate.claims]
            assert any(it is not None and ctx.reader.position_of(it) is not None for it in events)


@pytest.mark.parametrize("name", CORPORA)
@pytest.mark.parametrize("width", [29, 59, 79, 119, 199])
def test_it_holds_on_odd_corpora_at_every_width(name: str, width: int, tmp_path: Path):
    archive = open_archive(CORPORA[name]().load(tmp_path / "corpus"), None, today=739_000)
    ctx = context_of(archive, signs=ASCII)
    scene = Scene(archive.default, viewed=Viewed("candidates"))
    view = CandidatesView()
    lines = view.content(ctx.of(scene), width, 500, True)
    assert all(line.cells <= width for line in lines)
    targets = [line.target for line in lines if line.target is not None]
    assert targets == view.entries(ctx.of(scene))
    assert all(isinstance(it, ClaimTarget) for it in targets)


async def test_of_a_large_corpus_they_are_found_beside_the_screen(tmp_path: Path):
    large = load_corpus(write_corpus(tmp_path / "corpus", CLAIMS_AT_ONCE + 100))
    async with DprkTui(open_archive(large, None, today=0), UNICODE).run_test(size=(120, 40)) as pilot:
        await press(pilot, *TO_CANDIDATES)
        begun = "Looking for them" in pane_text(pilot, "timeline")
        # Keys are answered meanwhile.
        await press(pilot, "question_mark", "escape")
        await done(pilot)
        found = shown(pilot).candidates
        assert begun or found is not None
        assert found
        assert selection(pilot).quote in {name for it in found for name in it.claims}
        assert f" of {len(found)}" in pane_text(pilot, "timeline")
        await press(pilot, "comma", "1", "escape")
        assert main_screen(pilot)._work is None
        assert shown(pilot).working is None


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_how_it_looks(snap_compare, archive_at: Archives, size: tuple[int, int]):
    async def go(pilot) -> None:
        await press(pilot, *TO_CANDIDATES, "g", "j")

    assert snap_compare(DprkTui(archive_at(), UNICODE), run_before=go, terminal_size=size)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_how_origins_and_events_look(snap_compare, every: Path, size: tuple[int, int]):
    async def go(pilot) -> None:
        await press(pilot, *TO_CANDIDATES, "G")

    archive = open_archive(load_corpus(every), None, today=0)
    assert snap_compare(DprkTui(archive, UNICODE), run_before=go, terminal_size=size)


@pytest.mark.parametrize("height", [12, 20])
@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_reason_of_a_candidate_is_seen_whole_with_each_of_its_sentences(
    archive: Archive, width: int, height: int
):
    view = CandidatesView()
    ctx = context_of(archive).of(Scene(archive.default, viewed=Viewed("candidates", entry=0)))
    found = ctx.candidates or ()
    there_and_back = [*range(2 * len(found)), *reversed(range(2 * len(found)))]
    for entry in there_and_back:
        scene, chosen = view.reached(ctx, entry)
        ctx = ctx.of(replace(scene, selection=chosen))
        lines = [line.text.strip() for line in view.content(ctx, width, height, True)]
        told = wrap_text(reason(found[entry // 2], ctx.phrases), width - 1)
        at = lines.index(told[0])
        assert lines[at : at + len(told)] == told, (entry, lines)
