"""A message says what to write, and what it says to write is right where it stands."""

import re
import tomllib
from pathlib import Path

import pytest

from model.corpus.fields import fields_of
from model.corpus.records import (
    Claim,
    Conflict,
    CorpusInfo,
    Entity,
    Event,
    Furniture,
    LeftOut,
    Record,
    Statement,
)
from model.corpus.vocabulary import Factuality, Status
from tests.asof.cases import case_folder
from tests.corpus.spoiled import A, add, findings_in, found, spoil
from tests.corpus.test_every_code import BREAKS, CASES

CLAIM = (
    '\n[[claim]]\nid = "c2"\nevent = "visit"\nquote = "he said a"\nstatus = "scheduled"\nfactuality = "CT+"\n'
)
STATEMENT = (
    '\n[[statement]]\nid = "s1"\nquote = "On Monday he said"\npublic = true\n'
    'chain = [{ who = "korea-daily", record = "document" }]\n'
)
CONFLICT = (
    '\n[[conflict]]\nid = "q"\nkind = "contradiction"\ntopic = "T"\nclaims = ["c1", "c2"]\nreason = "R"\n'
)

NEEDED: dict[str, tuple[type[Record], str]] = {
    "statement": (Statement, A),
    "claim": (Claim, A),
    "furniture": (Furniture, A),
    "left_out": (LeftOut, A),
    "entity": (Entity, "entities.toml"),
    "event": (Event, "events.toml"),
    "conflict": (Conflict, "conflicts.toml"),
}


ADVICE = re.compile(r"; |\?|\b(?:write|leave|take|name|correct)\b|as in ")
"""What a message has that says what to do."""

NO_CHOICE = {"F003", "F008", "D007", "S016"}
"""What is no file, or nothing that anybody writes; a best day shows one, and a draft lists it."""


@pytest.mark.parametrize("code", sorted((BREAKS.keys() | CASES.keys()) - NO_CHOICE))
def test_every_message_says_what_to_do(folder: Path, code: str):
    if code in BREAKS:
        BREAKS[code](folder)
    findings = findings_in(folder if code in BREAKS else case_folder(CASES[code]))
    said = [it.message for it in findings if it.code == code and not it.follows]
    assert [it for it in said if not ADVICE.search(it)] == []


def written(message: str) -> str:
    """What a message says to write: from `; write ` on, up to what explains it."""
    return message.partition("; write ")[2].partition(": ")[0].removesuffix(", one of")


@pytest.mark.parametrize("name", NEEDED)
def test_each_field_that_is_missing_is_written_out(folder: Path, name: str):
    kind, file = NEEDED[name]
    add(folder, file, f'\n[[{name}]]\ntags = ["x"]\n')
    lines = [line for line in found(folder) if '" is missing' in line]
    needed = [it.name for it in fields_of(kind) if it.required and it.name != "source"]
    assert sorted(re.findall(r'"(\w+)" is missing', " ".join(lines))) == sorted(needed)
    for line in lines:
        # What is true or false has no example of its own.
        tomllib.loads(written(line).replace("true or false", "true"))
        assert ": " in line.partition("; write ")[2]


def test_the_fields_that_a_corpus_needs_are_written_out(folder: Path):
    (folder / "corpus.toml").write_text("")
    lines = [line for line in found(folder) if '" is missing' in line]
    assert len(lines) == len([it for it in fields_of(CorpusInfo) if it.required])
    (folder / "corpus.toml").write_text("\n".join(written(line) for line in lines))
    (left,) = found(folder)
    assert '"..." is no language tag' in left


def test_the_words_that_a_field_takes_stand_with_it_where_it_is_missing(folder: Path):
    spoil(folder, A, 'status = "scheduled"\n', "")
    (line,) = found(folder)
    assert line.endswith(f"what it says of the event; one of {', '.join(Status)}")


@pytest.mark.parametrize(
    ("file", "old", "new", "advice"),
    [
        ("corpus.toml", '["x"]', '"Me"', 'curators = ["Me"]'),
        ("corpus.toml", "format = 1", 'format = "1"', "format = 1"),
        (A, 'event = "visit"', 'event = ["visit"]', 'event = "visit"'),
        (A, 'title = "a visit comes"', "title = 5", 'title = "5"'),
        (
            A,
            '{ edtf = "2025-05-05", basis = "external", reasoning = "x" }',
            '"2025-05-05"',
            'published = { edtf = "2025-05-05", words = "...", basis = "explicit" }',
        ),
        (A, 'status = "scheduled"', 'supersedes = "c1"\nstatus = "scheduled"', 'supersedes = ["c1"]'),
        (A, 'status = "scheduled"', 'roles = ["x"]\nstatus = "scheduled"', 'roles = { host = "..." }'),
        (
            A,
            'status = "scheduled"',
            'amounts = { what = "days", value = 9, words = "9" }\nstatus = "scheduled"',
            'amounts = [{ what = "days", value = 1, words = "9" }]',
        ),
    ],
)
def test_a_value_of_another_type_is_written_as_it_should_be(
    folder: Path, file: str, old: str, new: str, advice: str
):
    spoil(folder, file, old, new)
    line = next(line for line in found(folder) if "is wanted here" in line)
    assert line.endswith(f"; write {advice}")
    tomllib.loads(advice)


