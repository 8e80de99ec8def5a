"""Words that are a slip of the keyboard away from one another."""

from collections.abc import Iterable, Iterator

_SHORTEST = 4
_MOST_KNOWN = 500
"""Of a corpus with more words than anybody knows, the commonest ones are what was meant."""


class NearWords:
    """Known words, and which of them is meant by one that is nearly one."""

    def __init__(self, known: Iterable[str] = ()) -> None:
        self._near: dict[str, str] = {}
        for word in known:
            self.add(word)

    def add(self, word: str) -> None:
        """One more word that is known, by itself and by itself without any one letter."""
        for form in _forms(word):
            self._near.setdefault(form, word)

    def meant(self, word: str) -> str | None:
        """A known word that has one letter more, less or other, or two in another order; not the first one."""
        if len(word) < _SHORTEST:
            return None
        found = (self._near[form] for form in _forms(word) if form in self._near)
        return next((other for other in found if len(other) >= _SHORTEST), None)


def nearly_one(used: Iterable[str], listed: Iterable[str]) -> dict[str, str]:
    """Each of the words `used`, the commonest first, that is nearly a listed one or a commoner one, with that."""
    known = dict.fromkeys(listed)
    near, found = NearWords(known), dict[str, str]()
    for word in list(used)[:_MOST_KNOWN]:
        if word in known:
            continue
        if (meant := near.meant(word)) is not None:
            found[word] = meant
        else:
            near.add(word)
    return found


def _forms(word: str) -> Iterator[str]:
    yield word
    yield from (word[:at] + word[at + 1 :] for at in range(1, len(word)))
