"""The standard streams, which may be closed, full or of an encoding that cannot hold what is written."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, TextIO
