"""Which pane shows where things stand: documents of a corpus, or the rows of a table as they stood in their files."""

from model.index.features import Feature
from tui.state.context import Context
from tui.widgets.layered_source import LayeredSourcePane
from tui.widgets.pane import Pane
from tui.widgets.raw import RawPane
from tui.widgets.source import SourcePane


def source_pane(ctx: Context) -> Pane:
    """The third pane for what an archive has."""
    if Feature.LAYER in ctx.archive.features:
        return LayeredSourcePane(ctx)
    return (RawPane if Feature.ROWS in ctx.archive.features else SourcePane)(ctx)
