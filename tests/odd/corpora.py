"""Corpora with nothing of something, or with one of it, or with more of it than there is room for.

Each is a folder of a few lines of TOML, made by the shortest way, that opens. Who adds a field or a view
tries it on all of them: `tests/odd/test_storm.py` walks each through every view, card and prompt.
"""

import hashlib
from collections.abc import Callable
from pathlib import Path

from model.corpus.asked import Criteria
from model.corpus.corpus import Corpus
from model.corpus.criteria import criteria_digest
from model.corpus.load import load_corpus

WHO = '[[entity]]\nid = "who"\ntype = "organization"\nname = "Who"\n'
OTHER = '[[entity]]\nid = "other"\ntype = "person"\nname = "Other"\n'


class Folder:
    """A corpus folder to be written: what stands in its files, and the texts of its sources."""

    def __init__(
        self, entities: str = WHO, events: str = "", conflicts: str = "", title: str = "Trial"
    ) -> None:
        self.files = {
            "corpus.toml": f'format = 1\ntitle = "{title}"\ndescription = ""\ncurators = []\nlanguage = "en"\n',
            "entities.toml": entities,
            "events.toml": events,
            "conflicts.toml": conflicts,
        }

    def source(
        self, text: str, records: str = "", name: str = "s", title: str = "Doc", published: str = "2025-05-10"
    ) -> "Folder":
        """A source with its text and its records; `published` is a day, or empty where none is known."""
        date = _date(published) if published else '{ basis = "none" }'
        digest = hashlib.sha256(text.encode()).hexdigest()
        self.files[f"sources/{name}.txt"] = text
        self.files[f"sources/{name}.toml"] = (
            f'[source]\ntitle = "{title}"\npublisher = "who"\nlanguage = "en"\npublished = {date}\n'
            f'sha256 = "{digest}"\n\n{records}'
        )
        return self

    def more_events(self, events: str) -> "Folder":
        """The same with more events."""
        self.files["events.toml"] += events
        return self

    def spoiled(self, old: str, new: str) -> "Folder":
        """The same with something wrong in its source."""
        assert old in self.files["sources/s.toml"]
        self.files["sources/s.toml"] = self.files["sources/s.toml"].replace(old, new)
        return self

    def load(self, folder: Path) -> Corpus:
        """Write it, and load it."""
        (folder / "sources").mkdir(parents=True)
        for name, content in self.files.items():
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_bytes(content.encode())
        return load_corpus(folder)


def event(name: str, title: str, more: str = "") -> str:
    """An event's record."""
    return f'[[event]]\nid = "{name}"\ntype = "visit"\ntitle = "{title}"\n{more}\n'


def claim(name: str, quote: str, more: str = "", status: str = "occurred", certain: str = "CT+") -> str:
    """A claim's record; `more` are further fields, each on a line of its own."""
    return f'[[claim]]\nid = "{name}"\nquote = "{quote}"\nstatus = "{status}"\nfactuality = "{certain}"\n{more}\n'


def on(day: str) -> str:
    """The field of a date."""
    return f"date = {_date(day)}\n"


def _date(day: str) -> str:
    return f'{{ edtf = "{day}", basis = "external", reasoning = "r" }}'


def _one(text: str, title: str, more: str = "", entities: str = WHO, published: str = "2025-05-10") -> Folder:
    """One source whose whole text is one claim of one event."""
    records = claim("c", text, f'event = "e"\n{more}')
    return Folder(entities, event("e", title), title=title).source(text, records, published=published)


LONG = "of-a-name-without-end" * 40
PERSON_LONG = (
    f'[[entity]]\nid = "who"\ntype = "person"\nname = "{LONG}"\nshort = "{LONG}"\naliases = ["{LONG}"]\n'
)
KOREAN = "조선민주주의인민공화국 최룡해 대표단이 모스크바를 방문하였다"
PERSON_KOREAN = '[[entity]]\nid = "who"\ntype = "person"\nname = "최룡해 최고인민회의 상임위원회 위원장"\n'
ROLE = 'roles = { actor = "who" }\n'

