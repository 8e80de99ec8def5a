"""Codes of what corpus.toml asks of the checks: C."""

from model.corpus.codes.code import NOTE, WARNING, Code

OF_CHECKING = (
    Code(
        "C001",
        WARNING,
        "error-not-silenced",
        cause="An entry under [check] ignore is of an error. The record stays left out, so that is said all the same.",
        example='ignore = [{ code = "Q001", where = "kd-troops", reason = "..." }]',
        remedy="Mend what is wrong, and take the entry away.",
    ),
    Code(
        "C002",
        NOTE,
        "silences-nothing",
        cause="An entry under [check] ignore is of nothing that is found.",
        example='ignore = [{ code = "M006", where = "an-event-with-claims", reason = "..." }]',
        remedy="Take it away; or write the id of the record, or the file, as the finding has it.",
    ),
    Code(
        "C003",
        WARNING,
        "no-such-code",
        cause="An entry under [check] ignore names a code that is none.",
        example='ignore = [{ code = "M999", where = "visit", reason = "..." }]',
        remedy="Write the code that the finding has in brackets.",
    ),
)
"""What can be wrong with what is to be silenced."""
