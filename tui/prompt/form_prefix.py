"""The keys of a form that wait for another one."""

from tui.prompt.form_rows import FormRows

TO_EDITOR, TO_FIELD = "ctrl+x", "ctrl+g"

_WHICH = "To which field? Type the letter that its name begins with."


def asked(edits: bool) -> dict[str, str]:
    """These keys, each with what is said while it waits; `edits` where the form can be left for an editor."""
    return {TO_FIELD: _WHICH, **({TO_EDITOR: ""} if edits else {})}


def way_to(letter: str | None, rows: FormRows) -> tuple[int, str]:
    """How many rows away the next field is that begins with what was typed; 0 and why, where there is none."""
    if not letter or not letter.isprintable():
        return 0, ""
    by = rows.away(letter)
    return (by, "") if by is not None else (0, f"No field begins with {letter}.")
