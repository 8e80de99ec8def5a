"""Where chains of records lead in the end."""

from collections.abc import Mapping


def ends(leads_to: Mapping[str, str | None]) -> dict[str, str]:
    """For each name, the last one of the chain that begins with it; itself where it leads to None.

    Every link is followed once, however long the chains. The checks let no ring in.
    """
    found: dict[str, str] = {}
    for first in leads_to:
        way: list[str] = []
        name = first
        while name not in found and (following := leads_to[name]) is not None:
            way.append(name)
            name = following
        last = found.setdefault(name, name)
        found.update(dict.fromkeys(way, last))
    return found
