"""The small sound corpus as a folder, to be added to."""

from tests.corpus.conftest import folder as folder
