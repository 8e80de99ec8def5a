"""The first picture is the timeline, where Textual will draw it."""

import pyte
import pytest

from tests.readers import reader_of
from tests.tui.conftest import Archives, Opened, archive, archive_at, corpus, opened  # noqa: F401 - fixtures
from tests.tui.looking import pane_text
from tui.start.first_paint import picture
from tui.state.first import first_scene
from tui.text.phrases import Phrases
from tui.text.signs import UNICODE


@pytest.mark.parametrize(
    "size", [(60, 20), (60, 32), (80, 24), (80, 25), (80, 30), (99, 45), (120, 40), (160, 50), (30, 8)]
)
async def test_the_first_picture_is_the_timeline_that_textual_draws(
    archive_at: Archives,  # noqa: F811
    opened: Opened,  # noqa: F811
    size: tuple[int, int],
):
    width, height = size
    archive = archive_at()  # noqa: F811
    event = first_scene(archive, archive.default).selection.event
    screen = pyte.Screen(width, height)
    phrases = Phrases(archive.corpus, UNICODE, reader_of(archive).when.day)
    pyte.Stream(screen).feed(picture(reader_of(archive), phrases, event, "dark", width, height))
    async with opened(width, height) as pilot:
        timeline = pilot.app.screen.query_one("#timeline")
        drawn = [line.rstrip() for line in pane_text(pilot, "timeline").splitlines()]
        region = timeline.region
    painted = [row[region.x : region.right].rstrip() for row in screen.display[region.y : region.bottom]]
    assert painted == drawn
    outside = [row for y, row in enumerate(screen.display) if not region.y <= y < region.bottom]
    assert not "".join(outside).strip()
