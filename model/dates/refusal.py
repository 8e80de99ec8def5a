"""Why a text is no date of the subset, in one sentence: the EDTF feature or mistake, and what would be right.

Imported only when there is something to refuse. The names of features follow the Library of Congress's page.
"""

import re
from collections.abc import Callable

from model.dates.civil import days_in_month

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_EXAMPLES = "write it as 2025, 2025-05 or 2025-05-09"
_BOUNDS = "write its first and last possible date, as [1960..1969]"
_MONTHS_OF = "write its months, as [2001-03..2001-05]"

_FEATURES = (
    (r"[-0-9X?~%]+T[0-9].*", "a time of day", "write the day alone, as 2025-05-09"),
    (r"Y-?[0-9]+E[0-9]+(S[0-9]+)?.*", "an exponent year", "write the year out, as Y170000000"),
    (r"Y?-?[0-9]+S[0-9]+", "significant digits", _BOUNDS),
    (r"(?=.*X)Y?[-0-9X?~%]+", "an unspecified digit (X)", _BOUNDS),
    (
        r"(?=.*[?~%][-0-9])[-0-9?~%]+",
        "a qualifier on a part of a date",
        "qualify the whole date, as 2004-06-11?",
    ),
    (r"-?[0-9]{4}-(2[1-9]|3[0-2])", "a season", _MONTHS_OF),
    (r"-?[0-9]{4}-3[3-6]", "a quarter of a year", _MONTHS_OF),
    (r"-?[0-9]{4}-3[7-9]", "a third of a year (quadrimester)", _MONTHS_OF),
    (r"-?[0-9]{4}-4[01]", "a half of a year (semester)", _MONTHS_OF),
    (r"-?[0-9]{2}", "a century", _BOUNDS),
    (r"-?[0-9]{3}", "a decade", _BOUNDS),
)
"""What EDTF, or ISO 8601-2 behind it, has and the subset leaves out: pattern, name, what to write instead."""

_MISTAKES = (
    (r"(?=.* )[-0-9 ]+", "has a space in it", "leave it out, as 2025-05-09"),
    (r".*[?~%]{2,}", "has more than one qualifier", "write % for uncertain and approximate"),
    (r"\+.*", "has a plus sign", "write the year without it"),
    (r"-0000.*", "has the year -0000", "write 0000 for 1 BC"),
    (r"-Y.*", "has its minus before the Y", "write Y-12000"),
    (r"Y-?0.*", "has a long year that begins with 0", "write a year of up to four digits as 2000"),
    (r"Y-?[0-9]{1,4}([^0-9].*)?", "has a Y before four digits or fewer", "write the year as 2000"),
    (r"Y-?[0-9]{13,}.*", "has a year of more than 12 digits", "write at most 12"),
    (r"Y-?[0-9]+-.*", "has a month or day after a Y year", "write the year alone, as Y12000"),
    (r"-?[0-9]{4}-?W[0-9].*", "is an ISO week", "write its days, as [2025-05-05..2025-05-11]"),
    (r"-?[0-9]{4}-[0-9]{3}", "is a day counted within its year", "write month and day, as 2025-05-09"),
    (r"[0-9]{8}", "has no hyphens", "write 2025-05-09"),
    (r"-?[0-9]{5,12}", "has a year of more than four digits", "write it with a Y, as Y12000"),
    (
        r"-?[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|-?[0-9]{4}-[0-9]",
        "has a one-digit month or day",
        "write 2025-05-09",
    ),
)
"""What is no EDTF either: pattern, what is wrong, what would be right. Asked only after `_impossible`."""


def shown(text: str) -> str:
    """A text from outside, in quotes, cut at 40 characters; what cannot be printed is escaped."""
    cut = text if len(text) <= 40 else text[:37] + "..."
    return '"' + "".join(char if char.isprintable() else _escaped(char) for char in cut) + '"'


def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")


Accepts = Callable[[str], bool]
"""Whether a text is a date of the subset."""


