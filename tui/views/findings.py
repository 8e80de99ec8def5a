"""The findings: all that is wrong with the corpus, or worth a word, a line each."""

from model.corpus.findings import MOST_SAID, Finding
from model.index.features import Feature
from tui.cards.finding import LOOKS
from tui.cards.layout import columns, heading, widest
from tui.state.context import Context
from tui.text.line import MUTE, TEXT, Line
from tui.text.phrases import Phrases
from tui.text.shown import cells, cut_before
from tui.text.target import FindingTarget, Target
from tui.views.view import CursorView

_SEVERITY, _CODE = 7, 4

_LEAST = 8
"""The fewest cells of a sentence."""

_WITH_CODES = 56
"""The width from which on there is room for codes."""

_MOST_PLACE = 28
"""The most cells of a file with its line; never more than about half of the width."""


class FindingsView(CursorView):
    """One line for each finding, in the order in which `check` prints them. Not among those that one walks through."""

    name = "findings"
    about = "what is wrong with the corpus"
    words = ("check", "errors", "warnings", "mistakes")
    needs = Feature.CLAIMS
    footer = ("help", "move", "open", "findings", "view", "back")

    def title(self, ctx: Context, width: int) -> tuple[str, str]:
        """What the view shows, and which finding of how many is selected."""
        entry, total = self.entry_of(ctx), len(ctx.archive.corpus.findings)
        return "Findings", f"{entry + 1} of {total} " if entry is not None else f"{total} "

    def walked(self, ctx: Context) -> bool:
        """It has a key of its own."""
        return False

    def entries(self, ctx: Context) -> list[Target]:
        """The findings, of very many the first ones."""
        return [FindingTarget(number) for number, _ in enumerate(_said(ctx))]

    def lines(self, ctx: Context, width: int) -> list[Line]:
        """A line for each finding."""
        said, all_found = _said(ctx), ctx.archive.corpus.findings
        if not said:
            return [heading("", NOTHING_FOUND)]
        phrases = ctx.phrases
        room = min(
            _MOST_PLACE,
            width * 9 // 20,
            width - _SEVERITY - _LEAST - 2,
            widest((_place(it, phrases) for it in said), 4),
        )
        lines = [_line(number, finding, phrases, room, width) for number, finding in enumerate(said)]
        more = len(all_found) - len(said)
        return [*lines, heading("", f"and {more:,} more; mend these first")] if more else lines


NOTHING_FOUND = "Nothing is wrong with this corpus."
"""What is said where nothing was found."""


def _said(ctx: Context) -> tuple[Finding, ...]:
    return ctx.archive.corpus.findings[:MOST_SAID]


def _line(number: int, finding: Finding, phrases: Phrases, room: int, width: int) -> Line:
    mark = phrases.signs.cut
    row = [(finding.severity.value, LOOKS[finding.severity], _SEVERITY)]
    if width >= _WITH_CODES:
        row.append((finding.code, MUTE, _CODE))
    row.append((_fitting_place(finding, phrases, room), MUTE, room))
    sentence = max(_LEAST, width - sum(taken + 1 for *_, taken in row))
    row.append((phrases.plain(finding.message), TEXT, sentence))
    return columns(row, mark, FindingTarget(number))


def _place(finding: Finding, phrases: Phrases) -> str:
    """The file, and the line where it is one line that is meant."""
    return phrases.plain(finding.file) + (f":{finding.line}" if finding.line else "")


def _fitting_place(finding: Finding, phrases: Phrases, room: int) -> str:
    """The same in at most `room` cells: without its folder, then from its end; the line is never cut."""
    place = _place(finding, phrases)
    if cells(place) > room:
        place = place.rpartition("/")[2]
    return cut_before(place, room, phrases.signs.cut)
