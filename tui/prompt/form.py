"""A form at the foot of the screen: one line a field, typed in where it stands."""

from collections.abc import Callable
from functools import partial

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Key, Paste, Resize

from model.curate.entry.values import Values
from tui.prompt.anew import begins_anew
from tui.prompt.form_fields import FieldLines
from tui.prompt.form_help import help_lines, hint_line
from tui.prompt.form_line import LABEL, line_of, line_typed_in
from tui.prompt.form_prefix import TO_EDITOR, asked, way_to
from tui.prompt.form_rows import FormRows
from tui.seam.field import TypingField
from tui.state.form import Fill, FormLine
from tui.text.line import BOLD, MUTE, RULE, Line, Look, Role, Span, between, cut_spans
from tui.text.shown import cells, shown, typeable
from tui.text.signs import Signs

Given = Callable[[Values | None, bool], None]
"""What is to be done with the values, None where the form was left; whether an editor was asked for."""

_HEAD = 2
"""Lines over the fields: a rule with the heading, and the keys."""

_OUT_OF_SIGHT = 1000
"""A row below every screen."""

_LONGEST = 2_000
"""The most characters of a field: a paragraph."""

_FIELDS_ON = {"down": 1, "ctrl+n": 1, "up": -1, "ctrl+p": -1, "pagedown": 8, "pageup": -8}
"""The keys that go to other fields, and how many rows away."""

_LEFT_BEHIND = "Esc again discards what you have typed. Any other key goes on."
_NOT_YET = "Not written yet: "


def _ignored(values: Values | None, edited: bool) -> None:
    pass


MAKING_ROOM = "-filling"
"""The class of what holds the panes while a form is on the screen."""


