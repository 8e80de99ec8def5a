"""Words of likelihood and words of confidence, which no sentence mixes (ICD 203 of 2015, section D.6.e.2).

How likely a thing is, and how sure one is of one's judgement of it, are two scales: "it is likely, with low confidence"
can be read as either. What a sentence quotes is somebody else's, and is left out.
"""

import re
from dataclasses import dataclass

from model.quotes.sentences import sentences

_LIKELIHOOD = re.compile(
    r"\b(?:almost no chance|remote chance|(?:highly |very |most |more |un)*likely|likelihood"
    r"|(?:highly )?(?:im)?probabl[ey]|probability|roughly even (?:chance|odds)"
    r"|(?:almost|nearly) certain(?:ly)?|chances are)\b"
    r"|가능성이 (?:매우 )?(?:높|낮|크|적|희박)|유력|개연성",
    re.IGNORECASE,
)
"""The terms of ICD 203 for how likely something is, and how they are said in Korean."""

_CONFIDENCE = re.compile(
    r"\b(?:(?:low|moderate|medium|high|full|great|little|some|our|with|in)[ -]confidence|confidence (?:is|level|in)"
    r"|confident(?:ly)?)\b"
    r"|신뢰도|확신",
    re.IGNORECASE,
)
"""The terms for how sure one is of one's own judgement, and how they are said in Korean."""

_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|‘[^’]*’|「[^」]*」|『[^』]*』|«[^»]*»")


@dataclass(frozen=True, slots=True)
class Mixed:
    """The words of a sentence that say how likely something is, and how sure one is of saying so."""

    likelihood: str
    confidence: str


def says_confidence(text: str) -> bool:
    """Whether a text says how sure its author is, quoted or not."""
    return _CONFIDENCE.search(text) is not None


def mixed(text: str) -> Mixed | None:
    """The words that the first sentence of a text mixes; None where none does."""
    if not says_confidence(text):
        # As nearly all texts: every title is looked at.
        return None
    unquoted = _QUOTED.sub(lambda found: " " * len(found[0]), text)
    for span in sentences(text):
        sentence = unquoted[span.start : span.end]
        likelihood, confidence = _LIKELIHOOD.search(sentence), _CONFIDENCE.search(sentence)
        if likelihood is not None and confidence is not None:
            return Mixed(likelihood[0], confidence[0])
    return None
