"""Files of every kind that is read: the same text, what is known of it, and a clear problem for each that is bad."""

import contextlib
import copy
import csv
import datetime as dt
import email.message
import io
import json
import random
import re
import textwrap
import time
import zipfile

import docx
import lxml.etree
import pypdf
import pytest

import timeline.documents.zip as archives
from timeline.build import build_timeline
from timeline.documents import Document, blank_furniture, complete, read_documents, timing
from timeline.documents.docx import read_docx
from timeline.documents.mail import read_mail
from timeline.documents.pdf import read_pdf
from timeline.documents.readers import READERS, read_bytes
from timeline.documents.records import read_csv, read_json, read_jsonl
from timeline.documents.zip import unpack_zip
from timeline.errors import DocumentError
from timeline.shipped import find_shipped

DAY = dt.date(2024, 3, 5)


def pdf_file(*pages, title=""):
    """A PDF file of `pages`, each a list of lines; one in another size than 9 points is a pair of size and text."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for lines in pages:
        shown = b"".join(
            b"/F1 %d Tf %d TL (" % (size, size * 4 // 3)
            + re.sub(rb"([\\()])", rb"\\\1", line.encode("cp1252", "replace"))
            + b") Tj T*\n"
            for size, line in [line if isinstance(line, tuple) else (9, line) for line in lines]
        )
        stream = b"BT /F1 9 Tf 12 TL 40 800 Td\n" + shown + b"ET"
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            b"/Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    objects.append(b"<< /Title (%s) /CreationDate (D:20190101000000Z) >>" % title.encode("cp1252"))
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = out.tell()
    out.write(
        b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % o for o in offsets)
    )
    out.write(
        b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (len(objects) + 1, len(objects), start)
    )
    return out.getvalue()


def zip_file(**files):
    """A ZIP archive of `files`, by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def mail_file(text, **headers):
    """An e-mail with `text` and `headers`."""
    message = email.message.EmailMessage()
    for name, value in headers.items():
        message[name] = value
    message.set_content(text)
    return message


def docx_file(*paragraphs, title=""):
    """A Word document of `paragraphs`: (style, text)."""
    word = docx.Document()
    word.core_properties.title = title
    for style, text in paragraphs:
        word.add_paragraph(text, style=style)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def _words(text):
    return re.findall(r"\w+", blank_furniture(text))


def _saved_as(kind, text):
    """`text` (Markdown without front matter) as a file of `kind`."""
    lines = [line for line in text.splitlines() if line.strip()]
    if kind == ".html":
        tags = [
            ("h1", line[2:]) if line.startswith("# ") else ("h2", line[3:]) if line.startswith("## ") else ("p", line)
            for line in lines
        ]
        body = "".join(f"<{tag}>{words.replace('&', '&amp;')}</{tag}>" for tag, words in tags)
        return f"<html><title>{lines[0].lstrip('# ')}</title><body><article>{body}</article></body></html>".encode()
    if kind == ".pdf":
        wrapped = [part for line in lines for part in [*textwrap.wrap(line.lstrip("# "), 95), ""]]
        return pdf_file(*[wrapped[i : i + 40] for i in range(0, len(wrapped), 40)])
    if kind == ".docx":
        return docx_file(*[("Heading 1" if line.startswith("#") else "Normal", line.lstrip("# ")) for line in lines])
    if kind == ".eml":
        return mail_file(text, Subject="A note").as_bytes()
    if kind == ".zip":
        return zip_file(**{"notes/note.md": text})
    return json.dumps({"body": text}).encode()


@pytest.mark.parametrize("kind", [".html", ".pdf", ".docx", ".eml", ".zip", ".json"])
@pytest.mark.parametrize("note", sorted(find_shipped("seeds").glob("[0-9]*.md")), ids=lambda path: path.stem)
def test_one_text_in_every_format(kind, note):
    """The article of a text is the same word for word, whichever kind of file the text comes in."""
    text = note.read_text(encoding="utf-8").split("---\n", 2)[2]
    [document] = read_bytes(f"note{kind}", _saved_as(kind, text))

    assert _words(text) == _words(document.text)


