"""What a benchmark of tables makes of its figures, tried on made-up ones: nothing is measured here."""

import re
from xml.etree import ElementTree

import pytest

from tests.benchmarks import table_screen as screen
from tests.benchmarks.coded_rows import coded_rows
from tests.benchmarks.figures import Figure, Figures, Goal, aligned, goal_rows, machine, markdown
from tests.benchmarks.measured_page import ROOT, growth_plot, page, servers_page, with_measured
from tests.benchmarks.table_answers import COUNTS
from tests.benchmarks.table_goals import table_goals
from tests.benchmarks.words_to_find import LEAST, words_to_find

FIGURES = Figures(
    [
        Figure(screen.PAINT, 100, 300.0),
        Figure(screen.PAINT, 1_000_000, 330.0),
        Figure(screen.DOWN, 100, 4.0),
        Figure(screen.DOWN, 1_000_000, 6.0),
        Figure(screen.DOWN_MEDIAN, 1_000_000, 5.0),
        Figure(screen.END, 1_000_000, 10.0),
        Figure(screen.UNIQUE, 1_000_000, 8.0),
        Figure(screen.DOWN_KOREAN, 1_000_000, 8.0),
        Figure(screen.SEARCH.format("one Hangul syllable"), 1_000_000, 12.0),
        Figure(screen.PAINT, 1_000_000, 3300.0, who="VisiData"),
        Figure(COUNTS, 1_000_000, 250.0),
        Figure(COUNTS, 1_000_000, 500.0, who="sqlite3"),
    ]
)


def test_a_table_has_ours_at_each_size_its_growth_and_others_beside_it():
    head, *rows = FIGURES.rows()
    assert head == [
        "what",
        "100 rows",
        "1,000,000 rows",
        "1,000,000 by 100",
        "VisiData at 1,000,000: ours by it",
        "sqlite3 at 1,000,000: ours by it",
    ]
    assert rows[0] == [screen.PAINT, "300 ms", "330 ms", "1.10 x", "3,300 ms: 0.10 x", "-"]
    assert rows[-1] == [COUNTS, "-", "250 ms", "-", "-", "500 ms: 0.50 x"]
    assert [row[0] for row in FIGURES.rows([screen.END])] == ["what", screen.END]


def test_goals_are_those_of_what_was_measured_and_what_is_above_one_is_missed():
    goals = {it.what: it for it in table_goals(FIGURES)}
    assert {what: (round(it.ratio, 3), it.is_met) for what, it in goals.items()} == {
        "first paint: 1,000,000 rows by 100": (1.1, True),
        "Down key, p95: 1,000,000 rows by 100": (1.5, False),
        "jump to end, by a Down key, 1,000,000 rows": (2.0, True),
        "search: a word of one row, by a Down key, 1,000,000 rows": (1.6, True),
        "search: one Hangul syllable, by a Down key, 1,000,000 rows": (1.5, True),
        f"{COUNTS}, by sqlite3": (0.5, False),
        "first paint, by VisiData": (0.1, True),
    }
    assert [*table_goals(Figures())] == []
    assert Goal("a", 2.5, 2, "5 by 2").line() == "MISSED  a  2.50 x, at most 2 x  (5 by 2)"


def test_tables_are_written_as_text_and_as_markdown():
    rows = [["what", "n"], ["a | b", "10"]]
    assert aligned(rows) == "what   n\na | b  10\n"
    assert markdown(rows) == "| what | n |\n| --- | --- |\n| a \\| b | 10 |\n"
    assert [*goal_rows([Goal("a", 1, 2, "x")])][1] == ["met", "a", "1.00", "2", "x"]


@pytest.mark.parametrize("figures", [FIGURES, Figures()], ids=["some", "none"])
def test_page_and_plot_hold_all_of_it(figures: Figures):
    goals = [*table_goals(figures)]
    text = page(figures, goals, "a machine")
    assert all(f"| {it.what} |" in text for it in goals)
    assert f"Of {len(goals)} goals {2 if goals else 0} are missed." in text
    drawn = ElementTree.fromstring(growth_plot(figures, "a <machine>"))
    words = {"".join(it.itertext()) for it in drawn.iter("{http://www.w3.org/2000/svg}text")}
    assert "a <machine>" in words
    assert ("first paint  1.10" in words) == bool(goals)


def test_a_page_of_servers_has_the_file_first_and_says_what_is_missed():
    figures = Figures([Figure(screen.DOWN, 50, 8.0, who="one server"), Figure(screen.DOWN, 50, 4.0)])
    assert [*figures.side_by_side(50)] == [
        ["50 rows", "dprk-tui", "one server"],
        [screen.DOWN, "4.00 ms", "8.00 ms"],
    ]
    text = servers_page(figures, 50, [Goal("a server by a file", 2.0, 1.5, "8 by 4")], "a machine")
    assert f"| {screen.DOWN} | 4.00 ms | 8.00 ms |" in text
    assert "Of 1 goals 1 is missed." in text
    assert "| MISSED | a server by a file | 2.00 | 1.5 | 8 by 4 |" in text


def test_the_readme_has_a_place_for_the_figures_and_keeps_all_else():
    readme = (ROOT / "README.md").read_text("utf-8")
    once = with_measured(readme, FIGURES, "a machine")
    assert "| first paint | 300 ms | 330 ms |" in once
    assert with_measured(once, FIGURES, "a machine") == once
    between = re.compile("(<!-- measured.*?-->).*?(<!-- /measured -->)", re.DOTALL)
    assert between.sub(r"\1\2", once) == between.sub(r"\1\2", readme)


def test_a_machine_is_described_without_its_name():
    said = machine()
    assert re.match(r"\d+ cores?.*, \d+ GiB of memory, \w+ [\d.]+, Python 3\.", said)
    assert not re.search("/|localhost", said.replace("(R)", ""))


@pytest.mark.parametrize("language", ["english", "korean"])
def test_every_word_that_is_looked_for_stands_in_the_smallest_table(language):
    text = "\n".join(row.raw for row in coded_rows(LEAST, language))
    words = words_to_find(language)
    assert len(words) == 3
    assert [word for word in words.values() if word not in text] == []
