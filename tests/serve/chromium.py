"""A real Chromium without a window, driven by the DevTools protocol; what its pages are sent, on a screen of cells."""

import asyncio
import base64
import itertools
import json
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pyte
from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PATIENCE = 60

_QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking",    "--disable-component-update", "--disable-sync", "--remote-debugging-port=0",
)  # fmt: skip


@contextmanager
def chromium(folder: Path) -> Iterator[str]:
    """The address at which a browser, with a new profile in `folder`, is told what to do."""
    assert CHROMIUM is not None
    said = folder / "said"
    command = [CHROMIUM, *_QUIET, f"--user-data-dir={folder / 'profile'}", "about:blank"]
    with said.open("wb") as noise, subprocess.Popen(command, stdout=noise, stderr=noise) as process:
        try:
            end = time.monotonic() + PATIENCE
            while (
                found := re.search(r"DevTools listening on ws://([^/]+)/", said.read_text("utf-8", "replace"))
            ) is None:
                assert time.monotonic() < end, said.read_text("utf-8", "replace")
                time.sleep(0.02)
            yield f"http://{found[1]}"
        finally:
            process.kill()


class PageFault(Exception):
    """What a browser, or a script in its page, says went wrong."""


class Tab:
    """A tab: what it shows in its terminal (`screen`), what it asked for (`asked`), and how many bytes it was sent."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._told = asyncio.Event()
        self.screen = pyte.Screen(120, 40)
        self._stream = pyte.ByteStream(self.screen)
        self.asked: list[str] = []
        self.errors: list[str] = []
        self.sockets = 0
        self.received = 0

    async def listen(self) -> None:
        """Take up what the browser says until it is gone."""
        async for message in self._socket:
            assert message.type is WSMsgType.TEXT
            told = message.json()
            if "id" in told:
                self._answers.pop(told["id"]).set_result(told)
            else:
                self._take(told["method"], told["params"])
                self._told.set()

    def _take(self, method: str, told: dict[str, Any]) -> None:
        if method == "Network.requestWillBeSent":
            self.asked.append(told["request"]["url"])
        elif method == "Runtime.exceptionThrown":
            self.errors.append(str(told["exceptionDetails"]))
        elif method == "Log.entryAdded" and told["entry"]["level"] == "error":
            self.errors.append(told["entry"]["text"])
        elif method == "Network.webSocketCreated":
            self.asked.append(told["url"])
            self.sockets += 1
            size = parse_qs(urlsplit(told["url"]).query)
            self._begin(int(size["width"][0]), int(size["height"][0]))
        elif method == "Network.webSocketFrameSent":
            match json.loads(told["response"]["payloadData"]):
                case ["resize", {"width": columns, "height": rows}]:
                    self._begin(columns, rows)
        elif method == "Network.webSocketFrameReceived" and told["response"]["opcode"] == 2:
            data = base64.b64decode(told["response"]["payloadData"])
            self.received += len(data)
            self._stream.feed(data)

    def _begin(self, columns: int, rows: int) -> None:
        self.screen.resize(rows, columns)
        self.screen.erase_in_display(2)

    async def call(self, method: str, **told: object) -> dict[str, Any]:
        """What the browser answers."""
        number = next(self._numbers)
        answer = self._answers[number] = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"id": number, "method": method, "params": told})
        told_back = await asyncio.wait_for(answer, PATIENCE)
        if "error" in told_back:
            raise PageFault(told_back)
        result: dict[str, Any] = told_back["result"]
        return result

    async def find(self, script: str) -> Any:
        """The value of a script in the page."""
        found = await self.call(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True, userGesture=True
        )
        if "exceptionDetails" in found:
            raise PageFault(found)
        return found["result"].get("value")

    @property
    def text(self) -> str:
        """What stands in its terminal."""
        return "\n".join(self.screen.display)

    async def until(self, holds: Callable[[], bool], what: str) -> None:
        """Wait until something holds of what was sent."""

        async def told() -> None:
            while not holds():
                self._told.clear()
                await self._told.wait()

        try:
            await asyncio.wait_for(told(), PATIENCE)
        except TimeoutError:
            raise AssertionError(f"{what} never came:\n{self.text}") from None

    async def until_shown(self, words: str) -> None:
        """Wait until words stand in its terminal."""
        await self.until(lambda: words in self.text, words)

    async def until_true(self, script: str) -> None:
        """Wait until a script in the page gives what is true; a page that only comes may have nothing for it yet."""
        end = asyncio.get_running_loop().time() + PATIENCE
        found = None
        while found is not True:
            assert asyncio.get_running_loop().time() < end, (script, found)
            try:
                found = await self.find(script)
            except PageFault as fault:
                found = fault
            await asyncio.sleep(0.05)

    async def press(self, key: str, code: str = "", number: int = 0, **more: object) -> None:
        """Press a key: a character, or the name of a key with its code and number in pages."""
        text = {"text": key} if len(key) == 1 and not more else {}
        what = {
            "key": key,
            "code": code,
            "windowsVirtualKeyCode": number or ord(key.upper()[0]),
            **text,
            **more,
        }
        await self.call("Input.dispatchKeyEvent", type="keyDown", **what)
        await self.call("Input.dispatchKeyEvent", type="keyUp", **what)

    async def type(self, text: str) -> None:
        """Type a text, in whatever script, as an input method does."""
        await self.call("Input.insertText", text=text)

    async def go(self, address: str) -> None:
        """Open an address."""
        await self.call("Page.navigate", url=address)

    async def fit(self, columns: int, rows: int) -> None:
        """Give the window the size in which its terminal has so many cells."""
        drawn = await self.find(
            "(({width, height}) => [width, height])(document.querySelector('.xterm-screen').getBoundingClientRect())"
        )
        width, height = (side / now * wanted for side, now, wanted in zip(
            drawn, (self.screen.columns, self.screen.lines), (columns, rows), strict=True
        ))  # fmt: skip
        await self.size(int(width) + 1, int(height) + 1)
        await self.until(lambda: (self.screen.columns, self.screen.lines) == (columns, rows), "the size")

    async def size(self, width: int, height: int) -> None:
        """Give the window a size in pixels."""
        await self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    async def picture(self) -> bytes:
        """What it looks like, as PNG."""
        return base64.b64decode((await self.call("Page.captureScreenshot"))["data"])


@asynccontextmanager
async def tab(devtools: str):
    """A new tab of a browser."""
    async with ClientSession() as client:
        async with client.put(f"{devtools}/json/new?about:blank") as answer:
            target = await answer.json()
        async with client.ws_connect(target["webSocketDebuggerUrl"], max_msg_size=0) as socket:
            opened = Tab(socket)
            listening = asyncio.create_task(opened.listen())
            for domain in ("Page", "Network", "Runtime", "Log"):
                await opened.call(f"{domain}.enable")
            yield opened
            listening.cancel()
        await client.put(f"{devtools}/json/close/{target['id']}")
