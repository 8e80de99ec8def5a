"""What commands and views are given, without an app."""

from model.index.archive import Archive
from tui.commands.command_list import CommandList
from tui.commands.every import COMMANDS
from tui.state.context import Context
from tui.state.first import first_scene
from tui.state.layout import Layout
from tui.state.scene import Scene
from tui.text.signs import UNICODE, Signs
from tui.views.registry import new_views


def context_of(archive: Archive, scene: Scene | None = None, signs: Signs = UNICODE) -> Context:
    """The context of a scene (by default the one an archive opens with) on a screen of 120x40, with views of its own.

    What the views remember, such as where they are scrolled to, goes on in the contexts made of this one (`of`).
    """
    scene = scene or first_scene(archive, archive.default)
    commands = CommandList(COMMANDS)
    return Context(
        archive, signs, scene, commands.keys, new_views(), Layout.of(120, 40), named=commands.named
    )
