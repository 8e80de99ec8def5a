"""Word documents and books, which are ZIP archives of XML."""

import io
import zipfile
from collections.abc import Mapping

import docx
from docx.oxml.parser import parse_xml

from tests.curate.intake.made import ENGLISH, KOREAN, Made

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """An archive of some files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def docx_files() -> list[Made]:
    """One with a table, header, footer, changes, hidden words, signs and a text box; and a Korean one."""
    document = docx.Document()
    document.core_properties.title = "A visit comes"
    document.sections[0].header.paragraphs[0].text = "The Ministry"
    document.sections[0].footer.paragraphs[0].text = "For release"
    document.add_heading("A visit comes", 0)
    document.add_paragraph(ENGLISH[0]).add_run("\tand\u00a0more\u2011over")
    hidden = document.add_paragraph("Shown. ").add_run("hidden")
    hidden.font.hidden = True
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "9 May", "Choe"
    changed = document.add_paragraph("He ")._p
    for part in (
        f'<w:del {_W} w:id="1" w:author="x"><w:r><w:delText>goes</w:delText></w:r></w:del>',
        f'<w:ins {_W} w:id="2" w:author="x"><w:r><w:t>stays</w:t></w:r></w:ins>',
        f"<w:r {_W}><w:instrText>PAGE</w:instrText></w:r>",
    ):
        changed.append(parse_xml(part))
    box = "<{0}><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent></{0}>"
    both = "".join(box.format(f"mc:{name}") for name in ("Choice", "Fallback"))
    document.add_paragraph("Beside.")._p.append(
        parse_xml(f"<w:r {_W} {_MC}><mc:AlternateContent>{both}</mc:AlternateContent></w:r>")
    )
    korean = docx.Document()
    for line in KOREAN:
        korean.add_paragraph(line)
    return [
        Made(
            "visit.docx",
            "docx",
            _saved(document),
            f"The Ministry A visit comes {ENGLISH[0]} and\u00a0more\u2011over Shown. "
            "9 May Choe He stays Beside. In a box For release",
        ),
        Made("방문.docx", "docx", _saved(korean), " ".join(KOREAN)),
    ]


def _saved(document: object) -> bytes:
    out = io.BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def epub(documents: Mapping[str, str], about: str = "", nav: str = "") -> bytes:
    """A book of some documents, by their names; `nav` is the one that is its table of contents."""
    kind = {name: ' properties="nav"' if name == nav else "" for name in documents}
    items = "".join(
        f'<item id="i{number}" href="{name}" media-type="application/xhtml+xml"{kind[name]}/>'
        for number, name in enumerate(documents)
    )
    spine = "".join(f'<itemref idref="i{number}"/>' for number in range(len(documents)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">{about}</metadata>'
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
        '<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
    )
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "OPS/book.opf": package,
            **{f"OPS/{name}": text for name, text in documents.items()},
        }
    )


def epubs() -> list[Made]:
    """One with a table of contents, empty elements, entities of HTML and broken markup; and a Korean one."""
    head = '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>'
    english = {
        "nav.xhtml": f'{head}<nav><ol><li><a href="a.xhtml">One</a></li></ol></nav></body></html>',
        "a.xhtml": f'{head}<a id="x"/><h1>One</h1><p>{ENGLISH[0]}&nbsp;End.</p></body></html>',
        "b.xhtml": f"{head}<p>Broken <b>markup<p>{ENGLISH[1]}</body>",
    }
    about = "<dc:title>One</dc:title><dc:creator>A. Writer</dc:creator><dc:language>en</dc:language>"
    korean = {f"{number}.xhtml": f"{head}<p>{line}</p></body></html>" for number, line in enumerate(KOREAN)}
    return [
        Made(
            "book.epub",
            "epub",
            epub(english, about, "nav.xhtml"),
            f"One One {ENGLISH[0]}\u00a0End. Broken markup {ENGLISH[1]}",
        ),
        Made("책.epub", "epub", epub(korean, "<dc:language>ko</dc:language>"), " ".join(KOREAN)),
    ]
