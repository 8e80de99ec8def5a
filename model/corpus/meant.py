"""Which of the words that a field takes is meant by another one, that people use for it."""

from collections.abc import Iterable
from enum import StrEnum

from model.corpus.suggest import did_you_mean
from model.corpus.vocabulary import (
    Basis,
    Change,
    ConflictKind,
    EntityType,
    Factuality,
    OnRecord,
    Point,
    Status,
)

_MEANT: dict[StrEnum, str] = {
    EntityType.PERSON: "human man woman politician official journalist leader",
    EntityType.ORGANIZATION: "organisation newspaper agency newsroom company government ministry party army group",
    EntityType.COUNTRY: "state nation",
    EntityType.PLACE: "city town location region river port",
    EntityType.OFFICE: "post position role",
    EntityType.OBJECT: "ship vessel bridge thing building weapon missile satellite",
    EntityType.ANONYMOUS: "unnamed unknown source",
    Status.OCCURRED: "happened past done true",
    Status.ONGOING: "continuing current",
    Status.SCHEDULED: "planned plan future upcoming",
    Status.EXPECTED: "likely probable unlikely forecast predicted",
    Status.SPECULATED: "possible rumored rumoured suspected alleged doubted",
    Status.UNCONFIRMED: "unknown unclear open",
    Status.DENIED: "false rejected refuted",
    Status.CANCELLED: "canceled postponed",
    Status.NO_COMMENT: "declined",
    Factuality.CERTAIN: "CT certain sure true",
    Factuality.PROBABLE: "PR probable likely",
    Factuality.PROBABLE_NOT: "unlikely improbable",
    Factuality.POSSIBLE: "PS possible",
    Factuality.CERTAIN_NOT: "false denied",
    Factuality.UNDERSPECIFIED: "U unknown unclear none CTu",
    Basis.EXPLICIT: "printed full stated",
    Basis.EXPLICIT_PARTIAL: "partial",
    Basis.DERIVED_RELATIVE: "derived computed",
    Basis.DOCUMENT_DATE: "published publication",
    Basis.EXTERNAL: "outside",
    Basis.NONE: "unknown",
    OnRecord.ON_RECORD: "named public",
    OnRecord.OFFICIAL: "press-release",
    OnRecord.DOCUMENT: "report article newspaper text",
    OnRecord.ANONYMOUS: "unnamed off-record off-the-record background",
    ConflictKind.CONTRADICTION: "disagreement dispute conflict difference",
    ConflictKind.LABEL: "name",
    ConflictKind.EXPLANATIONS: "reason reasons why",
    ConflictKind.NOT_THE_SAME: "different distinct",
    Point.WHETHER: "status if",
    Point.WHEN: "date day time",
    Point.WHERE: "place location",
    Point.WHO: "person participant",
    Point.HOW_MANY: "number amount figure figures count",
    Point.WHY: "reason cause",
    Change.UPDATE: "updated edit",
    Change.CORRECTION: "corrected",
    Change.RETRACTION: "retracted withdrawn",
}
"""Words that are not taken, by the one that says the same here."""


def word_meant(word: str, kind: type[StrEnum]) -> str:
    """A clause `, did you mean "…"?` with the word of a closed vocabulary that is meant; empty where none is near."""
    plain = "-".join(word.casefold().split())
    for member in kind:
        others = (it.casefold() for it in (member.value, *_MEANT.get(member, "").split()))
        if plain in others:
            return f', did you mean "{member.value}"?'
    return did_you_mean(word, _values(kind))


def _values(kind: Iterable[StrEnum]) -> list[str]:
    return [member.value for member in kind]
