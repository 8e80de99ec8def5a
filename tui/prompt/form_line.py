"""How a field of a form is drawn: its label, its value, and at the end of the line what that means."""

from tui.state.form import FormLine
from tui.text.line import ACCENT, KEY, MUTE, RULE, TEXT, Line, Look, Role, Span, between
from tui.text.shown import cells, cut, fit
from tui.text.signs import Signs

LABEL = 16
"""Cells of a label with the mark before it."""


def line_typed_in(field: FormLine, typed: int, width: int, signs: Signs) -> Line:
    """The field that is typed in, with room for its value in so many cells after the label."""
    answer = cut(field.answer, max(0, width - LABEL - typed - 2), signs.cut)
    return _line((Span(signs.selected, ACCENT), _label(field, KEY, signs)), field, answer, width, signs)


def line_of(field: FormLine, value: str, width: int, signs: Signs) -> Line:
    """Any other field, with its value as it is shown."""
    room = width - LABEL
    answer = cut(field.answer, max(room - room // 2, room - cells(value) - 1) - 2, signs.cut)
    before = (Span(" "), _label(field, _dimmed(field), signs), Span(value, TEXT))
    return _line(before, field, answer, width, signs)


def _label(field: FormLine, look: Look, signs: Signs) -> Span:
    return Span(fit(field.label, LABEL - 2, signs.cut) + " ", look)


def _dimmed(field: FormLine) -> Look:
    """What is not asked for stands back."""
    return RULE if field.off else MUTE


def _line(before: tuple[Span, ...], field: FormLine, answer: str, width: int, signs: Signs) -> Line:
    look = Look(Role.NO) if field.wrong else _dimmed(field)
    return between(before, (Span(answer, look), Span(" ")), width, " ", signs.cut)
