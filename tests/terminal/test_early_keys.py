"""Keys that are typed while the first picture is being written are no part of it."""

import fcntl
import os
import pty
import signal
import struct
import termios

from tests.tui.test_walk import AS_MODULE, ROOT
from tui.terminal.taken import ENTER


def test_the_terminal_writes_no_key_into_the_first_picture():
    process, terminal = pty.fork()
    if process == 0:
        fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 120, 300, 0, 0))
        os.execvpe(
            AS_MODULE[0], list(AS_MODULE), os.environ | {"PYTHONPATH": str(ROOT), "TERM": "xterm-256color"}
        )
    try:
        # More than a terminal holds: who reads nothing of it stops the program in the middle.
        seen = b""
        while ENTER.encode() not in seen:
            seen += os.read(terminal, 64)
        assert not termios.tcgetattr(terminal)[3] & termios.ECHO
    finally:
        os.kill(process, signal.SIGKILL)
        os.close(terminal)
        os.waitpid(process, 0)
