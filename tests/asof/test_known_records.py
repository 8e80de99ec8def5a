"""What becomes of each record of a corpus as of a day: what loses nothing stays the record that it is."""

from dataclasses import replace
from functools import cache

import pytest
from msgspec.structs import replace as replace_record

from model.asof.known import _Known, known_by, known_from
from model.asof.saying import ALWAYS, NEVER
from model.corpus.corpus import Corpus
from model.corpus.findings import Path
from model.corpus.records import Claim, Dated, Furniture, LeftOut, Quote, Statement
from model.corpus.vocabulary import Basis
from model.dates.calendar import day_from_text
from model.quotes.span import TextSpan
from tests.handmade import corpus_of

LINES = """
    open    2025-05-01  scheduled  CT+  2025-06-09  source=morning
    own     -           scheduled  CT+  2025-06-09  source=morning supersedes=open
    last    2025-05-09  scheduled  CT+  2025-06-09  source=evening supersedes=later,own
    later   2025-05-01  scheduled  CT+  2025-06-09  source=evening
    source morning   2025-05-02
    source evening  2025-05-09
    entity ghost  person
"""
THIRD = day_from_text("2025-05-03")


def annotated(lines: str = LINES) -> Corpus:
    """The corpus of these lines with all that a record can have beside its words."""
    corpus = corpus_of(lines)
    quotes = {name: Quote(exact=f"<{name}>", prefix="", suffix="") for name in corpus.claims}
    dated = Dated(edtf="2025-06-09", basis=Basis.EXTERNAL, reasoning="x", quote=quotes["open"])
    claims = {
        name: replace_record(it, quote=quotes[name], quotes=(quotes[name],), date=dated, note="n")
        for name, it in corpus.claims.items()
    }
    statements = {
        name: replace_record(it, quote=quotes[name.removeprefix("said-")], todo="t")
        for name, it in corpus.statements.items()
    }
    unclaimed = [
        replace_record(it, id=f"{it.id}-alone")
        for name, it in statements.items()
        if name in ("said-open", "said-later")
    ]
    anchors = corpus.anchors
    beside: dict[tuple[str, str], dict[Path, TextSpan]] = {
        ("source", name): {("published", "quote"): TextSpan(0, 2)} for name in corpus.sources
    }
    for name, span in anchors.claims.items():
        beside["claim", name] = {("date", "quote"): TextSpan(span.start + 1, span.end - 1)}
    anchors = replace(
        anchors,
        statements={
            **anchors.statements,
            **{it.id: anchors.statements[it.id.removesuffix("-alone")] for it in unclaimed},
        },
        furniture={name: (TextSpan(0, 1),) for name in corpus.sources},
        left_out={name: (TextSpan(1, 2),) for name in corpus.sources},
        beside=beside,
    )
    return replace(
        corpus,
        claims=claims,
        statements=statements | {it.id: it for it in unclaimed},
        furniture={name: (Furniture(quote="<", kind="menu", note="n"),) for name in corpus.sources},
        left_out={name: (LeftOut(quote="o", reason="r"),) for name in corpus.sources},
        anchors=anchors,
    )


@cache
def whole() -> Corpus:
    """The annotated corpus; made when it is asked for, so that it is made by the code that is tried."""
    return annotated()


def left_on(day: str = "2025-05-03") -> Corpus:
    return known_by(whole(), day_from_text(day))


def test_of_an_open_document_quotes_dates_and_what_is_no_claim_stay():
    for name in ("open", "own"):
        claim = left_on().claims[name]
        assert (claim.quote, claim.quotes) == (whole().claims[name].quote, whole().claims[name].quotes)
        assert claim.date is whole().claims[name].date
    assert left_on().statements["said-open"].quote == whole().statements["said-open"].quote
    assert left_on().furniture["morning"] == (Furniture(quote="<", kind="menu"),)
    assert left_on().left_out["morning"] == whole().left_out["morning"]
    assert left_on().anchors.furniture["morning"] == whole().anchors.furniture["morning"]
    assert left_on().anchors.beside["claim", "own"] == whole().anchors.beside["claim", "own"]


