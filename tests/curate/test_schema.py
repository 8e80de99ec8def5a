"""The schemas that editors check by hold for what is sound, and refuse what `check` refuses of a single record."""

import copy
import json
import shutil
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from model.corpus.fields import fields_of
from model.corpus.files import MAX_BYTES
from model.corpus.layout import PLAIN
from model.corpus.load import load_corpus
from model.corpus.reading import FolderReading
from model.corpus.records import Claim, Conflict, Entity, Event, Source, Statement
from model.curate.beginning import begin
from model.curate.schema.files import FOLDER, schema_changes, schema_files, schema_line, wants_schemas
from model.curate.schema.ids import Ids, ids_in
from model.curate.schema.of_records import DIALECT, schemas
from model.curate.schema.rewriting import rewrite_schemas
from model.exchange.to_folder import write_corpus
from tests.cli.running import ROOT, run
from tests.effort import examples
from tests.strategies import corpora

SOUND = ("seeds", "tests/data/invented")
CLAIM = "sources/kd-ambassador.toml"
NOT_NAMING = frozenset({"id", "name", "short", "words", "quote", "label", "aliases", "what", "type", "kind"})


def schemas_of_folder(folder: Path) -> dict[str, bytes]:
    """The schemas for the ids of a corpus."""
    return schema_files(ids_in(FolderReading(folder, MAX_BYTES).draft))


def files_of(folder: Path) -> dict[str, dict[str, Any]]:
    """What each TOML file of a corpus says."""
    paths = [
        *(folder / name for name in PLAIN if (folder / name).exists()),
        *folder.rglob("sources/**/*.toml"),
    ]
    return {path.relative_to(folder).as_posix(): tomllib.loads(path.read_text("utf-8")) for path in paths}


def checkers(folder: Path) -> dict[str, jsonschema.Draft7Validator]:
    """What checks each of these files."""
    made = schemas_of_folder(folder)
    return {
        name: jsonschema.Draft7Validator(
            json.loads(made[f"{FOLDER}/{schema_line(name).strip().rsplit('/')[-1]}"])
        )
        for name in files_of(folder)
    }


def wrong(folder: Path) -> dict[str, list[str]]:
    """What the schemas find in each file in which they find something."""
    check = checkers(folder)
    found = {
        name: [it.message for it in check[name].iter_errors(table)]
        for name, table in files_of(folder).items()
    }
    return {name: messages for name, messages in found.items() if messages}


@pytest.fixture
def bundled(tmp_path: Path) -> Path:
    return Path(
        shutil.copytree(ROOT / "seeds", tmp_path / "seeds", ignore=shutil.ignore_patterns("__pycache__"))
    )


@pytest.mark.parametrize("folder", SOUND)
def test_a_sound_corpus_is_as_its_schemas_say(folder: str):
    assert len(files_of(ROOT / folder)) > 5
    assert wrong(ROOT / folder) == {}


@examples(25)
@given(corpora())
def test_whatever_is_written_as_a_corpus_is_as_its_schemas_say(corpus):
    with tempfile.TemporaryDirectory() as name:
        write_corpus(corpus, Path(name) / "corpus")
        assert wrong(Path(name) / "corpus") == {}


@pytest.mark.parametrize("made", schemas(Ids()).values(), ids=schemas(Ids()))
def test_a_schema_is_one(made: dict[str, Any]):
    jsonschema.Draft7Validator.check_schema(made)
    assert made["$schema"] == DIALECT


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (CLAIM, 'status = "confirmed"', 'status = "certain"'),
        (CLAIM, 'factuality = "CT+"', 'factuality = "CT"'),
        (CLAIM, "factuality = ", "factualty = "),
        (CLAIM, 'basis = "explicit-partial"', 'basis = "printed"'),
        (CLAIM, 'record = "on-record"', 'record = "named"'),
        (CLAIM, "[[claim]]", "[[claims]]"),
        (CLAIM, "[source]", "[source]\nid = 'kd-ambassador'"),
        (CLAIM, "sha256 = ", "# sha256 = "),
        (CLAIM, "public = true", 'public = "yes"'),
        ("events.toml", 'type = "', 'type = "A '),
        ("events.toml", 'title = "', 'title = ""\n# "'),
        ("entities.toml", 'type = "person"', 'type = "persona"'),
        ("conflicts.toml", 'kind = "', 'kind = "un'),
        ("conflicts.toml", "claims = [", "claims = [] # ["),
        ("corpus.toml", "format = 3", "format = 4"),
        ("corpus.toml", "language = ", "[check]\nignore = [{ code = 'M9', where = 'a', reason = 'b' }]\n# "),
    ],
)
def test_what_is_wrong_in_one_place_is_found_there(bundled: Path, file: str, old: str, new: str):
    text = (bundled / file).read_text("utf-8")
    assert old in text
    (bundled / file).write_text(text.replace(old, new, 1), "utf-8")
    assert [*wrong(bundled)] == [file]