def explain(text: str, longest: int, accepts: Accepts) -> str:
    """One sentence that says why `text`, which `accepts` does not accept, is refused.

    A date has at most `longest` characters. What accepts is given, since it is what asks here.
    """
    if len(text) > longest:
        wrong, right = f"is {len(text)} characters long", f"a date has at most {longest}"
    else:
        wrong, right = _why(text, accepts)
    return f"{shown(text)} {wrong}; {right}."


def _why(text: str, accepts: Accepts) -> tuple[str, str]:
    if not text.strip():
        return "is empty", _EXAMPLES
    if text.startswith("{"):
        return _left_out("an all-of-a-set list"), "make one claim for each date"
    if text.startswith("["):
        return _why_set(text, accepts)
    if "/" in text:
        return _why_interval(text.split("/"), accepts)
    if ".." in text:
        return (
            "has .. outside brackets",
            "write [2025-04-30..2025-05-06], or 2025-05-07/2025-05-10 if it lasts",
        )
    return _why_part(text)


def _left_out(feature: str) -> str:
    return f"has {feature}, an EDTF feature that this format leaves out"


def _why_set(text: str, accepts: Accepts) -> tuple[str, str]:
    if re.fullmatch(r"\[[^]]*\][?~%]", text):
        return _left_out(
            "a qualifier on a set"
        ), "leave it out: a set already says that the date is not known"
    if not text.endswith("]"):
        return "has a bracket that is not closed", "write [2025-04-30..2025-05-06]"
    if "," in text:
        return _left_out("a one-of-a-set list"), "write its first and last date, as [1667..1672]"
    if "/" in text:
        return "has a / inside brackets", "write two dots there, as [2025-04-30..2025-05-06]"
    sides = text[1:-1].split("..")
    if len(sides) == 1 and accepts(sides[0]):
        return _left_out("a set without .."), "write its first and last date, or one date without brackets"
    return _why_sides(sides, "", "a set", accepts)


def _why_interval(sides: list[str], accepts: Accepts) -> tuple[str, str]:
    stated = [side for side in sides if side not in ("", "..")]
    if "" in sides and len(sides) == 2 and all(accepts(side) for side in stated):
        return _left_out(
            "an unknown interval bound"
        ), "if it is open there, write two dots, as in 2022/.. or ../2025"
    return _why_sides(sides, "..", "an interval", accepts)


def _why_sides(sides: list[str], opened: str, kind: str, accepts: Accepts) -> tuple[str, str]:
    if len(sides) != 2:
        return f"is {kind} of {len(sides)} dates", "write exactly two"
    if sides[0] == sides[1] == opened:
        return _left_out(f"{kind} open at both ends"), "give at least one end"
    for side in sides:
        if side == opened:
            continue
        if not accepts(side):
            return _why_part(side)
        if side.startswith("Y"):
            return f"has a Y year inside {kind}", "a year of more than four digits stands alone, as Y12000"
        if opened == "" and side.endswith(("?", "~", "%")):
            return _left_out(f"a qualifier inside {kind}"), "leave the qualifier out"
    return f"is {kind} that runs backwards", "its end may not begin before its start"


def _why_part(text: str) -> tuple[str, str]:
    bare = text[:-1] if re.fullmatch(r"[^?~%]+[?~%]", text) else text
    for pattern, feature, right in _FEATURES:
        if re.fullmatch(pattern, bare):
            return _left_out(feature), right
    impossible = _impossible(bare)
    if impossible is not None:
        return impossible
    for pattern, wrong, right in _MISTAKES:
        if re.fullmatch(pattern, bare, re.DOTALL):
            return wrong, right
    return "is not an EDTF date", _EXAMPLES


def _impossible(text: str) -> tuple[str, str] | None:
    """A month or day that no calendar has, in an otherwise well-formed date."""
    found = re.fullmatch(r"(-?[0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?", text)
    if found is None or found[1] == "-0000":
        return None
    year, month = int(found[1]), int(found[2])
    if not 1 <= month <= 12:
        return f"has the month {found[2]}", "months are 01 to 12"
    last = days_in_month(year, month)
    if found[3] is None or 1 <= int(found[3]) <= last:
        return None
    return f"has the day {found[3]}", f"{_MONTHS[month - 1]} of that year has the days 01 to {last}"
