"""Files of every kind that is read, made here, each with its visible words as whoever made it knows them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Made:
    """A file: its name, the kind that it is to be taken for, its bytes, and its visible words in any order."""

    name: str
    kind: str
    data: bytes
    words: str


KOREAN = (
    "김정은 국무위원장이 다음 달 초 러시아를 방문할 것으로 알려졌다.",
    "국정원은 8일 “확인해 줄 수 없다”고 밝혔다.",
)
ENGLISH = (
    "A delegation is likely to be led by Choe, a source told the paper on Wednesday, asking not to be named.",
    "“It is not certain”, the official said, adding that the ambassador might come in his place.",
    "The ministry declined to comment on the report when it was asked about it the following day.",
)
