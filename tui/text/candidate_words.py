"""A candidate in words, the same on the screen and in `suggest`."""

from model.candidates.proposal import Proposal
from model.corpus.vocabulary import CandidateKind
from tui.text.phrases import Phrases

HEADINGS = {
    CandidateKind.CONFLICT: ("likely conflict", "claims that may not stand together"),
    CandidateKind.SAME_ORIGIN: ("likely same origin", "sayings that may go back to one"),
    CandidateKind.SAME_EVENT: ("likely same event", "events that may be one"),
}
"""What a candidate of each kind is called, and what it is."""

NO_CANDIDATE = "No candidate is left as of this day: nothing that may have been missed was found."
"""What is said where there is none."""


def reason(candidate: Proposal, phrases: Phrases) -> str:
    """Why it may be so, and how many claims there are on its sides where there are more than the two to read."""
    total = sum(map(len, candidate.sides))
    return f"{phrases.plain(candidate.reason)}{f' {total} claims in all.' if total > 2 else ''}"


def warning(candidate: Proposal, phrases: Phrases) -> str:
    """That a conflict of kind not-the-same keeps both sides apart; empty where none does."""
    if candidate.kept_apart is None:
        return ""
    topic = phrases.plain(phrases.corpus.conflicts[candidate.kept_apart].topic)
    return f"Not to be taken for one, says a conflict: {topic}."
