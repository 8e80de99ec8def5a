"""An entity that is new because somebody named it in a form."""

from collections.abc import Mapping

from model.curate.placing import appended

_FILE = "entities.toml"


def with_entity(files: Mapping[str, bytes], id: str, kind: str, name: str) -> dict[str, bytes]:
    """The files of a corpus with one more entity in them. Raises `CannotEdit` where the table cannot be read."""
    entity = {"id": id, "type": kind, "name": name}
    return {**files, _FILE: appended(files.get(_FILE), "entity", entity)}
