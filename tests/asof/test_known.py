"""A corpus as it was known on a day: what is taken away, and what stays."""

import dataclasses
from pathlib import Path

from hypothesis import strategies as st
from msgspec.structs import replace

import seeds
from model.asof.knowledge import knowledge_steps
from model.asof.known import PRINTED_LATER, known_by
from model.asof.state import event_state
from model.corpus.corpus import Corpus
from model.corpus.load import load_corpus
from model.corpus.quoted import as_quote
from model.corpus.vocabulary import Basis, ConflictKind
from model.dates.calendar import day_from_text
from tests.drawn_texts import FIRST_DAY, LAST_DAY
from tests.handmade import corpus_of

some_day = st.integers(FIRST_DAY - 5, LAST_DAY + 30)
BUNDLED = load_corpus(Path(seeds.__file__).parent)


def known(lines: str, day: str, **more: str) -> Corpus:
    return known_by(corpus_of(lines, **more), day_from_text(day))


def test_in_march_the_photo_alone_was_known_and_its_document_was_printed_later():
    left = known_by(BUNDLED, day_from_text("2025-03-22"))
    assert list(left.claims) == ["kjd-kim-shoigu-photo"]
    assert list(left.statements) == ["kjd-kcna-photo"]
    assert [event.id for event in left.events.values() if event.type != "strand"] == ["kim-meets-shoigu"]
    assert len(left.events) == 2
    assert set(left.entities) == {"kcna", "kim-jong-un", "sergei-shoigu", "korea-joongang-daily"} | {
        event.place for event in left.events.values() if event.place
    }
    (source,) = left.sources.values()
    assert (source.title, source.publisher) == (PRINTED_LATER, "korea-joongang-daily")
    assert (source.published.edtf, source.caveats, source.authors, source.url) == (None, (), (), None)
    assert not left.conflicts
    (text,) = left.texts.values()
    assert text.startswith("North Korean leader Kim Jong-un meets with Sergei Shoigu")
    assert text.endswith(
        "released by the Korean Central News Agency on March 22. [KOREAN CENTRAL NEWS AGENCY]"
    )
    (claim,), (statement,) = left.claims.values(), left.statements.values()
    assert isinstance(claim.quote, str)
    assert isinstance(statement.quote, str)
    assert statement.on is not None
    assert statement.on.reasoning is None
    assert claim.date is not None
    assert claim.date.reasoning is None


def test_on_5_may_the_kremlins_words_were_known_and_the_rest_of_the_article_was_not():
    left = known_by(BUNDLED, day_from_text("2025-05-05"))
    assert set(left.printed_later) == {"kd-ambassador"}
    text = left.texts["kd-ambassador"]
    assert "a North Korean ambassador would attend" in text
    assert "Sin Hong-chol" not in text
    assert "interesting meeting" in text
    for name, claim in left.claims.items():
        span = left.anchors.claims[name]
        assert left.texts[claim.source][span.start : span.end] == as_quote(claim.quote).exact
    assert left.statements["kjd-kcna-photo"] == BUNDLED.statements["kjd-kcna-photo"]
    assert left.sources["kjd-kim-unlikely"] == BUNDLED.sources["kjd-kim-unlikely"]
    assert left.claims["kjd-delegation"] == BUNDLED.claims["kjd-delegation"]


def test_at_the_last_step_the_bundled_corpus_is_whole():
    assert known_by(BUNDLED, knowledge_steps(BUNDLED)[-1].day) == BUNDLED


QUARREL = """
    a  2025-05-01  scheduled  CT+  2025-06-09
    b  2025-05-02  denied     CT-  2025-06-09
    c  2025-05-03  expected   PR+  2025-06-09
    conflict resolved a,b,c preferred=c readings=a:comes,b:does_not,c:may
"""


def test_of_a_conflict_that_is_not_settled_the_readings_are_left_and_no_verdict():
    whole, left = corpus_of(QUARREL), known(QUARREL, "2025-05-02")
    (conflict,) = left.conflicts.values()
    assert conflict.claims == ("a", "b")
    assert set(conflict.readings) == {"a", "b"}
    assert (conflict.kind, conflict.preferred, conflict.reason) == (ConflictKind.CONTRADICTION, None, "")
    assert known(QUARREL, "2025-05-03").conflicts == whole.conflicts
    assert not known(QUARREL, "2025-05-01").conflicts


def test_a_date_does_not_tell_of_a_later_claim_that_it_was_taken_from():
    lines = """
        a  2025-05-01  scheduled  CT+  2025-06-09  from=b
        b  2025-05-02  scheduled  CT+  2025-06-09
    """
    date = known(lines, "2025-05-01").claims["a"].date
    assert date is not None
    assert (date.edtf, date.from_, date.reasoning) == ("2025-06-09", None, None)
    after = known(lines, "2025-06-01").claims["a"].date
    assert after is not None
    assert (after.from_, after.reasoning) == ("b", "x")


def test_an_estimate_goes_with_the_later_claim_that_it_was_taken_from():
    lines = """
        a  2025-05-01  scheduled  CT+  [2025-06-01..2025-06-09]  from=b estimate=2025-06-02
        b  2025-05-02  scheduled  CT+  [2025-06-01..2025-06-09]
        c  2025-05-01  scheduled  CT+  [2025-06-01..2025-06-09]  estimate=2025-06-02
    """
    left = known(lines, "2025-05-01").claims
    assert [it.date.best for it in left.values() if it.date is not None] == [None, "2025-06-02"]
    assert known(lines, "2025-06-01").claims == corpus_of(lines).claims
    both = known(lines, "2025-05-02").claims["a"].date
    assert both is not None
    assert (both.from_, both.best, both.reasoning) == ("b", "2025-06-02", None)


