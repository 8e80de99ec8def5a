"""The words by which a text says how sure something is, and which way, with what each suggests.

Status and factuality are those of the corpus format: FactBank's values (Saurí and Pustejovsky 2009). What a word
suggests where it is negated stands beside it: `not expected` is PR-, `will not` a denial.
"""

from dataclasses import dataclass
from enum import StrEnum

from model.corpus.hedge_words import (
    CANCELLED,
    DENIED,
    KOREAN_CANCELLED,
    KOREAN_DENIED,
    KOREAN_SILENT,
    SILENT,
)
from model.corpus.vocabulary import Factuality, Status

Says = tuple[Status, Factuality]
"""A status and how sure it is."""


class HedgeKind(StrEnum):
    """What a word does, the most telling first: where several stand together, the first of these decides."""

    SILENCE = "silence"
    DENIAL = "denial"
    DOUBT = "doubt"
    CHANCE = "chance"
    PLAN = "plan"
    FUTURE = "future"
    CONFIRMATION = "confirmation"
    NOT_SO = "not-so"


@dataclass(frozen=True, slots=True)
class HedgeRule:
    """Words (a pattern) with what they suggest, plainly and negated."""

    kind: HedgeKind
    pattern: str
    says: Says
    negated: Says
    evidence: bool = False
    """Whether the words are of how something is known, so that it may also have happened, or go on."""

    of_the_past: bool = False
    """Whether it is told as what happened where what is told is in the past: `confirmed that it had received`."""


_SILENT = (Status.NO_COMMENT, Factuality.UNDERSPECIFIED)
_OPEN = (Status.UNCONFIRMED, Factuality.UNDERSPECIFIED)
_DENIED = (Status.DENIED, Factuality.CERTAIN_NOT)
_CANCELLED = (Status.CANCELLED, Factuality.CERTAIN_NOT)
_LIKELY = (Status.EXPECTED, Factuality.PROBABLE)
_UNLIKELY = (Status.EXPECTED, Factuality.PROBABLE_NOT)
_POSSIBLE = (Status.SPECULATED, Factuality.POSSIBLE)
_NOT_POSSIBLE = (Status.SPECULATED, Factuality.POSSIBLE_NOT)
_PLANNED = (Status.SCHEDULED, Factuality.CERTAIN)
_CONFIRMED = (Status.CONFIRMED, Factuality.CERTAIN)

SAYING = (
    r"(?: yet| immediately| publicly| officially| directly| even| ever| also){0,2} (?:been )?"
    r"(?:sa(?:y|id)|report(?:ed)?"
    r"|mention(?:ed)?|announced?|comment(?:ed)?|disclosed?|specif(?:y|ied)|respond(?:ed)?|elaborated?|den(?:y|ied)"
    r"|publish(?:ed)?|reveal(?:ed)?|named?|released?|stated?|t(?:ell|old)|explain(?:ed)?|address(?:ed)?"
    r"|answer(?:ed)?|repl(?:y|ied)|offer(?:ed)?|giv(?:e|en)|provided?|acknowledged?|discuss(?:ed)?)\b"
)
"""What is said or reported: behind *not*, somebody's silence, and nothing of the event."""

MEASURED = r"(?:numbers?|figures?|toll|total|cost|price|count|size|turnout|volume)"
"""What is measured: somebody who puts a figure to it says something, and nothing of how an event stands."""

KOREAN_SAYING = (
    r"(?:보도|언급|발표|말|밝히|전|전하|설명|거론|논평|답|답변|반응|응답|부인|공개|주장|인정|시인)"
    r"(?:하|되)?지"
)

_DID = r"(?:did|does|do|has|have|had)"

_BE = r"(?:is|are|was|were)"
_ABLE = r"(?:could|can|may|might)"
"""What is a hedge by itself, and none before the *not* of what nobody confirms."""

