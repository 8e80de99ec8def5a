"""Each stored text is the one that was curated."""

from collections import defaultdict
from collections.abc import Iterator

from model.corpus.changed import BLANKS, FORM, LINE_ENDS, REALLY, how_changed
from model.corpus.draft import Draft
from model.corpus.findings import Problem
from model.corpus.quoted import as_quote
from model.corpus.suggest import Effort

_MOST_READ = 50_000_000
"""How many characters of changed texts are looked at, in all, for what became of them: some seconds' work."""

_REMEDIES = {
    LINE_ENDS: 'git does so (core.autocrlf) where .gitattributes lacks "sources/**/*.txt -text"; get the text back',
    BLANKS: "hooks do so (end-of-file-fixer, trailing-whitespace); keep them from sources/, and get the text back",
    FORM: "file systems and editors do so; get the text back",
}


def digest_problems(draft: Draft) -> Iterator[Problem]:
    """A problem for each text whose SHA-256 is not the one in its source's record."""
    changed = {
        source.id
        for source, _ in draft.sources
        if draft.digests.get(source.id, source.sha256) != source.sha256
    }
    if not changed:
        return
    quotes: defaultdict[str, list[str]] = defaultdict(list)
    quoted = [(it.source, it.quote) for it, _ in draft.statements] + [
        (it.source, it.quote) for it, _ in draft.claims
    ]
    for name, quote in quoted:
        if name in changed:
            quotes[name].append(as_quote(quote).exact)
    effort = Effort(_MOST_READ)
    for source, place in draft.sources:
        if source.id not in changed:
            continue
        found, text = draft.digests[source.id], draft.texts[source.id]
        code, how = REALLY, "it was changed since it was curated"
        if effort.spend(len(text)):
            code, how = how_changed(text, source.sha256, quotes[source.id])
        advice = f": {_REMEDIES[code]}" if code in _REMEDIES else ""
        yield Problem(place.of("sha256"), f"the text has another SHA-256, {found}; {how}{advice}", code)
