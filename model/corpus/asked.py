"""What curators ask of the days to come, and where they looked in vain: no source speaks of these records.

A question is answered by a claim that a curator names, and by nothing else. A search is one that found nothing; it
changes no status.
"""

from typing import Annotated

import msgspec

from model.corpus.parts import Digest, Record, Slug, Text, about
from model.corpus.records import Note, Tags, Todo
from model.corpus.vocabulary import Answer

Day = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
"""A full day, in EDTF; `model.corpus.check_questions` sees to that."""


class Criteria(Record, frozen=True, kw_only=True):
    """What has to be said for each outcome of a question, written before anybody knows it."""

    yes: Annotated[Text, about("what makes it yes")]
    no: Annotated[Text, about("what makes it no")]
    ambiguous: Annotated[Text, about("what leaves it undecided, though something was said")]
    annulled: Annotated[Text, about("what takes away the question itself")]


class Resolution(Record, frozen=True, kw_only=True):
    """How a question came out, and the claim that says so: it counts from the day on which that was known."""

    claim: Annotated[Slug, about("the claim that answers it, of one of its events", names=("claim",))]
    outcome: Annotated[Answer, about("yes, no, ambiguous or annulled")]
    reason: Annotated[Text | None, about("why, where the claim alone does not say it")] = None


class Question(Record, frozen=True, kw_only=True):
    """Something that will be seen by a day. `asked` and `closes` are full days: the first and the last of it.

    `criteria_sha256` is that of the criteria as they were when it was asked (`model.corpus.criteria`).
    """

    id: Annotated[Slug, about("its id")]
    text: Annotated[Text, about("the question, a sentence")]
    asked: Annotated[Day, about("the day from which on it stands, a full day")]
    closes: Annotated[Day, about("the last day on which what it asks for can come about, a full day")]
    events: Annotated[tuple[Slug, ...], about("the events that it hangs on", names=("event",))] = ()
    resolution: Annotated[Resolution | None, about("how it came out, and the claim that says so")] = None
    criteria_sha256: Annotated[
        Digest | None, about("of the criteria as they were when it was asked; `check` says it")
    ] = None
    criteria: Annotated[Criteria, about("what makes it `yes`, `no`, `ambiguous` or `annulled`")]
    draft: Annotated[bool, about("whether it is only begun")] = False
    note: Note = None
    todo: Todo = None
    tags: Tags = ()


class VainSearch(Record, frozen=True, kw_only=True):
    """A search that found nothing: on which day, in whose publications or elsewhere, with which words, and for what."""

    id: Annotated[Slug, about("its id")]
    day: Annotated[Day, about("the day on which it was made, a full day")]
    where: Annotated[tuple[Slug, ...], about("entities in whose publications", names=("entity",))] = ()
    elsewhere: Annotated[tuple[Text, ...], about("where else, in words")] = ()
    words: Annotated[tuple[Text, ...], msgspec.Meta(min_length=1), about("what was looked for, as typed")]
    events: Annotated[tuple[Slug, ...], about("events whose outcome was sought", names=("event",))] = ()
    questions: Annotated[
        tuple[Slug, ...], about("questions whose answer was sought", names=("question",))
    ] = ()
    draft: Annotated[bool, about("whether it is still to be made")] = False
    note: Note = None
    todo: Todo = None
    tags: Tags = ()
