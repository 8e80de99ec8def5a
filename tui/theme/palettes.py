"""The palettes: a colour for each role of text. Plain data, so that they cost no import."""

DARK = {
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

LIGHT = {
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

CONTRAST = {
    "text": "#ffffff",
    "mute": "#d0d0d0",
    "rule": "#8a8a8a",
    "accent": "#ffff00",
    "ahead": "#5fffff",
    "doubt": "#ffe7a0",
    "due": "#ffb347",
    "no": "#ff9c9c",
    "contest": "#ffafff",
    "lit": "#000000",
    "lit-ground": "#ffff00",
    "ground": "#000000",
}
"""For eyes that need it: every text has at least seven times the luminance of its ground, or the ground of it."""

TERMINAL = {
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

PLAIN = dict.fromkeys(TERMINAL, "ansi_default")

PALETTES = {"dark": DARK, "light": LIGHT, "contrast": CONTRAST, "terminal": TERMINAL, "plain": PLAIN}
"""Every palette by its theme's name, the default first. `ansi_…` are the terminal's own colours, others `#rrggbb`."""
