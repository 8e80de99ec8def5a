"""The forms of date words in English. What they mean is read by the rules for typed dates, never here."""

from model.cues.english_words import (
    ANY_MONTH,
    ANY_WEEKDAY,
    AWAY,
    COMMA,
    COUNT,
    DAY,
    DAY_OF_MONTH,
    MONTH_NAME,
    MONTH_OF_DAY,
    NOT_LONGER,
    NTH,
    ONE_UNIT,
    ORDINAL,
    PART,
    SEASON,
    THE,
    UNITS,
    WEEKDAY_ALONE,
    YEAR,
    S,
    some,
)
from model.dates.typed.words import MONTH, WEEKDAY

_TO = rf"(?:{S}?[-–—~]{S}?|{S}(?:to|through|until|till){S})"
_ALSO_DAY = rf"{_TO}(?:the{S})?{DAY}(?!{S}?{ANY_MONTH})"
_AND_DAY = rf"{S}and{S}{DAY}(?=[,.;)]|{S}(?:in|at|for|to|with|as|when){S}|\Z)"
_DAY_FIRST = rf"(?:{THE}{DAY}(?:{S}?[-–—]{S}?|{S}(?:to|and){S}))?{MONTH_OF_DAY}"
_NAMED_DAY = rf"(?:{ANY_WEEKDAY}{COMMA})?"
_MONTH_AWAY = rf"(?:(?:{AWAY}|the){S}month)"
_D, _M = r"(?:3[01]|[12][0-9]|0?[1-9])", r"(?:1[0-2]|0?[1-9])"
_COUNTED_OBJECTS = some(
    r"people|persons|troops|soldiers|men|women|workers|families|households|students|delegates|members|others|more|or",
    r"tons|tonnes|km|kilomet(?:er|re)s?|met(?:er|re)s?|miles|feet|square|hectares|kg|kilograms|megawatts|mw|times|rounds",
    r"dollars|won|yuan|rubles|euros|yen|shells|missiles|cases|copies|pages|seats|homes",
)
"""What a number counts that might be a year: `2000 troops`."""

