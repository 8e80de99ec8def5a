"""What the statements and documents that were known on a day go back to, as far as that was known then."""

from collections import Counter
from collections.abc import Container, Mapping

from model.asof.saying import origins
from model.corpus.copies import LINKS, link_of, made_from
from model.corpus.corpus import Corpus
from model.corpus.records import Statement

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


def known_origins(whole: Corpus, known: Mapping[str, Statement]) -> dict[str, str | None]:
    """What each of the `known` statements goes back to.

    Where some of those that go back to one act are gone, the others name one of them, that they stay one origin.
    """
    groups: dict[str, list[str]] = {}
    members: Counter[str] = Counter()
    origin_of = whole.derived(origins)
    for name in whole.statements:
        end = origin_of[name]
        members[end] += 1
        if name in known:
            groups.setdefault(end, []).append(name)
    found: dict[str, str | None] = {}
    for end, names in groups.items():
        is_whole = members[end] == len(names)
        first = end if end in known else min(names)
        for name in names:
            kept = known[name].origin
            found[name] = kept if is_whole else (first if name != first else None)
    return found
