"""Which fields of records hold ids of other records, and of which kinds those are."""

from collections.abc import Mapping

from model.corpus.copies import LINKS
from model.corpus.lost import DATED
from model.corpus.records import Claim, Conflict, Dated, Event, Hop, Record, Source, Statement

RELATIONS = ("supersedes", "contradicts", "corroborates", "resolves", "explains")
"""The fields of a claim that name other claims."""

_CLAIM, _ENTITY, _EVENT, _SOURCE, _STATEMENT = (
    ("claim",),
    ("entity",),
    ("event",),
    ("source",),
    ("statement",),
)

REFERENCES: Mapping[type[Record], Mapping[str, tuple[str, ...]]] = {
    Source: {"publisher": _ENTITY, **dict.fromkeys(LINKS, _SOURCE)},
    Statement: {"origin": _STATEMENT},
    Hop: {"who": _ENTITY},
    Claim: {
        "event": _EVENT,
        "entity": _ENTITY,
        "office": _ENTITY,
        "statement": _STATEMENT,
        "roles": _ENTITY,
        **dict.fromkeys(RELATIONS, _CLAIM),
    },
    Event: {"part_of": _EVENT, "place": _ENTITY},
    Conflict: {"claims": _CLAIM, "preferred": _CLAIM, "readings": _CLAIM},
    Dated: {"from": DATED},
}
"""Of each record, by the names of its fields in files. `roles` has ids as its values, `readings` as its keys.

What the name of a file says, as of which source a claim is, is not among them.
"""
