"""Completions for fish, from the parser: shtab knows none."""

import argparse
from collections.abc import Iterator

from tui.cli.shipped import commands_of, helps_of

_FOLDERS, _FILES = "(__fish_complete_directories)", "-F"


def fish(parser: argparse.ArgumentParser) -> str:
    """What `dprk-tui.fish` holds."""
    return "\n".join(_lines(parser)) + "\n"


def _lines(parser: argparse.ArgumentParser) -> Iterator[str]:
    program, commands = parser.prog, commands_of(parser)
    named = " ".join(commands)
    yield f"# Completions of {program} for fish; keep them in ~/.config/fish/completions/{program}.fish"
    yield f"complete -c {program} -f"
    none = f"not __fish_seen_subcommand_from {named}"
    for name, help in helps_of(parser):
        yield f"complete -c {program} -n {_quoted(none)} -a {name} -d {_quoted(help)}"
    yield f"complete -c {program} -n {_quoted(none)} -a {_quoted(_FOLDERS)} -d 'a corpus folder'"
    yield from _options(program, none, parser)
    for name, command in commands.items():
        yield from _options(program, f"__fish_seen_subcommand_from {name}", command)


def _options(program: str, when: str, parser: argparse.ArgumentParser) -> Iterator[str]:
    for action in parser._actions:
        words = [f"complete -c {program} -n {_quoted(when)}"]
        if action.option_strings:
            words += [_option(option) for option in action.option_strings]
            words += _value(action)
        elif action.metavar in ("CORPUS", "DIR", "FILE"):
            words += _value(action)
        else:
            continue
        if action.help:
            words.append(f"-d {_quoted(action.help)}")
        yield " ".join(words)


def _option(option: str) -> str:
    return f"-l {option[2:]}" if option.startswith("--") else f"-s {option[1:]}"


def _value(action: argparse.Action) -> list[str]:
    """What may follow: one of some words, a folder, a file, or anything."""
    if action.option_strings and action.nargs == 0:
        return []
    needed = ["-r"] if action.option_strings else []
    if action.choices is not None:
        return [*needed, f"-f -a {_quoted(' '.join(map(str, action.choices)))}"]
    if action.metavar in ("CORPUS", "DIR"):
        return [*needed, f"-f -a {_quoted(_FOLDERS)}"]
    return [*needed, _FILES] if action.metavar == "FILE" else [*needed, "-f"]


def _quoted(text: str) -> str:
    """Words as fish reads them: in single quotes only these two are special."""
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
