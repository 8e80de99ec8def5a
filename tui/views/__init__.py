"""The views of the first pane: ways to look at all events, each drawn as lines. No widget among them."""
