"""Dates as a corpus states them: days, the EDTF subset, how a date says itself, calendar arithmetic."""
