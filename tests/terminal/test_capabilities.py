"""What the environment says of the terminal."""

import pytest

from tui.terminal import capabilities


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch):
    for name in ("NO_COLOR", "COLORTERM", "COLORFGBG"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("number", "environment", "theme"),
    [
        (256, {}, "dark"),
        (257, {}, "dark"),
        (255, {}, "terminal"),
        (88, {}, "terminal"),
        (7, {}, "plain"),
        (256, {"COLORFGBG": "0;15"}, "light"),
        (256, {"COLORFGBG": "0;default;7"}, "light"),
        (256, {"COLORFGBG": "7;0"}, "dark"),
        (256, {"COLORFGBG": "0;8"}, "dark"),
        (256, {"COLORFGBG": "15;default;0"}, "dark"),
        (16, {}, "terminal"),
        (8, {}, "terminal"),
        (0, {}, "plain"),
        (256, {"NO_COLOR": "1"}, "plain"),
        (8, {"COLORTERM": "truecolor"}, "dark"),
    ],
)
def test_the_theme_fits_the_terminal(
    monkeypatch: pytest.MonkeyPatch, number: int, environment: dict[str, str], theme: str
):
    monkeypatch.setattr(capabilities, "_known", lambda: True)
    monkeypatch.setattr("curses.tigetnum", lambda name: number)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert capabilities.fitting_palette() == theme
