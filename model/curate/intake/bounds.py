"""How much of a file from outside is taken in: sizes before and after expansion, memory and time."""

MOST_BYTES = 64 * 1024 * 1024
"""The largest file that is added, in bytes: a long book as PDF, or a page with all its pictures."""

MOST_TEXT = 5_000_000
"""The longest text that is kept, in code points: five long books. In UTF-8 a Korean one has thrice as many bytes."""

MOST_TEXT_BYTES = 16 * 1024 * 1024
"""The largest text that is kept, in bytes: what is read of one file of a corpus."""

MOST_EXPANDED = 256 * 1024 * 1024
"""What an archive may expand to, in bytes, all its files together."""

MOST_RATIO = 200
"""How many times larger a file of an archive may be than it is packed; text is packed to a tenth, seldom a fiftieth."""

SMALL = 1024 * 1024
"""Below this many bytes nobody asks how well it was packed."""

MOST_ENTRIES = 20_000
"""How many files an archive may have, and how many records a web archive."""

MOST_PAGES = 5_000
"""How many pages a PDF may have."""

SECONDS = 60
"""How long, in seconds of the processor, text is taken out of one file."""

MEMORY = 3 * 1024 * 1024 * 1024
"""How much memory, in bytes, may be in use while text is taken out of one file."""
