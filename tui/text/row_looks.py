"""How the sign and the title of a row look, in the timeline and in lanes."""

from model.index.layered.names import row_of_name
from model.index.values import TimelineRow
from tui.text.line import MUTE, TEXT, Look
from tui.text.signs import MUTED_TITLES, ROLES


def row_looks(row: TimelineRow) -> tuple[Look, Look]:
    """Those of its sign and of its title; of a row that stands among curated events both are dimmed."""
    if row_of_name(row.event) is not None:
        return MUTE, MUTE
    return Look(ROLES[row.word]), MUTE if row.word in MUTED_TITLES else TEXT
