"""Textual's focus without its own answers to it: panes say themselves which one is focused."""

from textual.events import Blur, Focus
from textual.widget import Widget


class QuietFocus(Widget):
    """A widget whose look does not depend on Textual's focus.

    Textual works out all styles anew and paints the whole widget when the focus comes or goes. To be mixed in last: it
    follows the component classes of the first base alone.
    """

    def on_focus(self, event: Focus) -> None:
        """The focus comes."""
        event.prevent_default()
        self.has_focus = True

    def on_blur(self, event: Blur) -> None:
        """The focus goes."""
        event.prevent_default()
        self.has_focus = False

    def watch_has_focus(self, has_focus: bool) -> None:
        """No style depends on it."""