@pytest.mark.parametrize(
    ("lines", "advice"),
    [
        (
            'chain = { who = "korea-daily", record = "official" }',
            'chain = [{ who = "korea-daily", record = "official" }]',
        ),
        ('chain = ["korea-daily"]', '{ who = "korea-daily", record = "on-record" }'),
        ("chain = 3", 'chain = [{ who = "...", record = "on-record" }]'),
        ('public = "yes"', "public = true"),
        ('public = "No"', "public = false"),
        ("public = 7", "public = true or false"),
    ],
)
def test_the_fields_of_a_statement_are_written_as_they_should_be(folder: Path, lines: str, advice: str):
    name = lines.partition(" ")[0]
    kept = [line for line in STATEMENT.splitlines(True) if not line.startswith(name)]
    add(folder, A, "".join(kept) + lines + "\n")
    (line,) = found(folder)
    assert line.endswith(f"; write {advice}")


@pytest.mark.parametrize(
    "value", [f"0x{'f' * 5000}", f'"{"y" * 5000}"', r'"\u202e\u0007"', "[[[]]]", "{ a.b.c = 1 }", "inf"]
)
@pytest.mark.parametrize("field", ["id", "public", "quote", "on", "chain", "origin", "tags", "draft"])
def test_whatever_stands_there_the_advice_is_a_short_line(folder: Path, field: str, value: str):
    kept = [line for line in STATEMENT.splitlines(True) if not line.startswith(field)]
    add(folder, A, "".join(kept) + f"{field} = {value}\n")
    for line in found(folder):
        assert line.isprintable()
        assert len(line) < 300


def test_a_conflict_of_one_claim_is_written_with_two(folder: Path):
    add(folder, "conflicts.toml", CONFLICT.replace(', "c2"', ""))
    (line,) = found(folder)
    assert line.endswith('at least two are wanted here; write claims = ["c1", "..."]')


@pytest.mark.parametrize(
    ("field", "value", "meant"),
    [
        ("status", "planned", "scheduled"),
        ("status", "No comment", "no-comment"),
        ("status", "canceled", "cancelled"),
        ("factuality", "UU", "Uu"),
        ("factuality", "ct+", "CT+"),
        ("factuality", "certain", "CT+"),
        ("factuality", "possible", "PS+"),
    ],
)
def test_a_word_that_means_one_of_those_that_are_known(folder: Path, field: str, value: str, meant: str):
    old = "scheduled" if field == "status" else "CT+"
    spoil(folder, A, f'{field} = "{old}"', f'{field} = "{value}"')
    (line,) = found(folder)
    assert f'"{value}" is not a known word, did you mean "{meant}"? known here: ' in line


@pytest.mark.parametrize(
    ("value", "meant"), [("newspaper", "organization"), ("ship", "object"), ("city", "place")]
)
def test_what_an_entity_is_in_other_words(folder: Path, value: str, meant: str):
    spoil(folder, "entities.toml", '"organization"', f'"{value}"')
    assert f'did you mean "{meant}"?' in found(folder)[0]


def test_a_word_that_nothing_is_near_to_has_no_meaning_put_upon_it(folder: Path):
    spoil(folder, A, '"scheduled"', '"quarrel"')
    assert '"quarrel" is not a known word; known here: ' in found(folder)[0]


@pytest.mark.parametrize(
    ("value", "slug"),
    [
        ("Korea Daily", "korea-daily"),
        ("Vučić", "vucic"),
        ("North Korea's army", "north-koreas-army"),
        ("김정은", ""),
        ("../../etc", ""),
        ("Ђ", ""),
        ("x" * 81, ""),
    ],
)
def test_a_name_where_an_id_is_wanted_is_made_into_one(folder: Path, value: str, slug: str):
    spoil(folder, A, 'publisher = "korea-daily"', f'publisher = "{value}"')
    line = found(folder)[0]
    assert line.endswith(f', as in "{slug}"' if slug else "single hyphens")


