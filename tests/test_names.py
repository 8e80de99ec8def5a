"""Names by which a newcomer finds things, and rooms small enough to see at once: classes, modules, functions."""

import ast
from collections import defaultdict
from collections.abc import Iterator
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


MOST_LINES = 45
"""The most lines of a function: what does not fit on a screen is read by nobody as a whole."""


def functions(path: Path) -> Iterator[tuple[ast.FunctionDef | ast.AsyncFunctionDef, ast.AST]]:
    """Every function of a module, with what it stands in."""
    for outer in ast.walk(ast.parse(path.read_text("utf-8"))):
        for node in ast.iter_child_nodes(outer):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node, outer


def test_a_function_is_short_enough_to_be_seen_at_once():
    long = [
        f"{path.relative_to(ROOT)}: {it.name}"
        for path in SOURCES
        for it, _ in functions(path)
        if (it.end_lineno or 0) - it.lineno >= MOST_LINES
    ]
    assert long == []


def silent(path: Path, inside: bool) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    """What says nothing of itself: of what stands in a module or a class, or of what is `inside` of a function."""
    named = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef

    def walk(node: ast.AST, within: bool) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
        for it in ast.iter_child_nodes(node):
            if isinstance(it, named) and within is inside and ast.get_docstring(it) is None:
                yield it
            yield from walk(it, within or isinstance(it, ast.FunctionDef | ast.AsyncFunctionDef))

    yield from walk(ast.parse(path.read_text("utf-8")), within=False)


def test_what_others_see_says_what_it_is_also_in_a_class_that_is_private():
    """The setter of a property, and one of several forms, are told of where the property or the last form is."""
    told_elsewhere = ("setter", "overload")
    found = [
        f"{path.relative_to(ROOT)}: {it.name}"
        for path in SOURCES
        for it in silent(path, inside=False)
        if not it.name.startswith("_")
        if not any(ast.unparse(by).endswith(told_elsewhere) for by in it.decorator_list)
    ]
    assert found == []


UNTOLD_LINES = 8
"""From so many lines on, what stands inside of a function, and is seen by it alone, is not read at a glance."""


def test_a_function_within_a_function_is_short_or_says_what_it_is():
    found = [
        f"{path.relative_to(ROOT)}: {it.name}"
        for path in SOURCES
        for it in silent(path, inside=True)
        if (it.end_lineno or 0) - it.lineno + 1 >= UNTOLD_LINES
    ]
    assert found == []
