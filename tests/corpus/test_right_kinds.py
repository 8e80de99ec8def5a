"""References lead to what belongs there; names, roles and conflicts are told apart; disagreements are said."""

from pathlib import Path

import pytest

from tests.corpus.spoiled import A, add, findings_in, spoil
from tests.handmade import codes_of

LINE = "a  2025-05-01  scheduled  CT+  2025-05-09  roles={}"


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("a  -  ongoing  CT+  -  entity=choe office=moscow\nentity moscow place", "R011"),
        ("a  -  scheduled  CT+  -\nevent visit place=choe\nentity choe person", "R012"),
        ("a  -  scheduled  CT+  -\nevent visit place=kremlin\nentity kremlin organization", "R012"),
        ("a  -  scheduled  CT+  -\nentity paper place", "R013"),
        ("a  -  scheduled  CT+  -  roles=sendr:choe", "R014"),
        ("a  -  scheduled  CT+  -  roles=sedner:choe", "R014"),
        ("a  -  scheduled  CT+  -  roles=hosts:choe", "R014"),
        ("a  -  scheduled  CT+  -\nentity nobody person", "R017"),
        ("a  -  scheduled  CT+  -\nevent whole type=strand", "M015"),
    ],
)
def test_what_does_not_belong_there_is_found(lines: str, code: str):
    assert code in codes_of(lines)


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("a  -  ongoing  CT+  -  entity=choe office=chair", "R011"),
        ("a  -  scheduled  CT+  -\nevent visit place=russia\nentity russia country", "R012"),
        ("a  -  scheduled  CT+  -\nevent visit place=bridge\nentity bridge object", "R012"),
        ("a  -  scheduled  CT+  -\nentity paper country", "R013"),
        ("a  -  scheduled  CT+  -  roles=sender:choe", "R014"),
        # A word of its own, a letter away from another.
        ("a  -  scheduled  CT+  -  roles=reader:choe", "R014"),
        ("a  -  scheduled  CT+  -  roles=led:choe", "R014"),
        ("a  -  scheduled  CT+  -  roles=hosts:choe\nb  -  scheduled  CT+  -  roles=hosts:choe", "R014"),
        ("a  -  scheduled  CT+  -  roles=host:choe\nentity choe person", "R017"),
        ("a  -  scheduled  CT+  -\nevent whole type=strand\nevent visit part_of=whole", "M015"),
    ],
)
def test_what_belongs_there_is_not(lines: str, code: str):
    assert code not in codes_of(lines)


def test_a_role_that_several_claims_have_is_what_was_meant():
    lines = "a  -  scheduled  CT+  -  roles=negotiator:x\nb  -  scheduled  CT+  -  roles={}:x\n"
    known = lines + "c  -  scheduled  CT+  -  roles=negotiator:x"
    assert "R014" in codes_of(known.format("negotiater"))
    assert "R014" not in codes_of(lines.format("negotiater"))


ENTITY = '\n[[entity]]\nid = "{}"\ntype = "{}"\nname = "{}"\naliases = [{}]\n'


def said(folder: Path, *codes: str) -> list[str]:
    return [str(finding) for finding in findings_in(folder) if finding.code in codes]


def test_two_entities_of_one_name(folder: Path):
    add(folder, "entities.toml", ENTITY.format("daily", "organization", "korea  DAILY", ""))
    assert said(folder, "R015", "R016") == [
        'entities.toml:9:1: "korea-daily" has the name "korea DAILY" too; tell them apart, or make them one '
        "(entities.toml:4)".replace("korea DAILY", "korea  DAILY")
    ]


def test_an_alias_that_leads_to_two(folder: Path):
    add(folder, "entities.toml", ENTITY.format("daily", "organization", "Daily", '"KD", "Korea Daily"'))
    add(folder, "entities.toml", ENTITY.format("other", "organization", "Other", '"KD"'))
    first, second = said(folder, "R015", "R016")
    assert first.startswith('entities.toml:10:18: "Korea Daily" leads to "korea-daily" too;')
    assert second.startswith('entities.toml:16:12: "KD" leads to "daily" too;')


def test_two_speakers_without_a_name_may_share_their_words(folder: Path):
    add(folder, "entities.toml", ENTITY.format("some", "anonymous", "some analysts", '"analysts"'))
    add(folder, "entities.toml", ENTITY.format("more", "anonymous", "more analysts", '"analysts"'))
    assert said(folder, "R015", "R016") == []


def test_what_a_record_names_that_cannot_be_read_is_used(folder: Path):
    add(folder, "entities.toml", ENTITY.format("choe", "person", "Choe", ""))
    assert len(said(folder, "R017")) == 1
    add(folder, A, '\n[[claim]]\nid = "c2"\nroles = { host = ["choe"] }\n')
    assert said(folder, "R017") == []


