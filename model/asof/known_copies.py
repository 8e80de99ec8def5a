"""From what the documents known on a day were made, as far as that was known then."""

from collections.abc import Container

from model.asof.saying import origins
from model.corpus.copies import LINKS, link_of, made_from
from model.corpus.corpus import Corpus

Links = dict[str, str | None]
"""The fields of a source that say of what it is a copy, and how it changes that."""

_NONE: Links = {**dict.fromkeys(LINKS), "change": None}


def known_links(corpus: Corpus, known: Container[str]) -> dict[str, Links]:
    """For each source that was made from one that is not among the `known`, what its links are without that.

    It goes back to the nearest known one on the way; where there is none, to another copy, that both stay one origin.
    """
    found: dict[str, Links] = {}
    orphans: dict[str, list[str]] = {}
    for source in corpus.sources.values():
        first = made_from(source)
        if source.id not in known or first is None or first in known:
            continue
        fields = {link_of(source)}
        name: str | None = first
        while name is not None and name not in known:
            fields.add(link_of(corpus.sources[name]))
            name = made_from(corpus.sources[name])
        if name is None:
            orphans.setdefault(corpus.derived(origins)[source.id], []).append(source.id)
        elif fields == {"version_of"}:
            found[source.id] = {**_NONE, "version_of": name, "change": source.change}
        else:
            found[source.id] = {**_NONE, "reprint_of": name}
    for names in orphans.values():
        eldest = min(names)
        found |= {name: {**_NONE, "reprint_of": eldest if name != eldest else None} for name in names}
    return found
