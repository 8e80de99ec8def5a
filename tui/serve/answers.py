"""What the server answers: who may come in, pages, and the websocket through which a page shows a program."""

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from aiohttp import WSMessage, WSMsgType, web
from aiohttp.typedefs import Handler, Middleware

from tui.serve.entrance import Entrance
from tui.serve.pages import POLICY, enter_page, list_page, program_page, sentence_page
from tui.serve.session import Session, Size
from tui.serve.sessions import Full, Seat, Sessions

_HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

_REMEMBERED = 7 * 24 * 60 * 60
"""Seconds for which a browser keeps the cookie."""

_HEARTBEAT = 15
"""Seconds after which one asks a page that says nothing whether it is there."""

_PARTING = 1
"""Seconds that a page has to close its end."""

WRONG_TOKEN = (
    "This address lets nobody in, or nobody any more: dprk-tui serve prints one that lets in one browser."
)
WRONG_HOST = "This server is not called so: dprk-tui serve prints the address at which it answers."
WRONG_ORIGIN = "Only a page of this server may open a connection to it."
NOT_HERE = "There is nothing here."


@dataclass(frozen=True, slots=True)
class Served:
    """A corpus, or a table: its title, and the arguments with which `dprk-tui open` opens it."""

    title: str
    arguments: tuple[str, ...]


class Answers:
    """The answers of a server to visitors; each new address that lets somebody in is told to `say`."""

    def __init__(self, sessions: Sessions, served: Sequence[Served], say: Callable[[str], None]) -> None:
        self._sessions = sessions
        self._served = served
        self._say = say
        self._entrance: Entrance | None = None
        self._told = ""

    def open(self, entrance: Entrance) -> None:
        """Let visitors in."""
        self._entrance = entrance
        self._tell(entrance.address)

    def _tell(self, address: str) -> None:
        if address != self._told:
            self._told = address
            self._say(address)

    @property
    def routes(self) -> list[web.RouteDef]:
        """What is asked for, and what answers it. A page's address ends in a slash: all in it are relative."""
        return [
            web.get("/", self._home),
            web.get(r"/{corpus:[1-9]\d{0,2}}/", self._corpus),
            web.get(r"/{corpus:[1-9]\d{0,2}}/seat", self._seat),
            web.get(r"/{corpus:[1-9]\d{0,2}}/{seat:[1-9]\d{0,2}}/", self._program),
            web.get(r"/{corpus:[1-9]\d{0,2}}/{seat:[1-9]\d{0,2}}/socket", self._socket),
        ]

    @property
    def guard(self) -> Middleware:
        """What stands before all answers: whoever is no visitor gets none, and what is answered is safe to show."""

        @web.middleware
        async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
            """Refuse, or have the answer and make it safe to show."""
            try:
                response = self._refused(request) or await handler(request)
            except web.HTTPRedirection as elsewhere:
                raise elsewhere
            except web.HTTPException as error:
                response = _sentence(NOT_HERE, error.status)
            if not response.prepared:
                response.headers.update(_HEADERS)
            return response

        return guard

    def _refused(self, request: web.Request) -> web.Response | None:
        """Why somebody is no visitor, or the cookie by which they are one from now on; None of a visitor."""
        entrance = self._entrance
        if entrance is None or not entrance.speaks_for(request.host):
            return _sentence(WRONG_HOST, web.HTTPMisdirectedRequest.status_code)
        token = request.query.get("token")
        known = entrance.knows(request.cookies.get(entrance.cookie))
        if known and token is None:
            return None
        new = None if known or not request.path.endswith("/") else entrance.admit(token)
        if not known and new is None:
            return _sentence(WRONG_TOKEN, web.HTTPForbidden.status_code)
        # Without the token, which is not to stay where others see it.
        response = web.Response(status=web.HTTPSeeOther.status_code, headers={"Location": "./"})
        if new is not None:
            response.set_cookie(
                entrance.cookie, new, max_age=_REMEMBERED, httponly=True, samesite="Lax", secure=entrance.is_secure
            )  # fmt: skip
            self._tell(entrance.address)
        return response

    async def _home(self, request: web.Request) -> web.Response:
        if len(self._served) == 1:
            return web.Response(status=web.HTTPSeeOther.status_code, headers={"Location": "1/"})
        return _page(list_page([it.title for it in self._served]))

    async def _corpus(self, request: web.Request) -> web.Response:
        return _page(enter_page(self._served[self._number(request) - 1].title))

    async def _seat(self, request: web.Request) -> web.Response:
        window = request.query.get("window", "")
        seat = self._sessions.seat_for(self._visitor(request), self._number(request), window)
        return web.Response(text=str(seat.number), headers={"Cache-Control": "no-store"})

    async def _program(self, request: web.Request) -> web.Response:
        return _page(program_page(self._served[self._number(request) - 1].title))

    async def _socket(self, request: web.Request) -> web.StreamResponse:
        entrance = self._entrance
        if entrance is None or not entrance.is_own_origin(request.headers.get("Origin"), request.host):
            return _sentence(WRONG_ORIGIN, web.HTTPForbidden.status_code)
        seat = Seat(self._visitor(request), self._number(request), int(request.match_info["seat"]))
        socket = web.WebSocketResponse(heartbeat=_HEARTBEAT, timeout=_PARTING)
        await socket.prepare(request)
        viewer = _SocketViewer(socket)
        try:
            session = await self._sessions.at(seat)
        except Full as full:
            await viewer.end(str(full))
            return socket
        try:
            await session.join(viewer, _size(request.query.get("width"), request.query.get("height")))
            async for message in socket:
                await _obey(message, session, viewer)
        finally:
            session.leave(viewer)
            self._sessions.left(seat)
        return socket

    def _visitor(self, request: web.Request) -> str:
        assert self._entrance is not None
        return request.cookies[self._entrance.cookie]

    def _number(self, request: web.Request) -> int:
        number = int(request.match_info["corpus"])
        if number > len(self._served):
            raise web.HTTPNotFound
        return number


