"""Subtitles: SubRip (.srt) and WebVTT (.vtt, W3C).

Visible is the text of the cues, in the order of the file, and the name of a voice (`<v Name>`), which says who speaks.
Not visible are times, numbers, settings, comments, styles and other marks.
"""

import html
import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from model.curate.intake.encoding import decoded
from model.curate.intake.extracted import Block, Extracted, NotTaken, in_lines, laid_out

_TIME = r"(?:\d{1,4}:)?\d{1,2}:\d{2}[,.]\d{1,3}"
TIMES = re.compile(rf"^[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}(?=[ \t]|$)", re.MULTILINE)
"""The line of a cue that says when it is shown."""

_VOICE = re.compile(r"<v(?:\.[^ \t>]*)?[ \t]+([^>]*)>")
_VTT_MARK = re.compile(r"</?[A-Za-z][^>]{0,1000}>|<\d[\d:.]*>")
_SRT_MARK = re.compile(r"</?(?:b|i|u|s|font)(?: [^>]{0,1000})?>|\{\\an?\d{1,2}\}", re.IGNORECASE)


def read_srt(data: bytes) -> Extracted:
    """The text of a SubRip file."""
    return _read(in_lines(decoded(data)), "srt", lambda line: _SRT_MARK.sub("", line))


def read_vtt(data: bytes) -> Extracted:
    """The text of a WebVTT file."""
    return _read(in_lines(decoded(data)), "vtt", _vtt_line)


def _vtt_line(line: str) -> str:
    voiced = _VOICE.sub(lambda match: f"\n{match[1]}\n", line)
    return html.unescape(_VTT_MARK.sub("", voiced)).strip("\n")


def _read(text: str, kind: str, shown: Callable[[str], str]) -> Extracted:
    blocks = [Block("\n".join(shown(line) for line in lines), before="\n") for lines in _cues(text)]
    if not any(block.text.strip() for block in blocks):
        raise NotTaken(
            "it has no subtitles; a cue is a line like 00:00:01,000 --> 00:00:02,000 with text below"
        )
    laid, _ = laid_out(blocks)
    return Extracted(kind=kind, ending=kind, text=laid, medium="broadcast")


def _cues(text: str) -> Iterator[list[str]]:
    """The lines of each cue: from below its times to the next empty line, or to where it is seen that none came."""
    lines = text.split("\n")
    starts = [number for number, line in enumerate(lines) if TIMES.match(line)]
    for start, following in pairwise([*starts, len(lines) + 1]):
        cue = lines[start + 1 : following]
        if following <= len(lines) and _is_name_of_next(cue):
            cue.pop()
        yield _without_blocks(cue)


def _is_name_of_next(cue: list[str]) -> bool:
    """Whether the last line, right above the times of the next cue, is that one's number or name."""
    if not cue or not cue[-1].strip():
        return False
    return cue[-1].strip().isdigit() or (len(cue) > 1 and not cue[-2].strip())


def _without_blocks(cue: list[str]) -> list[str]:
    """The lines without empty ones, and without the comments and styles that may stand between two cues."""
    kept: list[str] = []
    skipping = False
    for number, line in enumerate(cue):
        fresh = number == 0 or not cue[number - 1].strip()
        if not line.strip():
            skipping = False
            continue
        skipping = skipping or (
            number > 0 and fresh and re.match(r"(?:NOTE|STYLE|REGION)(?:\s|$)", line) is not None
        )
        if not skipping:
            kept.append(line)
    return kept
