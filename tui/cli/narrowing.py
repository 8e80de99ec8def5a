"""`--filter`: an archive that begins with only some events."""

from dataclasses import replace

from model.index.archive import Archive
from model.query.terms import QueryError
from model.query.twins import in_ascii
from tui.cli.refusal import Refusal
from tui.settings.saved import SavedFilters
from tui.text.shown import typeable


def narrowed(archive: Archive, text: str) -> Archive:
    """The archive, to begin with only what meets the filter. Raises `Refusal` where it cannot be read."""
    try:
        saved = SavedFilters().read() if "@" in in_ascii(text) else {}
        # What is not seen in the prompt, where it can be changed, is not looked for either.
        query = archive.read(typeable(text), archive.default, saved)
    except (QueryError, ValueError) as error:
        raise Refusal(f"--filter: {error}") from None
    if query.name:
        raise Refusal("--filter: as: saves a filter on the screen alone, after f; leave it out here")
    return replace(archive, default=replace(archive.default, query=query))
