"""The bytes of files of office programs and readers other than Word's -> their text: RTF, OpenDocument, EPUB.

Each is opened within the limits of archives; macros, pictures and links are not looked at.
"""

import io
import posixpath
import re
import urllib.parse
import zipfile
from collections.abc import Iterator

import lxml.etree
from striprtf.striprtf import rtf_to_text

from timeline.documents.document import Document
from timeline.documents.html_text import strip_tags
from timeline.documents.text import decode_text
from timeline.documents.timing import limit_time
from timeline.documents.zip import BROKEN, check_archive
from timeline.errors import DocumentError

__all__ = ["read_epub", "read_odt", "read_rtf"]

LARGEST_RTF = 10_000_000  # bytes; pictures in it are written out as figures
MOST_CHAPTERS = 2_000

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_OPF = "{http://www.idpf.org/2007/opf}"


def read_rtf(data: bytes) -> list[Document]:
    r"""The text of a file in the Rich Text Format.

    Raises
    ------
    DocumentError
        If it is none, or larger than `LARGEST_RTF`.

    Examples
    --------
    >>> read_rtf(rb"{\rtf1\ansi The council {\b voted}.\par Workers struck.}")[0].text
    'The council voted.\nWorkers struck.'
    """
    if not data.lstrip().startswith(b"{\\rtf"):
        raise DocumentError("no RTF, whatever its name says: save it as .txt or .docx")
    if len(data) > LARGEST_RTF:
        raise DocumentError(f"an RTF file of more than {LARGEST_RTF // 1_000_000} MB: save it as .docx")
    text = str(rtf_to_text(data.decode("latin-1"), errors="replace"))  # type: ignore[no-untyped-call]
    return [Document(text="\n".join(line.strip() for line in text.splitlines()).strip())]


def read_odt(data: bytes) -> list[Document]:
    """The text of an OpenDocument text: paragraphs, headings and items; what was deleted with tracking is left out."""
    with _opened(data, "OpenDocument text") as archive:
        content = _parse_member(archive, "content.xml")
        meta = _parse_member(archive, "meta.xml") if "meta.xml" in archive.namelist() else None
    body = content.find(f".//{_OFFICE}text")
    if body is None:
        raise DocumentError("an OpenDocument file without text: save the text as .odt or .docx")
    for deleted in body.iter(f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}note-citation"):
        deleted.clear(keep_tail=True)
    title = " ".join((meta.findtext(f".//{_DC}title") or "").split()) if meta is not None else ""
    return [Document(text="\n\n".join(_list_odt_paragraphs(body)), title=title)]


def _list_odt_paragraphs(body: lxml.etree._Element) -> Iterator[str]:
    for part in limit_time(body.iter(f"{_TEXT}p", f"{_TEXT}h")):
        for space in part.iter(f"{_TEXT}line-break", f"{_TEXT}tab", f"{_TEXT}s"):
            space.text = "\n" if space.tag.endswith("break") else " "
        text = "\n".join(" ".join(line.split()) for line in "".join(part.itertext()).split("\n")).strip()
        if text:
            is_item = any(parent.tag == f"{_TEXT}list-item" for parent in part.iterancestors())
            yield f"## {text}" if part.tag.endswith("}h") else f"- {text}" if is_item else text


def read_epub(data: bytes) -> list[Document]:
    """The text of an e-book, chapter by chapter in its order, as one document under its title."""
    with _opened(data, "e-book") as archive:
        container = _parse_member(archive, "META-INF/container.xml")
        root = container.find(f".//{_CONTAINER}rootfile")
        path = root.get("full-path", "") if root is not None else ""
        if path not in archive.namelist():
            raise DocumentError("an e-book without a list of contents: save its text")
        package = _parse_member(archive, path)
        names = {item.get("id"): item.get("href", "") for item in package.iter(f"{_OPF}item")}
        spine = [names.get(ref.get("idref"), "") for ref in package.iter(f"{_OPF}itemref")][:MOST_CHAPTERS]
        folder = posixpath.dirname(path)
        places = [posixpath.normpath(posixpath.join(folder, urllib.parse.unquote(href))) for href in spine if href]
        known = set(archive.namelist())
        chapters = [_read_chapter(archive.read(place)) for place in limit_time(places) if place in known]
    title = " ".join((package.findtext(f".//{_DC}title") or "").split())
    publisher = " ".join((package.findtext(f".//{_DC}publisher") or "").split())
    return [Document(text="\n\n".join(filter(None, chapters)), title=title, publisher=publisher)]


def _read_chapter(data: bytes) -> str:
    text, _ = decode_text(data)
    return strip_tags(re.sub(r"\A\s*<\?xml[^>]*\?>", "", text))


class _opened:  # noqa: N801  it reads like a function
    """An archive within our limits, whose own errors are ours."""

    def __init__(self, data: bytes, what: str) -> None:
        self._data, self._what = data, what

    def __enter__(self) -> zipfile.ZipFile:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(self._data))
        except BROKEN as error:
            raise DocumentError(f"no {self._what} that can be read ({error}): save it anew") from error
        check_archive(self._archive)
        return self._archive

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        self._archive.close()
        if isinstance(error, (*BROKEN, KeyError)) and not isinstance(error, DocumentError):
            raise DocumentError(f"no {self._what} that can be read ({error}): save it anew") from error


def _parse_member(archive: zipfile.ZipFile, name: str) -> lxml.etree._Element:
    """The parsed XML file of that name; entities are not resolved and nothing is fetched."""
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return lxml.etree.fromstring(archive.read(name), parser)
    except lxml.etree.XMLSyntaxError as error:
        raise DocumentError(f"{name} in it is broken ({error}): save it anew") from error
