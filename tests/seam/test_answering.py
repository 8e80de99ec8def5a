"""Who works beside the screen waits while a key is being answered."""

import asyncio
import threading

from tui.seam.answering import Answering


async def waited(answering: Answering) -> threading.Event:
    """Set once a thread that waits for it has gone on; it is at its waiting when this returns."""
    there, on = threading.Event(), threading.Event()

    def wait() -> None:
        there.set()
        answering.wait()
        on.set()

    threading.Thread(target=wait, daemon=True).start()
    while not there.is_set():
        await asyncio.sleep(0)
    return on


async def test_a_thread_goes_on_when_the_key_is_answered():
    answering = Answering()
    answering.begin()
    on = await waited(answering)
    for _ in range(100):
        await asyncio.sleep(0)
    assert not on.is_set()
    answering.end()
    assert await asyncio.to_thread(on.wait, 10)


async def test_a_key_that_nothing_is_drawn_for_is_answered_by_itself():
    answering = Answering()
    answering.begin()
    answering.begin()
    on = await waited(answering)
    assert await asyncio.to_thread(on.wait, 10)
    # Nobody has to wait until the next key.
    assert await asyncio.to_thread((await waited(answering)).wait, 10)


async def test_without_a_key_nobody_waits():
    answering = Answering()
    answering.begin()
    answering.end()
    assert await asyncio.to_thread((await waited(answering)).wait, 10)
