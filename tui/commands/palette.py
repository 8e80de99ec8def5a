"""The commands of a place, as what the palette finds."""

from tui.commands.command_list import CommandList
from tui.commands.keys import written
from tui.prompt.command import Doable, ask_for_command
from tui.state.outcome import Ask, Do
from tui.text.signs import Signs


def palette(commands: CommandList, place: str, signs: Signs) -> Ask:
    """The question for a command among those that act in a place."""
    doable = [
        Doable(
            (*map(written, way.keys), *([f":{way.name}"] if way.name else [])),
            way.help,
            " ".join((it.label, way.name, *way.words)),
            f"{it.help} {it.group}",
            Do(it.id, way.by),
        )
        for it in commands.acting(place)
        for way in it.ways
    ]
    return ask_for_command(doable, signs)
