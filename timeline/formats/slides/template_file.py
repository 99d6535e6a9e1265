"""The bytes of a template -> a presentation that python-pptx can draw into, without what reaches out of it or runs.

A template comes from a colleague or the web and its masters go into every deck made with it: a linked picture would be
fetched by whoever opens the deck, a macro would travel along. Both are left out, and said.
"""

import contextlib
import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any, Final

import pptx
from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn

from timeline.errors import FormatError, TimelineError

__all__ = ["LARGEST", "MOST_PARTS", "drop_slides", "name_template", "open_deck", "open_presentation"]

MOST_PARTS: Final = 5_000  # the largest brand template seen has 400
LARGEST: Final = 100_000_000  # bytes unpacked; python-pptx keeps all of it in memory

_PRESENTATION: Final = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_OTHER_KINDS: Final = re.compile(
    rb"application/vnd\.(?:openxmlformats-officedocument\.presentationml\.(?:template|slideshow)"
    rb"|ms-powerpoint\.(?:presentation|template|slideshow)\.macroEnabled)\.main\+xml"
)
"""Templates and shows, with macros or without; python-pptx opens presentations alone."""

_LEFTOVERS: Final = (RT.THUMBNAIL, RT.PRINTER_SETTINGS)
_RUNS: Final = ("vbaProject", "control", "oleObject", "package", "attachedToolbars", "activeXControlBinary")
"""How the types of relationships end that lead to what runs or holds a file of its own."""

_REFERENCES: Final = tuple(qn(f"r:{name}") for name in ("id", "link", "embed", "pict", "href"))


def open_presentation(data: bytes) -> tuple[Any, tuple[str, ...]]:
    """The presentation in `data` and what was left out of it, in words.

    Raises
    ------
    FormatError
        If it is none, is broken or encrypted, or unpacks to more than 100 MB.
    """
    with name_template(given=True):
        presentation = pptx.Presentation(io.BytesIO(_declare_presentation(data)))
        drop_slides(presentation)
        left_out = tuple(dict.fromkeys(_leave_out(presentation.part.package)))
    return presentation, left_out


def open_deck(data: bytes) -> Any:
    """The presentation in `data` with all that is in it, as its user left it.

    Raises
    ------
    FormatError
        If it is none, is broken or encrypted, holds macros, or unpacks to more than 100 MB.
    """
    with name_template(given=True, what="the deck"):
        if b"macroEnabled" in zipfile.ZipFile(io.BytesIO(data)).read("[Content_Types].xml"):
            raise FormatError("the deck holds macros; save it as .pptx without them")
        return pptx.Presentation(io.BytesIO(_declare_presentation(data)))


@contextlib.contextmanager
def name_template(*, given: bool, what: str = "the template") -> Iterator[None]:
    """Name the `given` template where python-pptx fails over it: broken XML leads to errors of any kind, also late."""
    try:
        yield
    except TimelineError:
        raise
    except Exception as error:  # the one boundary of that library
        if not given:
            raise
        said = str(error) or type(error).__name__
        raise FormatError(
            f"{what} is no .pptx or .potx that can be used: {said}; save it anew in PowerPoint"
        ) from error


def _declare_presentation(data: bytes) -> bytes:
    """`data` declared to be a plain presentation, within what is unpacked."""
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as new:
        left = LARGEST
        _check_size(old)
        for item in old.infolist():
            with old.open(item) as file:
                part = file.read(left + 1)  # the size it announces is not believed
            left -= len(part)
            if left < 0:
                raise _make_error()
            if item.filename == "[Content_Types].xml":
                part = _OTHER_KINDS.sub(_PRESENTATION, part)
            new.writestr(item.filename, part)
    return content.getvalue()


def _check_size(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    if len(entries) > MOST_PARTS:
        raise FormatError(f"the template has {len(entries):,} parts; at most {MOST_PARTS:,} are read")
    if sum(entry.file_size for entry in entries) > LARGEST:
        raise _make_error()
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise FormatError("the template is encrypted; save a copy that needs no password")


def _make_error() -> FormatError:
    return FormatError(f"the template unpacks to more than {LARGEST // 1_000_000} MB; remove pictures from it")


def drop_slides(presentation: Any) -> None:
    """Take the slides, the thumbnail and the printer out of `presentation`."""
    ids = presentation.slides._sldIdLst  # noqa: SLF001  python-pptx has no call that removes a slide
    for entry in list(ids):
        presentation.part.drop_rel(entry.rId)
        ids.remove(entry)
    for holder in (presentation.part, presentation.part.package):
        for key, relation in list(holder._rels.items()):  # noqa: SLF001  nor one that removes a relation
            if relation.reltype in _LEFTOVERS:
                holder._rels.pop(key)  # noqa: SLF001


def _leave_out(package: Any) -> Iterator[str]:
    """Take out of `package` what leads out of it or runs, saying what it was."""
    for part in list(package.iter_parts()):
        for key, relation in list(part.rels.items()):
            kind = relation.reltype.rpartition("/")[2]
            if relation.is_external or kind in _RUNS:
                part.rels.pop(key)
                _forget(part, key)
                yield f"a link to {relation.target_ref}" if relation.is_external else f"a part that runs ({kind})"


def _forget(part: Any, key: str) -> None:
    """Take the references to relationship `key` out of the XML of `part`: PowerPoint repairs files that lack one."""
    root = getattr(part, "_element", None)
    if root is None:
        return
    for element in [e for e in root.iter() if isinstance(e.tag, str) and any(e.get(r) == key for r in _REFERENCES)]:
        if etree.QName(element).localname == "blip":  # the frame of a picture stays; it may be a placeholder's
            for reference in _REFERENCES:
                if element.get(reference) == key:
                    del element.attrib[reference]
        elif element.getparent() is not None:
            element.getparent().remove(element)
