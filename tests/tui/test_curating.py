"""Curating on the screen: what is written is what was meant, and it is seen at once."""

import difflib
import hashlib
import tomllib
from pathlib import Path
from typing import Any

import pytest

from model.corpus.load import load_corpus
from model.curate.renaming import renamed
from model.curate.saving import save
from tests.tui.curated import (
    archive_of,
    copied,
    curating,
    field_names,
    fill,
    form_of,
    go_to,
    read_anew,
)
from tests.tui.driving import text_of
from tests.tui.looking import bar, main_screen, pane_text, press, selection, settle
from tui.state.scene import LastEntry
from tui.text.target import SourceTarget
from tui.views.registry import keys_to

KJD = "sources/kjd-kim-unlikely.toml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copied(tmp_path)


def lines_added(before: bytes, after: bytes) -> list[str]:
    """The lines that came; fails where one went."""
    found = [*difflib.ndiff(before.decode().splitlines(), after.decode().splitlines())]
    assert not [line for line in found if line.startswith("-")]
    return [line[2:] for line in found if line.startswith("+")]


def claim(folder: Path, id: str) -> dict[str, Any]:
    rows = tomllib.loads((folder / KJD).read_text("utf-8"))["claim"]
    return next(row for row in rows if row["id"] == id)


async def test_a_claim_in_three_keys(folder: Path):
    before = (folder / KJD).read_bytes()
    async with curating(folder) as pilot:
        await press(pilot, "3", "s", "i")
        form = text_of(pilot)
        for words in (
            "North Korean delegation in Russia",
            "2025-05-07/2025-05-10",
            "from May 7 to 10",
            "kjd-several",
        ):
            assert words in form
        await press(pilot, "enter")
        assert "Written: kjd-delegation-7-10-may." in bar(pilot, "footer")
        assert selection(pilot).quote == "kjd-delegation-7-10-may"
        assert main_screen(pilot).scene.marking is None
    added = lines_added(before, (folder / KJD).read_bytes())
    assert "[[claim]]" in added
    assert len(added) == 11
    written = claim(folder, "kjd-delegation-7-10-may")
    assert written["date"]["basis"] == "explicit-partial"
    assert (written["status"], written["factuality"], written["hedge"]) == ("scheduled", "CT+", "preparing")
    assert not load_corpus(folder).errors


async def test_a_new_event_and_a_name_that_nobody_has(folder: Path):
    async with curating(folder) as pilot:
        await press(pilot, "3", "s", "i", "ctrl+u", *"A new thing", "down", *"visit")
        assert "a new event" in text_of(pilot)
        names = [it.name for it in form_of(pilot).form_rows.fields]
        await press(pilot, *["down"] * (names.index("roles") - 1), "ctrl+u", *"guest=Somebody New")
        await go_to(pilot, "is:Somebody New")
        assert "new: somebody-new" in text_of(pilot)
        await press(pilot, "enter")
        assert "Written: kjd-a-new-thing." in bar(pilot, "footer")
        assert "A new thing" in pane_text(pilot, "timeline")
    corpus = load_corpus(folder)
    assert not corpus.errors
    assert corpus.events["a-new-thing"].type.endswith("visit")
    assert corpus.entities["somebody-new"].type == "person"
    assert corpus.claims["kjd-a-new-thing"].roles == {"guest": "somebody-new"}


async def test_what_is_wrong_is_said_and_nothing_is_written(folder: Path):
    before = (folder / KJD).read_bytes()
    async with curating(folder) as pilot:
        await press(pilot, "3", "s", "i", *["down"] * 4, "ctrl+u", *"expectd", "enter")
        assert "Not written yet: status: one of occurred" in text_of(pilot)
        await press(pilot, "escape")
        assert "Esc again discards" in text_of(pilot)
        await press(pilot, "escape")
        assert "Nothing was written." in bar(pilot, "footer")
    assert (folder / KJD).read_bytes() == before


async def test_tab_writes_what_may_stand_in_a_field(folder: Path):
    async with curating(folder) as pilot:
        await press(pilot, "3", "s", "i", "ctrl+u", *"xi jin", "tab")
        assert "Xi Jinping's state visit to Russia" in text_of(pilot)