def test_of_one_that_was_printed_later_the_words_alone_are_left():
    claim, statement = left_on().claims["later"], left_on().statements["said-later"]
    assert (claim.quote, claim.quotes, statement.quote) == ("<later>", ("<later>",), "<later>")
    assert claim.date is not None
    assert (claim.date.quote, claim.date.reasoning, claim.date.edtf) == ("<open>", None, "2025-06-09")
    assert (left_on().furniture["evening"], left_on().left_out["evening"]) == ((), ())
    assert (left_on().anchors.furniture["evening"], left_on().anchors.left_out["evening"]) == ((), ())
    text = left_on().texts["evening"]
    for span in (left_on().anchors.claims["later"], left_on().anchors.statements["said-later"]):
        assert text[span.start : span.end] == "<later>"
    ((path, span),) = left_on().anchors.beside["claim", "later"].items()
    assert (path, text[span.start : span.end]) == (("date", "quote"), "later")
    assert list(left_on().printed_later) == ["evening"]
    assert sorted(left_on().anchors.beside) == [
        ("claim", "later"),
        ("claim", "open"),
        ("claim", "own"),
        ("source", "morning"),
    ]


def test_what_loses_nothing_is_the_record_itself():
    corpus = corpus_of(LINES)
    left = known_by(corpus, THIRD)
    assert left.claims["open"] is corpus.claims["open"]
    assert left.statements["said-open"] is corpus.statements["said-open"]
    assert left.claims["own"] is corpus.claims["own"]


def test_of_an_open_document_a_statement_loses_what_leads_to_others_and_keeps_its_quote():
    far = "    far  2025-05-05  scheduled  CT+  2025-06-09  source=evening\n"
    corpus = annotated(LINES.replace("source=morning\n    own", "source=morning origin=far\n    own") + far)
    said = corpus.statements["said-open"]
    assert said.origin == "said-far"
    left = known_by(corpus, THIRD).statements["said-open"]
    assert left == replace_record(said, origin=None, todo=None)


@pytest.mark.parametrize("name", ["open", "later"])
def test_a_day_that_needs_no_reasoning_loses_no_more_than_it_has_to(name: str):
    corpus = annotated()
    bare = Dated(edtf="2025-05-01", basis=Basis.EXPLICIT, words=f"<{name}>")
    quoting = replace_record(bare, quote=Quote(exact=f"<{name}>", prefix="", suffix=""))
    leading = replace_record(bare, basis=Basis.INHERITED, from_="last", best="2025-05-01")
    said = corpus.statements[f"said-{name}"]

    def dated(on: Dated, date: Dated) -> tuple[Statement, Claim]:
        made = replace(
            corpus,
            statements={**corpus.statements, said.id: replace_record(said, on=on)},
            claims={**corpus.claims, name: replace_record(corpus.claims[name], date=date)},
        )
        left = known_by(made, THIRD)
        return left.statements[said.id], left.claims[name]

    is_later = name == "later"
    statement, claim = dated(bare, quoting)
    assert statement.on == bare
    assert statement.quote == (f"<{name}>" if is_later else said.quote)
    assert claim.date == (replace_record(quoting, quote=f"<{name}>") if is_later else quoting)
    statement, claim = dated(leading, leading)
    assert statement.on == replace_record(leading, from_=None)
    assert claim.date == replace_record(leading, from_=None, best=None)


def test_a_statement_that_no_claim_rests_on_comes_with_its_document():
    assert "said-open-alone" in left_on().statements
    assert "said-later-alone" not in left_on().statements
    assert "said-last" not in left_on().statements
    assert "said-open-alone" not in left_on("2025-05-01").statements


def test_notes_are_not_there_before_all_is_known_and_tags_are():
    assert [it.note for it in left_on().claims.values()] == [None] * 3
    assert [it.todo for it in left_on().statements.values()] == [None] * len(left_on().statements)
    assert known_by(whole(), known_from(whole())) is whole()
    for day in (known_from(whole()), NEVER):
        assert _Known(whole(), day).corpus() == whole()
    assert _Known(whole(), known_from(whole()) - 1).corpus().claims["open"].note is None


def test_before_the_first_day_nothing_is_known_but_what_nobody_tells_of():
    left = left_on("2025-04-30")
    assert (left.claims, left.statements, left.sources, left.events) == ({}, {}, {}, {})
    assert list(left.entities) == ["ghost"]


def test_all_of_a_corpus_is_known_from_its_last_day_on_and_an_empty_one_always():
    assert known_from(corpus_of(LINES)) == day_from_text("2025-05-09")
    assert known_from(corpus_of("")) == ALWAYS


def test_what_is_left_as_of_a_day_is_left_of_it_again():
    again = _Known(left_on(), THIRD).corpus()
    assert again.printed_later.keys() == left_on().printed_later.keys()
    assert (again.claims, again.statements, again.texts) == (
        left_on().claims,
        left_on().statements,
        left_on().texts,
    )


def test_who_is_never_named_is_there_on_every_day():
    assert "ghost" in left_on().entities
    assert "ghost" in left_on("2025-04-01").entities