_TWO = claim("yes", "so it was", f'event = "e"\n{ROLE}{on("2025-05-01")}') + claim(
    "no", "it was not", 'event = "e"\n', "denied", "CT-"
)
_ONE_CONFLICT = (
    '[[conflict]]\nid = "k"\nkind = "contradiction"\ntopic = "It"\nreason = "r"\nclaims = ["yes", "no"]\n'
)


def _one_of_everything() -> Folder:
    said = (
        '[[statement]]\nid = "st"\nquote = "said so"\npublic = true\n'
        f'on = {_date("2025-05-02")}\nchain = [{{ who = "other", record = "on-record", how = "said" }}]\n'
    )
    left = '[[left_out]]\nquote = "weather"\nreason = "of no use"\n[[furniture]]\nquote = "menu"\nkind = "menu"\n'
    records = said + _TWO.replace('id = "yes"', 'id = "yes"\nstatement = "st"\nhedge = "so"') + left
    strand = '[[event]]\nid = "strand"\ntype = "strand"\ntitle = "All"\n'
    events = event("e", "It", 'part_of = "strand"') + strand
    return Folder(WHO + OTHER, events, _ONE_CONFLICT).source(
        "menu so it was, it was not, said so weather", records
    )


def _claims_without_dates() -> Folder:
    records = claim("c0", "one", 'event = "e0"\n') + claim("c1", "two", 'event = "e1"\n')
    return Folder(events=event("e0", "One") + event("e1", "Two")).source("one two", records, published="")


def _all_at_one_day() -> Folder:
    names = [f"thing{number:03}" for number in range(60)]
    records = "".join(claim(name, name, f'event = "{name}"\n{ROLE}{on("2025-05-09")}') for name in names)
    events = "".join(event(name, f"The {name}") for name in names)
    return Folder(events=events).source(" ".join(names), records)


def _all_due() -> Folder:
    names = [f"plan{number}" for number in range(5)]
    records = "".join(
        claim(name, name, f'event = "{name}"\n{on("2025-05-20")}', "scheduled") for name in names
    )
    return Folder(events="".join(event(name, name) for name in names)).source(" ".join(names), records)


def _ages_apart() -> Folder:
    days = ("-0043-03-15", "1066", "2025-05-09", "9999-12-31", "2020/..")
    names = [f"age{number}" for number in range(len(days))]
    records = "".join(
        claim(
            name,
            name,
            f'event = "{name}"\n{ROLE}{on(day)}',
            "scheduled" if day.startswith("9") else "occurred",
        )
        for name, day in zip(names, days, strict=True)
    )
    return Folder(events="".join(event(name, name) for name in names)).source(" ".join(names), records)


def _unfinished() -> Folder:
    """Errors, warnings and drafts of every kind, and a text of which nobody has said anything."""
    it = _one_of_everything()
    it.files["sources/s.toml"] += (
        claim("broken", "never said", 'event = "e"\n')
        + claim("later", "weather", f'event = "new"\n{on("2025-06-01")}draft = true\n', "scheduled")
        + claim("undo", "it was not", 'event = "e"\nsupersedes = ["yes"]\ndraft = true\n', "denied", "CT-")
        + '[[claim]]\nid = "begun"\ndraft = true\nevent = "e"\n[[statement]]\nid = "heard"\ndraft = true\n'
    )
    it.files["events.toml"] += event("alone", "Not yet curated") + '[[event]]\nid = "new"\ndraft = true\n'
    it.files["conflicts.toml"] += '[[conflict]]\nid = "q"\ndraft = true\nclaims = ["yes"]\n'
    it.files["sources/bare.txt"] = "A zeppelin, and nobody has read of it yet."
    it.files["sources/notes.toml~"] = ""
    return it


