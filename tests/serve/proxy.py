"""A reverse proxy as people put before the server: it speaks https, asks who one is, and has a path of its own."""

import asyncio
import base64
import ssl
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType, web

LOGIN = {"Authorization": f"Basic {base64.b64encode(b'reader:not a word').decode()}"}
PATH = "/nk"


class ReverseProxy:
    """Passes on what comes to its path to `target`, a port of this machine, once somebody has logged in."""

    def __init__(self, client: ClientSession) -> None:
        self._client = client
        self.port = self.target = 0

    @property
    def origin(self) -> str:
        """That of its pages (RFC 6454)."""
        return f"https://127.0.0.1:{self.port}"

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Pass one request on; its host becomes that of the target, as nginx has it unless told otherwise."""
        if request.headers.get("Authorization") != LOGIN["Authorization"]:
            return web.Response(status=401, headers={"WWW-Authenticate": 'Basic realm="Desk"'})
        address = f"http://127.0.0.1:{self.target}{request.path_qs.removeprefix(PATH)}"
        kept = {name: it for name in ("Cookie", "Origin") if (it := request.headers.get(name)) is not None}
        if request.headers.get("Upgrade") != "websocket":
            async with self._client.get(address, headers=kept, allow_redirects=False) as found:
                headers = {name: it for name in ("Location", "Set-Cookie") if (it := found.headers.get(name))}
                return web.Response(status=found.status, body=await found.read(), headers=headers)
        near = web.WebSocketResponse()
        async with self._client.ws_connect(address, headers=kept) as far:
            await near.prepare(request)
            await asyncio.wait(
                [asyncio.create_task(_pass_on(near, far)), asyncio.create_task(_pass_on(far, near))],
                return_when=asyncio.FIRST_COMPLETED,
            )
        await near.close()
        return near


_Socket = ClientWebSocketResponse | web.WebSocketResponse


async def _pass_on(one: _Socket, other: _Socket) -> None:
    async for message in one:
        if message.type is WSMsgType.TEXT:
            await other.send_str(message.data)
        else:
            await other.send_bytes(message.data)


def _certificate(folder: Path) -> ssl.SSLContext:
    make = (
        "openssl req -new -x509 -days 9 -nodes -subj /CN=desk.invalid -out crt -keyout key "
        "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1"
    )
    subprocess.run(make.split(), cwd=folder, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "crt", folder / "key")
    return context


@asynccontextmanager
async def reverse_proxy(folder: Path) -> AsyncIterator[ReverseProxy]:
    """A proxy on a free port of this machine, with a certificate made for it in `folder`."""
    # It is refused as its target refuses: a handshake that fails is no answer of ours.
    async with ClientSession(auto_decompress=False) as client:
        proxy = ReverseProxy(client)
        application = web.Application()
        application.router.add_get(PATH + "/{rest:.*}", proxy.answer)
        runner = web.AppRunner(application, shutdown_timeout=1)
        await runner.setup()
        try:
            await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=_certificate(folder)).start()
            proxy.port = runner.addresses[0][1]
            yield proxy
        finally:
            await runner.cleanup()
