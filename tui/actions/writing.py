"""Writing a change set from the screen: tried first, then saved, then shown."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from model.corpus.corpus import Corpus
from model.curate.changes import Changes, Written, inverse, written_after
from model.curate.saving import NotSaved, save
from model.curate.toml_text import CannotEdit
from model.curate.trial import Mistaken, tried
from model.index.archive import Archive
from tui.actions.reload import carried_over
from tui.state.context import Context
from tui.state.marking import Marking
from tui.state.outcome import Outcome, Outcomes, Say, TakeUp, one_by_one
from tui.text.target import TextTarget

REFUSALS = (CannotEdit, Mistaken, NotSaved)
"""Why a change set is not written: each has one sentence."""


def why_not(ctx: Context) -> str:
    """Why nothing can be written in this corpus; empty where something can."""
    if ctx.archive.corpus.as_before:
        return f"Mend first what is broken: {ctx.key('findings')} says where."
    if not ctx.archive.files:
        return "This corpus was not read from a folder: nothing can be written in it."
    return ""


def write(
    ctx: Context, changes: Changes, then: Callable[[Context], Outcomes], undone: Written | None = None
) -> TakeUp:
    """Write a change set, once it was tried; `then` goes on from the scene as it is in what came of it.

    Where it takes one back, `undone` is what is left that can be. Raises one of `REFUSALS`: then nothing was written.
    """
    archive = tried(ctx.archive, changes)
    save(Path(ctx.archive.folder), changes)

    def there(before: Context, now: Context) -> Iterator[Outcome]:
        written = undone if undone is not None else written_after(before.scene.written, changes)
        scene = replace(carried_over(before, now), written=written, marking=None)
        yield scene
        yield from one_by_one(then(now.of(scene)))

    return TakeUp(archive, there)


def undo(ctx: Context, by: int) -> Iterator[Outcome]:
    """Take back what was written last and not taken back yet, as long as its files are as it left them."""
    if not ctx.scene.written:
        yield Say("Of what was written since the start, nothing is left to be taken back.")
        return
    *before, last = ctx.scene.written
    files = last[0].file if len(last) == 1 else f"{len(last)} files"

    def undone(now: Context) -> Iterator[Outcome]:
        """Lead to what has lost its claim or list, and say what was taken back."""
        scene = replace(now.scene, entered=None)
        words = _without_record(ctx.archive.whole, now.archive.whole)
        if words is not None and now.selector.known.is_published(words):
            # What nothing is made of any more is where one goes on.
            scene = replace(scene, selection=now.selector.text(scene.selection, words))
        yield scene
        if words is not None and scene.stance.pane == "source" and scene.selection.place == words:
            yield replace(scene, marking=Marking(words.source, words.start, words.end, taken=True))
        more = f" {ctx.key('undo')} takes back one more." if before else ""
        yield Say(f"Taken back: {files} as before.{more}")

    try:
        yield write(ctx, inverse(last), undone, (*before,))
    except REFUSALS as error:
        yield Say(f"Not taken back: {error}")


def _without_record(before: Corpus, now: Corpus) -> TextTarget | None:
    """The words of which something was made before and nothing is now; None where that are none, or several."""
    rows = (
        ("claims", {id: it.source for id, it in before.claims.items()}),
        ("lists", {id: it.source for id, it in before.lists.items()}),
    )
    gone = [
        TextTarget(sources[id], span.start, span.end, lit=True)
        for kind, sources in rows
        for id, span in getattr(before.anchors, kind).items()
        if id in sources and id not in getattr(now, kind)
    ]
    for then, there in (
        (before.anchors.left_out, now.anchors.left_out),
        (before.anchors.furniture, now.anchors.furniture),
    ):
        gone += [
            TextTarget(source, span.start, span.end, lit=True)
            for source, spans in then.items()
            for span in {*spans} - {*there.get(source, ())}
        ]
    return gone[0] if len(gone) == 1 and gone[0].source in now.texts else None


def records_file(archive: Archive, source: str, new: bool = False) -> str:
    """The file of the records of a source, beside its text; `new`: also where there is none yet.

    Raises `CannotEdit` for a text that is not there, or that nobody has said anything of.
    """
    text = next((file for file in archive.files if file.rpartition("/")[2] == f"{source}.txt"), None)
    if text is None:
        raise CannotEdit(f'the text of "{source}" is no longer there')
    file = f"{text.removesuffix('.txt')}.toml"
    if file not in archive.files and not new:
        raise CannotEdit(f"say first what {text} is, on its card")
    return file