ENGLISH_HEDGES: tuple[HedgeRule, ...] = (
    HedgeRule(
        HedgeKind.SILENCE,
        rf"{SILENT}|could not (?:immediately )?be reached"
        r"|(?:did not|didn[’']t) (?:immediately )?(?:answer|return|reply)"
        r"|neither [^,.;]{1,80} (?:answered|responded|replied|returned|commented)",
        _SILENT,
        _SILENT,
    ),
    HedgeRule(
        HedgeKind.DOUBT,
        rf"{_BE}(?: not|n[’']t)(?: yet| immediately| entirely)? (?:clear|certain|known)"
        r"|unconfirmed|unclear|unverified|uncertain|remains? to be seen"
        rf"|(?:{_ABLE}(?: not|n[’']t)|can(?:no|[’'])t|not|unable to|n[’']t)"
        r"(?: yet)?(?: be(?:en)?)?(?: able to)?(?: \w+ly)? (?:confirm(?:ed)?|verif(?:y|ied))"
        r"|yet to (?:be confirmed|confirm)"
        r"|(?:(?:is|are|was|were|am|['’](?:s|re|m)) )?(?:not aware|unaware) of|kn(?:ow|ows|ew) nothing (?:of|about)"
        r"|(?:(?:do|does|did|has|have|had)(?: not|n[’']t) (?:know|known|heard?)|ha(?:s|ve|d) not heard)"
        r"(?: of| about| whether| if)?"
        rf"|(?:{_DID}(?: not|n[’']t){SAYING}|(?:would|could) not say|without saying)"
        r" (?:exactly )?(?:when|whether|if|how|who|where|what|which|why)"
        r"|ha(?:s|ve|d) no (?:knowledge|information)(?: of| about| on)?|no (?:knowledge|information) (?:of|about|on)",
        _OPEN,
        _OPEN,
    ),
    HedgeRule(
        HedgeKind.DENIAL,
        rf"{DENIED}|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)|refut(?:es?|ed|ing)|rul(?:es?|ed|ing) out",
        _DENIED,
        _OPEN,
    ),
    HedgeRule(HedgeKind.DENIAL, CANCELLED, _CANCELLED, _PLANNED),
    HedgeRule(HedgeKind.CHANCE, r"unlikely|improbable|doubtful", _UNLIKELY, _LIKELY),
    HedgeRule(
        HedgeKind.CHANCE,
        r"doubt(?:s|ed|ing)?(?: that| whether| if)?|(?:is|are|was|were|remains?) s[ck]eptical",
        _NOT_POSSIBLE,
        _LIKELY,
    ),
    HedgeRule(
        HedgeKind.CHANCE,
        r"(?:most |more |highly |very )?likely|expect(?:s|ed)(?= to|\b)|anticipated|probabl[ey]"
        r"|presumably|projected to|predict(?:s|ed)(?= (?:that|the|a|it)\b)|forecasts?(?= that\b)",
        _LIKELY,
        _UNLIKELY,
    ),
    HedgeRule(
        HedgeKind.CHANCE,
        r"appears? set to|appear(?:s|ed)? to|seem(?:s|ed|ingly)?(?: to)?|apparently|reportedly|allegedly|purportedly"
        r"|(?:is|are|was|were) (?:said|reported|understood|thought|alleged) to|believe[sd]?(?: to)?"
        r"|suggests?|assess(?:es|ed)?"
        r"|(?<!an )(?:estimat|calculat|infer|conclud|judg)(?:s|es?|ed|red)(?= that\b)|reckon(?:s|ed)(?! with)",
        _LIKELY,
        _UNLIKELY,
        evidence=True,
    ),
    HedgeRule(
        HedgeKind.CHANCE,
        r"(?-i:may)(?: have(?: been| also)?)?|might|could|possib(?:le|ly|ility)|perhaps|potential(?:ly)?"
        r"|speculat(?:ion|ed|es?)"
        rf"|{_BE} (?:also )?(?:considering|mulling|weighing|studying whether)"
        r"|hint(?:s|ed|ing)(?: at)?|rumou?r(?:s|ed)?|conceivably",
        _POSSIBLE,
        _NOT_POSSIBLE,
    ),
    HedgeRule(
        HedgeKind.PLAN,
        r"scheduled|slated|set to|plan(?:s|ned|ning)?(?= to\b)|planned|prepar(?:es|ing)(?= to\b)"
        r"|(?:is|are|was|were|be) due to(?= [a-z]+\b(?<!the)(?<!a))"
        r"|(?:is|are) to(?= [a-z])|intend(?:s|ed)?(?= to\b)|agreed to",
        _PLANNED,
        _DENIED,
    ),
    HedgeRule(HedgeKind.FUTURE, r"(?:wo|would)n[’']t", _DENIED, _DENIED),
    HedgeRule(HedgeKind.FUTURE, r"(?-i:will)(?= (?!of\b|to\b)[a-z])|would|shall", _PLANNED, _DENIED),
    HedgeRule(HedgeKind.CONFIRMATION, r"confirm(?:s|ed|ing)?|verified", _CONFIRMED, _OPEN, of_the_past=True),
    HedgeRule(
        HedgeKind.NOT_SO,
        rf"(?:did|does|do|was|were|is|are|has|have|had)(?: not|n[’']t)(?! only\b| just\b)(?!{SAYING})|never(?!{SAYING})"
        r"|no longer|(?:no one|nobody|nothing|none of|neither of|neither(?! side)|not a single|not one|hardly any)"
        rf"(?!{SAYING})|no(?= [a-z])(?! (?:fewer|less|more|later|doubt|matter|sooner|official|comment|date)\b)",
        _DENIED,
        _DENIED,
    ),
)