async def test_a_file_that_has_changed_meanwhile_is_not_overwritten(folder: Path):
    async with curating(folder) as pilot:
        await press(pilot, "3", "s", "i")
        (folder / KJD).write_bytes((folder / KJD).read_bytes() + b"\n# somebody else was here\n")
        await press(pilot, "enter")
        assert "Not written:" in text_of(pilot)
        assert "changed it meanwhile" in text_of(pilot)
    assert (folder / KJD).read_bytes().endswith(b"# somebody else was here\n")


async def test_what_was_written_is_taken_back_one_after_the_other(folder: Path):
    before = (folder / KJD).read_bytes()
    async with curating(folder) as pilot:
        await press(pilot, "3", "s", "i", "enter")
        first = (folder / KJD).read_bytes()
        for word in ("dated elsewhere", "twice"):
            await press(pilot, "s", "w", "L", *word, "enter")
            assert "Written." in bar(pilot, "footer")
        await press(pilot, "Z")
        assert f"Taken back: {KJD} as before. Z takes back one more." in bar(pilot, "footer")
        await press(pilot, "Z")
        assert (folder / KJD).read_bytes() == first
        await press(pilot, "s", "w", "L", *"repeats", "enter", "Z", "Z")
        assert bar(pilot, "footer").rstrip().endswith(f"Taken back: {KJD} as before.")
        assert (folder / KJD).read_bytes() == before
        await press(pilot, "Z")
        assert "nothing is left to be taken back" in bar(pilot, "footer")


@pytest.mark.parametrize("keys", [["i", "enter"], ["w", "L", *"dated elsewhere", "enter"]], ids=["i", "L"])
async def test_what_is_taken_back_leaves_its_words_marked(folder: Path, keys: list[str]):
    async with curating(folder) as pilot:
        await press(pilot, "3", "s", "j", "j", "w")
        marked = main_screen(pilot).scene.marking
        assert marked is not None
        await press(pilot, "s", *keys)
        assert "Written" in bar(pilot, "footer")
        assert main_screen(pilot).scene.marking is None
        await press(pilot, "Z")
        assert "Taken back" in bar(pilot, "footer")
        assert main_screen(pilot).scene.marking == marked
        await press(pilot, "i")
        assert (
            form_of(pilot)._question.about
            == main_screen(pilot).now().corpus.texts[marked.source][marked.start : marked.end]
        )


async def test_what_a_claim_rests_on_is_no_furniture(folder: Path):
    async with curating(folder) as pilot:
        written = (folder / KJD).read_bytes()
        await press(pilot, "3", "s", "w", "F")
        assert "rests on these words" in bar(pilot, "footer")
        assert (folder / KJD).read_bytes() == written


async def test_what_somebody_else_has_changed_since_is_not_taken_back(folder: Path):
    async with curating(folder) as pilot:
        await press(pilot, "3", "s", "i", "enter")
        changed = (folder / KJD).read_bytes() + b"\n# somebody else was here\n"
        (folder / KJD).write_bytes(changed)
        await press(pilot, "Z")
        assert "Not taken back:" in bar(pilot, "footer")
        assert (folder / KJD).read_bytes() == changed


async def test_a_field_is_changed_in_place(folder: Path):
    before = (folder / KJD).read_bytes()
    async with curating(folder) as pilot:
        await press(pilot, "i")
        names = [it.name for it in form_of(pilot).form_rows.fields]
        await press(pilot, *["down"] * names.index("todo"), *"look again", "enter")
        assert "Changed:" in bar(pilot, "footer")
    assert lines_added(before, (folder / KJD).read_bytes()) == ['todo = "look again"']


async def test_two_claims_are_set_against_each_other(folder: Path):
    async with curating(folder) as pilot:
        first = selection(pilot).quote
        await press(pilot, "K")
        assert "light another claim, then K again" in bar(pilot, "footer")
        await press(pilot, "right_square_bracket")
        second = selection(pilot).quote
        await press(pilot, "K")
        form = form_of(pilot)
        for name, words in (("first", "this"), ("second", "that"), ("reason", "They differ.")):
            at = [it.name for it in form.form_rows.fields].index(name)
            await press(pilot, *["up"] * 12, *["down"] * at, "ctrl+u", *words)
        await press(pilot, "enter")
        assert "Written:" in bar(pilot, "footer")
    corpus = load_corpus(folder)
    assert not corpus.errors
    found = next(it for it in corpus.conflicts.values() if it.reason == "They differ.")
    assert set(found.claims) == {first, second}


