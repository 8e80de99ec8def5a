"""What a person says of a new source, and what of it can be taken."""

from dataclasses import dataclass

from model.corpus.check_values import language_problems, no_url
from model.corpus.draft import Draft
from model.corpus.fields import since
from model.corpus.findings import Place
from model.corpus.records import Source
from model.corpus.slugs import SHAPE, is_slug
from model.corpus.suggest import did_you_mean
from model.curate.intake.extracted import NotTaken
from model.dates.edtf import EdtfError, parse


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What a person says of a new source; None where nothing.

    `published` is an EDTF date, `version_of` the id of a source; `nfc` asks to compose letters.
    """

    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    medium: str | None = None
    version_of: str | None = None
    nfc: bool = False


def refuse_bad(draft: Draft, wishes: Wishes) -> None:
    """Raise `NotTaken` where a wish is none that can be fulfilled, whatever the file is."""
    wanted = since(Source, "original")
    if draft.info is None or draft.info.format < wanted:
        raise NotTaken(
            f"corpus.toml: write format = {wanted}, the first that has a place for what was obtained"
        )
    if wishes.url is not None and (why := no_url(wishes.url)):
        raise NotTaken(f'--url: "{wishes.url}" is no URL; {why}')
    if wishes.published is not None:
        try:
            parse(wishes.published)
        except EdtfError as error:
            raise NotTaken(f"--date: {error}") from None
    if wishes.language is not None:
        for problem in language_problems(wishes.language, Place("")):
            raise NotTaken(f"--lang: {problem.message}")
    if wishes.medium is not None and not is_slug(wishes.medium):
        raise NotTaken(f'--medium: "{wishes.medium}" is no word for it; write {SHAPE}, as web-page')
    known = [source.id for source, _ in draft.sources]
    if wishes.version_of is not None and wishes.version_of not in known:
        hint = did_you_mean(wishes.version_of, known)
        raise NotTaken(f'--new-version: there is no source "{wishes.version_of}"{hint}')
