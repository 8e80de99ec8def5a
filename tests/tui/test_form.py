"""A form holds what a person has typed: only that is changed, and nothing but Esc gives it up."""

from pathlib import Path

import pytest
from textual.geometry import Offset

from tests.tui.curated import copied, curating, field_names, fill, form_of, go_to, rewritten
from tests.tui.driving import tell_size, text_of
from tests.tui.looking import bar, main_screen, press, settle
from tui.views.registry import keys_to
from tui.widgets.source import SourcePane

KJD = "sources/kjd-kim-unlikely.toml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copied(tmp_path)


async def test_walking_over_a_field_of_several_lines_changes_nothing(folder: Path):
    id = 'id = "kjd-delegation"\n'
    rewritten(folder, KJD, id, f'{id}note = """\nOne.\nTwo.\n"""\n')
    before = (folder / KJD).read_bytes()
    async with curating(folder) as pilot:
        await press(pilot, "i")
        await go_to(pilot, "tags")
        await press(pilot, *["up"] * 12)
        await press(pilot, "enter")
        assert "Nothing was changed." in bar(pilot, "footer")
        await press(pilot, "i")
        await fill(pilot, "todo", "look")
        await press(pilot, "enter")
        assert "Changed:" in bar(pilot, "footer")
    assert (folder / KJD).read_bytes().replace(b'todo = "look"\n', b"") == before


async def test_what_is_completed_is_written_as_it_is_offered(folder: Path):
    async with curating(folder) as pilot:
        await press(pilot, "3", "s", "right_parenthesis", "i")
        await fill(pilot, "speaker", "Somebody New")
        await fill(pilot, "said", "x")
        await press(pilot, "tab")
        passage = form_of(pilot)._values["said"]
        assert "\n" in passage
        assert passage in main_screen(pilot).now().corpus.texts["kjd-kim-unlikely"]
        await press(pilot, "up", "down")
        assert form_of(pilot)._values["said"] == passage


async def test_the_words_of_a_date_may_be_typed_before_it(folder: Path):
    async with curating(folder) as pilot:
        await press(pilot, "3", "s", "i")
        await fill(pilot, "words", "to 10")
        await fill(pilot, "date", "")
        await fill(pilot, "words", "")
        form = form_of(pilot)
        assert form._field_name == "words"
        before = dict(form._values)
        await press(pilot, *"May")
        assert form._values == {**before, "words": "May"}
        await press(pilot, "ctrl+u", "down")
        assert form._field_name == "basis"


async def test_clicks_and_sizes_never_discard_a_filled_form(folder: Path):
    async with curating(folder) as pilot:
        await press(pilot, "3", "s", "i")
        await fill(pilot, "note", "my own words")
        for _ in range(2):
            for pane in ("#timeline", "#detail", "#timeline"):
                await pilot.click(pane, offset=Offset(4, 0))
                await settle(pilot)
        for size in ((20, 5), (120, 40), (20, 5), (120, 40)):
            tell_size(pilot, *size)
            await settle(pilot)
        assert "my own words" in text_of(pilot)
        await press(pilot, *", more")
        assert form_of(pilot)._values["note"] == "my own words, more"
        await press(pilot, "escape", "escape")
        assert "Nothing was written." in bar(pilot, "footer")


async def test_a_form_in_which_nothing_was_typed_goes_with_a_click(folder: Path):
    async with curating(folder) as pilot:
        await press(pilot, "3", "s", "i")
        await pilot.click("#timeline", offset=Offset(4, 0))
        await settle(pilot)
        assert not main_screen(pilot)._asking.asks


LONG = "A delegation of the Supreme Assembly goes to Moscow"


async def test_what_is_long_has_the_line_and_what_it_means_the_one_above(folder: Path):
    async with curating(folder, 80, 24) as pilot:
        await press(pilot, "3", "s", "i")
        await fill(pilot, "event", LONG)
        rows = text_of(pilot).splitlines()
        assert any(LONG in row for row in rows)
        answer = next(it.answer for it in form_of(pilot).form_rows.fields if it.name == "event")
        assert answer.strip()
        assert any(answer in row for row in rows)
        await fill(pilot, "event", "short")
        assert any("short" in row and answer_of(pilot, "event") in row for row in text_of(pilot).splitlines())
        assert "ctrl-x e editor" in text_of(pilot)


async def test_a_short_value_leaves_its_room_to_what_it_means(folder: Path):
    async with curating(folder, 84, 24) as pilot:
        await press(pilot, "3", "s", "i")
        said, rows = answer_of(pilot, "speaker"), text_of(pilot).splitlines()
        assert len(said) > 34
        assert any(said in row and "kjd-several " in row for row in rows)


def answer_of(pilot, name: str) -> str:
    return next(it.answer for it in form_of(pilot).form_rows.fields if it.name == name)


