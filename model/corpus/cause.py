"""Why records are taken out of a corpus, and how that is said of what needs them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cause:
    """One reason to take records out: the codes of what goes with them and of what is shown without them, and words.

    `goes` says what happens to a record that needs one, `state` what these are, `verdict` what stands in place of
    a conflict's reason.
    """

    goes_with: str
    shown_without: str
    goes: str
    state: str
    verdict: str


BROKEN = Cause("X001", "X002", "left out", "is left out", "Not all of its claims could be read.")
"""They have an error, or could not be read."""

BEGUN = Cause("X003", "X003", "waits", "is a draft", "Not all of its claims are finished.")
"""They are only begun."""
