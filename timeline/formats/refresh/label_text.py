"""A text box, what it said when it was written and what it should say now -> the box said anew.

What a user has typed stays as it is; the rest takes the new words in the type, weight and colour that the old had.
"""

import copy
import dataclasses
from collections.abc import Callable, Sequence
from typing import Any, Final

from pptx.oxml.ns import qn

from timeline.formats.office import clean_xml_text
from timeline.layout.rows import HEAD_GAP

__all__ = ["NEW", "LabelText", "clear_mark", "is_typed", "rewrite_label", "set_lines", "squeeze", "strike"]

NEW: Final = " · new"
"""Stands behind the date of an event that a refresh has added, until the next one."""

_STRUCK: Final = "sngStrike"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class LabelText:
    """The two things a label says, one by one kept or said anew: the date, and the title as far as it is shown."""

    head: str
    body: str

    @classmethod
    def read(cls, text: str) -> "LabelText":
        """What `str` gives."""
        head, found, body = text.partition(": ")
        return cls(head=head, body=body) if found else cls(head="", body=head)

    def __str__(self) -> str:
        """As a label carries it."""
        return f"{self.head}: {self.body}"

    @property
    def whole(self) -> str:
        """As one text."""
        return squeeze(f"{self.head} {self.body}")


def squeeze(text: str) -> str:
    r"""`text` on one line, as it is compared: how it is broken is no matter of words.

    Examples
    --------
    >>> squeeze("14 Jul 2025\u00a0\u00a0Ban\vreversed\n")
    '14 Jul 2025 Ban reversed'
    """
    return " ".join(text.split())


def is_typed(frame: Any, said: str) -> bool:
    """Whether a user has typed over what a box `said`; of a text that was cut what is shown counts."""
    shown, said = squeeze(frame.text), squeeze(clean_xml_text(said))
    return shown != said and not (shown.endswith("…") and said.startswith(shown[:-1].rstrip()))


def set_lines(frame: Any, lines: Sequence[str]) -> None:
    """Let a box say `lines` in the format of its first letter."""
    paragraph, run = frame.paragraphs[0], _find_first_run(frame.paragraphs)
    _write(paragraph, [(lines[0] if lines else "", run)])
    _end_with(frame, lines[1:], paragraph, run)


def rewrite_label(
    frame: Any, was: LabelText, now: LabelText, breaks: Callable[[str, bool], Sequence[str]]
) -> tuple[str, ...]:
    """Let a label that said `was` say `now`, and name what of that a user's own words stand against.

    `breaks` gives the lines of a title; its second argument is whether the date stands on the first of them.
    """
    typed_head, typed_body = _find_typed(frame, was)
    new_head = now.head if was.head != now.head else None
    new_body = now.body if was.body != now.body else None
    kept = [("date", new_head)] * typed_head + [("title", new_body)] * typed_body
    new_head, new_body = None if typed_head else new_head, None if typed_body else new_body
    if new_head is not None or new_body is not None:
        _rewrite_label(frame, was, new_head, new_body, breaks)
    return tuple(part for part, new in kept if new is not None)


def _find_typed(frame: Any, was: LabelText) -> tuple[bool, bool]:
    """Whether date and title are a user's own."""
    text, head, body = squeeze(frame.text), squeeze(clean_xml_text(was.head)), squeeze(clean_xml_text(was.body))
    if text == squeeze(f"{head} {body}"):
        return False, False
    first = frame.paragraphs[0].text
    head_is_ours = bool(head) and first.startswith(was.head) and (text == head or text.startswith(f"{head} "))
    return not head_is_ours, not (bool(body) and (text == body or text.endswith(f" {body}")))


