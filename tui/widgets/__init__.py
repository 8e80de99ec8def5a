"""What stands on the screen: header, strip, panes, footer. Widgets are given the context, and ask by messages."""
