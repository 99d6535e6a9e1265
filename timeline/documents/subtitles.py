"""The bytes of subtitles (.srt, .vtt) -> what is said in them, as paragraphs; times and numbers are left out."""

import re

from timeline.documents.document import Document
from timeline.documents.text import decode_text
from timeline.errors import DocumentError

__all__ = ["read_subtitles"]

LONGEST_PARAGRAPH = 600  # characters, after which a sentence that ends ends a paragraph

_TIMES = re.compile(r"^\s*(?:\d{1,2}:)?\d{1,2}:\d{2}[.,]\d{1,3}\s*-->\s*(?:\d{1,2}:)?\d{1,2}:\d{2}[.,]\d{1,3}.*$")
_VOICE = re.compile(r"<v(?:\.[\w.]+)?\s+([^>]{1,60})>")
_TAG = re.compile(r"</?[a-z][^<>]{0,60}>|\{\\[^}]{0,40}\}|<\d[\d:.]+>", re.IGNORECASE)
_BLOCKS = ("NOTE", "STYLE", "REGION", "WEBVTT")


def read_subtitles(data: bytes) -> list[Document]:
    r"""What is said in the subtitles in `data`.

    Raises
    ------
    DocumentError
        If no line in it has the times of one.

    Examples
    --------
    >>> one = b"00:00:01,000 --> 00:00:04,000\nThe council <i>voted</i>"
    >>> two = b"00:00:04,000 --> 00:00:06,000\nto sell."
    >>> read_subtitles(b"1\n" + one + b"\n\n2\n" + two)[0].text
    'The council voted to sell.'
    """
    text, note = decode_text(data)
    said: list[str] = []
    found = False
    for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = block.strip().split("\n")
        if lines[0].startswith(_BLOCKS):
            continue
        times = next((place for place, line in enumerate(lines[:3]) if _TIMES.match(line)), None)
        if times is None:
            continue
        found = True
        line = " ".join(_TAG.sub("", _VOICE.sub(r"\1: ", " ".join(lines[times + 1 :]))).split())
        if line and (not said or said[-1] != line):  # rolling captions say each line twice
            said.append(line)
    if not found:
        raise DocumentError("no subtitles, as no line gives the times of one: save the text as .txt")
    return [Document(text="\n\n".join(_make_paragraphs(said)), note=note)]


def _make_paragraphs(said: list[str]) -> list[str]:
    paragraphs = [""]
    for line in said:
        if len(paragraphs[-1]) > LONGEST_PARAGRAPH and paragraphs[-1].endswith((".", "!", "?")):
            paragraphs.append("")
        paragraphs[-1] = f"{paragraphs[-1]} {line}".strip()
    return paragraphs
