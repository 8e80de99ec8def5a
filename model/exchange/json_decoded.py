"""The bytes of a JSON document as plain values; whatever they are, what is wrong with them is one clear sentence."""

import re

import msgspec

from model.corpus.files import MAX_DOCUMENT_BYTES
from model.corpus.findings import CorpusError, Finding
from model.quotes.document import NotUtf8, decode

_BYTE = re.compile(r" \(byte (\d+)\)$")
# What msgspec adds where it has no byte to tell: how many arrays and objects are around the value.
_WITHIN = re.compile(r" - at `.*`$", re.DOTALL)


def decoded(data: bytes | str, name: str) -> object:
    """What the document says, which may be anything. Raises `CorpusError`, `unusable`, where it is no JSON."""
    try:
        raw = data.encode() if isinstance(data, str) else data
        if len(raw) > MAX_DOCUMENT_BYTES:
            raise unusable(
                name, "F004", f"it has {len(raw):,} bytes; at most {MAX_DOCUMENT_BYTES:,} are read"
            )
        decode(raw)
        return msgspec.json.decode(raw.removeprefix(b"\xef\xbb\xbf"))
    except UnicodeEncodeError:
        raise unusable(name, "F005", "it holds half a surrogate pair; it must be Unicode text") from None
    except NotUtf8 as error:
        raise unusable(name, "F005", str(error), error.line, 1) from None
    except RecursionError:
        raise unusable(name, "F008", "it is nested too deeply to be read") from None
    except msgspec.DecodeError as error:
        raise _not_json(str(error), raw.removeprefix(b"\xef\xbb\xbf"), name) from None


def _not_json(message: str, data: bytes, name: str) -> CorpusError:
    message = _WITHIN.sub("", message)
    if message.endswith("out of range"):
        return unusable(name, "F009", "it holds a number that is out of range; write a smaller one")
    at = _BYTE.search(message)
    before = data[: int(at[1]) if at else len(data)]
    line_start = before.rfind(b"\n") + 1
    column = len(before[line_start:].decode("utf-8", "replace")) + 1
    what = message[: at.start()].removeprefix("JSON is malformed: ") if at else message
    if "truncated" in what:
        what = "it ends too early"
    message = f"not JSON: {what[:1].lower()}{what[1:]}"
    return unusable(name, "F015", message, before.count(b"\n") + 1, column)


def unusable(name: str, code: str, message: str, line: int = 0, column: int = 0) -> CorpusError:
    """What is raised where there is nothing to check at all."""
    return CorpusError([Finding(name, line, column, "", message, code)], unusable=True)