async def test_what_is_typed_stands_on_the_row_of_its_field_though_rows_come_above(folder: Path):
    async with curating(folder) as pilot:
        await press(pilot, "3", "s", "i")
        await fill(pilot, "date", "2025-05")
        form = form_of(pilot)
        row = text_of(pilot).splitlines()
        assert any("date" in it and "2025-05" in it for it in row)
        assert form._values["words"] == "from May 7 to 10"
        await press(pilot, "down")
        assert form._field_name == "words"


async def test_a_question_mark_in_an_empty_field_shows_the_keys(folder: Path):
    async with curating(folder) as pilot:
        await press(pilot, "3", "s", "i")
        await fill(pilot, "note", "")
        await press(pilot, "question_mark")
        assert "ctrl-u empty the field" in text_of(pilot)
        assert form_of(pilot)._values["note"] == ""
        await press(pilot, "a", "question_mark")
        assert form_of(pilot)._values["note"] == "a?"


async def test_the_help_shows_all_that_is_marked_and_types_nothing(folder: Path):
    async with curating(folder) as pilot:
        await press(pilot, "3", "s", "i", "f1")
        shown = " ".join(line.split("╎")[-1].strip() for line in text_of(pilot).splitlines()[-16:])
        words = " ".join(form_of(pilot)._question.about.split())
        assert len(words) > 100
        assert words in " ".join(shown.split())
        await press(pilot, "a")
        assert "ctrl-u empty" not in text_of(pilot)
        assert form_of(pilot)._values["event"].endswith("a")


async def test_the_heading_shows_how_the_quote_begins_and_ends(folder: Path):
    async with curating(folder) as pilot:
        await press(pilot, "3", "s", "i")
        (heading,) = (it for it in text_of(pilot).splitlines() if "Claim:" in it)
        assert '"Multiple sources' in heading
        assert 'from May 7 to 10."' in heading


async def test_after_a_claim_one_begins_at_the_next_sentence_of_which_nothing_is_made(folder: Path):
    async with curating(folder) as pilot:
        await press(pilot, "3", "s", "i", "enter")
        assert "Written:" in bar(pilot, "footer")
        await press(pilot, "s")
        screen = main_screen(pilot)
        marked = screen.scene.marking
        if marked is not None:
            corpus = screen.now().corpus
            spans = [corpus.anchors.claims[it.id] for it in corpus.claims_in_source[marked.source]]
            lit = corpus.anchors.claims["kjd-delegation-7-10-may"]
            free = all(it.end <= marked.start or it.start >= marked.end for it in spans)
            assert free or (marked.start <= lit.start < marked.end)


async def test_a_language_that_is_none_is_refused_as_a_date_is(folder: Path):
    (folder / "sources/unread.txt").write_text("Kim visits Rason\n\nIt is said on September 14, 2026.\n")
    async with curating(folder) as pilot:
        await press(pilot, *keys_to("inbox"), "i")
        await fill(pilot, "language", "english!")
        await press(pilot, "enter")
        assert "Not written yet: language" in text_of(pilot)
        await fill(pilot, "language", "en")
        await fill(pilot, "published", "September 14, 2026")
        assert "14 September 2026" in answer_of(pilot, "published")


async def test_no_field_comes_or_goes_while_one_types(folder: Path):
    async with curating(folder, 80, 24) as pilot:
        await press(pilot, "3", "s", "i")
        there = field_names(pilot)
        assert len(there) == 25
        for name, words in [
            ("event", ""),
            ("event", "A new thing"),
            ("speaker", ""),
            ("speaker", "Somebody New > Another"),
            ("on", "2025-04-28"),
            ("date", ""),
            ("date", "=kjd-ties"),
            ("date", "2025-05-08"),
            ("basis", "external"),
            ("roles", "guest=A Third"),
        ]:
            await fill(pilot, name, words)
            assert field_names(pilot)[:25] == there, (name, words)
        new = [it for it in field_names(pilot)[25:] if it.startswith("is:")]
        assert new == ["is:Somebody New", "is:Another", "is:A Third"]


async def test_where_nothing_is_asked_for_nothing_is_typed_and_it_says_why(folder: Path):
    async with curating(folder, 80, 24) as pilot:
        await press(pilot, "3", "s", "i", "down")
        form = form_of(pilot)
        before = dict(form._values)
        assert form._field_name == "kind"
        for key in ("v", "tab", "backspace", "ctrl+u"):
            await press(pilot, key)
            assert "Nothing is asked for here: only of a new event." in text_of(pilot)
            assert form._values == before
        await press(pilot, "escape")
        assert not main_screen(pilot)._asking.asks