def test_the_name_of_an_entity_where_its_id_is_wanted(folder: Path):
    spoil(folder, "entities.toml", 'name = "Korea Daily"', 'name = "Korea Daily"\naliases = ["The Chosun"]')
    add(folder, A, 'roles = { host = "the-chosun" }\n')
    assert found(folder) == [f'{A}:15:11: there is no entity "the-chosun", did you mean "korea-daily"?']


@pytest.mark.parametrize(
    ("file", "table", "says"),
    [
        (A, "[[conflict]]", "it belongs into conflicts.toml"),
        (A, "[[entity]]", "it belongs into entities.toml"),
        (A, "[[event]]", "it belongs into events.toml"),
        ("events.toml", "[[claim]]", "it belongs into sources/<id>.toml, beside the text that it is about"),
        ("entities.toml", "[source]", "it belongs into sources/<id>.toml, beside the text that it is about"),
    ],
)
def test_a_table_in_the_wrong_file_is_sent_to_the_right_one(folder: Path, file: str, table: str, says: str):
    add(folder, file, f'\n{table}\nid = "x"\n')
    assert any(f'unknown table "{table.strip("[]")}"; {says}' in line for line in found(folder))


@pytest.mark.parametrize(
    ("file", "line", "says"),
    [
        ("events.toml", 'date = "2025"', '; "date" is a field of a claim'),
        ("events.toml", 'name = "2025"', '; did you mean "title"?'),
        ("entities.toml", 'office = "x"', '; "office" is a field of a claim'),
        (A, "public = true", '; "public" is a field of a statement'),
        (A, "nothing = true", ""),
    ],
)
def test_a_field_of_another_record_is_said_to_be_one(folder: Path, file: str, line: str, says: str):
    add(folder, file, f"{line}\n")
    said = next(it for it in found(folder) if "unknown field" in it)
    assert said.partition("; known here: ")[2].partition("; ")[2] == says.removeprefix("; ")


@pytest.mark.parametrize(
    ("edtf", "says"),
    [
        ("14 Oct 2025", "here 2025-10-14"),
        ("2025-10-6", "here 2025-10-06"),
        ("10/14/2025", "here 2025-10-14"),
        ("2025년 10월 14일", "here 2025-10-14"),
        ("2017-2024", "here 2017/2024 if it lasts, [2017..2024] if it happens once"),
        ("2025-W41", "here 2025-10-06/2025-10-12 if it lasts, [2025-10-06..2025-10-12] if it happens once"),
        ("08/09/1948", ""),
        ("mid-November", ""),
        ("since 2022", ""),
        ("today", ""),
        ("2025-W54", ""),
        ("unknown", ""),
    ],
)
def test_a_date_in_other_words_is_written_in_edtf_where_they_can_mean_only_one(
    folder: Path, edtf: str, says: str
):
    spoil(folder, A, 'edtf = "2025-05-09"', f'edtf = "{edtf}"')
    (line,) = found(folder)
    assert line.partition("; here ")[2] == says.removeprefix("here ")


def test_a_date_on_another_weekday_is_told_its_own_and_the_nearest_right_ones(folder: Path):
    spoil(
        folder,
        A,
        'published = { edtf = "2025-05-05", basis = "external", reasoning = "x" }',
        'published = { edtf = "2025-05-07", words = "Monday", basis = "derived-weekday", reasoning = "x" }',
    )
    (line,) = found(folder)
    assert line.endswith(
        '"2025-05-07" is no such weekday as "Monday" says: it is a Wednesday; '
        "the nearest such days are 2025-05-05 and 2025-05-12"
    )


@pytest.mark.parametrize("value", Factuality)
def test_a_factuality_at_odds_with_its_status_is_told_what_it_goes_with(folder: Path, value: Factuality):
    spoil(folder, A, '"CT+"', f'"{value}"')
    for line in found(folder):
        named = line.rpartition(f", and {value} with ")[2].split(" or ")
        assert named
        assert set(named) <= set(Status)


def test_a_title_that_differs_where_it_is_cut_or_looks_the_same_is_told_how(folder: Path):
    title = "On Monday he said a visit comes on May 9. It will not be long, he  said."
    spoil(
        folder, A, 'title = "a visit comes"', f'title = "{title.replace("long, he  said", "long; he said")}"'
    )
    (line,) = found(folder)
    assert 'closest is line 1: the text has "," where the title has ";"; write it as printed' in line


def test_files_that_are_not_there_are_told_what_belongs_into_them(folder: Path):
    for name in ("corpus.toml", "entities.toml", "events.toml"):
        (folder / name).unlink()
    lines = [line for line in found(folder) if "there is no such file" in line]
    assert [line.partition("; ")[2] for line in lines] == [
        "write it, with format, title, description, curators, language",
        "write it, with an [[entity]] for each",
        "write it, with an [[event]] for each",
    ]
