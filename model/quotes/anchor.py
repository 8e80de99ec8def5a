"""Finding a quote exactly: a W3C Web Annotation TextQuoteSelector to a TextPositionSelector, or an error."""

from functools import cached_property
from itertools import islice

from model.quotes.diffsentence import diff_sentence
from model.quotes.document import line_and_column
from model.quotes.nearest import Candidate, Likeness, nearest
from model.quotes.occurrences import occurrences
from model.quotes.searched import Searched
from model.quotes.similar import LONGEST_SIMILAR, LONGEST_TEXT
from model.quotes.span import TextSpan

_COUNTED = 1_000
"""To so many places of a quote we count; of one letter in a book there are millions."""

_LINES_KEPT = 100
_LINES_SAID = 5


class QuoteError(ValueError):
    """A quote that does not name exactly one place of its text. `str()` is one sentence for the curator."""


class QuoteEmpty(QuoteError):
    """The quote has no words, so it stands everywhere and nowhere."""

    def __init__(self) -> None:
        super().__init__("the quote is empty; it must hold words of the text")


class QuoteAmbiguous(QuoteError):
    """The quote stands in `count` places, or in more than 1,000. `lines` are theirs (from 1; the first 100 at most).

    `with_context` tells whether a prefix or suffix was given, and was not enough.
    """

    def __init__(self, count: int, lines: tuple[int, ...], with_context: bool) -> None:
        self.count = count
        self.lines = lines
        self.with_context = with_context
        cure = "a longer prefix or suffix" if with_context else "a prefix or suffix"
        even = " even with its prefix and suffix" if with_context else ""
        times = f"{count}" if count <= _COUNTED else f"more than {_COUNTED:,}"
        super().__init__(
            f"the quote stands {times} times in the text{even} ({_said(lines, count)});"
            f" give {cure} that only one of them has"
        )


class QuoteNotFound(QuoteError):
    """The quote does not stand in the text, or not beside its prefix and suffix.

    `elsewhere` holds the lines (from 1; the first 100 at most) where `exact` alone stands, `elsewhere_count`
    tells how many places those are, counted to 1,001 at most. `nearest` is searched for when first asked for, as is
    the sentence, and takes long on long texts; `unsought` is the sentence without it.
    """

    def __init__(self, searched: Searched, exact: str, prefix: str, suffix: str) -> None:
        super().__init__(exact)
        self.exact = exact
        self.prefix = prefix
        self.suffix = suffix
        self._text = searched.text
        # Without prefix and suffix, it has been looked for already.
        self.elsewhere_count, self.elsewhere = _places(searched, exact) if prefix or suffix else (0, ())

    @cached_property
    def nearest(self) -> Candidate | None:
        """What stands closest to the quote, to be offered and never taken; None if nothing is similar."""
        return nearest(self._text, self.exact, self.prefix, self.suffix)

    def __str__(self) -> str:
        if self.elsewhere:
            return self._misplaced()
        found = self.nearest
        if found is None:
            return f"the quote is not in the text{self._nothing()}; give the source's own words, unchanged"
        line = line_and_column(self._text, found.span.start)[0]
        only = " but for marks and spaces" if found.kind is Likeness.NORMALISED else ""
        differs = diff_sentence(self.exact, found.text)
        return f"the quote is not in the text; closest{only} is line {line}: {differs}"

    @property
    def unsought(self) -> str:
        """One sentence for the curator, without what stands closest."""
        if self.elsewhere:
            return self._misplaced()
        return "the quote is not in the text; give the source's own words, unchanged"

    def _misplaced(self) -> str:
        given = [name for name, words in (("prefix", self.prefix), ("suffix", self.suffix)) if words]
        beside = " and ".join(given)
        cure = (
            f"leave out the {beside}" if self.elsewhere_count == 1 else "give the adjoining text, spaces too"
        )
        where = _said(self.elsewhere, self.elsewhere_count)
        return f"the quote is in the text ({where}) but not directly beside its {beside}; {cure}"

    def _nothing(self) -> str:
        if len(self.exact) > LONGEST_SIMILAR:
            return f", and too long to look for a similar one (over {LONGEST_SIMILAR:,} characters)"
        if len(self._text) > LONGEST_TEXT:
            return f", which is too long to look for a similar one (over {LONGEST_TEXT:,} characters)"
        return ", nor is anything similar"


def anchor(text: str | Searched, exact: str, prefix: str = "", suffix: str = "") -> TextSpan:
    """Return the one place where `exact` stands, directly after `prefix` and directly before `suffix`.

    A text that is asked for many quotes is best given as `Searched`.

    Code points are compared as they are: no case, white space or normalisation is forgiven. A prefix or suffix
    that is not needed is legal if it matches. Raises `QuoteEmpty`, `QuoteNotFound` or `QuoteAmbiguous`.
    """
    if not exact:
        raise QuoteEmpty
    searched = text if isinstance(text, Searched) else Searched(text)
    passage = prefix + exact + suffix
    at = searched.find(passage)
    if at < 0:
        raise QuoteNotFound(searched, exact, prefix, suffix)
    if searched.find(passage, at + 1) >= 0:
        raise QuoteAmbiguous(*_places(searched, passage, len(prefix)), with_context=bool(prefix or suffix))
    return TextSpan(at + len(prefix), at + len(prefix) + len(exact))


def _places(searched: Searched, passage: str, offset: int = 0) -> tuple[int, tuple[int, ...]]:
    """Return how often `passage` stands in `text`, at most 1,001 times, and the lines of the first ones.

    The lines are of what stands `offset` into each place.
    """
    count, line, done = 0, 1, 0
    lines: list[int] = []
    for at in islice(occurrences(searched, passage), _COUNTED + 1):
        count += 1
        if count <= _LINES_KEPT:
            line += searched.text.count("\n", done, at + offset)
            done = at + offset
            lines.append(line)
    return count, tuple(lines)


def _said(lines: tuple[int, ...], count: int) -> str:
    """Name the first few lines, each once: "line 2", "lines 2, 5 and 9", "lines 1, 2, 3, 4, 5 and more"."""
    distinct = [str(line) for line in dict.fromkeys(lines)]
    said = distinct[:_LINES_SAID]
    if len(distinct) > _LINES_SAID or count > len(lines):
        said.append("more")
    return f"line {said[0]}" if len(said) == 1 else f"lines {', '.join(said[:-1])} and {said[-1]}"
