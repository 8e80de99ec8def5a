"""Figures in texts: their words, and what they count; no date, no name with a number in it, no length of time."""

import pytest

from model.cues.date_words import date_words
from model.cues.figures import figures_in
from model.quotes.span import TextSpan


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Up to 300 passengers could travel on each voyage.", [("Up to 300", "passengers", "")]),
        ("The other put the figure at fewer than 200, because", [("fewer than 200", "", "")]),
        ("about 10,000 to 12,000 North Korean troops", [("about 10,000 to 12,000", "", "")]),
        ("some 1.5 million tons of rice", [("some 1.5 million", "rice", "tons")]),
        ("between 40 and 60 officials went", [("between 40 and 60", "officials", "")]),
        ("북한군 약 1만~1만2천 명이", [("약 1만~1만2천", "", "")]),
        ("The 300 passengers", [("300", "passengers", "")]),
        ("300 passengers and 20 sailors", [("300", "passengers", ""), ("20", "sailors", "")]),
        ("The Mangyongbong 92 was towed on 21 August", []),
        ("No. 5, KN-23 and T-72 in the 20th year, at 7:40, for 19 years", []),
        ("in July 2006, and again in 2025", []),
        ("통일부 당국자는 15일 말했다", []),
    ],
)
def test_figures_are_found_with_what_they_count(text: str, expected: list[tuple[str, str, str]]):
    dates = [it.span for it in date_words(text)]
    found = figures_in(text, TextSpan(0, len(text)), dates)
    assert [(it.words, it.what, it.unit) for it in found] == expected
    assert all(text[it.span.start : it.span.end] == it.words for it in found)
