"""What is marked, as the passage that something is made of; and whether its words are still there."""

from model.curate.entry.passage import Passage
from model.curate.toml_text import CannotEdit
from model.index.archive import Archive
from model.quotes.span import stripped
from tui.actions.marking import NO_WORDS
from tui.actions.whole import NOT_WHOLE, is_whole
from tui.actions.writing import records_file, why_not
from tui.state.context import Context
from tui.state.outcome import Say


def marked_passage(ctx: Context) -> Passage | Say:
    """What is marked, or why nothing can be made of it."""
    marked = ctx.scene.marking
    if marked is None:
        return Say(f"Mark its words first: {ctx.key('mark text')} in the source.")
    if why := why_not(ctx):
        return Say(why)
    if not is_whole(ctx, marked.source):
        return Say(NOT_WHOLE)
    try:
        records_file(ctx.archive, marked.source)
    except CannotEdit as error:
        return Say(f"Nothing can be written of it yet: {error}.")
    # The space around words that were marked loosely is no part of what they say.
    words = stripped(ctx.archive.whole.texts[marked.source], marked.span)
    return Passage(ctx.archive.whole, marked.source, words) if words.start < words.end else Say(NO_WORDS)


def still_there(passage: Passage, archive: Archive) -> Passage:
    """A passage in an archive as it is now. Raises `CannotEdit` where its words stand there no longer."""
    found = passage.within(archive.whole)
    if found is None:
        raise CannotEdit("the text has changed meanwhile; mark its words again")
    return found
