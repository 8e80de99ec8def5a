"""A file of a table against the rows that were put into it, looked at one by one."""
