"""What `--read-only` takes away: every road from the screen to a file, a program, an address or the clipboard.

For a forced SSH command or a kiosk, where whoever sits at the keyboard is not the one who started the program.
Our own commands say themselves that they write (`tui.commands`), and the screen does none of those. Textual brings
more, which no key of ours leads to; it is closed here all the same, so that no later key can.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, ClassVar

from textual.actions import parse
from textual.app import App
from textual.dom import DOMNode

REFUSAL = "This is for reading only: nothing is written, started or opened from here."

TEXTUALS_OWN = frozenset({"screenshot", "suspend_process", "copy_text", "copy", "cut"})
"""Actions of Textual's app, screen and input line that write a file, fill the clipboard or stop the program."""

HARMLESS = frozenset({
    "add_class", "back", "bell", "blur", "change_theme", "command_palette", "dismiss", "focus",
    "focus_next", "focus_previous", "help_quit", "hide_help_panel", "maximize", "minimize", "notify",
    "pop_screen", "push_screen", "quit", "remove_class", "show_help_panel", "simulate_key", "switch_mode",
    "switch_screen", "toggle", "toggle_class", "toggle_dark", "page_down", "page_left", "page_right",
    "page_up", "scroll_down", "scroll_end", "scroll_home", "scroll_left", "scroll_right", "scroll_up",
    "cursor_left", "cursor_left_word", "cursor_right", "cursor_right_word", "delete_left",
    "delete_left_all", "delete_left_word", "delete_right", "delete_right_all", "delete_right_word", "end",
    "home", "paste", "select_all", "submit",
})  # fmt: skip
"""Its others, each of which was looked at: they change what is on the screen or in the line that is typed in.

`command_palette` offers a screenshot, which is refused; `paste` types what was cut in this program, which is nothing.
"""


class ReadOnly(App[None]):
    """An app that does nothing to the world outside; to be mixed in before the app that could."""

    discreet = True

    refused: ClassVar[frozenset[str]] = TEXTUALS_OWN
    """Those of Textual's actions that are not done."""

    def refuse(self, why: str) -> None:
        """Say why something is not done."""
        raise NotImplementedError

    async def run_action(
        self,
        action: str | tuple[str, str, tuple[object, ...]],
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do what a key, the palette or a click asks for, unless Textual's writes: all of them come through here."""
        name = (parse(action) if isinstance(action, str) else action)[1]
        if name == "copy_text" and not self.screen.get_selected_text():
            # What Ctrl-C is for where nothing is marked, is said by the next binding of it.
            return False
        if name in self.refused:
            self.refuse(REFUSAL)
            return False
        return await super().run_action(action, default_namespace, namespaces)

    # What Textual could do to the world outside. Should anything call it, nothing happens.

    def copy_to_clipboard(self, text: str) -> None:
        """Not here."""

    def deliver_screenshot(self, *args: Any, **options: Any) -> str | None:
        """Not here."""

    def save_screenshot(self, *args: Any, **options: Any) -> str:
        """Not here; the name of no file."""
        return ""

    def deliver_text(self, *args: Any, **options: Any) -> str | None:
        """Not here."""

    def deliver_binary(self, *args: Any, **options: Any) -> str | None:
        """Not here."""

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Not here."""

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """Not here: what would run while the screen is given back is an editor."""
        raise PermissionError(REFUSAL)
        yield


class ReadOnlyInBrowser(ReadOnly):
    """The same where it is shown in a browser: its clipboard belongs to who reads."""

    refused = TEXTUALS_OWN - {"copy_text", "copy", "cut"}

    def copy_to_clipboard(self, text: str) -> None:
        """Send a text to the clipboard of the browser."""
        App.copy_to_clipboard(self, text)
