"""What has a name of its own, by which it is done at the colon."""

from dataclasses import dataclass

from tui.state.outcome import Do


@dataclass(frozen=True, slots=True)
class Named:
    """Something that a word does: its `name`, other `words` for it, one sentence of `help`, and what is done.

    `lacking` says why it cannot be done in this archive, as a clause; then it is offered nowhere. Empty where it can.
    """

    name: str
    words: tuple[str, ...]
    help: str
    do: Do
    lacking: str = ""
