"""Names written from top to bottom."""

from tui.text.shown import clusters


def upright(name: str, height: int, mark: str) -> list[str]:
    """The letters of a safe name, at most `height` of them, cut with `mark`."""
    letters = [cluster.shown for cluster in clusters(name)]
    return letters if len(letters) <= height else [*letters[: height - 1], mark]
