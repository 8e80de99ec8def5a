"""Names by which a newcomer finds things: no two public classes of one name, no module that hides another."""

import ast
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCES = sorted(path for top in ("model", "tui") for path in (ROOT / top).rglob("*.py"))


def public_classes(path: Path) -> list[str]:
    """The names of the classes that a module shows to others."""
    tree = ast.parse(path.read_text("utf-8"))
    return [
        node.name for node in tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    ]


def test_no_two_public_classes_have_one_name():
    places: defaultdict[str, list[str]] = defaultdict(list)
    for path in SOURCES:
        for name in public_classes(path):
            places[name].append(str(path.relative_to(ROOT)))
    assert {name: found for name, found in places.items() if len(found) > 1} == {}


def test_no_module_has_the_name_of_one_further_up():
    modules = [path.relative_to(ROOT).with_suffix("").parts for path in SOURCES if path.stem != "__init__"]
    hidden = [
        (upper, lower)
        for upper in modules
        for lower in modules
        if upper != lower and upper[-1] == lower[-1] and lower[: len(upper) - 1] == upper[:-1]
    ]
    assert hidden == []


def test_a_file_is_small_enough_to_have_one_subject():
    assert [str(path) for path in SOURCES if len(path.read_text("utf-8").splitlines()) > 300] == []
