"""What widgets say to the screen when the mouse asks for something. They ask; the screen decides."""

from dataclasses import dataclass

from textual.message import Message

from tui.text.target import ClaimTarget, Target, TextTarget


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
    """A line that leads somewhere was entered; `lit` is the quote that going to the line has lit, if any."""

    target: Target
    lit: ClaimTarget | TextTarget | None = None


@dataclass
class DaysSought(Message):
    """Days were asked for, by their day numbers: what is on them is to be shown, or else what is nearest."""

    first: int
    last: int


@dataclass
class Dragged(Message):
    """A stretch of a document was marked with the mouse."""

    place: TextTarget
