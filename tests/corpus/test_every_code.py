"""Every code there is: a corpus that trips it, and the sound one that does not."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from model.corpus.asked import Criteria
from model.corpus.codes import CODES
from model.corpus.criteria import criteria_digest
from model.corpus.findings import CorpusError
from model.corpus.load import load_corpus
from model.exchange.from_json import import_json
from model.exchange.to_json import export_json
from tests.asof.cases import case_folder
from tests.corpus.spoiled import FILES, TEXT, A, add, spoil

Break = Callable[[Path], object]

CLAIM = '\n[[claim]]\nid = "{id}"\nevent = "visit"\nquote = "he said a"\nstatus = "scheduled"\nfactuality = "CT+"\n'
C2, C3 = CLAIM.format(id="c2"), CLAIM.format(id="c3")
STATEMENT = (
    '\n[[statement]]\nid = "{id}"\nquote = "On Monday he said"\npublic = true\n'
    'chain = [{{ who = "korea-daily", record = "document" }}]\n'
)
S1 = STATEMENT.format(id="s1")
ENTITY = '\n[[entity]]\nid = "{id}"\ntype = "{type}"\nname = "{name}"\n'
LABEL = (
    '\n[[claim]]\nid = "{id}"\nentity = "{who}"\noffice = "chair"\nlabel = "he"\nquote = "he said a"\n'
    'date = {{ edtf = "{of}", basis = "external", reasoning = "x" }}\nstatus = "ongoing"\nfactuality = "CT+"\n'
)
ROW = '{ table = "Missile tests", row = "MT-12" }'
ALONE = '\n[[event]]\nid = "alone"\ntype = "talks"\ntitle = "Alone"\n'
STRAND = '\n[[event]]\nid = "all"\ntype = "strand"\ntitle = "All"\n'
CONFLICT = (
    '\n[[conflict]]\nid = "{id}"\nkind = "contradiction"\ntopic = "T"\nclaims = ["c1", "c2"]\n'
    'reason = "R"\n{more}\n'
)
DATE = 'date = { edtf = "2025-05-09", words = "May 9", basis = "explicit-partial", reasoning = "x" }'
PUBLISHED = '{ edtf = "2025-05-05", basis = "external", reasoning = "x" }'


def change(file: str, old: str, new: str) -> Break:
    return lambda folder: spoil(folder, file, old, new)


def more(file: str, *lines: str) -> Break:
    return lambda folder: add(folder, file, "".join(lines))


def write(file: str, data: bytes) -> Break:
    return lambda folder: (folder / file).write_bytes(data)


def take(*names: str) -> Break:
    def make(folder: Path) -> None:
        for name in names:
            (folder / name).unlink()

    return make


def date(new: str) -> Break:
    return change(A, DATE, f"date = {new}")


def published(new: str) -> Break:
    return change(A, PUBLISHED, new)


def conflict(extra: str = "", second: str = "") -> Break:
    whole = CONFLICT.format(id="q", more=extra) + second
    return all_of(more(A, C2), more("conflicts.toml", whole))


def all_of(*breaks: Break) -> Break:
    return lambda folder: [it(folder) for it in breaks]


def words(text: str, quoted: str, basis: str, edtf: str) -> Break:
    """A claim of a date in words that stand in the text."""

    def make(folder: Path) -> None:
        whole = f"{TEXT} {text}"
        (folder / "sources/a.txt").write_bytes(whole.encode())
        spoil(
            folder, A, hashlib.sha256(TEXT.encode()).hexdigest(), hashlib.sha256(whole.encode()).hexdigest()
        )
        row = f'date = {{ edtf = "{edtf}", words = "{quoted}", basis = "{basis}", reasoning = "x" }}\n'
        add(folder, A, CLAIM.format(id="c2").replace("he said a", text) + row)

    return make


def twice(folder: Path) -> None:
    (folder / "sources/b").mkdir()
    (folder / "sources/b/a.txt").write_bytes(b"x")


def form(folder: Path) -> None:
    """A text whose letters were composed when it was curated."""
    text = "김정은 씨, said he a."
    spoil(folder, A, hashlib.sha256(TEXT.encode()).hexdigest(), hashlib.sha256(text.encode()).hexdigest())
    (folder / "sources/a.txt").write_bytes(unicodedata.normalize("NFD", text).encode())


def second_source(folder: Path) -> None:
    (folder / "sources/b.txt").write_bytes(TEXT.encode())
    (folder / "sources/b.toml").write_text(FILES[A].partition("[[claim]]")[0] + S1)
    spoil(folder, A, 'event = "visit"', 'event = "visit"\nstatement = "s1"')


def a_folder(folder: Path) -> None:
    (folder / "events.toml").unlink()
    (folder / "events.toml").mkdir()


def nothing_but_the_title(folder: Path) -> None:
    take(*(name for name in FILES if name != "corpus.toml"))(folder)


def silence(code: str, where: str) -> Break:
    entry = f'{{ code = "{code}", where = "{where}", reason = "x" }}'
    return more("corpus.toml", f"[check]\nignore = [{entry}]\n")


def original(folder: Path) -> None:
    (folder / "originals").mkdir()
    (folder / "originals/a.pdf").write_bytes(b"%PDF")


def source(fields: str) -> Break:
    return all_of(SECOND, change(A, "published = ", f"{fields}\npublished = "))


def claim(fields: str) -> Break:
    return all_of(SECOND, change(A, 'status = "scheduled"\n', f'{fields}\nstatus = "scheduled"\n'))


def amount(fields: str) -> Break:
    return claim(f'amounts = [{{ what = "days", words = "May 9", {fields} }}]')


AMOUNT = 'amounts = [{{ what = "{}", words = "9", value = 9 }}]\n'
DATE_OF = 'date = {{ edtf = "{}", basis = "external", reasoning = "x" }}\n'


def words_of_amount(text: str, fields: str) -> Break:
    """A claim of a figure in words that stand in the text."""
    row = f'amounts = [{{ what = "days", words = "{text}", {fields} }}]\n'
    return all_of(
        SECOND,
        words(f"It lasts {text} from May 9 on", "May 9", "explicit-partial", "2025-05-09"),
        more(A, row),
    )


def words_of_hedge(text: str) -> Break:
    """A claim of a plan, whose hedge is what its words say."""
    return all_of(words(text, "", "external", "2025-05-09"), more(A, f'hedge = "{text[3:-3]}"\n'))


def spoil_last(folder: Path, old: str, new: str) -> None:
    before, _, after = (folder / A).read_text("utf-8").rpartition(old)
    (folder / A).write_text(f"{before}{new}{after}", "utf-8")


def cited(hop: str) -> Break:
    """A statement whose chain ends with a hop; kd is a speaker without a name."""
    first = '{ who = "korea-daily", how = "he said", record = "document" }'
    chain = f'chain = [{first}, {{ {hop}, record = "anonymous" }}]'
    statement = S1.replace("On Monday he said", "On Monday he said a").replace(
        'chain = [{ who = "korea-daily", record = "document" }]', chain
    )
    return all_of(
        more("entities.toml", ENTITY.format(id="kd", type="anonymous", name="KD")), more(A, statement)
    )


def copy_of(name: str, link: str, day: str = "2025-05-05") -> Break:
    def make(folder: Path) -> None:
        header = FILES[A].partition("[[claim]]")[0].replace("2025-05-05", day)
        (folder / f"sources/{name}.txt").write_bytes(TEXT.encode())
        (folder / f"sources/{name}.toml").write_text(header.replace("[source]", f"[source]\n{link}"), "utf-8")

    return make


SECOND = change("corpus.toml", "format = 1", "format = 2")
THIRD = change("corpus.toml", "format = 1", "format = 3")

CRITERIA = Criteria(yes="a", no="b", ambiguous="c", annulled="d")
QUESTION = f"""
[[question]]
id = "q"
text = "Does it come?"
asked = "2025-05-05"
closes = "2025-05-09"
events = ["visit"]
criteria = {{ yes = "a", no = "b", ambiguous = "c", annulled = "d" }}
criteria_sha256 = "{criteria_digest(CRITERIA)}"
"""
SEARCH = """
[[search]]
id = "n"
day = "2025-05-10"
where = ["korea-daily"]
words = ["visit"]
events = ["visit"]
"""


def question(old: str = "", new: str = "", *more: str) -> Break:
    return all_of(THIRD, write("questions.toml", (QUESTION.replace(old, new) + "".join(more)).encode()))


def search(old: str, new: str) -> Break:
    return all_of(question(), write("searches.toml", SEARCH.replace(old, new).encode()))


def printed(entries: str) -> Break:
    row = (
        f'[[list]]\nid = "l"\nkind = "attendance"\nquote = "a visit comes on May 9"\nentries = [{entries}]\n'
    )
    return all_of(
        THIRD, more("entities.toml", ENTITY.format(id="kd", type="person", name="KD")), more(A, row)
    )


BREAKS: dict[str, Break] = {
    "S030": change(A, 'status = "scheduled"', 'condition = "May"\nstatus = "scheduled"'),
    "N001": question("2025-05-09", "2025-05"),
    "N002": question("2025-05-09", "2025-05-01"),
    "N003": question(f'criteria_sha256 = "{criteria_digest(CRITERIA)}"\n', ""),
    "N004": question('"a", no', '"a, or z", no'),
    "N005": question('["visit"]', "[]"),
    "N006": all_of(
        more("events.toml", '\n[[event]]\nid = "other"\ntype = "talks"\ntitle = "B"\n'),
        question('["visit"]', '["other"]', 'resolution = { claim = "c1", outcome = "yes" }\n'),
    ),
    "N007": question('"2025-05-05"', '"2025-05-06"', 'resolution = { claim = "c1", outcome = "yes" }\n'),
    "N008": search('events = ["visit"]', ""),
    "N009": search('where = ["korea-daily"]', ""),
    "N010": search('day = "2025-05-10"', 'day = "2025-05-01"\nquestions = ["q"]'),
    "P001": printed('{ entity = "kd", label = "visit" }, { entity = "kd", label = "May" }'),
    "P002": printed('{ entity = "kd", label = "May" }, { entity = "korea-daily", label = "visit" }'),
    "Q030": all_of(
        SECOND,
        change(A, '"a visit comes on May 9"', '{ exact = "a visit comes on May 9", gloss = "x" }'),
    ),
    "A001": amount("about = true"),
    "A002": amount("min = 9, max = 8"),
    "A003": amount("value = -9"),
    "A004": amount("value = 8"),
    "A005": words_of_amount("some 9 days", "value = 9"),
    "A006": all_of(
        SECOND,
        more(A, C2.replace("he said a", "May 9"), AMOUNT.format("days")),
        more(A, C3.replace("he said a", "May 9"), AMOUNT.format("dates")),
        more("conflicts.toml", CONFLICT.format(id="q", more='point = "how-many"').replace('"c1"', '"c3"')),
    ),
    "A007": words_of_amount("no fewer than 9 days", "value = 9"),
    "A008": all_of(
        words_of_amount("at least 99 days", "min = 99"),
        more(A, C3.replace("he said a", "May 9, "), AMOUNT.format("days")),
    ),
    "M040": cited('who = "kd", how = "citing"'),
    "M041": more(A, C2, 'contradicts = ["c1"]\n'),
    "M042": cited('who = "korea-daily"'),
    "M043": more(A, C2.replace("he said a", "On Monday"), DATE_OF.format("2025-06")),
    "M044": words_of_hedge("He flatly denied it"),
    "M045": all_of(
        words("It was cancelled by him", "", "external", "2025-05-04"),
        more(A, 'hedge = "was cancelled"\n'),
        lambda folder: spoil_last(folder, 'status = "scheduled"', 'status = "occurred"'),
    ),
    "R040": change("events.toml", '"talks"', '"meting"'),
    "M030": all_of(
        SECOND,
        change(A, 'event = "visit"', 'entity = "korea-daily"\nlabel = "May"\ncondition = "May"'),
    ),
    "M031": all_of(SECOND, more(A, C2.replace("status", 'condition = "he"\nsupersedes = ["c1"]\nstatus', 1))),
    "M032": source('version_of = "b"\nreprint_of = "b"'),
    "M033": source('change = "update"'),
    "M034": source('original = { file = "../a.pdf" }'),
    "F024": source('original = { file = "originals/a.pdf" }'),
    "F025": all_of(original, source(f'original = {{ file = "originals/a.pdf", sha256 = "{"0" * 64}" }}')),
    "F026": all_of(original, source('original = { file = "originals/a.pdf" }')),
    "R030": all_of(source('reprint_of = "b"'), copy_of("b", 'reprint_of = "a"')),
    "T030": all_of(SECOND, copy_of("b", 'reprint_of = "a"', "2025-05-04")),
    "F002": take("sources/a.txt"),
    "F003": a_folder,
    "F005": write("events.toml", b"\xff"),
    "F006": write("events.toml", b"\xef\xbb\xbf"),
    "F007": more("events.toml", "x = \n"),
    "F008": more("events.toml", "x = " + "[" * 5000),
    "F009": change("corpus.toml", "format = 1", f"format = {'9' * 5000}"),
    "F010": change("corpus.toml", "format = 1", "format = 99"),
    "F011": write("sources/b C.txt", b"x"),
    "F012": change("sources/a.txt", "long", "so long"),
    "F013": write("sources/b.txt", b"x"),
    "F014": nothing_but_the_title,
    "F016": twice,
    "F017": write("claims.toml", b""),
    "F021": write("sources/a.txt", TEXT.replace("\r\n", "\n").encode()),
    "F022": write("sources/a.txt", f"{TEXT}\n".encode()),
    "F023": form,
    "S001": more(A, '\n[[clam]]\nid = "x"\n'),
    "S002": change("events.toml", "[[event]]", "[event]"),
    "S003": write(A, C2.encode()),
    "S004": more(A, 'hedeg = "x"\n'),
    "S005": change(A, 'id = "c1"\n', ""),
    "S006": change(A, 'event = "visit"', 'event = ["visit"]'),
    "S007": change(A, '"scheduled"', '"scheduld"'),
    "S008": change(A, '"c1"', '"C 1"'),
    "S009": change("events.toml", '"A visit"', '""'),
    "S010": conflict(second=CONFLICT.format(id="r", more="").replace(', "c2"', "")),
    "S011": change(A, 'edtf = "2025-05-09"', "edtf = 2025-05-09"),
    "S012": more(A, 'source = "a"\n'),
    "S013": change(A, 'sha256 = "', 'sha256 = "x'),
    "S016": more(A, '\n[[claim]]\nid = "c2"\ndraft = true\n'),
    "Q001": change(A, 'quote = "a visit', 'quote = "no visit'),
    "Q002": more(A, C2.replace("he said a", "he said")),
    "Q003": more(A, C2.replace('"he said a"', '{ exact = "he said a", suffix = "x" }')),
    "Q004": more(A, C2.replace("he said a", "")),
    "Q005": change(A, '"May 9"', '"9 May"'),
    "Q006": more(A, 'hedge = ""\n'),
    "D001": change(A, '"2025-05-09"', '"2025-21"'),
    "D002": published('{ edtf = "2025-05-05", basis = "none", reasoning = "x" }'),
    "D003": published('{ basis = "external", reasoning = "x" }'),
    "D004": date('{ edtf = "2025-05-09", basis = "explicit" }'),
    "D005": published('{ edtf = "2025-05-05", basis = "external" }'),
    "D006": published('{ edtf = "2025-05-05", basis = "inherited", reasoning = "x" }'),
    "D007": change(A, 'words = "May 9"', 'words = "May 9", best = "2025-05"'),
    "D008": date('{ basis = "none", best = "2025-05-09", reasoning = "x" }'),
    "D009": change(A, 'words = "May 9"', 'words = "May 9", best = "2025-05-10"'),
    "D010": all_of(more(A, C2), date('{ edtf = "2025", basis = "inherited", from = "c2", reasoning = "x" }')),
    "D011": date('{ edtf = "2025-05-09", basis = "inherited", from = "a", reasoning = "x" }'),
    "D012": words("It was on Monday of that week", "on Monday", "derived-weekday", "2025-05-06"),
    "D013": words("It was in the first quarter", "first quarter", "derived-ordinal", "2025-05"),
    "D014": published('{ edtf = "[2025-05-05..]", basis = "external", reasoning = "x" }'),
    "R001": change(A, '"korea-daily"', '"the-korea-daily"'),
    "R002": more(A, CLAIM.format(id="c1")),
    "R003": more(A, CLAIM.format(id="a")),
    "R004": second_source,
    "R005": more(A, 'contradicts = ["c1"]\n'),
    "R006": more(A, 'supersedes = ["c2"]\n', C2, 'supersedes = ["c1"]\n'),
    "R007": change("events.toml", 'title = "A visit"', 'title = "A visit"\npart_of = "visit"'),
    "R008": all_of(
        date('{ edtf = "2025", basis = "inherited", from = "c2", reasoning = "x" }'),
        more(A, C2, 'date = { edtf = "2025", basis = "inherited", from = "c1", reasoning = "x" }\n'),
    ),
    "R009": more(A, S1, 'origin = "s2"\n', STATEMENT.format(id="s2"), 'origin = "s1"\n'),
    "D015": date('{ edtf = "2025-05-10", words = "May 9", basis = "explicit-partial", reasoning = "x" }'),
    "D016": date('{ edtf = "2025-05-01", words = "May", basis = "explicit-partial", reasoning = "x" }'),
    "D017": words("It was last month, he said", "last month", "derived-relative", "2025-02"),
    "D018": words("It comes after May 9, he said", "after May 9", "explicit-partial", "2025-05-09"),
    "D019": words("It comes by May 9, he said", "by May 9", "explicit-partial", "2025-05-09"),
    "T004": change(A, "published", 'retrieved = "2025-05-01"\npublished'),
    "T005": all_of(
        more("entities.toml", ENTITY.format(id="chair", type="office", name="Chair")),
        more(A, LABEL.format(id="c2", who="korea-daily", of="2020/2024")),
        more("entities.toml", ENTITY.format(id="kim", type="person", name="Kim")),
        more(A, LABEL.format(id="c3", who="kim", of="2022/2023")),
    ),
    "T006": words("It comes by May 9, he said", "by May 9", "explicit-partial", "../2025-05-09"),
    "T008": all_of(change(A, '"scheduled"', '"ongoing"')),
    "T007": more(
        A,
        S1,
        'on = { edtf = "2025-05-01", basis = "external", reasoning = "x" }\n',
        C2,
        'statement = "s1"\ndate = { edtf = "2025-05-05", basis = "inherited", from = "a", reasoning = "x" }\n',
    ),
    "R011": more(A, LABEL.format(id="c2", who="korea-daily", of="2020").replace("chair", "korea-daily")),
    "R012": change("events.toml", 'title = "A visit"', 'title = "A visit"\nplace = "korea-daily"'),
    "R013": change("entities.toml", '"organization"', '"place"'),
    "R014": more(A, 'roles = { sendr = "korea-daily" }\n'),
    "R015": more("entities.toml", ENTITY.format(id="kd", type="organization", name="KOREA DAILY")),
    "R016": more(
        "entities.toml", ENTITY.format(id="kd", type="organization", name="KD"), 'aliases = ["Korea Daily"]\n'
    ),
    "R018": all_of(THIRD, more("events.toml", f"rows = [{ROW}, {ROW}]\n")),
    "R017": more("entities.toml", ENTITY.format(id="kim", type="person", name="Kim")),
    "M013": more(A, C2.replace("scheduled", "denied").replace("CT+", "CT-")),
    "M014": conflict(second=CONFLICT.format(id="r", more="")),
    "M015": more("events.toml", STRAND),
    "M016": more(A, LABEL.format(id="c2", who="korea-daily", of="2020").replace("ongoing", "scheduled")),
    "V001": change(A, 'language = "en"', 'language = "English"'),
    "V002": change(A, "published", 'url = "www.example.org/page"\npublished'),
    "V003": change(A, "published", 'retrieved = "last week"\npublished'),
    "V004": published('{ edtf = "2015-05-05", basis = "external", reasoning = "x" }'),
    "V005": change(A, 'title = "a visit comes"', 'title = "A visit comes"'),
    "M050": conflict('open = "It is likely that he came, with low confidence."'),
    "L001": change("events.toml", "A visit", "A visit of a delegation that lasts for days"),
    "L002": conflict('readings = { c1 = "it says that a visit will come some day" }'),
    "L003": change("entities.toml", "Korea Daily", "The Korea Daily"),
    "L004": all_of(
        more("entities.toml", ENTITY.format(id="kim", type="person", name="Kim Jong-un")),
        more("entities.toml", ENTITY.format(id="kim-il", type="person", name="Kim Jong-il")),
        more(A, 'roles = { visitor = ["kim", "kim-il"] }\n'),
    ),
    "L005": all_of(
        more("entities.toml", ENTITY.format(id="russia", type="country", name="Russia")),
        more(
            "entities.toml",
            ENTITY.format(id="some", type="anonymous", name="some of Russia"),
            'short = "Russia"\n',
        ),
    ),
    "M001": change(A, 'event = "visit"\n', ""),
    "M002": change(A, 'event = "visit"', 'entity = "korea-daily"'),
    "M003": more(A, 'label = "a visit"\n'),
    "M004": change(A, '"CT+"', '"PR+"'),
    "M005": change("events.toml", '"talks"', '"strand"'),
    "M006": more("events.toml", ALONE),
    "M007": all_of(more(A, C3), conflict('preferred = "c3"')),
    "M008": all_of(more(A, C3), conflict('readings = { c3 = "x" }')),
    "M009": conflict(second=CONFLICT.format(id="r", more="").replace('"c2"', '"c1"')),
    "M010": conflict('preferred = "c1"', CONFLICT.format(id="r", more='preferred = "c2"')),
    "M011": all_of(
        more("events.toml", ALONE),
        more(A, C2.replace('"visit"', '"alone"'), 'supersedes = ["c1"]\n'),
    ),
    "M012": write(A, FILES[A].partition("[[claim]]")[0].encode()),
    "C001": all_of(change(A, 'quote = "a visit', 'quote = "no visit'), silence("Q001", "c1")),
    "C002": silence("M006", "visit"),
    "C003": silence("M999", "visit"),
    "X001": change(A, 'quote = "a visit', 'quote = "no visit'),
    "X002": more(A, C2.replace("he said a", "never said"), C3, 'contradicts = ["c2"]\n'),
    "X003": all_of(
        more(A, S1, "draft = true\n"), change(A, 'event = "visit"', 'event = "visit"\nstatement = "s1"')
    ),
}
"""How the small corpus is broken so that a code is found in it."""

CASES = {"T001": "t06", "T002": "t02", "T003": "t03", "R010": "t33"}
"""Folders that are broken already."""

ELSEWHERE = {"F001", "F004", "F015", "S014", "S015"}
"""Codes of what is no folder, or too large a one; each has a test of its own below."""


def codes(folder: Path, **bounds: int) -> set[str]:
    try:
        return {finding.code for finding in load_corpus(folder, **bounds).findings}
    except CorpusError as error:
        return {finding.code for finding in error.findings}


def test_every_code_is_tripped_by_something():
    assert CODES.keys() == BREAKS.keys() | CASES.keys() | ELSEWHERE


def test_the_sound_corpus_trips_none(folder: Path):
    assert codes(folder) == set()


@pytest.mark.parametrize("code", BREAKS)
def test_a_code_is_found(folder: Path, code: str):
    BREAKS[code](folder)
    assert code in codes(folder)


@pytest.mark.parametrize("code", CASES)
def test_a_code_of_what_was_said_when_is_found(code: str):
    assert code in codes(case_folder(CASES[code]))


def test_a_folder_of_nothing_and_a_file_of_too_much(folder: Path, tmp_path: Path):
    assert codes(tmp_path / "nowhere") == {"F001"}
    assert "F004" in codes(folder, max_bytes=100)


def test_codes_of_json(folder: Path):
    whole = json.dumps(export_json(load_corpus(folder), 0))
    for text, code in (
        (whole[:-9], "F015"),
        (whole.replace('"assertion"', '"date"'), "S014"),
        (whole.replace('"basis": "explicit-partial", "reasoning"', '"basis": null, "reasoning"'), "S015"),
    ):
        with pytest.raises(CorpusError) as caught:
            import_json(text, "x")
        assert code in {finding.code for finding in caught.value.findings}


def test_no_code_stands_in_the_program_that_is_not_in_the_table():
    root = Path(__file__).parents[2] / "model"
    files = [path for path in root.rglob("*.py") if "codes" not in path.parts]
    used = {code for path in files for code in re.findall(r'"([A-Z]\d{3})"', path.read_text("utf-8"))}
    assert used == CODES.keys()
