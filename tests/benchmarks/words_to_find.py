"""Words that are looked for in generated tables: all stand in the first hundred rows, and so in a table of any size."""

from collections import Counter
from itertools import chain

from tests.benchmarks.coded_rows import Language, coded_rows

LEAST = 100
"""Rows of the smallest table."""

_PARTICLES = ("에서", "으로", "했다")
"""Those of two syllables: what stands before one of them is a stem."""


def words_to_find(language: Language) -> dict[str, str]:
    """Words by what they are."""
    rows = coded_rows(LEAST, language)
    texts = (text for row in rows for text in (row.title, row.cells[6]))
    often = Counter(chain.from_iterable(text.replace(",", "").replace(".", "").split() for text in texts))
    words = [word for word, _ in often.most_common()]
    if language == "english":
        long = [word for word in words if len(word) > 5 and word.islower()]
        return {"a common word": long[0], "a rare word": long[-1], "four letters of a word": long[0][:4]}
    stems = [word[:-2] for word in words if word.endswith(_PARTICLES) and len(word) > 3]
    return {
        "one Hangul syllable": words[0][0],
        "two Hangul syllables": next(word for word in words if len(word) > 1)[:2],
        "a stem under particles": stems[0],
    }
