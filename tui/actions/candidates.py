"""Deciding on a candidate: it is accepted, which leads to what has to be written, or dismissed for a reason."""

from collections.abc import Iterator

from model.candidates.proposal import Proposal
from model.corpus.vocabulary import CandidateKind
from model.curate.changes import changed_files
from model.curate.entry.dismissal import FILE, dismissed
from model.curate.entry.origin import joined, with_origin
from model.curate.toml_text import CannotEdit
from tui.actions.contest import conflict_form
from tui.actions.select import go
from tui.actions.writing import REFUSALS, records_file, why_not, write
from tui.state.context import Context
from tui.state.outcome import Ask, Outcome, Outcomes, Say
from tui.text.candidate_words import warning
from tui.text.target import ClaimTarget
from tui.views.candidates import CandidatesView

_LONGEST = 500
_NONE = Say("No candidate is selected.")


def accept(ctx: Context, by: int) -> Outcomes:
    """Ask for the conflict, give two sayings one origin, or lead to what may be the same event."""
    chosen = _chosen(ctx)
    if isinstance(chosen, Say):
        return chosen
    match chosen.kind:
        case CandidateKind.CONFLICT:
            return conflict_form(ctx, *chosen.claims)
        case CandidateKind.SAME_ORIGIN:
            return _one_origin(ctx, chosen)
        case CandidateKind.SAME_EVENT:
            return _one_event(ctx, chosen)


def _chosen(ctx: Context) -> Proposal | Say:
    if why := why_not(ctx):
        return Say(why)
    chosen = ctx.view.chosen(ctx) if isinstance(ctx.view, CandidatesView) else None
    return chosen if chosen is not None else _NONE


def _one_origin(ctx: Context, candidate: Proposal) -> Iterator[Outcome]:
    if candidate.kept_apart is not None:
        yield Say(f"Not written. {warning(candidate, ctx.phrases)}")
        return
    # As it is written, whatever of it was known on the day.
    archive, corpus = ctx.archive, ctx.archive.corpus
    try:
        statement, origin = joined(corpus, *candidate.claims)
        file = records_file(archive, corpus.statements[statement].source)
        after = with_origin(archive.files[file], statement, origin)
        said = f"{statement} goes back to {origin} now. {ctx.key('undo')} takes that back."
        yield write(
            ctx, changed_files(archive.files, {**archive.files, file: after}), lambda now: _next(now, said)
        )
    except REFUSALS as error:
        yield Say(f"Not written: {error}.")


def _one_event(ctx: Context, candidate: Proposal) -> Iterator[Outcome]:
    """Two events are made one by hand: each claim has to be looked at for whether it says the same of both."""
    yield from go(ctx, ctx.selector.target(ctx.selection, ClaimTarget(candidate.claims[1])))
    if candidate.kept_apart is not None:
        yield Say(warning(candidate, ctx.phrases))
        return
    first, editor, delete = candidate.between[0], ctx.key("editor"), ctx.key("delete")
    yield Say(f'If one: {editor} on its claims, event = "{first}"; then {delete}.')


def dismiss(ctx: Context, by: int) -> Outcomes:
    """Ask why it is not so; then it is not proposed again."""
    chosen = _chosen(ctx)
    return chosen if isinstance(chosen, Say) else _question(chosen, "")


def _question(candidate: Proposal, typed: str) -> Ask:
    def done(now: Context, given: str | None) -> Outcomes:
        return _dismissed(now, candidate, given) if given and given.strip() else None

    return Ask(
        mark="dismissed because ",
        hints=("both can be so", "other days", "they speak of two things"),
        done=done,
        typed=typed,
        longest=_LONGEST,
    )


def _dismissed(ctx: Context, candidate: Proposal, typed: str) -> Iterator[Outcome]:
    files = ctx.archive.files
    try:
        if why := why_not(ctx):
            raise CannotEdit(why)
        after = {**files, FILE: dismissed(files.get(FILE), candidate, typed.strip())}
        said = f"Dismissed, and kept in {FILE}. {ctx.key('undo')} takes that back."
        yield write(ctx, changed_files(files, after), lambda now: _next(now, said))
    except REFUSALS as error:
        yield _question(candidate, typed)
        yield Say(f"Not written: {error}")


def _next(ctx: Context, said: str) -> Iterator[Outcome]:
    if isinstance(ctx.view, CandidatesView):
        yield ctx.view.after(ctx)
    yield Say(said)
