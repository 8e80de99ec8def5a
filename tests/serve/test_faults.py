"""What is in the way of a server is said in one sentence, with what to do."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.serve.visitor import PROGRAM, ROOT, server, visitor
from tui.serve.session import STOPPED

WITHOUT = "import sys; sys.modules[{!r}] = None; from tui.__main__ import main; sys.exit(main())"


def said(command: list[str]) -> str:
    """What a command that ends with status 2 says, but for which corpus it takes."""
    done = subprocess.run(
        command, capture_output=True, text=True, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False
    )
    lines = [line for line in done.stderr.splitlines() if not line.startswith("corpus:")]
    assert (done.returncode, done.stdout) == (2, ""), done
    return "\n".join(lines)


def refused(*arguments: str) -> str:
    return said([*PROGRAM, "serve", *arguments])


def test_a_port_that_is_taken():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert refused("--port", str(port)) == (
            f"port {port} of 127.0.0.1 is taken; --port names another one, and --port 0 takes any that is free"
        )


@pytest.mark.parametrize("module", ["textual_serve", "aiohttp"])
def test_the_extra_is_not_installed(module: str):
    command = [sys.executable, "-c", WITHOUT.format(module), "serve"]
    sentence = (
        'serve needs what is not installed: install "dprk-tui[serve]", as in: pip install "dprk-tui[serve]"'
    )
    assert said(command) == sentence


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--host", "192.0.2.7", "--port", "0"], "--host: 192.0.2.7 is no address of this machine"),
        (["--behind", "desk"], "--behind: write the address that browsers use, as in https://timeline.example"),
        (["no-such-folder"], "no-such-folder: does not exist"),
        (["seeds", "--as-of", "May"], "--as-of: "),
        (["seeds", "--filter", "by:"], "--filter: "),
    ],
)  # fmt: skip
def test_what_cannot_be_served(arguments: list[str], sentence: str):
    found = refused(*arguments)
    assert found.startswith(sentence)
    assert "\n" not in found


@pytest.mark.parametrize("arguments", [["--port", "70000"], ["--port", "x"], ["--sessions", "0"]])
def test_a_number_that_is_none(arguments: list[str]):
    assert "write a number from" in refused(*arguments)


async def test_the_end_of_the_server_is_said_in_the_page():
    with server() as running:
        async with visitor(running.address()) as one, one.window() as window:
            await window.shows("27 of 53")
            running.stop()
            assert await window.ends() == STOPPED


async def test_a_corpus_that_is_gone_is_said_in_the_page(tmp_path: Path):
    folder = tmp_path / "corpus"
    shutil.copytree(ROOT / "seeds", folder)
    with server(str(folder)) as running:
        async with visitor(running.address()) as one:
            folder.rename(tmp_path / "elsewhere")
            async with one.window() as window:
                assert str(folder) in await window.ends()
