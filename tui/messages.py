"""What panes say to the screen. They ask; the screen decides."""

from dataclasses import dataclass

from textual.message import Message

from tui.text.line import Target


@dataclass
class Chosen(Message):
    """An entry of the first pane was chosen."""

    target: Target


@dataclass
class Moved(Message):
    """The first pane is to move on by so many entries."""

    by: int


@dataclass
class Entered(Message):
    """A line that leads somewhere was entered."""

    target: Target


@dataclass
class QuoteLit(Message):
    """A quote is to be lit; the card stays as it is."""

    claim: str


@dataclass
class Sought(Message):
    """Days were asked for, by their day numbers: what is on them is to be shown, or else what is nearest."""

    first: int
    last: int


@dataclass
class Note(Message):
    """One sentence for the footer, until the next key."""

    text: str
