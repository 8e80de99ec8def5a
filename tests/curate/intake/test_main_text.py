"""What is folded is menus and the like; what dates a claim, or says whose it is, never is."""

import pytest

from model.curate.intake.web_page import page_of
from tests.curate.intake.made import ENGLISH

_PARAGRAPHS = "".join(f"<p>{line}</p>" for line in ENGLISH)


def folded(html: str) -> str:
    found = page_of(f"<!DOCTYPE html><html><body>{html}</body></html>")
    return "\n".join(found.text[it.start : it.end] for it in found.asides)


@pytest.mark.parametrize(
    "told",
    [
        "<h1>A visit</h1><figure><img><figcaption>Choe. [Yonhap]</figcaption></figure>{}",
        "<h1>A visit</h1><div class=post><header><span>27 January 2014 by A. Writer</span></header>{}</div>",
        "<h1>A visit</h1><p>{}<span class=photo-credit>Photo: Reuters</span>",
        "<h1>A visit</h1>{}<p class=byline><a href=/a>By A. Writer</a></p>",
        "<nav>Home</nav><div class=site>The Paper</div><h2>A visit</h2><time>May 7</time>{}",
    ],
)
def test_headlines_captions_credits_and_dates_are_not_folded(told: str):
    assert folded(told.format(_PARAGRAPHS)) in {"", "Home\n\nThe Paper", "Home\nThe Paper"}


def test_what_stands_before_and_after_is_folded():
    assert folded(
        f"<div>Skip to content</div><h1>A visit</h1>{_PARAGRAPHS}<div>Share</div><p>Cookies?</p>"
    ) == ("Skip to content\nShare\n\nCookies?")


def test_where_no_article_is_found_only_what_the_page_calls_so_is_folded():
    assert folded("<nav>Home</nav><p>One</p><footer>End</footer>") == "Home\nEnd"
