"""Quotes: verbatim passages of a document, found exactly, or else offered with the words that differ.

`document` decodes the bytes, `anchor` finds a quote exactly, `nearest` offers what stands closest, `worddiff`
and `diffsentence` say how two passages differ. Positions are Unicode code points from 0, as in the W3C Web
Annotation model.
"""