async def test_a_source_a_conflict_and_a_change_keep_their_fields_too(folder: Path):
    (folder / "sources/unread.txt").write_text("Kim visits Rason\n\nIt is said on September 14, 2026.\n")
    async with curating(folder, 80, 24) as pilot:
        await press(pilot, "i")
        there = field_names(pilot)
        for words in ("", "=kjd-ties", "2025-05-08"):
            await fill(pilot, "date", words)
            assert field_names(pilot) == there
        await press(pilot, "escape", "escape", "K", "right_square_bracket", "K")
        there = field_names(pilot)
        for words in ("gradient", "contradiction", "x"):
            await fill(pilot, "kind", words)
            assert field_names(pilot) == there
        await press(pilot, "escape", "escape", *keys_to("inbox"), "i")
        there = field_names(pilot)
        for name, words in (
            ("publisher", "A Paper With a Very Long Name of Its Own"),
            ("published", "2026-09-14"),
            ("published", "2026-09"),
        ):
            await fill(pilot, name, words)
            assert field_names(pilot) == there


async def test_what_is_typed_takes_the_place_of_what_was_only_suggested(folder: Path):
    async with curating(folder) as pilot:
        await press(pilot, "3", "s", "i")
        form = form_of(pilot)
        assert form._values["event"]
        await press(pilot, *"Envoy lands")
        assert form._values["event"] == "Envoy lands"
        await go_to(pilot, "status")
        assert form._values["status"] == "scheduled"
        await press(pilot, *"exp", "tab")
        assert form._values["status"] == "expected"
        # What was just completed goes on, and so does what somebody has typed, unless it is a word of those offered.
        await press(pilot, *"ly", "up", "down", *"!")
        assert form._values["status"] == "expectedly!"
        await go_to(pilot, "date")
        date = form._values["date"]
        await press(pilot, *"/..")
        assert form._values["date"] == f"{date}/.."
        await go_to(pilot, "roles")
        form._values["roles"] = "host=Russia"
        await press(pilot, "up", "down", *", guest=x")
        assert form._values["roles"] == "host=Russia, guest=x"
        await go_to(pilot, "id")
        id = form._values["id"]
        await press(pilot, "left", "right", "x")
        assert form._values["id"] == f"{id}x"
        await go_to(pilot, "note")
        await press(pilot, *"one", "up", "down", *"two")
        assert form._values["note"] == "onetwo"


async def test_in_what_is_there_already_a_letter_goes_on_but_for_a_word_that_is_offered(folder: Path):
    id = 'id = "kjd-delegation"\n'
    rewritten(folder, KJD, id, f'{id}note = "Look"\n')
    async with curating(folder) as pilot:
        await press(pilot, "i")
        await go_to(pilot, "note")
        await press(pilot, *"ed")
        assert form_of(pilot)._values["note"] == "Looked"
        await go_to(pilot, "status")
        await press(pilot, *"den", "tab")
        assert form_of(pilot)._values["status"] == "denied"


async def test_the_help_says_what_may_be_typed_in_each_field_of_a_claim(folder: Path):
    async with curating(folder, 80, 24) as pilot:
        await press(pilot, "3", "s", "i")
        for number, name in enumerate(field_names(pilot)):
            assert form_of(pilot)._field_name == name or form_of(pilot).form_rows.fields[number].off
            await press(pilot, "f1")
            label = form_of(pilot).form_rows.here.label.strip()
            assert f"\n {label}: " in text_of(pilot), name
            await press(pilot, "f1", "down")


@pytest.mark.parametrize(("width", "height"), [(120, 40), (80, 24)])
async def test_all_that_is_marked_is_in_sight_beside_its_form(folder: Path, width: int, height: int):
    async with curating(folder, width, height) as pilot:
        await press(pilot, "3", "s")
        source = main_screen(pilot).query_one(SourcePane)
        for by in ("j", *["k"] * 4):
            await press(pilot, by, "i")
            marked = main_screen(pilot).now().scene.marking
            assert marked is not None and source._reading is not None
            seen = source._seen(source.size.height - source.titled)
            page = source._reading.page
            first, last = page.row_of(marked.start), page.row_of(marked.end - 1)
            assert last in seen
            assert first in seen or len(seen) < last_of(page, first, last), (by, marked)
            await press(pilot, "escape")


def last_of(page, first, last) -> int:
    """How many rows there are from one to another."""
    return next(number + 1 for number in range(200) if page.moved(first, number) == last)


async def test_a_field_is_gone_to_by_the_letter_that_it_begins_with(folder: Path):
    async with curating(folder) as pilot:
        await press(pilot, "3", "s", "i")
        form = form_of(pilot)
        labels = [it.label.strip() for it in form.form_rows.fields]
        for letter in sorted({label[0] for label in labels}):
            wanted = [at for at, label in enumerate(labels) if label[0] == letter]
            reached = []
            for _ in wanted:
                await press(pilot, "ctrl+g", letter)
                reached.append(form.form_rows.at)
            assert sorted(reached) == wanted, letter
        here, values = form.form_rows.at, dict(form._values)
        await press(pilot, "ctrl+g")
        assert "To which field?" in text_of(pilot)
        await press(pilot, "q")
        assert "No field begins with q." in text_of(pilot)
        assert form.form_rows.at == here
        await press(pilot, "ctrl+g", "escape")
        assert form_of(pilot) is form
        assert form._values == values
