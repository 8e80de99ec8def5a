"""A stretch of a text becomes a quote that names it alone."""

from hypothesis import given
from hypothesis import strategies as st

from model.quotes.anchor import anchor
from model.quotes.selecting import selecting
from model.quotes.span import TextSpan


@given(st.text("ab \n", min_size=1, max_size=60), st.data())
def test_the_quote_leads_back_to_the_stretch(text: str, data: st.DataObject):
    start = data.draw(st.integers(0, len(text) - 1))
    span = TextSpan(start, data.draw(st.integers(start + 1, len(text))))
    prefix, exact, suffix = selecting(text, span)
    assert anchor(text, exact, prefix, suffix) == span
    if text.count(exact) == 1 and text.find(exact, text.find(exact) + 1) < 0:
        assert (prefix, suffix) == ("", "")
