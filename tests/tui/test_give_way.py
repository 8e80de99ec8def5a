"""What is found out beside the screen gives way to a key that is being answered."""

import threading
from collections.abc import Callable, Iterator
from typing import Any, cast

import pytest

from model.index.archive import Archive
from model.index.pending import Pending
from model.index.protocol import Reader
from tui.counting import Count, News
from tui.state.beside import Task
from tui.working import Progress, Work

Messages = list[object]
Begin = Callable[[Callable[[], Iterator[int]], Messages, Callable[[], None]], object]


def count(steps: Callable[[], Iterator[int]], posted: Messages, give_way: Callable[[], None]) -> Count:
    """Counting for a reader."""
    return Count(cast(Reader, None), Pending(3, steps, lambda: None), posted.append, give_way)


def work(steps: Callable[[], Iterator[int]], posted: Messages, give_way: Callable[[], None]) -> Work:
    """What a view waits for."""
    task = Task(lambda *_: 3, lambda *_: steps(), lambda *_: None)
    return Work(task, cast(Archive, None), 0, posted.append, give_way)


@pytest.mark.parametrize("begin", [count, work])
def test_no_step_is_begun_while_a_key_is_answered(begin: Begin):
    done, posted = list[int](), list[Any]()
    waits, goes_on, is_over = threading.Semaphore(0), threading.Semaphore(0), threading.Event()

    def steps() -> Iterator[int]:
        for number in range(3):
            done.append(number)
            yield number
        is_over.set()

    def give_way() -> None:
        waits.release()
        goes_on.acquire()

    begin(steps, posted, give_way)
    for number in range(4):
        assert waits.acquire(timeout=10)
        assert done == [*range(number)]
        goes_on.release()
    assert is_over.wait(10)
    assert posted and all(isinstance(it, (News, Progress)) for it in posted)
