"""What kind of event a title speaks of, by a word in it."""

import re

from model.query.folding import words

_WORDS = {
    "visit": "visit visits visited trip travels 방문 방북 방러 방중",
    "summit": "summit 정상회담",
    "meeting": "meeting meetings meet meets met talks 회담 회의 면담",
    "parade": "parade parades rehearsal 열병식",
    "opening": "open opens opened opening reopen reopens reopened reopening inauguration 개통 개장 개관 준공",
    "construction": "construction built builds build completed completion finished groundbreaking dredging repair"
    " repairs 건설 착공 완공 준설 보수",
    "crossing": "crossing crosses cross crossed convoy convoys",
    "statement": "statement statements says said announcement announces comment comments 담화 성명 발표",
    "launch": "launch launches launched fires fired firing 발사",
    "test": "test tests tested 시험 실험",
    "exercise": "exercise exercises drill drills 훈련 연습",
    "election": "election elections vote votes 선거",
    "delegation": "delegation delegations envoy envoys 대표단 특사",
    "deployment": "deployment deploys deployed dispatch dispatches troops 파병 배치",
    "agreement": "agreement treaty lease leases leased agree agrees signs signed deal 협정 조약 합의 임대",
    "congress": "congress plenum plenary 당대회 전원회의",
    "festival": "festival anniversary celebration celebrations 기념일 기념식",
    "attendance": "attend attends attended attendance 참석",
    "appointment": "appointment appointed appoints named 임명",
    "fair": "fair fairs expo exhibition exhibitions exposition 박람회 전람회 전시회",
    "ceremony": "ceremony ceremonies unveiling 행사 기공식 준공식 개막식",
    "flight": "flight flights 운항 취항",
    "delivery": "delivery deliveries delivers delivered handover 인도 전달",
    "trade": "trade exports imports export import 무역 수출 수입",
}  # fmt: skip
KINDS = (*_WORDS, "transport")
"""Kinds that may be offered where a corpus has none of its own yet."""

_THINGS = {
    "launch": "missile missiles rocket rockets 미사일 로켓",
    "transport": "transport train trains freight railway ferry ferries cargo shipment shipments"
    " 운송 수송 열차 화물 여객선",
}
_OF_THINGS = {word: kind for kind, all_of in _THINGS.items() for word in all_of.split()}
"""What is moved or fired tells the kind where nothing says what is done."""
_KIND_OF = {word: kind for kind, all_of in _WORDS.items() for word in all_of.split()}


_DONE_IN_A_ROW = """
visits visited meet meets met open opens opened reopen reopens reopened built builds completed finished
crosses cross crossed says said announces launches launched fires fired firing tests tested deploys agree
agrees signs signed attend attends attended appointed appoints named build dispatch
"""
_DONE = frozenset(_DONE_IN_A_ROW.split())
"""What somebody does: it ends the words before it, and is no word before another."""

_POSSESSIVE = re.compile(r"['’]s?(?=[^\w]|\Z)")


def kind_of_event(title: str) -> str:
    """The kind, by the first word that says what is done, else by the first thing; empty where neither is there.

    Of words that stand side by side the last one is what it is: a trade fair is a fair, an opening ceremony a ceremony.
    """
    said = [*words(_POSSESSIVE.sub("", title))]
    for kinds in (_KIND_OF, _OF_THINGS):
        for number, word in enumerate(said):
            if word in kinds:
                return kinds[_head(said, number, kinds)]
            ends = next((it for it in _HANGUL_ENDS if word.endswith(it)), None)
            if kinds is _KIND_OF and ends is not None:
                return kinds[ends]
    return ""


def kind_in_text(text: str) -> str:
    """The kind by the words of a text in which the event is told.

    That somebody says something is none of its kinds, nor is what its sources ask for: not to be named.
    """
    told = (it for it in words(text) if _KIND_OF.get(it) != "statement" and it != "named")
    found = kind_of_event(" ".join(told))
    return found if found != "statement" else ""


def _head(said: list[str], number: int, kinds: dict[str, str]) -> str:
    """The last of the words for kinds that stand side by side from one on."""
    while said[number] not in _DONE and number + 1 < len(said) and said[number + 1] in kinds:
        if said[number + 1] in _DONE:
            break
        number += 1
    return said[number]


_HANGUL_ENDS = sorted((it for it in _KIND_OF if "가" <= it[0] <= "힣"), key=len, reverse=True)
"""Words of Hangul end others: 무역박람회 is a 박람회."""
