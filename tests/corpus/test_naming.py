"""What a record names, read from its fields, is all that it needs."""

import msgspec
from hypothesis import given

from model.corpus.check_references import RELATIONS
from model.corpus.fields import fields_of
from model.corpus.load import load_corpus
from model.corpus.naming import references
from model.corpus.needs import needs_of
from model.corpus.reading import KINDS
from tests.curate.folder import BUNDLED, INVENTED
from tests.effort import examples
from tests.strategies import corpora


def _check(corpus):
    named = (
        *corpus.sources.values(),
        *corpus.statements.values(),
        *corpus.claims.values(),
        *corpus.events.values(),
        *corpus.conflicts.values(),
    )
    for record in named:
        table = msgspec.to_builtins(record)
        found = [*references(table, type(record))]
        assert {(it.kinds, it.name) for it in found} >= {(it.kinds, it.name) for it in needs_of(record)}
        for it in found:
            at = table
            for step in it.path[:-1]:
                at = at[step]
            assert it.name == (it.path[-1] if it.is_key else at[it.path[-1]])


def test_all_that_a_record_needs_is_a_reference():
    _check(load_corpus(BUNDLED))
    _check(load_corpus(INVENTED))


@examples(20)
@given(corpora())
def test_all_that_any_record_needs_is_a_reference(corpus):
    _check(corpus)


def test_every_relation_and_every_list_of_a_conflict_is_one():
    claim = {it.name for it in fields_of(KINDS["claim"]) if it.names}
    assert claim >= {*RELATIONS, "event", "entity", "office", "statement", "roles"}
    conflict = {it.name: it.keyed for it in fields_of(KINDS["conflict"]) if it.names}
    assert conflict == {"claims": False, "preferred": False, "readings": True}


def test_broken_tables_name_what_can_be_read():
    table = {"claims": ["a", 3, None], "preferred": 7, "readings": "x", "topic": "b"}
    assert [(it.path, it.name) for it in references(table, KINDS["conflict"])] == [
        (("claims", 0), "a"),
        (("readings",), "x"),
    ]
