"""The terminal itself: what is written to it, and how little of it."""
