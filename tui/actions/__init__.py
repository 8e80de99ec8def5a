"""What commands do: plain functions from a context to what comes of it. Only the screen applies that.

Each is `(ctx, by)`: what `by` is, its command says (`tui.commands`); a number counts steps, forward or back.
"""
