"""Whether something was told to the world: suggested where the words tell it, and in doubt not."""

from pathlib import Path

import pytest

from model.curate.entry.suggest import begun
from tests.curate.one_page import marked, page

TOLD = [
    ("Speaking to reporters in Seoul, Kim Min-su said the fair would open in October.", "yes"),
    ("The Foreign Ministry announced that the envoy will come in May.", "yes"),
    ("“It will open,” Col. Lee Sung-jun said at a briefing on Tuesday.", "yes"),
    ("The Foreign Ministry said in a short statement that the envoy will come.", "yes"),
    ("The fair will open in October, KCNA said.", "yes"),
    ("통일부는 브리핑에서 대표단이 방문한다고 밝혔다.", "yes"),
    ("The Foreign Ministry said that the envoy will come in May.", "no"),
    ("Kim Min-su said in an interview that the fair would open in October.", "no"),
    ("The Unification Ministry told lawmakers in a closed-door briefing that it had seen them.", "no"),
    ("Sources in Dandong told reporters that the fair would open in October.", "no"),
    ("통일부는 대표단이 방문한다고 밝혔다.", "no"),
]


@pytest.mark.parametrize(("text", "public"), TOLD, ids=[text[:30] for text, _ in TOLD])
def test_what_the_words_tell_of_whom_it_was_told(tmp_path: Path, text: str, public: str):
    values = begun(marked(page(tmp_path, text), text))
    assert values["speaker"]
    assert values["public"] == public
