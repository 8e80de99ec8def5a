"""A brief as one HTML file (HTML5) that needs nothing else: to read on a screen, and to print."""

from collections.abc import Iterator
from html import escape
from string import Template
from urllib.parse import urlsplit

from model.dates.wording import day_named
from model.exchange.brief import DUE, Brief, ClaimLine, ConflictPart, EventPart, ReadingLine, brief_of
from model.exchange.brief_changes import NOTHING
from model.exchange.brief_drafts import DECIDING_NOTHING, HEADING
from model.exchange.brief_lists import HEADING as LISTS
from model.exchange.brief_questions import HEADING as QUESTIONS
from model.exchange.citation import Citation
from model.exchange.cited import CitedSource
from model.exchange.extract import Extract

_PAGE = Template("""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>$title</title>
<style>
:root { color-scheme: light dark; --text: #23272e; --ground: #fbfaf7; --mute: #5f6673; --rule: #d8d5cc;
  --link: #1f5fbf; --due: #8a5200; --open: #0a6678; --no: #b02a2a; --contest: #8430a6; }
@media (prefers-color-scheme: dark) { :root { --text: #d6d9df; --ground: #15181d; --mute: #8d95a3; --rule: #3a414d;
  --link: #8ab8ff; --due: #f0b35c; --open: #79c6d6; --no: #f08c86; --contest: #d8a0f0; } }
body { color: var(--text); background: var(--ground); font: 1.05rem/1.5 Georgia, "Noto Serif", serif;
  max-width: 44rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: break-word; }
h1, h2, h3 { line-height: 1.2; font-family: system-ui, sans-serif; }
h1 { font-size: 1.9rem; margin-bottom: .3rem; }
h2 { border-bottom: 1px solid var(--rule); margin: 2.2rem 0 .8rem; padding-bottom: .2rem; font-size: 1.3rem; }
h3 { font-size: 1.05rem; margin: 1.4rem 0 .2rem; }
p { margin: .3rem 0; }
ul { margin: .3rem 0; padding-left: 1.2rem; }
a { color: var(--link); text-decoration: none; }
a:hover, a:focus { text-decoration: underline; }
.lead, .how, .reason, footer { color: var(--mute); }
.how, .reason, .others, .notes, footer { font-size: .92rem; }
.date { font-variant-numeric: tabular-nums; font-weight: 600; }
.word { font-family: system-ui, sans-serif; font-weight: 700; }
.open { color: var(--open); } .no { color: var(--no); } .due { color: var(--due); } .contest { color: var(--contest); }
.preferred { font-weight: 700; }
sup { line-height: 0; }
q { quotes: "\\201C" "\\201D"; }
.notes li { margin: .5rem 0; }
.notes :target, .notes li:target { background: #f4dc8455; }
@media print {
  :root { --text: #000; --ground: #fff; --mute: #444; --rule: #999; --link: #000; --due: #000; --open: #000; --no: #000;
    --contest: #000; }
  body { font-size: 10.5pt; max-width: none; margin: 0; padding: 0; }
  article, li { break-inside: avoid; } h2, h3 { break-after: avoid; } .back { display: none; }
}
</style>
</head>
<body>
$body
</body>
</html>
""")

_CLASSES = {
    **dict.fromkeys(
        (
            "confirmed",
            "scheduled",
            "expected",
            "speculated",
            "doubted",
            "ongoing",
            "unconfirmed",
            "conditional",
            "no comment",
        ),
        "open",
    ),
    **dict.fromkeys(("denied", "cancelled", "not expected", "not believed"), "no"),
    "due": "due",
}
"""The colour of a word; it says nothing that the word does not."""


def write(extract: Extract) -> Iterator[str]:
    """The brief of what is asked for, as one page."""
    yield html(brief_of(extract))


def html(brief: Brief) -> str:
    """The brief as a page."""
    return _PAGE.substitute(title=escape(brief.title), body="\n".join(_Writer(brief).body()))


