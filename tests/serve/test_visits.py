"""What a server answers, over real connections: who comes in, where one finds what one had, and what is refused."""

from asyncio import gather
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from aiohttp import ClientSession, WSServerHandshakeError

from tests.serve.visitor import PROGRAM, ROOT, Server, server, visitor
from tests.tui.terminal import Terminal
from tui.serve.answers import NOT_HERE, WRONG_HOST, WRONG_ORIGIN, WRONG_TOKEN
from tui.serve.session import ELSEWHERE, LEFT, Session
from tui.serve.sessions import Seat, Sessions


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of the bundled corpus, for one visitor after the other."""
    with server("--sessions", "2") as found:
        yield found


async def test_an_address_lets_in_once_and_whoever_is_in_stays_in(running: Server):
    address = running.address()
    async with visitor(address) as one:
        assert await one.seat() == "/1/1/"
        async with ClientSession() as other:
            for path in (address, one.base, f"{one.base}/1/1/", f"{one.base}/page/program.js"):
                async with other.get(path) as answer:
                    assert (answer.status, WRONG_TOKEN in await answer.text()) == (403, True)
        for path in ("/2/", "/1/0/", "/1/1/x", "/page/../server.py", "/1/1/socket"):
            async with one.client.get(f"{one.base}{path}") as answer:
                assert answer.status in (403, 404)
                assert (WRONG_ORIGIN if answer.status == 403 else NOT_HERE) in await answer.text()
        async with one.client.get(one.base, headers={"Host": "evil.example"}) as answer:
            assert WRONG_HOST in await answer.text()
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    following = running.address()
    assert following != address
    async with visitor(following) as another:
        assert await another.seat() == "/1/1/"


async def test_a_page_from_elsewhere_opens_nothing_cookie_or_not(running: Server):
    async with visitor(running.address()) as one:
        for origin in ("http://evil.example", "null", None):
            with pytest.raises(WSServerHandshakeError, match="403"):
                await one.client.ws_connect(f"{one.base}/1/1/socket", origin=origin)


async def test_what_was_left_is_found_again_and_what_was_quit_is_not(running: Server):
    async with visitor(running.address()) as one:
        async with one.window(await one.seat()) as window:
            await window.shows("27 of 53")
            for words in (
                "no list",
                ["stdin"],
                ["stdin", 5],
                ["resize", {"width": "x", "height": None}],
                ["boo", 1],
            ):
                await window._socket.send_json(words)
            await window.type("jj")
            await window.shows("29 of 53")
            # A second window has a seat of its own, while this one is there.
            assert await one.seat() == "/1/2/"
        # Of another size than before.
        async with one.window(await one.seat(), 100, 30) as window:
            await window.shows("29 of 53")
            async with one.window("/1/1/") as elsewhere:
                assert await window.ends() == ELSEWHERE
                await elsewhere.shows("29 of 53")
                await elsewhere.type("q")
                assert await elsewhere.ends() == LEFT
        async with one.window("/1/1/") as window:
            await window.shows("27 of 53")


async def test_windows_that_come_at_one_moment_get_a_seat_each(running: Server):
    async with visitor(running.address()) as one:
        first, second = await gather(one.seat("a"), one.seat("b"))
        assert {first, second} == {"/1/1/", "/1/2/"}
        # Loaded anew on the way there.
        assert await one.seat("a") == first and await one.seat("b") == second
        async with one.window(first) as window:
            await window.shows("27 of 53")
            assert await one.seat("c") == "/1/3/"
        # What was left is for one of them alone too, and for whoever asks again.
        assert {await one.seat("d"), await one.seat("e")} == {"/1/1/", "/1/4/"}
        assert (await one.seat("d"), await one.seat("e")) == ("/1/1/", "/1/4/")


async def test_a_seat_is_kept_for_a_window_that_does_not_come_for_a_while_alone():
    now = 0.0
    sessions = Sessions(2, lambda _: Session(()), lambda: now)
    assert [sessions.seat_for("me", 1, it).number for it in "abaab"] == [1, 2, 1, 1, 2]
    assert (sessions.seat_for("you", 1, "a").number, sessions.seat_for("me", 2, "a").number) == (1, 1)
    now = 60.0
    assert sessions.seat_for("me", 1, "c").number == 1
    await sessions.at(Seat("me", 1, 1))
    assert [sessions.seat_for("me", 1, it).number for it in "de"] == [1, 2]


async def test_one_may_copy_and_write_nothing(running: Server):
    async with visitor(running.address()) as one, one.window() as window:
        await window.shows("27 of 53")
        for _ in range(2):
            await window.type("w")
            await window.shows("sent to the browser's clipboard")
            assert "a file" not in window.screen.display[-1]
            await window.type("j")
            await window.until(lambda: "clipboard" not in window.text, "another footer")
        await window.type("X")
        await window.shows("This is for reading only")


async def test_no_more_are_open_than_may_be_and_what_nobody_looks_at_gives_way(running: Server):
    async with visitor(running.address()) as one, visitor(running.address()) as other:
        async with one.window("/1/1/") as first, one.window("/1/2/") as second:
            await first.shows("27 of 53")
            await second.shows("27 of 53")
            await first.type("j")
            await first.shows("28 of 53")
            async with other.window() as refused:
                assert (
                    await refused.ends()
                    == "No more than 2 may be open at once; one of them must be left first, with q."
                )
            await second.type("q")
            assert await second.ends() == LEFT
        async with other.window("/1/1/") as third, other.window("/1/2/") as fourth:
            await third.shows("27 of 53")
            await fourth.shows("27 of 53")


async def test_a_key_costs_little_more_than_in_a_terminal(running: Server, tmp_path: Path):
    terminal = Terminal([*PROGRAM, "--read-only"], 120, 40, tmp_path, PYTHONPATH=str(ROOT))
    terminal.wait(lambda: terminal.has("27 of 53"), "the timeline")
    async with visitor(running.address()) as one, one.window() as window:
        await window.shows("27 of 53")
        written, sent = len(terminal.heard.encode()), window.size
        for row in range(28, 48):
            terminal.send("\x1b[B")
            terminal.wait(partial(terminal.has, f"{row} of 53"), "the next row")
            await window.type("\x1b[B")
            await window.shows(f"{row} of 53")
        assert window.size - sent <= 1.3 * (len(terminal.heard.encode()) - written)
    terminal.send("q")
    assert terminal.close() == 0
