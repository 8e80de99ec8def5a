"""Textual's focus without its own answers to it: panes say themselves which one is focused."""

from typing import TYPE_CHECKING

from textual.events import Blur, Focus

# Textual takes default styles and component classes from the first base that is a widget: that is never this one.
if TYPE_CHECKING:
    from textual.widget import Widget as _OfWidget
else:
    _OfWidget = object


class QuietFocus(_OfWidget):
    """For a widget whose styles do not depend on Textual's focus; to be mixed in first.

    Textual works out all styles anew and paints the whole widget when the focus comes or goes.
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
