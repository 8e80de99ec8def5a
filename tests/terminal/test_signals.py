"""Signals are seen when they come, also by a program that waits."""

import asyncio
import signal
import threading

from tui.terminal.signals import wake_on_signals


def test_a_loop_that_waits_wakes_for_a_signal_that_another_thread_was_given():
    over = threading.Event()
    other = threading.Thread(target=over.wait)
    other.start()

    async def waited() -> list[str]:
        loop, told = asyncio.get_running_loop(), asyncio.Event()
        late: list[str] = []
        loop.call_later(5, late.append, "nothing woke it")
        signal.signal(signal.SIGUSR1, lambda *_: loop.call_soon_threadsafe(told.set))
        leave = wake_on_signals(loop)
        signal.pthread_kill(other.ident or 0, signal.SIGUSR1)
        await told.wait()
        leave()
        return late

    before = signal.getsignal(signal.SIGUSR1)
    try:
        assert asyncio.run(waited()) == []
    finally:
        signal.signal(signal.SIGUSR1, before)
        over.set()
        other.join()
