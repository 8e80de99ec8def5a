"""The bundled corpus: plain files, read through `importlib.resources`.

Without this module a folder named `seeds` in the user's working directory could be taken for this one.
"""
