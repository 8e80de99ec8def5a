"""What may be written after `serve`."""

import argparse

from tui.cli.corpus_options import add_max_bytes, named
from tui.cli.showing_options import add_as_of, add_filter, add_looks

# As `typing` has it, whose import takes a tenth of the time in which `--version` answers.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

SERVE = "serve"

_PORT, _SESSIONS = 8765, 8


def add_serving(commands: "argparse._SubParsersAction[Any]") -> None:
    """The command that shows the timeline in browsers."""
    serving = commands.add_parser(
        SERVE, help="the timeline in a browser, for reading (needs dprk-tui[serve])"
    )
    serving.add_argument(
        "corpora",
        metavar="CORPUS",
        type=named,
        nargs="*",
        help="corpus folders, or tables, to choose from (default: as without a command)",
    )
    add_max_bytes(serving)
    add_as_of(serving)
    add_filter(serving)
    add_looks(serving)
    serving.add_argument(
        "--host",
        default="127.0.0.1",
        help="the address to listen on (default: 127.0.0.1, this machine alone)",
    )
    serving.add_argument(
        "--port",
        type=_port,
        default=_PORT,
        help=f"the port to listen on (default: {_PORT}; 0: any that is free)",
    )
    serving.add_argument(
        "--behind",
        metavar="URL",
        help="the address of a reverse proxy that asks who one is and passes this on: no token is asked for",
    )
    serving.add_argument(
        "--sessions",
        metavar="N",
        type=_some,
        default=_SESSIONS,
        help=f"how many may be open at once (default: {_SESSIONS}); what nobody looks at gives way",
    )
    serving.add_argument(
        "--allow-writing",
        action="store_true",
        help="let whoever comes in change the corpus, as on your terminal",
    )


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > 65535:
        raise argparse.ArgumentTypeError("write a number from 0 to 65535")
    return int(text)


def _some(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text) <= 999:
        raise argparse.ArgumentTypeError("write a number from 1 to 999")
    return int(text)