def _all_of_format_2() -> Folder:
    """Every field of format 2, in Korean, and long wherever a text may be."""
    endless = "끝없이 이어지는 이야기 " * 60
    gloss = f'gloss = "{"a translation without an end " * 40}", gloss_by = "{"curators " * 20}"'
    noted = f'note = "{endless}"\ntodo = "{endless}"\ntags = ["{"long" * 20}", "long-word"]\n'
    words = f"{endless}약 1만~1만2천 명이 모스크바로 간다"
    text = (
        f"서울, 5월 9일. {words}. 그것은 사실이다. 논평을 거부하였다. 만일 갔다면 {endless}합법이다. (출처: 통신)"
        " 목록 날씨"
    )
    amount = (
        'what = "troops", min = 10000, max = 12000, about = true, unit = "사람", words = "약 1만~1만2천 명"'
    )
    date = (
        '{ edtf = "2025-05-09~/2025-06", words = "5월 9일", quote = "서울, 5월 9일", basis = "external",'
        ' reasoning = "r" }'
    )
    said = (
        f'[[statement]]\nid = "st"\nquote = {{ exact = "그것은 사실이다", {gloss} }}\nquotes = ["만일 갔다면"]\n'
        'chain = [{ who = "other", record = "official" },'
        ' { who = "who", quote = "(출처: 통신)", record = "document" }]\npublic = true\n'
    )
    figure = (
        f'[[claim]]\nid = "yes"\nevent = "e"\nstatement = "st"\nquote = {{ exact = "{words}", {gloss} }}\n'
        f'quotes = ["그것은 사실이다"]\namounts = [{{ {amount} }}]\ndate = {date}\n'
        'status = "scheduled"\nfactuality = "CT+"\n'
    )
    condition = f"만일 갔다면 {endless.strip()}"
    records = "".join(
        (
            said + noted,
            figure + noted,
            claim(
                "no", f"{condition} 합법이다", f'event = "e"\ncondition = "{condition}"\n', "denied", "CT-"
            ),
            claim("mum", "논평을 거부하였다", 'event = "e"\n', "no-comment", "Uu"),
            f'[[furniture]]\nquote = "목록"\nkind = "menu"\n{noted}',
            f'[[left_out]]\nquote = "날씨"\nreason = "{endless}"\n{noted}',
        )
    )
    entities = WHO + noted + OTHER
    conflict = _ONE_CONFLICT + f'point = "how-many"\n{noted}'
    folder = Folder(entities, event("e", endless, noted), conflict, title=endless)
    folder.source(text, records, title=endless).source("다시 찍었다", name="t", published="2025-05-11")
    folder.files["corpus.toml"] = folder.files["corpus.toml"].replace("format = 1", "format = 2")
    folder.files["originals/긴 이름.html"] = endless
    kept = hashlib.sha256(endless.encode()).hexdigest()
    obtained = (
        f'medium = "web-page"\narchived = "https://archive.example/{"a" * 200}"\n'
        f'original = {{ file = "originals/긴 이름.html", sha256 = "{kept}" }}\n{noted}'
    )
    folder.spoiled("\n\n[[statement]]", f"\n{obtained}\n[[statement]]")
    folder.files["sources/t.toml"] += 'version_of = "s"\nchange = "correction"\n'
    return folder


def question(name: str, text: str, closes: str, more: str = "", words: str = "x") -> str:
    """A question of 1 May 2025, with the hash of its criteria."""
    digest = criteria_digest(Criteria(yes=words, no=words, ambiguous=words, annulled=words))
    return (
        f'[[question]]\nid = "{name}"\ntext = "{text}"\nasked = "2025-05-01"\ncloses = "{closes}"\n'
        f'criteria_sha256 = "{digest}"\n{more}\n[question.criteria]\n'
        f'yes = "{words}"\nno = "{words}"\nambiguous = "{words}"\nannulled = "{words}"\n'
    )


def search(name: str, day: str, more: str, words: str = "x") -> str:
    """A search that found nothing."""
    return f'[[search]]\nid = "{name}"\nday = "{day}"\nwords = ["{words}"]\n{more}\n'


def _in_format_3(folder: Folder, questions: str, searches: str = "") -> Folder:
    info = folder.files["corpus.toml"]
    folder.files["corpus.toml"] = info.replace("format = 1", "format = 3").replace("format = 2", "format = 3")
    if questions:
        folder.files["questions.toml"] = questions
    if searches:
        folder.files["searches.toml"] = searches
    return folder


