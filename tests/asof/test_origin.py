"""One origin, whatever it is called on a day."""

from model.asof.known import known_by
from model.asof.origin import origin_meant, origin_names
from model.asof.saying import saying
from tests.asof.cases import day
from tests.handmade import corpus_of

CORPUS = corpus_of("""
    first  2025-05-20  scheduled  CT+  2025-05-09  by=kremlin  source=album
    b      2025-05-02  scheduled  CT+  2025-05-09  by=tass     origin=first
    a      2025-05-03  scheduled  CT+  2025-05-09  by=daily    origin=b
    own    -           scheduled  CT+  2025-05-09  source=wire
    source wire 2025-05-01
    source album 2025-05-20
""")


def test_any_statement_that_goes_back_to_it_means_it():
    assert {origin_meant(CORPUS, f"said-{name}") for name in ("first", "b", "a")} == {"said-first"}
    assert [origin_meant(CORPUS, name) for name in ("wire", "nothing")] == ["wire", "nothing"]


def test_it_is_called_as_what_is_known_calls_it():
    for asked, name in (("2025-05-02", "said-b"), ("2025-05-03", "said-a"), ("2025-05-20", "said-first")):
        known = known_by(CORPUS, day(asked))
        assert origin_names(CORPUS, known)["said-first"] == name
        assert {saying(known, it).origin for it in known.claims.values()} == {name, "wire"}
    assert "said-first" not in origin_names(CORPUS, known_by(CORPUS, day("2025-05-01")))
