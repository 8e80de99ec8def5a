"""`--filter`: an archive that shows only some events."""

from model.index.archive import Archive
from model.query.terms import QueryError
from tui.cli.refusal import Refusal
from tui.saved import SavedFilters
from tui.text.shown import typeable


def narrow(archive: Archive, text: str) -> None:
    """Show only what meets the filter. Raises `Refusal` where it cannot be read."""
    try:
        saved = SavedFilters().read() if "@" in text else {}
        # What is not seen in the prompt, where it can be changed, is not looked for either.
        query = archive.finding.read(typeable(text), saved)
    except (QueryError, ValueError) as error:
        raise Refusal(f"--filter: {error}") from None
    if query.name:
        raise Refusal("--filter: as: saves a filter on the screen alone, after f; leave it out here")
    archive.finding.narrow(query)
