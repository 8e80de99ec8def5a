"""The themes: a colour for each role of text (UX section 8; every text contrast is at least 4.5).

`terminal` uses the terminal's own sixteen colours and `plain` none: there, dim, bold and reverse say what hue says
elsewhere (`app.tcss`).
"""

from dataclasses import replace

from textual.theme import BUILTIN_THEMES, Theme

from tui.terminal.capabilities import colours, has_light_ground

_DARK = {
    "text": "#d6d9df",
    "mute": "#8d95a3",
    "rule": "#4b5360",
    "accent": "#8ab8ff",
    "ahead": "#79c6d6",
    "doubt": "#c3b58a",
    "due": "#f0b35c",
    "no": "#f08c86",
    "contest": "#d8a0f0",
    "lit": "#f7e9ae",
    "lit-ground": "#574a12",
    "ground": "#15181d",
}

_LIGHT = {
    "text": "#23272e",
    "mute": "#5f6673",
    "rule": "#b5b2a8",
    "accent": "#1f5fbf",
    "ahead": "#0a6678",
    "doubt": "#6b5a1e",
    "due": "#8a5200",
    "no": "#b02a2a",
    "contest": "#8430a6",
    "lit": "#3a2f00",
    "lit-ground": "#f4dc84",
    "ground": "#fbfaf7",
}


_TERMINAL = {
    "text": "ansi_default",
    "mute": "ansi_default",
    "rule": "ansi_default",
    "accent": "ansi_default",
    "ahead": "ansi_cyan",
    "doubt": "ansi_default",
    "due": "ansi_yellow",
    "no": "ansi_red",
    "contest": "ansi_magenta",
    "lit": "ansi_default",
    "lit-ground": "ansi_default",
    "ground": "ansi_default",
}


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
    _theme("dark", _DARK, dark=True),
    _theme("light", _LIGHT, dark=False),
    _terminal_theme("terminal", _TERMINAL),
    _terminal_theme("plain", dict.fromkeys(_TERMINAL, "ansi_default")),
)
"""The themes, the default first."""


def fitting_theme() -> str:
    """The name of the theme for this terminal."""
    number = colours()
    if number < 256:
        return "plain" if number < 8 else "terminal"
    return "light" if has_light_ground() else "dark"
