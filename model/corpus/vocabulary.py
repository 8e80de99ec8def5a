"""The closed vocabularies of the corpus format, each with the standard it follows.

`StrEnum` values are exactly what a curator writes in TOML; msgspec refuses anything else.
"""

from enum import StrEnum


class EntityType(StrEnum):
    """What an entity is. After the person/organization/place classes of ACE and schema.org, plus two of our own.

    `office` is a post that people hold for a time; `anonymous` is a speaker who has no name in the source.
    """

    PERSON = "person"
    ORGANIZATION = "organization"
    COUNTRY = "country"
    PLACE = "place"
    OFFICE = "office"
    OBJECT = "object"
    ANONYMOUS = "anonymous"


class Basis(StrEnum):
    """How a date is known: printed, completed from context, computed, taken over, or not known at all."""

    EXPLICIT = "explicit"
    EXPLICIT_PARTIAL = "explicit-partial"
    DERIVED_WEEKDAY = "derived-weekday"
    DERIVED_RELATIVE = "derived-relative"
    DERIVED_ORDINAL = "derived-ordinal"
    INHERITED = "inherited"
    DOCUMENT_DATE = "document-date"
    EXTERNAL = "external"
    NONE = "none"


class OnRecord(StrEnum):
    """On what footing one link of a chain of attribution speaks, in the terms newsrooms use.

    `official` is a text in an office's own name, as a press release or a ministry's, and ranks as on record.
    """

    ON_RECORD = "on-record"
    OFFICIAL = "official"
    DOCUMENT = "document"
    ANONYMOUS = "anonymous"


class Status(StrEnum):
    """What a claim says of its event. Which way it says so is `Factuality`, never this."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    SCHEDULED = "scheduled"
    CONFIRMED = "confirmed"
    EXPECTED = "expected"
    SPECULATED = "speculated"
    UNCONFIRMED = "unconfirmed"
    DENIED = "denied"
    CANCELLED = "cancelled"
    NO_COMMENT = "no-comment"


class Factuality(StrEnum):
    """How sure the first speaker was, and which way: FactBank (Saurí and Pustejovsky 2009), in ASCII.

    CT certain, PR probable, PS possible, U underspecified; `+` that it is so, `-` that it is not, `u` neither.
    """

    CERTAIN = "CT+"
    CERTAIN_NOT = "CT-"
    PROBABLE = "PR+"
    PROBABLE_NOT = "PR-"
    POSSIBLE = "PS+"
    POSSIBLE_NOT = "PS-"
    UNDERSPECIFIED = "Uu"

    @property
    def negative(self) -> bool:
        """True where the speaker says that it is *not* so."""
        return self.endswith("-")


class ConflictKind(StrEnum):
    """How claims stand to one another."""

    CONTRADICTION = "contradiction"
    LABEL = "label"
    RESOLVED = "resolved"
    GRADIENT = "gradient"
    EXPLANATIONS = "explanations"
    NOT_THE_SAME = "not-the-same"


class Point(StrEnum):
    """In what the claims of a conflict differ: the questions that newsrooms ask of an event."""

    WHETHER = "whether"
    WHEN = "when"
    WHERE = "where"
    WHO = "who"
    HOW_MANY = "how-many"
    WHY = "why"
    NAME = "name"
    IDENTITY = "identity"


class Change(StrEnum):
    """What a later version of a document does to the one before."""

    UPDATE = "update"
    CORRECTION = "correction"
    RETRACTION = "retraction"


class Answer(StrEnum):
    """How a question came out: as asked or not, undecided by what was said, or not to be asked any more."""

    YES = "yes"
    NO = "no"
    AMBIGUOUS = "ambiguous"
    ANNULLED = "annulled"


class CandidateKind(StrEnum):
    """What may have been missed: that claims are at odds, that sayings have one origin, that two events are one."""

    CONFLICT = "conflict"
    SAME_ORIGIN = "same-origin"
    SAME_EVENT = "same-event"


class Reliability(StrEnum):
    """Reliability of a source: the Admiralty (NATO STANAG 2511) letters."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