ENGLISH: tuple[tuple[str, str], ...] = (
    # A day and its month.
    ("day_year", rf"{_NAMED_DAY}{DAY_OF_MONTH}(?:{_ALSO_DAY})?,?{S}?{YEAR}"),
    ("day_year_2", rf"{_NAMED_DAY}{_DAY_FIRST},?{S}{YEAR}"),
    (
        "digits",
        (
            rf"(?:[12][0-9]{{3}}(?P<s1>[-/]){_M}(?P=s1){_D}|{_D}(?P<s2>[-/.]){_D}(?P=s2)[12][0-9]{{3}}"
            rf"|{_D}(?P<s3>[-/]){_D}(?P=s3)[0-9]{{2}}|[12][0-9]{{3}}\.[ ]?{_M}\.[ ]?{_D}(?:\.(?![0-9]))?"
            rf"|[12][0-9]{{3}}[-/]{_M}|{_D}(?P<s4>[-/])(?i:{MONTH})(?P=s4)[0-9]{{2,4}})(?![0-9/-]|\.[0-9])"
        ),
    ),
    ("day", rf"{_NAMED_DAY}{DAY_OF_MONTH}(?:{_ALSO_DAY}|{_AND_DAY})?(?:{S}?\({ANY_WEEKDAY}\))?"),
    ("day_2", rf"{_NAMED_DAY}{_DAY_FIRST}"),
    (
        "weekday_of_month",
        rf"{THE}(?:{NTH}|(?i:last)){S}{ANY_WEEKDAY}{S}(?:of|in){S}(?:{_MONTH_AWAY}|{ANY_MONTH}(?:,?{S}(?:of{S})?{YEAR})?)",
    ),
    ("week_of", rf"(?i:the{S})?(?i:week){S}(?i:of){S}(?:{DAY_OF_MONTH}|{MONTH_OF_DAY})"),
    # Parts of a stretch.
    (
        "part",
        (
            rf"{PART}(?:{S}|-)(?:{ANY_MONTH}(?:(?:,|{S}of)?{S}{YEAR})?|(?:of{S})?{YEAR}|[12]?[0-9]?[0-9]0['’]?s"
            rf"|{THE}(?:{AWAY}{S})?{ONE_UNIT}(?:{S}of{S}{YEAR})?|{THE}{NTH}[ -](?i:century)){NOT_LONGER}"
        ),
    ),
    (
        "part_2",
        rf"(?i:earlier|later){S}(?:(?:(?:in|on){S}the|{AWAY}){S}{ONE_UNIT}|(?:in|on){S}{MONTH_NAME}(?:{S}{YEAR})?)",
    ),
    ("part_3", some(rf"(?:the{S})?(?:year|month)[-’' ]?s?[- ]end", "(?:the )?(?:EOY|BOY)")),
    # Months, years and what is longer.
    ("month_year", rf"{ANY_MONTH}(?:,|{S}of)?{S}?{YEAR}"),
    ("month_away", rf"{AWAY}{S}(?:{MONTH_NAME}|March|May|August){NOT_LONGER}"),
    ("era", r"(?:\bAD [0-9]{1,4}|[0-9]{1,5} ?(?:BCE?|AD|(?i:A\.D\.|B\.C\.)))(?![A-Za-z])"),
    ("century", rf"{THE}{NTH}[ -](?i:century)(?:{S}(?:BCE?|B\.C\.))?(?![A-Za-z])"),
    ("decade", r"(?:(?i:the )?[12][0-9]{2}0['’]?s|(?i:the )['’]?[2-9]0s)(?![A-Za-z0-9])"),
    (
        "quarter",
        (
            rf"{THE}{NTH}{S}(?i:quarter|qtr)(?![A-Za-z])(?:{S}(?:of{S})?(?:{YEAR}|(?i:(?:this|last|next|the){S}year)))?"
            rf"|Q[1-4](?:{S}(?:of{S})?{YEAR})?(?![A-Za-z0-9])"
        ),
    ),
    ("season", rf"{THE}{SEASON}(?:{S}of)?{S}{YEAR}"),
    # Counted from the day of saying.
    (
        "weekday_of_week",
        (
            rf"{ANY_WEEKDAY}{S}(?:of{S}|from{S})?(?:the{S})?(?i:last|this|next|previous|following){S}(?i:week)(?![A-Za-z])"
            rf"|(?i:last|this|next){S}(?i:week)['’]s{S}{ANY_WEEKDAY}"
        ),
    ),
    ("weekday_away", rf"(?:around{S})?{AWAY}{S}{ANY_WEEKDAY}|{ANY_WEEKDAY}{S}(?i:after{S}next)(?![A-Za-z])"),
    ("day_of_away", rf"{THE}{DAY}{S}of{S}{_MONTH_AWAY}"),
    (
        "unit",
        (
            rf"(?:{THE}|around{S}){AWAY}{S}{ONE_UNIT}|(?i:over|at|on){S}the{S}(?i:week-?end)(?![A-Za-z])"
            rf"|(?i:all){S}(?i:week|month|year)(?![A-Za-z-])"
        ),
    ),
    (
        "deictic",
        (
            rf"{THE}(?i:day{S}(?:before{S}yesterday|after{S}tomorrow))(?![A-Za-z])"
            rf"|(?i:yesterday|tomorrow|tonight|last{S}night|this{S}(?:morning|afternoon|evening)|today)(?![A-Za-z])"
        ),
    ),
    (
        "counted",
        (
            rf"(?:{COUNT}{S})?{UNITS}{S}(?i:ago|hence|back|from{S}(?:now|today))(?![A-Za-z])"
            rf"|{COUNT}{S}(?i:{WEEKDAY})s{S}(?i:ago|back|from{S}now)(?![A-Za-z])"
        ),
    ),
    (
        "told_before",
        (
            rf"{THE}(?i:same|following|next|previous|preceding){S}(?i:day)(?![A-Za-z-])"
            rf"|(?i:that{S}(?:same{S})?day|the{S}day{S}(?:before|after)|a{S}day{S}(?:earlier|later))(?![A-Za-z])"
        ),
    ),
    (
        "apart",
        rf"(?:{COUNT}{S})?{UNITS}{S}(?i:earlier|later|prior)(?![A-Za-z])|{COUNT}{S}{UNITS}{S}(?i:before|after|following)(?={S}\w|[.,;:)])",
    ),
    (
        "stretch",
        (
            rf"(?:(?i:this|the){S})?(?i:past|last|previous|next|coming|upcoming|following|recent){S}(?:{COUNT}{S})?{UNITS}"
            rf"|{COUNT}{S}(?i:upcoming|coming|past|last|previous){S}{UNITS}"
        ),
    ),
    ("in_count", rf"(?i:in|within){S}(?:(?:about|around){S})?{COUNT}{S}{UNITS}(?![-])"),
    (
        "vague",
        (
            rf"(?i:(?:a|some){S}later{S}(?:date|time)|an?{S}(?:unspecified|undisclosed|early|earlier|unknown){S}date"
            rf"|(?:the{S})?near{S}future|the{S}foreseeable{S}future|recently)(?![A-Za-z])"
        ),
    ),
    # Counted in a row of years, months or days.
    (
        "anniversary",
        rf"{NTH}[ -](?i:anniversary|birthday)(?![A-Za-z])(?:{S}of[^.;:!?\n]{{0,60}}?(?<![0-9]){YEAR})?",
    ),
    (
        "nth",
        (
            rf"(?i:its|their|his|her|the|a){S}{NTH}{S}(?:(?i:straight|consecutive|full|successive){S})?"
            r"(?i:year|month|week|day)(?![A-Za-z-])"
        ),
    ),
    (
        "day_alone",
        rf"(?i:on{S}the|the){S}(?:{DAY}(?<=[dht])|(?<=[Oo]n the ){ORDINAL})(?=[.,;:)]|\Z|{S}(?i:and|at|in|for|to){S})",
    ),
    ("weekday", rf"{WEEKDAY_ALONE}(?![A-Za-z])"),
    # A month or a year by itself, where it can be nothing else.
    ("month", rf"(?:{MONTH_NAME}|{ANY_MONTH}){NOT_LONGER}"),
    ("years", r"[12][0-9]{3}[-–—](?:[12][0-9]{3}|[0-9]{2})(?![0-9-]|[.,][0-9])"),
    (
        "year",
        rf"(?:1[5-9]|20)[0-9]{{2}}(?![0-9A-Za-z년]|[.,][0-9]|[-/–][0-9]|\s?[%°€$₩]|{S}{_COUNTED_OBJECTS})",
    ),
)
"""The name of each form and its pattern, in the order in which they are tried at a place."""