KOREAN_HEDGES: tuple[HedgeRule, ...] = (
    HedgeRule(
        HedgeKind.SILENCE,
        KOREAN_SILENT,
        _SILENT,
        _SILENT,
    ),
    HedgeRule(
        HedgeKind.DOUBT,
        r"(?:확인|알려|밝혀|공개)(?:되|지|하)?지 (?:않|못)[가-힣]*|불투명[가-힣]*|미지수[가-힣]*"
        rf"|(?:언제|여부|누가|누구|어디서?|얼마나)[가-힣 ]{{0,24}}?{KOREAN_SAYING}(?:는|도)? (?:않|못)[가-힣]*"
        r"|불확실[가-힣]*|미확인|확인할 수 없[가-힣]*"
        r"|(?:아는|들은|확인된|파악된|알려진) (?:바|것|게|사실)[는이도가]? 없[가-힣]*"
        r"|(?:알지|파악하지) 못[가-힣]*|모른다[가-힣]*",
        _OPEN,
        _OPEN,
    ),
    HedgeRule(
        HedgeKind.DENIAL,
        rf"{KOREAN_DENIED}|일축[했하한][가-힣]*|반박[했하한][가-힣]*",
        _DENIED,
        _OPEN,
    ),
    HedgeRule(
        HedgeKind.DENIAL,
        rf"{KOREAN_CANCELLED}|철회[했됐][가-힣]*",
        _CANCELLED,
        _PLANNED,
    ),
    HedgeRule(
        HedgeKind.CHANCE, r"가능성[이은도] (?:매우 |거의 )?(?:낮|적|희박|작)[가-힣]*", _UNLIKELY, _LIKELY
    ),
    HedgeRule(
        HedgeKind.CHANCE,
        r"가능성[이은도] (?:매우 )?(?:크|큰|클|높)[가-힣]*|유력[하시한해][가-힣]*"
        r"|것이라고 (?:예상|전망|예측|관측|추정|추산|판단|내다)[가-힣]*",
        _LIKELY,
        _UNLIKELY,
    ),
    HedgeRule(
        HedgeKind.CHANCE,
        r"것으로 (?:알려|전해|보인|보이|보여|보고|보는|관측|추정|전망|예상|예측|파악|분석|평가|판단|추측)[가-힣]*"
        r"|(?:전망|예상|관측|추정|예측)(?:된다|됐다|되고|되며|된)|(?:관측|전망|분석|해석"
        r"|추측)[이도] (?:나온|나오|나왔|제기|우세|지배적|많)[가-힣]*"
        r"|(?<=다고 )(?:추산|추정|판단|분석|추측)[했한하][가-힣]*"
        r"|알려[졌진지][가-힣]*|전해[졌진지][가-힣]*|[가-힣] 듯[하한했]?[가-힣]*",
        _LIKELY,
        _UNLIKELY,
        evidence=True,
    ),
    HedgeRule(
        HedgeKind.CHANCE,
        r"가능성|수도 있[가-힣]*|(?:방안을 )?검토(?: 중|하고 있|한다)[가-힣]*"
        r"|수 있다[는고][가-힣]*|[가-힣]+설이 (?:나|돌|제기)[가-힣]*|소문",
        _POSSIBLE,
        _NOT_POSSIBLE,
    ),
    HedgeRule(
        HedgeKind.PLAN,
        r"예정(?:이[다며고라었]?|인|대로|됐다|된)?[가-힣]*|계획(?:이다|이라고|인|을 세)[가-힣]*"
        r"|방침(?:이다|을|인)[가-힣]*|기로 (?:했|합의)[가-힣]*"
        r"|준비(?:하고|를 하고| 중)[가-힣 ]{0,3}",
        _PLANNED,
        _DENIED,
    ),
    HedgeRule(HedgeKind.FUTURE, r"것이[다라]", _PLANNED, _DENIED),
    HedgeRule(
        HedgeKind.CONFIRMATION,
        r"확인[했됐된해][가-힣]*|공식화[가-힣]*|확정[했됐된][가-힣]*",
        _CONFIRMED,
        _OPEN,
        of_the_past=True,
    ),
    HedgeRule(
        HedgeKind.NOT_SO,
        rf"(?<![가-힣])(?!{KOREAN_SAYING})[가-힣]+지(?:는|도)? (?:않[았는은]|못[했한하]|않고 있)[가-힣]*"
        r"|(?<![가-힣])(?<!보도 )(?<!언급 )(?<!발표 )(?<!공개 )(?:안|못) [했갔왔열됐][가-힣]*",
        _DENIED,
        _DENIED,
    ),
)

