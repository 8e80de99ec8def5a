"""What FollowTheMoney takes: its schemata with their properties, as published, and its dates."""

import json
import re
from pathlib import Path
from typing import Any

_SCHEMATA = json.loads(
    (Path(__file__).parents[1] / "data" / "followthemoney" / "schema.json").read_text("utf-8")
)["schemata"]
_DATE = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")


def entities(text: str) -> dict[str, Any]:
    """The entities of a file, by their ids, each with its schema and properties. Each is held to its schema."""
    found = {}
    for it in map(json.loads, text.splitlines()):
        types = _SCHEMATA[it["schema"]]
        assert it.keys() == {"id", "schema", "properties"}
        assert it["properties"]["name"], "what every schema of them requires"
        for name, values in it["properties"].items():
            assert values
            assert all(isinstance(value, str) and value for value in values)
            if types[name] == "date":
                assert all(map(_DATE.fullmatch, values)), values
        assert it["id"] not in found
        found[it["id"]] = it
    named = {name for it in found.values() for name in it["properties"].get("involved", ())}
    assert named <= found.keys(), "no link leads nowhere"
    return found
