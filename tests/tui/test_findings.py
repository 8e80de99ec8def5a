"""What is wrong with the corpus: said in the header, walked with a key, each leading to its record, file and line."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

import seeds
from model.asof.state import event_state
from model.corpus.findings import Finding
from model.corpus.load import load_corpus
from model.index.archive import Archive, open_archive
from tests.broken import WAYS, broken
from tests.odd.corpora import CORPORA, Folder, claim, event
from tests.tui.conftest import Opened
from tests.tui.looking import bar, focused, lit_text, main_screen, pane_text, press, selection
from tui.actions import panes
from tui.app import DprkTui
from tui.commands.command_list import CommandList
from tui.commands.every import COMMANDS
from tui.commands.keys import changed
from tui.text.target import CardTarget, ConflictTarget, EntityTarget, EventTarget, FindingTarget, SourceTarget
from tui.views.findings import NOTHING_FOUND

SHOW = "exclamation_mark"
TODAY = 20240
SIZES = [(160, 50), (120, 40), (80, 24), (60, 20), (40, 12), (30, 8)]


@asynccontextmanager
async def looking(archive: Archive, *size: int) -> AsyncIterator[Pilot[None]]:
    async with DprkTui(archive).run_test(size=(size[0], size[1])) as pilot:
        yield pilot


@pytest.fixture
def ten(tmp_path: Path) -> tuple[Archive, list[tuple[str, int]]]:
    """The bundled corpus with ten records broken, and where."""
    folder = tmp_path / "corpus"
    places = broken(folder)
    return open_archive(load_corpus(folder), None, TODAY, str(folder)), places


def warned(folder: Path) -> Archive:
    """One claim that stands, and an event of which none speaks."""
    it = Folder(events=event("e", "A zeppelin rises") + event("alone", "Nobody speaks of it"))
    it.source("A zeppelin rose", claim("c", "A zeppelin rose", 'event = "e"\n'))
    return open_archive(it.load(folder), None, TODAY, str(folder))


@pytest.mark.parametrize("size", SIZES)
async def test_the_header_says_how_many_errors_there_are_wherever_it_fits(
    ten: tuple[Archive, list[tuple[str, int]]], size: tuple[int, int]
):
    async with looking(ten[0], *size) as pilot:
        await press(pilot)
        said = bar(pilot, "header").strip()
        assert re.search(r"10 errors(?: left out)?: !$" if size[0] > 30 else r"10: !$", said), said
        assert "6 May 2025" in said


async def test_warnings_alone_are_counted_and_notes_are_not(tmp_path: Path):
    async with looking(warned(tmp_path / "corpus"), 120, 40) as pilot:
        await press(pilot)
        assert bar(pilot, "header").rstrip().endswith("2 warnings: !")
    corpus = load_corpus(tmp_path / "corpus")
    notes = tuple(replace(it, code="S016") for it in corpus.findings)
    async with looking(open_archive(replace(corpus, findings=notes), None, TODAY), 120, 40) as pilot:
        await press(pilot)
        assert "!" not in bar(pilot, "header")
        await press(pilot, SHOW)
        assert pane_text(pilot, "timeline").startswith(" Findings ")


async def test_a_sound_corpus_says_nothing_in_the_header_and_so_in_the_footer(opened: Opened):
    async with opened(120, 40) as pilot:
        assert "!" not in bar(pilot, "header")
        before = main_screen(pilot).scene
        await press(pilot, SHOW)
        assert bar(pilot, "footer").strip() == NOTHING_FOUND
        assert main_screen(pilot).scene == before


async def test_the_header_names_the_key_in_force(tmp_path: Path):
    commands = CommandList(changed(COMMANDS, {SHOW: ("f3",)}))
    app = DprkTui(warned(tmp_path / "corpus"), commands=commands)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        assert bar(pilot, "header").rstrip().endswith("2 warnings: f3")
        await press(pilot, "f3")
        assert pane_text(pilot, "timeline").startswith(" Findings ")


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_the_ten_broken_records_are_walked_each_with_its_file_and_line(
    ten: tuple[Archive, list[tuple[str, int]]], size: tuple[int, int], tmp_path: Path
):
    archive, places = ten
    errors = [it for it in archive.corpus.findings if it.severity == "error" and not it.follows]
    assert sorted((it.file, it.line) for it in errors) == sorted(places)
    async with looking(archive, *size) as pilot:
        await press(pilot, SHOW)
        said = set()
        for number, finding in enumerate(archive.corpus.findings):
            assert selection(pilot).card == FindingTarget(number)
            row = next(row for row in pane_text(pilot, "timeline").splitlines() if row.startswith("›"))
            assert row.startswith(f"›{finding.severity}")
            assert f":{finding.line} " in row
            await press(pilot, "enter")
            card = re.sub(r"\s", "", pane_text(pilot, "detail"))
            assert f"{tmp_path}/corpus/{finding.file}:{finding.line}:{finding.column}" in card
            if finding in errors:
                assert "leftoutuntilthatismended" in card
                said.add((finding.file, finding.line))
            await press(pilot, "escape", "j")
        assert said == {*places}
        assert len(said) == len(WAYS)


def test_the_rest_of_a_broken_corpus_is_what_it_is_in_a_sound_one(
    ten: tuple[Archive, list[tuple[str, int]]], archive: Archive
):
    left, whole, day = ten[0].corpus, archive.corpus, archive.default.day
    names = [
        it
        for it in left.events
        if left.claims_of_event.get(it) == whole.claims_of_event.get(it)
        and all(
            left.conflicts_of_claim.get(claim.id) == whole.conflicts_of_claim.get(claim.id)
            for claim in left.claims_of_event.get(it, ())
        )
    ]
    assert len(names) > len(whole.events) // 2
    for name in names:
        here, there = event_state(left, name, day), event_state(whole, name, day)
        assert (here is None) == (there is None)
        if here is not None and there is not None:
            assert (here.chosen.claim, here.word_at(day), here.date) == (
                there.chosen.claim,
                there.word_at(day),
                there.date,
            )


async def test_what_a_finding_is_about_is_followed_and_entered(ten: tuple[Archive, list[tuple[str, int]]]):
    archive, _ = ten
    number = next(
        n for n, it in enumerate(archive.corpus.findings) if (it.kind, it.code) == ("claim", "X002")
    )
    name = archive.corpus.findings[number].record
    async with looking(archive, 120, 40) as pilot:
        await press(pilot, SHOW, *"j" * number)
        quote = archive.corpus.claims[name].quote
        assert isinstance(quote, str)
        assert lit_text(pilot) == re.sub(r"\s", "", quote)
        await press(pilot, "enter", "enter")
        assert selection(pilot).card == EventTarget(str(archive.corpus.claims[name].event))
        assert selection(pilot).quote == name
        assert focused(pilot) == "detail"
        await press(pilot, "escape", "escape", "j")
        assert selection(pilot).card == FindingTarget(number + 1)


async def test_the_findings_are_left_to_where_one_was(ten: tuple[Archive, list[tuple[str, int]]]):
    async with looking(ten[0], 120, 40) as pilot:
        await press(pilot, "v", "j", "enter")
        before = main_screen(pilot).scene
        for leave in (SHOW, "escape"):
            await press(pilot, SHOW, "j", "j", leave)
            now = main_screen(pilot).scene
            assert (now.selection, now.viewed.name, now.stance) == (
                before.selection,
                before.viewed.name,
                before.stance,
            )
        await press(pilot, SHOW, "enter", SHOW)
        assert main_screen(pilot).scene.viewed.name == before.viewed.name
        await press(pilot, SHOW, "1", SHOW)
        assert main_screen(pilot).scene.viewed.name == "timeline"


async def test_one_does_not_walk_into_the_findings_with_the_other_views(tmp_path: Path):
    async with looking(warned(tmp_path / "corpus"), 120, 40) as pilot:
        for _ in range(12):
            await press(pilot, "v")
            assert main_screen(pilot).scene.viewed.name != "findings"


async def test_a_finding_stays_selected_on_another_day(ten: tuple[Archive, list[tuple[str, int]]]):
    async with looking(ten[0], 120, 40) as pilot:
        await press(pilot, SHOW)
        findings, known = ten[0].corpus.findings, ten[0].known(ten[0].steps[0].day).claims
        for finding in findings:
            if finding.record in ten[0].corpus.claims and finding.record not in known:
                break
            await press(pilot, "j")
        card = selection(pilot).card
        await press(pilot, "comma", "comma", "comma")
        assert selection(pilot).card == card
        assert selection(pilot).quote is None
        assert "nothing was known yet" in re.sub(r"\s+", " ", pane_text(pilot, "detail").replace("\n", " "))
        await press(pilot, "full_stop", "full_stop", "full_stop")
        assert isinstance(card, FindingTarget)
        assert selection(pilot).quote == ten[0].corpus.findings[card.finding].record


async def test_what_a_file_says_is_safe_to_show(tmp_path: Path):
    it = CORPORA["one of everything"]()
    it.files["sources/s.toml"] += 'evil = "\\u001b[31m\\u202e"\n[["\\u001b]0;x\\u0007"]]\nid = 1\n'
    archive = open_archive(it.load(tmp_path / "corpus"), None, TODAY, str(tmp_path / "\x1b[31m"))
    async with looking(archive, 120, 40) as pilot:
        await press(pilot, SHOW, "enter")
        shown = pane_text(pilot, "timeline") + pane_text(pilot, "detail")
        assert archive.corpus.findings
        assert all(character.isprintable() or character == "\n" for character in shown)


@pytest.mark.parametrize("kind", ["event", "entity", "source", "conflict"])
async def test_a_card_says_what_is_warned_of_in_what_it_shows_and_leads_there(kind: str, opened: Opened):
    corpus = load_corpus(Path(seeds.__file__).parent)
    claim = next(it for it in corpus.claims.values() if it.event == "delegation-7-10-may")
    records: dict[str, tuple[str, str, CardTarget]] = {
        "event": ("claim", claim.id, EventTarget("delegation-7-10-may")),
        "entity": ("entity", "kim-jong-un", EntityTarget("kim-jong-un")),
        "source": ("source", claim.source, SourceTarget(claim.source)),
        "conflict": ("conflict", "who-represents", ConflictTarget("who-represents")),
    }
    about, name, target = records[kind]
    finding = Finding("a.toml", 3, 1, "", "something \u202e odd", "M006", about, name)
    archive = open_archive(replace(corpus, findings=(finding,)), None, TODAY)
    async with looking(archive, 120, 40) as pilot:
        await press(pilot)
        context = main_screen(pilot).context
        assert context is not None
        main_screen(pilot).answer(lambda: panes.choose(context, target))
        await press(pilot, "2", "z")
        await press(pilot, "G")
        assert "›warning  M006 something <U+202E> odd" in pane_text(pilot, "detail")
        await press(pilot, "enter")
        assert selection(pilot).card == FindingTarget(0)
        await press(pilot, "escape")
        assert selection(pilot).card == target


async def test_a_card_without_warnings_says_nothing_of_any(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "2", "z")
        assert "warning" not in pane_text(pilot, "detail")