async def test_what_hangs_on_it_is_listed_before_it_goes(folder: Path):
    async with curating(folder) as pilot:
        await press(pilot, "3", "delete")
        assert "Type yes." in text_of(pilot)
        await press(pilot, *"no", "enter")
        await press(pilot, "escape")
        assert "Nothing was deleted." in bar(pilot, "footer")
        gone = selection(pilot).quote
        await press(pilot, "delete", *"yes", "enter")
        assert f'The claim "{gone}" is deleted.' in bar(pilot, "footer")
    corpus = load_corpus(folder)
    assert gone not in corpus.claims
    assert not corpus.errors


@pytest.mark.parametrize(
    ("key", "typed", "table"), [("L", "no news", "left_out"), ("F", "menu", "furniture")]
)
async def test_what_is_no_claim_is_named_in_two_keys(folder: Path, key: str, typed: str, table: str):
    before = len(tomllib.loads((folder / KJD).read_text("utf-8"))[table])
    async with curating(folder) as pilot:
        # On the eleventh sentence from here no claim rests: only such is furniture.
        await press(pilot, "3", "s", *["j"] * 11, "w", key, *typed, "enter")
        assert "Written." in bar(pilot, "footer")
    assert len(tomllib.loads((folder / KJD).read_text("utf-8"))[table]) == before + 1
    assert not load_corpus(folder).errors


async def test_who_may_only_read_writes_nothing(folder: Path):
    from tui.app import ReadOnlyTui

    before = {it: it.read_bytes() for it in folder.rglob("*.toml")}
    async with ReadOnlyTui(archive_of(folder)).run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        for key in ("i", "K", "delete", "Z", "o"):
            await press(pilot, "3", "s", "w", key, "escape", "escape", "escape")
            assert not main_screen(pilot)._asking.asks
    assert {it: it.read_bytes() for it in folder.rglob("*.toml")} == before


async def test_the_same_again_offers_nobody_who_was_taken_back(folder: Path):
    async with curating(folder) as pilot:
        await press(pilot, "3", "s", "i")
        await fill(pilot, "speaker", "Somebody New")
        await fill(pilot, "said", "Multiple sources familiar with North Korean affairs told")
        await fill(pilot, "how", "told")
        await press(pilot, "enter")
        assert "Written:" in bar(pilot, "footer")
        entered = main_screen(pilot).scene.entered
        assert entered is not None
        assert entered.speaker in main_screen(pilot).now().archive.whole.statements
        await press(pilot, "Z")
        assert main_screen(pilot).scene.entered is None
        await press(pilot, "s", "I")
        assert form_of(pilot)._values["speaker"] != entered.speaker
        assert not [it for it in field_names(pilot) if it.startswith("is:")]


async def test_the_same_again_after_a_statement_was_renamed(folder: Path):
    async with curating(folder) as pilot:
        await press(pilot, "3", "s", "i", "enter")
        assert main_screen(pilot).scene.entered == LastEntry(
            "North Korean delegation in Russia", "kjd-several", "kjd-delegation-7-10-may"
        )
        save(folder, renamed(folder, "statement", "kjd-several", "kjd-some"))
        await read_anew(pilot)
        await press(pilot, "s", "I")
        assert form_of(pilot)._values["speaker"] == ""


async def test_nothing_is_deleted_where_that_would_bring_an_error(folder: Path):
    async with curating(folder) as pilot:
        await press(pilot, *keys_to("sources"), "g", "delete", *"yes")
        assert selection(pilot).card == SourceTarget("kjd-kim-unlikely")
        # Somebody wrote of one of its claims meanwhile, in a file that the deletion does not touch.
        (folder / "sources/new.txt").write_bytes(b"New words.")
        (folder / "sources/new.toml").write_text(
            f'[source]\ntitle = "T"\npublisher = "ap"\nlanguage = "en"\npublished = {{ basis = "none" }}\n'
            f'sha256 = "{hashlib.sha256(b"New words.").hexdigest()}"\n\n[[claim]]\nid = "new-claim"\nevent = "ties"\n'
            'quote = "New words."\nstatus = "ongoing"\nfactuality = "CT+"\nexplains = ["kjd-ties"]\n'
        )
        assert not load_corpus(folder).errors
        after = {it: it.read_bytes() for it in folder.rglob("*") if it.is_file()}
        await press(pilot, "enter")
        assert "Not deleted: " in bar(pilot, "footer")
        assert {it: it.read_bytes() for it in folder.rglob("*") if it.is_file()} == after
