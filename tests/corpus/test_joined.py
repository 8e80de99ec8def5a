"""What does not stand together is joined; one word is for one thing; a chain begins with who spoke first."""

from pathlib import Path

import pytest

from tests.corpus.spoiled import A, add, findings_in, found, spoil

CLAIM = (
    '\n[[claim]]\nid = "{id}"\nevent = "visit"\nquote = "{quote}"\nstatus = "scheduled"\nfactuality = "CT+"\n'
)
DATE = 'date = {{ edtf = "{}", basis = "external", reasoning = "x" }}\n'
CONFLICT = (
    '\n[[conflict]]\nid = "q"\nkind = "contradiction"\ntopic = "T"\nclaims = ["{}", "{}"]\nreason = "R"\n'
)
AMOUNT = 'amounts = [{{ what = "{}", words = "9", value = 9 }}]\n'


@pytest.fixture(autouse=True)
def format_2(folder: Path) -> None:
    spoil(folder, "corpus.toml", "format = 1", "format = 2")


def later(edtf: str, quote: str = "he said a", more: str = "") -> str:
    return CLAIM.format(id="c2", quote=quote) + DATE.format(edtf) + more


@pytest.mark.parametrize("edtf", ["2025-06", "[2025-05-10..]", "2025-05-08", "../2025-05-01"])
def test_days_that_cannot_both_be_right_are_asked_about(folder: Path, edtf: str):
    add(folder, A, later(edtf))
    (line,) = found(folder)
    assert "give days that cannot both be right, and nothing joins them; put them into a conflict, " in line


@pytest.mark.parametrize("edtf", ["2025-05", "[..2025-05-09]", "2025-05-09/..", "2025-06~", "2025-05-12?"])
def test_days_that_can_both_be_right_are_not(folder: Path, edtf: str):
    add(folder, A, later(edtf))
    assert found(folder) == []


def test_days_apart_that_something_joins_are_not_asked_about(folder: Path):
    add(folder, A, later("2025-06"))
    add(folder, "conflicts.toml", CONFLICT.format("c1", "c2"))
    assert found(folder) == []


def test_of_days_apart_the_later_claim_may_supersede_the_other(folder: Path):
    add(folder, A, later("2025-06", more='supersedes = ["c1"]\n'))
    assert found(folder) == []


@pytest.mark.parametrize(
    ("status", "factuality"), [("denied", "CT-"), ("unconfirmed", "Uu"), ("no-comment", "Uu")]
)
def test_of_a_denial_and_of_what_is_open_no_day_is_asked(folder: Path, status: str, factuality: str):
    add(folder, A, later("2025-06").replace("scheduled", status).replace("CT+", factuality))
    assert not [line for line in found(folder) if "cannot both" in line]


@pytest.mark.parametrize("draft", ["c2", "q"])
def test_of_what_is_only_begun_no_conflict_is_asked(folder: Path, draft: str):
    add(folder, A, later("2025-06", more='contradicts = ["c1"]\n' + "draft = true\n" * (draft == "c2")))
    if draft == "q":
        add(folder, "conflicts.toml", CONFLICT.format("c1", "c2") + "draft = true\n")
    assert not [line for line in found(folder) if "cannot both" in line or "no conflict holds" in line]


def test_claims_that_contradict_are_to_be_seen_side_by_side(folder: Path):
    add(folder, A, CLAIM.format(id="c2", quote="he said a") + 'contradicts = ["c1"]\n')
    assert found(folder) == [
        f'{A}:22:16: no conflict holds "c2" and "c1"; write one that shows them side by side'
    ]
    add(folder, "conflicts.toml", CONFLICT.format("c1", "c2"))
    assert found(folder) == []


def two_amounts(folder: Path, one: str, other: str) -> None:
    for name, what in (("c2", one), ("c3", other)):
        add(folder, A, CLAIM.format(id=name, quote="May 9") + AMOUNT.format(what))
    add(folder, "conflicts.toml", CONFLICT.format("c2", "c3") + 'point = "how-many"\n')


def test_figures_that_differ_are_of_one_thing(folder: Path):
    two_amounts(folder, "soldiers", "troops")
    assert found(folder) == [
        (
            'conflicts.toml:6:1: its claims count "soldiers", "troops", each something else; '
            "use one word for one thing"
        )
    ]


def test_figures_of_one_thing_are_as_they_should_be(folder: Path):
    two_amounts(folder, "troops", "troops")
    assert found(folder) == []


def test_what_is_counted_is_called_by_one_word(folder: Path):
    for name, what in (("c2", "passengers"), ("c3", "passenger"), ("c4", "tents")):
        add(folder, A, CLAIM.format(id=name, quote="May 9") + AMOUNT.format(what))
    assert found(folder) == [
        f'{A}:30:14: what is counted, "passenger" is nearly "passengers"; use one word for one thing'
    ]


