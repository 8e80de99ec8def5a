"""The tables of formats: what stands in them is documented and works, and a plug-in cannot break the rest."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

import seeds
from model.asof.conflict import conflicts_as_of
from model.corpus.findings import CorpusError
from model.corpus.load import load_corpus
from model.dates.calendar import day_from_text
from model.exchange import formats
from model.exchange.extract import Extract, Scope
from model.exchange.formats import EXPORTERS, IMPORTERS, Exporter, Importer, endings, exporter_for
from model.exchange.registry import Format, PluginFault, Registry
from model.exchange.tables.reading import TABLES
from tests.cli.running import ROOT, run
from tests.outputs.told import document
from tui.cli.parser import parse_arguments

README = (ROOT / "README.md").read_text("utf-8")
CORPUS = load_corpus(Path(seeds.__file__).parent)
DAY = day_from_text("2025-05-06")
EXTRACT = Extract(CORPUS, Scope(DAY, ("kim-attends",), 1), tuple(conflicts_as_of(CORPUS, DAY)))

PLUGIN = """
from model.exchange.formats import Exporter, Importer
from model.exchange.from_json import import_json

def titles(extract):
    for name in extract.scope.events:
        yield extract.corpus.events[name].title + "\\x1b[2J\\n"

def fails(extract):
    yield "begun"
    raise OSError("the disk\\nis full\\x1b[2J")

def unchecked(data, name):
    return "no corpus"

