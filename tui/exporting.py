"""What is shown of an archive, as of a day and under a filter, on its way into a format."""

from collections.abc import Iterator

from model.exchange.extract import Extract, Scope
from model.exchange.formats import Exporter
from model.index.archive import Archive
from model.index.protocol import Reader
from model.index.values import AsOf

_WINDOW = 500


def exported(
    archive: Archive, when: AsOf, to: Exporter, drafts: bool = False, since: int | None = None
) -> Iterator[str]:
    """The pieces of an export, with `drafts` of what is only begun too, and what changed `since` a day.

    Raises `PluginFault` where a plug-in fails.
    """
    return to.pieces(extract_of(archive, when, drafts, since))


def extract_of(
    archive: Archive, when: AsOf, drafts: bool = False, since: int | None = None, table: str = ""
) -> Extract:
    """The events that are asked for, in their order on the timeline, and the conflicts about them."""
    when = when.own
    reader = archive.at(when)
    scope = Scope(when.day, tuple(_events(reader)), reader.counts.known, when.query.text)
    return Extract(archive.corpus, scope, tuple(archive.conflicts(when)), drafts, since, table)


def _events(reader: Reader) -> Iterator[str]:
    for first in range(0, reader.counts.total, _WINDOW):
        yield from (row.event for row in reader.rows(first, _WINDOW))
