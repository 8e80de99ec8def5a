"""What may reach a terminal: readable text, and in a drawn screen the few sequences that the program writes itself."""

import re
import unicodedata

HARMFUL = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""The general categories (Unicode, UAX 44) of what commands a terminal, reorders a line or cannot be seen."""

_OWN = re.compile(
    r"\x1b\[[0-9;]*m"  # pens
    r"|\x1b\[(?:\d+(?:;\d+)?)?H|\x1b\[\d*[CD]|\x1b\[\d+X|\x1b\[K"  # where to write, and what to erase
    r"|\x1b\[\?(?:7|25|1000|1003|1004|1006|1015|1049|2004|2026|2048)[hl]"  # modes
    r"|\x1b\[\?(?:2026|2048)\$p"  # what the terminal can do
    r"|\x1b\[>\d+u|\x1b\[<u"  # the keyboard
)

ONCE = {"\x1b[2J": 1, "\x1b[?1049h": 1, "\x1b[?1049l": 1, "\x1b[?25l": 2, "\x1b[?25h": 1}
"""The sequences that a payload may hold too, and how often the program itself writes them at most."""


def harmful(text: str) -> set[str]:
    """The characters of `text` that no terminal should get from a file, line ends aside."""
    return {character for character in text if unicodedata.category(character) in HARMFUL} - {"\n"}


def foreign(stream: str) -> set[str]:
    """What stands in all that a program wrote on a terminal and is neither text nor a sequence of its own."""
    too_often = {sequence for sequence, most in ONCE.items() if stream.count(sequence) > most}
    text = _OWN.sub("", stream.replace("\x1b[2J", "", 1))
    strange = {
        text[max(0, at - 5) : at + 20] for at, c in enumerate(text) if unicodedata.category(c) in HARMFUL
    }
    return too_often | strange
