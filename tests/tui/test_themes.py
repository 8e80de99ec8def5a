"""Every text can be read: contrast after WCAG 2.2, computed."""

import pytest

from tui.text.line import Role
from tui.themes import THEMES


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb` (WCAG 2.2)."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES[:2], ids=lambda theme: theme.name)
@pytest.mark.parametrize("role", [role for role in Role if role is not Role.RULE])
def test_every_text_has_a_contrast_of_at_least_4_5(theme, role: Role):
    ground = "role-lit-ground" if role is Role.LIT else "role-ground"
    assert contrast(theme.variables[f"role-{role}"], theme.variables[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_role_has_a_colour_in_every_theme(theme):
    assert {f"role-{role}" for role in Role} <= theme.variables.keys()
