"""What stands in the fields of a form."""

from collections.abc import Mapping

Values = Mapping[str, str]
"""What is typed in each field, by the field's name."""