def named_ids(table: Any, known: frozenset[str], way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to each text that is an id, but for the ids that records have themselves."""
    if isinstance(table, dict):
        for key, value in table.items():
            if key in known:
                yield (*way, key, None)
            if key not in NOT_NAMING:
                yield from named_ids(value, known, (*way, key))
    elif isinstance(table, list):
        for number, value in enumerate(table):
            yield from named_ids(value, known, (*way, number))
    elif table in known:
        yield way


def renamed(table: dict[str, Any], way: tuple[Any, ...]) -> dict[str, Any]:
    """The table with another id at the end of a way; None after the name of a key is that name itself."""
    made = copy.deepcopy(table)
    value: Any = made
    is_key = way[-1] is None
    *steps, last = way[:-1] if is_key else way
    for step in steps:
        value = value[step]
    if is_key:
        value["nobody-at-all"] = value.pop(last)
    else:
        value[last] = "nobody-at-all"
    return made


def not_refused(folder: str, seen: set[str]) -> list[Any]:
    """Where an id may be written that nothing bears; `seen` gets the fields in which there are ids."""
    corpus = load_corpus(ROOT / folder)
    kinds = (corpus.entities, corpus.events, corpus.statements, corpus.claims, corpus.sources)
    known = frozenset(name for records in kinds for name in records)
    check = checkers(ROOT / folder)
    kept = []
    for file, table in files_of(ROOT / folder).items():
        for way in named_ids(table, known):
            seen.add(next(step for step in reversed(way) if isinstance(step, str)))
            if check[file].is_valid(renamed(table, way)):
                kept.append((file, way))
    return kept


def test_every_id_that_is_named_has_to_be_there():
    seen: set[str] = set()
    assert [found for folder in SOUND for found in not_refused(folder, seen)] == []
    assert seen >= {
        "publisher",
        "who",
        "event",
        "statement",
        "supersedes",
        "claims",
        "part_of",
        "place",
        "from",
    }


@pytest.mark.parametrize("kind", [Source, Statement, Claim, Entity, Event, Conflict])
def test_every_field_says_in_the_editor_what_it_is(kind: type):
    table = next(it for it in schemas(Ids()).values() if kind.__name__ in it["$defs"])
    properties = table["$defs"][kind.__name__]["properties"]
    for field in fields_of(kind):
        if field.name in properties:
            assert properties[field.name]["description"].startswith(field.about)
    assert {field.name for field in fields_of(kind)} - properties.keys() <= {"id", "source"}


def test_a_draft_may_lack_what_a_finished_record_must_have(bundled: Path):
    with (bundled / CLAIM).open("a") as file:
        file.write("\n[[claim]]\nid = 'c'\ndraft = true\ndate = { edtf = '2025' }\n")
        file.write("\n[[statement]]\nid = 's'\ndraft = true\nchain = [{ how = 'said' }]\n")
    with (bundled / "conflicts.toml").open("a") as file:
        file.write("\n[[conflict]]\nid = 'q'\ndraft = true\nclaims = ['c']\n")
    assert wrong(bundled) == {}
    for name in (CLAIM, "conflicts.toml"):
        text = (bundled / name).read_text("utf-8")
        (bundled / name).write_text(text.replace("draft = true\n", ""), "utf-8")
    assert {name: len(messages) for name, messages in wrong(bundled).items()} == {
        CLAIM: 8,
        "conflicts.toml": 4,
    }


def test_while_a_file_is_broken_any_id_may_be_one_of_it(bundled: Path):
    (bundled / "events.toml").write_text("[[event]\n")
    check = checkers_without(bundled, "events.toml")
    table = tomllib.loads((bundled / CLAIM).read_text("utf-8"))
    assert check.is_valid(table)
    table["claim"][0]["event"] = "another"
    assert check.is_valid(table)
    table["claim"][0]["statement"] = "another"
    assert not check.is_valid(table)


def checkers_without(folder: Path, broken: str) -> jsonschema.Draft7Validator:
    """What checks a sidecar while another file is broken."""
    return jsonschema.Draft7Validator(json.loads(schemas_of_folder(folder)[f"{FOLDER}/source.json"]))


def test_while_one_sidecar_is_broken_any_claim_may_be_one_of_it(bundled: Path):
    (bundled / "sources/kjd-kim-unlikely.toml").write_text('[source]\ntitle = """\n')
    table = tomllib.loads((bundled / "conflicts.toml").read_text("utf-8"))
    made = json.loads(schemas_of_folder(bundled)[f"{FOLDER}/conflicts.json"])
    assert jsonschema.Draft7Validator(made).is_valid(table)


@pytest.mark.parametrize("made", schemas(Ids()).values(), ids=schemas(Ids()))
def test_patterns_are_those_of_all_editors_and_not_of_python_alone(made: dict[str, Any]):
    assert "\\Z" not in str(made)
    assert "'null'" not in str(made)


def test_a_record_with_an_error_keeps_its_id(bundled: Path):
    text = (bundled / "events.toml").read_text("utf-8")
    (bundled / "events.toml").write_text(text.replace("title = ", "titel = "), "utf-8")
    assert [*wrong(bundled)] == ["events.toml"]


def test_schemas_are_written_where_they_differ_and_are_no_part_of_the_corpus(tmp_path: Path):
    folder = tmp_path / "new"
    begin(folder)
    assert wants_schemas(folder)
    assert schema_changes(folder, schemas_of_folder(folder)) == ()
    (folder / "events.toml").write_text('[[event]]\nid = "a"\ntype = "b"\ntitle = "C"\n')
    before = load_corpus(folder)
    changes = schema_changes(folder, schemas_of_folder(folder))
    assert [change.file for change in changes] == [
        f".schema/{name}.json" for name in ("corpus", "events", "questions", "searches", "source")
    ]
    assert rewrite_schemas(folder) == 5
    assert schema_changes(folder, schemas_of_folder(folder)) == ()
    assert rewrite_schemas(folder, FolderReading(folder, MAX_BYTES).draft) == 0
    assert load_corpus(folder) == before


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("events.toml", "#:schema ./.schema/events.json\n"),
        ("sources/a.toml", "#:schema ../.schema/source.json\n"),
        ("sources/a/b/c.toml", "#:schema ../../../.schema/source.json\n"),
        ("sources/events.toml", "#:schema ../.schema/source.json\n"),
    ],
)
def test_the_first_line_of_a_file_leads_to_its_schema(file: str, line: str):
    assert schema_line(file) == line


