"""The two themes: a colour for each role of text (UX section 8; every text contrast is at least 4.5)."""

from textual.theme import Theme

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


def _theme(name: str, colours: dict[str, str], dark: bool) -> Theme:
    """Textual's own colours are set to ours; the rest are variables for the style sheet, `$role-…`."""
    return Theme(
        name=name,
        primary=colours["accent"],
        foreground=colours["text"],
        background=colours["ground"],
        surface=colours["ground"],
        panel=colours["ground"],
        dark=dark,
        variables={f"role-{role}": colour for role, colour in colours.items()},
    )


THEMES = (_theme("dark", _DARK, dark=True), _theme("light", _LIGHT, dark=False))
"""The themes, the default first."""
