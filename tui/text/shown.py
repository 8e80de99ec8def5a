"""The one place where outside text becomes shown text.

Text from files is hostile: an escape sequence in a quote must not reach the terminal, a bidi override must not
reorder a line, a zero-width character must not hide. Such characters are shown as `<U+202E>`. What is shown is
never parsed as markup. The stored text is untouched: every cluster keeps the code points it came from.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from model.quotes.hidden import MAX_MARKS, is_hidden
from model.quotes.romanizing import romanized
from tui.terminal.width import WIDE, graphemes, is_apart
from tui.terminal.width import cells as cells

_ALONE = re.compile("[ -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027]*")
"""What most text is made of: printable Latin characters and typographic marks, each of which has one cell to itself."""

_AS_SPACE = frozenset("\t\n\r\f")
"""White space that is one space on a line. A form feed is the end of a page."""

_ENDS = r"\f*(?:\r\n|[\r\n])\f*|\f+"
_BREAK = re.compile(_ENDS)
"""The end of a line, of a page, or of both at once."""
_FOLDS = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "·": ".", "′": "'", "×": "x"}
)
_BETWEEN_WORDS = re.compile(r"(?<=\w)—(?=\w)")
"""A dash that keeps words apart: a hyphen alone would join them."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """A grapheme cluster: code points `start` to `end` of the text it is from, as shown in `cells` cells."""

    start: int
    end: int
    shown: str
    cells: int


Measure = tuple[int, int, int, bool]
"""Of a cluster: its first code point and the one after its last, its cells, whether it is shown as a space."""


def is_plain(text: str, ascii_only: bool = False) -> bool:
    """Whether each code point is a cluster of its own, shown as it is in one cell; False also where that is unsure."""
    return text.isprintable() if text.isascii() else not ascii_only and _ALONE.fullmatch(text) is not None


def _is_as_it_is(text: str, ascii_only: bool) -> bool:
    """Whether each code point is a cluster of its own, shown as it is; False also where that is unsure."""
    return is_apart(text) and (not ascii_only or text.isascii())


def clusters(text: str, start: int = 0, ascii_only: bool = False) -> Iterator[Cluster]:
    """The clusters of `text`, which stands at code point `start` of its document."""
    if _is_as_it_is(text, ascii_only):
        for first, last, size in graphemes(text):
            yield Cluster(start + first, start + last, text[first], size)
        return
    at = start
    for piece, safe in _pieces(text):
        if safe:
            for first, last, _ in graphemes(piece):
                shown = _cluster_text(piece[first:last], ascii_only)
                yield Cluster(at + first, at + last, shown, cells(shown))
        else:
            shown = _visible(piece)
            yield Cluster(at, at + len(piece), shown, len(shown))
        at += len(piece)


def measures(text: str, ascii_only: bool = False) -> Iterator[Measure]:
    """The clusters of `text` without what is shown of them: of a long text, most lines are never seen."""
    if _is_as_it_is(text, ascii_only):
        yield from ((at, at + 1, 1 + (it > WIDE), it == " ") for at, it in enumerate(text))
        return
    alphabet = set(text)
    alone = {char: found for char in alphabet if (found := _alone(char, ascii_only)) is not None}
    done = 0
    for joined in _joined(alphabet - alone.keys()).finditer(text):
        yield from ((at, at + 1, *alone[text[at]]) for at in range(done, joined.start()))
        done = joined.end()
        for it in clusters(joined[0], joined.start(), ascii_only):
            yield it.start, it.end, it.cells, it.shown == " "
    yield from ((at, at + 1, *alone[text[at]]) for at in range(done, len(text)))


def shown(text: str, ascii_only: bool = False) -> str:
    """`text` as it may be shown on one line: newlines and tabs as spaces, dangerous characters spelled out."""
    if _is_as_it_is(text, ascii_only):
        return text
    return "".join(cluster.shown for cluster in clusters(text, 0, ascii_only))


def typeable(text: str) -> str:
    """Outside text as it may stand in a line that is typed in: one line, without what cannot be seen there."""
    return "".join(" " if it in _AS_SPACE else it for it in text if it in _AS_SPACE or not is_hidden(it))


def folded(text: str, ascii_only: bool = False) -> str:
    """`text` for our own aligned columns: typographic marks of ambiguous width become ASCII ones."""
    return shown(_BETWEEN_WORDS.sub(" - ", text).translate(_FOLDS), ascii_only)


def cut(text: str, width: int, mark: str) -> str:
    """`text` in at most `width` cells, on cluster borders, with `mark` at its end where something was cut."""
    if cells(text) <= width:
        return text
    kept, room = [], width - cells(mark)
    if text.isascii():
        return text[:room] + mark if room >= 0 else ""
    for first, last, size in graphemes(text):
        room -= size
        if room < 0:
            break
        kept.append(text[first:last])
    return "".join(kept) + mark if width >= cells(mark) else ""


def cut_before(text: str, width: int, mark: str) -> str:
    """`text` in at most `width` cells, with `mark` at its beginning where that was cut: of a path the end matters."""
    if cells(text) <= width:
        return text
    kept, room = [], width - cells(mark)
    for first, last, size in reversed([*graphemes(text)]):
        room -= size
        if room < 0:
            break
        kept.append(text[first:last])
    return mark + "".join(reversed(kept)) if width >= cells(mark) else ""


def fit(text: str, width: int, mark: str) -> str:
    """`text` in exactly `width` cells: cut, or filled with spaces."""
    text = cut(text, width, mark)
    return text + " " * (width - cells(text))


@lru_cache(maxsize=8192)
def _alone(character: str, ascii_only: bool) -> tuple[int, bool] | None:
    """The cells of a character, and whether it is shown as a space; None where it joins the one before it."""
    if not is_hidden(character) and cells(character) == 0:
        return None
    (only,) = clusters(character, 0, ascii_only)
    return only.cells, only.shown == " "


def _joined(marks: set[str]) -> re.Pattern[str]:
    """What finds ends of lines, and characters in `marks`, which join what stands before them, with that."""
    joining = f"(?:{_ENDS}|.)?[{re.escape(''.join(sorted(marks)))}]+|" if marks else ""
    return re.compile(f"(?s){joining}{_ENDS}")


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Runs of safe text, and what is not: ends of lines, of however many characters, and single characters."""
    begin = end = 0
    for at, character in enumerate(text):
        if at >= end and is_hidden(character):
            if begin < at:
                yield text[begin:at], True
            found = _BREAK.match(text, at)
            begin = end = found.end() if found else at + 1
            yield text[at:end], False
    if begin < len(text):
        yield text[begin:], True


def _visible(piece: str) -> str:
    return " " if piece[0] in _AS_SPACE else f"<U+{ord(piece):04X}>"


def _cluster_text(cluster: str, ascii_only: bool) -> str:
    if cluster.isascii():
        return cluster
    if unicodedata.category(cluster[0]) == "Zs":
        return " "
    if ascii_only:
        return _ascii_twin(cluster)
    if cells(cluster) == 0:
        # A mark with nothing to sit on would change its neighbour.
        return "".join(f"<U+{ord(mark):04X}>" for mark in cluster[:MAX_MARKS])
    return cluster[:MAX_MARKS]


def _ascii_twin(cluster: str) -> str:
    latin = romanized(unicodedata.normalize("NFC", cluster.translate(_FOLDS)))
    base = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode()
    return base or "?" * max(1, cells(cluster))
