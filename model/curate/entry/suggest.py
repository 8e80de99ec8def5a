"""What is suggested for the fields of a claim: at the beginning, as others are filled in, and by Tab."""

import math

from model.corpus.slugs import slug_of
from model.corpus.vocabulary import ALLOWED_FACTUALITY, Factuality, OnRecord, Status
from model.cues.date_meaning import DateMeaning
from model.cues.figures import FoundFigure
from model.cues.names import roles_of
from model.cues.saying_day import is_of_event
from model.curate.entry import amounts, lookup, saying
from model.curate.entry.claim import NEW, ClaimEntry, roles_in_words
from model.curate.entry.dating import in_edtf
from model.curate.entry.event_near import event_said, strand_said
from model.curate.entry.kinds import kind_in_text, kind_of_event
from model.curate.entry.new_entity import SHORT, needs_short, short_of
from model.curate.entry.passage import Passage
from model.curate.entry.values import Values
from model.curate.entry.voice import day_word, speaker_found, speaker_near
from model.dates.edtf import Edtf, EdtfError, parse

_FAR = 31
"""So many days apart two dates are no readings of the same words."""

_WITH_AMOUNTS = 2
"""The first version of the format in which a claim has figures."""


def begun(passage: Passage, event: str = "", speaker: str | None = None) -> Values:
    """The fields as they are suggested for a passage; `event` and `speaker` where these are to be the same again."""
    given = {
        "event": event or _event_said(passage),
        "speaker": speaker_near(passage) if speaker is None else speaker,
        "note": "",
    }
    return followed(passage, given, frozenset(given))


def followed(passage: Passage, values: Values, touched: frozenset[str]) -> Values:
    """The fields with those that nobody has touched as the others suggest them."""
    found = dict(values)

    def suggest(name: str, value: str) -> None:
        if name not in touched:
            found[name] = value

    suggestion = passage.suggestion
    suggest("status", suggestion.status.value if suggestion is not None else _status_without(passage, found))
    suggest("sure", _sure(found["status"], suggestion.factuality if suggestion is not None else None))
    suggest(
        "hedge", suggestion.hedge if suggestion is not None and suggestion.status == found["status"] else ""
    )
    meant = ClaimEntry(passage, found)
    suggest(
        "kind", kind_of_event(found["event"]) or (kind_in_text(passage.told_words) if found["event"] else "")
    )
    suggest("strand", _strand(meant))
    if meant.speakers.chain:
        _suggest_statement(passage, meant, found, touched)
    # A day that is that of the saying is not offered as that of what is said.
    _suggest_date(passage, found, touched)
    if meant.event is not None:
        suggest("roles", _roles(passage, meant.event))
    suggest("amounts", _amounts(meant))
    suggest("replaces", "")
    for name in ClaimEntry(passage, found).new_names:
        suggest(f"{SHORT}{name}", short_of(name) if needs_short(name) else "")
        suggest(f"{NEW}{name}", saying.kind_of(name, _named_by(passage, name)))
    suggest(
        "id",
        ClaimEntry(passage, {**found, "id": found["id"] if "id" in touched else ""}).id
        if found["event"]
        else "",
    )
    return found


def _event_said(passage: Passage) -> str:
    """The event as it is typed, where several of its own words are in the passage."""
    found = event_said(passage)
    return _typed_event(passage, found.event) if found is not None and found.is_sure else ""


def _typed_event(passage: Passage, event: str | None) -> str:
    """What is typed for an event; empty for none."""
    return lookup.typed_for([event], lookup.events(passage.corpus))[0] if event else ""


def counted_as(meant: ClaimEntry, found: FoundFigure) -> str:
    """What a figure counts: by its words, or as all figures of its event do; empty where neither says."""
    known = {it.what for claim in meant.claims_of_event() for it in claim.amounts}
    return slug_of(found.what) or (next(iter(known)) if len(known) == 1 and not found.unit else "")


def _amounts(meant: ClaimEntry) -> str:
    """The figures of which it is known what they count."""
    if meant.passage.corpus.info.format < _WITH_AMOUNTS:
        return ""
    named = ((it, counted_as(meant, it)) for it in meant.passage.figures)
    typed = (amounts.typed_for(found, what) for found, what in named if what)
    return "; ".join(
        it for it in typed if not amounts.wrong_in(amounts.amounts_read(it, meant.passage.words))
    )


def _strand(meant: ClaimEntry) -> str:
    """What a new event belongs to, where its title and the passage say so."""
    found = strand_said(meant.passage, meant.get("event"))
    return _typed_event(meant.passage, found.event) if found is not None and meant.get("event") else ""


def _status_without(passage: Passage, values: Values) -> str:
    """Without a hedge: what its dates say; of a bare figure what all claims of the event say, else nothing."""
    if passage.no_status is None:
        return _status_by_date(passage).value
    of_event = {it.status.value for it in ClaimEntry(passage, values).claims_of_event()}
    return next(iter(of_event)) if passage.no_status.is_figure and len(of_event) == 1 else ""


def _status_by_date(passage: Passage) -> Status:
    """Without a hedge: what is dated after the source is a plan, all else happened."""
    ahead = passage.origin
    for meaning in passage.dates_in(passage.span):
        first = parse(meaning.edtf).earliest if meaning.edtf is not None else None
        if first is not None and ahead is not None and first > ahead.last:
            return Status.SCHEDULED
    return Status.OCCURRED


