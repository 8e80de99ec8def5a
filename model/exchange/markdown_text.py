"""Text and addresses as Markdown shows them and takes them for nothing else: CommonMark, GitHub, Pandoc."""

import re

_ADDRESS = re.compile(r"(?:https?|ftp)://[^\s<>\"'`$|\\{}^]+")
"""An address in a text, which GitHub makes a link by itself: a backslash in it would be a part of the address."""

_AFTER_ADDRESS = frozenset(".,:;!?*_~)]”’»")
_LINKED = re.compile(r"https?://|ftp://", re.IGNORECASE)
_NOT_IN_ADDRESS = re.compile(r"[\s<>\"'`$|\\{}^]")

_SPECIAL = re.compile(
    r"[\\`*\[\]>#|~^{}!$&<]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # inside a word it is no emphasis, and may be a part of an address
    r"|(?<!\w)@"  # a citation, for Pandoc
)
_OTHERWISE = {
    "&": "&amp;",
    "<": "&lt;",
    # Mathematics ends with a dollar that no digit follows. A backslash is not enough there: GitHub looks for
    # mathematics when it is gone, and says to put the dollar apart.
    "$": r"<span>\$</span>",
}
_DIGITS = frozenset("0123456789")

_BLOCK = re.compile(r"[-+=:%]")
_NUMBER = re.compile(r"(\(?(?:[0-9]+|[A-Za-z]|[ivxlcdmIVXLCDM]+))(?=[.)](?:\s|\Z))")
"""What numbers the items of a list, also by letters, as Pandoc has it."""


def escaped(text: str) -> str:
    """Text of one line that Markdown takes for nothing else, wherever it stands, also at the start of a line."""
    pieces, end = [], 0
    for found in _ADDRESS.finditer(text):
        url = _without_what_follows(found[0])
        pieces += [_escaped(text[end : found.start()], at_start=not end), f"<{url}>"]
        end = found.start() + len(url)
    return "".join((*pieces, _escaped(text[end:], at_start=not end)))


def address(url: str) -> str:
    """An address as a link that leads there; what is no address of the web is text."""
    if not _LINKED.match(url):
        return escaped(url)
    return f"<{_NOT_IN_ADDRESS.sub(lambda found: f'%{ord(found[0]):02X}', url)}>"


def _escaped(text: str, at_start: bool) -> str:
    marked = _SPECIAL.sub(_written, text)
    if not at_start:
        return marked
    if _BLOCK.match(marked):
        return f"\\{marked}"
    return _NUMBER.sub(r"\1\\", marked, count=1) if _NUMBER.match(marked) else marked


def _written(found: re.Match[str]) -> str:
    special = found[0]
    money = special == "$" and found.string[found.end() : found.end() + 1] in _DIGITS
    return f"\\{special}" if money else _OTHERWISE.get(special, f"\\{special}")


def _without_what_follows(url: str) -> str:
    """The address without the punctuation of the sentence that it stands in; brackets that it opens are its own."""
    end, unopened = len(url), url.count(")") - url.count("(")
    while url[end - 1] in _AFTER_ADDRESS:
        if url[end - 1] == ")":
            if unopened <= 0:
                break
            unopened -= 1
        end -= 1
    return url[:end]
