"""The index in plain Python: every answer counted anew from the claims, as simply as it can be said.

It is slow, and there to be right: tests hold the other index against it. Nothing in the program opens it.
"""
