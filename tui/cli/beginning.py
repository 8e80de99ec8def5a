"""Where the program begins: at the event or entity that the command line names."""

from collections.abc import Iterable

from model.corpus.suggest import did_you_mean
from model.index.archive import Archive
from tui.cli.refusal import Refusal
from tui.state.first import first_scene
from tui.state.scene import Scene


def opening_scene(archive: Archive, event: str | None, entity: str | None) -> Scene:
    """The first scene. Raises `Refusal` for an id that is not there, with the nearest that is."""
    when = archive.default
    if event is not None:
        _must_be_known("--event", event, archive.corpus.events)
        if archive.at(when).position_of(event) is None:
            if when.narrowed:
                raise Refusal(
                    f'--event: the filter leaves out "{event}", or nothing was known of it as of this day'
                )
            raise Refusal(f'--event: nothing was known of "{event}" as of this day; a later --as-of shows it')
    if entity is not None:
        _must_be_known("--entity", entity, archive.corpus.entities)
    return first_scene(archive, when, event, entity)


def _must_be_known(option: str, name: str, known: Iterable[str]) -> None:
    names = list(known)
    if name not in names:
        hint = did_you_mean(name, names)
        raise Refusal(f'{option}: there is no "{name}" in this corpus{hint}')
