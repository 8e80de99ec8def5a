"""The records that a filled-in claim comes to, and the files that change with them."""

from collections.abc import Mapping
from typing import Any

from model.corpus.vocabulary import EntityType, OnRecord
from model.curate.changes import Changes, changed_files
from model.curate.entry import amounts
from model.curate.entry.claim import NEW, ClaimEntry
from model.curate.entry.new_entity import SHORT, with_entity
from model.curate.entry.passage import quote_of
from model.curate.placing import appended, inserted

Files = Mapping[str, bytes]
"""The bytes of the files of a corpus, by their names."""


def changes_for(meant: ClaimEntry, files: Files, records_file: str) -> Changes:
    """What is written for a claim whose fields are right, with the new event, entities and statement that it needs.

    `records_file` is the file of the source's records. Raises `CannotEdit` where a file cannot be edited as it stands.
    """
    text = meant.passage.text
    after = dict(files)
    for name in meant.new_names:
        after = with_entity(
            after, meant.new_ids[name], meant.get(f"{NEW}{name}"), name, meant.get(f"{SHORT}{name}")
        )
    if meant.is_new_event:
        after["events.toml"] = with_event(after.get("events.toml"), meant, event_of(meant))
    if meant.speakers.chain:
        statement = statement_of(meant)
        after[records_file] = inserted(after[records_file], text, "statement", statement)
    after[records_file] = inserted(after[records_file], text, "claim", claim_of(meant))
    return changed_files(files, after)


def with_event(events: bytes | None, meant: ClaimEntry, event: Mapping[str, Any]) -> bytes:
    """The table of events with a new `event`, after the new strand that it is a part of. Raises `CannotEdit`."""
    if meant.is_new_strand and event.get("part_of") == meant.strand:
        strand = {"id": meant.strand, "type": "strand", "title": meant.get("strand")}
        events = appended(events, "event", strand)
    return appended(events, "event", event)


def event_of(meant: ClaimEntry) -> dict[str, Any]:
    """The record of a new event."""
    found = {"id": meant.event_id, "type": meant.get("kind"), "title": meant.get("event")}
    return found | ({"part_of": meant.strand} if meant.strand is not None else {})


def statement_of(meant: ClaimEntry) -> dict[str, Any]:
    """The record of a new statement, without a quote while its words are not in the text."""
    first, *others = meant.speakers.chain
    hop = {"who": meant.entity(first), "how": meant.get("how"), "record": meant.get("footing")}
    chain = [{name: it for name, it in hop.items() if it}]
    chain += [{"who": meant.entity(name), "record": _passed_on(meant, name)} for name in others]
    quote = {"quote": quote_of(meant.passage.text, meant.said_at)} if meant.said_at is not None else {}
    on = {"on": meant.on.field} if meant.on.field is not None else {}
    return {
        "id": meant.statement_id,
        **quote,
        "chain": chain,
        **on,
        "public": meant.get("public") == "yes",
        **({"origin": meant.get("origin")} if meant.get("origin") else {}),
    }


def _passed_on(meant: ClaimEntry, name: str) -> str:
    """On what footing somebody passes on what another said: who is not named, is not; all else is a document."""
    known = meant.passage.corpus.entities.get(meant.entity(name))
    kind = known.type if known is not None else meant.get(f"{NEW}{name}")
    return OnRecord.ANONYMOUS.value if kind == EntityType.ANONYMOUS else OnRecord.DOCUMENT.value


def claim_of(meant: ClaimEntry) -> dict[str, Any]:
    """The record of a claim."""
    statement = meant.statement_id if meant.speakers.chain else meant.speakers.statement
    found = {
        "id": meant.id,
        "event": meant.event_id,
        "statement": statement,
        "quote": meant.passage.quote,
        "date": meant.date.field,
        "status": meant.get("status"),
        "factuality": meant.get("sure"),
        "hedge": meant.get("hedge"),
        "amounts": amounts.records(meant.amounts),
        "roles": meant.holders(meant.roles),
        "supersedes": list(meant.replaces),
        "note": meant.get("note"),
    }
    return {name: value for name, value in found.items() if value}