def test_the_command_writes_them_by_hand(bundled: Path):
    done = run("schema", bundled)
    assert (done.returncode, done.stdout) == (0, b"")
    assert sorted(path.name for path in (bundled / FOLDER).glob("*.json")) == [
        "conflicts.json", "corpus.json", "entities.json", "events.json", "questions.json", "searches.json",
        "source.json",
    ]  # fmt: skip
    assert b"nothing written" in run("schema", bundled).stderr
    (bundled / FOLDER / "events.json").unlink()
    assert b"1 file written" in run("schema", bundled).stderr


def test_the_command_touches_no_corpus_that_is_not_named_or_stood_in(tmp_path: Path):
    before = sorted((ROOT / "seeds").iterdir())
    done = run("schema", tmp_path)
    assert (done.returncode, done.stderr) == (
        2,
        f"{tmp_path}: is empty; a corpus begins with a corpus.toml\n".encode(),
    )
    assert run("schema").stderr == b"no corpus is meant; name its folder, or stand in it\n"
    assert sorted((ROOT / "seeds").iterdir()) == before


def test_a_schema_is_not_written_through_a_link(bundled: Path, tmp_path: Path):
    (tmp_path / "elsewhere").mkdir()
    (bundled / FOLDER).symlink_to(tmp_path / "elsewhere")
    done = run("schema", bundled)
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert [*(tmp_path / "elsewhere").iterdir()] == []
