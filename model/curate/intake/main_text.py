"""Which blocks of a page are the article, and which are page furniture: a guess, of which nothing depends but folding.

trafilatura finds the main text. It drops captions and folds spaces, so its text is never kept: it only tells which
blocks are in it. The article reaches from its heading to its last paragraph. Before and after it all is furniture;
inside of it only what the page itself puts into a menu, a form or the like, and lists of links that are not in the
main text.
"""

import re
from collections.abc import Sequence
from contextlib import suppress

from model.curate.intake.extracted import Block
from model.curate.intake.needed import needed
from model.curate.intake.visible_html import VisibleBlock

_WORD = re.compile(r"\w+")
_SURE = 5
"""A block of as many words that is in the main text is there for certain, and not by chance."""

_REACH = 30
"""How many blocks before the first paragraph its heading is looked for."""

_MOST_GUESSED = 4_000_000
"""Of a longer page, in characters, nothing is guessed: it takes too long."""

HEADER = "page-header"
"""The kind of furniture at the head of a page."""

OTHER = "boilerplate"
"""The kind of furniture of which the page does not say what it is."""


def main_text(html: str) -> str:
    """What trafilatura takes for the main text of a page; empty where it finds none."""
    if len(html) > _MOST_GUESSED:
        return ""
    with needed("an HTML page"):
        import trafilatura
    # It stands on many libraries, and a page may be as odd as it likes; without a guess nothing is folded.
    with suppress(Exception):
        found = trafilatura.extract(
            html, favor_recall=True, include_comments=False, include_tables=True, deduplicate=False
        )
        return found or ""
    return ""


def told_apart(shown: Sequence[VisibleBlock], main: str) -> list[Block]:
    """The blocks of a page, those that are furniture with the kind of it, by its main text."""
    flat = f" {_words(main)} "
    words = [_words(it.text) for it in shown]
    counts = [line.count(" ") + 1 for line in words]
    within = [f" {line} " in flat for line in words]
    sure = [n for n, it in enumerate(shown) if within[n] and counts[n] >= _SURE and not it.landmark]
    if not sure:
        return [Block(it.text, it.landmark, it.before) for it in shown]
    first, last = _heading_before(shown, sure[0]), _captions_after(shown, sure[-1])
    blocks = []
    for number, it in enumerate(shown):
        kind = ""
        if not first <= number <= last:
            kind = it.landmark or OTHER
        elif not within[number] and not it.told:
            # What heads a part of an article has its date and its author.
            kind = it.landmark if it.landmark not in {"", HEADER} else OTHER if it.links else ""
        blocks.append(Block(it.text, kind, it.before))
    return blocks


def _heading_before(shown: Sequence[VisibleBlock], first: int) -> int:
    """The block of the heading above a paragraph, which has captions, names and dates below it; else the paragraph."""
    # Some sites keep the first level of headings for their own name.
    for level in (1, 2):
        for number in range(first, max(-1, first - _REACH), -1):
            if shown[number].heading == level and shown[number].landmark != "menu":
                return number
    while first > 0 and shown[first - 1].told and not shown[first - 1].landmark:
        first -= 1
    return first


def _captions_after(shown: Sequence[VisibleBlock], last: int) -> int:
    """The last of the captions, names and dates right below a paragraph; else the paragraph."""
    while last + 1 < len(shown) and shown[last + 1].told and not shown[last + 1].landmark:
        last += 1
    return last


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
