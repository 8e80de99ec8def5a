"""Files change while a form asks: that is said, nothing is overwritten, and nothing that was typed is lost."""

import tomllib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from model.corpus.load import load_corpus
from model.curate.changes import Changes
from model.curate.deletion import deletion_of
from model.curate.renaming import renamed
from model.curate.saving import save
from tests.tui.curated import copied, curating, fill, form_of, read_anew, rewritten
from tests.tui.driving import text_of
from tests.tui.looking import bar, main_screen, press, selection

SOURCE = "kjd-kim-unlikely"
KJD, TEXT = f"sources/{SOURCE}.toml", f"sources/{SOURCE}.txt"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copied(tmp_path)


async def a_new_claim(pilot: Pilot[None]) -> None:
    await press(pilot, "3", "s", "i")
    await fill(pilot, "note", "my own words")


async def a_change(pilot: Pilot[None]) -> None:
    await press(pilot, "i")
    await fill(pilot, "note", "my own words")


async def a_source(pilot: Pilot[None]) -> None:
    await press(pilot, "2")
    assert selection(pilot).card is not None
    main_screen(pilot).answer(lambda: _source_form(pilot))
    await press(pilot)
    await fill(pilot, "note", "my own words")


async def a_conflict(pilot: Pilot[None]) -> None:
    await press(pilot, "K", "right_square_bracket", "K")
    await fill(pilot, "reason", "my own words")


def _source_form(pilot: Pilot[None]):
    from tui.actions.change import _source_form as form

    return form(main_screen(pilot).now(), SOURCE)


@asynccontextmanager
async def filled(folder: Path, begin: Callable[[Pilot[None]], object]) -> AsyncIterator[Pilot[None]]:
    async with curating(folder) as pilot:
        await begin(pilot)  # type: ignore[misc]
        yield pilot


def everything(folder: Path) -> dict[Path, bytes]:
    return {it: it.read_bytes() for it in folder.rglob("*") if it.is_file()}


def lit_is_deleted(folder: Path) -> Changes:
    return deletion_of(folder, "claim", "kjd-delegation").changes


def lit_is_renamed(folder: Path) -> Changes:
    return renamed(folder, "claim", "kjd-delegation", "kjd-else")


def source_is_deleted(folder: Path) -> Changes:
    return deletion_of(folder, "source", SOURCE).changes


GONE = {
    "a claim deleted under its change": (
        a_change,
        lit_is_deleted,
        'the claim "kjd-delegation" is no longer there',
    ),
    "a claim renamed under its change": (
        a_change,
        lit_is_renamed,
        'the claim "kjd-delegation" is no longer there',
    ),
    "a source deleted under its form": (
        a_source,
        source_is_deleted,
        f'the source "{SOURCE}" is no longer there',
    ),
    "a source deleted under a new claim": (a_new_claim, source_is_deleted, "the text has changed meanwhile"),
    "a claim deleted under a conflict": (
        a_conflict,
        lit_is_deleted,
        'the claim "kjd-delegation" is no longer there',
    ),
}


@pytest.mark.parametrize(("begin", "change", "said"), GONE.values(), ids=GONE)
async def test_what_a_form_is_of_may_go(folder: Path, begin, change: Callable[[Path], Changes], said: str):
    async with filled(folder, begin) as pilot:
        save(folder, change(folder))
        after = everything(folder)
        await read_anew(pilot)
        await press(pilot, "enter")
        assert f"Not written: {said}" in text_of(pilot)
        assert "my own words" in form_of(pilot)._values.values()
        await press(pilot, "enter")
        assert f"Not written: {said}" in text_of(pilot), "and again"
        await press(pilot, "escape")
        assert "Esc again discards" in text_of(pilot), "it is filled, though it was given back"
        await press(pilot, "escape")
    assert everything(folder) == after


@pytest.mark.parametrize("begin", [a_new_claim, a_change, a_source, a_conflict])
async def test_while_something_is_broken_every_form_is_given_back(folder: Path, begin):
    sound = everything(folder)
    async with filled(folder, begin) as pilot:
        rewritten(folder, "events.toml", "[[event]]", "[[event")
        broken = everything(folder)
        await read_anew(pilot)
        await press(pilot, "enter")
        assert "Not written: Mend first what is broken" in text_of(pilot)
        assert "my own words" in form_of(pilot)._values.values()
        assert everything(folder) == broken
        for file, data in sound.items():
            file.write_bytes(data)
        await press(pilot, "escape", "escape")
        await read_anew(pilot)
        assert not main_screen(pilot)._asking.asks


