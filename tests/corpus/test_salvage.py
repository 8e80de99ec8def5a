"""One mistake in the TOML of a file costs the record that it is in, and no other."""

import re
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.corpus.corpus import Corpus
from model.corpus.findings import CorpusError, Finding
from model.corpus.load import load_corpus
from tests.corpus.spoiled import A, add, findings_in, found, spoil
from tests.effort import examples

INVENTED = Path(__file__).parents[1] / "data" / "invented"

CLAIM = '\n[[claim]]\nid = "{id}"\nevent = "visit"\nquote = "he said a"\nstatus = "scheduled"\nfactuality = "CT+"\n'
NOTE = f'note = """{CLAIM.format(id="not-yet")}{CLAIM.format(id="nor-this")}"""\n'


def claims(folder: Path) -> list[str]:
    return [*load_corpus(folder).claims]


def test_a_claim_that_is_no_toml_is_left_out_alone(folder: Path):
    add(folder, A, CLAIM.format(id="c2") + CLAIM.format(id="c3"))
    spoil(folder, A, 'factuality = "CT+"\n\n[[claim]]\nid = "c2"', 'factuality = CT+\n\n[[claim]]\nid = "c2"')
    add(
        folder,
        "conflicts.toml",
        '[[conflict]]\nid = "q"\nkind = "contradiction"\ntopic = "T"\nreason = "R"\n',
    )
    add(folder, "conflicts.toml", 'claims = ["c1", "c2", "c3"]\n')
    assert claims(folder) == ["c2", "c3"]
    assert found(folder) == [
        f'{A}:14:14: not TOML: invalid value; a text stands in quotes; the claim "c1" is left out',
    ]


def test_a_byte_that_is_no_utf_8_costs_the_record_that_it_is_in(folder: Path):
    add(folder, A, CLAIM.format(id="c2") + CLAIM.format(id="c3"))
    file = folder / A
    data = file.read_bytes()
    assert data.count(b'id = "c2"') == 1
    file.write_bytes(data.replace(b'id = "c2"', 'id = "c2"\nnote = "카페 caf'.encode() + b'\xe9"'))
    assert claims(folder) == ["c1", "c3"]
    line = file.read_bytes().count(b"\n", 0, file.read_bytes().index(b"\xe9")) + 1
    assert found(folder) == [
        f'{A}:{line}:15: not UTF-8: byte 0xE9; it must be UTF-8; the claim "c2" is left out'
    ]


@pytest.mark.parametrize("place", ["id", "header", "comment", "alone"])
def test_wherever_such_a_byte_stands_what_is_beside_it_is_read(folder: Path, place: str):
    add(folder, A, CLAIM.format(id="c2") + CLAIM.format(id="c3"))
    new = {
        "id": b'id = "c\xff2"',
        "header": b'id = "c2"\n[[cl\xffaim]]',
        "comment": b'id = "c2" # \xff',
        "alone": b'id = "c2"\n\xff',
    }[place]
    (folder / A).write_bytes((folder / A).read_bytes().replace(b'id = "c2"', new))
    corpus = load_corpus(folder)
    assert [*corpus.claims] == ["c1", "c3"]
    assert [it.code for it in corpus.findings if not it.follows] == ["F005"]
    for finding in corpus.findings:
        str(finding).encode()


def test_the_finding_leads_to_its_record(folder: Path):
    spoil(folder, A, 'factuality = "CT+"', "factuality = CT+")
    told = findings_in(folder)
    assert (told[0].kind, told[0].record) == ("claim", "c1")


def test_several_mistakes_of_a_file_are_all_said(folder: Path):
    add(folder, A, CLAIM.format(id="c2") + CLAIM.format(id="c3"))
    text = (folder / A).read_text().replace('event = "visit"', "event = visit", 2)
    (folder / A).write_text(text)
    assert [line.partition(": ")[0] for line in found(folder)] == [f"{A}:10:9", f"{A}:18:9"]
    assert claims(folder) == ["c3"]


def test_what_was_left_out_so_is_not_said_to_be_missing(folder: Path):
    spoil(folder, "events.toml", 'type = "talks"', "type = talks")
    spoil(folder, "entities.toml", 'type = "organization"', 'type = "organization')
    lines = found(folder)
    assert [line.partition(":")[0] for line in lines] == ["entities.toml", "events.toml"]


def test_a_broken_header_costs_what_it_joins_and_both_are_named(folder: Path):
    add(folder, A, CLAIM.format(id="c2") + CLAIM.format(id="c3"))
    spoil(folder, A, '\n[[claim]]\nid = "c2"', '\n x[[claim]]\nid = "c2"')
    assert claims(folder) == ["c3"]
    assert found(folder)[0].endswith('; the claim "c1" and the claim "c2" are left out')


