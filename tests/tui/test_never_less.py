"""A wide screen never shows less than a narrow one: every view at every width, and what stands on a row of it."""

import re
from collections.abc import Iterator

import pytest

from model.dates.calendar import day_from_text
from model.index.archive import Archive, open_archive
from model.index.values import AsOf
from tests.handmade import corpus_of
from tests.tui.contexts import context_of
from tui.state.context import Context
from tui.state.layout import LEAST_WIDTH, Layout
from tui.state.scene import Scene, Search
from tui.text.signs import ASCII, UNICODE, Signs
from tui.views.registry import NAMES, new_views

WIDTHS = range(LEAST_WIDTH, 201)

# Names and titles so short that no width has to cut them: what goes, goes as a column.
SHORT = """
    entity    tass       organization
    entity    putin      person
    entity    kim        person
    entity    moscow     place
    event     visit      place=moscow
    event     talks
    event     march
    event     feast
    plan      2025-05-01  scheduled  CT+  2025-05-09  by=putin roles=host:putin,guest:kim
    denial    2025-05-03  denied     CT-  2025-05-09  by=tass roles=guest:kim
    rumour    2025-05-02  expected   PR+  2025-06-09  by=tass event=talks roles=host:putin,guest:kim
    firm      2025-05-04  confirmed  CT+  2025-06-09  by=putin event=talks
    seen      2025-05-03  occurred   CT+  2025-05-02  by=tass event=march
    doubted   2025-05-03  unconfirmed  Uu  2025-07-02  by=tass event=feast
    conflict  contradiction  plan,denial  preferred=denial  point=whether
    conflict  gradient  rumour,firm  point=how-many
"""

_MONTHS = frozenset(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])


@pytest.fixture(scope="module")
def short() -> Archive:
    return open_archive(corpus_of(SHORT), None, today=day_from_text("2025-06-01"))


def words(text: str) -> set[str]:
    """The words of a text; what an axis says of months depends on its scale."""
    return {word for word in re.findall(r"[a-z]{3,}", text.lower()) if word not in _MONTHS}


def pane_width(width: int, height: int, whole: bool) -> int:
    """The cells that the first pane has on a screen."""
    return Layout.of(width, height).first_pane(width, alone=whole)


def drawn(ctx: Context, name: str, width: int, height: int) -> Iterator[str]:
    """The rows of a view, in the pane that it has on a screen, which is as long as it has to be."""
    view = new_views()[name]
    room = pane_width(width, height, view.whole)
    for line in view.content(ctx, room, 400, roomy=height >= 30):
        yield line.text[:room]


def scene_of(archive: Archive) -> Scene:
    begun = context_of(archive).scene
    return Scene(AsOf(archive.default.day), begun.selection, sought=Search("visit"))


@pytest.mark.parametrize("height", [24, 40])
@pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])
@pytest.mark.parametrize("name", NAMES)
def test_no_word_goes_as_a_screen_gets_wider(short: Archive, name: str, signs: Signs, height: int):
    ctx = context_of(short, scene_of(short), signs)
    seen: set[str] = set()
    for width in WIDTHS:
        now = words(" ".join(drawn(ctx, name, width, height)))
        # A narrow row may cut a word in two; its beginning is not one that is gone.
        gone = {word for word in seen if not any(it.startswith(word) for it in now)}
        assert not gone, f"{name} at {width} cells no longer has {gone}"
        seen |= now


def test_a_row_of_the_timeline_has_its_word_and_who_says_it_from_the_narrowest_screen_on_that_has_them(
    archive: Archive,
):
    ctx = context_of(archive)
    for width in range(78, 201):
        text = "\n".join(drawn(ctx, "timeline", width, 40))
        assert "not expected" in text
        assert "JoongAng D." in text


def test_the_entities_have_their_bars_whole_wherever_they_have_them(archive: Archive):
    ctx = context_of(archive)
    for width in WIDTHS:
        head, first, *_ = drawn(ctx, "entities", width, 40)
        assert ("timeline" in head) == bool(re.search("[⠄⣀⣤⣶⣿]{12}", first))
        assert "timeline" in head or width < 56
