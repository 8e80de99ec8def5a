"""A text with a piece of it exchanged, and the proof that it says what was meant and nothing else."""

from collections.abc import Callable
from typing import Any

from model.corpus.syntax import edited_table
from model.curate.toml_text import ByteSpan, CannotEdit, TomlText


def spliced(data: bytes, at: ByteSpan, new: bytes) -> bytes:
    """A text with `new` in place of the bytes of a span."""
    return data[: at.start] + new + data[at.end :]


def line_ends_of(text: TomlText, new: str) -> bytes:
    """What is written, with line ends as the text has them."""
    return new.encode().replace(b"\n", text.newline)


def proven(before: TomlText, after: bytes, meant: Callable[[dict[str, Any]], object]) -> bytes:
    """`after`, once it is read and is what `meant` makes of the table of `before`, which is used up with that.

    What a grammar misunderstands, or a layout that nobody thought of, must not change what a file says. Raises
    `CannotEdit` where it would.
    """
    meant(before.table)
    if edited_table(after) != before.table:
        raise CannotEdit("it is written in a way that cannot be edited safely; edit it by hand")
    return after
