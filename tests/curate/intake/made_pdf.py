"""PDF files (ISO 32000), written by hand: a page is lines of text in one font, which no file has to bring along."""

from collections.abc import Sequence

from tests.curate.intake.made import ENGLISH, KOREAN, Made


def pdf(
    pages: Sequence[Sequence[str]], korean: bool = False, encrypted: bool = False, about: str = ""
) -> bytes:
    """A PDF with these lines on its pages. One that is `encrypted` asks for a password that nobody knows."""
    objects: list[bytes] = [b"", b""]
    kids = []
    if korean:
        font = b"/BaseFont/HYSMyeongJo-Medium"
        system = b"<</Registry(Adobe)/Ordering(Korea1)/Supplement 1>>"
        box = b"/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80"
        objects += [
            b"<</Type/Font/Subtype/Type0%s/Encoding/UniKS-UTF16-H/DescendantFonts[4 0 R]>>" % font,
            b"<</Type/Font/Subtype/CIDFontType0%s/CIDSystemInfo%s/FontDescriptor 5 0 R>>" % (font, system),
            b"<</Type/FontDescriptor/FontName/HYSMyeongJo-Medium/Flags 4%s>>" % box,
        ]
    else:
        objects.append(b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
    for lines in pages:
        shown = b"".join(
            b"<%s> Tj T*\n" % line.encode("utf-16-be" if korean else "cp1252").hex().encode()
            for line in lines
        )
        stream = b"BT /F1 11 Tf 14 TL 40 780 Td\n%sET" % shown
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>"
            % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    objects.append(b"<<%s>>" % about.encode())
    trailer = b"/Root 1 0 R/Info %d 0 R" % len(objects)
    if encrypted:
        objects.append(b"<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (b"ab" * 32, b"cd" * 32))
        trailer += b"/Encrypt %d 0 R/ID[<00><00>]" % len(objects)
    out = b"%PDF-1.5\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start, count = len(out), len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
    return out + b"trailer<</Size %d%s>>\nstartxref\n%d\n%%%%EOF\n" % (count, trailer, start)


def broken(words: str, at: int = 60) -> list[str]:
    """A sentence in lines."""
    lines = [""]
    for word in words.split(" "):
        if lines[-1] and len(lines[-1]) + len(word) > at:
            lines.append("")
        lines[-1] += f" {word}" if lines[-1] else word
    return lines


def pdfs() -> list[Made]:
    """One of four pages with a running head and page numbers, and a Korean one."""
    pages = [["Daily Report 2025", *broken(ENGLISH[number % 3]), f"Page {number + 1}"] for number in range(4)]
    about = "/Title(Daily Report 2025)/CreationDate(D:20250506100000+09'00')"
    return [
        Made("report.pdf", "pdf", pdf(pages, about=about), " ".join(line for page in pages for line in page)),
        Made("방문.pdf", "pdf", pdf([KOREAN], korean=True), " ".join(KOREAN)),
    ]
