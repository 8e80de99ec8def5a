"""Codes of lists as printed: P."""

from model.corpus.codes.code import ERROR, Code

OF_LISTS = (
    Code(
        "P001",
        ERROR,
        "listed-twice",
        cause="A list has one entity in two places, so that nobody can say where it stands.",
        example='entries = [{ entity = "kim", label = "Kim" }, { entity = "kim", label = "Kim Tok-hun" }]',
        remedy="Name who is meant in each place, or take one of them away.",
    ),
    Code(
        "P002",
        ERROR,
        "list-out-of-order",
        cause="The entries of a list are in another order than their labels in the text: their places would be wrong.",
        example='entries for "Pak" and "Kim", of a text that has "Kim, Pak"',
        remedy="Put the entries in the order of the text; give one that stands apart a quote of its own.",
    ),
)
"""What can be wrong with a list."""
