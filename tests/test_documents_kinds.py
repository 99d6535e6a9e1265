"""What people really keep: feeds, chats, mail with quotes, office files, saved pages, subtitles, leftovers."""

import contextlib
import datetime as dt
import gzip
import io
import json
import random
import runpy
import zipfile
from pathlib import Path

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.documents import Document, complete, give_dates, pair_dates, read_documents, read_given_dates
from timeline.documents.readers import READERS, read_bytes
from timeline.errors import DocumentError

CASES = json.loads((Path(__file__).parent / "cases" / "documents_kinds.json").read_text(encoding="utf-8"))
STORY = "The council voted on 3 May 2024 to sell the docks."


@pytest.mark.parametrize("row", [pytest.param(row, id=row["id"]) for row in CASES])
def test_a_file_is_its_documents(row):
    """Each article, message or item of a file is a document with its own day, without tags, times and header lines."""
    found = [
        complete(document) for document in read_bytes(row["name"], row["content"].encode(row.get("encoding", "utf-8")))
    ]

    assert [d["text"] for d in row["documents"]] == [d.text for d in found]
    assert [d.get("published", "None") for d in row["documents"]] == [str(d.published) for d in found]
    assert [d["title"] for d in row["documents"] if "title" in d] == [
        f.title for f, d in zip(found, row["documents"], strict=True) if "title" in d
    ]


def _packed(**files):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), text)
    return content.getvalue()


ODT = _packed(
    mimetype="application/vnd.oasis.opendocument.text",
    content_xml='<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
    "<text:h>Pier sold</text:h><text:p>The council <text:span>voted</text:span> on<text:s/>3 May 2024 to sell the "
    "docks.</text:p><text:list><text:list-item><text:p>One item</text:p></text:list-item></text:list>"
    "</office:text></office:body></office:document-content>",
)
EPUB = _packed(
    META_INF__container_xml="",
    a_opf='<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
    '<dc:title>Pier sold</dc:title></metadata><manifest><item id="c" href="c.xhtml"/></manifest>'
    '<spine><itemref idref="c"/></spine></package>',
    c_xhtml=f"<?xml version='1.0'?><html><head><title>x</title></head><body><p>{STORY}</p></body></html>",
).replace(b"META.INF", b"META-INF")
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="a.opf"/>'
    "</rootfiles></container>"
)
MHTML = (
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://gazette.example/pier\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n'
    b"Content-Location: https://gazette.example/pier\r\n\r\n<html><head><title>Pier sold</title></head><body><article>"
    b"<h1>Pier sold</h1><p>" + (STORY.encode() + b" ") * 4 + b"</p></article></body></html>\r\n--x\r\n"
    b"Content-Type: text/css\r\n\r\nbody{}\r\n--x--\r\n"
)


def _epub():
    content = io.BytesIO(EPUB)
    with zipfile.ZipFile(content) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files["META-INF/container.xml"] = CONTAINER.encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return out.getvalue()


FILES = {
    "a.odt": ODT,
    "a.epub": _epub(),
    "a.mhtml": MHTML,
    "a.rtf": rb"{\rtf1\ansi {\b The council} voted on 3 May 2024 to sell the docks.\par}",
    "a.srt": b"1\n00:00:01,000 --> 00:00:04,000\nThe council voted on 3 May 2024\n\n2\n00:00:04,000 --> 00:00:06,000\n"
    b"to sell the docks.\n",
    "a.vtt": b"WEBVTT\n\n00:01.000 --> 00:04.000\nThe council voted on 3 May 2024 <c>to sell</c> the docks.\n",
    "a.rss": b"<rss><channel><item><title>Pier</title><description>%s</description></item></channel></rss>"
    % STORY.encode(),
}


