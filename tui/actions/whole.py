"""Whether the whole text of a source is shown: only then is a place in it one in its file."""

from tui.state.context import Context

NOT_WHOLE = "As of this day, most of this source was not printed yet."
"""Why nothing is marked in a document of which only what was said is shown."""


def is_whole(ctx: Context, source: str) -> bool:
    """Whether all of the text of a source is shown as of the day; False also where there is no such source."""
    corpus = ctx.telling(source).corpus
    return source in corpus.sources and source not in corpus.printed_later
