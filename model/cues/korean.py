"""The forms of date words in Korean. What they mean is read by the rules for typed dates, never here.

A numeral before 일 may be a day or a count of days: what follows tells (`8일간`, `8일 만에`). A word without numerals
must stand by itself or before a particle: 오늘 is today, 오늘날 nowadays.
"""

import re

_S = r"(?:[^\S\r\n]{0,2}|\r?\n)"
_ALONE = r"(?<![가-힣0-9A-Za-z])"
_PARTICLE = (
    r"(?=(?:은|는|이|가|을|를|에|에는|에도|엔|에만|의|도|과|와|로|으로|까지|까지는|부터|부터는|쯤|쯤에|께|경|마다|만|이나|나|보다"
    r"|들어|들어서|라고|이라고|이며|이다|이었다|였다|밤|새벽|아침|오전|오후|저녁|낮|중|중에|내|안에|이후|이전|현재)?(?![가-힣]))"
)

_NEAR = r"(?:지난|오는|다가오는|이번)"
_YEAR_AWAY = r"(?:올해|금년|지난해|작년|내년|재작년|내후년|이듬해|그해|같은 ?해)"
_MONTH_AWAY = r"(?:이달|이번 ?달|지난 ?달|다음 ?달|내달|같은 ?달|그달|전달)"
_PART = r"(?:초순|상순|중순|하순|초반|중반|후반|초|말)"
_LONG_PART = rf"(?:{_PART}|상반기|하반기|[1-4]{_S}분기)"
_YEAR = rf"(?:주체{_S}[0-9]{{2,3}}{_S}\({_S}[12][0-9]{{3}}{_S}\){_S}년|[12][0-9]{{3}}{_S}년)"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])"
_WEEKDAY = rf"(?:{_S}\([월화수목금토일](?:요일)?\)|{_S}[월화수목금토일]요일)"
_NO_COUNT = (
    r"(?!\s?(?:간|째|치|차|동안|만에|연속|분의|여|가량 ?동안|[전뒤후](?![가-힣])|[전뒤후](?:에"
    r"|부터|까지))|[가-힣]?[0-9]|본|반|정)"
)
_TILL = rf"{_S}(?:[~∼〜–-]|부터|에서){_S}"
_A_DAY = rf"(?:{_YEAR}{_S}|{_YEAR_AWAY}{_S})?{_MONTH}{_S}월{_S}{_DAY}{_S}일"
_NUMBER = r"(?:[0-9]{1,4}|한|두|세|석|서너|네|넉|다섯|여섯|일곱|여덟|아홉|열|몇|수|수십|수백)"
_UNIT = r"(?:일|주|주일|개월|달|년|해|세기)"
_WORD_COUNT = r"(?:하루|이틀|사흘|나흘|닷새|엿새|이레|여드레|아흐레|열흘|보름|며칠|일주일|반년)"
_SPAN_OF_TIME = rf"(?:{_NUMBER}{_S}{_UNIT}|{_WORD_COUNT})"