def _all_of_format_3() -> Folder:
    """Questions of every state and outcome, searches of every kind, drafts of both, long and in Korean."""
    endless = "끝없이 이어지는 이야기 " * 60
    noted = f'note = "{endless}"\ntodo = "{endless}"\ntags = ["{"long" * 20}"]\n'
    hangs = 'events = ["e"]\n'
    answered = f'resolution = {{ claim = "yes", outcome = "%s", reason = "{endless}" }}\n'
    questions = (
        question("open", endless, "9999-12-31", hangs + noted, endless)
        + question("due", "한국 대사가 올 것인가?", "2025-05-02", hangs)
        + question("none", "Of no event", "2025-05-20")
        + "".join(
            question(outcome, f"It is {outcome}", "2025-05-09", hangs + answered % outcome)
            for outcome in ("yes", "no", "ambiguous", "annulled")
        )
        + '[[question]]\nid = "begun"\ndraft = true\n[question.criteria]\nyes = "x"\n'
    )
    searches = (
        search("early", "2025-05-02", 'where = ["who"]\nevents = ["e"]\n')
        + search(
            "late", "2025-08-01", f'where = ["other"]\nelsewhere = ["{endless}"]\n{hangs}{noted}', endless
        )
        + search("both", "2025-08-02", f'elsewhere = ["벽보"]\n{hangs}questions = ["due", "open"]\n')
        + '[[search]]\nid = "plan"\ndraft = true\nevents = ["e"]\nquestions = ["begun"]\n'
    )
    folder = _in_format_3(_all_of_format_2(), questions, searches)
    entries = (
        '{ entity = "other", label = "서울", quote = "서울, 5월 9일" }, { entity = "who", label = "통신" }'
    )
    folder.files["sources/s.toml"] += (
        f'[[list]]\nid = "names"\nkind = "attendance"\nevent = "e"\nclosed = true\n{noted}'
        f'quote = "(출처: 통신) 목록"\nentries = [{entries}]\n[[list]]\nid = "begun"\ndraft = true\n'
    )
    folder.files["sources/t.toml"] += printed_list(
        "fewer", "다시 찍었다", {"who": "다시 찍었다"}, "closed = true\n"
    )
    return folder


def printed_list(name: str, quote: str, labels: dict[str, str], more: str = "") -> str:
    """A list of attendance as a document prints it."""
    entries = ", ".join(f'{{ entity = "{who}", label = "{label}" }}' for who, label in labels.items())
    return f'[[list]]\nid = "{name}"\nkind = "attendance"\n{more}quote = "{quote}"\nentries = [{entries}]\n'


def _long_lists() -> Folder:
    """Forty people on a list, then half of them the other way round with other labels, then all but one."""
    people = [f"p{number}" for number in range(40)]
    longest = "of a long name " * 9
    entities = "".join(
        f'[[entity]]\nid = "{it}"\ntype = "person"\nshort = "{it}"\nname = "김 {it} {longest if it == "p3" else ""}"\n'
        for it in people
    )
    folder = Folder(WHO + entities, event("e", "Parade"))
    for name, day, names, more in (
        ("s", "2025-05-01", people, 'event = "e"\nclosed = true\n'),
        ("t", "2025-05-05", people[::-2], "closed = true\n"),
        ("u", "2025-05-09", people[1:], ""),
    ):
        labels = {it: f"부장 {name}{it}." for it in names}
        quote = " ".join(labels.values())
        said = claim("c", "zeppelin", f'event = "e"\n{on("2025-04-15")}') if name == "s" else ""
        folder.source(
            f"{quote} zeppelin", said + printed_list(name, quote, labels, more), name, published=day
        )
    return _in_format_3(folder, "")


_BRIEFING = "The envoys of both countries signed a long paper on bridges in the capital last week"
_NIGHT = "밤사이 대표단은 두 나라의 오랜 우의를 다짐하는 문서에 서명하고 돌아갔다"


