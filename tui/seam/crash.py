"""What is said when the program breaks: where, and nothing that a corpus could have put there.

Textual would print every local variable as it is: whole texts, with whatever control characters they hold.
"""

import traceback

from rich.console import Console, RenderableType
from rich.text import Text

from tui.text.addresses import without_passwords
from tui.text.shown import shown

MOST = 500
"""The most characters of one line: an exception may carry a whole document."""


def broken(error: BaseException | None, discreet: bool) -> Text:
    """The report of an exception, its lines made safe; where one is `discreet`, only that there was one."""
    kind = type(error).__name__ if error is not None else "error"
    sentence = f"dprk-tui broke off ({kind}); the corpus was not touched."
    if discreet or error is None:
        return Text(sentence)
    lines = "".join(traceback.format_exception(error)).splitlines()
    return _safe([*lines, f"{sentence} Please report the lines above."])


def safe(console: Console, renderable: RenderableType) -> Text:
    """What Rich would print, as plain safe lines."""
    with console.capture() as captured:
        console.print(renderable, no_wrap=True, crop=False, markup=False, highlight=False)
    return _safe(Text.from_ansi(captured.get()).plain.splitlines())


def _safe(lines: list[str]) -> Text:
    return Text("\n".join(shown(without_passwords(line)[:MOST]) for line in lines))
