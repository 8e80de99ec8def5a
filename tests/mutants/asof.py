"""Mutants of the rules: which of them no test beside the rule notices.

    .venv/bin/python -m tests.mutants.asof [--quick] [--least 95] [MODULE ...]

In each function of `model.asof`, each comparison is turned, each branch is dropped, each part of a condition is left
out, and each `min` becomes `max`: one change at a time. The tests in `tests/asof` are run against each until one fails:
first those that found the last ones, and the properties at the end. What lives is printed, and the status is 1 where
fewer than `--least` of 100 died. A mutant is a forked process in which the code of one function was replaced; no file
is changed, and the tests are collected only once.
"""

import argparse
import os
import pkgutil
import signal
import sys
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import CodeType, FunctionType, ModuleType

import pytest
from hypothesis import Phase, settings

import model.asof
from tests.mutants.changes import mutants

TESTS = Path(__file__).parents[1] / "asof"
SLOW = ("test_properties.py", "test_no_false_sentence.py", "test_known_always.py", "test_changes_always.py")
"""Files of properties, which are asked only of what the others let live."""

_SECONDS = 60
"""A test that takes more time of the processor has found its mutant: it does not end."""


def put_in(module: ModuleType, changed_module: CodeType) -> bool:
    """Give the functions of a module the code that they have in a changed one; whether any of them is another one."""
    codes = dict(_codes(changed_module))
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
            inner = it.fget if isinstance(it, property) else it
            if isinstance(inner, FunctionType):
                yield inner


class Trial:
    """A plugin that runs the collected tests against mutants, instead of once. It counts what was tried and lives."""

    def __init__(self, names: list[str]) -> None:
        self.tried: dict[str, int] = {}
        self.living: dict[str, int] = {}
        self._names = names

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self) -> None:
        """A failing example need not be made small: that it fails is all that is asked."""
        settings.register_profile(
            "unshrunk", settings.get_profile("still"), phases=(Phase.explicit, Phase.generate)
        )
        settings.load_profile("unshrunk")

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try all mutants. No test is run in this process itself: what it kept would hide a mutant."""
        if session.testsfailed:
            raise session.Interrupted("the tests cannot be collected")
        tests = [it for it in session.items if it.path.name not in SLOW]
        slow = [it for it in session.items if it.path.name in SLOW]
        for some in (tests, slow):
            found = failing(session, some, None)
            if found is not None:
                raise session.Failed(f"without any mutant, {found.nodeid} fails")
        for name in self._names:
            self._try(session, name, tests, slow)
        return True

    def _try(
        self, session: pytest.Session, name: str, tests: list[pytest.Item], slow: list[pytest.Item]
    ) -> None:
        module = import_module(f"model.asof.{name}")
        self.tried[name] = self.living[name] = 0
        path = Path(str(module.__file__))
        for line, what, tree in mutants(path.read_text("utf-8")):
            self.tried[name] += 1
            changed = compile(tree, path, "exec")
            for some in (tests, slow):
                found = failing(session, some, (module, changed))
                if found is not None:
                    some.remove(found)
                    some.insert(0, found)
                    break
            else:
                self.living[name] += 1
                print(f"lives: {name}.py:{line}: {what}", flush=True)
        print(f"{name}: {self.tried[name] - self.living[name]} of {self.tried[name]} died", flush=True)


def failing(
    session: pytest.Session, tests: list[pytest.Item], mutant: tuple[ModuleType, CodeType] | None
) -> pytest.Item | None:
    """The first of some tests that fails with a mutant in a module's place; None where all pass."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        failed = True
        try:
            failed = (mutant is None or put_in(*mutant)) and _one_fails(session, tests, writing)
        finally:
            os._exit(int(failed))
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        begun = told.read().split()
    died = os.waitpid(child, 0)[1] != 0
    return tests[int(begun[-1])] if died else None


def _one_fails(session: pytest.Session, tests: list[pytest.Item], writing: int) -> bool:
    """Run tests up to the first that fails, and write the number of each as it begins."""
    for number, (item, following) in enumerate(zip(tests, [*tests, None][1:], strict=True)):
        os.write(writing, b"%d " % number)
        signal.setitimer(signal.ITIMER_PROF, _SECONDS)
        session.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if session.testsfailed:
            return True
    return False


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
    left_out = [f"--ignore={TESTS / it}" for it in SLOW] if asked.quick else []
    trial, began = Trial(names), time.monotonic()
    plain = ["-q", "--capture=no", "--tb=native", "-p", "no:cacheprovider", "-p", "no:xdist"]
    if pytest.main([*plain, *left_out, str(TESTS)], plugins=[trial]) not in {0, 5}:
        return 2
    tried, living = sum(trial.tried.values()), sum(trial.living.values())
    died = 100 * (tried - living) / max(1, tried)
    print(f"{tried} mutants, {living} live, {died:.1f} of 100 died, {time.monotonic() - began:.0f} s")
    return 0 if died >= asked.least else 1


if __name__ == "__main__":
    sys.exit(main())
