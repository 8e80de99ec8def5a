"""The scene with which one begins."""

from model.index.archive import Archive
from model.index.values import AsOf
from tui.state.scene import Scene
from tui.state.selector import Selector


def first_scene(archive: Archive, when: AsOf, event: str | None = None, entity: str | None = None) -> Scene:
    """The scene of a day and a filter: at an event, with the card of an entity; by default at what is first ahead.

    Both must be known by then.
    """
    selector = Selector(archive.known(when.day), archive.at(when), archive.begun(when.day), archive.table)
    selection = selector.event(event) if event is not None else selector.first()
    return Scene(when, selector.entity(selection, entity) if entity is not None else selection)
