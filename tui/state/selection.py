"""What is selected: one frozen value that all panes follow."""

from dataclasses import dataclass

from tui.text.target import CardTarget, TextTarget


@dataclass(frozen=True, slots=True)
class Selection:
    """The selected `event` (its row), `card` (of an event, an entity, a conflict) and `quote` (the claim that is lit).

    `place` is a place in a document that a search has led to; the document is shown there, and no quote is lit.
    """

    event: str | None = None
    card: CardTarget | None = None
    quote: str | None = None
    place: TextTarget | None = None

    @property
    def lit(self) -> str | None:
        """The claim whose words are lit in the source; None where none is."""
        return self.quote if self.place is None else None
