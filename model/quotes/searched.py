"""A text in which many passages are looked for: the more there are, the less of it is read for each."""

from collections import defaultdict

_BLOCK = 8
"""Characters of one block; a passage of twice as many less one holds a whole block, wherever it stands."""

_READ_FIRST = 64
"""So many times the whole text may be read before its blocks are listed, which takes as long as that."""

_CANDIDATES = 64
"""So many places are tried for one passage. Where all look alike, as in a text of one letter, reading is quicker."""


class Searched:
    """A text that is searched often. What it answers is what `str.find` answers.

    The text is cut into blocks of equal length, and the places of each are listed. A passage that stands in the text
    covers whole blocks of it, in one of as many ways as a block has characters.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._read = 0
        self._blocks: dict[str, list[int]] | None = None
        self._asked: tuple[str, list[int] | None] = "", None

    def find(self, passage: str, start: int = 0) -> int:
        """Where `passage`, which is not empty, first stands from `start` on, in code points; -1 if nowhere."""
        if self._blocks is None:
            if self._read <= _READ_FIRST * len(self.text):
                at = self.text.find(passage, start)
                self._read += (at if at >= 0 else len(self.text)) - start
                return at
            self._blocks = _blocks(self.text)
        if len(passage) < 2 * _BLOCK - 1:
            return self.text.find(passage, start)
        if passage != self._asked[0]:
            # Of each quote it is asked where it stands, and then whether it stands elsewhere too.
            self._asked = passage, self._places(passage)
        places = self._asked[1]
        if places is None:
            return self.text.find(passage, start)
        found = [at for at in places if at >= start and self.text.startswith(passage, at)]
        return min(found, default=-1)

    def _places(self, passage: str) -> list[int] | None:
        """All places at which a passage may stand; None where too many might be it."""
        blocks, found = self._blocks or {}, list[int]()
        for offset in range(_BLOCK):
            fewest: list[int] | None = None
            begin = offset
            for at in range(offset, len(passage) - _BLOCK + 1, _BLOCK):
                places = blocks.get(passage[at : at + _BLOCK])
                if places is None:
                    break
                if fewest is None or len(places) < len(fewest):
                    fewest, begin = places, at
            else:
                if fewest is None or len(fewest) > _CANDIDATES:
                    return None
                found += [place - begin for place in fewest]
        return found


def _blocks(text: str) -> dict[str, list[int]]:
    """The places of each block of a text, in order."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at in range(0, len(text) - _BLOCK + 1, _BLOCK):
        found[text[at : at + _BLOCK]].append(at)
    return found
