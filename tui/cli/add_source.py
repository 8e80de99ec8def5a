"""`dprk-tui add-source`: a file becomes a source of a corpus, and what was made of it is said."""

import argparse
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from model.corpus.draft import Draft
from model.corpus.files import MAX_BYTES, UnreadableFile, names_in, read_regular
from model.corpus.info import INFO_FILE
from model.corpus.reading import FolderReading
from model.curate.intake.adding import (
    ORIGINALS,
    NewSource,
    Obtained,
    new_source,
    words_of,
)
from model.curate.intake.apart import extracted_apart
from model.curate.intake.bounds import MOST_BYTES
from model.curate.intake.extracted import NotTaken
from model.curate.intake.kinds import kind_of
from model.curate.intake.versions import Fate, QuoteFate, fates
from model.curate.intake.wishes import Wishes, refuse_bad
from model.curate.saving import NotSaved, save
from model.quotes.worddiff import word_diff
from tui.cli.interrupt import raise_on_signals
from tui.cli.narration import narrate
from tui.cli.refusal import Refusal
from tui.cli.streams import given, output
from tui.text.phrases import counted
from tui.text.shown import shown

_MOST_NAMED = 20
"""How many stretches of furniture are named; of the others it is said how many they are."""

_FIRST_WORDS = 60
_STANDARD_INPUT = "-"
_MARKS = {"same": ("", ""), "gone": ("[-", "-]"), "new": ("{+", "+}")}
"""How a word diff is written, as `wdiff` and `git diff --word-diff` do."""


def add_source(options: argparse.Namespace, folder: Path) -> int:
    """Make a source of a file in a corpus folder, and print what became of the quotes of an older version.

    Raises `Refusal`.
    """
    wishes = Wishes(
        url=options.url,
        title=options.title,
        publisher=options.publisher,
        published=options.date,
        language=options.lang,
        medium=options.medium,
        version_of=options.new_version,
        nfc=options.nfc,
    )
    draft = _draft_of(folder)
    name = "standard input" if options.file == _STANDARD_INPUT else options.file
    try:
        refuse_bad(draft, wishes)
    except NotTaken as error:
        raise Refusal(str(error)) from None
    data = given(MOST_BYTES) if options.file == _STANDARD_INPUT else _read(options.file)
    obtained = Obtained(
        data=data,
        name="" if options.file == _STANDARD_INPUT else options.file,
        time=time.strftime("%Y-%m-%dT%H:%MZ", time.gmtime()),
    )
    try:
        kind = kind_of(data, obtained.name)
        extracted = extracted_apart(data, kind.name, options.url)
        made = new_source(draft, _originals(folder), obtained, extracted, wishes)
    except NotTaken as error:
        raise Refusal(f"{name}: {error}; nothing was written") from None
    raise_on_signals()
    try:
        save(folder, made.changes)
    except NotSaved as error:
        raise Refusal(str(error)) from None
    for line in _told(made, folder, kind.about):
        narrate(line)
    if options.new_version is not None:
        _print_fates(fates(draft, options.new_version, made.text), options.new_version)
    return 0


def _draft_of(folder: Path) -> Draft:
    """All that a corpus has. Raises `Refusal` where there is none."""
    try:
        names_in(folder)
    except UnreadableFile as error:
        raise Refusal(f"{folder} {error}; name a folder that holds a {INFO_FILE}") from None
    reading = FolderReading(folder, MAX_BYTES)
    if reading.draft.info is None:
        why = next((it.message for it in reading.problems if it.place.file == INFO_FILE), "it cannot be read")
        raise Refusal(f"{folder / INFO_FILE}: {why}; run dprk-tui check")
    return reading.draft


def _originals(folder: Path) -> list[str]:
    try:
        return names_in(folder / ORIGINALS)
    except UnreadableFile:
        # It is made with the first of them; where it cannot be, saving says why.
        return []


def _read(file: str) -> bytes:
    try:
        return read_regular(Path(file), MOST_BYTES)
    except UnreadableFile as error:
        raise Refusal(f"{file}: {error}; nothing was written") from None


def _told(made: NewSource, folder: Path, about: str) -> Iterator[str]:
    """What was made, what of it is folded or not in the text, what may be looked up, and what comes next."""
    original = next(it.file for it in made.changes if it.file.startswith(f"{ORIGINALS}/"))
    records = folder / "sources" / f"{made.id}.toml"
    yield f'"{made.id}" is added, from {about}: sources/{made.id}.txt and .toml, with {original} as it was obtained.'
    words = words_of(made.text, made.asides)
    yield f"{counted(words, 'word')} of text; of the visible words none is left out."
    yield from _folded(made)
    for note in made.notes:
        yield f"  {note}"
    for offer in made.offers:
        value = offer.value.get("edtf") if hasattr(offer.value, "get") else offer.value
        said = ", ".join(value) if isinstance(value, tuple) else value
        yield f"  {offer.field} may be {said}: {offer.told_by}"
    if made.lacking:
        yield f"Not known yet: {', '.join(made.lacking)}. dprk-tui {folder}, then 3 and i, asks for it."
        yield f"Or write it into {records}, and take out draft = true."
    yield f"Next: dprk-tui {folder}; 3 goes into the source, s marks a sentence, i makes a claim of it."
    yield f"Or write its first claim into {records}; dprk-tui check {folder} says what is wrong."


def _folded(made: NewSource) -> Iterator[str]:
    if not made.asides:
        return
    of_each = Counter(it.kind for it in made.asides)
    kinds = ", ".join(f"{count} {kind}" for kind, count in of_each.items())
    folded = sum(len(made.text[it.start : it.end].split()) for it in made.asides)
    yield f"{counted(folded, 'word')} more, folded as [[furniture]] ({kinds}); take out of the records what is none:"
    for aside in made.asides[:_MOST_NAMED]:
        words = " ".join(made.text[aside.start : aside.end].split())
        cut = words if len(words) <= _FIRST_WORDS else f"{words[:_FIRST_WORDS]}..."
        yield f"  {aside.kind} ({counted(len(words.split()), 'word')}): {cut}"
    if len(made.asides) > _MOST_NAMED:
        yield f"  and {len(made.asides) - _MOST_NAMED} more"


def _print_fates(found: list[QuoteFate], before: str) -> None:
    """Print what became of each quote, one after the other."""
    with output():
        for fate in found:
            for line in _lines(fate):
                print(shown(line))
    of_each = Counter(it.fate for it in found)
    counts = ", ".join(f"{of_each[fate]} {fate.value}" for fate in Fate if of_each[fate])
    narrate(f'Quotes of "{before}": {counts or "none"}. They stay where they are; none is taken over.')


def _lines(fate: QuoteFate) -> Iterator[str]:
    where = f"line {fate.line}" if fate.line else "not in the text before"
    if fate.new_line:
        where += f" -> {fate.new_line}"
    yield f"{fate.fate.value:<9} {fate.record}, {where}{_how(fate)}"
    if fate.fate is Fate.CHANGED:
        pieces = ((*_MARKS[kind], text) for kind, text in word_diff(fate.exact, fate.words))
        yield f"    {' '.join(''.join(f'{begin}{text}{end}' for begin, end, text in pieces).split())}"
    elif fate.fate is Fate.GONE:
        yield f"    {' '.join(fate.exact.split())}"


def _how(fate: QuoteFate) -> str:
    if fate.alike:
        return ", but for marks and spaces the same"
    return "" if fate.sought else ", and nobody looked for what is like it: too much is missing"
