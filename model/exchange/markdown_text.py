"""Text and addresses as Markdown shows them and takes them for nothing else: CommonMark, GitHub, Pandoc, mathematics.

What a backslash keeps from Markdown itself is kept by one. GitHub and pages with mathematics look for more when the
backslashes are gone (a dollar, `:smile:`, `@name`, `#12`): there the sign stands in a `<span>` of its own, which is
not seen. Pandoc sets straight quotation marks as curly ones, as a typesetter does, unless it is told `-smart`.
"""

import re

_ADDRESS = re.compile(r"(?:https?|ftp)://(?:[^\s<>\"'`$|\\{}^&]|&(?![#\w]+;))+", re.IGNORECASE)
"""An address in a text, which GitHub makes a link by itself: a backslash in it would be a part of the address.

It ends before what some take for an entity, `&amp;`, and others do not.
"""

_AFTER_ADDRESS = frozenset(".,:;!?*_~)]”’»")
_LINKED = re.compile(r"https?://|ftp://", re.IGNORECASE)
_NOT_IN_ADDRESS = re.compile(r"[\s<>\"'`$|\\{}^]|&(?=[#\w]+;)")

_APART = (
    r"\$(?![0-9])"  # mathematics ends with a dollar that no digit follows
    r"|\\(?=[(\[])"  # mathematics, for MathJax
    r"|:(?=[A-Za-z0-9_+-]+:)"
    r"|(?<!\w)@"  # somebody on GitHub; a citation, for Pandoc
    r"|#(?=[0-9])|(?<=\b[Gg][Hh])-(?=[0-9])"  # an issue on GitHub
)
_BY_BACKSLASH = (
    r"[\\`*\[\]#|~^{}!$]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # inside a word it is no emphasis, and may be a part of an address
    r"|(?<=-)-|(?<=\.)\."  # a dash and an ellipsis, for Pandoc
)
_BY_ENTITY = (
    r"[&<]"
    r"|\bw(?=ww\.)|\b[mx](?=(?:ailto|mpp):)"  # an address, for GitHub: a backslash in it would be shown
)
_SPECIAL = re.compile(
    f"(?P<apart>{_APART})|(?P<escaped>{_BY_BACKSLASH})|(?P<entity>{_BY_ENTITY})", re.IGNORECASE
)

_NAMED = {"&": "&amp;", "<": "&lt;"}

_BLOCK = re.compile(r"[-+=:%>]")
_NUMBER = re.compile(r"(\(?(?:[0-9]+|[^\W\d_]|[ivxlcdmIVXLCDM]+))(?=[.)](?:\s|\Z))")
"""What numbers the items of a list, also by letters, as Pandoc has it."""


def escaped(text: str, at_start: bool = True) -> str:
    """Text of one line that Markdown takes for nothing else, wherever it stands; `at_start` of a line too."""
    pieces, end = [], 0
    for found in _ADDRESS.finditer(text):
        url = _without_what_follows(found[0])
        pieces += [_escaped(text[end : found.start()], at_start and not end), f"<{url}>"]
        end = found.start() + len(url)
    return "".join((*pieces, _escaped(text[end:], at_start and not end)))


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
    sign = found[0]
    if found["entity"]:
        return _NAMED.get(sign) or f"&#{ord(sign)};"
    return f"<span>\\{sign}</span>" if found["apart"] else f"\\{sign}"


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