@pytest.mark.parametrize(
    ("kind", "says"), [("meting", '"meeting"'), ("talks", ""), ("meeting", ""), ("tall", "")]
)
def test_the_type_of_an_event_is_a_word_that_others_have(folder: Path, kind: str, says: str):
    spoil(folder, "events.toml", '"talks"', f'"{kind}"')
    assert [line.partition("nearly ")[2] for line in found(folder)] == (
        [f"{says}; use one word for one thing"] if says else []
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("about 9 of them", "about"),
        ("some 9", "some"),
        ("nearly 9", "nearly"),
        ("약 9명", "약 "),
        ("9명가량", "가량"),
        ("9", ""),
        ("9 somehow", ""),
    ],
)
def test_a_figure_that_is_about_right_says_so(folder: Path, words: str, said: str):
    text = (folder / "sources/a.txt").read_bytes().decode() + f" It is {words}."
    (folder / "sources/a.txt").write_bytes(text.encode())
    add(
        folder,
        A,
        CLAIM.format(id="c2", quote=f"It is {words}")
        + f'amounts = [{{ what = "days", words = "{words}", value = 9 }}]\n',
    )
    lines = [line.partition(": ")[2] for line in found(folder) if "about = true" in line]
    assert lines == ([f'"{said}" says that the figure is not exact; write about = true'] if said else [])
    spoil(folder, A, "value = 9 }", "value = 9, about = true }")
    assert not [line for line in found(folder) if "about = true" in line]


@pytest.mark.parametrize(
    ("words", "fields", "says"),
    [
        ("no fewer than 9", "value = 9", "min = 9"),
        ("at least 9", "value = 9, about = true", "min = 9"),
        ("more than 9", "value = 9", "min = 9"),
        ("up to 9", "value = 9", "max = 9"),
        ("no more than 9", "value = 9", "max = 9"),
        ("최소 9명", "value = 9", "min = 9"),
        ("9명 이하", "value = 9", "max = 9"),
        ("more than 9", "value = 9, about = true", ""),
        ("no fewer than 9", "min = 9", ""),
        ("just 9", "value = 9", ""),
        ("about 9", "value = 9, about = true", ""),
    ],
)
def test_a_bound_is_not_written_as_the_figure(folder: Path, words: str, fields: str, says: str):
    text = (folder / "sources/a.txt").read_bytes().decode() + f" It is {words}."
    (folder / "sources/a.txt").write_bytes(text.encode())
    claim = CLAIM.format(id="c2", quote=f"It is {words}")
    add(folder, A, claim + f'amounts = [{{ what = "days", words = "{words}", {fields} }}]\n')
    said = [it.message.partition("; write ")[2] for it in findings_in(folder) if it.code == "A007"]
    assert said == ([f"{says} in place of value"] if says else [])


COUNTED = 'amounts = [{{ what = "days", words = "{words}", {fields} }}]\n'


@pytest.mark.parametrize(
    ("fields", "more", "is_asked"),
    [
        ("min = 99", "", True),
        ("min = 1", "", False),
        ("min = 99, about = true", "", False),
        ("min = 99", 'supersedes = ["c2"]\n', False),
        ("min = 1, max = 2", "", False),
    ],
)
def test_a_figure_outside_of_a_bound_is_asked_about(folder: Path, fields: str, more: str, is_asked: bool):
    text = (folder / "sources/a.txt").read_bytes().decode() + " It is 9 days. It is 99 days, or 1 or 2."
    (folder / "sources/a.txt").write_bytes(text.encode())
    one = CLAIM.format(id="c2", quote="It is 9 days") + COUNTED.format(words="9 days", fields="value = 9")
    quote = "It is 99 days, or 1 or 2"
    other = CLAIM.format(id="c3", quote=quote) + more + COUNTED.format(words=quote, fields=fields)
    add(folder, A, one + other)
    assert ("A008" in [it.code for it in findings_in(folder)]) is is_asked


def chain(folder: Path, *hops: str) -> list[str]:
    """What is said of a statement with a chain; "some" has no name, and the agency has one."""
    for name, kind in (("some", "anonymous"), ("agency", "organization")):
        add(folder, "entities.toml", f'\n[[entity]]\nid = "{name}"\ntype = "{kind}"\nname = "{name}"\n')
    add(
        folder,
        A,
        '\n[[statement]]\nid = "s1"\nquote = "On Monday he said"\npublic = true\n'
        f"chain = [{', '.join(f'{{ {hop} }}' for hop in hops)}]\n",
    )
    return [line.partition(": ")[2] for line in found(folder) if "chain" in line]


def test_who_is_cited_does_not_stand_after_who_cites(folder: Path):
    first = 'who = "agency", how = "said", record = "document"'
    assert chain(folder, first, 'who = "some", how = "citing", record = "anonymous"') == [
        '"citing" is what another does, and "some" is cited: it speaks first; put it first in the chain'
    ]


@pytest.mark.parametrize(("how", "who"), [("citing", "agency"), ("told", "some"), ("", "some")])
def test_who_cites_stands_last_and_who_was_told_too(folder: Path, how: str, who: str):
    first = 'who = "some", record = "anonymous"'
    verb = f'how = "{how}", ' if how else ""
    assert chain(folder, first, f'who = "{who}", {verb}record = "document"') == []


def test_the_publisher_is_no_link_that_is_written(folder: Path):
    first = 'who = "some", how = "said", record = "anonymous"'
    assert chain(folder, first, 'who = "korea-daily", record = "document"') == [
        '"korea-daily" publishes the document, and is the last of every chain; leave it out'
    ]


def test_the_publisher_may_be_who_speaks(folder: Path):
    assert chain(folder, 'who = "korea-daily", how = "said", record = "document"') == []
