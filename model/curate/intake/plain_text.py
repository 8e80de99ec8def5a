"""Plain text: all of it is visible."""

from model.curate.intake.encoding import decoded
from model.curate.intake.extracted import Extracted, in_lines

_LONGEST_TITLE = 200


def read_plain_text(data: bytes) -> Extracted:
    """The text of a plain text file, its lines ended with line feeds. The first line may be its title."""
    text = in_lines(decoded(data))
    first = text.lstrip().partition("\n")[0].strip()
    titles = (first,) if 0 < len(first) <= _LONGEST_TITLE else ()
    return Extracted(kind="text", ending="txt", text=text, titles=titles)
