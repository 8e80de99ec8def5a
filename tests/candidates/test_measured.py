"""How many conflicts are proposed that people wrote, and how many besides: never fewer than when this was written."""

from dataclasses import replace

from model.candidates.find import all_candidates
from model.corpus.vocabulary import CandidateKind, ConflictKind
from tests.candidates.measuring import LAST, bundled, conflicts, hits, precision, recalls, taken_for_one


def test_three_of_four_curated_conflicts_are_proposed():
    there, found = sum(it.there for it in recalls()), sum(it.found for it in recalls())
    assert there == 13
    assert found >= 0.75 * there


def test_three_of_five_proposals_are_curated_conflicts():
    right, of = precision()
    assert right >= 0.6 * of


def test_what_is_not_the_same_is_not_proposed_as_one():
    assert taken_for_one() == (0, 6)


def test_no_conflict_that_is_there_is_proposed():
    for candidate in all_candidates(bundled(), LAST):
        if candidate.kind is CandidateKind.CONFLICT:
            for conflict in bundled().conflicts.values():
                assert not any({*pair} <= {*conflict.claims} for pair in candidate.pairs)


def test_no_pair_of_not_the_same_is_proposed_as_one_without_its_warning():
    """Also where events were taken for one: the conflict of each such pair is written, and it is looked at again."""
    without = replace(bundled(), conflicts={})
    joined = [it for it in all_candidates(without, LAST) if it.kind is not CandidateKind.CONFLICT]
    assert joined
    conflict = conflicts(ConflictKind.NOT_THE_SAME)[0]
    for candidate in joined:
        apart = conflict.__class__(
            id="apart", kind=ConflictKind.NOT_THE_SAME, topic="t", claims=candidate.claims, reason="r"
        )
        guarded = all_candidates(replace(without, conflicts={"apart": apart}), LAST)
        again = [it for it in guarded if it.between == candidate.between and it.kind is candidate.kind]
        assert [it.kept_apart for it in again] == ["apart"]
    for candidate in all_candidates(bundled(), LAST):
        guards = [it.id for it in conflicts(ConflictKind.NOT_THE_SAME) if hits(candidate, it)]
        assert not guards or candidate.kept_apart in guards
