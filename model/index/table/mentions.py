"""Nobody is met in a table: its cells have names, and no entities that take part, speak or pass something on."""

from model.index.values import Ways


class TableMentions:
    """See `model.index.protocol.Mentions`."""

    def over_rows(self, parts: int) -> dict[str, tuple[int, ...]]:
        """Nobody."""
        return {}

    def ways(self) -> dict[str, Ways]:
        """Nobody."""
        return {}

    def claims(self) -> dict[str, int]:
        """Nobody."""
        return {}

    def pairs(self, most: int) -> list[tuple[str, str, int]]:
        """Nobody."""
        return []

    def common(self, one: str, other: str, most: int) -> list[str]:
        """Nobody."""
        return []

    def parts_in(self, events: tuple[str, ...]) -> dict[str, dict[str, bool]]:
        """Nobody in each of them."""
        return {event: {} for event in events}
