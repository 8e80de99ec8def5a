"""`print --questions`: the questions as of a day, with their criteria, what was said and what was looked for since."""

from collections.abc import Iterator

from model.asof.questions import QuestionView, questions_as_of
from model.asof.searches import made_on, search_words
from model.dates.wording import day_medium, day_named
from model.index.archive import Archive
from tui.text.phrases import Phrases, counted

_WORD = 9
_CRITERIA = ("yes", "no", "ambiguous", "annulled")


def question_lines(archive: Archive, phrases: Phrases, brief: bool = False) -> Iterator[str]:
    """How many there are, then each; under a filter, those that hang on an event which it leaves in."""
    when, reader = archive.default, archive.at(archive.default)
    views = questions_as_of(phrases.corpus, when.day)
    if when.narrowed:
        views = tuple(
            it for it in views if any(reader.position_of(name) is not None for name in it.question.events)
        )
    yield f"as of {day_named(when.day)}  {phrases.plain(archive.corpus.info.title)}: {counted(len(views), 'question')}"
    for view in views:
        yield f"{view.word:{_WORD}}  {view.days}  {phrases.safe(view.question.text)}"
        if not brief:
            yield from (f"    {line}" for line in _told(view, phrases))


def _told(view: QuestionView, phrases: Phrases) -> Iterator[str]:
    resolution = view.question.resolution
    if view.answer is not None and resolution is not None:
        said = view.answer.said
        words = f"{phrases.brief_who(said)}, {phrases.day_of_saying(said)}"
        source = phrases.source(view.answer.claim.source)
        gone = f" {phrases.superseded(view.answer)}" if view.answer.fallen else ""
        yield f'answered {resolution.outcome}: {words}: "{phrases.quote(view.answer.claim)}" [{source}]{gone}'
        if resolution.reason:
            yield f"why: {phrases.safe(resolution.reason)} (curator)"
    for name in _CRITERIA:
        yield f"{name}: {phrases.safe(getattr(view.question.criteria, name))}"
    for event in dict.fromkeys(view.question.events):
        state = phrases.state(event)
        word = f"{state.word_at(phrases.day)}  " if state is not None else ""
        yield f"hangs on: {word}{phrases.title(event)}"
    for item in view.claims:
        who = f"{phrases.brief_who(item.said)}, {phrases.said_on(item.said)}"
        yield f'since: {item.word}  {who}: "{phrases.quote(item.claim)}" [{phrases.source(item.claim.source)}]'
    for search in view.searches:
        words = search_words(phrases.corpus, search, phrases.safe)
        yield f"looked in vain: {day_medium(made_on(search))}, {words}"