class _Writer:
    """Writes one brief; notes are numbered in the order in which they are first used."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        self._numbers = {claim: number for number, claim in enumerate(brief.notes, 1)}
        self._topics = {conflict.conflict: conflict.topic for conflict in brief.conflicts}
        self._used: set[str] = set()
        self._own = _language(brief.language)

    def body(self) -> Iterator[str]:
        """All of it, from the title to the notes."""
        brief = self._brief
        yield f"<header><h1{self._own}>{escape(brief.title)}</h1>"
        yield f"<p><strong>As of {day_named(brief.scope.day)}</strong>: what could be known on that day."
        yield f"{escape(brief.counts)}</p>"
        if brief.description:
            yield f'<p class="lead"{self._own}>{escape(brief.description)}</p>'
        yield "</header>"
        yield from self._changed()
        yield from self._due()
        yield from self._questions()
        for year, events in brief.years:
            yield f"<section><h2>{escape(year)}</h2>"
            for event in events:
                yield from self._event(event)
            yield "</section>"
        if brief.conflicts:
            yield "<section><h2>Where sources differ</h2>"
            for conflict in brief.conflicts:
                yield from self._conflict(conflict)
            yield "</section>"
        yield from self._lists()
        yield from self._drafts()
        yield from self._sources()
        yield from self._notes()

    def _changed(self) -> Iterator[str]:
        part = self._brief.changed
        if part is None:
            return
        yield f"<section><h2>{escape(part.heading)}</h2>"
        if not part.kinds:
            yield f'<p class="how">{NOTHING}</p>'
        for kind, lines in part.kinds:
            yield f"<h3>{escape(kind)}</h3><ul>"
            for line in lines:
                when = f', <span class="date">{escape(line.date)}</span>' if line.date else ""
                says = f'<span class="how">({escape(line.says)})</span>'
                title = f"<span{self._own}>{escape(line.title)}</span>"
                yield f"<li>{title}{when}: {escape(line.words)} {says}{self._note(line.claim)}</li>"
            yield "</ul>"
        yield "</section>"

    def _due(self) -> Iterator[str]:
        if not self._brief.due:
            yield '<p class="how">No event in it is due.</p>'
            return
        yield f"<section><h2>Due</h2><p>{DUE}</p><ul>"
        for event in self._brief.due:
            link = f'<a href="#event-{event.event}"{self._own}>{escape(event.title)}</a>'
            when = f'<span class="date">{escape(event.date)}</span>'
            by = f' <span class="how">({escape(event.dated_by)})</span>' if event.dated_by else ""
            yield f"<li>{link}, {when}{by}: last {escape(event.says.word)}</li>"
        yield "</ul></section>"

    def _questions(self) -> Iterator[str]:
        if not self._brief.questions:
            return
        yield f"<section><h2>{QUESTIONS}</h2><ul>"
        for question, answer in self._brief.questions:
            own = (f"{name}: <span{self._own}>{escape(words)}</span>" for name, words in question.criteria)
            why = f"The curator: <span{self._own}>{escape(question.reason)}</span>" if question.reason else ""
            known = (self._claim(answer) if answer is not None else "", why, escape(question.looked), *own)
            inner = "".join(f"<li>{words}</li>" for words in known if words)
            yield (
                f"<li><strong{self._own}>{escape(question.text)}</strong> {question.word}"
                f' <span class="how">({escape(question.days)})</span><ul>{inner}</ul></li>'
            )
        yield "</ul></section>"

    def _lists(self) -> Iterator[str]:
        yield from [f"<section><h2>{LISTS}</h2>"] if self._brief.lists else []
        for it in self._brief.lists:
            of = f" <span{self._own}>({escape(it.event)})</span>" if it.event else ""
            yield f"<p><strong>{escape(it.words)}</strong>{of}: {escape(it.told)}</p>"
            yield f"<ol>{''.join(f'<li>{escape(name)}</li>' for name in it.names)}</ol>"
            gone = "".join(f"<li>{escape(words)}</li>" for words in it.gone)
            yield from [f"<ul>{gone}</ul>"] if gone else []
        yield from ["</section>"] if self._brief.lists else []

    def _event(self, event: EventPart) -> Iterator[str]:
        yield f'<article id="event-{event.event}"><h3{self._own}>{escape(event.title)}</h3>'
        dated = f' <span class="how">({escape(event.how_dated)})</span>' if event.how_dated else ""
        yield f'<p><span class="date">{escape(event.date)}</span>{dated}</p>'
        last = f", last {escape(event.says.word)}" if event.due else ""
        word = f'<span class="word {_CLASSES.get(event.word, "")}">{escape(event.word)}</span>'
        yield f"<p>{word}{last}: {escape(event.says.says)}{self._note(event.says.claim)}</p>"
        if event.passed:
            yield f'<p class="{"due" if event.due else "how"}">{escape(event.passed)}</p>'
        if event.others:
            yield f'<p class="reason">Chosen: {escape(event.reason)}</p>'
            yield '<ul class="others">'
            for line in event.others:
                yield f"<li>{self._claim(line)}</li>"
            yield "</ul>"
        topics = [
            f'<a href="#conflict-{name}"{self._own}>{escape(self._topics[name])}</a>'
            for name in event.conflicts
            if name in self._topics
        ]
        if topics:
            yield f'<p class="contest">Contested: {"; ".join(topics)}.</p>'
        yield "</article>"

    def _conflict(self, conflict: ConflictPart) -> Iterator[str]:
        yield f'<article id="conflict-{conflict.conflict}">'
        topic = f"<span{self._own}>{escape(conflict.topic)}</span>"
        yield f'<h3>{topic} <span class="how">({conflict.kind})</span></h3><ul>'
        for reading in conflict.readings:
            yield from self._reading(reading)
        yield "</ul>"
        if conflict.reason:
            yield f'<p class="reason">The curator: <span{self._own}>{escape(conflict.reason)}</span></p>'
        if conflict.open:
            yield f'<p class="reason">Still open: <span{self._own}>{escape(conflict.open)}</span></p>'
        yield "</article>"

    def _reading(self, reading: ReadingLine) -> Iterator[str]:
        mark = ' <span class="how">(preferred)</span>' if reading.preferred else ""
        look = ' class="preferred"' if reading.preferred else ""
        yield f'<li><span{look}{self._own}>{escape(reading.words)}</span>{mark}<ul class="others">'
        for line in reading.claims:
            yield f"<li>{self._claim(line)}</li>"
        yield "</ul></li>"

    def _claim(self, line: ClaimLine) -> str:
        words = f"{escape(line.word)}: {escape(line.says)}"
        if line.superseded:
            words = f"<s>{words}</s> {escape(line.superseded)}"
        return words + self._note(line.claim)

    def _note(self, claim: str) -> str:
        """The number of a note; the note leads back to the first place that used it."""
        number = self._numbers[claim]
        back = "" if claim in self._used else f' id="use-{claim}"'
        self._used.add(claim)
        return f'<sup><a{back} href="#note-{claim}">{number}</a></sup>'

    def _drafts(self) -> Iterator[str]:
        if not self._brief.drafts:
            return
        yield f'<section class="how"><h2>{HEADING}</h2><p>{DECIDING_NOTHING}</p><ul>'
        for part in self._brief.drafts:
            dated = f', <span class="date">{escape(part.date)}</span>' if part.date else ""
            mark = " (draft)" if part.is_draft else ""
            lines = "".join(f"<li>draft: {escape(line)}</li>" for line in part.lines)
            inner = f"<ul>{lines}</ul>" if lines else ""
            yield f"<li><span{self._own}>{escape(part.title)}</span>{dated}{mark}{inner}</li>"
        yield "</ul></section>"

    def _sources(self) -> Iterator[str]:
        yield '<section class="others"><h2>Sources</h2><ul>'
        for source in self._brief.sources:
            known = [escape(source.rated), _obtained(source)]
            known += [f"<span{self._own}>{escape(caveat)}</span>" for caveat in source.caveats]
            inner = "".join(f"<li>{words}</li>" for words in known if words)
            yield f"<li>{escape(source.words)}{f'<ul>{inner}</ul>' if inner else ''}</li>"
        yield "</ul></section>"

    def _notes(self) -> Iterator[str]:
        yield '<section class="notes"><h2>Quotes</h2><ol>'
        for claim, note in self._brief.notes.items():
            place = note.place[:1].lower() + note.place[1:]
            source = note.source
            rated = f" ({source.rated})" if source.rated else ""
            yield (
                f'<li id="note-{claim}"><q{_language(source.language)}>{escape(note.quote)}</q>{_gloss(note)}'
                f" {escape(note.said)}."
                f' <span class="how">{escape(source.publisher)}{escape(rated)}, {escape(place)}.</span>'
                f' <a class="back" href="#use-{claim}">back</a></li>'
            )
        yield "</ol></section>"


def _gloss(note: Citation) -> str:
    """The translation of a quote, apart from the quote: it is nobody's words."""
    return f' <span class="how">[{escape(note.glossed)}]</span>' if note.gloss else ""


def _language(language: str) -> str:
    """The attributes of an element whose words are of a language (BCP 47), and run as its script does."""
    return f' lang="{escape(language)}" dir="auto"'


def _obtained(source: CitedSource) -> str:
    """Its address, a link where it is one of the web, and when it was obtained there, as far as they are known."""
    url = escape(source.url)
    if url and urlsplit(source.url).scheme in ("http", "https"):
        url = f'<a href="{url}" rel="noreferrer">{url}</a>'
    return " ".join(part for part in (url, f"({escape(source.obtained)})" if source.obtained else "") if part)
