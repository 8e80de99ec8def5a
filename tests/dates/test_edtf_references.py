"""The subset against what others made: six implementations' verdicts, and the Library of Congress's page."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from model.dates.civil import civil_date
from model.dates.edtf import Edtf, EdtfError, parse

DATA = Path(__file__).parents[1] / "data" / "edtf"
CONSENSUS: list[dict[str, Any]] = json.loads((DATA / "SHARED-consensus.json").read_text("utf-8"))
PYTHON_EDTF: list[dict[str, Any]] = json.loads((DATA / "python-edtf.json").read_text("utf-8"))
LOC: dict[str, list[dict[str, Any]]] = json.loads(
    (DATA / "loc" / "loc-edtf-examples.json").read_text("utf-8")
)

NO_EDTF_AT_ALL = {"Spring, 2002", "winter, 2002", "second quarter of 2001", "Y-1200", "Y1700"}
"""Accepted by go-edtf alone: words that it normalises, and a `Y` that the specification forbids there."""

NAMES = [
    (r"^\{", "an all-of-a-set list"),
    (r"^\[.*,", "a one-of-a-set list"),
    (r"^/|/$", "an unknown interval bound"),
    (r"\dT\d", "a time of day"),
    (r"\dE\d", "an exponent year"),
    (r"\dS\d", "significant digits"),
    (r"X", "an unspecified digit"),
]
"""What the eye sees in a text, and the name it must be refused by; the first that is seen counts."""

LOC_FEATURES = {
    "Date": set(),
    "Date and Time": {"a time of day"},
    "Time Interval": set(),
    "Letter-prefixed calendar year": set(),
    "Seasons": {"a season"},
    "Qualification of a date (complete)": set(),
    "Unspecified digit(s) from the right": {"an unspecified digit"},
    "Extended Interval (L1)": {"an unknown interval bound"},
    "Negative calendar year": set(),
    "Exponential year": {"an exponent year"},
    "Significant digits": {"significant digits", "an exponent year"},
    "Sub-year groupings": {"a quarter of a year"},
    "Set representation": {"a one-of-a-set list", "an all-of-a-set list"},
    "Qualification (group)": {"a qualifier on a part of a date"},
    "Qualification (individual)": {"a qualifier on a part of a date"},
    "Unspecified Digit": {"an unspecified digit"},
    "Interval": {"a qualifier on a part of a date", "an unspecified digit"},
}
"""For each feature of the page, the names by which its examples may be refused; none: all are accepted."""

LOC_ACCEPTED = {
    "Time Interval": 6,
    "Extended Interval (L1)": 6,
    "Set representation": 3,
    "Date": 3,
    "Letter-prefixed calendar year": 2,
    "Qualification of a date (complete)": 3,
    "Negative calendar year": 1,
    "Qualification (group)": 1,
}
"""How many examples of each feature the subset accepts."""


def read(text: str) -> Edtf | None:
    try:
        return parse(text)
    except EdtfError:
        return None


def refusal(text: str) -> str:
    with pytest.raises(EdtfError) as caught:
        parse(text)
    return str(caught.value)


def iso(day: int | None, unbounded: str) -> str:
    """A bound as the data write it."""
    if day is None:
        return unbounded
    year, month, day_of_month = civil_date(day)
    sign, digits = ("-" if year < 0 else ""), f"{abs(year):04d}"
    return f"{sign}{digits}-{month:02d}-{day_of_month:02d}"


def test_what_the_subset_accepts_no_implementation_rejects():
    accepted = [row for row in CONSENSUS if read(row["input"])]
    assert [row["input"] for row in accepted if row["reject"]] == []
    assert len(accepted) >= 100


def test_the_implementations_state_the_same_bounds():
    compared = 0
    wrong = []
    for row in CONSENSUS:
        date = read(row["input"])
        if date is None:
            continue
        for side, day, unbounded in (("lower", date.earliest, "-inf"), ("upper", date.latest, "inf")):
            for stated in row.get(side, {}):
                compared += 1
                if stated != iso(day, unbounded):
                    wrong.append((row["input"], side, stated, iso(day, unbounded)))
    assert wrong == []
    assert compared >= 80


def test_python_edtf_states_the_same_bounds():
    compared = 0
    for row in PYTHON_EDTF:
        date = read(row["input"])
        if date is None or "lower" not in row:
            continue
        compared += 1
        assert (row["input"], row["lower"], row["upper"]) == (
            row["input"],
            iso(date.earliest, "-inf"),
            iso(date.latest, "inf"),
        )
    assert compared >= 25


def test_valid_edtf_outside_the_subset_is_refused_by_name():
    valid = [row["input"] for row in CONSENSUS if row["accept"] and read(row["input"]) is None]
    unnamed = {text for text in valid if "an EDTF feature that this format leaves out" not in refusal(text)}
    assert unnamed == NO_EDTF_AT_ALL
    assert len(valid) >= 230


def test_the_name_of_a_refused_feature_is_the_right_one():
    named = 0
    for row in CONSENSUS:
        text = row["input"]
        expected = next((name for pattern, name in NAMES if re.search(pattern, text)), None)
        if not row["accept"] or expected is None or read(text):
            continue
        named += 1
        assert f"has {expected}" in refusal(text)
    assert named >= 150


def test_the_implementations_disagree_on_no_text_of_these_data():
    assert [row["input"] for row in CONSENSUS if bool(row["accept"]) == bool(row["reject"])] == []


@pytest.mark.parametrize("example", LOC["examples"], ids=lambda example: example["edtf"])
def test_the_library_of_congress_examples_are_read_or_refused_by_name(example: dict[str, Any]):
    text, names = example["edtf"], LOC_FEATURES[example["feature"]]
    assert read(text) or any(f"has {name}" in refusal(text) for name in names)


def test_the_library_of_congress_examples_inside_the_subset_are_read():
    accepted = [example["feature"] for example in LOC["examples"] if read(example["edtf"])]
    assert {feature: accepted.count(feature) for feature in set(accepted)} == LOC_ACCEPTED


def test_what_the_library_of_congress_calls_invalid_is_refused():
    invalid = [example["edtf"] for example in LOC["invalid"]]
    assert invalid == ["20050924T100000", "-Y170000002"]
    assert [read(text) for text in invalid] == [None, None]
