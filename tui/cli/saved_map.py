"""The file that says what the columns of a table were taken for, to be mended and named the next time."""

from pathlib import Path

from tui.cli.narration import narrate
from tui.cli.refusal import Refusal


def save_map(file: Path, text: str) -> None:
    """Write it where nothing is yet, and say so. Raises `Refusal`."""
    try:
        with file.open("x", encoding="utf-8") as writing:
            writing.write(text)
    except OSError as error:
        raise Refusal(
            f"{file} cannot be written: {error.strerror}; the rows are imported all the same"
        ) from None
    narrate(
        f"{file}: what the columns were taken for; mend it, and name it with --map for the next such table"
    )
