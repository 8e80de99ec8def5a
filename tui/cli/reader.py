"""What must happen before the screen is loaded: what the environment says to Textual is not for this program."""

import os


def forget_settings() -> None:
    """Drop Textual's settings from the environment: some of them write files, and SSH lets people send variables."""
    for name in [name for name in os.environ if name.startswith("TEXTUAL")]:
        del os.environ[name]
