"""The difference between a quote and a text in one line of words."""

from collections.abc import Iterator

from model.quotes.folding import Folded
from model.quotes.worddiff import Piece, word_diff

_SAID = 3
_LONGEST = 60
_SPACES = {
    " ": "a space",
    "\n": 'a line break ("\\n")',
    "\r\n": 'a line break ("\\r\\n")',
    "\n\n": 'an empty line ("\\n\\n")',
    "\r\n\r\n": 'an empty line ("\\r\\n\\r\\n")',
    "\u00a0": "a no-break space",
    "\t": "a tab",
}
"""White space by its name, that of lines also as it is written in a quote of TOML."""

_Change = tuple[str, str, str, str]
"""What is gone, what is new, and what both have before and after it."""


def diff_sentence(old: str, new: str, called: str = "the quote") -> str:
    """Return in one line how `new`, the text, differs from `old`, `called` the quote, three times at most.

    Such as `the text has "not" after "is"` or `the text has "would" where the quote has "might"`. Characters
    that cannot be seen are named by code point, and so are those that tell apart words that look alike.
    """
    changes = list(_changes(word_diff(old, new)))
    if not changes:
        return f"the text and {called} are the same"
    said = "; ".join(_said(change, called) for change in changes[:_SAID])
    more = len(changes) - _SAID
    return f"the text {said}; and {more} more" if more > 0 else f"the text {said}"


def _changes(pieces: list[Piece]) -> Iterator[_Change]:
    """Yield the changes: a gone piece and the new one right after it are one."""
    at = 0
    while at < len(pieces):
        begin = at
        gone = new = ""
        if pieces[at][0] == "gone":
            gone = pieces[at][1]
            at += 1
        if at < len(pieces) and pieces[at][0] == "new":
            new = pieces[at][1]
            at += 1
        if at == begin:
            at += 1
            continue
        yield gone, new, pieces[begin - 1][1] if begin else "", pieces[at][1] if at < len(pieces) else ""


def _said(change: _Change, called: str) -> str:
    gone, new, before, after = change
    if gone and new:
        return f"has {_named(new, gone)} where {called} has {_named(gone, new)}"
    return (f"has {_named(new, '')}" if new else f"lacks {_named(gone, '')}") + _beside(before, after)


def _beside(before: str, after: str) -> str:
    """Say where: after the last word before, or before the first word after, or nowhere if there are none."""
    if before.strip():
        return f" after {_quoted(before.rsplit(maxsplit=1)[-1])}"
    return f" before {_quoted(after.split(maxsplit=1)[0])}" if after.strip() else ""


def _named(words: str, other: str) -> str:
    """Name what stands where `other` stands: white space by its name, look-alikes with their code points."""
    if not words.strip():
        return _SPACES.get(words, f"white space ({_code_points(words)})")
    named = _quoted(words)
    apart = [char for char in words if char not in other]
    if apart and other.strip() and Folded(words).text == Folded(other).text:
        named += f" ({_code_points(apart)})"
    return named


def _quoted(words: str) -> str:
    """Quote words in one line, shortened in the middle, with what cannot be seen as <U+....>."""
    line = " ".join(words.split())
    if len(line) > _LONGEST:
        line = f"{line[: _LONGEST // 2]} ... {line[-_LONGEST // 2 :]}"
    return '"' + "".join(char if char.isprintable() else f"<{_code_points(char)}>" for char in line) + '"'


def _code_points(chars: str | list[str]) -> str:
    """Name up to three code points: "U+2019 U+00A0"."""
    return " ".join(f"U+{ord(char):04X}" for char in list(dict.fromkeys(chars))[:3])
