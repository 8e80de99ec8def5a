"""When what is typed begins another word than the suggested one, in place of making it longer."""

from collections.abc import Callable, Sequence

from textual.events import Key, Paste


def begins_anew(event: Key | Paste, here: str, offered: Callable[[], Sequence[str]]) -> bool:
    """Whether an event is a letter, and the field holds one whole word of those that are `offered` for it.

    Asked where one has just come to a field: a longer "launch" is no word that anybody means.
    """
    is_letter = isinstance(event, Key) and event.is_printable and (event.character or "").isalpha()
    return is_letter and bool(here) and " " not in here and here in offered()