_POSITIVE = frozenset({Factuality.CERTAIN, Factuality.PROBABLE, Factuality.POSSIBLE})

ALLOWED_FACTUALITY: dict[Status, frozenset[Factuality]] = {
    Status.OCCURRED: _POSITIVE,
    Status.ONGOING: _POSITIVE,
    Status.SCHEDULED: frozenset({Factuality.CERTAIN}),
    Status.CONFIRMED: frozenset({Factuality.CERTAIN}),
    Status.EXPECTED: frozenset({Factuality.PROBABLE, Factuality.PROBABLE_NOT}),
    Status.SPECULATED: frozenset({Factuality.POSSIBLE, Factuality.POSSIBLE_NOT}),
    Status.UNCONFIRMED: frozenset({Factuality.UNDERSPECIFIED}),
    Status.DENIED: frozenset({Factuality.CERTAIN_NOT, Factuality.PROBABLE_NOT}),
    Status.CANCELLED: frozenset({Factuality.CERTAIN_NOT, Factuality.PROBABLE_NOT}),
    Status.NO_COMMENT: frozenset({Factuality.UNDERSPECIFIED}),
}
"""The factuality values that each status can honestly carry."""

CONTESTING = frozenset(
    {ConflictKind.CONTRADICTION, ConflictKind.RESOLVED, ConflictKind.GRADIENT, ConflictKind.EXPLANATIONS}
)
"""Conflict kinds in which sources differ about the world; a label or a guard against a false match is no quarrel."""

BESIDE_THE_STATE = frozenset({Point.HOW_MANY, Point.WHY, Point.NAME})
"""Points on which sources may differ while they agree on what happened: a figure, a reason, a name."""


SINCE: dict[StrEnum, int] = {OnRecord.OFFICIAL: 2, Status.NO_COMMENT: 2}
"""The words that there are only since a later version of the format than the first."""


BASIS_WORDS: dict[Basis, str] = {
    Basis.EXPLICIT: "printed in full",
    Basis.EXPLICIT_PARTIAL: "printed, completed from context",
    Basis.DERIVED_WEEKDAY: "worked out from the weekday",
    Basis.DERIVED_RELATIVE: "worked out from relative words",
    Basis.DERIVED_ORDINAL: "worked out from an ordinal",
    Basis.INHERITED: "taken over from another record",
    Basis.DOCUMENT_DATE: "the document's own date",
    Basis.EXTERNAL: "known from outside the sources",
    Basis.NONE: "no date given",
}
"""How a date is known, in words."""

POINT_WORDS: dict[Point, str] = {
    Point.WHETHER: "",
    Point.WHEN: "over when",
    Point.WHERE: "over where",
    Point.WHO: "over who",
    Point.HOW_MANY: "over how many",
    Point.WHY: "over why",
    Point.NAME: "over a name",
    Point.IDENTITY: "over who is meant",
}
"""In what claims differ, in words that follow how they do; that it is about whether something is so goes unsaid."""

RELIABILITY_WORDS: dict[Reliability, str] = {
    Reliability.A: "completely reliable",
    Reliability.B: "usually reliable",
    Reliability.C: "fairly reliable",
    Reliability.D: "not usually reliable",
    Reliability.E: "unreliable",
    Reliability.F: "cannot be judged",
}
"""How far a source is to be trusted (the Admiralty letters), in words."""

SURE_WORDS: dict[Factuality, str] = {
    Factuality.CERTAIN: "certain",
    Factuality.PROBABLE: "probable",
    Factuality.POSSIBLE: "possible",
    Factuality.CERTAIN_NOT: "certainly not",
    Factuality.PROBABLE_NOT: "probably not",
    Factuality.POSSIBLE_NOT: "possibly not",
    Factuality.UNDERSPECIFIED: "does not say",
}
"""How sure a speaker was, and which way, in words: never a percentage, bar or score."""
