"""What can be done: one list, from which bindings, footer, palette, help and the README's table of keys come.

Each command is an object that knows its keys, its words and what it does (`tui.actions`); the screen obeys them all in
one place.
"""
