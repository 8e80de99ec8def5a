"""Whole families of sentences, not single cases: who speaks for which half, when, and how what is told stands.

Nothing is offered rather than something wrong: of each family there are sentences that offer nothing.
"""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.cues.attribution import speakers_in
from model.cues.text_cues import text_cues
from model.curate.entry.claim import ClaimEntry
from model.curate.entry.event_near import event_said, strand_said
from model.curate.entry.fields import fields
from model.curate.entry.kinds import kind_of_event
from model.curate.entry.offers import offered
from model.curate.entry.saying import kind_of
from model.curate.entry.suggest import begun, followed
from model.curate.new_ids import new_id
from model.quotes.span import TextSpan
from tests.curate.one_page import EVENTS, marked, page
from tests.effort import examples

MISSION = "The Russian trade mission put the number at 34"
CLAUSES = [
    # The half that is marked, and the whole sentence; who speaks for it, and what the hint says of where it is read.
    (MISSION, f"{MISSION}, while Matsegora told reporters that it had fallen.", "Russian trade mission", ""),
    ("it had fallen", f"{MISSION}, while Matsegora told reporters that it had fallen.", "Matsegora", ""),
    (MISSION[4:], f"While the {MISSION[4:]}, Matsegora said that it had fallen.", "Russian trade mission", ""),
    ("it had fallen", f"{MISSION}, but Matsegora told reporters that it had fallen.", "Matsegora", ""),
    ("it had fallen", f"{MISSION}, whereas Matsegora said it had fallen.", "Matsegora", ""),
    ("it had fallen", f"{MISSION}; Matsegora said it had fallen.", "Matsegora", ""),
    ("it had fallen", f"{MISSION}, and Matsegora said it had fallen.", "Matsegora", ""),
    ("it had fallen", f"{MISSION} and Matsegora said it had fallen.", "Matsegora", ""),
    ("It opened in May", "It opened in May, but Matsegora said it had fallen.", "", ""),
    ("no list was printed", "It opened in May, Matsegora said, but no list was printed.", "", ""),
    ("no list was printed", "Matsegora said that it opened, while no list was printed.", "", ""),
    ("It opened in May", "It opened in May, but no list was printed, Matsegora said.", "Matsegora", "another"),
    ("통일부는 방문을 확인했", "통일부는 방문을 확인했지만 조선중앙통신은 회담이 끝났다고 전했다.", "통일부", ""),
    ("회담이 끝났다", "통일부는 방문을 확인했지만 조선중앙통신은 회담이 끝났다고 전했다.", "조선중앙통신", ""),
    ("34개 업체가 온다", "마체고라 대사는 34개 업체가 온다고 말했으며, 조직위원회는 50개라고 밝혔다.", "마체고라", ""),
    ("50개", "마체고라 대사는 34개 업체가 온다고 말했으나 조직위원회는 50개라고 밝혔다.", "조직위원회", ""),
    ("6월", "러시아 측은 5월이라고 말했고 북한 외무성은 6월이라고 발표했다.", "북한 외무성", ""),
    ("회담 결과", "조선중앙통신은 회담 결과를 보도하지 않았으나 러시아 대사관은 합의가 있었다고 밝혔다.", "", ""),
]  # fmt: skip


def answer(entry: ClaimEntry, name: str) -> str:
    return next(it.answer for it in fields(entry) if it.name == name)


@pytest.mark.parametrize(("half", "text", "speaker", "where"), CLAUSES)
def test_half_a_sentence_has_the_speaker_of_its_own_clause(
    half: str, text: str, speaker: str, where: str, tmp_path: Path
):
    passage = marked(page(tmp_path, text), half)
    values = begun(passage)
    assert values["speaker"] == speaker
    said = answer(ClaimEntry(passage, values), "speaker")
    assert ("of another clause" in said) == bool(where)
    if speaker:
        assert 'from "' in said


