"""Codes of quotes: Q."""

from model.corpus.codes.code import ERROR, WARNING, Code

OF_QUOTES = (
    Code(
        "Q001",
        ERROR,
        "quote-missing",
        cause="The words of a quote do not stand in the text of its source.",
        example='quote = "no visit comes on May 9"',
        remedy="Copy them from the text, with its quotation marks, spaces and line ends: nothing is made to fit.",
    ),
    Code(
        "Q002",
        ERROR,
        "quote-ambiguous",
        cause="The words of a quote stand in the text more than once, so it is not said which place is meant.",
        example='quote = "he said"',
        remedy='Give what adjoins it: quote = { exact = "he said", suffix = " a visit" }.',
    ),
    Code(
        "Q003",
        ERROR,
        "quote-misplaced",
        cause="The words of a quote stand in the text, but not directly beside the prefix or suffix that is given.",
        example='quote = { exact = "he said", suffix = "a visit" }, where a space comes between them',
        remedy="Copy what adjoins it letter for letter, spaces too, or leave it out where the words stand once.",
    ),
    Code(
        "Q004",
        ERROR,
        "quote-empty",
        cause="A quote has no words.",
        example='quote = ""',
        remedy="Quote the words that assert the claim.",
    ),
    Code(
        "Q005",
        ERROR,
        "words-outside",
        cause="The words of a date, a hedge, a label or a verb do not stand inside of their record's quote.",
        example='quote = "a visit comes on May 9" with words = "9 May"',
        remedy="Copy them from the quote, or quote more of the sentence.",
    ),
    Code(
        "Q006",
        ERROR,
        "words-empty",
        cause="The words of a date, a hedge, a label or a verb are empty.",
        example='hedge = ""',
        remedy="Leave the field out, or write the source's own words.",
    ),
    Code(
        "Q030",
        WARNING,
        "gloss-by-nobody",
        cause="A quote has a translation and does not say whose, or names who translated it and has none.",
        example='quote = { exact = "지난 8일", gloss = "on the 8th" }',
        remedy="Write both gloss and gloss_by: who, or which program, translated it.",
    ),
)
"""What can be wrong with quotes, and with words that stand inside of one."""
