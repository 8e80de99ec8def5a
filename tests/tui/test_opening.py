"""What `o` opens, said as the command to type: nobody has set an editor."""

import tomllib
from pathlib import Path

import pytest

from model.corpus.load import load_corpus
from tests.tui.curated import copied, curating, fill, read_anew, rewritten
from tests.tui.driving import text_of
from tests.tui.looking import bar, main_screen, press, selection
from tui.actions import panes
from tui.text.target import EventTarget, SourceTarget
from tui.views.registry import keys_to

KJD = "sources/kjd-kim-unlikely.toml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copied(tmp_path)


@pytest.fixture(autouse=True)
def no_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("EDITOR", "VISUAL"):
        monkeypatch.delenv(name, raising=False)


async def test_a_draft_is_opened_and_no_other_claim(folder: Path):
    async with curating(folder, 240) as pilot:
        await press(pilot, "3", "s", "i")
        await fill(pilot, "id", "kjd-ties")
        await press(pilot, "ctrl+x", "e")
        lines = (folder / KJD).read_text("utf-8").splitlines()
        line = lines.index('id = "kjd-delegation-7-10-may"')
        assert "draft = true" in lines[line : line + 12]
        assert f"+{line} " in bar(pilot, "footer")
        assert selection(pilot).quote != "kjd-ties"
        place, card = selection(pilot).place, selection(pilot).card
        assert place is not None
        assert place.lit
        assert (place.source, card) == ("kjd-kim-unlikely", EventTarget("delegation-7-10-may"))


async def test_what_was_typed_of_a_new_event_is_in_the_files(folder: Path):
    async with curating(folder, 240) as pilot:
        await press(pilot, "3", "s", "i")
        await fill(pilot, "event", "Envoys land in Moscow")
        await fill(pilot, "kind", "")
        await fill(pilot, "speaker", "A pilot of the flight")
        await fill(pilot, "is:A pilot of the flight", "pilot")
        await press(pilot, "ctrl+x", "e")
        rows = {it: tomllib.loads((folder / it).read_text("utf-8")) for it in ("events.toml", KJD)}
        event = rows["events.toml"]["event"][-1]
        assert (event["title"], event["draft"]) == ("Envoys land in Moscow", True)
        (claim,) = [it for it in rows[KJD]["claim"] if it.get("event") == event["id"]]
        assert "A pilot of the flight is: pilot" in claim["todo"]
        assert selection(pilot).card == EventTarget("envoys-land-in-moscow")
        assert not load_corpus(folder).errors


async def test_of_a_text_without_records_nothing_is_asked_but_what_it_is(folder: Path):
    (folder / "sources/bare.txt").write_text("A text that nobody has read. It has two sentences.\n")
    async with curating(folder, 240) as pilot:
        await press(pilot, *keys_to("sources"))
        while selection(pilot).card != SourceTarget("bare"):
            before = selection(pilot).card
            await press(pilot, "j")
            assert selection(pilot).card != before
        await press(pilot, "3", "s", "w")
        for key in ("i", "L", "F"):
            await press(pilot, key)
            assert "say first what sources/bare.txt is, on its card" in bar(pilot, "footer")
            assert not main_screen(pilot)._asking.asks
        await press(pilot, "escape", "o")
        assert "+1 " in bar(pilot, "footer")
        assert "sources/bare.txt" in bar(pilot, "footer")
        await press(pilot, "2", "o")
        assert "sources/bare.txt" in bar(pilot, "footer")


async def test_what_is_only_begun_is_opened_too(folder: Path):
    with (folder / "events.toml").open("a") as file:
        file.write('\n[[event]]\nid = "begun"\ntype = "visit"\ntitle = "Only begun"\ndraft = true\n')
    with (folder / KJD).open("a") as file:
        quote = "Multiple sources familiar with North Korean affairs told"
        file.write(f'\n[[claim]]\nid = "kjd-begun"\nevent = "begun"\nquote = "{quote}"\ndraft = true\n')
    async with curating(folder, 240) as pilot:
        main_screen(pilot).answer(lambda: panes.choose(main_screen(pilot).now(), EventTarget("begun")))
        await press(pilot, "1", "o")
        assert "the event: Only begun" in text_of(pilot)
        assert quote in text_of(pilot)
        await press(pilot, "enter")
        assert "events.toml" in bar(pilot, "footer")


async def test_a_finding_is_opened_while_the_mark_of_the_folder_is_broken(folder: Path):
    async with curating(folder, 240) as pilot:
        rewritten(folder, "corpus.toml", "format = ", "format = 9")
        await read_anew(pilot)
        await press(pilot, "exclamation_mark", "o")
        assert "corpus.toml" in bar(pilot, "footer")
        assert "In another terminal" in bar(pilot, "footer")
        await press(pilot, "escape", "3", "s", "i")
        assert "Mend first what is broken" in bar(pilot, "footer")
