"""The hash of a question's criteria: who changes what has to be said for a yes cannot do so unnoticed."""

import hashlib
import json

from model.corpus.asked import Criteria


def criteria_digest(criteria: Criteria) -> str:
    """SHA-256, in 64 hexadecimal digits, of a JSON list of the four texts (yes, no, ambiguous, annulled) in UTF-8."""
    texts = [criteria.yes, criteria.no, criteria.ambiguous, criteria.annulled]
    written = json.dumps(texts, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()
