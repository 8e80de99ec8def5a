"""`dprk-tui` and `python -m tui`: read the command line, then do the one thing it asks for.

Nothing but the command line is imported before it has been read: `--help` and `--version` cost next to nothing.
"""

import sys

from tui.cli.interrupt import leave_on_interrupt


def main(arguments: list[str] | None = None) -> int:
    """Run the program and return its exit status: 0 done, 1 errors found, 2 nothing to work on, 130 interrupted."""
    leave_on_interrupt()
    from tui.cli.ending import ended

    return ended(lambda: _done(sys.argv[1:] if arguments is None else arguments))


def _done(arguments: list[str]) -> int:
    from tui.cli.parser import parse_arguments

    options = parse_arguments(arguments)
    from tui.cli.collector import collector_at_rest

    with collector_at_rest():
        from tui.cli.dispatch import run

    return run(options)


if __name__ == "__main__":
    sys.exit(main())
