"""The start: what is on the screen before Textual is there."""
