"""The bundled corpus with two more lists, complete ones: for tests only, nobody printed them."""

import hashlib
from pathlib import Path

from tests.tui.curated import copied

_PAPERS = {
    "roll-of-april": (
        "2025-04-30",
        "The list",
        {"vladimir-putin": "Putin", "aleksandar-vucic": "Vučić", "xi-jinping": "Xi", "lula": "Lula"},
    ),
    "roll-of-may": (
        "2025-05-12",
        "The other list",
        {
            "vladimir-putin": "Putin",
            "xi-jinping": "President Xi",
            "aleksandar-vucic": "Vučić",
            "robert-fico": "Fico",
        },
    ),
}
"""Each list with its day of publication, the title of its document, and its labels."""


def listed_corpus(folder: Path) -> Path:
    """A copy of the bundled corpus, in a folder, with two documents more."""
    copy = copied(folder)
    for name, (day, title, labels) in _PAPERS.items():
        text = f"{title}. {', '.join(labels.values())}."
        entries = ", ".join(f'{{ entity = "{who}", label = "{label}" }}' for who, label in labels.items())
        (copy / f"sources/{name}.txt").write_bytes(text.encode())
        (copy / f"sources/{name}.toml").write_text(
            f'[source]\ntitle = "{title}"\npublisher = "tass"\nlanguage = "en"\n'
            f'published = {{ edtf = "{day}", basis = "external", reasoning = "Invented." }}\n'
            f'sha256 = "{hashlib.sha256(text.encode()).hexdigest()}"\n\n'
            f'[[list]]\nid = "{name}"\nkind = "roll"\nclosed = true\nquote = "{", ".join(labels.values())}"\n'
            f"entries = [{entries}]\n",
            "utf-8",
        )
    return copy
