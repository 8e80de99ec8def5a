"""Every text can be read: contrast after WCAG 2.2, computed."""

import pytest
from rich.color import Color, ColorSystem

from tui.text.line import Role
from tui.theme.themes import THEMES


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb` (WCAG 2.2)."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


LEAST = {"dark": 4.5, "light": 4.5, "contrast": 7}
"""WCAG 2.2: 4.5 is the least for text (1.4.3), 7 the enhanced contrast (1.4.6). Other themes are the terminal's."""


def in_256(colour: str) -> str:
    """What a terminal of 256 colours shows instead of a colour, as Rich chooses it."""
    downgraded = Color.parse(colour).downgrade(ColorSystem.EIGHT_BIT)
    return downgraded.get_truecolor().hex


@pytest.mark.parametrize(
    "theme", [theme for theme in THEMES if theme.name in LEAST], ids=lambda theme: theme.name
)
@pytest.mark.parametrize("role", [role for role in Role if role is not Role.RULE])
def test_every_text_has_enough_contrast(theme, role: Role):
    ground = theme.variables["role-lit-ground" if role is Role.LIT else "role-ground"]
    colour = theme.variables[f"role-{role}"]
    assert contrast(colour, ground) >= LEAST[theme.name]
    assert contrast(in_256(colour), in_256(ground)) >= LEAST[theme.name], "with 256 colours"


def test_every_theme_of_its_own_colours_is_checked():
    own = {theme.name for theme in THEMES if theme.variables["role-ground"].startswith("#")}
    assert own == LEAST.keys()


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_role_has_a_colour_in_every_theme(theme):
    assert {f"role-{role}" for role in Role} <= theme.variables.keys()