BEHIND = [
    # A sentence, who speaks in it, and the day on which.
    ("The fair will open in May, its organising committee said on Tuesday.", "organising committee", "2026-09-22"),
    ("Thirty firms come, said a diplomat in Ulaanbaatar who spoke on condition of anonymity.", "a diplomat", ""),
    ("Thirty firms come, according to the Chamber of Commerce.", "Chamber of Commerce", ""),
    ("Thirty firms come, per the Rodong Sinmun.", "Rodong Sinmun", ""),
    ("Per the Rodong Sinmun, thirty firms come.", "Rodong Sinmun", ""),
    ("Thirty firms come, Interfax reported on Monday.", "Interfax", "2026-09-21"),
    ("Thirty firms come, Mao Ning told reporters in Beijing on Monday.", "Mao Ning", "2026-09-21"),
    ("Thirty firms come, Putin said in a speech on Monday.", "Putin", "2026-09-21"),
    ("It opens, Yonhap reported on Monday, citing a government source.", "a government source > Yonhap", "2026-09-21"),
    ("On Monday in Beijing, spokesperson Mao Ning said that thirty firms come.", "Mao Ning", "2026-09-21"),
    ("In August the Chamber of Commerce said that thirty firms come.", "Chamber of Commerce", "2026-08"),
    ("In Pyongyang the Foreign Ministry said that thirty firms come.", "Foreign Ministry", ""),
    ("Last week officials said that thirty firms come.", "officials", "[2026-09-14..2026-09-20]"),
    ("Earlier this month the Foreign Ministry said that thirty firms come.", "Foreign Ministry", ""),
    ("A day later the Foreign Ministry said that thirty firms come.", "Foreign Ministry", ""),
    ("Visitors at a hall in Pyongyang. (Rodong Sinmun)", "Rodong Sinmun", ""),
    ("Visitors at a hall in Pyongyang [KCNA]", "KCNA", ""),
    ("Visitors at a hall in Pyongyang. Photo: KCNA", "KCNA", ""),
    ("평양의 전시장 모습. 사진=연합뉴스", "연합뉴스", ""),
    ("북한 조선중앙통신은 22일 대표단이 평양에 도착했다고 보도했다.", "조선중앙통신", "2026-09-22"),
    ("연합뉴스는 소식통을 인용해 대표단이 도착했다고 보도했다.", "소식통 > 연합뉴스", ""),
    ("통일부 발표에 따르면 대표단이 도착했다.", "통일부", ""),
    ("대표단이 도착했다고 조직위원회가 22일 밝혔다.", "조직위원회", "2026-09-22"),
    ("알렉산드르 노바크 부총리는 밀을 보내기로 했다고 22일 밝혔다.", "알렉산드르 노바크", "2026-09-22"),
    ("러시아 외무성 대변인은 밀을 보내기로 했다고 밝혔다.", "러시아 외무성 대변인", ""),
    ("최선희 외무상은 방문이 끝났다고 말했다.", "최선희", ""),
    ("방북한 마체고라 대사는 회담이 끝났다고 말했다.", "마체고라", ""),
    ("중국 세관 당국은 8월 교역액이 늘었다고 18일 발표했다.", "중국 세관 당국", "2026-09-18"),
    ("교도통신은 외교 소식통을 인용해 대사가 귀국했다고 전했다.", "외교 소식통 > 교도통신", ""),
    ("The UN agency, which last came in 2019, told the paper on Sunday that it was late.", "UN agency", "2026-09-20"),
    ("The UN agency, which last came in 2019, said officials in Rason had left.", "UN agency", ""),
    ("Park Sun-won, an aide, said officials in Rason had left.", "Park Sun-won", ""),
    # Nobody says it.
    ("The Foreign Ministry did not respond to a request for comment.", "", ""),
    ("The Foreign Ministry declined to comment on Tuesday.", "", ""),
    ("The Foreign Ministry has not announced a date.", "", ""),
    ("Neither side said when it would open.", "", ""),
    ("No official said that it would open.", "", ""),
    ("In Seoul Lee said it would open.", "", ""),
    ("His office said on Monday that it would open.", "", ""),
    ("Visitors of the National Intelligence Service (NIS).", "", ""),
    ("조선중앙통신은 이를 보도하지 않았다.", "", ""),
    ("조선중앙통신은 이를 보도 안 했다.", "", ""),
    ("대변인은 아무 말도 말하지 않았다.", "", ""),
    ("외무성은 방문을 부인하지 않았다.", "", ""),
    ("보도에 따르면 대표단이 도착했다.", "", ""),
    ("박람회는 5월에 열린다고 말했다.", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "day"), BEHIND)
def test_who_speaks_and_when_is_read_wherever_it_stands(text: str, speaker: str, day: str, tmp_path: Path):
    values = begun(marked(page(tmp_path, text), text))
    assert values["speaker"] == speaker
    if speaker:
        assert values["on"] == day
        assert not day or values["date"] != day


def test_a_verb_without_a_speaker_is_asked_about_and_not_silently_the_papers(tmp_path: Path):
    passage = marked(page(tmp_path, text := "His office said on Monday that it would open."), text)
    assert "does somebody say it?" in answer(ClaimEntry(passage, begun(passage)), "speaker")


SYLLABLES = st.integers(0xAC00, 0xD7A3).map(chr).filter(lambda it: it not in "들측한이그저")
NAMES = st.lists(SYLLABLES, min_size=3, max_size=5).map("".join)
VERBS = ["밝혔다", "말했다", "전했다", "보도했다", "발표했다", "주장했다", "설명했다", "덧붙였다", "부인했다"]