class _SocketViewer:
    """A websocket as what shows a program. Whoever has gone is shown nothing."""

    def __init__(self, socket: web.WebSocketResponse) -> None:
        self._socket = socket

    async def show(self, data: bytes) -> None:
        """Write what a terminal would be written."""
        with suppress(ConnectionError):
            await self._socket.send_bytes(data)

    async def answer(self, *words: object) -> None:
        """Send a message of textual-serve's page, or of our own."""
        with suppress(ConnectionError):
            await self._socket.send_str(json.dumps(words))

    async def end(self, sentence: str) -> None:
        """Say why nothing more comes."""
        await self.answer("end", sentence)
        await self._socket.close()


async def _obey(message: WSMessage, session: Session, viewer: _SocketViewer) -> None:
    """Do what a page says, in the messages of textual-serve; anything else is nothing."""
    try:
        said = json.loads(message.data) if message.type is WSMsgType.TEXT else None
    except ValueError:
        return
    match said:
        case ["stdin", str(text)]:
            await session.typed(text)
        case ["resize", {"width": width, "height": height}]:
            await session.resize(_size(width, height))
        case ["ping", str(time)]:
            await viewer.answer("pong", time)


def _size(columns: object, rows: object) -> Size:
    """The size that a page tells; where it tells none, that of terminals of old."""
    try:
        return Size(_bounded(int(str(columns))), _bounded(int(str(rows))))
    except ValueError:
        return Size(80, 24)


def _bounded(cells: int) -> int:
    return min(max(cells, 1), 1000)


def _page(text: str, status: int = 200) -> web.Response:
    return web.Response(
        text=text, status=status, content_type="text/html", headers={"Cache-Control": "no-store"}
    )


def _sentence(sentence: str, status: int) -> web.Response:
    return _page(sentence_page(sentence), status)
