"""All files that were made, two or more of each kind."""

from tests.curate.intake.made import Made
from tests.curate.intake.made_archives import archives
from tests.curate.intake.made_documents import docx_files, epubs
from tests.curate.intake.made_pages import mhtml, pages, saved_pages
from tests.curate.intake.made_pdf import pdfs
from tests.curate.intake.made_texts import messages, subtitles, texts


def every_file() -> list[Made]:
    """All of them."""
    return [
        *texts(),
        *pages(),
        *saved_pages(),
        *pdfs(),
        *docx_files(),
        *epubs(),
        *messages(),
        mhtml(),
        *subtitles(),
        *archives(),
    ]