def web_archive(*, packed: bool) -> bytes:
    """A page, the same again, a frame without an article, a picture and a page that is gone, as crawlers keep them."""
    page = f"<html><title>Pier sold</title><body><article><h1>Pier sold</h1><p>{STORY}</p></article></body></html>"
    records = []
    for place, kind, body, status in (
        ("pier", "text/html; charset=utf-8", page, "200 OK"),
        ("pier", "text/html", page, "200 OK"),
        ("frame", "text/html", "<html><body></body></html>", "200 OK"),
        ("logo.png", "image/png", "PNG", "200 OK"),
        ("gone", "text/html", page, "404 Not Found"),
    ):
        answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n{body}"
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://gazette.example/{place}\r\n"
        head += "WARC-Date: 2024-06-09T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        record = f"{head}Content-Length: {len(answer)}\r\n\r\n{answer}\r\n\r\n".encode()
        records.append(gzip.compress(record) if packed else record)
    return b"".join(records)


BY_SUFFIX = {Path(name).suffix: data for name, data in FILES.items()} | {
    ".msg": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3_000),
    ".warc": web_archive(packed=True),
}
"""One file of each kind, for whoever breaks them."""


@pytest.mark.parametrize("name", FILES)
def test_the_text_of_every_kind_is_found(name):
    """The sentence is in it once, as a sentence, whatever it was wrapped in."""
    documents = read_bytes(name, FILES[name])

    assert 1 == len(documents)
    assert STORY in " ".join(documents[0].text.split())
    assert "<" not in documents[0].text