@pytest.mark.parametrize("kind", [".html", ".pdf", ".docx", ".eml", ".zip"])
def test_the_reference_articles_tell_the_same_in_every_format(shared, kind):
    """Saved as another kind of file, each reference article tells what its plain text does: titles, dates, quotes."""
    stated = json.loads((shared / "seeds" / "sources.json").read_text(encoding="utf-8"))
    for source in stated:
        text = (shared / "seeds" / source["file"]).read_text(encoding="utf-8")
        published = dt.date.fromisoformat(source["published"])
        [saved] = read_bytes(f"article{kind}", _saved_as(kind, text))

        assert _told(Document(text=text, published=published)) == _told(saved.replace(published=published))


def _told(document):
    """Title, date and quote of every mention in `document`, white space folded."""
    tl = build_timeline([document])
    told = tl.mentions.merge(tl.events[["event_id", "title"]], on="event_id")
    return sorted(
        (t, e, " ".join(q.split())) for t, e, q in zip(told["title"], told["edtf"], told["quote"], strict=True)
    )


def test_paragraphs_of_a_pdf_are_seen_by_their_gaps():
    """A wider gap parts paragraphs, whatever the length of the lines; a hyphen is its own where none parts words."""
    line = "The harbour board sold the northern pier to a group of investors on Monday, after two days of talk"
    [document] = read_pdf(
        pdf_file(["Pier sold to a group of investors", "", *[f"{line}s."] * 40, "", "It is self-", "made."])
    )
    paragraphs = document.text.split("\n\n")

    assert ("Pier sold to a group of investors", "It is self-made.") == (paragraphs[0], paragraphs[-1])


def test_dashes_without_blanks_stay_so():
    """A dash at the end of a line of a PDF joins its words as it does within a line."""
    assert (
        "the sale—at last—was made" in read_pdf(pdf_file(["It was said that the sale—at last—", "was made."]))[0].text
    )


def test_left_and_right_running_lines_go():
    """Headers that left and right pages have of their own are left out with their page numbers."""
    pages = [[f"{n} Harbour news" if n % 2 else f"The pier {n}", f"Text {'abcde'[n]} goes on and"] for n in range(5)]

    assert "Text a goes on and Text b" in (text := read_pdf(pdf_file(*pages))[0].text)
    assert "Harbour" not in text


def test_running_lines_are_told_and_tell_nothing():
    """A header that goes is named, so that nothing is lost; a date in it, or one that was on each page, is no event."""
    header = "The council sold the quay on 3 May 2024"
    pages = [
        [header, f"The board bought pier {'ABC'[n]} on {n + 1} June 2024 and said", f"so {'abc'[n]}.", f"{n}"]
        for n in range(3)
    ]
    [document] = read_pdf(pdf_file(*pages))

    assert f"left out as running lines of its pages: {header!r}" == document.note
    assert not any("2024-05" in edtf for edtf in build_timeline([document]).events["edtf"])
    assert "" == read_pdf(pdf_file(["It fell.", "1"], ["It rose.", "2"]))[0].note


def test_headings_of_a_pdf_are_seen_by_their_size():
    """Lines in larger print are headings, the largest of the first order, on two lines one; a single letter is none."""
    lines = [
        *[(20, "Pier sold to a group"), (20, "of investors"), (9, "It was sold on Monday."), (13, "What comes next")],
        *[(9, "Nobody knows it, and"), (9, "nobody asks."), (40, "T"), (9, "he end."), (10, "A remark.")],
    ]
    [document] = read_pdf(pdf_file(["Front."], lines))

    assert [
        *["Front.", "# Pier sold to a group of investors", "It was sold on Monday.", "## What comes next"],
        *["Nobody knows it, and nobody asks."],
    ] == document.text.split("\n\n")[:5]
    assert document.text.count("#") == 3
    assert 2 == document.find_page(document.text.index("# Pier"))
    assert "Pier sold to a group of investors" == complete(read_pdf(pdf_file(lines))[0]).title


def test_accents_are_written_together():
    """What a Word document writes in two characters, a letter and its accent, is one character of its text."""
    assert "Zoë Čapek" == read_docx(docx_file(("Normal", "Zoe\u0308 C\u030capek")))[0].text


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", pdf_file(*[["It fell."] * 9] * 40)),
        ("a.docx", docx_file(*[("Normal", "It fell.")] * 40)),
        ("a.zip", zip_file(**{f"{n}.txt": "It fell." for n in range(9)})),
        ("a.csv", b"text\n" + b"It fell.\n" * 40),
        ("a.html", b"<body>" + b"<div class='x'><h2>It</h2><p>fell.</p></div>" * 40),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_takes_too_long_is_refused(monkeypatch, name, data):
    """Every reader stops when the time for a file is up, and says so."""
    monkeypatch.setattr(timing, "LONGEST_WORK", -1.0)

    with pytest.raises(DocumentError, match="of work to read: split it"):
        read_bytes(name, data)