def _sure(status: str, suggested: Factuality | None) -> str:
    known = [it for it in Status if it.value == status]
    if not known:
        return ""
    allowed = ALLOWED_FACTUALITY[known[0]]
    return suggested.value if suggested in allowed else next(it for it in Factuality if it in allowed).value


def _suggest_date(passage: Passage, found: dict[str, str], touched: frozenset[str]) -> None:
    meanings = [it for it in dates_for(ClaimEntry(passage, found), "date") if it.edtf]
    if "date" not in touched:
        # Who empties the words says nothing of the date.
        given = found.get("words", "") if "words" in touched else ""
        fitting = (
            it.edtf
            for it in meanings
            if it.edtf and (it.word.words == given if given else _dates_what_is_told(passage, found, it))
        )
        kept = "words" in touched and not given
        found["date"] = found.get("date", "") if kept else next(fitting, "")
    if "words" not in touched:
        # Another reading of the same words is still one of theirs.
        typed, printed = in_edtf(found["date"].strip(), "", meanings, passage.origin)
        exactly = (it.word.words for it in meanings if it.edtf == typed)
        nearly = (it.word.words for it in meanings if it.word != day_word(passage) and _is_near(typed, it))
        found["words"] = printed or next(exactly, None) or next(nearly, "")
    found |= {name: "" for name in ("basis", "why") if name not in touched}


def _dates_what_is_told(passage: Passage, found: Values, meaning: DateMeaning) -> bool:
    """Whether a date may be offered unasked: that of the saying is none of what is said, nor is one that is bounded."""
    word, told = meaning.word, passage.suggestion
    if (passage.no_status is not None and passage.no_status.is_delay) or (
        told is not None and told.status is Status.NO_COMMENT
    ):
        # The day of a delay is none of what was put off, and that of a silence none of what it is about.
        return False
    on = _words_of_saying(ClaimEntry(passage, found))
    return word != day_word(passage) and word.words != on and is_of_event(passage.text, word, meaning.edtf)


def _is_near(typed: str, meaning: DateMeaning) -> bool:
    """Whether a date may be another reading of some words: it is not far from what they would mean."""
    try:
        date, meant = parse(typed), parse(meaning.edtf or "")
    except EdtfError:
        return False
    first, last = _ends(date)
    other_first, other_last = _ends(meant)
    return first - _FAR <= other_last and other_first <= last + _FAR


def _ends(date: Edtf) -> tuple[float, float]:
    first, last = date.earliest, date.latest
    return -math.inf if first is None else first, math.inf if last is None else last


def _suggest_statement(
    passage: Passage, meant: ClaimEntry, found: dict[str, str], touched: frozenset[str]
) -> None:
    name = meant.speakers.chain[0]
    found_in = speaker_found(passage, name)
    # A credit names somebody without a verb.
    speaks = found_in is not None and found_in.verb != found_in.span
    verb = passage.text[found_in.verb.start : found_in.verb.end] if found_in is not None and speaks else ""
    sentence = passage.sentence_of(found_in.verb) if found_in is not None else passage.sentence
    words = passage.text[sentence.start : sentence.end]
    kinds = {it: saying.kind_of(it, _named_by(passage, it)) for it in meant.new_names}
    first = saying.record_of(name, passage.corpus, kinds, words, verb)
    given = {
        "said": words,
        "how": " ".join(verb.split()) if " ".join(verb.split()) in words else "",
        "footing": first.value,
        "origin": "",
        "public": "yes" if first is not OnRecord.ANONYMOUS and saying.is_public(name, words, verb) else "no",
    }
    found |= {name: value for name, value in given.items() if name not in touched}
    near = dates_for(ClaimEntry(passage, found), "on")
    beside = day_word(passage)
    if "on" not in touched:
        found["on"] = next(
            (it.edtf for it in near if it.edtf and it.word == beside and _is_past(passage, it)), ""
        )
    if "on words" not in touched:
        typed = found["on"].strip()
        found["on words"] = next(
            (it.word.words for it in near if it.edtf and typed and typed in (it.edtf, it.word.words)), ""
        )


def _named_by(passage: Passage, name: str) -> str:
    """The words of a passage that name a speaker, with what says who that is."""
    return next((passage.text[it.span.start : it.span.end] for it in passage.speakers if it.name == name), "")


def _is_past(passage: Passage, meaning: DateMeaning) -> bool:
    """Whether a day can be that of a saying: not later than its source."""
    last = parse(meaning.edtf).latest if meaning.edtf is not None else None
    return last is not None and passage.origin is not None and last <= passage.origin.last


def dates_for(meant: ClaimEntry, name: str) -> tuple[DateMeaning, ...]:
    """The date words that may be meant in the field `date` or `on`, and what they would mean, the likeliest first."""
    passage = meant.passage
    if name == "on":
        near = passage.dates_in(meant.said_at) if meant.said_at is not None else ()
        # Nor is that of which it was said the day on which it was.
        return tuple(sorted(near, key=lambda it: it.word.words == meant.get("words")))
    of_saying = _words_of_saying(meant)
    # The day on which it was said is seldom that of which it was said.
    return tuple(sorted(passage.dates_in(passage.span), key=lambda it: it.word.words == of_saying))


def _words_of_saying(meant: ClaimEntry) -> str | None:
    on = meant.statement.on if meant.statement is not None else None
    if on is not None:
        return on.words
    read = (meant.on.field or {}).get("words", "") or meant.get("on words")
    return read if meant.speakers.chain else None


def _roles(passage: Passage, event: str) -> str:
    sure = roles_of(passage.corpus, event, passage.names)
    return roles_in_words(passage.corpus, ((role, id) for id, role in sure.items()))
