"""Years of the Juche calendar, which North Korea used from 1997 to 2024: Juche 1 is 1912."""

import re

_BEFORE_THE_FIRST = 1911
_NAME = r"(?:주체|\bJuche)"
_WRITTEN = re.compile(
    rf"{_NAME} ?(?P<of>[0-9]{{1,3}})(?![0-9])(?: ?년)?(?: ?\( ?(?P<year>[0-9]{{4}})(?: ?년)? ?\)(?: ?년)?)?"
    rf"|(?<![0-9])(?P<first>[0-9]{{4}})(?: ?년)? ?\( ?{_NAME} ?(?P<then>[0-9]{{1,3}})(?: ?년)? ?\)(?: ?년)?",
    re.IGNORECASE,
)


def without_juche(text: str) -> str | None:
    """The text with its Juche years as those of the common calendar; None where the two are told and differ.

    `주체109(2020)년 3월 4일` is `2020년 3월 4일`, `Juche 109` is `2020`.
    """
    differ = False

    def common(found: re.Match[str]) -> str:
        nonlocal differ
        year = str(_BEFORE_THE_FIRST + int(found["of"] or found["then"]))
        differ |= (found["year"] or found["first"] or year) != year
        return f"{year}년" if "년" in found[0] else year

    common_text = _WRITTEN.sub(common, text)
    return None if differ else common_text
