"""`dprk-tui print --conflicts`: the list of conflicts as plain lines, in the order of the view of that name."""

from collections.abc import Iterator
from itertools import groupby

from model.index.archive import Archive
from tui.cli.listing import listing_heading
from tui.text.conflict_words import HEADINGS, kind_of, place_of, point_of, since, verdict
from tui.text.phrases import Phrases
from tui.text.shown import cells

_SINCE, _KIND, _POINT, _TOPIC = 8, 13, 8, 48


def conflict_lines(archive: Archive, phrases: Phrases) -> Iterator[str]:
    """The as-of date first, then the conflicts by how they stand: since when, kind, point, topic, where, by whom."""
    yield listing_heading(archive, phrases)
    listed = archive.listed_conflicts(archive.default)
    if not listed:
        yield "No sources differ as of this day."
    rule = phrases.signs.rule * 2
    for standing, group in groupby(listed, key=lambda it: it.standing):
        found = list(group)
        yield f"{rule} {HEADINGS[standing]}, {len(found)} {rule}"
        for it in found:
            columns = (
                (since(it, phrases), _SINCE),
                (kind_of(it), _KIND),
                (point_of(it), _POINT),
                (phrases.plain(it.conflict.topic), _TOPIC),
            )
            before = "  ".join(words + " " * (width - cells(words)) for words, width in columns)
            yield f"{before}  {place_of(it, phrases)}; {verdict(it, phrases)}"
