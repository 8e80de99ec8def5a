"""In a real browser: three panes at 120x40, moved, searched in Korean, copied, pasted, lost and found again."""

from asyncio import gather
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.odd.corpora import CORPORA
from tests.serve.chromium import Tab, tab
from tests.serve.line import line_to
from tests.serve.visitor import ROOT, server
from tui.serve.answers import WRONG_TOKEN
from tui.serve.session import LEFT

pytestmark = pytest.mark.xdist_group("browser")

CELLS = "document.querySelector('.xterm-screen').getBoundingClientRect()"

CELL = 11
"""Pixels, somewhat more than a cell is wide."""


async def opened(page: Tab, address: str) -> None:
    """Open an address, and wait for the timeline at 120x40."""
    await page.size(1200, 800)
    await page.go(address)
    await page.until_shown("of 53")
    await page.fit(120, 40)
    await page.until_shown("rests")


async def test_three_panes_are_moved_searched_and_copied_as_in_a_terminal(browser: str):
    with server() as running:
        async with tab(browser) as page:
            await opened(page, running.address())
            lines = page.screen.display
            assert lines[0].startswith(" Victory Day 2025")
            assert lines[0].rstrip().endswith("conflicts")
            assert lines[2].startswith(" Timeline 2025")
            assert any("›" in line and "North Korean delegation in Russia" in line for line in lines)

            await page.press("j")
            await page.until_shown("28 of 53")
            await page.press("ArrowDown", "ArrowDown", 40)
            await page.until_shown("29 of 53")

            # What is copied is in the browser's clipboard; what is there, Ctrl-V pastes, as in any page.
            here = urlsplit(await page.find("location.href"))
            await page.call(
                "Browser.grantPermissions",
                origin=f"http://{here.netloc}",
                permissions=["clipboardReadWrite", "clipboardSanitizedWrite"],
            )
            await page.press("w")
            await page.until_shown("sent to the browser's clipboard")
            await page.until_true("navigator.clipboard.readText().then((text) => text.includes('In: '))")
            await page.find("navigator.clipboard.writeText('푸틴 Putin')")
            await page.press("/")
            await page.until_shown("type words")
            await page.press("v", "KeyV", 86, modifiers=2, commands=["paste"])
            await page.until_shown("푸")
            await page.until_shown("Putin ")

            # No column is cut off, nor is there room for another one.
            for width, height in ((1211, 803), (777, 501)):
                await page.size(width, height)
                await page.until_true(f"{CELLS}.right <= {width} && {width} - {CELLS}.right < {CELL}")
                assert await page.find(f"{CELLS}.bottom <= {height} && {CELLS}.left === 0")

            # Nothing is fetched from elsewhere.
            asked = {urlsplit(address).netloc for address in page.asked if not address.startswith("data:")}
            assert asked == {here.netloc}
            assert page.errors == []
            assert "token" not in here.query


async def choose_second(page: Tab) -> None:
    """Enter the second of two corpora of a list."""
    await page.until_true("document.querySelectorAll('li a').length === 2")
    await page.find("document.querySelectorAll('li a')[1].click()")


async def find_choe(page: Tab) -> str:
    """Search for a name; what is shown then, with the card of the first hit."""
    await page.until_shown("chosen")
    await page.press("/")
    await page.until_shown("type words")
    await page.type("최룡해")
    await page.until_shown(" hits")
    assert "0 hits" not in page.text
    # The card follows the hits.
    await page.until_shown("record of forecasts")
    return page.text


async def test_korean_is_searched_and_a_lost_line_leads_back_to_the_same_place(browser: str, tmp_path: Path):
    CORPORA["Korean"]().load(tmp_path / "korean")
    with server(str(ROOT / "seeds"), str(tmp_path / "korean")) as running:
        address = urlsplit(running.address())
        assert address.port is not None
        async with line_to(address.port) as line, tab(browser) as page:
            await page.size(1200, 800)
            await page.go(address._replace(netloc=f"127.0.0.1:{line.port}").geturl())
            await choose_second(page)
            found = await find_choe(page)

            # Lost, and by itself back where it was, with what was being typed.
            line.cut()
            await page.until(lambda: page.sockets == 2, "another connection")
            await page.until(lambda: page.text == found, "the same place")

            # Closed and opened again.
            await page.go(f"http://127.0.0.1:{line.port}/")
            await page.until_true("document.querySelectorAll('li a').length === 2")
            await page.until_true(
                "fetch('/2/seat').then((answer) => answer.text()).then((text) => text === '1')"
            )
            await page.find("sessionStorage.clear()")
            await choose_second(page)
            await page.until(lambda: page.sockets == 3 and page.text == found, "the same place")

            # The address of the corpus leads there too, in the window that shows it.
            await page.go(f"http://127.0.0.1:{line.port}/2/")
            await page.until(lambda: page.sockets == 4 and page.text == found, "the same place")

            await page.press("Escape", "Escape", 27)
            await page.until(lambda: page.text != found, "the end of the search")
            await page.press("q")
            await page.until_true(f"document.getElementById('said').textContent.startsWith({LEFT!r})")
            assert page.sockets == 4
            await page.go(f"http://localhost:{line.port}/?token=no")
            await page.until_true(f"document.body.textContent.includes({WRONG_TOKEN!r})")


async def test_two_windows_opened_at_one_moment_do_not_take_each_other_s_place(browser: str):
    with server() as running:
        async with tab(browser) as one:
            await opened(one, running.address())
            await one.press("q")
            await one.until_true(f"document.getElementById('said').textContent.startsWith({LEFT!r})")
            base = await one.find("new URL('/', location.href).href")
            await one.find("sessionStorage.clear()")
            async with tab(browser) as other:
                windows = (one, other)
                for it in windows:
                    # Only one tab is in front of all others; what is behind would be drawn late.
                    await it.call("Emulation.setFocusEmulationEnabled", enabled=True)
                    await it.size(1200, 800)
                await gather(*(it.go(base) for it in windows))
                await gather(*(it.until_shown("27 of 53") for it in windows))
                await one.press("j")
                await one.until_shown("28 of 53")
                # Each is where it was when its page is loaded anew.
                before = [it.sockets for it in windows]
                await gather(*(it.call("Page.reload") for it in windows))
                for it, sockets, place in zip(windows, before, ("28 of 53", "27 of 53"), strict=True):
                    await it.until(lambda it=it, sockets=sockets: it.sockets > sockets, "another connection")
                    await it.until_shown(place)
                    assert await it.find("document.getElementById('said').hidden")
