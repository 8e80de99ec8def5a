"""What a new corpus says first: all of it in every size, in ASCII where asked, and no key that would be refused."""

from dataclasses import replace
from pathlib import Path

import pytest

from model.corpus.load import load_corpus
from model.dates.calendar import day_from_text
from model.index.archive import Archive, open_archive
from tests.begun import left_of
from tests.odd.corpora import CORPORA, Folder
from tests.tui.contexts import context_of
from tests.tui.looking import bar
from tui.app import DprkTui
from tui.text.shown import cells
from tui.text.signs import ASCII, UNICODE, Signs
from tui.views.first_steps import first_steps
from tui.views.view import View

TODAY = day_from_text("2025-06-01")
SIZES = [(30, 3), (60, 8), (80, 10), (120, 20), (200, 40)]
"""Of the first pane, on screens from 30x8 on."""


def _begun() -> Folder:
    folder = CORPORA["no claim"]()
    folder.files["corpus.toml"] = folder.files["corpus.toml"].replace("format = 1", "format = 2")
    return folder.spoiled("[source]\n", "[source]\ndraft = true\n")


NEW = {
    "no source": CORPORA["no source"],
    "no claim": CORPORA["no claim"],
    "no day": CORPORA["no claim and no day"],
    "a draft": _begun,
}


def opened(folder: Folder, path: Path) -> Archive:
    files = {name: it.encode() for name, it in folder.files.items()}
    return open_archive(folder.load(path / "corpus"), None, today=TODAY, files=files)


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])
@pytest.mark.parametrize("new", NEW)
def test_the_first_words_fit_and_name_only_what_can_be_done(
    tmp_path: Path, new: str, signs: Signs, read_only: bool
):
    ctx = replace(context_of(opened(NEW[new](), tmp_path), signs=signs), read_only=read_only)
    whole = {"no source": "no source", "a draft": "say who printed it"}.get(new, "marks a sentence")
    assert isinstance(ctx.view, View)
    for width, height in SIZES:
        lines = [it.text.strip() for it in ctx.view.content(ctx, width, height, False)]
        said = " ".join(lines)
        assert len(lines) <= height, (width, height)
        assert max(map(cells, lines)) < width, (width, height)
        assert said in {" ".join(it.split()) for it in first_steps(ctx)}, (width, height)
        assert said.isascii() or not signs.ascii_only
        if read_only:
            assert (
                "marks" not in said and " i " not in f"{said} ".replace(".", " ") and "add-source" not in said
            )
        elif width > 30:
            assert whole in said


def test_once_something_is_claimed_they_are_gone(tmp_path: Path):
    folder = CORPORA["one of everything"]()
    assert first_steps(context_of(opened(folder, tmp_path))) == ()


@pytest.mark.parametrize("day", ["2025-05-10", "2025-05-19"])
def test_as_of_a_day_they_are_those_of_what_was_known(tmp_path: Path, day: str):
    folder = CORPORA["no claim"]().source("Another one.", name="later", published="2025-05-20")
    archive = opened(folder, tmp_path)
    when = replace(archive.default, day=day_from_text(day))
    known = replace(
        open_archive(left_of(load_corpus(tmp_path / "corpus"), when.day), None, today=TODAY),
        files=archive.files,
        default=when,
    )
    assert first_steps(context_of(replace(archive, default=when))) == first_steps(context_of(known)) != ()


@pytest.mark.parametrize("name", CORPORA)
async def test_the_footer_begins_with_keys_of_rows_where_there_are_rows(tmp_path: Path, name: str):
    archive = opened(CORPORA[name](), tmp_path)
    async with DprkTui(archive).run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        said = bar(pilot, "footer")
        known = archive.at(archive.default).counts.known
        assert ("other rows" in said) is ("the selected row" in said) is (known > 0)
        assert "keys and signs" in said