@examples(300)
@given(NAMES, st.sampled_from(["은", "이", "께서", "께서는", "측은"]), st.sampled_from(VERBS), st.booleans())
def test_any_hangul_name_comes_out_whole(name: str, particle: str, verb: str, dated: bool):
    """Whatever its syllables, its particle and the verb of saying; a day may stand between."""
    open_syllable = (ord(name[-1]) - 0xAC00) % 28 == 0
    particle = {"은": "는", "이": "가"}.get(particle, particle) if open_syllable else particle
    text = f"{name}{particle} {'22일 ' if dated else ''}{verb}."
    cues = text_cues(text)
    found = speakers_in(text, TextSpan(0, len(text)), cues.verbs, [it.span for it in cues.date_words])
    assert [text[it.span.start : it.span.end] for it in found] == [name]


STATUSES = [
    ("No Chinese company is expected to attend.", "expected", "PR-"),
    ("None of the firms is likely to come.", "expected", "PR-"),
    ("Not a single firm is expected.", "expected", "PR-"),
    ("Nobody is expected to sign.", "expected", "PR-"),
    ("Few firms are expected to come.", "expected", "PR-"),
    ("Neither delegation is scheduled to come.", "denied", "CT-"),
    ("No Chinese company will attend.", "denied", "CT-"),
    ("No Chinese company attended.", "denied", "CT-"),
    ("Kim did not attend.", "denied", "CT-"),
    ("He was never invited.", "denied", "CT-"),
    ("중국 기업은 참가하지 않았다.", "denied", "CT-"),
    ("중국 기업은 참가하지 않을 것으로 보인다.", "expected", "PR-"),
    ("The ministry is not aware of the matter.", "unconfirmed", "Uu"),
    ("He knows nothing of a visit.", "unconfirmed", "Uu"),
    ("It had no information about the visit.", "unconfirmed", "Uu"),
    ("대변인은 아는 바 없다고 말했다.", "unconfirmed", "Uu"),
    ("The mission put the number at 34.", "", ""),
    ("The number of firms was 34.", "", ""),
    ("업체는 34개라고 밝혔다.", "", ""),
    ("KCNA did not report the visit.", "", ""),
    ("State media have not announced a date.", "", ""),
    ("조선중앙통신은 이를 보도하지 않았다.", "", ""),
    ("It was postponed twice last year.", "", ""),
    ("회담은 연기됐다.", "", ""),
    ("Rajin port to take Russian grain again", "", ""),
    ("It may open, but no list was printed.", "speculated", "PS+"),
    ("통일부 당국자는 밀이 도착할 것으로 보인다고 말했지만, 국정원은 물량을 확인하지 않았다.", "expected", "PR+"),
    ("Two freighters are due to unload wheat.", "scheduled", "CT+"),
    ("The road is closed due to bad weather.", "occurred", "CT+"),
    ("Neither the embassy nor the consulate answered calls.", "no-comment", "Uu"),
    ("The consul could not be reached.", "no-comment", "Uu"),
    ("주민들은 전기가 들어오지 않는다고 말했다.", "denied", "CT-"),
    # What only looks like a denial.
    ("No fewer than 50 firms are expected to come.", "expected", "PR+"),
    ("A few firms are expected to come.", "expected", "PR+"),
    ("Not only Kim is expected.", "expected", "PR+"),
    ("The fair, which no one expected, is likely to open.", "expected", "PR+"),
    ("It opened with no ceremony.", "occurred", "CT+"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "status", "sure"), STATUSES)
def test_how_it_stands_is_offered_with_its_cue_or_not_at_all(
    text: str, status: str, sure: str, tmp_path: Path
):
    passage = marked(page(tmp_path, text), text)
    values = begun(passage)
    assert (values["status"], values["sure"]) == (status, sure)
    if not status:
        assert '"' in answer(ClaimEntry(passage, values), "status")


CLAIM = """
[[claim]]
id = "{id}"
event = "{event}"
quote = "{quote}"
status = "{status}"
factuality = "CT+"
"""
OPENED = "The autumn trade fair opened on Monday."


def test_a_bare_figure_has_the_status_that_all_claims_of_its_event_have(tmp_path: Path):
    figure = "The mission put the number of firms at the autumn trade fair at 34."
    claim = CLAIM.format(id="c", event="fair", quote=OPENED, status="occurred")
    passage = marked(page(tmp_path, f"{OPENED} {figure}", claim), figure)
    values = begun(passage)
    assert (values["event"], values["status"]) == ("Autumn trade fair in Sinuiju", "occurred")
    assert "a bare figure says none" in answer(ClaimEntry(passage, values), "status")


