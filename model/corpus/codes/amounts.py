"""Codes of amounts: A."""

from model.corpus.codes.code import ERROR, NOTE, WARNING, Code

OF_AMOUNTS = (
    Code(
        "A001",
        ERROR,
        "amount-of-nothing",
        cause="An amount has no number, or both a number and a range.",
        example='{ what = "troops", words = "many" }',
        remedy="Give its value; or min, max or both, where the words give a range.",
    ),
    Code(
        "A002",
        ERROR,
        "amount-turned-round",
        cause="The least of a range is more than the most of it.",
        example="min = 12000, max = 10000",
        remedy="Exchange the two.",
    ),
    Code(
        "A003",
        ERROR,
        "amount-absurd",
        cause="A figure is negative, no number at all, or larger than anything that is counted.",
        example="value = -1",
        remedy="Write the figure that the source has. A loss is a positive number of what was lost.",
    ),
    Code(
        "A004",
        ERROR,
        "amount-against-its-words",
        cause="A figure is not the one that its words give. Words that give none for certain are not compared.",
        example='value = 1200, words = "12,000 soldiers"',
        remedy="Count the digits again; 만 is ten thousand, 천 a thousand.",
    ),
    Code(
        "A005",
        NOTE,
        "about-not-said",
        cause="The words say that a figure is no more than about right, and the record does not.",
        example='value = 120, words = "about 120 passengers", without about = true',
        remedy="Write about = true: else a card shows the figure as if somebody had counted.",
    ),
    Code(
        "A006",
        NOTE,
        "figures-of-two-things",
        cause="A conflict is about how many, and each of its claims counts something else.",
        example='what = "soldiers" in one of its claims, what = "troops" in the other',
        remedy="Use one word in all of them, so that the figures stand side by side.",
    ),
    Code(
        "A007",
        WARNING,
        "bound-as-figure",
        cause="The words make a figure the least or the most, and the record has it as the figure itself.",
        example='value = 50, words = "no fewer than 50"',
        remedy="Write min = 50 (or max, for up to and at most) in place of value.",
    ),
    Code(
        "A008",
        WARNING,
        "figure-outside-of-a-bound",
        cause="One claim gives a figure, another of the same event a bound that excludes it, and nothing says so.",
        example='value = 34 in one claim, min = 50 in another, of the same "exhibitors"',
        remedy='Write a conflict with point = "how-many", supersede one, or name what is counted by another word.',
    ),
)
"""What can be wrong with figures."""
