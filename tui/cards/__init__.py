"""Cards: what the detail pane shows of an event or an entity, as lines. Pure functions of the model's answers."""
