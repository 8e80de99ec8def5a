"""Web pages, as they are sent and as SingleFile keeps them."""

from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

from tests.curate.intake.made import ENGLISH, KOREAN, Made

ARTICLE = f"""<!DOCTYPE html>
<!-- made for a test --><html lang="en"><head><meta charset="utf-8"><title>A visit comes | The Paper</title>
<meta property="article:published_time" content="2025-05-06T10:00:00+09:00"><meta name="author" content="A. Writer">
<style>p {{ color: red }}</style><script>var hidden = "<p>never seen</p>";</script></head>
<body><header><a href="/">The Paper</a></header>
<nav><ul><li><a href="/p">Politics</a></li><li><a href="/n">North Korea</a></li></ul></nav>
<div hidden>not seen</div><div style="color:red; display: none">nor this</div><span aria-hidden="true">|</span>
<main><article><h1>A visit&nbsp;comes</h1><p class="byline">By A. Writer</p>
<figure><img src="x.jpg" alt="not a word"><figcaption>Choe in Pyongyang on March 21. [Yonhap]</figcaption></figure>
<p>{ENGLISH[0]}</p><p>{ENGLISH[1]}<br>It&rsquo;s <b>bo</b>ld: 10&#8239;000 men.</p>
<ul><li><a href="/1">Related: another visit</a></li></ul>
<table><tr><th>Day</th><th>Who</th></tr><tr><td>9 May</td><td>Choe</td></tr></table>
<pre>  kept
    as it is</pre><p>{ENGLISH[2]}</p><noscript>turn it on</noscript></article></main>
<aside><h3>Most read</h3><ol><li><a href="/2">Something else</a></li></ol></aside>
<form><label>Search</label><input placeholder="no word"><button>Go</button></form>
<footer>© 2025 The Paper. All rights reserved.</footer><template><p>not there</p></template></body></html>"""

ARTICLE_WORDS = (
    "The Paper Politics North Korea A visit\u00a0comes By A. Writer Choe in Pyongyang on March 21. [Yonhap] "
    f"{ENGLISH[0]} {ENGLISH[1]} It’s bold: 10\u202f000 men. Related: another visit Day Who 9 May Choe kept as it is "
    f"{ENGLISH[2]} Most read Something else Search Go © 2025 The Paper. All rights reserved."
)

_KOREAN_PAGE = (
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset=euc-kr"><title>방문</title></head><body>'
    f"<table><tr><td><a href=a>처음</a><a href=b>정치</a></td></tr></table><h1>방문이 온다</h1>"
    f"<p>{KOREAN[0]}<p>{KOREAN[1]}"
    "<div>사진=연합뉴스<div>기자 = 홍길동</div></div><!-- 숨은 말 --></body></html>"
)

_SAVED = """<!DOCTYPE html> <html lang=en><!--
 Page saved with SingleFile
 url: https://www.example.org/news/visit?id=1
 saved date: Wed May 07 2025 12:30:05 GMT+0900 (Korean Standard Time)
--><meta charset=utf-8><title>A visit</title>
<style>.a{background:url(data:image/png;base64,AAAA)}</style>
"""


def pages() -> list[Made]:
    """Two as they were sent: one of a paper in our days, and one in an old encoding with elements left open."""
    return [
        Made("visit.html", "html", ARTICLE.encode(), ARTICLE_WORDS),
        Made(
            "방문.htm",
            "html",
            _KOREAN_PAGE.encode("cp949"),
            f"처음정치 방문이 온다 {KOREAN[0]} {KOREAN[1]} 사진=연합뉴스 기자 = 홍길동",
        ),
    ]


def saved_pages() -> list[Made]:
    """Two as SingleFile keeps them: pages in frames, roots of shadow trees, and what shows no more."""
    framed = (
        f"{_SAVED}<body><h1>A visit</h1><p>{ENGLISH[0]}</p><p>{ENGLISH[2]}</p>"
        '<iframe srcdoc="<html><body><p>In a frame</p><script>no</script></body></html>"></iframe>'
        "<my-card><template shadowrootmode=open><p>In a shadow</p><slot></slot></template>In the light</my-card>"
        "<script type=application/json>{}</script></body></html>"
    )
    korean = (
        f"{_SAVED}<body><article><h1>방문</h1><p>{KOREAN[0]}</p><p>{KOREAN[1]}</p></article></body></html>"
    )
    return [
        Made(
            "saved.html",
            "html",
            framed.encode(),
            f"A visit {ENGLISH[0]} {ENGLISH[2]} In a frame In a shadow In the light",
        ),
        Made("저장.html", "html", korean.encode(), f"방문 {KOREAN[0]} {KOREAN[1]}"),
    ]


def mhtml() -> Made:
    """A page as browsers save it, with what belongs to it."""
    page = MIMEMultipart("related")
    page["From"], page["Subject"] = "<Saved by Blink>", "A visit"
    page["Snapshot-Content-Location"] = "https://www.example.org/visit"
    page.attach(MIMEText(ARTICLE, "html", "utf-8"))
    page.attach(MIMEText("p { color: red }", "css", "utf-8"))
    return Made("visit.mhtml", "email", page.as_bytes(), ARTICLE_WORDS)