odd = Exporter(name="odd", endings=(".odd",), about="titles", writer=titles)
broken = Exporter(name="broken", endings=(".brk",), about="breaks", writer=fails)
csv = Exporter(name="csv", endings=(".csv",), about="another csv", writer=titles)
again = Importer(name="again", endings=(".again",), about="JSON", reader=import_json)
unsound = Importer(name="unsound", endings=(".x",), about="x", reader="its_plugin:unchecked")
"""
EXPORTER_POINTS = """
[dprk_tui.exporters]
odd = its_plugin:odd
broken = its_plugin:broken
csv = its_plugin:csv
absent = no_such_module:it
other = its_plugin:odd
wrong = its_plugin:titles
Odd\x1b[2J = its_plugin:odd
[dprk_tui.importers]
again = its_plugin:again
unsound = its_plugin:unsound
"""


def install(folder: Path) -> None:
    """A package in `folder` whose entry points are the ones above."""
    (folder / "its_plugin.py").write_text(PLUGIN, "utf-8")
    told = folder / "its_package-1.dist-info"
    told.mkdir()
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: its-package\nVersion: 1\n", "utf-8")
    (told / "entry_points.txt").write_text(EXPORTER_POINTS, "utf-8")


@pytest.fixture
def exporters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Registry[Exporter]:
    """The formats out, with the plug-ins above installed."""
    install(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    return Registry(Exporter, "dprk_tui.exporters", *EXPORTERS.built_in)


@pytest.fixture
def importers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Registry[Importer]:
    """The formats in, likewise."""
    install(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    return Registry(Importer, "dprk_tui.importers", *IMPORTERS.built_in)


def test_the_readme_names_every_format():
    assert f"--to {'|'.join(it.name for it in EXPORTERS.built_in)}\n" in README
    assert f"--from {'|'.join((*(it.name for it in IMPORTERS.built_in), *TABLES))} " in README
    assert all(f"`{ending}`" in README for ending in endings())


@pytest.mark.parametrize("exporter", EXPORTERS.built_in, ids=lambda it: it.name)
def test_every_format_is_accepted_and_writes_something_of_its_own(exporter: Exporter):
    assert parse_arguments(["export", "--to", exporter.name]).to == exporter.name
    texts = {it.name: str(document(it, EXTRACT)) for it in EXPORTERS.built_in}
    assert "Kim Jong-un" in texts[exporter.name]
    assert list(texts.values()).count(texts[exporter.name]) == 1


def test_every_ending_of_a_format_for_some_events_asks_for_it():
    for exporter in EXPORTERS.built_in:
        for ending in exporter.endings:
            assert exporter_for(ending.upper()) is (None if exporter.lossless else exporter)


def test_what_is_lossless_can_be_read_back():
    assert {it.name for it in EXPORTERS.built_in if it.lossless} <= {it.name for it in IMPORTERS.built_in}
    for importer in IMPORTERS.built_in:
        assert parse_arguments(["import", "x", "--from", importer.name, "--into", "y"]).from_ == importer.name
        written = "".join(EXPORTERS.get(importer.name).pieces(EXTRACT)).encode()
        assert importer.corpus(written, "x") == CORPUS


def test_plugins_are_named_without_being_imported(exporters: Registry[Exporter]):
    assert exporters.names() == (
        *(it.name for it in EXPORTERS.built_in), "absent", "broken", "odd", "other", "wrong",
    )  # fmt: skip
    assert "odd" in exporters
    assert "xml" not in exporters


def test_a_plugin_with_a_name_that_is_taken_or_none_is_left_out_in_one_sentence(
    exporters: Registry[Exporter],
):
    bad, taken = exporters.faults()
    assert bad == (
        'the plug-in "Odd\x1b[2J" of its-package is left out: its name has to be up to 40 lower-case letters, digits '
        "and single hyphens"
    )
    assert taken == (
        'the plug-in "csv" of its-package is left out: its name is the name of a format that comes along'
    )
    assert exporters.get("csv") is EXPORTERS.get("csv")


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("absent", "ModuleNotFoundError: No module named 'no_such_module'"),
        ("other", 'it is no Exporter of the name "other"'),
        ("wrong", 'it is no Exporter of the name "wrong"'),
    ],
)
def test_a_plugin_that_cannot_be_loaded_says_so_and_the_rest_works(
    exporters: Registry[Exporter], name: str, why: str
):
    with pytest.raises(PluginFault) as caught:
        exporters.get(name)
    assert str(caught.value) == f'the plug-in "{name}" of its-package cannot be loaded: {why}'
    assert list(exporters.get("odd").pieces(EXTRACT)) == ["Kim Jong-un attends Victory Day<U+001B>[2J\n"]


def test_a_plugin_that_fails_while_it_writes_says_so_on_one_line(exporters: Registry[Exporter]):
    with pytest.raises(PluginFault) as caught:
        list(exporters.get("broken").pieces(EXTRACT))
    said = 'the plug-in "broken" of its-package has failed: OSError: the disk is full'
    assert str(caught.value).startswith(said)


def test_the_ending_of_a_plugin_asks_for_it_and_what_cannot_be_loaded_is_said(
    exporters: Registry[Exporter], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(formats, "EXPORTERS", exporters)
    found = exporter_for(".odd")
    assert found is not None
    assert found.plugin == "its-package"
    with pytest.raises(PluginFault):
        exporter_for(".docx")


def test_what_a_plugin_reads_is_checked_like_all_else(importers: Registry[Importer]):
    written = "".join(EXPORTERS.get("json").pieces(EXTRACT)).encode()
    assert importers.get("again").corpus(written, "x") == CORPUS
    with pytest.raises(PluginFault, match="it gives no corpus but a str"):
        importers.get("unsound").corpus(b"", "x")
    with pytest.raises(CorpusError):
        importers.get("again").corpus(b"{}", "x")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"name": "A b"}, "the name of a format"),
        ({"endings": "md"}, "the endings of a format"),
        ({"endings": ("md",)}, "the endings of a format"),
    ],
)
def test_a_format_that_nobody_could_type_is_refused(wrong: dict[str, object], said: str):
    parts: dict[str, object] = {"name": "x", "endings": (".x",), "about": "x", **wrong}
    make: Callable[..., Format] = Format
    with pytest.raises(ValueError, match=said):
        make(**parts)


def test_the_command_line_offers_and_obeys_plugins(tmp_path: Path):
    install(tmp_path)
    seen = {"PYTHONPATH": f"{ROOT}{os.pathsep}{tmp_path}"}
    help = run("export", "--help", variables=seen).stdout.decode()
    assert "odd: from a plug-in" in " ".join(help.split()).replace("- ", "-")
    done = run("export", "--to", "odd", "--filter", "by:ushakov", variables=seen)
    assert done.returncode == 0
    assert "An ambassador represents North Korea<U+001B>[2J\n" in done.stdout.decode()
    said = done.stderr.decode().splitlines()
    assert [line.partition(" of ")[0] for line in said[:2]] == [
        'the plug-in "Odd<U+001B>[2J"',
        'the plug-in "csv"',
    ]
    assert said[2].endswith("of 53 events; the filter leaves out the others.")
    for name in ("absent", "broken"):
        done = run("export", "--to", name, variables=seen)
        assert done.returncode == 2
        assert b"\x1b" not in done.stderr
        assert done.stderr.decode().splitlines()[-1].startswith(f'the plug-in "{name}" of its-package ')
    whole = run("export", "--to", "json").stdout
    done = run("import", "-", "--from", "again", "--into", tmp_path / "new", given=whole, variables=seen)
    assert done.returncode == 0
    assert json.loads(run("export", tmp_path / "new", "--to", "json").stdout) == json.loads(whole)
