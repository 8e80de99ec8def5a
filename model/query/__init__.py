"""What is asked for: words folded alike on both sides, and a small typed language for filters.

Nothing here looks anything up: `model.index` answers.
"""
