"""Codes of questions, and of searches that found nothing: N."""

from model.corpus.codes.code import ERROR, NOTE, WARNING, Code

OF_QUESTIONS = (
    Code(
        "N001",
        ERROR,
        "no-full-day",
        cause="The day of a question or of a search is no full day, so that nobody could say from when on it counts.",
        example='closes = "2025-05"',
        remedy="Write one day, as in 2025-05-09: the curator knows it, whatever the sources say.",
    ),
    Code(
        "N002",
        ERROR,
        "closes-before-asked",
        cause="A question closes before it is asked.",
        example='asked = "2025-05-05", closes = "2025-05-01"',
        remedy="Correct either day.",
    ),
    Code(
        "N003",
        WARNING,
        "criteria-not-kept",
        cause="A question does not say the hash of its criteria, so that nobody would notice if they were changed.",
        example="[[question]] without criteria_sha256",
        remedy="Write the hash that the finding says, on the day on which the question is asked.",
    ),
    Code(
        "N004",
        WARNING,
        "criteria-changed",
        cause="The criteria of a question are not those that it was asked with: their hash is another one.",
        example="a criterion edited after the question had closed",
        remedy="Put back what was there. What is to be asked otherwise is a question of its own.",
    ),
    Code(
        "N005",
        WARNING,
        "hangs-on-nothing",
        cause="A question names no event, so that no claim can answer it.",
        example="events = []",
        remedy="Name the events whose claims will answer it.",
    ),
    Code(
        "N006",
        ERROR,
        "answered-elsewhere",
        cause="The claim that resolves a question is of none of the events that the question hangs on.",
        example='events = ["parade"], and a resolution by a claim of the event visit',
        remedy="Name a claim of one of its events, or the event among them.",
    ),
    Code(
        "N007",
        WARNING,
        "answered-before-asked",
        cause="The document of the claim that resolves a question was printed before the question was asked.",
        example='asked = "2025-05-05", answered in a paper of 30 April',
        remedy="Correct the day on which it was asked, or name the claim that answers it.",
    ),
    Code(
        "N008",
        ERROR,
        "search-for-nothing",
        cause="A search does not say what it was for, so that it is shown nowhere.",
        example="[[search]] with neither events nor questions",
        remedy="Name the events or questions whose outcome was sought.",
    ),
    Code(
        "N009",
        ERROR,
        "search-nowhere",
        cause="A search does not say where it was made: it says nothing then.",
        example="[[search]] with neither where nor elsewhere",
        remedy='Name entities in "where", or say it in words in "elsewhere".',
    ),
    Code(
        "N010",
        NOTE,
        "sought-before-asked",
        cause="A search was made for a question that was not asked yet.",
        example='day = "2025-05-01", for a question of 5 May',
        remedy="Correct either day.",
    ),
)
"""What can be wrong with what curators ask and look for."""
