"""The line that asks: what is typed in it, and what is answered while it is typed."""
