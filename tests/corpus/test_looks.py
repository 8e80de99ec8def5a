"""What is too long for where it is shown, or looks like something else there."""

from pathlib import Path

import pytest

from model.corpus.cells import cells, cut
from tests.corpus.spoiled import A, add, findings_in, spoil
from tui.terminal import width

ENTITY = '\n[[entity]]\nid = "{}"\ntype = "{}"\nname = "{}"\n'


def said(folder: Path, code: str) -> list[str]:
    return [finding.message for finding in findings_in(folder) if finding.code == code]


@pytest.mark.parametrize(
    "text",
    [
        "Kim Jong-un",
        "김정은",
        "Vučić",
        "Vuc\u030cic\u0301",
        "北京, 東京",
        "\u1100\u1161\u11a8",
        "Đỗ Mười",
        "देवनागरी",
        "ａｂ",
        "",
    ],
)
def test_cells_are_those_of_the_screen(text: str):
    assert cells(text) == width.cells(text)


def test_what_is_cut_has_a_mark_in_its_room():
    assert cut("Kim Jong-un", 10) == "Kim Jong-\u22ef"
    assert cut("김정은 위원장", 10) == "김정은 위\u22ef"
    assert cut("Kim Jong-u", 10) == "Kim Jong-u"
    assert cells("and so on…") == 12


@pytest.mark.parametrize(("letter", "most"), [("x", 38), ("가", 19)])
def test_a_title_has_38_cells(folder: Path, letter: str, most: int):
    spoil(folder, "events.toml", "A visit", letter * most)
    assert said(folder, "L001") == []
    spoil(folder, "events.toml", letter * most, letter * (most + 1))
    (message,) = said(folder, "L001")
    assert f"takes {38 + (2 if letter == '가' else 1)} cells, and a title has 38" in message


def test_a_title_of_very_many_letters_is_one_line(folder: Path):
    spoil(folder, "events.toml", "A visit", "가" * 100_000)
    assert len(said(folder, "L001")[0]) < 200


@pytest.mark.parametrize(("letters", "found"), [(30, False), (31, True)])
def test_a_reading_has_30_cells(folder: Path, letters: int, found: bool):
    second = '\n[[claim]]\nid = "c2"\nevent = "visit"\nquote = "he said a"\nstatus = "scheduled"\nfactuality = "CT+"\n'
    add(folder, A, second)
    add(
        folder,
        "conflicts.toml",
        '[[conflict]]\nid = "q"\nkind = "contradiction"\ntopic = "T"\nclaims = ["c1", "c2"]\nreason = "R"\n'
        f'readings.c1 = "{"x" * letters}"\n',
    )
    assert bool(said(folder, "L002")) is found


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ('name = "Korea Dail"', False),
        ('name = "Korea Daily"', False),
        ('name = "Korea Daily."', True),
        ('name = "Korea Daily."\nshort = "KD"', False),
        ('name = "Korea Daily."\nshort = "Korea Daily."', True),
        ('name = "조선중앙통신"', True),
    ],
)
def test_a_name_has_11_cells_or_a_short(folder: Path, more: str, found: bool):
    spoil(folder, "entities.toml", 'name = "Korea Daily"', more)
    assert bool(said(folder, "L003")) is found


def grid(
    folder: Path, one: str, other: str, kind: str = "person", roles: str = '["one", "other"]'
) -> list[str]:
    for name, words in (("one", one), ("other", other)):
        add(folder, "entities.toml", ENTITY.format(name, kind, words))
    add(folder, A, f"roles = {{ visitor = {roles} }}\n")
    return said(folder, "L004")


def test_two_names_that_look_the_same_when_they_are_cut(folder: Path):
    assert grid(folder, "Kim Jong-un", "Kim Jong-il") == [
        'at the head of the grid it is "Kim Jong-\u22ef", as "one" is; give another "short" (entities.toml:6)'
    ]


def test_two_shorts_that_look_the_same(folder: Path):
    assert grid(folder, 'Kim Jong-un"\nshort = "Kim', 'Kim Yong-nam"\nshort = "Kim')


@pytest.mark.parametrize(
    ("one", "other", "kind", "roles"),
    [
        ('Kim Jong-un"\nshort = "Jong-un', 'Kim Jong-il"\nshort = "Jong-il', "person", '["one", "other"]'),
        # Of those who take no part there is no column.
        ("Kim Jong-un", "Kim Jong-il", "person", '"one"'),
        # What is not named looks like what is not named.
        ('some"\nshort = "unnamed', 'others"\nshort = "unnamed', "anonymous", '["one", "other"]'),
    ],
)
def test_two_that_are_told_apart(folder: Path, one: str, other: str, kind: str, roles: str):
    assert grid(folder, one, other, kind, roles) == []


@pytest.mark.parametrize(
    ("speaker", "kind", "found"),
    [
        ('someone"\nshort = "Russia', "anonymous", True),
        ("russia", "anonymous", True),
        ('someone"\nshort = "RF', "anonymous", True),
        ('someone"\nshort = "unnamed', "anonymous", False),
        ('the state"\nshort = "RF', "organization", False),
    ],
)
def test_a_speaker_without_a_name_does_not_read_as_a_country(
    folder: Path, speaker: str, kind: str, found: bool
):
    add(folder, "entities.toml", ENTITY.format("russia", "country", "Russia") + 'aliases = ["RF"]\n')
    add(folder, "entities.toml", ENTITY.format("someone", kind, speaker))
    assert bool(said(folder, "L005")) is found
