"""The guide's page of all that `dprk-tui check` can find, from the table of codes."""

from pathlib import Path

from model.corpus.codes import SUBJECTS, Code

PAGE = Path(__file__).parents[1] / "seeds" / "FINDINGS.md"

_HEAD = """\
# What `dprk-tui check` finds

Every finding has a code. `dprk-tui check --explain CODE` prints what stands here. This page is made from the program's
own table by `make screenshots`.

An **error** leaves out what it names, and with it what needs that; a **warning** is shown, and marked; a **note** is
for the curator alone. `check` exits 1 for errors, and with `--strict` for warnings too.
"""


def findings_page() -> str:
    """The page, in Markdown."""
    parts = [_HEAD]
    for letter, (about, codes) in SUBJECTS.items():
        parts.append(f"\n## {letter}: {about}\n")
        parts += [_entry(code) for code in codes]
    return "".join(parts)


def _entry(code: Code) -> str:
    return (
        f"\n### {code.id} {code.name} ({code.severity})\n\n"
        f"{code.cause}\n\n    {code.example}\n\n{code.remedy}\n"
    )
