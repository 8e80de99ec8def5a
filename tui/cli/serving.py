"""`dprk-tui serve`: the same screen in browsers."""

import argparse
import asyncio
import errno
import socket
from collections.abc import Callable

from tui.cli.narration import narrate
from tui.cli.refusal import Refusal
from tui.cli.streams import output

_MISSING = (
    'serve needs what is not installed: install "dprk-tui[serve]", as in: pip install "dprk-tui[serve]"'
)


def serve_corpora(options: argparse.Namespace, title_of: Callable[[str | None], str]) -> int:
    """Serve what is named until a signal ends it; `title_of` opens one and says what it is called.

    Raises `Refusal`, and whatever `title_of` raises: what cannot be opened is not served.
    """
    try:
        import textual_serve  # noqa: F401

        from tui.serve.answers import Served
        from tui.serve.entrance import proxy_of
        from tui.serve.server import Listening, serve
    except ModuleNotFoundError as missing:
        if missing.name is None or missing.name.startswith("tui"):
            raise
        raise Refusal(_MISSING) from None
    try:
        proxy = proxy_of(options.behind) if options.behind is not None else None
    except ValueError as error:
        raise Refusal(f"--behind: {error}") from None
    served = [Served(title_of(name), _arguments(options, name)) for name in options.corpora or [None]]
    try:
        asyncio.run(serve(Listening(options.host, options.port, proxy, options.sessions), served, _say))
    except OSError as error:
        raise Refusal(_why_not(error, options.host, options.port)) from None
    return 0


def _arguments(options: argparse.Namespace, name: str | None) -> tuple[str, ...]:
    """Those with which `dprk-tui open` shows one of them."""
    valued = {
        "as-of": options.as_of,
        "filter": options.filter,
        "theme": options.theme,
        "max-bytes": options.max_bytes,
    }
    flags = {"ascii": options.ascii, "no-mouse": options.no_mouse, "read-only": not options.allow_writing}
    return (
        *(f"--{option}={value}" for option, value in valued.items() if value is not None),
        *(f"--{flag}" for flag, on in flags.items() if on),
        *(("--", name) if name is not None else ()),
    )


def _say(address: str) -> None:
    once = "?token=" in address
    narrate(f"open {'this once, in a browser' if once else 'this in a browser'}; Ctrl-C ends")
    with output():
        print(address)


def _why_not(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"port {port} of {host} is taken; --port names another one, and --port 0 takes any that is free"
        )
    if error.errno == errno.EACCES:
        return f"port {port} may not be listened on; --port names another one"
    if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
        return f"--host: {host} is no address of this machine; 127.0.0.1 is, for itself alone"
    return f"it cannot be listened on port {port} of {host}: {error.strerror or error}"
