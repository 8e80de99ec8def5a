"""What the keys of a form do: in a line over the fields, and in full, with all of what it is filled in of."""

from collections.abc import Sequence

from tui.state.form import Fill, FormLine
from tui.text.line import KEY, MUTE, TEXT, Line, Span, cut_spans
from tui.text.shown import shown
from tui.text.signs import Signs
from tui.text.wrap import wrap_text

_FEW = (("enter", "write"), ("tab", "complete"), ("arrows", "fields"), ("esc", "leave"), ("f1", "help"))
_EDITOR = ("ctrl-x e", "editor")
_ALL = (
    ("enter", "write, or go to what is wrong"),
    ("tab shift-tab", "complete, the next of it"),
    ("down up", "a field on, back"),
    ("pgdn pgup", "eight fields"),
    ("ctrl-g s", "the next field that begins with s"),
    ("ctrl-u", "empty the field"),
    ("letters", "take the place of what was suggested"),
    ("esc", "leave"),
)
_EDITOR_IN_FULL = ("ctrl-x e", "go on in your editor, with all that is typed")


def hint_line(edits: bool, width: int, signs: Signs) -> Line:
    """The keys that one needs most; `edits` where the form can be left for an editor."""
    hints = (*_FEW[:3], _EDITOR, *_FEW[3:]) if edits else _FEW
    return Line(cut_spans(_spans(hints), width, signs.cut))


def help_lines(form: Fill, here: FormLine, width: int, signs: Signs) -> list[Line]:
    """All keys, as many on a line as there is room for, what may be typed `here`, and what the form is about."""
    lines: list[list[tuple[str, str]]] = [[]]
    for hint in (*_ALL, *([_EDITOR_IN_FULL] if form.edit is not None else [])):
        if lines[-1] and sum(len(f"  {key} {does}") for key, does in (*lines[-1], hint)) > width:
            lines.append([])
        lines[-1].append(hint)
    keys = [Line(cut_spans(_spans(it), width, signs.cut)) for it in lines]
    words = shown(" ".join(form.about.split()), signs.ascii_only)
    texts = wrap_text(words, max(4, width - 2)) if words else []
    way = form.ways.get(here.name, "")
    ways = wrap_text(f"{here.label.strip()}: {way}", max(4, width - 2)) if way else []
    told = (*(Line((Span(f" {it}", KEY),)) for it in ways), *(Line((Span(f" {it}", TEXT),)) for it in texts))
    return [*keys, *told]


def _spans(hints: Sequence[tuple[str, str]]) -> list[Span]:
    spans = [span for key, does in hints for span in (Span(f"  {key}", KEY), Span(f" {does}", MUTE))]
    spans[0] = Span(f" {hints[0][0]}", KEY)
    return spans
