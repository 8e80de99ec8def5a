"""A program that is killed at any system call of a saving leaves each file whole, and nothing that stays."""

import multiprocessing
import os
from functools import partial
from pathlib import Path

import pytest

from model.corpus.load import load_corpus
from model.curate.changes import Changes, FileChange
from model.curate.saving import save
from tests.curate.folder import INVENTED, copy_of, files_in
from tests.curate.stepping import can_step, killed_at

_NEW = b"[[entity]]\nid = 'gull'\ntype = 'object'\nname = 'Gull'\n"


def _change_set(files: dict[str, bytes]) -> Changes:
    """Of each sort: a file that changes, one that is new, one in a new folder, one that goes."""
    entities, conflicts = files["entities.toml"], files["conflicts.toml"]
    evening = files["sources/evening.toml"]
    return (
        FileChange("entities.toml", entities, entities + b"\n" + _NEW),
        FileChange("originals/gull.html", None, b"<p>gull</p>" * 10_000),
        FileChange("sources/gull.txt", None, b"A gull."),
        FileChange("sources/evening.toml", evening, b"# The evening.\n" + evening),
        FileChange("conflicts.toml", conflicts, None),
    )


def _walk_all_stops(folder: Path, unnamed: bool) -> None:
    if not unnamed:
        del os.O_TMPFILE
    if not can_step():
        raise SystemExit(77)
    before = files_in(INVENTED)
    changes = _change_set(before)
    allowed = [_after(before, changes[:done]) for done in range(len(changes) + 1)]
    seen = set()
    stop = 0
    while True:
        stop += 1
        root = copy_of(INVENTED, folder / str(stop))
        killed = killed_at(stop, partial(save, root, changes))
        found = files_in(root)
        left = {name: found.pop(name) for name in [*found] if ".dprk-tui-" in name}
        assert found in allowed, (stop, sorted(found))
        assert len(left) <= (1 if unnamed else len(changes)), (stop, sorted(left))
        state = allowed.index(found), len(left)
        if state not in seen:
            seen.add(state)
            _check_next(root, found)
        if not killed:
            break
    assert {done for done, _ in seen} == {*range(len(changes) + 1)}, seen
    assert any(left for _, left in seen), "the walk never met a file without its name"


def _check_next(root: Path, found: dict[str, bytes]) -> None:
    """It loads, and the next saving leaves nothing of the one before."""
    corpus = load_corpus(root)
    assert len(corpus.sources) >= 4
    assert not [it for it in corpus.findings if "dprk-tui" in str(it)]
    events = found["events.toml"]
    save(root, (FileChange("events.toml", events, b"# Saved again.\n" + events),))
    assert files_in(root) == {**found, "events.toml": b"# Saved again.\n" + events}


def _after(files: dict[str, bytes], changes: Changes) -> dict[str, bytes]:
    state = dict(files)
    for change in changes:
        state.pop(change.file, None)
        if change.after is not None:
            state[change.file] = change.after
    return state


@pytest.mark.parametrize(
    "unnamed", [True, False], ids=["files without a name", "files with a name of their own"]
)
def test_each_file_is_old_or_new_and_nothing_stays(tmp_path, unnamed):
    # In a process of its own, which has one thread and forks at no cost.
    walk = multiprocessing.get_context("spawn").Process(target=_walk_all_stops, args=(tmp_path, unnamed))
    walk.start()
    walk.join()
    if walk.exitcode == 77:
        pytest.skip("this system lets no program be followed (ptrace)")
    assert walk.exitcode == 0
