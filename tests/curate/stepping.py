"""A program that is killed at a system call: before it, or after it, whichever of them one names (Linux, ptrace)."""

import ctypes
import os
import signal
import sys
from collections.abc import Callable

_TRACE_ME, _TO_NEXT_CALL = 0, 24


def can_step() -> bool:
    """Whether this system lets a program be followed from call to call."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        return not killed_at(10_000, lambda: None)
    except OSError:
        return False


def killed_at(stop: int, work: Callable[[], object]) -> bool:
    """Do `work` in a child that is killed at its `stop`-th entry into or exit from a system call; False if it ended.

    Only for a process of one thread. Raises `OSError` where nothing may be followed, and `AssertionError` where the
    work fails by itself.
    """
    ptrace = _ptrace()
    child = os.fork()
    if child == 0:
        try:
            ptrace(_TRACE_ME, 0, None, None)
            os.kill(os.getpid(), signal.SIGSTOP)
            work()
            os._exit(0)
        except BaseException as error:
            os.write(2, f"{error!r}\n".encode())
        os._exit(1)
    _, status = os.waitpid(child, 0)
    for _ in range(stop):
        ptrace(_TO_NEXT_CALL, child, None, None)
        _, status = os.waitpid(child, 0)
        if not os.WIFSTOPPED(status):
            assert status == 0, status
            return False
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return True


def _ptrace() -> Callable[..., None]:
    libc = ctypes.CDLL(None, use_errno=True)
    libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
    libc.ptrace.restype = ctypes.c_long

    def call(request: int, child: int, address: None, data: None) -> None:
        if libc.ptrace(request, child, address, data) == -1:
            raise OSError(ctypes.get_errno(), "ptrace")

    return call
