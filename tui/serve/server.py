"""The server, from where it listens to the signal that ends it."""

import asyncio
import signal
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.resources import as_file, files

from aiohttp import web

from tui.serve.answers import Answers, Served
from tui.serve.entrance import Entrance, Proxy
from tui.serve.pages import FOLDER
from tui.serve.session import Session
from tui.serve.sessions import Sessions

_ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@dataclass(frozen=True, slots=True)
class Listening:
    """Where is listened: on `host` and `port` (0: any that is free), perhaps behind a proxy; `most` programs run."""

    host: str
    port: int
    proxy: Proxy | None
    most: int


async def serve(where: Listening, served: Sequence[Served], say: Callable[[str], None]) -> None:
    """Serve until a signal ends it; `say` is told each address at which one more may come in.

    Raises `OSError` where it cannot be listened.
    """
    stopped = asyncio.Event()
    sessions = Sessions(where.most, lambda corpus: Session(served[corpus - 1].arguments))
    answers = Answers(sessions, served, say)
    # What comes with textual-serve is its terminal: xterm.js, its style and its font.
    with as_file(files("textual_serve") / "static") as terminal, as_file(FOLDER) as page:
        application = web.Application(middlewares=[answers.guard])
        application.add_routes(answers.routes)
        application.add_routes([web.static("/terminal", terminal), web.static("/page", page)])
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=1)
        await runner.setup()
        try:
            await web.TCPSite(runner, where.host, where.port).start()
            _on_ending(stopped.set)
            answers.open(Entrance(where.host, runner.addresses[0][1], where.proxy))
            await stopped.wait()
        finally:
            await sessions.end()
            await runner.cleanup()


def _on_ending(stop: Callable[[], None]) -> None:
    for number in _ENDING:
        # What is ignored stays ignored, as under nohup.
        if signal.getsignal(number) is not signal.SIG_IGN:
            asyncio.get_running_loop().add_signal_handler(number, stop)
