"""Bylines and days of printing, which tell nothing; and what looks like one and tells something."""

import pytest

from model.cues.text_cues import text_cues


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Doe",
        "BY MIN-JI KIM and John A. Smith",
        "By Jane Doe, Staff Writer",
        "16 September 2025",
        "Published: Tuesday, September 16, 2025, 09:30 KST",
        "Updated on 16 Sep 2025 at 14:05",
        "By Jane Doe | 16 September 2025",
        "입력 2025.09.16 09:30",
        "홍길동 기자",
        "(서울=연합뉴스) 홍길동 기자 hong@example.org",
    ],
)
def test_who_wrote_a_page_and_when_tells_nothing(line: str):
    text = f"The ferry will resume\n\n{line}\n\nA ferry leaves Rason on Monday.\n"
    cues = text_cues(text)
    assert [text[it.start : it.end] for it in cues.sentences if it not in cues.telling] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the ferry had left.",
        "By Monday the ferry had left",
        "Ferry to sail on 16 September 2025",
        "Kim visits on Tuesday",
        "The group arrived on Tuesday.",
        "16 September 2025.",
        "기자 회견이 열렸다.",
        "김정은 위원장",
    ],
)
def test_what_tells_something_is_none(line: str):
    cues = text_cues(f"A headline\n\n{line}\n\nThe end came.\n")
    assert cues.telling == cues.sentences