def test_mails_of_very_many_parts_are_refused():
    """Parts within parts, whose number squared is the time of parsing, are refused before it."""
    part = b"--a\nContent-Type: multipart/mixed; boundary=a\n\n"

    with pytest.raises(DocumentError, match="more than 1,000 parts"):
        read_mail(b"Subject: x\nContent-Type: multipart/mixed; boundary=a\n\n" + part * 2_000)


@pytest.mark.parametrize("algorithm", ["RC4-40", "RC4-128", "AES-128", "AES-256"])
def test_encrypted_pdfs_are_read_where_they_need_no_password(tmp_path, algorithm):
    """Many a file is encrypted only against changes; one that asks for a password is a problem of its own."""
    for name, password in (("open", ""), ("shut", "secret")):
        writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf_file(["It fell on Monday."])))
        writer.encrypt(user_password=password, owner_password="owner", algorithm=algorithm)
        writer.write(tmp_path / f"{name}.pdf")
    opened, shut = read_documents(tmp_path)

    assert (opened.text, opened.problem) == ("It fell on Monday.", None)
    assert shut.problem == "encrypted: save a copy that needs no password"


@pytest.mark.parametrize("error", [RecursionError("deep"), KeyError("glyph"), MemoryError(), Exception("no\nlist")])
def test_what_no_reader_foresaw_is_a_problem_of_one_file(monkeypatch, tmp_path, error):
    """A library may fail on a file in any way: it becomes a problem that names the failure, in an archive as well."""

    def fail(_data):
        raise error

    monkeypatch.setitem(READERS, ".md", fail)
    (tmp_path / "a.md").write_text("It fell.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("It fell.", encoding="utf-8")
    (tmp_path / "c.zip").write_bytes(zip_file(**{"d.md": "It fell.", "e.txt": "It fell."}))
    bad, good, inner, beside = read_documents(tmp_path)

    assert [good.text, beside.text] == ["It fell."] * 2
    for each in (bad, inner):
        assert re.fullmatch(rf"reading it failed \({type(error).__name__}.*\): save it anew .*", each.problem)


def test_a_pdf_is_mended():
    """Lines become paragraphs, parted words are joined, running lines and page numbers go, and pages are known."""
    first = [
        "Example Report 2024",
        "Pier sold",
        "The harbour board sold the northern pier to a group of inves-",
        "tors on Monday, after two days of talks in the town hall of",
    ]
    second = ["Example Report 2024", "Oldtown.", "Nobody objected to it.", "2 of 2"]
    [document] = read_pdf(pdf_file([*first, "1 of 2"], second))

    assert (
        "Pier sold\n\nThe harbour board sold the northern pier to a group of investors on Monday, after two days of "
        "talks in the town hall of Oldtown.\n\nNobody objected to it."
    ) == document.text
    assert [1, 1, 2] == [document.find_page(document.text.index(word)) for word in ("Pier", "talks", "Oldtown")]


def test_a_hyphen_of_its_own_is_kept():
    """A compound that the text writes with its hyphen elsewhere keeps it at the end of a line."""
    lines = [
        "The chip-making tools are held back, and without them no chip-",
        "making firm can grow, the minis-",
        "ter said.",
    ]

    text = "The chip-making tools are held back, and without them no chip-making firm can grow, the minister said."
    assert text == read_pdf(pdf_file(lines))[0].text


def test_the_properties_of_a_file_date_nothing():
    """The creation date of a PDF is that of the file; a title in its properties is one unless it is a file's name."""
    [titled] = read_pdf(pdf_file(["The pier was sold."], title="Pier sold"))
    [named] = read_pdf(pdf_file(["The pier was sold."], title="Microsoft Word - pier_v3.doc"))

    assert ("Pier sold", None, "") == (titled.title, complete(titled).published, named.title)


def test_what_word_wraps_is_read():
    """Text in a field to fill in, and text inserted as a tracked change, is text; what was struck out is none."""
    data = docx_file(("Normal", "FIELD"), ("Normal", "INSERTED"), ("Normal", "It rose."))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    xml = files["word/document.xml"].decode()
    for run in re.findall(r"<w:r>.*?</w:r>", xml, re.DOTALL)[1:2]:
        struck = "<w:del><w:r><w:delText>It stood.</w:delText></w:r></w:del>"
        xml = xml.replace(run, f"{struck}<w:ins w:id='1' w:author='a'>{run}</w:ins>")
    for paragraph in re.findall(r"<w:p>.*?</w:p>", xml, re.DOTALL)[:1]:
        xml = xml.replace(paragraph, f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph}</w:sdtContent></w:sdt>")
    files["word/document.xml"] = xml.encode()

    assert "FIELD\n\nINSERTED\n\nIt rose." == read_docx(zip_file(**files))[0].text


def test_a_word_document_keeps_its_structure():
    """Headings, list items and table rows are marked as in plain text."""
    word = docx.Document(
        io.BytesIO(docx_file(("Title", "Pier sold"), ("Normal", "It fell."), ("List Bullet", "in May")))
    )
    table = word.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "May", "sold"
    out = io.BytesIO()
    word.save(out)

    assert "# Pier sold\n\nIt fell.\n\n- in May\n\nMay | sold" == read_docx(out.getvalue())[0].text


def test_merged_cells_and_tables_in_tables_are_read_once():
    """What a cell over several rows and columns holds is read once, as is a table within a cell."""
    [document] = read_docx(word_file_of_all("It fell."))

    assert document.text.endswith("sold\nin March")
    assert 1 == document.text.count("sold")


@pytest.mark.parametrize("lie", [b'<w:gridSpan w:val="999999999"/>', b"<w:vMerge/>"])
def test_a_table_that_lies_about_its_size_is_read_in_time(lie):
    """Cells that claim a thousand million columns, or rows that all continue the one above, cost nothing."""
    row = b"<w:tr><w:tc><w:tcPr>" + lie + b"</w:tcPr><w:p><w:r><w:t>It fell.</w:t></w:r></w:p></w:tc></w:tr>"
    with zipfile.ZipFile(io.BytesIO(docx_file(("Normal", "x")))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files["word/document.xml"] = files["word/document.xml"].replace(
        b"<w:body>", b"<w:body><w:tbl><w:tblPr/><w:tblGrid/>" + row * 2_000 + b"</w:tbl>"
    )

    start = time.process_time()
    [document] = read_docx(zip_file(**files))

    assert 2_000 == document.text.count("It fell.")
    assert time.process_time() - start < 10


def test_a_mail_says_when_and_from_whom(tmp_path):
    """Headers give title, publisher and day; attached files are documents of their own, with their place as path."""
    message = mail_file(
        "The pier was sold.", Subject="Sold", From="Ann Bo <ann@example.org>", Date="Tue, 05 Mar 2024 23:30:00 -0500"
    )
    message.add_attachment(b"The shed was sold.", maintype="text", subtype="plain", filename="../shed.txt")
    message.add_attachment(b"\x89PNG\x00", maintype="image", subtype="png", filename="pier.png")
    (tmp_path / "a.eml").write_bytes(message.as_bytes())

    mail, shed, picture = read_documents([tmp_path])

    assert ("Sold", "Ann Bo", DAY, "metadata") == (mail.title, mail.publisher, mail.published, mail.published_basis)
    assert ("The shed was sold.", str(tmp_path / "a.eml" / "shed.txt")) == (shed.text, shed.path)
    assert "'.png' is not read" in picture.problem


def test_a_mail_as_a_page():
    """Of a message that is a page alone, the article is read."""
    message = email.message.EmailMessage()
    message["Subject"] = "Sold"
    message.set_content("<p>The pier was sold on Monday.</p>", subtype="html")

    assert "The pier was sold on Monday." in read_mail(message.as_bytes())[0].text


ROWS = [
    {"Headline": "Sold", "Article Text": "It fell.", "publishedAt": "2024-03-05T10:00:00Z", "source": {"name": "Post"}}
]


@pytest.mark.parametrize(
    "data",
    [
        json.dumps(ROWS),
        json.dumps(ROWS[0]),
        json.dumps({"articles": ROWS}),
        json.dumps({"status": "ok", "response": {"results": ROWS}}),
    ],
)
def test_articles_in_json(data):
    """Lists, single objects and wrapped lists are read, columns by their usual names, and the match is shown."""
    [document] = read_json(data.encode())

    assert ("It fell.", "Sold", "Post", DAY) == (document.text, document.title, document.publisher, document.published)
    assert "text from 'Article Text'" in document.note


def test_columns_with_our_own_names_are_no_news():
    """Only a column that was taken for what it is not called is told."""
    [document] = read_json(json.dumps([{"text": "It fell.", "Title": "Sold", "date": "5 March 2024"}]).encode())
    assert document.note == "columns read: published from 'date'"
    [document] = read_json(b'[{"text": "It fell.", "title": "Sold", "published": "x"}]')
    assert document.note == "date 'x' of row 1 is not read: write it as 2024-03-05"
    [document] = read_json(b'[{"text": "It fell."}]')
    assert not document.note


def test_articles_in_json_lines():
    """One object a line is one document each; a line that is none is named and stops no other."""
    lines = "\n".join(json.dumps({"text": f"It fell {n}."}) for n in range(3))

    assert ["It fell 0.", "It fell 1.", "It fell 2."] == [d.text for d in read_jsonl(lines.encode())]
    *read, broken, number = read_jsonl(f"{lines}\n{{\n5".encode())
    assert (3, "") == (len(read), broken.text)
    assert "line 4 is no JSON object" in broken.problem
    assert "line 5 is no JSON object: write one object a line" == number.problem


def test_entries_of_json_that_are_no_articles_are_counted():
    """What stands among the articles of a JSON list and is none is told, not dropped."""
    sold, rest = read_json(b'[{"text": "It fell."}, 3, "x"]')

    assert ("It fell.", "2 of its 3 entries are no objects") == (sold.text, (rest.problem or "")[:34].strip(":"))


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_articles_in_csv(separator):
    """Rows become documents whatever parts the columns; quoted line breaks are kept, empty cells are nothing."""
    rows = [["title", "body", "date"], ["Sold", '"It fell.\nIt rose."', "5 March 2024"], ["", "NA", ""]]
    sold, other = read_csv("\n".join(separator.join(row) for row in rows).encode())

    assert ("Sold", "It fell.\nIt rose.", DAY) == (sold.title, sold.text, sold.published)
    assert ("", "NA", None) == (other.title, other.text, other.published)


def test_rows_with_more_cells_than_columns(tmp_path):
    """A row whose commas are not quoted is named and loses nothing in silence; long texts are whole."""
    (tmp_path / "a.csv").write_text(f"text,date\nIt fell, and rose.,2024-03-05,x\n{'It fell. ' * 30_000},\n")

    row, fell = read_documents([tmp_path])

    assert "row 1 has more cells than the first line has columns" in row.problem
    assert 270_000 == len(fell.text)


def test_rows_that_say_nothing_or_too_much(tmp_path):
    """A row without text and a date that cannot be read are told, the row by its number; the others are read."""
    (tmp_path / "a.csv").write_text("text,date\nIt fell.,soon\n,2024-03-05\n")

    fell, empty = read_documents([tmp_path])

    assert "date 'soon' of row 1 is not read" in fell.note
    assert "row 2 has no text" in empty.problem


def test_a_table_without_texts_is_refused():
    """A table of something else names the columns it has."""
    with pytest.raises(DocumentError, match="found 'start', 'label'"):
        read_csv(b"start,label\n2024,a\n")


def test_an_archive_is_read_in_place(tmp_path):
    """Files in an archive, and in one within it, are documents with their place as path; nothing is written."""
    inner = zip_file(**{"c.txt": "C."})
    (tmp_path / "a.zip").write_bytes(
        zip_file(**{"b.txt": "B.", "../../evil.txt": "E.", "/etc/x.txt": "X.", ".hidden.txt": "H.", "in.zip": inner})
    )

    documents = read_documents([tmp_path])

    assert {"B.", "E.", "X.", "C."} == {d.text for d in documents}
    assert all(d.path.startswith(str(tmp_path / "a.zip")) and ".." not in d.path for d in documents)
    assert ["a.zip"] == [p.name for p in tmp_path.iterdir()]


def test_archives_beyond_the_limits_are_refused(monkeypatch):
    """Too many entries, too many bytes unpacked, archives too deep and encrypted ones are refused with what to do."""
    bomb = zip_file(**{"a.txt": b"0" * 3_000_000})
    monkeypatch.setattr(archives, "LARGEST_ENTRY", 1_000_000)
    with pytest.raises(DocumentError, match="unpacks to more"):
        list(unpack_zip(bomb))

    monkeypatch.setattr(archives, "MOST_ENTRIES", 2)
    with pytest.raises(DocumentError, match="entries, more than"):
        list(unpack_zip(zip_file(a="1", b="2", c="3")))

    nest = zip_file(**{"a.txt": "A."})
    for _ in range(6):
        nest = zip_file(**{"in.zip": nest})
    assert any("deep: unpack them" in (d.problem or "") for d in read_bytes("a.zip", nest))


def test_a_word_document_can_be_no_bomb(monkeypatch):
    """A Word document is an archive and under the same limits."""
    data = docx_file(("Normal", "It fell."))
    monkeypatch.setattr(archives, "LARGEST_ARCHIVE", 1_000)

    with pytest.raises(DocumentError, match="unpacks to more"):
        read_docx(data)


def test_entities_in_word_documents_are_not_expanded(tmp_path):
    """A Word document cannot bring in a file by way of an entity."""
    (tmp_path / "secret.txt").write_text("zebra")
    source = io.BytesIO(docx_file(("Normal", "It fell.")))
    out = io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{tmp_path}/secret.txt">]>'.encode()
                content = content.replace(b"<w:document", entity + b"<w:document", 1).replace(
                    b"It fell.", b"It fell.&e;"
                )
            new.writestr(name, content)

    try:
        assert "zebra" not in read_docx(out.getvalue())[0].text
    except DocumentError as error:
        assert "no Word document" in str(error)  # noqa: PT017 - either outcome is right


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("a.pdf", b"no pdf", "no PDF file"),
        ("a.pdf", pdf_file([]), "pictures without text"),
        ("a.docx", b"PK\x03\x04 broken", "no Word document"),
        ("a.docx", zip_file(a="1"), "no Word document"),
        ("a.eml", b"no mail at all", "no e-mail"),
        ("a.json", b"{", "no JSON"),
        ("a.json", b"[" * 100_000, "no JSON"),
        ("a.csv", b'a,b\n"1', "no C"),
        ("a.zip", b"PK\x03\x04", "no ZIP archive"),
        ("a.zip", zip_file(), "nothing to read in it"),
        ("a.xyz", b"x", "'.xyz' is not read"),
        ("a", b"x", "^a file without a suffix is not read"),
        ("a.json", b"[]", "holds no articles"),
        ("a.csv", b"text\n", "holds no articles"),
        ("a.docx", zip_file(**{"[Content_Types].xml": "<x/>"}), "read: open it in Word"),
        ("a.eml", b"", "empty file"),
        ("a.pdf", b"", "empty file"),
    ],
)
def test_bad_files_say_what_to_do(name, data, problem):
    """Each file that cannot be read is refused in a sentence that names the next step after a colon."""
    with pytest.raises(DocumentError, match=problem) as refusal:
        read_bytes(name, data)

    assert ": " in str(refusal.value)


