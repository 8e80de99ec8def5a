"""The fields of a record as the lines of a form: safe to show."""

from collections.abc import Iterable

from model.curate.entry.entry_field import EntryField
from tui.state.form import FormLine
from tui.text.shown import shown
from tui.text.signs import Signs


def lines_of(fields: Iterable[EntryField], signs: Signs) -> list[FormLine]:
    """A line for each field."""
    return [
        FormLine(
            it.name, shown(it.label, signs.ascii_only), shown(it.answer, signs.ascii_only), it.wrong, it.off
        )
        for it in fields
    ]
