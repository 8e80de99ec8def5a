"""When what is typed takes the place of what stands in a field, in place of making it longer."""

from collections.abc import Callable, Sequence

from textual.events import Key, Paste


def begins_anew(event: Key | Paste, here: str, suggested: bool, offered: Callable[[], Sequence[str]]) -> bool:
    """Whether an event, where one has just come to a field, begins something else than what stands `here`.

    A letter or digit does where that is only suggested, and a letter where it is one whole word of those that are
    `offered`: a longer "launch" is no word that anybody means. What goes on begins with a comma, a slash, a space.
    """
    if not (isinstance(event, Key) and event.is_printable and here):
        return False
    typed = event.character or ""
    if suggested:
        return typed.isalnum()
    return typed.isalpha() and " " not in here and here in offered()
