"""What can be recognised in a text: sentences, date words, hedges, reporting verbs and names, in English and Korean.

Everything found has its place in code points and is a suggestion that names the words it rests on; nobody decides
here. Every rule reads a text once, from its start to its end.
"""