@pytest.mark.parametrize("back", ["It was cancelled in 2020.", "The fair was cancelled in 2020."])
def test_words_that_point_back_offer_the_event_before_and_decide_nothing(back: str, tmp_path: Path):
    claim = CLAIM.format(id="c", event="fair", quote=OPENED, status="occurred")
    passage = marked(page(tmp_path, f"{OPENED} {back}", claim), back)
    values = begun(passage)
    assert values["event"] == ""
    assert answer(ClaimEntry(passage, values), "event").startswith("Tab: Autumn trade fair in Sinuiju, ")
    assert offered(passage, "event", values)[0] == "Autumn trade fair in Sinuiju"


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("The autumn trade fair opened.", True),
        ("A fair was held.", False),
        # Of another place it is another one.
        ("A fair was held in Rason.", None),
        ("Kim went to Sinuiju.", None),
        ("It is clear that the harvest was bad.", None),
    ],
)
def test_an_event_is_filled_in_only_where_several_of_its_own_words_are(
    text: str, sure: bool | None, tmp_path: Path
):
    passage = marked(page(tmp_path, text), text)
    said = event_said(passage)
    assert (said.is_sure if said is not None else None) is sure
    assert bool(begun(passage)["event"]) is bool(sure)


def test_half_of_a_title_fills_in_no_event(tmp_path: Path):
    events = EVENTS.replace("Autumn trade fair in Sinuiju", "Rason port zone reopens")
    passage = marked(
        page(tmp_path, "The premier visited Rason port.", events=events), "The premier visited Rason port."
    )
    said = event_said(passage)
    assert said is not None
    assert not said.is_sure
    assert begun(passage)["event"] == ""
    assert offered(passage, "event", begun(passage))[0] == "Rason port zone reopens"


def test_what_an_event_belongs_to_is_not_taken_over_from_the_claim_before(tmp_path: Path):
    strand = '\n[[event]]\nid = "trade"\ntype = "strand"\ntitle = "Border commerce"\n'
    events = EVENTS.rstrip() + '\npart_of = "trade"\n' + strand
    claim = CLAIM.format(id="c", event="fair", quote=OPENED, status="occurred")
    corpus = page(tmp_path, f"{OPENED} A dam broke. Border commerce grew.", claim, events)
    dam = marked(corpus, "A dam broke.")
    values = followed(dam, {**begun(dam), "event": "Dam breaks"}, frozenset({"event"}))
    assert values["strand"] == ""
    assert offered(dam, "strand", values)[0] == "Border commerce"
    commerce = marked(corpus, "Border commerce grew.")
    said = strand_said(commerce, "Commerce grows")
    assert said is not None
    assert (said.event, said.because) == ("trade", 'from "border", "commerce"')


def test_a_day_of_saying_that_is_typed_dates_nothing_else(tmp_path: Path):
    text = "마체고라의 22일 발언에는 대표단이 도착했다는 내용이 있다."
    passage = marked(page(tmp_path, text), text)
    first = begun(passage)
    typed = {**first, "speaker": "마체고라", "on": "22일"}
    after = followed(passage, typed, frozenset({"speaker", "on"}))
    assert after["on words"] == "22일"
    assert after["date"] == ""
    again = followed(passage, after, frozenset({"speaker", "on"}))
    assert (again["on"], again["date"]) == ("22일", "")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Pyongyang trade fair", "fair"),
        ("Trade fair opens in Sinuiju", "fair"),
        ("The fair’s opening", "opening"),
        ("Opening ceremony of the bridge", "ceremony"),
        ("Trade talks in Beijing", "meeting"),
        ("Trade agreement signed", "agreement"),
        ("Kim visits trade fair", "visit"),
        ("Trade with China", "trade"),
        ("평양 무역박람회", "fair"),
        ("A harvest", ""),
    ],
)
def test_of_words_side_by_side_the_last_is_the_kind(title: str, kind: str):
    assert kind_of_event(title) == kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Rodong Sinmun", "organization"),
        ("TASS", "organization"),
        ("Air Koryo", "organization"),
        ("FSB", "organization"),
        ("Russia’s", "country"),
        ("Xi Jinping", "person"),
        ("조선중앙통신", "organization"),
        ("러시아 대사관", "organization"),
        ("마체고라", ""),
        ("Blorb", ""),
    ],
)
def test_who_prints_is_no_person(name: str, kind: str):
    assert kind_of(name) == kind


def test_names_in_hangul_have_ids_of_their_own():
    assert new_id("조선중앙통신", (), "entity") == "joseonjungangtongsin"
    assert new_id("평양 박람회", {"pyeongyang-bagramhoe"}, "event") == "pyeongyang-bagramhoe-2"
    assert new_id("", (), "event") == "event"
