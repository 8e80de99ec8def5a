"""The title row of a source in ever fewer cells: what it is called gives way first, who speaks never does."""

import pytest

from tui.text.titles import fitted

NAMES = ("Korea Daily, published 5-7 May 2025", "Korea Daily, 5-7 May 2025", "Korea Daily")
VOICES = ('Ushakov, 5 May, certain: "would"', "Ushakov, 5 May, certain", "Ushakov, certain", "Ushakov")
RIGHTS = ("quote 1 of 2", "1 of 2")


@pytest.mark.parametrize(
    ("width", "name", "voice", "right"),
    [
        (85, NAMES[0], VOICES[0], RIGHTS[0]),
        (84, NAMES[1], VOICES[0], RIGHTS[0]),
        (74, NAMES[2], VOICES[0], RIGHTS[0]),
        (60, NAMES[2], VOICES[0], RIGHTS[1]),
        (54, NAMES[2], VOICES[1], RIGHTS[1]),
        (45, "Korea Dai⋯", VOICES[1], RIGHTS[1]),
        (40, "", VOICES[1], RIGHTS[1]),
        (30, "", VOICES[1], ""),
        (20, "", VOICES[2], ""),
        (10, "", VOICES[3], ""),
        (7, "", "Usha⋯", ""),
    ],
)
def test_who_speaks_is_the_last_that_goes(width: int, name: str, voice: str, right: str):
    assert fitted(NAMES, VOICES, RIGHTS, width, "⋯") == (name, voice, right)


def test_in_no_width_is_the_speaker_cut_while_there_is_room_for_him():
    for width in range(9, 120):
        name, voice, right = fitted(NAMES, VOICES, RIGHTS, width, "⋯")
        assert voice.startswith("Ushakov"), width
        assert len(name) + len(voice) + len(right) < width


def test_a_title_without_anybodys_words_is_its_name_and_what_is_found():
    assert fitted(NAMES, ("",), ("found here, quotes: 2",), 80, "⋯") == (
        NAMES[0],
        "",
        "found here, quotes: 2",
    )
    assert fitted(NAMES, ("",), ("found here, quotes: 2",), 30, "⋯")[2] == "found here, quotes: 2"
