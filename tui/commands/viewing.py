"""What the first pane shows: view after view, or one by its name."""

from model.index.features import Feature
from tui.actions import layer, viewing
from tui.commands.command import EVERYWHERE, Command, Way
from tui.views.registry import VIEWS

_GROUP = "Views"

VIEWING = (
    Command(
        "view",
        "v V",
        "view",
        "Show the next view: timeline, lanes, conflicts and so on; or the one before.",
        _GROUP,
        viewing.view,
        (
            Way(1, ("v",), "Show the next view."),
            Way(-1, ("V",), "Show the view before."),
        ),
        help_of_rows="Show the next view, timeline or lanes; or the one before.",
    ),
    Command(
        "rows",
        "r",
        "rows",
        "Show the rows of the tables under the corpus, or the events alone; of several tables, also those of each.",
        _GROUP,
        layer.switch,
        (Way(1, ("r",), "Show the rows of the tables among the events, those of one, or the events alone."),),
        where=tuple(it for it in EVERYWHERE if it != "candidates"),
        needs=Feature.LAYER,
    ),
    Command(
        "rows-by-name",
        ":rows",
        "with rows",
        "Show the rows of the tables, or the events alone, from anywhere.",
        _GROUP,
        layer.switch,
        (
            Way(
                1,
                (),
                "Show the rows of the tables among the events, those of one, or the events alone.",
                "rows",
                ("layer", "coded"),
            ),
        ),
        needs=Feature.LAYER,
    ),
    Command(
        "show",
        ":NAME",
        "by name",
        "Show a view by its name, which Tab completes.",
        _GROUP,
        viewing.show,
        tuple(
            Way(
                it.name,
                (),
                f"Show the {it.name}: {it.about}.",
                it.name,
                it.words,
                it.needs,
                f"Show the {it.name}: {it.about_rows or it.about}.",
            )
            for it in VIEWS
        ),
    ),
)
