"""What becomes of each record of a corpus as of a day: what loses nothing stays the record that it is."""

from dataclasses import replace

import msgspec

from model.asof.known import _Known, known_by, known_from
from model.asof.saying import ALWAYS, NEVER
from model.corpus.corpus import Corpus
from model.corpus.records import Dated, Furniture, LeftOut, Quote
from model.corpus.vocabulary import Basis
from model.dates.calendar import day_from_text
from model.quotes.span import TextSpan
from tests.handmade import corpus_of

LINES = """
    open    2025-05-01  scheduled  CT+  2025-06-09  source=morning
    own     -           scheduled  CT+  2025-06-09  source=morning supersedes=open
    later   2025-05-01  scheduled  CT+  2025-06-09  source=evening
    last    2025-05-09  scheduled  CT+  2025-06-09  source=evening supersedes=later,own
    source morning   2025-05-02
    source evening  2025-05-09
    entity ghost  person
"""
THIRD = day_from_text("2025-05-03")


def annotated() -> Corpus:
    """The corpus of these lines with all that a record can have beside its words."""
    corpus = corpus_of(LINES)
    quotes = {
        name: Quote(exact=f"<{name}>", prefix="", suffix="") for name in ("open", "own", "later", "last")
    }
    dated = Dated(edtf="2025-06-09", basis=Basis.EXTERNAL, reasoning="x", quote=quotes["open"])
    claims = {
        name: msgspec.structs.replace(it, quote=quotes[name], quotes=(quotes[name],), date=dated, note="n")
        for name, it in corpus.claims.items()
    }
    statements = {
        name: msgspec.structs.replace(it, quote=quotes[name.removeprefix("said-")], todo="t")
        for name, it in corpus.statements.items()
    }
    unclaimed = [
        msgspec.structs.replace(it, id=f"{it.id}-alone")
        for name, it in statements.items()
        if name in ("said-open", "said-later")
    ]
    anchors = corpus.anchors
    anchors = replace(
        anchors,
        statements={
            **anchors.statements,
            **{it.id: anchors.statements[it.id.removesuffix("-alone")] for it in unclaimed},
        },
        furniture={name: (TextSpan(0, 1),) for name in corpus.sources},
        left_out={name: (TextSpan(1, 2),) for name in corpus.sources},
        beside={
            name: {("date", "quote"): TextSpan(span.start + 1, span.end - 1)}
            for name, span in anchors.claims.items()
        }
        | {"morning": {("published",): TextSpan(0, 2)}},
    )
    return replace(
        corpus,
        claims=claims,
        statements=statements | {it.id: it for it in unclaimed},
        furniture={name: (Furniture(quote="<", kind="menu", note="n"),) for name in corpus.sources},
        left_out={name: (LeftOut(quote="o", reason="r"),) for name in corpus.sources},
        anchors=anchors,
    )


WHOLE = annotated()
LEFT = known_by(WHOLE, THIRD)


def test_of_an_open_document_quotes_dates_and_what_is_no_claim_stay():
    for name in ("open", "own"):
        claim = LEFT.claims[name]
        assert (claim.quote, claim.quotes) == (WHOLE.claims[name].quote, WHOLE.claims[name].quotes)
        assert claim.date is WHOLE.claims[name].date
    assert LEFT.statements["said-open"].quote == WHOLE.statements["said-open"].quote
    assert LEFT.furniture["morning"] == (Furniture(quote="<", kind="menu"),)
    assert LEFT.left_out["morning"] == WHOLE.left_out["morning"]
    assert LEFT.anchors.furniture["morning"] == WHOLE.anchors.furniture["morning"]
    assert LEFT.anchors.beside["own"] == WHOLE.anchors.beside["own"]


def test_of_one_that_was_printed_later_the_words_alone_are_left():
    claim, statement = LEFT.claims["later"], LEFT.statements["said-later"]
    assert (claim.quote, claim.quotes, statement.quote) == ("<later>", ("<later>",), "<later>")
    assert claim.date is not None
    assert (claim.date.quote, claim.date.reasoning, claim.date.edtf) == ("<open>", None, "2025-06-09")
    assert (LEFT.furniture["evening"], LEFT.left_out["evening"]) == ((), ())
    assert (LEFT.anchors.furniture["evening"], LEFT.anchors.left_out["evening"]) == ((), ())
    text = LEFT.texts["evening"]
    for span in (LEFT.anchors.claims["later"], LEFT.anchors.statements["said-later"]):
        assert text[span.start : span.end] == "<later>"
    ((path, span),) = LEFT.anchors.beside["later"].items()
    assert (path, text[span.start : span.end]) == (("date", "quote"), "later")
    assert list(LEFT.printed_later) == ["evening"]


def test_what_loses_nothing_is_the_record_itself():
    whole = corpus_of(LINES)
    left = known_by(whole, THIRD)
    assert left.claims["open"] is whole.claims["open"]
    assert left.statements["said-open"] is whole.statements["said-open"]
    assert left.claims["own"] is whole.claims["own"]


def test_what_a_statement_or_a_claim_lost_makes_it_another_record():
    lines = LINES.replace("source=morning\n    own", "source=morning origin=far\n    own").replace(
        "2025-05-09  scheduled  CT+  2025-06-09  source=evening supersedes=later,own",
        "2025-05-09  scheduled  CT+  2025-06-09  source=evening",
    )
    lines += "    far  2025-05-05  scheduled  CT+  2025-06-09  source=evening\n"
    whole = corpus_of(lines)
    assert whole.statements["said-open"].origin == "said-far"
    assert known_by(whole, THIRD).statements["said-open"].origin is None


def test_a_statement_that_no_claim_rests_on_comes_with_its_document():
    assert "said-open-alone" in LEFT.statements
    assert "said-later-alone" not in LEFT.statements
    assert "said-last" not in LEFT.statements
    assert "said-open-alone" not in known_by(WHOLE, day_from_text("2025-05-01")).statements


def test_notes_are_not_there_before_all_is_known_and_tags_are():
    assert [it.note for it in LEFT.claims.values()] == [None] * 3
    assert [it.todo for it in LEFT.statements.values()] == [None] * len(LEFT.statements)
    assert known_by(WHOLE, known_from(WHOLE)) is WHOLE
    for day in (known_from(WHOLE), NEVER):
        assert _Known(WHOLE, day).corpus() == WHOLE
    assert _Known(WHOLE, known_from(WHOLE) - 1).corpus().claims["open"].note is None


def test_before_the_first_day_nothing_is_known_but_what_nobody_tells_of():
    left = known_by(WHOLE, day_from_text("2025-04-30"))
    assert (left.claims, left.statements, left.sources, left.events) == ({}, {}, {}, {})
    assert list(left.entities) == ["ghost"]


def test_all_of_a_corpus_is_known_from_its_last_day_on_and_an_empty_one_always():
    assert known_from(corpus_of(LINES)) == day_from_text("2025-05-09")
    assert known_from(corpus_of("")) == ALWAYS


def test_what_is_left_as_of_a_day_is_left_of_it_again():
    again = _Known(LEFT, THIRD).corpus()
    assert again.printed_later.keys() == LEFT.printed_later.keys()
    assert (again.claims, again.statements, again.texts) == (LEFT.claims, LEFT.statements, LEFT.texts)


def test_who_is_never_named_is_there_on_every_day():
    assert "ghost" in LEFT.entities
    assert "ghost" in known_by(WHOLE, day_from_text("2025-04-01")).entities
