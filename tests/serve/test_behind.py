"""Behind a reverse proxy that speaks https and asks for logins: only its pages open a program, at its own address."""

import shutil
import socket
from pathlib import Path

import pytest
from aiohttp import ClientSession, CookieJar, TCPConnector, WSServerHandshakeError

from tests.serve.proxy import LOGIN, PATH, reverse_proxy
from tests.serve.visitor import Visitor, server

pytestmark = pytest.mark.xdist_group("browser")


async def test_only_the_pages_of_the_proxy_open_a_program_and_it_is_found_again(tmp_path: Path):
    if shutil.which("openssl") is None:
        pytest.skip("openssl, which makes certificates, is not installed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    async with reverse_proxy(tmp_path) as proxy:
        address = f"{proxy.origin}{PATH}/"
        with server("--behind", address, "--port", str(port)) as running:
            assert running.address() == address
            proxy.target = port
            jar, unchecked = CookieJar(unsafe=True), TCPConnector(ssl=False)
            async with ClientSession(cookie_jar=jar, connector=unchecked) as client:
                async with client.get(address) as stranger:
                    assert stranger.status == 401
                async with client.get(address, headers=LOGIN) as answer:
                    assert (answer.status, answer.url.path) == (200, f"{PATH}/1/")
                (cookie,) = jar
                assert cookie["secure"] and cookie["httponly"]
            async with ClientSession(
                cookie_jar=jar, connector=TCPConnector(ssl=False), headers=LOGIN
            ) as client:
                await walked(Visitor(client, address), proxy.origin, port)


async def walked(reader: Visitor, origin: str, port: int) -> None:
    """Go through the program by the proxy's address; pages of all others are refused."""
    async with reader.window(await reader.seat(), origin=origin) as window:
        await window.shows("27 of 53")
        await window.type("jj")
        await window.shows("29 of 53")
    # The server's own address, too, is another's: who goes round the proxy has no page.
    for other in (
        f"http://127.0.0.1:{port}",
        origin.replace("https", "http"),
        "https://evil.example",
        "null",
        None,
    ):
        for base in (reader.base, f"http://127.0.0.1:{port}"):
            with pytest.raises(WSServerHandshakeError) as refused:
                await reader.client.ws_connect(f"{base}/1/1/socket?width=80&height=24", origin=other)
            # A proxy has no answer but its own to a handshake that its target refuses.
            assert refused.value.status in (403, 500)
    async with reader.window(await reader.seat(), origin=origin) as window:
        await window.shows("29 of 53")
