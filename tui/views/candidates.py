"""The candidates: what may be at odds, of one origin or one event, each with its reason and its two sentences."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from model.asof.saying import saying
from model.candidates.proposal import Proposal
from model.index.features import Feature
from tui.cards.layout import columns, heading
from tui.state.beside import CANDIDATES, Task
from tui.state.context import Context
from tui.state.scene import Scene
from tui.text.candidate_words import HEADINGS, NO_CANDIDATE, reason, warning
from tui.text.line import ACCENT, BLANK, MUTE, NAME, TEXT, Line, Span
from tui.text.phrases import Phrases, counted
from tui.text.target import ClaimTarget, Target
from tui.text.wrap import wrap_text
from tui.views.view import CursorView

_SAID, _WHO, _SMALL_WHO = 7, 20, 11
_ROOMY = 68
"""The width from which on there is room for whole names."""

_SIDES = 2
"""Entries of a candidate: the sentences of its two sides."""


class CandidatesView(CursorView):
    """Why two sentences may have to do with each other, and the two below it: each a line that lights it."""

    name = "candidates"
    about = "what may be at odds, or be one, and is not yet"
    words = ("suggestions", "likely", "missed", "duplicates")
    needs = Feature.CLAIMS
    footer = ("help", "move", "accept", "dismiss", "view", "back")

    def title(self, ctx: Context, width: int) -> tuple[str, str]:
        """What the view shows, and which candidate of how many is selected."""
        found, entry = ctx.candidates, self.entry_of(ctx)
        if found is None:
            return "Candidates: never verdicts", ""
        number = f"{entry // _SIDES + 1} of " if entry is not None else ""
        return "Candidates: never verdicts", f"{number}{len(found)} "

    def walked(self, ctx: Context) -> bool:
        """Where there are none one need not come by; of a large corpus that is found out here."""
        found = ctx.candidates
        return found is None or bool(found)

    def waits(self, ctx: Context) -> Task | None:
        """Until all have been found."""
        return CANDIDATES if ctx.candidates is None else None

    def made_from(self, ctx: Context) -> object:
        """Day and filter, and how far the work has come."""
        return ctx.scene.when, self.waits(ctx), ctx.working

    def entries(self, ctx: Context) -> list[Target]:
        """The two sentences of each candidate."""
        return [ClaimTarget(name) for it in ctx.candidates or () for name in it.claims]

    def fits(self, entry: Target, ctx: Context) -> bool:
        """Whether the sentence is the one that is lit."""
        return isinstance(entry, ClaimTarget) and ctx.selection.quote == entry.claim

    def nearest(self, ctx: Context) -> int:
        """The first one that has to do with the selected event."""
        claims, event = ctx.corpus.claims, ctx.selection.event
        found = enumerate(ctx.candidates or ())
        numbers = (at for at, it in found if any(claims[name].event == event for name in it.claims))
        return _SIDES * next(numbers, 0)

    def followed(self, ctx: Context) -> Scene:
        """Where nothing could be selected before, the nearest one is."""
        return self.opened(ctx) if ctx.scene.viewed.entry is None else ctx.scene

    def chosen(self, ctx: Context) -> Proposal | None:
        """The candidate of which a sentence is selected."""
        entry = self.entry_of(ctx)
        return (ctx.candidates or ())[entry // _SIDES] if entry is not None else None

    def after(self, ctx: Context) -> Scene:
        """The scene after a candidate has gone: with the one selected that stands in its place now."""
        entry, count = ctx.scene.viewed.entry or 0, len(ctx.candidates or ())
        if not count:
            return ctx.scene
        scene, selection = self.reached(ctx, _SIDES * min(entry // _SIDES, count - 1))
        return replace(scene, selection=selection)

    def lines(self, ctx: Context, width: int) -> list[Line]:
        """The candidates under what they are: the reason, a warning where there is one, the two sentences."""
        found = ctx.candidates
        if found is None:
            done, total = ctx.working or (0, CANDIDATES.steps(ctx.archive, ctx.scene.when.day))
            return _told(f"Looking for them: step {done:,} of {total:,}.", width)
        lines: list[Line] = []
        for kind, group in groupby(found, key=lambda it: it.kind):
            of_kind = list(group)
            words, about = HEADINGS[kind]
            lines += [BLANK] if lines else []
            lines.append(heading(counted(len(of_kind), words), about if width >= _ROOMY else ""))
            for number, it in enumerate(of_kind):
                lines += [BLANK] if number else []
                lines += _candidate(it, ctx.phrases, width)
        return lines or _told(NO_CANDIDATE, width)


def _told(sentence: str, width: int) -> list[Line]:
    return [Line((Span(row, MUTE),)) for row in wrap_text(sentence, width)]


def _candidate(it: Proposal, phrases: Phrases, width: int) -> Iterator[Line]:
    yield from (Line((Span(row, TEXT),)) for row in wrap_text(reason(it, phrases), width))
    if it.kept_apart is not None:
        yield from (Line((Span(row, ACCENT),)) for row in wrap_text(warning(it, phrases), width))
    who = _WHO if width >= _ROOMY else _SMALL_WHO
    for name in it.claims:
        claim = phrases.corpus.claims[name]
        said = saying(phrases.corpus, claim)
        row = [
            (phrases.said_on(said), MUTE, _SAID),
            (phrases.short_name(said.speaker), NAME, who),
            (f'"{phrases.quote(claim)}"', TEXT, max(8, width - who - _SAID - 2)),
        ]
        yield columns(row, phrases.signs.cut, ClaimTarget(name))
