"""The words by which somebody who speaks is told from what does not: nouns of speakers, titles, words that go on."""

PEOPLE = (
    "adviser", "advisor", "agent", "aide", "ambassador", "activist", "analyst", "broker", "captain",
    "chief", "commander", "commentator", "consul", "defector", "diplomat", "director", "driver", "economist",
    "engineer", "envoy", "expert", "farmer", "general", "governor", "insider", "informant", "lawmaker",
    "leader", "lawyer", "mayor", "merchant", "minister", "observer", "harbour master", "harbor master",
    "manager", "officer", "official", "people", "person", "premier", "president", "professor", "researcher",
    "resident", "scholar", "secretary", "smuggler", "source", "specialist", "spokesman", "spokesperson",
    "spokeswoman", "tourist", "trader", "veteran", "worker", "witness",
)  # fmt: skip
"""Nouns of people, in the singular."""

BODIES = (
    "academy", "administration", "agency", "airline", "alliance", "army", "association", "authorities", "authority",
    "bank", "broadcaster", "bureau", "chamber of commerce", "command", "commission", "committee", "company",
    "consulate", "council", "daily", "delegation", "department", "embassy", "federation", "firm", "foundation",
    "government", "group", "institute", "media", "military", "ministry", "mission", "monitor", "navy", "network",
    "newspaper", "office", "operator", "organisation", "organization", "outlet", "paper", "parliament", "party",
    "police", "secretariat", "service", "team", "think tank", "union", "university",
)  # fmt: skip
"""Nouns of bodies and media, in the singular or as they are used."""

MEDIA = (
    "agency", "broadcaster", "daily", "media", "newspaper", "outlet", "paper", "news", "times", "post", "press",
    "통신", "신문", "방송", "일보", "매체", "언론", "뉴스",
)  # fmt: skip
"""Words of those that print and broadcast."""

AGENCIES = frozenset(
    [
        *[
            "afp",
            "ap",
            "bbc",
            "bloomberg",
            "cctv",
            "cgtn",
            "chosun",
            "cnn",
            "dpa",
            "interfax",
            "itar-tass",
            "izvestia",
            "jiji",
            "jtbc",
            "kbs",
            "kcna",
            "kctv",
        ],
        *[
            "kommersant",
            "kyodo",
            "mbc",
            "naenara",
            "nhk",
            "reuters",
            "rfa",
            "ria",
            "sbs",
            "sputnik",
            "tass",
            "uriminzokkiri",
            "voa",
            "xinhua",
            "yonhap",
            "ytn",
        ],
        *(
            "38 north",
            "associated press",
            "daily nk",
            "kcna watch",
            "kyodo news",
            "minju joson",
            "nk news",
            "nk pro",
        ),
        *("ria novosti", "rodong sinmun"),
    ]
)
"""Names of agencies, broadcasters and papers whose names do not say that they are one, folded."""

COUNTRIES = frozenset(
    [
        "afghanistan",
        "australia",
        "austria",
        "belarus",
        "brazil",
        "britain",
        "cambodia",
        "canada",
        "china",
        "cuba",
        "egypt",
        "france",
        "germany",
        "india",
        "indonesia",
        "iran",
        "iraq",
        "israel",
        "italy",
        "japan",
        "laos",
        "malaysia",
        "mexico",
        "mongolia",
        "myanmar",
        "nigeria",
        "north korea",
        "pakistan",
        "poland",
        "russia",
        "singapore",
        "south korea",
        "spain",
        "sweden",
        "switzerland",
        "syria",
        "taiwan",
        "thailand",
        "turkey",
        "ukraine",
        "united kingdom",
        "united states",
        "vietnam",
        "북한",
        "남한",
        "한국",
        "중국",
        "러시아",
        "미국",
        "일본",
        "베트남",
        "몽골",
        "쿠바",
        "이란",
    ]
)
"""Names of countries, folded."""

CAPITALS = frozenset(
    [
        "pyongyang",
        "seoul",
        "moscow",
        "beijing",
        "tokyo",
        "washington",
        "kyiv",
        "hanoi",
        "london",
        "paris",
        "berlin",
    ]
)
"""Cities that stand for the governments in them, folded."""

TITLES = (
    r"(?:Vice|Deputy|Acting|First|Prime|Foreign|Defense|Defence|Unification|Major|Lieutenant|Supreme)?\s?"
    r"(?:Lawmaker|Rep\.|Representative|Sen\.|Senator|President|Premier|Prime Minister|Minister|Secretary|Ambassador"
    r"|Professor|Prof\.|Dr\.|Mr\.|Ms\.|Mrs\.|General|Gen\.|Marshal|Chairman|Chairwoman|Director|Spokesman|Spokeswoman"
    r"|Spokesperson|Envoy|Governor|Mayor|Commander|Leader|Analyst|Economist|Colonel|Col\.|Lt\. Col\.|Captain|Capt\."
    r"|(?:Maj|Lt|Brig)\. Gen\.|Maj\.|Lt\.|Admiral|Adm\.|Brigadier|Gov\.|Amb\.)"
)
"""What stands before the name of a person and is no part of it."""

KOREAN_PEOPLE = (
    "당국자", "소식통", "관계자", "대변인", "의원", "장관", "차관", "대사", "교수", "연구원", "전문가",
    "외교관", "위원장", "대통령", "부총리", "총리", "부국장", "국장", "실장", "무역상", "상인", "주민",
    "탈북민", "특사", "부장", "부부장", "대표", "주석", "총비서", "비서", "사령관", "외무상", "부상",
    "단장", "회장", "사장", "총재", "의장", "총영사", "영사", "참사", "노동자", "기술자", "농민", "선장",
)  # fmt: skip
KOREAN_BODIES = (
    "통신", "신문", "방송", "일보", "뉴스", "매체", "언론", "위원회", "정부", "국정원", "당국", "군",
    "합참", "부", "청", "성", "원", "처", "협회", "연구소", "대사관", "총영사관", "영사관", "대표부",
    "대표단", "조직위", "사무국", "은행", "회사", "공사", "철도국", "연맹", "학회",
)  # fmt: skip
KOREAN_TITLES = (
    "의원", "장관", "차관", "대사", "교수", "연구원", "위원장", "대통령", "부총리", "총리", "대변인",
    "국장", "부국장", "실장", "부장", "부부장", "대표", "주석", "총비서", "비서", "사령관", "외무상",
    "부상", "단장", "회장", "사장", "총재", "의장", "총영사", "영사", "참사", "특사", "선장",
)  # fmt: skip
"""What stands after the name of a person and is no part of it."""
