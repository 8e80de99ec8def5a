"""Who says it: the document itself, a statement that is there, or a new one with its chain of speakers."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from model.corpus.corpus import Corpus
from model.corpus.vocabulary import EntityType, OnRecord
from model.cues.credits import prints
from model.cues.speaker_words import (
    BODIES,
    CAPITALS,
    COUNTRIES,
    KOREAN_BODIES,
    KOREAN_PEOPLE,
    KOREAN_TITLES,
    MEDIA,
    PEOPLE,
)
from model.curate.entry import lookup
from model.curate.entry.passage import Passage
from model.query.folding import folded

BY = " > "
"""What stands between the speakers of a chain, the first speaker first."""


@dataclass(frozen=True, slots=True)
class Speakers:
    """What is typed as the speaker: the id of a `statement` that is there, or the names of a new one's `chain`.

    Neither is the document's own voice.
    """

    statement: str | None = None
    chain: tuple[str, ...] = ()


def speakers(typed: str, corpus: Corpus, source: str) -> Speakers:
    """What is meant by the speaker. A statement of another source is none of this one's."""
    typed = typed.strip()
    if not typed:
        return Speakers()
    statement = corpus.statements.get(typed)
    if statement is not None and statement.source == source:
        return Speakers(statement=typed)
    return Speakers(chain=tuple(name for part in typed.split(BY.strip()) if (name := part.strip())))


def offered(typed: str, passage: Passage) -> list[str]:
    """What may stand as the speaker: statements of the source, the nearest first, then who is named, then anybody."""
    corpus = passage.corpus
    own = [it for it in statements_near(passage) if corpus.statements[it].source == passage.source]
    named = [id for name in passage.names_around for id in name.entities]
    *before, last = typed.split(BY)
    found = lookup.near(last, lookup.entities(corpus), named, parting=BY.strip())
    chains = [BY.join((*before, name)) for name in found]
    return chains if typed.strip() and typed not in own else [*own, "", *chains]


def statements_near(passage: Passage) -> list[str]:
    """The statements of the source, the nearest first, then all others."""
    corpus = passage.corpus
    spans = corpus.anchors.statements
    own = [it.id for it in corpus.statements.values() if it.source == passage.source]
    own.sort(key=lambda id: abs(spans[id].start - passage.span.start) if id in spans else len(passage.text))
    return [*own, *(id for id, it in corpus.statements.items() if it.source != passage.source)]


_ANONYMITY = re.compile(
    r"(?i)\bcondition of anonymity\b|\b(?:asked|requested|declined|refused)(?: not)? to be (?:named|identified)\b"
    r"|\banonymously\b|\bunnamed\b|익명"
)


_IN_PRINT = re.compile(r"(?i)\b(?:published|released|issued|carried) by\Z")


def record_of(
    name: str, corpus: Corpus, kinds: Mapping[str, str], sentence: str = "", verb: str = ""
) -> OnRecord:
    """On what footing a speaker most probably speaks: as the sentence says, as it did last, or as what it is."""
    found = lookup.one(name, lookup.entities(corpus))
    kind = corpus.entities[found].type if found is not None else kinds.get(name) or kind_of(name)
    if kind == EntityType.ANONYMOUS or _ANONYMITY.search(sentence):
        return OnRecord.ANONYMOUS
    used = [hop.record for it in corpus.statements.values() for hop in it.chain if hop.who == found]
    if used:
        return used[-1]
    if kind == EntityType.COUNTRY or (folded(name) in CAPITALS and kind in ("", EntityType.PLACE)):
        # "Moscow has denied it": a country is named, and nobody in it.
        return OnRecord.ANONYMOUS
    is_printed = _IN_PRINT.search(verb) is not None or prints(name)
    return (
        OnRecord.DOCUMENT
        if is_printed or (name.isupper() and kind != EntityType.PERSON)
        else OnRecord.ON_RECORD
    )


_TOLD_TO_ALL = re.compile(
    r"(?i)\b(?:press|news) (?:conference|release)s?\b|\bbrief(?:ing|ings|ed)\b"
    r"|\b(?:reporters|journalists|correspondents)\b|\bannounc(?:e|es|ed|ing|ement)\b|\bposted\b"
    r"|\bin (?:a|an|its|his|her|their) (?:[\w-]+ ){0,2}(?:statement|speech|address|post)\b"
    r"|발표|기자회견|브리핑|기자들|성명|담화"
)
_BEHIND_DOORS = re.compile(r"(?i)\bclosed[- ]door|\bbehind closed doors\b|비공개")


