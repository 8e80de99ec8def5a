"""Languages by name: those in which reports on North Korea are mostly written, by their ISO 639-1 codes."""

_NAMES = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "mn": "Mongolian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "sv": "Swedish",
    "uk": "Ukrainian",
    "vi": "Vietnamese",
    "zh": "Chinese",
}


def language_name(tag: str) -> str:
    """A BCP 47 tag in words, `Korean`, `Korean (ko-KP)`; the tag itself where it has none."""
    name = _NAMES.get(tag.partition("-")[0].lower())
    if name is None:
        return tag
    return name if tag.lower() in _NAMES else f"{name} ({tag})"