async def test_a_renamed_statement_is_not_taken_for_a_new_speaker(folder: Path):
    async with filled(folder, a_new_claim) as pilot:
        save(folder, renamed(folder, "statement", "kjd-several", "kjd-some"))
        after = everything(folder)
        await read_anew(pilot)
        await press(pilot, "enter")
        assert "Not written: the files have changed" in text_of(pilot)
        assert everything(folder) == after
        await press(pilot, "enter")
        assert "Not written yet: attributed by" in text_of(pilot)
        await fill(pilot, "speaker", "kjd-some")
        await press(pilot, "enter")
        assert "Written:" in bar(pilot, "footer")
    corpus = load_corpus(folder)
    assert not corpus.errors
    assert corpus.claims["kjd-delegation-7-10-may"].note == "my own words"


async def test_an_event_with_another_title_by_now_is_not_written_a_second_time(folder: Path):
    async with filled(folder, a_new_claim) as pilot:
        title = form_of(pilot)._values["event"]
        rewritten(folder, "events.toml", f'"{title}"', '"A visit"')
        await read_anew(pilot)
        await press(pilot, "enter")
        assert "Not written: the files have changed" in text_of(pilot)
        await fill(pilot, "event", "A visit")
        await press(pilot, "enter")
        assert "Written:" in bar(pilot, "footer")
    assert title not in {it.title for it in load_corpus(folder).events.values()}


async def test_what_somebody_else_has_changed_stays_changed(folder: Path):
    id = 'id = "kjd-delegation"\n'
    async with filled(folder, a_change) as pilot:
        rewritten(folder, KJD, id, f'{id}todo = "theirs"\n')
        await read_anew(pilot)
        await press(pilot, "enter")
        assert "Not written: somebody else has changed it" in text_of(pilot)
        assert form_of(pilot)._values["todo"] == "theirs"
        await press(pilot, "enter")
        assert "Changed:" in bar(pilot, "footer")
    rows = tomllib.loads((folder / KJD).read_text("utf-8"))["claim"]
    row = next(it for it in rows if it["id"] == "kjd-delegation")
    assert (row["todo"], row["note"]) == ("theirs", "my own words")


UNCLAIMED = ["j"] * 11
"""The way to a sentence on which no claim rests: only such is furniture."""


@pytest.mark.parametrize("key", ["L", "F"])
async def test_no_other_words_are_set_aside_than_were_marked(folder: Path, key: str):
    async with curating(folder) as pilot:
        await press(pilot, "3", "s", *UNCLAIMED, "w", key, *"menu")
        rewritten(folder, TEXT, "\nInstead,", "\n\nInstead,")
        await read_anew(pilot)
        after = everything(folder)
        await press(pilot, "enter")
        assert "Not written: the text has changed meanwhile; mark its words again" in bar(pilot, "footer")
    assert everything(folder) == after


@pytest.mark.parametrize("key", ["L", "F"])
async def test_a_reason_is_asked_again_while_something_is_broken(folder: Path, key: str):
    async with curating(folder) as pilot:
        await press(pilot, "3", "s", *UNCLAIMED, "w", key, *"menu")
        rewritten(folder, "events.toml", "[[event]]", "[[event")
        await read_anew(pilot)
        await press(pilot, "enter")
        assert main_screen(pilot)._asking.asks
        assert "menu" in text_of(pilot)
        await press(pilot, "escape")
        assert "Written" not in text_of(pilot)


async def test_a_deletion_is_asked_again_when_something_is_broken_by_then(folder: Path):
    async with curating(folder) as pilot:
        await press(pilot, "3", "delete", *"yes")
        rewritten(folder, "events.toml", "[[event]]", "[[event")
        after = everything(folder)
        await read_anew(pilot)
        await press(pilot, "enter")
        assert "Not deleted: Mend first what is broken" in bar(pilot, "footer")
    assert everything(folder) == after
