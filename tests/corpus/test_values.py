"""What a source says of itself is what it should be, and of the time that its text speaks of."""

from pathlib import Path

import pytest

from tests.corpus.spoiled import A, findings_in, spoil
from tests.handmade import codes_of


def said(folder: Path, *codes: str) -> list[str]:
    return [str(finding) for finding in findings_in(folder) if finding.code in codes]


def give(folder: Path, field: str, value: str) -> None:
    spoil(folder, A, "published", f"{field} = '{value}'\npublished")


@pytest.mark.parametrize(
    "tag",
    [
        "en",
        "EN",
        "ko-KR",
        "zh-Hant-TW",
        "sl-rozaj-biske",
        "de-1901",
        "en-u-ca-gregory",
        "x-ours",
        "i-klingon",
    ],
)
def test_a_language_tag(folder: Path, tag: str):
    spoil(folder, A, 'language = "en"', f'language = "{tag}"')
    assert said(folder, "V001") == []


@pytest.mark.parametrize(
    ("tag", "meant"),
    [
        ("English", "en"),
        ("한국어", "ko"),
        ("pt_BR", "pt-BR"),
        ("e", "en"),
        ("en-", "en"),
        ("en US", "en"),
        ("-", "en"),
    ],
)
def test_no_language_tag(folder: Path, tag: str, meant: str):
    spoil(folder, A, 'language = "en"', f'language = "{tag}"')
    assert said(folder, "V001") == [f'{A}:4:1: "{tag}" is no language tag of BCP 47; write one as "{meant}"']


def test_the_language_of_the_corpus_is_a_tag_too(folder: Path):
    spoil(folder, "corpus.toml", 'language = "en"', 'language = "English"')
    assert said(folder, "V001") == [
        'corpus.toml:5:1: "English" is no language tag of BCP 47; write one as "en"'
    ]


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/page?x=1#y",
        "http://[::1]:8080/x",
        "https://예시.한국/글",
        "mailto:desk@example.org",
        "urn:isbn:0451450523",
    ],
)
def test_a_url(folder: Path, url: str):
    give(folder, "url", url)
    assert said(folder, "V002") == []


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("", "leave it out where it is not known"),
        ("www.example.org/page", 'write it whole, as in "https://www.example.org/page"'),
        ("the website", "write it in one piece, a space as %20"),
        ("https://", 'write it with its host, as in "https://example.org/page"'),
        ("https:///page", 'write it with its host, as in "https://example.org/page"'),
        ("https://[::1/page", "its host or port cannot be one"),
        ("https://example.org:port/", "its host or port cannot be one"),
        ("mailto:", "write what comes after the colon"),
    ],
)
def test_no_url(folder: Path, url: str, why: str):
    give(folder, "url", url)
    assert said(folder, "V002") == [f'{A}:6:1: "{url}" is no URL; {why}']


@pytest.mark.parametrize(
    "time",
    [
        "2025-05-09",
        "2025-05",
        "2025",
        "2025-05-09T14:30",
        "2025-05-09 14:30:05Z",
        "2025-05-09T14:30:05.5+09:00",
        "2025-05-09~",
    ],
)
def test_a_time_of_retrieval(folder: Path, time: str):
    give(folder, "retrieved", time)
    assert said(folder, "V003", "T004") == []


@pytest.mark.parametrize(
    "time", ["", "last week", "9 May 2025", "2025-13-01", "2025-05-09T25:00", "2025-05-32T10:00"]
)
def test_no_time_of_retrieval(folder: Path, time: str):
    give(folder, "retrieved", time)
    assert said(folder, "V003", "T004") == [
        f'{A}:6:1: "{time}" is no date or time; write it as 2025-05-09 or 2025-05-09T14:30Z'
    ]


@pytest.mark.parametrize(
    ("retrieved", "late"),
    [
        ("2025-05-03", True),
        ("2025-05-03T23:59", True),
        ("2025-04", True),
        ("2025-05-05", False),
        # Where it was read, it was yesterday still.
        ("2025-05-04", False),
        ("2025-05", False),
    ],
)
def test_what_is_retrieved_was_published(folder: Path, retrieved: str, late: bool):
    give(folder, "retrieved", retrieved)
    assert bool(said(folder, "T004")) is late


def test_the_days_of_both_are_said(folder: Path):
    give(folder, "retrieved", "2025-05-01")
    assert said(folder, "T004") == [
        f"{A}:6:1: retrieved by 1 May 2025, and published on 5 May 2025 at the earliest; correct either of them"
    ]


@pytest.mark.parametrize("title", ["On Monday he said", "May 9. It will not be long", "long, he  said."])
def test_a_title_as_printed(folder: Path, title: str):
    spoil(folder, A, 'title = "a visit comes"', f'title = "{title}"')
    assert said(folder, "V005") == []


def test_a_title_that_is_not_in_the_text_has_the_nearest_line(folder: Path):
    spoil(folder, A, 'title = "a visit comes"', 'title = "It will not be very long"')
    assert said(folder, "V005") == [
        (
            f'{A}:2:1: the title "It will not be very long" is not in the text; closest is line 2: '
            '"It will not be long"; write it as printed'
        )
    ]


def test_a_title_that_is_like_nothing_in_the_text(folder: Path):
    spoil(folder, A, 'title = "a visit comes"', 'title = "Zzz"')
    assert said(folder, "V005") == [f'{A}:2:1: the title "Zzz" is not in the text; write it as printed']


LINE = "a  -  {status}  CT+  {date}  words={words} basis={basis}"


@pytest.mark.parametrize(
    ("published", "date", "basis", "far"),
    [
        ("2015-05-06", "2025-05-09", "explicit-partial", True),
        ("2015-05-06", "2025-05-09", "explicit", True),
        ("2035-05-06", "2025-05-09", "explicit-partial", True),
        ("2035-05-06", "2025-05-09", "derived-relative", True),
        ("2025-05-06", "2025-05-09", "explicit-partial", False),
        ("2024-06-06", "2025-05-09", "explicit-partial", False),
        # A forecast names years, and a history old days with their years.
        ("2025-05-06", "2035", "explicit", False),
        ("2025-05-06", "1945-05-09", "explicit", False),
        # What is inferred, is not of the text.
        ("2015-05-06", "2025-05-09", "external", False),
        ("[..2035-05-06]", "2025-05-09", "explicit-partial", False),
        ("2035-05-06~", "2025-05-09", "explicit-partial", False),
    ],
)
def test_a_document_is_of_the_time_that_it_speaks_of(published: str, date: str, basis: str, far: bool):
    line = LINE.format(status="scheduled", date=date, words="then", basis=basis)
    assert ("V004" in codes_of(line, published=published)) is far


def test_one_day_within_reach_is_enough():
    lines = [
        LINE.format(status="scheduled", date=date, words="then", basis="explicit-partial")
        for date in ("2025-05-09", "2024-09-01", "[..2026]")
    ]
    assert "V004" in codes_of(lines[0], published="2023-06-01")
    assert "V004" not in codes_of("\n".join([lines[0], "b" + lines[1][1:]]), published="2023-10-01")
    assert "V004" not in codes_of("\n".join([lines[0], "b" + lines[2][1:]]), published="2023-06-01")