REPORTING = (
    r"(?:said|says?|saying|told|tells|announc(?:ed|es|ing)|reported(?!ly)|reports? that|stated|noted"
    r"|notes that|added(?! to)"
    r"|reveal(?:ed|s)|doubt(?:ed|s)(?= )|put the (?:figure|number|toll|total|cost|price)"
    r"|claimed|claims that|explained|explains|stressed|emphasized|warn(?:ed|s)|wrote"
    r"|quoted|cit(?:ed|ing)"
    r"|according to|per(?= (?:the|a|an|[A-Z])[a-z]*)"
    r"|(?<!is )(?<!was )(?<!are )(?<!been )"
    r"(?:estimat|calculat|conclud|assess|forecast|project|judg)(?:s|es?|ed|ing)?(?= that\b)"
    r"|reckon(?:s|ed)(?! with)"
    rf"|(?:estimat|assess|calculat)(?:es|ed|ing)(?= the {MEASURED}\b)|predict(?:s|ed)(?= )"
    r"|argued|disclosed|declared|mentioned|insisted|asserted|confirm(?:ed|s)|den(?:ied|ies)"
    r"|rejected|dismiss(?:ed|ing)"
    r"|hinted|suggest(?:ed|s)?|believes?|acknowledged|testified|pointed out|told reporters)"
)
"""Verbs by which somebody says something, in English."""

KOREAN_REPORTING = (
    r"(?:추산했|추정했|예측했|예상했|전망했|판단했|진단했|집계했|계산했|밝혔|말했|전했|보도했|발표했|주장했|강조했|설명했|덧붙였|언급했|지적했|경고했|비난했|공개했|시사했|내다봤|관측했|분석했|평가했|부인했|일축했"
    r"|반박했|답했|촉구했|선언했|확인했|인정했|예고했|통보했|소개했)(?:다고|다|으며|고|지만|습니다|는데|던)?"
    r"|(?:밝힌|말한|전한|보도한|발표한|주장한)(?![가-힣])|(?:에|에\s)?따르면|인용해|인용하여"
)
"""The same in Korean."""
