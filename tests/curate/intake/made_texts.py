"""Plain texts, messages and subtitles."""

from email.message import EmailMessage

from tests.curate.intake.made import ENGLISH, KOREAN, Made

_TEXT = f"A visit comes\n\n{ENGLISH[0]}\n\n{ENGLISH[1]}\u00a0[Yonhap]\n"
_KOREAN_TEXT = "방문이 온다\r\n\r\n" + "\r\n".join(KOREAN * 5)


def texts() -> list[Made]:
    """One in UTF-8 with a byte order mark, and one in the encoding of Korean Windows, whose lines end with CR LF."""
    return [
        Made("visit.txt", "text", b"\xef\xbb\xbf" + _TEXT.encode(), _TEXT),
        Made("방문.txt", "text", _KOREAN_TEXT.encode("cp949"), _KOREAN_TEXT),
    ]


def messages() -> list[Made]:
    """A press notice in two alternatives with something attached, and one that forwards another in a Korean charset."""
    headers = "Subject: A notice From: Press Service <press@example.org> To: list@example.org"
    notice = EmailMessage()
    notice["Subject"], notice["From"], notice["To"] = (
        "A notice",
        "Press Service <press@example.org>",
        "list@example.org",
    )
    notice["Date"] = "Tue, 06 May 2025 10:00:00 +0300"
    notice.set_content(f"Plain: {ENGLISH[0]}\n")
    notice.add_alternative(
        f"<html><head><style>p {{}}</style></head><body><p>{ENGLISH[0]}</p><p hidden>no</p></body></html>",
        "html",
    )
    notice.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="the list.pdf")
    inner = EmailMessage()
    inner["Subject"], inner["From"] = "방문", "통일부 <press@example.kr>"
    inner["Date"] = "Wed, 07 May 2025 09:00:00 +0900"
    inner.set_content("\n".join(KOREAN) + "\n", charset="euc-kr")
    outer = EmailMessage()
    outer["Subject"], outer["From"] = "Fwd: 방문", "desk@example.org"
    outer["Date"] = "Wed, 07 May 2025 02:00:00 +0000"
    outer.set_content("See below.\n")
    outer.add_attachment(inner)
    return [
        Made(
            "notice.eml",
            "email",
            bytes(notice),
            f"{headers} Date: Tue, 06 May 2025 10:00:00 +0300 {ENGLISH[0]} the list.pdf",
        ),
        Made(
            "forwarded",
            "email",
            bytes(outer),
            "Subject: Fwd: 방문 From: desk@example.org Date: Wed, 07 May 2025 02:00:00 +0000 See below. "
            f"Subject: 방문 From: 통일부 <press@example.kr> Date: Wed, 07 May 2025 09:00:00 +0900 {' '.join(KOREAN)}",
        ),
    ]


def subtitles() -> list[Made]:
    """Two of each format: with marks, empty cues, numbers as text, voices, notes and styles."""
    srt = (
        "1\n00:00:01,000 --> 00:00:02,500\n<i>We see</i> the <b>train</b>\narrive.\n\n"
        "2\n00:00:03,000 --> 00:00:04,000\n{\\an8}It is 2 < 3 days late.\n\n"
        "3\n00:00:05,000 --> 00:00:06,000\n2025\n"
    )
    korean = "\r\n".join(
        (
            "1",
            "00:00:01,000 --> 00:00:02,000",
            KOREAN[0],
            "",
            "2",
            "00:00:02,000 --> 00:00:03,000",
            "",
            "3",
            "00:00:03,000 --> 00:00:04,000",
            KOREAN[1],
        )
    )
    vtt = (
        "WEBVTT - A talk\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nNOTE made by hand\nin two lines\n\n"
        "intro\n00:01.000 --> 00:02.000 align:start\n<v.loud Ri Yong-ho>We <00:01.500><c>will</c> go &amp; see</v>\n\n"
        "NOTE another\n\n00:03.000 --> 00:04.000\non Monday.\n"
    )
    vtt_korean = (
        f"\ufeffWEBVTT\n\n00:00:01.000 --> 00:00:02.000\n{KOREAN[0]}\n\n"
        "00:00:02.000 --> 00:00:03.000\n- 예.&nbsp;그렇다.\n"
    )
    return [
        Made("arrival.srt", "srt", srt.encode(), "We see the train arrive. It is 2 < 3 days late. 2025"),
        Made("방문.srt", "srt", korean.encode(), " ".join(KOREAN)),
        Made("talk.vtt", "vtt", vtt.encode(), "Ri Yong-ho We will go & see on Monday."),
        Made("방문.vtt", "vtt", vtt_korean.encode(), f"{KOREAN[0]} - 예.\u00a0그렇다."),
    ]