def test_what_a_claim_says_of_later_ones_is_not_known():
    lines = """
        a  [2025-05-01..2025-05-09]  cancelled  CT-  -  best=2025-05-01 supersedes=b,c
        b  2025-05-05  scheduled  CT+  -
        c  2025-05-01  scheduled  CT+  -
    """
    assert known(lines, "2025-05-01").claims["a"].supersedes == ("c",)
    assert known(lines, "2025-05-05").claims["a"].supersedes == ("b", "c")


def test_other_quarrels_keep_their_kind_before_all_is_known():
    (conflict,) = known(QUARREL.replace("resolved", "gradient"), "2025-05-02").conflicts.values()
    assert conflict.kind is ConflictKind.GRADIENT


def test_who_is_named_without_an_event_stays_with_its_claim():
    lines = """
        a  2025-05-01  ongoing    CT+  -  entity=choe office=chair
        b  2025-05-02  ongoing    CT+  -  entity=kim
        c  2025-05-01  scheduled  CT+  -  roles=guest:xi+putin
    """
    assert set(known(lines, "2025-05-01").entities) == {"choe", "chair", "xi", "putin", "kremlin", "paper"}


def test_reports_of_a_known_act_name_it_where_what_is_between_is_not_known():
    lines = """
        z  2025-05-01  scheduled  CT+  2025-06-09
        b  2025-05-03  scheduled  CT+  2025-06-09  origin=z source=one
        c  2025-05-02  scheduled  CT+  2025-06-09  origin=b source=two
    """
    assert {it.id: it.origin for it in known(lines, "2025-05-02").statements.values()} == {
        "said-z": None,
        "said-c": "said-z",
    }
    assert known(lines, "2025-06-01") == corpus_of(lines)


def test_reports_of_one_act_that_is_not_known_yet_stay_one_origin():
    lines = """
        a  2025-05-03  scheduled  CT+  2025-06-09  event=other
        b  2025-05-01  scheduled  CT+  2025-06-09  origin=a source=one
        c  2025-05-02  scheduled  CT+  2025-06-09  origin=b source=two
    """
    left = known(lines, "2025-05-02")
    assert {it.id: it.origin for it in left.statements.values()} == {"said-b": None, "said-c": "said-b"}
    state = event_state(left, "visit", day_from_text("2025-05-02"))
    assert state is not None
    assert state.origins == 1


def test_strands_and_entities_go_with_the_last_event_that_needs_them():
    lines = """
        a  2025-05-01  scheduled  CT+  2025-06-09  event=here roles=host:putin
        b  2025-05-02  scheduled  CT+  2025-06-09  event=there by=tass
        event here   part_of=whole
        event there  part_of=other place=moscow
        event other  type=strand
        event whole  part_of=top
        event top    type=strand
        c  2025-05-02  scheduled  CT+  2025-06-09  event=whole
    """
    left = known(lines, "2025-05-01")
    assert set(left.events) == {"here", "top"}
    assert left.events["here"].part_of == "top"
    assert set(left.entities) == {"putin", "kremlin", "paper"}
    assert set(known(lines, "2025-05-02").events) == {"here", "there", "whole", "top", "other"}


def test_what_statements_go_back_to_is_named_as_it_was_once_all_that_go_back_to_it_are_known():
    lines = """
        z  2025-05-01  scheduled  CT+  2025-06-09
        b  2025-05-02  scheduled  CT+  2025-06-09  origin=z source=one
        c  2025-05-02  scheduled  CT+  2025-06-09  origin=b source=two
        d  2025-05-03  scheduled  CT+  2025-06-09  origin=c source=three
        y  2025-05-04  scheduled  CT+  2025-06-09  source=four
    """

    def origins_on(day: str) -> dict[str, str | None]:
        return {it.id: it.origin for it in known(lines, day).statements.values()}

    assert origins_on("2025-05-02") == {"said-z": None, "said-b": "said-z", "said-c": "said-z"}
    assert origins_on("2025-05-03") == {
        "said-z": None,
        "said-b": "said-z",
        "said-c": "said-b",
        "said-d": "said-c",
    }


def test_reports_of_an_act_that_is_not_known_name_the_first_of_them_by_id():
    lines = """
        a  2025-05-03  scheduled  CT+  2025-06-09
        d  2025-05-01  scheduled  CT+  2025-06-09  origin=a source=one
        c  2025-05-01  scheduled  CT+  2025-06-09  origin=a source=two
        e  2025-05-02  scheduled  CT+  2025-06-09  origin=d source=two
    """
    found = {it.id: it.origin for it in known(lines, "2025-05-02").statements.values()}
    assert found == {"said-c": None, "said-d": "said-c", "said-e": "said-c"}


def test_what_an_inherited_day_of_saying_counts_as_stays_though_what_it_was_taken_from_is_not_known():
    lines = """
        a  [2025-05-01..2025-05-04]  scheduled  CT+  2025-06-09  best=2025-05-02
        b  2025-05-05  scheduled  CT+  2025-06-09
    """
    corpus = corpus_of(lines)
    said = corpus.statements["said-a"]
    assert said.on is not None
    on = replace(said.on, basis=Basis.INHERITED, from_="b")
    statements = {**corpus.statements, "said-a": replace(said, on=on)}
    left = known_by(dataclasses.replace(corpus, statements=statements), day_from_text("2025-05-02"))
    assert left.statements["said-a"].on == replace(on, from_=None, reasoning=None)