def is_public(name: str, sentence: str, verb: str) -> bool:
    """Whether somebody who is named says it to the world, as far as the words tell: what an agency prints is for all.

    In doubt it is not: then nothing counts as known before it was printed.
    """
    if _BEHIND_DOORS.search(sentence):
        return False
    is_printed = _IN_PRINT.search(verb) is not None or prints(name)
    return is_printed or _TOLD_TO_ALL.search(sentence) is not None


_MORE_BODIES = (
    "kremlin", "white house", "watch", "cent(?:er|re)", "air", "airlines", "airways", "railways?", "freight",
    "shipping", "tours?", "travel", "corporation", "corp", "inc", "ltd", "co", "institution", "assembly", "congress",
    "duma", "court", "club", "front", "league", "fund", "board", "staff", "forces?", "guard", "trading", "sinmun",
    "shinmun", "ilbo", "tongsin", "sinbo", "fair", "expo", "imaging", "group", "studies", "project", "initiative",
    "society", "church",
)  # fmt: skip
_BODIES = re.compile(rf"(?i)\b(?:{'|'.join((*BODIES, *MEDIA[:11], *_MORE_BODIES))})\b")
_PEOPLE = re.compile(rf"(?i)\b(?:{'|'.join(PEOPLE)})(?:s|es)?\b|\bspokesmen\b")
_BEGINS_WITH_CAPITAL = re.compile(r"[A-ZÀ-Þ]")
_PERSON = re.compile(r"[가-힣]{3}")
_POSSESSIVE = re.compile(r"['’]s?\Z")
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_LIKE_A_PERSON = re.compile(
    r"(?:Kim|Lee|Li|Ri|Park|Pak|Choe|Choi|Jong|Jang|Kang|Cho|Jo|Yun|Yoon|Im|Lim|Rim|Han|O|Oh|So|Sin|Shin|Kwon|Hwang|An|Ahn"
    r"|Song|Ryu|Yu|Jon|Hong|Ko|Mun|Moon|Son|Pae|Baek|Paek|Ho|No|Roh|Sim|Xi|Wang|Zhang|Zhao|Liu|Mao|Lin) "
    r"[A-Z][\w’'-]*(?:[ -][\w’'-]+)?|[A-Z][\w’'.]+(?: [A-Z][\w’'.]*)? [A-ZÀ-Þ][\w’'-]+"
    r"|[A-Z]\w+ [A-Z]\w+-\w+"
)


def kind_of(name: str, named_by: str = "") -> str:
    """The type of somebody whom nobody knows yet, as the name says, or the words that name them; empty: it does not."""
    name = _POSSESSIVE.sub("", name)
    if folded(name) in COUNTRIES:
        return EntityType.COUNTRY.value
    if prints(name):
        return EntityType.ORGANIZATION.value
    if name.endswith(KOREAN_PEOPLE):
        return EntityType.ANONYMOUS.value
    if name.endswith(KOREAN_BODIES) and not (_PERSON.fullmatch(name) and named_by and named_by != name):
        return EntityType.ORGANIZATION.value
    nouns = [it for it in _PEOPLE.finditer(name) if it[0].islower()]
    if nouns:
        return EntityType.ANONYMOUS.value
    if _BODIES.search(name) or _ACRONYM.fullmatch(name):
        return EntityType.ORGANIZATION.value
    before = named_by.partition(name)[0].split() if name in named_by else []
    if before and _BODIES.fullmatch(before[-1]):
        return EntityType.ORGANIZATION.value
    is_person = (before and _PEOPLE.fullmatch(before[-1])) or _PERSON.fullmatch(name)
    titled = named_by.partition(name)[2].split() if name in named_by and not name.isascii() else []
    if is_person or (titled and titled[-1] in KOREAN_TITLES) or _LIKE_A_PERSON.fullmatch(name):
        return EntityType.PERSON.value
    return EntityType.ANONYMOUS.value if _PEOPLE.search(name) else ""


def unknown(names: Sequence[str], corpus: Corpus) -> list[str]:
    """Those of some names that nobody has."""
    called = lookup.entities(corpus)
    return [name for name in dict.fromkeys(names) if not lookup.all_called(name, called)]
