"""Small changes to a module's source: each comparison turned, each branch dropped."""

import ast
import copy
from collections.abc import Iterator
from typing import Any

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
    """Every mutant of a module's source, but for what is only asserted: that holds as it is."""
    tree = ast.parse(source)
    asserted = {id(it) for node in ast.walk(tree) if isinstance(node, ast.Assert) for it in ast.walk(node)}
    for number, node in enumerate(ast.walk(tree)):
        if id(node) in asserted:
            continue
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
        if len(node.values) == 1:
            node.values *= 2  # what is left is asked twice: of one value there is no such expression

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
