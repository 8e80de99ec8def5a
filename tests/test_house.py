"""The house rules that a machine can hold: what imports what, what the lock says, which folders there are."""

import graphlib
import json
import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import Any

import grimp
import pytest

import tui

ROOT = Path(__file__).parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
PINNED = dict(re.findall(r"^([a-z0-9-]+)==(\S+)", LOCK, flags=re.MULTILINE))

IMPORT_THE_WHOLE_MODEL = """
import importlib, json, pkgutil, sys
import model
for module in pkgutil.walk_packages(model.__path__, "model."):
    importlib.import_module(module.name)
print(json.dumps(sorted(sys.modules)))
"""

RUN_THE_COMMAND_LINE = """
import json, sys
from tui.__main__ import main
try:
    main()
finally:
    print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""


def run_python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `code` in a new interpreter that sees this checkout first."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def packages(modules: list[str]) -> set[str]:
    """The top-level names of dotted module names."""
    return {name.partition(".")[0] for name in modules}


def modules_on_disk(package: str) -> set[str]:
    """The dotted names of all Python files of a top-level package."""
    paths = [path.relative_to(ROOT).with_suffix("") for path in (ROOT / package).rglob("*.py")]
    return {".".join(path.parts).removesuffix(".__init__") for path in paths}


def test_the_model_never_loads_a_screen():
    done = run_python(IMPORT_THE_WHOLE_MODEL)
    assert done.returncode == 0, done.stderr
    loaded = json.loads(done.stdout)
    assert modules_on_disk("model") - set(loaded) == set(), "a folder without __init__.py is never walked"
    assert packages(loaded) & {"tui", "textual", "rich"} == set()


@pytest.mark.parametrize(("option", "said"), [("--help", "usage:"), ("--version", tui.__version__)])
def test_help_and_version_do_not_load_textual(option: str, said: str):
    done = run_python(RUN_THE_COMMAND_LINE, option)
    assert done.returncode == 0, done.stderr
    assert said in done.stdout
    assert "textual" not in packages(json.loads(done.stderr))


@pytest.mark.parametrize("folder", ["model", "tui.cli"])
def test_no_modules_import_each_other_not_even_inside_of_functions(folder: str):
    graph = grimp.build_graph("model", "tui")
    imports = {one: graph.find_modules_directly_imported_by(one) for one in graph.find_descendants(folder)}
    # Raises `CycleError`, which names the circle.
    graphlib.TopologicalSorter(imports).prepare()


def test_the_lock_names_no_host():
    assert not re.search(r"https?:|file:|index-url|find-links|trusted-host", LOCK)


def test_every_locked_package_has_a_hash():
    entries = re.split(r"\n(?=[a-z0-9])", LOCK.strip())
    assert len(entries) == len(PINNED) > 0
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_lock_holds_everything_that_the_project_asks_for():
    extras = PROJECT["project"]["optional-dependencies"].values()
    asked = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"], *chain(*extras)]
    names = {re.split(r"[<>=!~\[; ]", requirement)[0] for requirement in asked}
    assert names - PINNED.keys() == set()


def test_exact_pins_agree_with_the_lock_and_with_what_is_installed():
    asked = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]]
    exact = dict(requirement.split("==") for requirement in asked if "==" in requirement)
    assert exact.keys() >= {"textual", "pytest-textual-snapshot", "syrupy"}
    assert {name: PINNED[name] for name in exact} == exact
    assert {name: version(name) for name in exact} == exact


def test_the_version_of_the_program_is_the_one_installed():
    assert version("dprk-tui") == tui.__version__


def test_one_version_of_python_is_named_everywhere():
    oldest = PROJECT["project"]["requires-python"].removeprefix(">=")
    assert PROJECT["tool"]["mypy"]["python_version"] == oldest
    assert PROJECT["tool"]["ruff"]["target-version"] == f"py{oldest.replace('.', '')}"
    assert f"--python-version {oldest} " in (ROOT / "Makefile").read_text("utf-8")


def test_there_is_no_other_top_level_folder():
    folders = {path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith(".")}
    made = {"__pycache__", "build", "dist"}
    assert folders - made - {"model", "tui", "seeds", "tests", "screenshots"} == set()
