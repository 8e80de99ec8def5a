"""A claim from a marked stretch of text: what is suggested, what a person's words mean, and the records that follow."""
