"""Names that can be typed at the colon: what a word means, what completes it, and what there is."""

import re
from collections.abc import Sequence

from model.corpus.suggest import did_you_mean
from model.query.folding import folded
from tui.state.named import Named
from tui.state.outcome import Choice, Choices
from tui.text.line import KEY, TEXT, Line, Span
from tui.text.shown import fit
from tui.text.signs import Signs

MOST_SAID = 20
"""The most characters of an unknown word that are said again."""

_NAME = 12

_WORD = re.compile(r"\s*[^\W\d_][^\W\d]*\s*")
"""One word of letters: what may have been meant as a name."""


class ColonNames:
    """What has a name, found by it, by another word for it, or by as much of one as means it alone.

    What cannot be done is found by its whole name, or word, only.
    """

    def __init__(self, named: Sequence[Named]) -> None:
        self._all = named
        self._named = [it for it in named if not it.lacking]

    def of(self, typed: str) -> Named | None:
        """What is meant by a word, or by the beginning of one; None where that is nothing, or several things."""
        word = folded(typed.strip())
        exact = [it for it in self._all if it.name == word] or [it for it in self._all if word in it.words]
        found = exact or self._begun(word)
        return found[0] if len(found) == 1 else None

    def complete(self, typed: str) -> list[str]:
        """The names that a word may be the beginning of; after nothing, all of them."""
        return [it.name for it in self._begun(folded(typed.strip()))]

    def _begun(self, word: str) -> list[Named]:
        """Those whose name begins so; where there are none, those that another word for them leads to."""
        by_name = [it for it in self._named if it.name.startswith(word)]
        return by_name or [it for it in self._named if any(one.startswith(word) for one in it.words)]

    def near(self, typed: str) -> str:
        """`did you mean "grid"?`, or an empty string where no name is near."""
        return did_you_mean(folded(typed.strip()), [it.name for it in self._named]).removeprefix(", ")

    def listed(self, heading: str, signs: Signs) -> Choices:
        """All of them under a heading."""
        choices = (
            Choice(Line((Span(fit(f":{it.name}", _NAME, signs.cut), KEY), Span(it.help, TEXT))), it.name)
            for it in self._named
        )
        return Choices(heading, tuple(choices))


def is_word(typed: str) -> bool:
    """Whether something is one word, and so may have been meant as a name."""
    return _WORD.fullmatch(typed) is not None
