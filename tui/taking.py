"""Taking away: quotes with their citations, events, and briefs, to the terminal's clipboard or to a file."""

import errno
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands.every import key, keys
from tui.config import ConfigError, data_folder
from tui.finding import Seeking
from tui.scene import Scene
from tui.text.shown import shown

if TYPE_CHECKING:
    from model.exchange.formats import Exporter

MOST_FOR_CLIPBOARD = 74_994
"""Bytes that a terminal may be sent for its clipboard: in base64 they are the 100,000 that terminals commonly bear."""


class Taking(Seeking):
    """Sends text out of the program. It is never known whether a clipboard took it, so a file is the other road."""

    _sent: tuple[str, Scene] | None = None
    """What was sent to the clipboard last, and the scene it was sent from."""

    def action_take_quote(self) -> None:
        """Send the lit quote with its citation; once more, write it to a file."""
        from model.exchange.citation import citation

        corpus, quote = self._archive.corpus, self.selection.quote
        if quote is None or self.selection.place is not None:
            self.say(f"No quote is lit. {keys('quotes')} light one.")
            return
        text = citation(corpus, corpus.claims[quote]).text
        self._take(text, "Quote and source", key("citation"), f"{quote}.txt")

    def action_take_event(self) -> None:
        """Send the selected event as a block of Markdown; once more, write it to a file."""
        from model.exchange.brief import event_brief
        from model.exchange.to_markdown import markdown_event

        event = self._event_on_card()
        if event is None:
            self.say("No event is selected.")
            return
        brief = event_brief(self._archive.corpus, event, self._archive.timeline.day)
        text = _joined(markdown_event(brief))
        self._take(text, "The event", key("event"), f"{event}.md")

    def action_brief(self) -> None:
        """Ask for a file, and write a brief of the events shown to it."""
        from tui.prompt import Prompt

        hints = ("a new file", "brief.md", "brief.html", "claims.csv")
        prompt = Prompt(
            "brief to ",
            hints,
            self._brief_answer,
            signs=self._signs,
            wrong=self._why_no_brief,
            longest=1000,
        )
        self.ask(prompt, self._write_brief)

    def _event_on_card(self) -> str | None:
        card = self.selection.card
        return card.id if card is not None and card.kind == "event" else self.selection.event

    def _take(self, text: str, what: str, key: str, name: str) -> None:
        if self._sent is not None and self._sent[0] == text and self._sent[1] is self._scene:
            self._sent = None
            self._to_own_folder(text, name)
            return
        self._sent = text, self._scene
        size = len(text.encode())
        if size > MOST_FOR_CLIPBOARD:
            self.say(f"{what}: {size:,} bytes are too many for a terminal's clipboard.  {key} again: a file")
            return
        # OSC 52, which says nothing back: whether the terminal obeys, only pasting tells.
        self.app.copy_to_clipboard(text)
        self.say(f"{what} sent to the terminal's clipboard ({size:,} bytes).  {key} again: a file")

    def _to_own_folder(self, text: str, name: str) -> None:
        try:
            folder = data_folder() / "taken"
        except ConfigError as error:
            self.say(f"Not written: {error}.")
            return
        try:
            folder.mkdir(parents=True, exist_ok=True)
            file = _write_new(folder, name, text)
        except OSError as error:
            self.say(f"Not written: {folder}: {error.strerror}")
        else:
            self.say(f"Written to {_short(file)}")

    def _brief_answer(self, typed: str) -> str:
        """What would be written, or why nothing can be."""
        if not typed.strip():
            return ""
        timeline = self._archive.timeline
        if why := self._why_no_brief(typed):
            return why
        exporter = _exporter_of(_file_of(typed.strip()))
        return f"{exporter.name}, {timeline.total} of {timeline.known} events"

    def _why_no_brief(self, typed: str) -> str:
        """Why nothing can be written to a path; empty where it seems that something can."""
        try:
            file = _file_of(typed.strip())
            there = file.exists()
            _exporter_of(file)
        except OSError as error:
            return shown(error.strerror or str(error), self._signs.ascii_only)
        except _NoFormat as error:
            return shown(str(error), self._signs.ascii_only)
        if not file.parent.is_dir():
            return "that folder is not there"
        return "is there already: nothing is overwritten" if there else ""

    def _write_brief(self, typed: str | None) -> None:
        from model.exchange.registry import PluginFault
        from tui.exporting import exported

        if not typed:
            if typed is not None:
                self.say("Nothing was written: no file was named.")
            return
        file = _file_of(typed)
        try:
            _write(file, "".join(exported(self._archive, self._archive.timeline.when, _exporter_of(file))))
        except (_NoFormat, PluginFault) as error:
            self.say(f"Not written: {shown(str(error), self._signs.ascii_only)}")
        except OSError as error:
            self.say(f"Not written: {error.strerror or error}: {_short(file)}")
        else:
            timeline = self._archive.timeline
            self.say(f"{timeline.total} of {timeline.known} events written to {_short(file)}")


class _NoFormat(Exception):
    """The ending of a file's name asks for no format; the message says why."""


def _exporter_of(file: Path) -> "Exporter":
    """The format that the ending of a file's name asks for. Raises `_NoFormat`."""
    from model.exchange.formats import endings, exporter_for
    from model.exchange.registry import PluginFault

    try:
        exporter = exporter_for(file.suffix)
    except PluginFault as fault:
        raise _NoFormat(f"ends in {', '.join(endings())}; {fault}") from None
    if exporter is None:
        raise _NoFormat(f"ends in {', '.join(endings())}")
    return exporter


def _joined(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _file_of(typed: str) -> Path:
    """The file that a typed path means, `~` spelled out. Raises `OSError` with a `strerror` that explains."""
    try:
        return Path(typed).expanduser()
    except RuntimeError:
        raise OSError(errno.ENOENT, "nobody here has that home folder") from None


def _write(file: Path, text: str) -> None:
    """Write a new file, whole or not at all; nothing that is there is touched. Raises `OSError`."""
    with file.open("x", encoding="utf-8", newline="") as out:
        try:
            out.write(text)
            out.flush()
        except OSError:
            file.unlink(missing_ok=True)
            raise


def _write_new(folder: Path, name: str, text: str) -> Path:
    """Write `text` to a file that was not there: `name`, or `name` with a number. Raises `OSError`."""
    first = Path(name)
    for number in range(1, 10_000):
        file = folder / (name if number == 1 else f"{first.stem}-{number}{first.suffix}")
        try:
            _write(file, text)
        except FileExistsError:
            continue
        return file
    raise FileExistsError(errno.EEXIST, "too many files of this name", str(folder / name))


def _short(file: Path) -> str:
    """A path as people write it: from `~` on where it is in the home folder."""
    try:
        return f"~/{file.resolve().relative_to(Path.home().resolve())}"
    except (ValueError, OSError, RuntimeError):
        return str(file)