def test_nothing_is_said_to_be_unused_where_a_file_cannot_be_read(folder: Path):
    add(folder, "entities.toml", ENTITY.format("choe", "person", "Choe", ""))
    add(folder, "events.toml", "x =\n")
    assert said(folder, "R017") == []


PAIR = """
a  2025-05-01  scheduled  CT+  2025-05-09
b  2025-05-02  denied     CT-  2025-05-09  {}
"""


def test_claims_that_disagree_and_nothing_that_says_so():
    assert "M013" in codes_of(PAIR.format(""))
    assert "M013" in codes_of(PAIR.format("") + "c  -  scheduled  CT+  -\nconflict  contradiction  a,c")


@pytest.mark.parametrize(
    "lines",
    [
        PAIR.format("supersedes=a"),
        PAIR.format("") + "conflict  contradiction  a,b",
        PAIR.format("") + "conflict  not-the-same  a,b",
        PAIR.format("event=other"),
        PAIR.replace("denied     CT-", "unconfirmed  Uu").format(""),
        PAIR.replace("denied     CT-", "confirmed  CT+").format(""),
    ],
)
def test_claims_that_agree_or_whose_disagreement_is_said(lines: str):
    assert "M013" not in codes_of(lines)


def test_of_claims_that_cannot_be_read_it_is_not_said_that_nothing_joins_them(folder: Path):
    second = '\n[[claim]]\nid = "c2"\nevent = "visit"\nquote = "he said a"\nstatus = "denied"\nfactuality = "CT-"\n'
    add(folder, A, second)
    assert len(said(folder, "M013")) == 1
    add(folder, A, "supersedes = 1\n")
    assert said(folder, "M013") == []


def test_what_is_only_begun_disagrees_with_nothing(folder: Path):
    second = '\n[[claim]]\nid = "c2"\nevent = "visit"\nquote = "he said a"\nstatus = "denied"\nfactuality = "CT-"\n'
    add(folder, A, second + "draft = true\n")
    assert said(folder, "M013") == []
    add(folder, A, second.replace("c2", "c3") + 'supersedes = ["c1"]\n')
    assert said(folder, "M013") == []


def test_two_conflicts_on_the_same_claims():
    lines = PAIR.format("") + "c  -  scheduled  CT+  -\nconflict  contradiction  a,b\n"
    assert "M014" in codes_of(lines + "conflict  gradient  b,a")
    assert "M014" not in codes_of(lines + "conflict  gradient  b,a,c")


HOLDERS = """
a  -  ongoing  CT+  {}  entity=choe office=chair
b  -  {}       CT+  {}  entity={} office={} {}
"""


def office(
    one: str, other: str, *, of: str = "kim", chair: str = "chair", status: str = "ongoing", more: str = ""
) -> bool:
    return "T005" in codes_of(HOLDERS.format(one, status, other, of, chair, more))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2020-01-01/2022-05-10", "2021-01-01/2023-05-10"),
        ("2021-01-01/2023-05-10", "2020-01-01/2022-05-10"),
        ("2020/2024", "2022-03"),
        ("2020/2024", "2022-03-05"),
        # What has no end was so until it was said.
        ("2020/..", "2022/2024"),
    ],
)
def test_an_office_held_by_two_at_once(one: str, other: str):
    assert office(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2020-01-01/2022-05-10", "2022-05-10/2023-05-10"),
        ("2020/2022", "2022/2024"),
        ("2020/2022", "2022"),
        ("2015", "2015"),
        ("2015-05-09", "2015-05-09"),
        ("2020/2024", "2020-12-31"),
        ("2020/2024", "2024-01-01"),
        ("2020/2024", "-"),
        ("2020/2024", "2022~"),
        ("2020/2024", "[2022..2023]"),
        ("../2024", "2022/2023"),
        ("2026/..", "2022/2024"),
    ],
)
def test_an_office_that_passes_from_one_to_another(one: str, other: str):
    assert not office(one, other)


def test_labels_that_are_no_second_holder():
    one, other = "2020/2024", "2021/2023"
    assert office(one, other)
    assert not office(one, other, of="choe")
    assert not office(one, other, chair="bench")
    assert not office(one, other, status="scheduled")
    assert not office(one, other, more="supersedes=a")
    assert not office(one, other, more="\nconflict  label  a,b")


def test_the_holder_that_lasts_longest_is_not_forgotten():
    holders = (
        "a  -  ongoing  CT+  2000/2020  entity=choe office=chair\n"
        "b  -  ongoing  CT+  2001-01-01/2001-01-03  entity=choe office=chair\n"
        "c  -  ongoing  CT+  2002/2003  entity=choe office=chair\n"
        "d  -  ongoing  CT+  2010/2012  entity=kim office=chair"
    )
    assert "T005" in codes_of(holders)


def test_the_place_of_a_kind_that_is_wrong(folder: Path):
    spoil(folder, "entities.toml", '"organization"', '"place"')
    assert said(folder, "R013") == [
        f'{A}:3:1: "korea-daily" is a place; a publisher is who brings a document out'
    ]
