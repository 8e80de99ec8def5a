"""What is private to Textual, and where our code touches it: read from the sources, not guessed by pattern."""

import ast
import importlib
import inspect
import pkgutil
import textwrap
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import textual

import tui


def is_private(name: str) -> bool:
    """Whether a name is private by its underscore, and none of Python's own."""
    return name.startswith("_") and not name.startswith("__") and name != "_"


def own_names(tree: ast.AST) -> Iterator[str]:
    """The names that the classes in a piece of source give their objects: methods, attributes."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            for item in node.body:
                if isinstance(item, (ast.FunctionDef, ast.AsyncFunctionDef)):
                    yield item.name
                elif isinstance(item, (ast.Assign, ast.AnnAssign)):
                    targets = item.targets if isinstance(item, ast.Assign) else [item.target]
                    yield from (target.id for target in targets if isinstance(target, ast.Name))
                    yield from _slots(item)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and _is_self(node.value):
            yield node.attr


def _slots(item: ast.Assign | ast.AnnAssign) -> Iterator[str]:
    if item.value is not None and any(getattr(it, "id", "") == "__slots__" for it in ast.walk(item)):
        yield from (str(it.value) for it in ast.walk(item.value) if isinstance(it, ast.Constant))


def _is_self(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and node.id in ("self", "cls")


@cache
def private_names_of_textual() -> frozenset[str]:
    """The private names of all its classes."""
    folder = Path(textual.__file__).parent
    trees = (ast.parse(path.read_text("utf-8")) for path in folder.rglob("*.py"))
    return frozenset(name for tree in trees for name in own_names(tree) if is_private(name))


@cache
def private_names_of(kind: type) -> frozenset[str]:
    """The private names of one of its classes."""
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(kind)))
    except OSError:
        return frozenset()
    return frozenset(name for name in own_names(tree) if is_private(name))


def our_classes(package: str) -> Iterator[type]:
    """Our classes under a package that have one of Textual among their bases."""
    for found in pkgutil.walk_packages(tui.__path__, "tui."):
        if f"{found.name}.".startswith(f"{package}.") and not found.name.endswith("__main__"):
            for kind in vars(importlib.import_module(found.name)).values():
                if (
                    isinstance(kind, type)
                    and kind.__module__ == found.name
                    and any(map(_of_textual, kind.__mro__))
                ):
                    yield kind


def touched_by_class(kind: type) -> set[str]:
    """The private names of Textual that a class of ours uses of itself, or gives another meaning."""
    theirs = {name for base in kind.__mro__ if _of_textual(base) for name in private_names_of(base)}
    tree = ast.parse(textwrap.dedent(inspect.getsource(kind)))
    used = {it.attr for it in ast.walk(tree) if isinstance(it, ast.Attribute) and _is_own(it.value)}
    return theirs & (used | set(own_names(tree)))


def _is_own(node: ast.AST) -> bool:
    return _is_self(node) or (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "super")


def _of_textual(kind: type) -> bool:
    return kind.__module__.partition(".")[0] == "textual"


def touched_by_module(source: str) -> set[str]:
    """The private modules and names of Textual that a module uses of other objects than its own."""
    tree = ast.parse(source)
    ours = set(own_names(tree))
    modules = {alias.name for it in ast.walk(tree) if isinstance(it, ast.Import) for alias in it.names}
    found = set(_private_imports(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and is_private(node.attr) and not _is_own(node.value):
            of_module = isinstance(node.value, ast.Name) and node.value.id in modules
            if node.attr in private_names_of_textual() and node.attr not in ours and not of_module:
                found.add(node.attr)
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("getattr", "setattr", "hasattr"):
            names = [it.value for it in node.args[1:2] if isinstance(it, ast.Constant)]
            found |= {str(name) for name in names} & private_names_of_textual()
    return found


def _private_imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        modules: Iterable[str] = ()
        if isinstance(node, ast.ImportFrom) and node.module is not None:
            modules = (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            modules = (alias.name for alias in node.names)
        for module in modules:
            top, *rest = module.split(".")
            if top == "textual":
                yield from filter(is_private, rest)
