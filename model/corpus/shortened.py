"""Values from files as a message may quote them: in one line, and never longer than a reader wants."""

_LONGEST = 60


def shortened(value: object, longest: int = _LONGEST) -> str:
    r"""The text of `value`, cut to `longest` characters by `...`; what cannot be seen is escaped, as `\n`."""
    try:
        text = str(value)
    except ValueError:
        # Python refuses to write out an integer of thousands of digits in decimal.
        text = f"{value:#x}"
    cut = text if len(text) <= longest else text[: longest - 3] + "..."
    return "".join(char if char.isprintable() else _escaped(char) for char in cut)


def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")
