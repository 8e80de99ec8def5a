"""Driving a running app: keys, sizes, and waiting until it has come to rest.

It rests when until the next key nothing more will happen, and all of it is drawn. That is asked of the event loop
itself, since neither a number of turns nor a time says so: every widget waits for a message that is not there, and
every timer waits. This is the one module of the tests that touches what Textual and asyncio keep to themselves.
"""

import asyncio
import unicodedata
from collections.abc import Callable, Iterator
from types import CodeType
from typing import Any

import textual._wait
from rich.console import RenderableType
from textual.drivers.headless_driver import HeadlessDriver
from textual.events import Key, Resize
from textual.geometry import Size
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.screen import Screen
from textual.timer import Timer

textual._wait.SLEEP_GRANULARITY = 1 / 500
"""Seconds that Textual looks on before it takes a picture; `settle` has waited already for all that is to be seen."""

MANY_TURNS = 20_000
"""Turns of the event loop after which an app counts as one that never rests; a key takes some dozens."""

_RESTING: set[CodeType] = {MessagePump._get_message.__code__, Timer._run.__code__}
"""What a task does while it waits for something new."""


async def settle(pilot: Pilot[None]) -> None:
    """Let everything happen that follows from what was pressed, and draw it; of an app that ends, nothing more.

    Raises what the app falls over.
    """
    for _ in range(MANY_TURNS):
        if pilot.app._exception is not None:
            raise pilot.app._exception
        if pilot.app._exit:
            return
        if any(_busy(pilot)):
            await asyncio.sleep(0)
        # What Textual would do a moment later, at a tick of its clock: it gathers sizes, and what is to be drawn.
        elif pilot.app._resize_event is not None:
            pilot.app._check_resize()
        elif _undrawn(pilot.app.screen):
            pilot.app.screen._on_timer_update()
        else:
            return
    raise AssertionError(f"never at rest: {[*_busy(pilot)]}")


def _busy(pilot: Pilot[None]) -> Iterator[object]:
    """What is still at work: pumps with messages or callbacks, and tasks that wait for none."""
    for pump in (pilot.app, *pilot.app._registry):
        if pump._pending_message or pump._next_callbacks or not pump._message_queue.empty():
            yield pump
    for task in asyncio.all_tasks():
        if task is not asyncio.current_task() and not _rests(task.get_coro()):
            yield task


def _rests(coroutine: Any) -> bool:
    while coroutine is not None:
        if getattr(coroutine, "cr_code", None) in _RESTING:
            return True
        coroutine = getattr(coroutine, "cr_await", None)
    return False


def _undrawn(screen: Screen[Any]) -> bool:
    waiting = (screen._layout_required, screen._scroll_required, screen._repaint_required)
    return any(waiting) or screen._recompose_required or bool(screen._dirty_widgets or screen._callbacks)


def strike(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, each with what it types, and wait for nothing: the next one may come before all is done.

    A key is a name of Textual's, or the character that it types.
    """
    for key in keys:
        name = _character_to_key(key) if len(key) == 1 else key
        pilot.app.post_message(Key(name, _typed_by(key)))


def _typed_by(key: str) -> str | None:
    if len(key) == 1:
        return key
    try:
        return unicodedata.lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(key, key)))
    except KeyError:
        return None


def tell_size(pilot: Pilot[None], width: int, height: int) -> None:
    """Make the window another size, and wait for nothing."""
    size = Size(width, height)
    assert isinstance(pilot.app._driver, HeadlessDriver)
    pilot.app._driver._size = size
    pilot.app.post_message(Resize(size, size))


def tell_frames(pilot: Pilot[None], tell: Callable[[], object]) -> None:
    """Call `tell` whenever something is drawn, from now on."""
    display = pilot.app._display

    def drawn(screen: Screen[Any], renderable: RenderableType | None) -> None:
        if renderable is not None:
            tell()
        display(screen, renderable)

    pilot.app._display = drawn  # type: ignore[method-assign]


def text_of(pilot: Pilot[None]) -> str:
    """What stands on the screen."""
    return "\n".join(strip.text for strip in pilot.app.screen._compositor.render_strips())
