"""What people really keep: feeds, chats, mail with quotes, office files, saved pages, subtitles, leftovers."""

import contextlib
import datetime as dt
import io
import json
import random
import zipfile
from pathlib import Path

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


BY_SUFFIX = {Path(name).suffix: data for name, data in FILES.items()} | {
    ".msg": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3_000)
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
        *("title: >-\n  {a}\n  {b}", 'title: "{a}\n  {b}"', "title: {a} {b}"),
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
