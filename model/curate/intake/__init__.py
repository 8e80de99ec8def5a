"""From a file as it was obtained to a text that can be quoted: one module for each kind of file."""