def _rewrite_label(
    frame: Any, was: LabelText, head: str | None, body: str | None, breaks: Callable[[str, bool], Sequence[str]]
) -> None:
    first = frame.paragraphs[0]
    before, after = _split(first, len(was.head))
    beside = any(text.strip() for text, _ in after) or not was.head
    if head is not None:
        before = [(head, before[0][1] if before else None)]
    if body is None:
        _write(first, [*before, *after])
        return
    following = _find_first_run(frame.paragraphs[1:]) if not beside else None
    style = next((run for text, run in after if text.strip()), following)
    style = style if style is not None else _copy_plain(before[0][1] if before else None)
    lines = list(breaks(body, beside))
    gap = HEAD_GAP if was.head else ""
    _write(first, [*before, (gap + lines[0], style)] if beside and lines else before)
    _end_with(frame, lines[1:] if beside else lines, first if beside else _find_second(frame), style)


def _split(paragraph: Any, count: int) -> tuple[list[tuple[str, Any]], list[tuple[str, Any]]]:
    """The texts of a paragraph with the runs they are in, cut after so many characters."""
    before, after = [], []
    for run in paragraph.runs:
        text = run.text
        if count > 0:
            before.append((text[:count], run))
        if len(text) > count:
            after.append((text[max(count, 0) :], run))
        count -= len(text)
    return before, after


def _find_first_run(paragraphs: Sequence[Any]) -> Any:
    return next((run for paragraph in paragraphs for run in paragraph.runs if run.text.strip()), None)


def _find_second(frame: Any) -> Any:
    paragraphs = frame.paragraphs
    return paragraphs[1] if len(paragraphs) > 1 else paragraphs[0]


def _copy_plain(run: Any) -> Any:
    """`run` as a title has it that stands in the place of none: not bold."""
    if run is None:
        return None
    made = copy.copy(run)
    made._r = copy.deepcopy(run._r)  # noqa: SLF001
    made.font.bold = False
    return made


def _write(paragraph: Any, parts: Sequence[tuple[str, Any]]) -> None:
    """The texts as runs that look like the ones they come with, in place of what the paragraph held."""
    looks = [None if run is None else copy.deepcopy(run._r.find(qn("a:rPr"))) for _, run in parts]  # noqa: SLF001
    for child in list(paragraph._p):  # noqa: SLF001
        if child.tag in {qn("a:r"), qn("a:br"), qn("a:fld")}:
            paragraph._p.remove(child)  # noqa: SLF001
    for (text, _), look in zip(parts, looks, strict=True):
        if text:
            run = paragraph.add_run()
            run.text = _keep_blanks(text)
            if look is not None:
                run._r.insert(0, look)  # noqa: SLF001


def _keep_blanks(text: str) -> str:
    """`text` as XML takes it, with the blanks at its ends."""
    lead = text[: len(text) - len(text.lstrip())]
    tail = text[len(text.rstrip()) :] if text.strip() else ""
    return f"{lead}{clean_xml_text(text)}{tail}"


def _end_with(frame: Any, lines: Sequence[str], like: Any, run: Any) -> None:
    """Let `lines` be the paragraphs after the first, set as the paragraph `like` is."""
    look = copy.deepcopy(like._p.find(qn("a:pPr")))  # noqa: SLF001
    run = _copy_run(run)
    for paragraph in frame.paragraphs[1:]:
        paragraph._p.getparent().remove(paragraph._p)  # noqa: SLF001
    for line in lines:
        paragraph = frame.add_paragraph()
        if look is not None:
            paragraph._p.insert(0, copy.deepcopy(look))  # noqa: SLF001
        _write(paragraph, [(line, run)])


def _copy_run(run: Any) -> Any:
    """`run` apart from the paragraph it was in, which may go."""
    if run is None:
        return None
    made = copy.copy(run)
    made._r = copy.deepcopy(run._r)  # noqa: SLF001
    return made


def clear_mark(frame: Any) -> None:
    """Take the sign of what is new out of a label."""
    runs = frame.paragraphs[0].runs
    if runs and runs[-1].text == NEW:
        runs[-1]._r.getparent().remove(runs[-1]._r)  # noqa: SLF001


def strike(frame: Any, *, struck: bool) -> None:
    """Strike a text through, or take the line away."""
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            look = run._r.get_or_add_rPr()  # noqa: SLF001
            if struck:
                look.set("strike", _STRUCK)
            elif look.get("strike") == _STRUCK:
                del look.attrib["strike"]
