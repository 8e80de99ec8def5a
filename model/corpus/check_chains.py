"""Chains begin with who spoke first, and do not name who prints it."""

import re
from collections.abc import Iterator

from model.corpus.draft import Draft
from model.corpus.findings import Problem
from model.corpus.shortened import shortened
from model.corpus.vocabulary import EntityType

_CITING = re.compile(r"\b(?:cit(?:ing|es|ed)|quot(?:ing|es|ed))\b|인용", re.IGNORECASE)
"""What somebody does who passes on what another said."""


def chain_problems(draft: Draft) -> Iterator[Problem]:
    """A problem for each unnamed source after the one who cites it, and for each chain that ends with the publisher.

    A speaker without a name cites nobody: the verb is that of the one before.
    """
    unnamed = {entity.id for entity, _ in draft.entities if entity.type is EntityType.ANONYMOUS}
    publishers = {source.id: source.publisher for source, _ in draft.sources}
    for statement, place in draft.statements:
        for number, hop in enumerate(statement.chain):
            if number and hop.who in unnamed and hop.how and _CITING.search(hop.how):
                message = (
                    f'"{shortened(hop.how)}" is what another does, and "{hop.who}" is cited: it speaks first'
                )
                yield Problem(place.of("chain", number), f"{message}; put it first in the chain", "M040")
        last = statement.chain[-1]
        if len(statement.chain) > 1 and last.who == publishers.get(statement.source) and last.was_told:
            message = f'"{last.who}" publishes the document, and is the last of every chain; leave it out'
            yield Problem(place.of("chain", len(statement.chain) - 1), message, "M042")
