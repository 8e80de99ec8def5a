"""The least Textual app that answers a key: what ours is measured against."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class LeastApp(App[None]):
    """One Static that counts."""

    BINDINGS = [("down,pagedown,tab,full_stop,comma", "count", "Count"), ("q", "quit", "Quit")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        """The Static."""
        self.count = 0
        yield Static("ready 0")

    def action_count(self) -> None:
        """Show the next number."""
        self.count += 1
        self.query_one(Static).update(f"ready {self.count}")


if __name__ == "__main__":
    LeastApp().run()