KOREAN: tuple[tuple[str, str], ...] = (
    ("ko_era", r"기원전\s?[0-9]{1,5}\s?(?:년|세기)"),
    ("ko_decade", rf"[12][0-9]{{2}}0년대(?:{_S}(?:{_PART}|중후반|초중반))?"),
    ("ko_century", r"(?<![0-9])[1-9][0-9]?\s?세기(?:\s?(?:초반|중반|후반|초|말))?"),
    (
        "ko_day",
        (
            rf"(?<![0-9])(?:{_NEAR}{_S})?{_A_DAY}{_WEEKDAY}?"
            rf"(?:{_TILL}(?:(?:{_YEAR}{_S})?{_MONTH}{_S}월{_S})?{_DAY}{_S}일{_WEEKDAY}?(?:까지)?)?(?!간의)"
        ),
    ),
    (
        "ko_days",
        rf"(?<![0-9])(?:{_NEAR}{_S})?(?:{_MONTH}{_S}월{_S}|{_MONTH_AWAY}{_S})?{_DAY}(?:일)?{_TILL}{_DAY}{_S}일(?:까지)?{_NO_COUNT}",
    ),
    (
        "ko_day_alone",
        rf"(?<![0-9.,박])(?<!박 )(?:{_NEAR}{_S}|{_ALONE}{_MONTH_AWAY}{_S}|{_ALONE}){_DAY}일{_WEEKDAY}?{_NO_COUNT}",
    ),
    ("ko_months", rf"(?<![0-9])(?:{_YEAR}{_S}|{_YEAR_AWAY}{_S})?{_MONTH}{_TILL}{_MONTH}{_S}월(?:까지)?"),
    (
        "ko_month",
        rf"(?<![0-9])(?:{_NEAR}{_S})?(?:{_YEAR}{_S}|{_ALONE}{_YEAR_AWAY}{_S})?{_MONTH}{_S}월(?:{_S}{_PART})?(?![호간0-9])",
    ),
    (
        "ko_quarter",
        rf"(?<![0-9])(?:{_YEAR}{_S}|{_ALONE}{_YEAR_AWAY}{_S}|{_ALONE})(?:상반기|하반기|[1-4]{_S}분기)",
    ),
    ("ko_years", r"(?<![0-9])[12][0-9]{3}년?\s?[~∼〜–]\s?[12][0-9]{3}년(?![0-9간])"),
    (
        "ko_season",
        rf"(?:(?:{_YEAR}|{_ALONE}{_YEAR_AWAY}|{_ALONE}지난|{_ALONE}올|{_ALONE}이번|{_ALONE}다음){_S}(?:봄|여름|가을|겨울))(?=에|철|의|까지|부터|이후|이|은|\s|[.,)]|\Z)",
    ),
    ("ko_year", rf"(?<![0-9])(?:{_YEAR}|[’'][0-9]{{2}}년)(?:{_S}{_PART}(?![가-힣]))?(?![0-9간째생])"),
    ("ko_year_away", rf"{_ALONE}{_YEAR_AWAY}(?:{_S}{_PART})?{_PARTICLE}"),
    ("ko_month_away", rf"{_ALONE}{_MONTH_AWAY}(?:{_S}{_PART})?{_PARTICLE}"),
    (
        "ko_weekday",
        rf"{_ALONE}(?:(?:이번 ?주|지난 ?주|다음 ?주|금주|내주|오는|지난|이번){_S})?[월화수목금토일]요일",
    ),
    (
        "ko_unit",
        rf"{_ALONE}(?:(?:이번|지난|다음) ?주말|이번 ?주|지난 ?주|다음 ?주|금주|내주|주말|주초|연말|연초"
        rf"|연내|월말|월초|세밑)(?:{_S}(?:초|말))?{_PARTICLE}",
    ),
    ("ko_told_before", rf"{_ALONE}(?:이날|같은 ?날|당일|전날|그날|다음 ?날|이튿날|하루 ?전날){_PARTICLE}"),
    ("ko_deictic", rf"{_ALONE}(?:오늘|어제|내일|모레|그제|그저께|엊그제|전일){_PARTICLE}"),
    ("ko_counted", rf"(?<![0-9.]){_ALONE}(?:약 )?{_SPAN_OF_TIME}{_S}(?:전|뒤|후){_PARTICLE}"),
    (
        "ko_stretch",
        (
            rf"{_ALONE}(?:지난|최근|향후|앞으로|다음){_S}(?:약 )?{_SPAN_OF_TIME}(?:{_S}(?:간|여간|동안"
            rf"|사이|안에|이내|내))?"
            rf"|{_ALONE}{_SPAN_OF_TIME}{_S}(?:안에|이내|내에|내로)(?![가-힣])"
        ),
    ),
    ("ko_vague", rf"{_ALONE}(?:최근|조만간|머지않아|가까운 (?:시일|장래)|이른 시일){_PARTICLE}"),
    ("ko_anniversary", r"(?<![0-9])[0-9]{1,3}\s?(?:주년|돌)(?![가-힣]{2}만)"),
    ("ko_nth", r"(?<![0-9])[0-9]{1,3}년\s?째"),
)
"""The name of each form and its pattern, in the order in which they are tried at a place."""

HANGUL = re.compile("[가-힣]")
