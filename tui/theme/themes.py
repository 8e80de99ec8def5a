"""The themes: a colour for each role of text (every text contrast is at least 4.5, in `contrast` 7).

`terminal` uses the terminal's own sixteen colours and `plain` none: there, dim, bold and reverse say what hue says
elsewhere (`app.tcss`).
"""

from dataclasses import replace

from textual.theme import BUILTIN_THEMES, Theme

from tui.theme.palettes import PALETTES


def _theme(name: str, palette: dict[str, str], dark: bool) -> Theme:
    """Textual's own colours are set to ours; the rest are variables for the style sheet, `$role-…`."""
    return Theme(
        name=name,
        primary=palette["accent"],
        foreground=palette["text"],
        background=palette["ground"],
        surface=palette["ground"],
        panel=palette["ground"],
        dark=dark,
        variables=_roles(palette),
    )


def _roles(palette: dict[str, str]) -> dict[str, str]:
    return {f"role-{role}": colour for role, colour in palette.items()}


def _terminal_theme(name: str, palette: dict[str, str]) -> Theme:
    """Textual's own theme of terminal colours, with a default ground, and our roles."""
    base = BUILTIN_THEMES["ansi-dark"]
    return replace(base, name=name, variables={**base.variables, **_roles(palette)})


THEMES = (
    _theme("dark", PALETTES["dark"], dark=True),
    _theme("light", PALETTES["light"], dark=False),
    _theme("contrast", PALETTES["contrast"], dark=True),
    _terminal_theme("terminal", PALETTES["terminal"]),
    _terminal_theme("plain", PALETTES["plain"]),
)
"""The themes, the default first."""
