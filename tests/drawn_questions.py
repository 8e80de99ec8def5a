"""Questions and searches of a drawn corpus, which is there but for them: sound ones."""

from dataclasses import replace

from hypothesis import strategies as st
from msgspec import structs

from model.corpus.asked import Criteria, Question, Resolution, VainSearch
from model.corpus.corpus import Corpus
from model.corpus.criteria import criteria_digest
from model.corpus.draft import Draft
from model.corpus.findings import Place
from model.corpus.vocabulary import Answer
from tests.drawn_plans import some
from tests.drawn_texts import FIRST_DAY, iso

_DAYS = st.integers(FIRST_DAY - 3, FIRST_DAY + 40)


@st.composite
def asked(draw: st.DrawFn, draft: Draft, words: st.SearchStrategy[str]) -> None:
    """Put up to two questions and up to two searches into a draft, which has its entities, events and claims."""
    place = Place("drawn")
    events = [event.id for event, _ in draft.events]
    for number in range(draw(st.sampled_from([1, 0, 2])) if events else 0):
        draft.questions.append((draw(_questions(f"question-{number}", draft, events, words)), place))
    for number in range(draw(st.sampled_from([1, 0, 2])) if events else 0):
        names = [question.id for question, _ in draft.questions]
        questions = draw(some(names))
        where = draw(st.lists(st.sampled_from([it.id for it, _ in draft.entities]), max_size=2, unique=True))
        search = VainSearch(
            id=f"search-{number}",
            day=iso(draw(_DAYS)),
            where=tuple(where),
            elsewhere=() if bool(where) and draw(st.booleans()) else (draw(words),),
            words=tuple(draw(st.lists(words, min_size=1, max_size=2))),
            events=tuple(draw(some(events))) or (() if questions else (events[0],)),
            questions=tuple(questions),
        )
        draft.searches.append((search, place))


@st.composite
def _questions(
    draw: st.DrawFn, name: str, draft: Draft, events: list[str], words: st.SearchStrategy[str]
) -> Question:
    first = draw(_DAYS)
    hangs = draw(st.lists(st.sampled_from(events), min_size=1, max_size=2, unique=True))
    criteria = Criteria(yes=draw(words), no=draw(words), ambiguous=draw(words), annulled=draw(words))
    claims = [claim.id for claim, _ in draft.claims if claim.event in hangs]
    resolution = None
    if bool(claims) and draw(st.booleans()):
        reason = draw(st.none() | words)
        outcome = draw(st.sampled_from(Answer))
        resolution = Resolution(claim=draw(st.sampled_from(claims)), outcome=outcome, reason=reason)
    return Question(
        id=name,
        text=draw(words),
        asked=iso(first),
        closes=iso(first + draw(st.integers(0, 20))),
        events=tuple(hangs),
        resolution=resolution,
        criteria_sha256=draw(st.sampled_from([None, criteria_digest(criteria)])),
        criteria=criteria,
    )


@st.composite
def asking(draw: st.DrawFn, corpora: st.SearchStrategy[Corpus]) -> Corpus:
    """A drawn corpus with questions and searches in it."""
    corpus = draw(corpora)
    nowhere = Place("drawn")
    draft = Draft(info=corpus.info)
    draft.entities = [(it, nowhere) for it in corpus.entities.values()]
    draft.events = [(it, nowhere) for it in corpus.events.values()]
    draft.claims = [(it, nowhere) for it in corpus.claims.values()]
    draw(asked(draft, st.sampled_from(["ferry", "What?", "한국 대사", "x y"])))
    return replace(
        corpus,
        info=structs.replace(corpus.info, format=3),
        questions={it.id: it for it, _ in draft.questions},
        searches={it.id: it for it, _ in draft.searches},
    )
