"""The three panes and what they share. No pane knows another: they follow one selection."""