def test_a_source_whose_head_is_broken_is_not_said_to_be_missing(folder: Path):
    spoil(folder, A, 'language = "en"', 'language = "en')
    assert [line.partition(": ")[2].partition(";")[0] for line in found(folder)] == [
        "not TOML: illegal character '\\n'"
    ]
    assert not any("[source] is missing" in line for line in found(folder))


def test_a_table_that_is_there_twice_is_said_and_the_first_one_stands(folder: Path):
    add(folder, A, '\n[source]\ntitle = "again"\n' + CLAIM.format(id="c2"))
    assert claims(folder) == ["c1", "c2"]
    assert [line.partition(": ")[0] for line in found(folder)] == [f"{A}:16:8"]


@pytest.mark.parametrize("mark", ['"""', "'''"])
def test_what_follows_a_text_that_does_not_close_is_left_out_and_said(folder: Path, mark: str):
    add(folder, A, CLAIM.format(id="c2") + f"note = {mark}and so\n" + CLAIM.format(id="c3"))
    assert claims(folder) == ["c1"]
    assert [it for it in found(folder) if "all from line 16 on is left out" in it]


@pytest.mark.parametrize("mark", ["", "x"])
@pytest.mark.parametrize("number", range(6))
def test_a_header_within_a_text_is_no_header(folder: Path, number: int, mark: str):
    spoil(folder, "corpus.toml", "format = 1", "format = 2")
    add(folder, A, "".join(CLAIM.format(id=name) + NOTE for name in ("c2", "c3", "c4")))
    assert claims(folder) == ["c1", "c2", "c3", "c4"]
    text = (folder / A).read_text()
    at = [it.start() for it in re.finditer('"""', text)][number]
    # What was text would be read as records.
    (folder / A).write_text(text[:at] + mark + text[at + 1 :])
    assert claims(folder) == ["c1"]


def test_a_byte_order_mark_is_said_and_all_is_read(folder: Path):
    data = (folder / A).read_bytes()
    (folder / A).write_bytes(b"\xef\xbb\xbf" + data)
    assert claims(folder) == ["c1"]
    assert [it.code for it in findings_in(folder)] == ["F006"]


def test_a_file_of_nothing_but_headers_is_read_in_bounds(folder: Path):
    (folder / "events.toml").write_bytes(b"[\n" * 100_000)
    assert len(findings_in(folder)) < 500


def _ids(corpus: Corpus) -> dict[tuple[str, str], object]:
    kinds = ("entities", "events", "conflicts", "statements", "claims", "sources")
    return {(kind, name): record for kind in kinds for name, record in getattr(corpus, kind).items()}


def _noted_corpus(folder: Path) -> None:
    """The invented corpus, in which some records have notes over several lines that look like records."""
    shutil.copytree(INVENTED, folder)
    for name in FILES:
        text = (folder / name).read_text()
        head = text.find("\n[[", len(text) // 3) + 1
        (folder / name).write_text(text[:head] + (NOTE if head else "") + text[head:])


FILES = sorted(
    it.relative_to(INVENTED).as_posix() for it in INVENTED.rglob("*.toml") if it.name != "corpus.toml"
)
MARKS = st.sampled_from([*"\"'[]{}=,#.\n\\ ax1-é\0\x1b"])


def _load(folder: Path) -> tuple[Corpus | None, tuple[Finding, ...]]:
    try:
        corpus = load_corpus(folder)
    except CorpusError as error:
        return None, error.findings
    return corpus, corpus.findings


@examples(80)
@given(data=st.data(), name=st.sampled_from(FILES), how=st.sampled_from(["put in", "instead", "taken"]))
def test_one_character_costs_no_other_record_in_silence(data: st.DataObject, name: str, how: str):
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "corpus"
        _noted_corpus(folder)
        sound = load_corpus(folder)
        assert not sound.errors
        before = _ids(sound)
        text = (folder / name).read_text()
        at = data.draw(st.integers(0, len(text) - 1))
        mark = "" if how == "taken" else data.draw(MARKS)
        (folder / name).write_text(text[:at] + mark + text[at + (how != "put in") :])
        corpus, told = _load(folder)
    if not any(it.code in ("F007", "F006", "F008", "F009") for it in told):
        return
    after = _ids(corpus) if corpus else {}
    assert not after.keys() - before.keys()
    said = "\n".join(str(it) for it in told)
    from_line = min([int(it.split(" ")[0]) for it in said.split("all from line ")[1:]], default=10**9)
    # Of a record whose id is broken, no more than the kind can be said.
    line = text[text.rfind("\n", 0, at) + 1 :].partition("\n")[0]
    named = {it.record for it in told} | {word.strip('".,;)(') for word in said.split()}
    named |= set(line.split('"')) if line.startswith("id = ") else set()
    rest = set(text.split("\n", from_line - 1)[-1].split('"')) if from_line < 10**9 else set()
    for key, record in before.items():
        if after.get(key) != record:
            assert key[1] in named or key[1] in rest, (key, said)
    assert "there is no" not in said
