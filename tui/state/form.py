"""A form: fields that a person fills in, each on a line of its own, with what their words would mean."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from model.curate.entry.values import Values

if TYPE_CHECKING:
    from tui.state.context import Context
    from tui.state.outcome import Outcomes


@dataclass(frozen=True, slots=True)
class FormLine:
    """A field as it stands: its `label`, and an `answer` that says what its value means or why it cannot be so.

    A field that is `wrong` is not given. One that is `off` is not asked for, and its `answer` says why: it keeps its
    place, and nothing is typed in it. All is safe to show, but for the value.
    """

    name: str
    label: str
    answer: str = ""
    wrong: bool = False
    off: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fill:
    """A form to be filled in under a `heading`, which begins with `values`.

    `review` gives the fields that there are with these values, in order, at each key. `follow` gives the values
    that go with those that the person has changed (by name): what was suggested may follow. `offer` gives what may
    stand in a field, which Tab writes one after the other. `about` is the whole text that it is filled in of,
    `ways` say what may be typed in a field. What stands in it before anybody has typed is only suggested where it
    `suggests`. `done` makes the outcome of the values, or of None where the form was left; `edit` of leaving it for
    an editor. It begins with a `note` on what was wrong, which may hold outside text, and with what a person has
    `touched` before it was given back.
    """

    heading: str
    values: Values
    review: Callable[[Values], Sequence[FormLine]]
    follow: Callable[[Values, frozenset[str]], Values]
    offer: Callable[[str, Values], Sequence[str]]
    done: "Callable[[Context, Values | None], Outcomes]"
    edit: "Callable[[Context, Values], Outcomes] | None" = None
    note: str = ""
    about: str = ""
    ways: Mapping[str, str] = field(default_factory=dict)
    touched: frozenset[str] = frozenset()
    suggests: bool = False
