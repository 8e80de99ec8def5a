"""Dates as people type them: `9 may`, `last wednesday`, `+3d`, `june 2024`, `44 bc`, and what they mean."""
