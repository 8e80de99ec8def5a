"""What can be done: one list, from which bindings, footer, palette, help and the README's table of keys come.

Every action is a method `action_<name>` of the main screen, which asks the focused pane where that is its business.
"""
