"""Codes of ids, and of where they lead: R."""

from model.corpus.codes.code import ERROR, Code

OF_REFERENCES = (
    Code(
        "R001",
        ERROR,
        "unknown-id",
        cause="A record names another one that is not there.",
        example='publisher = "the-korea-daily", where there is a "korea-daily"',
        remedy="Correct the id, or add the record that bears it.",
    ),
    Code(
        "R002",
        ERROR,
        "duplicate-id",
        cause="Two records of one kind have the same id. The first one keeps it, the later one is left out.",
        example='a second [[entity]] with id = "korea-daily"',
        remedy="Rename one, and what names it.",
    ),
    Code(
        "R003",
        ERROR,
        "shared-id",
        cause="A claim, a statement and a source may not share an id, since a date may be taken from any of them.",
        example='[[claim]] with id = "a" in sources/a.toml',
        remedy="Rename one, and what names it.",
    ),
    Code(
        "R004",
        ERROR,
        "statement-elsewhere",
        cause="A claim names a statement of another source: the words that attribute it stand in its own document.",
        example='statement = "s" in sources/a.toml, where "s" is in sources/b.toml',
        remedy="Write a statement in this source, with the same origin.",
    ),
    Code(
        "R005",
        ERROR,
        "names-itself",
        cause="A claim stands in a relation to itself.",
        example='supersedes = ["c1"] in c1',
        remedy="Name another claim, or leave it out.",
    ),
    Code(
        "R006",
        ERROR,
        "ring-of-supersession",
        cause="Claims supersede one another in a ring, so that none of them stands.",
        example='c1: supersedes = ["c2"]; c2: supersedes = ["c1"]',
        remedy="Let the later claim supersede the earlier one, and not the other way round.",
    ),
    Code(
        "R007",
        ERROR,
        "event-within-itself",
        cause="Events are parts of one another in a ring.",
        example='part_of = "visit" in the event visit',
        remedy="Take part_of away from one of them.",
    ),
    Code(
        "R008",
        ERROR,
        "ring-of-dates",
        cause="Records have their dates from one another in a ring, so that none has one.",
        example='c1: from = "c2"; c2: from = "c1"',
        remedy="Give one of them a date of its own.",
    ),
    Code(
        "R009",
        ERROR,
        "ring-of-origins",
        cause="Statements go back to one another in a ring, so that none was the first.",
        example='s1: origin = "s2"; s2: origin = "s1"',
        remedy="Let the others name the first to be said.",
    ),
    Code(
        "R010",
        ERROR,
        "ring-of-preferences",
        cause="Conflicts prefer claims to one another in a ring.",
        example="a preferred to b, b to c, c to a",
        remedy="Let one of the conflicts prefer none.",
    ),
)
"""What can be wrong with ids, and with what they lead to."""
