"""The manual page (man(7) macros), from the parser and the list of commands."""

import argparse
from collections.abc import Iterator

from model.index.features import Feature
from model.query.vocabulary import KEYS
from tui import __version__
from tui.cli.subcommands import commands_of, helps_of
from tui.commands.every import COMMANDS


def manual(parser: argparse.ArgumentParser) -> str:
    """What `man dprk-tui` shows."""
    return "\n".join(_lines(parser)) + "\n"


def _lines(parser: argparse.ArgumentParser) -> Iterator[str]:
    program = parser.prog
    yield f'.TH {program.upper().replace("-", chr(92) + "-")} 1 "" "{program} {__version__}" "User commands"'
    yield ".SH NAME"
    yield f"{_plain(program)} \\- {_plain((parser.description or '').rstrip('.').removeprefix('A '))}"
    yield ".SH SYNOPSIS"
    for line in (parser.usage or "").splitlines():
        yield ".br"
        yield _plain(line.strip())
    yield ".SH DESCRIPTION"
    yield _plain(parser.description or "")
    yield ".PP"
    yield _plain((parser.epilog or "").replace("`", ""))
    yield ".SH OPTIONS"
    yield from _arguments(parser)
    yield ".SH COMMANDS"
    for name, help in helps_of(parser):
        yield f".SS {_plain(name)}"
        yield f"{_plain(help[:1].upper() + help[1:])}."
        yield from _arguments(commands_of(parser)[name])
    yield from _filters()
    yield ".SH KEYS"
    yield from _keys()
    yield from _rest()


def _arguments(parser: argparse.ArgumentParser) -> Iterator[str]:
    for action in parser._actions:
        unsaid = action.help == argparse.SUPPRESS
        if unsaid or isinstance(action, argparse._SubParsersAction | argparse._HelpAction):
            continue
        name = ", ".join(f"\\fB{_plain(option)}\\fR" for option in action.option_strings)
        value = _value(action)
        yield ".TP"
        yield f"{name}{' ' if name and value else ''}{value}"
        yield _plain((action.help or "").replace("%(prog)s", parser.prog))


def _value(action: argparse.Action) -> str:
    if action.nargs == 0:
        return ""
    if action.choices is not None:
        return "|".join(f"\\fB{_plain(str(choice))}\\fR" for choice in action.choices)
    return f"\\fI{_plain(str(action.metavar or action.dest.upper()))}\\fR"


def _filters() -> Iterator[str]:
    yield ".SH FILTERS"
    yield _plain(
        "A filter is what --filter takes, and what f asks for. All of its terms have to hold: key:value (key:one,other "
        "for either), or a word of titles and quotes. - before a term turns it round; quotation marks hold words "
        "together; @name stands for a saved filter. The keys are:"
    )
    for key, about in KEYS.items():
        yield ".TP"
        yield f"\\fB{key}:\\fR"
        yield _plain(about)
    yield ".PP"
    yield _plain(
        "by:kremlin finds what is said in the name of the Kremlin alone. Who speaks of what goes back to it, as "
        "Ushakov does, says it in other words: by:kremlin,ushakov finds both, and is offered where by:kremlin is typed."
    )


def _keys() -> Iterator[str]:
    group = ""
    for command in COMMANDS:
        if command.group != group:
            group = command.group
            yield f".SS {_plain(group)}"
        also = f" ({_plain(command.also)})" if command.also else ""
        yield ".TP"
        yield f"\\fB{_plain(command.keys)}\\fR{also}"
        where = " (In a table of coded rows.)" if command.needs is Feature.ROWS else ""
        yield _plain(f"{command.help}{where}")


def _rest() -> Iterator[str]:
    yield ".SH FILES"
    yield ".TP"
    yield "\\fI~/.config/dprk\\-tui/config.toml\\fR"
    yield _plain('Other keys: under [keys], "/" = "F3" lets F3 do what / does.')
    yield ".TP"
    yield "\\fI~/.config/dprk\\-tui/filters.toml\\fR"
    yield _plain("Filters saved with as:name; @name stands for one of them.")
    yield ".TP"
    yield "\\fI~/.local/share/dprk\\-tui/taken\\fR"
    yield _plain("What w and W have written to files. Nothing there is ever overwritten.")
    yield ".SH EXIT STATUS"
    yield _plain("0 done; 1 errors in a corpus; 2 nothing to work on, or a mistake in the command line.")


def _plain(text: str) -> str:
    """Text that troff takes for nothing else."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("`", "\\(ga")
    return f"\\&{escaped}" if escaped.startswith(".") else escaped