def _candidates_of_every_kind() -> Folder:
    """Copied sayings, events that may be one, all that may be at odds; one is dismissed, one guarded against."""
    roles = 'roles = { host = "who", guest = "other" }\n'
    signs = [f"{_said(name)}{claim(f'paper-{name}', _BRIEFING, _of('paper', roles, name))}" for name in "st"]
    night = [claim(f"night-{name}", _NIGHT, _of("night", "")) for name in "st"]
    amount = 'amounts = [{{ what = "troops", value = {0}, words = "{0}" }}]\n'
    odds = (
        claim("so", "100 men came", _of("march", roles + amount.format(100)))
        + claim("not-so", "no men came", _of("march", roles), "denied", "CT-")
        + claim("more", "300 men came", _of("march", amount.format(300), day="2025-04-02"))
        + claim("twin", "men marched in", _of("marching", roles))
        + claim("apart", "men were marching out", _of("marched", roles))
        + claim("chief", "the Chief", 'entity = "other"\noffice = "post"\nlabel = "Chief"\n')
        + claim("head", "the Head", 'entity = "other"\noffice = "post"\nlabel = "Head"\n')
    )
    text = f"{_BRIEFING}. {_NIGHT}."
    more = (
        "100 men came, no men came, 300 men came, men marched in, men were marching out, the Chief, the Head"
    )
    titles = {
        "paper": "Paper",
        "night": "밤",
        "march": "March",
        "marching": "A march",
        "marched": "March out",
    }
    events = "".join(event(name, title) for name, title in titles.items())
    apart = (
        '[[conflict]]\nid = "k"\nkind = "not-the-same"\ntopic = "Two marches"\nreason = "r"\n'
        'claims = ["so", "apart"]\n'
    )
    office = '[[entity]]\nid = "post"\ntype = "office"\nname = "Post"\n'
    folder = Folder(WHO + OTHER + office, events, apart)
    folder.source(f"{text} {more}", signs[0] + night[0] + odds).source(text, signs[1] + night[1], name="t")
    folder.files["corpus.toml"] = folder.files["corpus.toml"].replace("format = 1", "format = 3") + (
        '\n[[suggest.dismissed]]\nkind = "same-event"\nbetween = ["marched", "marching"]\nreason = "other days"\n'
    )
    return folder


def _of(name: str, more: str, said: str = "", day: str = "2025-04-01") -> str:
    statement = f'statement = "said-{said}"\n' if said else ""
    return f'event = "{name}"\n{statement}{on(day)}{more}'


def _said(name: str) -> str:
    return (
        f'[[statement]]\nid = "said-{name}"\nquote = "{_BRIEFING}"\npublic = true\non = {_date("2025-05-02")}\n'
        'chain = [{ who = "other", record = "on-record", how = "signed" }]\n'
    )


CORPORA: dict[str, Callable[[], Folder]] = {
    "no source": Folder,
    "an event without claims": lambda: _one("A zeppelin rose", "Zeppelin", on("2025-05-09")).more_events(
        event("alone", "Not yet curated")
    ),
    "half of it broken": lambda: _all_due().spoiled(
        'id = "plan3"\nquote = "plan3"', 'id = "plan3"\nquote = "plum"'
    ),
    "unfinished": _unfinished,
    "no claim": lambda: Folder().source("A zeppelin, and nobody claims it."),
    "no claim and no day": lambda: Folder().source("A zeppelin, and nobody claims it.", published=""),
    "no event": lambda: Folder(
        '[[entity]]\nid = "post"\ntype = "office"\nname = "Post"\n' + WHO + OTHER
    ).source(
        "the zeppelin minister",
        claim("c", "minister", 'entity = "other"\noffice = "post"\nlabel = "minister"\n'),
    ),
    "a source without claims": lambda: _one("Kim went home", "Kim goes home", on("2025-05-09") + ROLE).source(
        "Another article mentions zeppelins.", name="new", title="Not yet curated"
    ),
    "no dates": _claims_without_dates,
    "no conflict and no entity in it": lambda: _one("A zeppelin rose", "Zeppelin", on("2025-05-09")),
    "one of everything": _one_of_everything,
    "one conflict": lambda: Folder(events=event("e", "It"), conflicts=_ONE_CONFLICT).source(
        "so it was, and it was not", _TWO
    ),
    "Korean": lambda: _one(KOREAN, KOREAN, on("2025-05-09") + ROLE, PERSON_KOREAN),
    "long names": lambda: _one(LONG, LONG, on("2025-05-09") + ROLE, PERSON_LONG),
    "all on one day": _all_at_one_day,
    "all due": _all_due,
    "ages apart": _ages_apart,
    "all of format 2": _all_of_format_2,
    "all of format 3": _all_of_format_3,
    "long lists": _long_lists,
    "candidates of every kind": _candidates_of_every_kind,
    "a question and nothing else": lambda: _in_format_3(Folder(), question("q", "Will it?", "2025-05-02")),
}
"""Each odd corpus by what is odd about it."""
