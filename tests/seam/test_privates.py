"""Only `tui/seam/` touches what Textual keeps to itself; ARCHITECTURE.md says of each name what breaks without it."""

import ast
import re
import sys
from pathlib import Path

import pytest

from tests.seam.private import (
    our_classes,
    private_names_of_textual,
    touched_by_class,
    touched_by_module,
)

ROOT = Path(__file__).parents[2]
SEAM = ROOT / "tui/seam"
OTHERS = [
    path
    for folder in ("tui", "tests", "screenshots")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if SEAM not in path.parents
    and not path.name.startswith("test_")
    and path != ROOT / "tests/tui/driving.py"
]
"""The sources that may not; the tests have a place of their own for it."""


def in_the_seam() -> set[str]:
    """All private names of Textual that the seam touches."""
    modules = {name for path in SEAM.glob("*.py") for name in touched_by_module(path.read_text("utf-8"))}
    return modules.union(*(touched_by_class(kind) for kind in our_classes("tui.seam")))


def test_what_is_private_is_known():
    assert {"_display", "_bindings", "_exit", "_fatal_error", "_mounted_event"} <= private_names_of_textual()
    assert {"_get_terminal_size", "_on_key", "_driver", "_parse_extended_key"} <= in_the_seam()


@pytest.mark.parametrize(
    ("source", "touched"),
    [
        ("from textual._cells import cell_len", {"_cells"}),
        ("import textual._context", {"_context"}),
        ("from textual.app import _something", {"_something"}),
        ("app._exit = True", {"_exit"}),
        ("print(self.screen._bindings)", {"_bindings"}),
        ("getattr(app, '_driver')", {"_driver"}),
        ("class A:\n  def f(self): self._exit = 1\nA()._exit", set()),
        ("'app._exit' # app._exit", set()),
        ("import os\nos._exit(1)", set()),
    ],
)
def test_uses_are_found_in_the_source(source: str, touched: set[str]):
    assert touched_by_module(source) == touched


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_else_touches_what_textual_keeps_to_itself(path: Path):
    assert touched_by_module(path.read_text("utf-8")) == set()


def test_no_class_elsewhere_uses_or_redefines_a_private_name_of_its_bases():
    touched = {kind.__qualname__: touched_by_class(kind) for kind in our_classes("tui")
               if not kind.__module__.startswith("tui.seam.")}  # fmt: skip
    assert {name: found for name, found in touched.items() if found} == {}


def test_architecture_says_of_each_name_why_and_what_breaks_without_it():
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    rows = re.findall(r"^\| `(_\w+)` \| (.+) \| (.+) \|$", text, flags=re.MULTILINE)
    assert all(why.strip() and breaks.strip() for _, why, breaks in rows)
    assert {name for name, _, _ in rows} == in_the_seam()


@pytest.mark.parametrize("path", sorted((ROOT / "tui/terminal").glob("*.py")), ids=lambda path: path.name)
def test_the_terminal_could_be_a_package_of_its_own(path: Path):
    imported = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            imported |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add(node.module or "")
    outside = {name for name in imported if not name.startswith("tui.terminal.")}
    assert {name.partition(".")[0] for name in outside} <= sys.stdlib_module_names | {"rich"}
