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


_FROM_THE_RIGHT = frozenset(("ar", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"))
_SCRIPTS_FROM_THE_RIGHT = frozenset(("adlm", "arab", "hebr", "nkoo", "syrc", "thaa"))


def direction(tag: str) -> str:
    """How words of a language run, as HTML says it: `rtl`; of any other `auto`, as their first letter does.

    A script in the tag decides (BCP 47): `ku-Arab` runs from the right, `ar-Latn` does not.
    """
    language, *others = tag.lower().split("-")
    script = next((it for it in others if len(it) == 4 and it.isalpha()), None)
    from_the_right = script in _SCRIPTS_FROM_THE_RIGHT if script else language in _FROM_THE_RIGHT
    return "rtl" if from_the_right else "auto"
