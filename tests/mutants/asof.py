"""Mutants of the rules: which of them no test beside the rule notices.

    .venv/bin/python -m tests.mutants.asof [--least 95] [MODULE ...]

In each function of `model.asof`, each comparison is turned, each branch is dropped, each part of a condition is left
out, and each `min` becomes `max`: one change at a time. The tests in `tests/asof` are run against each, the quick ones
first. What lives is printed, and the status is 1 where fewer than `--least` of 100 died. A mutant is a forked process
in which the code of one function was replaced; no file is changed.
"""

import argparse
import ast
import copy
import os
import pkgutil
import signal
import sys
import time
from collections.abc import Iterator
from functools import cached_property
from importlib import import_module
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

import pytest

import model.asof

TESTS = Path(__file__).parents[1] / "asof"
SLOW = ("test_properties.py", "test_no_false_sentence.py", "test_known_always.py")
"""Files of properties, which are asked only of what the others let live."""

_SECONDS = 60
"""What takes longer than this has died: it does not end."""

_TURNED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_EXTREMES = {"min": "max", "max": "min"}

Mutant = tuple[int, str, ast.Module]
"""The line of a change, what it is, and the module with it."""


def mutants(source: str) -> Iterator[Mutant]:
    """Every mutant of a module's source."""
    tree = ast.parse(source)
    for number, node in enumerate(ast.walk(tree)):
        for what, change in _changes(node):
            changed = copy.deepcopy(tree)
            twin = next(it for at, it in enumerate(ast.walk(changed)) if at == number)
            change(twin)
            line = getattr(node, "lineno", 0)
            yield line, f"{what}: {ast.unparse(node).splitlines()[0]}", ast.fix_missing_locations(changed)


def _changes(node: ast.AST) -> Iterator[tuple[str, Any]]:
    """What can be changed at a node, each with how."""
    yield from _turned(node)
    yield from _dropped(node)


def _turned(node: ast.AST) -> Iterator[tuple[str, Any]]:
    """A comparison turned, a `not` left out, one extreme for the other."""
    if isinstance(node, ast.Compare):
        for place, operator in enumerate(node.ops):
            for other in _TURNED[type(operator)]:
                yield f"{other.__name__} for {type(operator).__name__}", _operator(place, other)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "without not", _without_not
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _EXTREMES:
        yield f"{_EXTREMES[node.func.id]} for {node.func.id}", _other_extreme


def _dropped(node: ast.AST) -> Iterator[tuple[str, Any]]:
    """A branch, a part of a condition."""
    if isinstance(node, ast.BoolOp):
        for place in range(len(node.values)):
            yield f"without part {place + 1}", _without_part(place)
    if isinstance(node, ast.If | ast.IfExp):
        for taken in (True, False):
            yield f"always {taken}", _always(taken)
    if isinstance(node, ast.comprehension):
        for place in range(len(node.ifs)):
            yield f"without condition {place + 1}", _without_condition(place)


def _operator(place: int, other: type[ast.cmpop]) -> Any:
    def change(node: ast.Compare) -> None:
        node.ops[place] = other()

    return change


def _without_part(place: int) -> Any:
    def change(node: ast.BoolOp) -> None:
        del node.values[place]

    return change


def _always(taken: bool) -> Any:
    def change(node: ast.If | ast.IfExp) -> None:
        node.test = ast.Constant(taken)

    return change


def _without_condition(place: int) -> Any:
    def change(node: ast.comprehension) -> None:
        del node.ifs[place]

    return change


def _without_not(node: ast.UnaryOp) -> None:
    node.op, node.operand = ast.Not(), ast.UnaryOp(ast.Not(), node.operand)


def _other_extreme(node: ast.Call) -> None:
    assert isinstance(node.func, ast.Name)
    node.func.id = _EXTREMES[node.func.id]


def put_in(module: ModuleType, tree: ast.Module) -> bool:
    """Give the functions of a module the code that they have in `tree`; whether any of them is another one."""
    codes = dict(_codes(compile(tree, str(module.__file__), "exec")))
    changed = False
    for function in _functions(module):
        code = codes.get(function.__code__.co_qualname)
        if code is not None and code.co_freevars == function.__code__.co_freevars:
            changed |= code != function.__code__
            function.__code__ = code
    return changed


def _codes(code: CodeType) -> Iterator[tuple[str, CodeType]]:
    for it in code.co_consts:
        if isinstance(it, CodeType):
            yield it.co_qualname, it
            yield from _codes(it)


def _functions(module: ModuleType) -> Iterator[FunctionType]:
    for held in vars(module).values():
        if getattr(held, "__module__", None) != module.__name__:
            continue
        for it in (held, *(vars(held).values() if isinstance(held, type) else ())):
            inner = (
                it.fget if isinstance(it, property) else it.func if isinstance(it, cached_property) else it
            )
            if isinstance(inner, FunctionType):
                yield inner


def survives(module: ModuleType, tree: ast.Module, tests: list[str]) -> bool:
    """Whether all tests pass with a mutant in a module's place."""
    child = os.fork()
    if child == 0:
        signal.alarm(_SECONDS)
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        status = 0
        if put_in(module, tree):
            status = int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *tests]))
        os._exit(1 if status else 0)
    return os.waitpid(child, 0)[1] == 0


def main() -> int:
    """Try all mutants; the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--least", type=float, default=95, help="of 100 that have to die")
    parser.add_argument("--quick", action="store_true", help="leave the properties out")
    parser.add_argument("modules", nargs="*", help="modules of model.asof; by default all")
    asked = parser.parse_args()
    names = asked.modules or [it.name for it in pkgutil.iter_modules(model.asof.__path__)]
    files = sorted(TESTS.glob("test_*.py"))
    quick = [str(it) for it in files if it.name not in SLOW]
    slow = [] if asked.quick else [str(it) for it in files if it.name in SLOW]
    # Collected once, they are there in each of the forked processes.
    if pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *quick]):
        return 1
    tried, living, began = 0, 0, time.monotonic()
    for name in names:
        module = import_module(f"model.asof.{name}")
        for line, what, tree in mutants(Path(str(module.__file__)).read_text("utf-8")):
            tried += 1
            if survives(module, tree, quick) and not (slow and not survives(module, tree, slow)):
                living += 1
                print(f"lives: {name}.py:{line}: {what}", flush=True)
    died = 100 * (tried - living) / max(1, tried)
    print(f"{tried} mutants, {living} live, {died:.1f} of 100 died, {time.monotonic() - began:.0f} s")
    return 0 if died >= asked.least else 1


if __name__ == "__main__":
    sys.exit(main())
