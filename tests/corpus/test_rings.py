"""No record leads back to itself."""

from pathlib import Path

import pytest

from model.corpus.check_rings import _SAID, _rings, ring_problems
from model.corpus.draft import Draft
from model.corpus.findings import Place
from model.corpus.load import load_corpus
from model.corpus.records import Claim
from model.corpus.vocabulary import Factuality, Status
from tests.corpus.spoiled import A, add, found, spoil

OTHER = """
[[claim]]
id = "c2"
event = "visit"
quote = "he said a"
status = "scheduled"
factuality = "CT+"
"""

STATEMENT = """
[[statement]]
id = "{}"
quote = "On Monday he said"
chain = [{{ who = "korea-daily", record = "document" }}]
public = true
origin = "{}"
"""


def inherited(name: str) -> str:
    return f'{{ edtf = "2025", basis = "inherited", reasoning = "x", from = "{name}" }}'


def test_claims_that_have_their_dates_from_each_other_are_a_ring(folder: Path):
    old = '{ edtf = "2025-05-09", words = "May 9", basis = "explicit-partial", reasoning = "x" }'
    spoil(folder, A, old, inherited("c2"))
    add(folder, A, OTHER + f"date = {inherited('c1')}\n")
    assert found(folder) == [
        (
            f'{A}:12:63: a ring of dates: "c1" has its date from "c2" has its date from "c1"; '
            "one of them needs a date of its own"
        )
    ]


def test_a_source_that_has_its_date_from_its_own_claim_is_a_ring(folder: Path):
    spoil(folder, A, '{ edtf = "2025-05-05", basis = "external", reasoning = "x" }', inherited("c2"))
    add(folder, A, OTHER + f"date = {inherited('a')}\n")
    (line,) = found(folder)
    assert ': a ring of dates: "a" has its date from "c2" has its date from "a"; ' in line


def test_a_chain_of_inherited_dates_that_ends_is_sound(folder: Path):
    whole = inherited("c1").replace('"2025"', '"2025-05-09"')
    add(folder, A, OTHER + f"date = {whole}\n")
    assert list(load_corpus(folder).claims) == ["c1", "c2"]


def test_statements_that_have_their_origins_in_each_other_are_a_ring(folder: Path):
    add(folder, A, STATEMENT.format("s", "t") + STATEMENT.format("t", "s"))
    assert found(folder) == [
        (
            f'{A}:21:1: a ring of origins: "s" has its origin in "t" has its origin in "s"; '
            "the first to be said is the origin of the others"
        )
    ]


def test_a_statement_may_name_itself_as_its_origin(folder: Path):
    add(folder, A, STATEMENT.format("s", "s") + STATEMENT.format("t", "s"))
    assert list(load_corpus(folder).statements) == ["s", "t"]


@pytest.mark.parametrize("relation", ["supersedes", "contradicts", "corroborates", "resolves", "explains"])
def test_a_claim_stands_in_no_relation_to_itself(folder: Path, relation: str):
    add(folder, A, f'{relation} = ["c1"]\n')
    assert found(folder) == [f'{A}:15:1: "c1" {relation} itself; name another claim']


def test_the_middle_of_a_long_ring_is_left_out():
    draft = Draft()
    for number in range(1000):
        claim = Claim(
            id=f"c{number}",
            source="a",
            quote="x",
            status=Status.SCHEDULED,
            factuality=Factuality.CERTAIN,
            supersedes=(f"c{(number + 1) % 1000}",),
        )
        draft.claims.append((claim, Place(A, ("claim", number))))
    (problem,) = ring_problems(draft)
    assert problem.message == (
        'a ring of supersession: "c0" supersedes "c1" supersedes "c2" supersedes "c3" supersedes ... supersedes "c0"; '
        "a later claim supersedes an earlier one"
    )


def test_of_as_many_rings_as_names_no_more_is_kept_than_is_said():
    links = {str(it): (str(it + 1), "0") for it in range(100)} | {"100": ()}
    rings = list(_rings(links))
    assert len(rings) == 100
    assert {ring[0] for ring in rings} == {"0"}
    assert max(map(len, rings)) <= _SAID
