"""Where the program begins: at the event or entity that the command line names."""

from collections.abc import Container, Iterable

from model.corpus.suggest import did_you_mean
from model.index.archive import Archive
from model.index.features import Feature
from tui.cli.refusal import Refusal
from tui.state.first import first_scene
from tui.state.scene import Scene

_NOT_YET = 'nothing was known of "{}" as of this day; a later --as-of shows it'


def opening_scene(archive: Archive, event: str | None, entity: str | None) -> Scene:
    """The first scene. Raises `Refusal` for an id that is not there, with the nearest that is."""
    when, known = archive.default, archive.known(archive.default.day)
    if Feature.CLAIMS not in archive.features and (event or entity) is not None:
        option = "--event" if event is not None else "--entity"
        raise Refusal(f"{option}: a table of coded rows has no such ids; --filter finds rows")
    if event is not None:
        _must_be_there("--event", event, archive.corpus.events, known.events)
        if archive.at(when).position_of(event) is None:
            if when.narrowed:
                raise Refusal(
                    f'--event: the filter leaves out "{event}", or nothing was known of it as of this day'
                )
            raise Refusal(f"--event: {_NOT_YET.format(event)}")
    if entity is not None:
        _must_be_there("--entity", entity, archive.corpus.entities, known.entities)
        if entity not in known.entities:
            raise Refusal(f"--entity: {_NOT_YET.format(entity)}")
    return first_scene(archive, when, event, entity)


def _must_be_there(option: str, name: str, there: Container[str], known: Iterable[str]) -> None:
    """Whether it is known is another question; what is meant by it, if it is not there, is known."""
    if name not in there:
        hint = did_you_mean(name, known)
        raise Refusal(f'{option}: there is no "{name}" in this corpus{hint}')