@pytest.mark.parametrize("name", [*FILES, "a.msg", "a.xml"])
def test_broken_files_are_refused(name):
    """Of a file cut or changed anywhere something is read, or it has a problem; nothing raises anything else."""
    chance = random.Random(name)
    data = FILES.get(name, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000))
    for _ in range(60):
        broken = bytearray(data[: chance.randrange(1, len(data))])
        for _ in range(chance.randrange(1, 9)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        with contextlib.suppress(DocumentError):
            assert all(isinstance(document, Document) for document in read_bytes(name, bytes(broken)))


def test_every_reader_says_what_is_no_file_of_its_kind():
    """Bytes that are none of the kind are refused with what to do, by every reader that can tell."""
    for suffix in (".odt", ".epub", ".mhtml", ".rtf", ".msg", ".srt", ".xml"):
        with pytest.raises(DocumentError, match=r": save|: nothing"):
            READERS[suffix](b"nothing of the kind")


def test_what_programs_leave_behind_is_passed_over(tmp_path):
    """Locks, unfinished downloads, a system's files and the parts of a saved page are no documents and no problems."""
    for name in (
        "a.txt", "a (1).txt", "~$report.docx", "a.txt.crdownload", "Thumbs.db", "__MACOSX/._a.txt", ".~lock.a.odt#",
        "Pier_files/f.txt", "Pier_files/frame.html", "case_files/b.txt",
    ):  # fmt: skip
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    (tmp_path / "Pier.html").write_text(f"<title>Pier</title><p>{STORY * 4}</p>", encoding="utf-8")
    found = read_documents(tmp_path)

    assert ["Pier.html", "a (1).txt", "a.txt", "case_files/b.txt"] == [
        str(Path(d.path).relative_to(tmp_path)) for d in found
    ]
    assert [None] * 4 == [d.problem for d in found]


def test_folded_front_matter_cuts_no_title(tmp_path):
    """Of many notes with titles folded over lines, quoted or with a colon in them, every title is whole."""
    titles = [f"The council sells the docks {n} to a fund after a debate: it ended in uproar" for n in range(50)]
    forms = (
        *("title: {a}\n  {b}", "title: >-\n  {a}\n  {b}", 'title: "{a}\n  {b}"', "title: {a} {b}"),
        *("title: '{a}\n  {b}'", "title: |\n  {a}\n  {b}"),
    )
    for n, title in enumerate(titles):
        a, b = title[:20].strip(), title[20:].strip()
        head = forms[n % len(forms)].format(a=a, b=b)
        sources = "".join(f"- title: Gazette {k}\n  url: https://g.example/{k}\n" for k in range(20))
        text = f"---\n{head}\ndate: 2024-05-03\nsources:\n{sources}---\n\n{STORY}\n"
        (tmp_path / f"{n:02}.md").write_text(text, encoding="utf-8")
    found = read_documents(tmp_path)

    assert [" ".join([t[:20].strip(), t[20:].strip()]) for t in titles] == [d.title for d in found]
    assert {dt.date(2024, 5, 3)} == {d.published for d in found}


def test_a_table_dates_documents_by_whatever_it_calls_them(tmp_path):
    """A row names a document by path, file name, title or address; what fits none or several is told."""
    docs = [
        Document(text="A", path="pile/a.txt", title="Pier sold"),
        Document(text="B", path="pile/b.txt", url="https://g.example/b"),
        Document(text="C", path="one/c.txt"),
        Document(text="D", path="two/c.txt"),
    ]
    table = tmp_path / "dates.csv"
    table.write_text(
        "path;date\npier sold;28/04/2024\nhttps://g.example/b;03/05/2024\nc.txt;2024-05-04\nx.txt;2024-05-05\n"
    )
    dated, problems = give_dates(docs, read_given_dates(table))

    assert ["2024-04-28", "2024-05-03", "None", "None"] == [str(d.published) for d in dated]
    assert ["given", "given", "none", "none"] == [d.published_basis for d in dated]
    assert ["'c.txt' names 2 documents", "no document is called 'x.txt'"] == [p.partition(";")[0] for p in problems]


@given(st.lists(st.tuples(st.text(max_size=8), st.text(max_size=12)), max_size=5))
def test_any_pairs_are_dates_or_told(pairs):
    """Any names and words are dates or problems."""
    found = pair_dates(pairs)

    assert len(found.days) + len(found.problems) <= len(pairs)


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_a_web_archive_is_its_pages(name):
    """Each page once, with its address and the day it was fetched; others are passed over or counted."""
    page, problem = read_bytes(name, web_archive(packed=name.endswith("gz")))

    assert ("Pier sold", "https://gazette.example/pier") == (page.title, page.url)
    assert STORY in page.text
    assert "fetched from https://gazette.example/pier on 2024-06-09" in page.note
    assert "1 of its pages hold no article" in problem.problem


def test_a_broken_web_archive_is_quiet(capfd):
    """The library's warnings of broken records reach nobody."""
    data = bytearray(web_archive(packed=False))
    data[data.index(b"Content-Length: ") + 16] = ord("9")
    with contextlib.suppress(DocumentError):
        read_bytes("a.warc", bytes(data))

    assert ("", "") == tuple(capfd.readouterr())


_FORMATS = runpy.run_path(str(Path(__file__).parent / "test_documents_formats.py"))


def _pdf_of(text):
    """A PDF of one line."""
    return _FORMATS["_saved_as"](".pdf", text)


def _scan():
    """A PDF of one page without text."""
    content = io.BytesIO()
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    writer.write(content)
    return content.getvalue()


def test_a_scan_names_the_way(monkeypatch):
    """Without ocrmypdf the refusal says so."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(DocumentError, match=r"pictures without text.*OCR.*install ocrmypdf"):
        read_bytes("scan.pdf", _scan())


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("cat > /dev/null; cat {pdf}", ""),
        ("cat > /dev/null; echo no such language >&2; exit 3", "no such language"),
        ("cat > /dev/null; echo done", "failed"),
        ("cat", "no text was recognised"),
    ],
)
def test_a_scan_is_read_where_the_program_is_installed(script, said, tmp_path, monkeypatch):
    """Its text is marked as recognised; what the program fails over is a problem with its reason."""
    (tmp_path / "known.pdf").write_bytes(_pdf_of(STORY))
    program = tmp_path / "ocrmypdf"
    program.write_text(f"#!/bin/sh\n{script.format(pdf=tmp_path / 'known.pdf')}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    if said:
        with pytest.raises(DocumentError, match=said):
            read_bytes("scan.pdf", _scan())
    else:
        [document] = read_bytes("scan.pdf", _scan())
        assert "The council voted" in document.text
        assert "recognised in pictures" in document.note


@pytest.mark.parametrize(
    ("name", "said"),
    [("a.doc", "save it as .docx"), ("a.png", "OCR"), ("a.xlsx", "table of events"), ("a.mbox", ".eml"), ("a", ".txt")],
)
def test_each_refusal_says_what_to_do(name, said):
    """Files of kinds that are not read name the way there is for them."""
    with pytest.raises(DocumentError, match=said):
        read_bytes(name, b"x")
