"""What a curator may have missed: claims that may not stand together, sayings that may be one, events that may be one.

Candidates, never verdicts: nothing here changes a corpus or the answer to any other question. Each is found by a
general rule, gives its reason in a sentence, and waits for somebody to accept or dismiss it.
"""