def damaged(whole, chance):
    """The bytes `whole` broken in a few places: changed, cut out, doubled, swapped, cut short."""
    data = bytearray(whole)
    for _ in range(chance.randint(1, 12)):
        place, length = chance.randrange(len(data) + 1), chance.choice([0, 1, 1, 2, 8, 30, 400])
        way = chance.random()
        if way < 0.6:
            data[place : place + length] = chance.randbytes(chance.choice([0, 1, 1, 8]))
        elif way < 0.75:
            data[place:place] = data[place : place + length] * chance.randint(1, 40)
        elif way < 0.9:
            data[place : place + length] = data[place : place + length][::-1]
        elif way < 0.95:
            data[place : place + 4] = chance.choice([b"\xff\xff\xff\x7f", b"\0\0\0\0", b"9999", b"<<<<", b"(((("])
        else:
            del data[place:]
    return bytes(data)


def damaged_within(whole, chance):
    """The archive `whole` packed anew with one to three of its files broken; what is no archive is broken itself."""
    if not whole.startswith(b"PK") or chance.random() < 0.1:
        return damaged(whole, chance)
    try:
        with zipfile.ZipFile(io.BytesIO(whole)) as archive:
            files = {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    except archives.BROKEN:  # it has been broken before
        return damaged(whole, chance)
    texts = [name for name in files if "document.xml" in name or "note" in name] or list(files)  # what is read of it
    for _ in range(chance.randint(1, 3)):
        name = chance.choice(texts if chance.random() < 0.6 else list(files))
        is_tree = name.endswith((".xml", ".rels")) and chance.random() < 0.8
        files[name] = (damaged_tree if is_tree else damaged_within)(files[name], chance)
    return zip_file(**files)


def damaged_tree(data, chance):
    """The XML `data`, still XML, with elements dropped, doubled, moved or renamed and attributes changed."""
    try:
        tree = lxml.etree.fromstring(data)
    except lxml.etree.XMLSyntaxError:  # it has been broken before
        return damaged(data, chance)
    for _ in range(chance.randint(1, 12)):
        part, other = chance.choices([element for element in tree.iter("*") if element is not tree] or [tree], k=2)
        way = chance.choice(["drop", "double", "move", "rename", "text", "attribute", "attribute", "bare"])
        if way == "drop" and part.getparent() is not None:
            part.getparent().remove(part)
        elif way == "double" and sum(1 for _ in part.iter()) < 20:  # else it grows beyond all measure
            other.extend([copy.deepcopy(part) for _ in range(chance.choice([1, 2, 50]))])
        elif way == "move" and other not in part.iter():
            other.append(part)
        elif way == "rename":
            part.tag = other.tag
        elif way == "text":
            part.text = chance.choice([None, "", "-1", "99999999999999999999", "\ud7ff \u202e", "x" * 5_000])
        elif part.attrib:
            name = chance.choice(list(part.attrib))
            value = chance.choice(["", "-1", "1e99", "99999999999999999999", "../../../etc/passwd", "%00", "é" * 300])
            part.attrib.update({name: value}) if way == "attribute" else part.attrib.pop(name)
    return lxml.etree.tostring(tree)


def broken_files(kind, whole, chance, count):
    """`count` files made of `whole`, each broken in its own way; half of the archives only within."""
    for number in range(count):
        yield (damaged_within if number % 2 and kind in {".docx", ".zip"} else damaged)(whole, chance)


def word_file_of_all(text):
    """A Word document of `text` with headings, lists and a table, so that there is much to break."""
    word = docx.Document(io.BytesIO(_saved_as(".docx", text)))
    word.add_paragraph("in May", style="List Number")
    table = word.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(1, 1)).text = "sold"
    table.cell(2, 2).add_table(1, 1).cell(0, 0).text = "in March"
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def archive_of_notes(text):
    """A ZIP archive of `text` in every kind of file, and of an archive of it."""
    kinds = (".html", ".pdf", ".docx", ".eml", ".zip", ".json")
    return zip_file(**{"note.md": text, **{f"a/note{kind}": _saved_as(kind, text) for kind in kinds}})