class Form(Vertical):
    """Asks for the fields of a form (`tui.state.form.Fill`); gives their values to `done`, or None after Esc."""

    def __init__(self, question: Fill, signs: Signs) -> None:
        super().__init__()
        self.done: Given = _ignored
        self._question = question
        self._signs = signs
        self._values = dict(question.values)
        self._touched = question.touched
        self.form_rows = FormRows(question.review(self._values))
        self._top = 0
        self._offered: tuple[str, list[str]] = "", []
        self._note = shown(question.note, signs.ascii_only)
        self._prefix = ""
        self._leaving = self._over = self._help = self._came = False
        self._typed_width = self._typed_row = 0
        self._lines = FieldLines(self.drawn, signs)
        self._typing = TypingField(self._value, self._changed, self._special(), (), _LONGEST)

    def compose(self) -> ComposeResult:
        """The lines, and over one of them the room to type."""
        yield self._lines
        yield self._typing

    def on_mount(self) -> None:
        """Let the first field be typed in, and the panes make room."""
        self._make_room(True)
        if not self._over:
            self.screen.set_focus(self._typing)
        self._go(0)

    def on_resize(self, event: Resize) -> None:
        """Type where the field is now."""
        self._place()

    async def take(self, event: Key | Paste) -> None:
        """Let what is typed have its effect."""
        self._note = ""
        if isinstance(event, Key) and self._prefix:
            self._after_prefix(event)
            return
        if isinstance(event, Key) and (
            event.key == "f1" or (event.key == "question_mark" and not self._value)
        ):
            self._show_help(not self._help)
            return
        self._show_help(False)
        waiting = asked(self._question.edit is not None)
        if isinstance(event, Key) and event.key in waiting:
            self._prefix, self._note = event.key, waiting[event.key]
            self._lines.redraw()
            return
        key = event.key if isinstance(event, Key) else ""
        self._leaving = self._leaving and key == "escape"
        if self.form_rows.here.off and key not in ("enter", "escape", *_FIELDS_ON):
            self._note = f"Nothing is asked for here: {self.form_rows.here.answer}."
        else:
            came, self._came = self._came, False
            untouched = self._question.suggests and self._field_name not in self._touched
            if came and begins_anew(event, self._value, untouched, self._readings):
                self._write("")
            await self._typing.take(event)
        self._widen()
        self._lines.redraw()

    def _after_prefix(self, event: Key) -> None:
        """What a key does after one that waits for another."""
        prefix, self._prefix = self._prefix, ""
        if prefix != TO_EDITOR:
            way, why_not = way_to(event.character, self.form_rows)
            self._note = shown(why_not, self._signs.ascii_only)
            self._go(way)
        elif event.key == "e":
            self._end(self._values, edited=True)

    def _show_help(self, helping: bool) -> None:
        if helping != self._help:
            self._help = helping
            self._place()

    # What is drawn

    def drawn(self, width: int, height: int) -> list[Line]:
        """Heading, keys, fields; or all keys, and what the form is filled in of."""
        which = f"{self.form_rows.at + 1} of {len(self.form_rows.fields)}"
        heading = between(
            (Span(f"{self._signs.rule * 2} ", RULE), Span(self._question.heading, BOLD)),
            (Span(which, MUTE), Span(f" {self._signs.rule}", RULE)), width, self._signs.rule, self._signs.cut,
        )  # fmt: skip
        if self._help:
            return [heading, *help_lines(self._question, self.form_rows.here, width, self._signs)][:height]
        shown_fields = list(enumerate(self.form_rows.fields))[self._top : self._top + max(1, height - _HEAD)]
        return [heading, self._keys(width), *(self._field(number, it, width) for number, it in shown_fields)]

    def _keys(self, width: int) -> Line:
        if self._note:
            return Line(cut_spans((Span(" "), Span(self._note, Look(Role.NO))), width, self._signs.cut))
        here = self.form_rows.here
        if cells(here.answer) > max(0, width - LABEL - self._typed_in(width) - 2):
            # Beside what is typed there is no room for it.
            look = Look(Role.NO) if here.wrong else MUTE
            return Line(cut_spans((Span(" "), Span(here.answer, look)), width, self._signs.cut))
        return hint_line(self._question.edit is not None, width, self._signs)

    def _field(self, number: int, field: FormLine, width: int) -> Line:
        if number == self.form_rows.at:
            return line_typed_in(field, self._typed_in(width), width, self._signs)
        return line_of(field, shown(self._value_of(field), self._signs.ascii_only), width, self._signs)

    def _typed_in(self, width: int) -> int:
        """Cells to type in: half of what is right of the label and, of what is longer, as many as it takes."""
        room = width - LABEL
        return max(8, room // 2, min(room, cells(self._typing.value) + 2))

    # What is typed

    @property
    def _field_name(self) -> str:
        return self.form_rows.here.name

    @property
    def _value(self) -> str:
        return self._value_of(self.form_rows.here)

    def _value_of(self, field: FormLine) -> str:
        """What stands in a field; in one that is not asked for, nothing is seen to."""
        return "" if field.off else self._values.get(field.name, "")

    def _special(self) -> dict[str, Callable[[], None]]:
        """The keys that type nothing."""
        keys: dict[str, Callable[[], None]] = {"enter": self._given, "escape": self.leave}
        keys |= {key: partial(self._go, by) for key, by in _FIELDS_ON.items()}
        return keys | {"tab": partial(self._next_reading, 1), "shift+tab": partial(self._next_reading, -1)}

    def _changed(self, typed: str) -> None:
        """Each key may change what other fields are, and which there are; what is only shown changes nothing."""
        if not self._over and typed != typeable(self._value):
            self._set(typed)

    def _set(self, typed: str) -> None:
        """Have other words in the field that is typed in."""
        name = self._field_name
        self._touched |= {name}
        self._values[name] = typed
        self._values = {**self._question.follow(self._values, self._touched)}
        self.form_rows.review(self._question.review(self._values))
        self._place()

    def _go(self, by: int) -> None:
        """Type in another field."""
        self.form_rows.go(by)
        self._write(self._value)
        self._came = True
        self._place()

    def _write(self, words: str) -> None:
        self._typing.value = words
        self._typing.cursor_position = len(self._typing.value)

    def _place(self) -> None:
        """Have the field that is typed in in sight, and the room to type on its line."""
        rows = max(1, self.size.height - _HEAD)
        self._top = min(max(self._top, self.form_rows.at - rows + 1), self.form_rows.at)
        # Where there are no fields, it is typed out of sight.
        row = _HEAD + self.form_rows.at - self._top if not self._help else _OUT_OF_SIGHT
        if self._typed_row != row:
            self._typed_row = row
            self._typing.styles.offset = (LABEL, row)
        self._widen()
        self._lines.redraw()

    def _widen(self) -> None:
        """Give what is typed the room that it takes."""
        width = self._typed_in(self.size.width)
        if self._typed_width != width:
            self._typed_width = self._typing.styles.width = width

    def _readings(self) -> list[str]:
        """What may stand in the field."""
        return list(self._question.offer(self._field_name, self._values))

    def _next_reading(self, by: int) -> None:
        """Write what may stand here: the next of it, once one of it stands here."""
        name, kept = self._offered
        if name != self._field_name or self._value not in kept:
            kept = self._readings()
            self._offered = self._field_name, kept
            here = kept.index(self._value) if self._value in kept else -1 if by > 0 else 0
        else:
            here = kept.index(self._value)
        if kept:
            # As it is offered: what cannot be typed, such as the end of a line, is not lost.
            self._set(kept[(here + by) % len(kept)])
            self._write(self._value)
        else:
            self._note = "There is nothing to complete here."

    def _given(self) -> None:
        """Enter gives what is right; what is wrong is gone to and said."""
        wrong = next((number for number, field in enumerate(self.form_rows.fields) if field.wrong), None)
        if wrong is None:
            self._end(self._values)
            return
        self._go(wrong - self.form_rows.at)
        self._note = f"{_NOT_YET}{self.form_rows.fields[wrong].label}: {self.form_rows.fields[wrong].answer}"

    def leave(self) -> None:
        """Esc gives nothing; where something was typed, only the second one does."""
        if self._touched and not self._leaving:
            self._leaving, self._note = True, _LEFT_BEHIND
            self._lines.redraw()
        else:
            self._end(None)

    def left(self) -> None:
        """Something else has the focus now: where nothing was typed, that ends it, else it is typed in again."""
        if self._touched:
            self.screen.set_focus(self._typing)
        else:
            self._end(None)

    def _end(self, values: Values | None, edited: bool = False) -> None:
        if not self._over:
            self._over = True
            self.done(values, edited)

    # Its end on the screen

    def close(self) -> None:
        """Be hidden at once, and go when the screen has been drawn without it."""
        self._make_room(False)
        self.display = False
        self.call_after_refresh(self._go_away)

    def _make_room(self, making: bool) -> None:
        # Of what is drawn nothing but the place of the panes hangs on it: to work out all styles anew takes as long as
        # several keys.
        body = self.screen.query_one("#body")
        body.set_class(making, MAKING_ROOM, update=False)
        self.app.stylesheet.apply(body)

    async def gone(self) -> None:
        """Go now, where that has not been done yet."""
        if self.is_attached:
            await self.remove()

    def _go_away(self) -> None:
        # Not given back: who called would wait for it, and it for them.
        if self.is_attached:
            self.remove()
