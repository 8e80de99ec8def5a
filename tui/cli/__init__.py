"""The command line: one module for what may be asked, one for each thing that is done without a screen."""
