"""What is shown: the command line, the app, its panes, commands and themes.

It knows the model; the model never knows it.
"""

__version__ = "0.1.0"
"""The version of the program (PEP 440). A literal, because asking the installed metadata is slow."""