@pytest.mark.parametrize("kind", sorted(set(READERS) | {".zip"}))
def test_damaged_files_are_read_or_refused(tmp_path, kind):
    """Any of forty randomly damaged files of each kind gives documents, each with a text or a problem, nothing else."""
    chance = random.Random(11)
    text = "# Pier sold\n\nThe board sold the pier on 5 March 2024.\n\nNobody objected to it."
    make = {".zip": archive_of_notes, ".docx": word_file_of_all}.get(kind)
    whole = _saved_as(kind, text) if kind in {".html", ".pdf", ".eml", ".json"} else text.encode()
    for number, data in enumerate(broken_files(kind, make(text) if make else whole, chance, 40)):
        (tmp_path / f"{number}{kind}").write_bytes(data)

    documents = read_documents([tmp_path])

    assert len(documents) >= 40
    assert all(bool(document.text) != bool(document.problem) for document in documents)


@pytest.mark.parametrize("kind", [".docx", ".zip"])
def test_archives_broken_within_get_past_their_packing(kind):
    """Of the archives broken for the tests some are read: the readers of what is within them are tried, too."""
    text = "# Pier sold\n\nThe board sold the pier on 5 March 2024.\n\nNobody objected to it."
    whole = archive_of_notes(text) if kind == ".zip" else word_file_of_all(text)
    read = 0
    for data in list(broken_files(kind, whole, random.Random(11), 40))[1::2]:
        with contextlib.suppress(DocumentError):
            read += any(document.text for document in read_bytes(f"a{kind}", data))

    assert read >= 5


def test_a_short_table_leaves_room_for_a_long_one():
    """Reading a short CSV file does not make a longer one unreadable: the limit of the csv module is one for all."""
    read_csv(b"text\nA.\n")
    (line,) = csv.reader(["x" * 1000])
    assert len(line[0]) == 1000
