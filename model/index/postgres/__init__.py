"""A big table on a PostgreSQL server, which a team shares: the same bitmaps as in a file, and the same algebra here.

`ServerWriter` writes a table by COPY, `ServerStore` reads one. A driver (psycopg 3) is imported only where an
address of a server is opened. No SQL for servers stands anywhere else.
"""
