"""What one can use is written down where one looks for it: every view, key of filters, format and command."""

import re
from pathlib import Path

import pytest

from model.corpus.check import CHECKS
from model.exchange.formats import EXPORTERS, IMPORTERS
from model.exchange.tables.reading import TABLES
from model.exchange.tables.streams.row_formats import STREAMS
from model.query.vocabulary import KEYS
from tui.commands.every import COMMANDS
from tui.views.registry import NAMES

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")


@pytest.mark.parametrize("view", NAMES)
def test_every_view_is_named_in_the_readme(view: str):
    assert re.search(rf"\b{view}\b", README)


@pytest.mark.parametrize("key", KEYS)
def test_every_key_of_filters_is_explained_in_the_readme(key: str):
    assert f"`{key}:" in README


@pytest.mark.parametrize(
    "name",
    sorted(
        {it.name for it in (*EXPORTERS.built_in, *IMPORTERS.built_in, *TABLES.values(), *STREAMS.values())}
    ),
)
def test_every_format_is_named_in_the_readme(name: str):
    assert re.search(rf"\b{name}\b", README, re.IGNORECASE)


@pytest.mark.parametrize("setting", ["config.toml", "[keys]", "filters.toml", "ESCDELAY", "NO_COLOR"])
def test_every_setting_is_named_in_the_readme(setting: str):
    assert setting in README


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_is_in_the_readme_with_its_keys(command):
    assert all(f"`{key}`" in README for key in command.keys.split())


def test_every_check_says_what_it_looks_at():
    assert all(check.about for check in CHECKS)
    assert len({check.problems for check in CHECKS}) == len(CHECKS)


def test_contributing_says_how_many_places_each_kind_of_thing_takes():
    for thing in ("a command", "a view", "a check", "a format out or in", "a field of a record"):
        assert f"| {thing} |" in CONTRIBUTING
