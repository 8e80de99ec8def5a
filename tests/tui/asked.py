"""The bundled corpus with questions in every state and searches beside its own: for tests only, nobody made them."""

from pathlib import Path

from model.corpus.asked import Criteria
from model.corpus.criteria import criteria_digest
from tests.tui.curated import copied

SEARCHES = """[[search]]
id = "kremlin-10-may"
day = "2025-05-10"
where = ["kremlin"]
words = ["North Korea ambassador 9 May"]
events = ["ambassador-represents"]
questions = ["ambassador-at-victory-day"]

[[search]]
id = "tass-12-may"
day = "2025-05-12"
where = ["tass"]
elsewhere = ["Google News"]
words = ["посол КНДР", "대사 전승절"]
events = ["ambassador-represents", "choe-attends"]

[[search]]
id = "tass-8-may"
day = "2025-05-08"
where = ["tass"]
words = ["delegation"]
events = ["ambassador-represents"]
"""

DIGEST = criteria_digest(
    Criteria(yes="He was in Moscow.", no="He was not.", ambiguous="Both.", annulled="None.")
)

QUESTIONS = f"""
[[question]]
id = "choe-in-moscow"
text = "Will Choe Ryong-hae attend Victory Day in Moscow?"
asked = "2025-04-30"
closes = "2025-06-30"
events = ["choe-attends"]
resolution = {{ claim = "kd-shift", outcome = "no", reason = "The newspaper no longer expects him." }}
criteria_sha256 = "{DIGEST}"
[question.criteria]
yes = "He was in Moscow."
no = "He was not."
ambiguous = "Both."
annulled = "None."

[[question]]
id = "bridge-by-december"
text = "Will the bridge over the Tumen be open to traffic by the end of 2026, as it was said when its building began?"
asked = "2025-05-01"
closes = "2026-12-31"
events = ["bridge-completion"]
criteria_sha256 = "{DIGEST}"
[question.criteria]
yes = "He was in Moscow."
no = "He was not."
ambiguous = "Both."
annulled = "None."

[[question]]
id = "begun"
draft = true
text = "Who else comes?"
"""


def asked_corpus(folder: Path) -> Path:
    """A folder of that corpus."""
    made = copied(folder)
    own = (made / "questions.toml").read_text("utf-8")
    (made / "questions.toml").write_text(own + QUESTIONS, "utf-8")
    (made / "searches.toml").write_text(SEARCHES, "utf-8")
    return made
