"""Names of entities in a text: the longest, at the edges of words, folded as searching folds."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.corpus.records import Entity
from model.corpus.vocabulary import EntityType
from model.cues.names import Names, roles_of
from model.quotes.span import TextSpan
from tests.effort import examples
from tests.handmade import corpus_of


def entity(name: str, *aliases: str) -> Entity:
    return Entity(id=name.lower().replace(" ", "-"), type=EntityType.PERSON, name=name, aliases=aliases)


ENTITIES = [
    entity("Kim Jong-un", "Kim", "김정은", "김 위원장"),
    entity("Kim Yong-nam", "Kim"),
    entity("United States", "US", "U.S."),
    entity("Vučić"),
    entity("NIS", "국정원"),
    entity("North Korea"),
]
NAMES = Names(ENTITIES)


def found(text: str, names: Names = NAMES) -> list[tuple[str, Sequence[str]]]:
    return [(it.words, it.entities) for it in names.found_in(text)]


@pytest.mark.parametrize(
    ("text", "words", "ids"),
    [
        ("Kim Jong-un’s aide", "Kim Jong-un", ("kim-jong-un",)),
        ("KIM JONG UN said", "KIM JONG UN", ("kim-jong-un",)),
        ("by Kim\nJong-un", "Kim\nJong-un", ("kim-jong-un",)),
        ("Kim said", "Kim", ("kim-jong-un", "kim-yong-nam")),
        ("vucic's plan", "vucic", ("vučić",)),
        ("the U.S.’s", "U.S.", ("united-states",)),
        ("the US-led", "US", ("united-states",)),
        ("국정원은 밝혔다", "국정원", ("nis",)),
        ("국정원에서도", "국정원", ("nis",)),
        ("김 위원장의 말", "김 위원장", ("kim-jong-un",)),
        ("북한 김정은이", "김정은", ("kim-jong-un",)),
    ],
)
def test_a_name_is_found(text: str, words: str, ids: Sequence[str]):
    assert found(text) == [(words, ids)]


@pytest.mark.parametrize(
    "text",
    [
        "they told us",
        "a Kimchi",
        "North Korean troops",
        "한국정원 국정원장",
        "Vučićeva",
        "North.\n\nKorea",
        "",
    ],
)
def test_a_part_of_another_word_is_no_name(text: str):
    assert found(text) == []


def test_names_of_a_stretch_have_their_places_in_the_text():
    text = "Kim Jong-un met Vučić."
    (name,) = NAMES.found_in(text, TextSpan(4, len(text)))
    assert text[name.span.start : name.span.end] == name.words == "Vučić"


@examples(300)
@given(
    st.lists(
        st.sampled_from(
            ["Kim", "Jong-un", "U.S.", "’s", "국정원", "은", "김 위원장", " ", "\n", "\u0301", "½", "Vučić"]
        )
        | st.characters(codec="utf-8"),
        max_size=15,
    )
)
def test_every_name_is_where_it_says_and_none_is_in_another(parts: list[str]):
    text = "".join(parts)
    end = 0
    for it in NAMES.found_in(text):
        assert end <= it.span.start < it.span.end <= len(text)
        assert text[it.span.start : it.span.end] == it.words
        end = it.span.end


def test_a_name_of_signs_alone_finds_nothing():
    assert found("1 --", Names([entity("---"), entity("1")])) == []


def test_a_role_is_suggested_only_where_all_claims_of_the_event_give_the_same():
    corpus = corpus_of(
        "one  2025-05-01 scheduled CT+ 2025-05-09 roles=host:putin,guest:kim\n"
        "two  2025-05-02 scheduled CT+ 2025-05-09 roles=host:putin,speaker:kim\n"
        "entity putin person\nentity kim person\n"
    )
    names = Names([*corpus.entities.values()])
    told = names.found_in("; ".join(corpus.entities[it].name for it in ("putin", "kim")))
    assert [it.entities for it in told] == [("putin",), ("kim",)]
    assert roles_of(corpus, "visit", told) == {"putin": "host"}
    assert roles_of(corpus, "another", told) == {}
