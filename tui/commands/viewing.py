"""What the first pane shows: view after view, or one by its name."""

from tui.actions import viewing
from tui.commands.command import Command, Way
from tui.views.registry import NAMES, VIEWS

_GROUP = "Views"
# Hits and the inbox are views only where there is something in them; findings and changes have keys of their own.
_WALKED = ", ".join(name for name in NAMES if name not in ("search", "inbox", "findings", "changes"))

VIEWING = (
    Command(
        "view",
        "v V",
        "view",
        f"Show the next view, or back: {_WALKED}.",
        _GROUP,
        viewing.view,
        (
            Way(1, ("v",), f"Show the next view: {_WALKED}."),
            Way(-1, ("V",), f"Show the view before: {_WALKED}."),
        ),
    ),
    Command(
        "show",
        ":NAME",
        "by name",
        f"Show a view by its name: {', '.join(NAMES)}.",
        _GROUP,
        viewing.show,
        tuple(Way(it.name, (), f"Show the {it.name}: {it.about}.", it.name, it.words) for it in VIEWS),
    ),
)
