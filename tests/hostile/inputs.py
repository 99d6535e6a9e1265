"""Inputs that once froze, filled or ended a run, each made by code: a name, a file's suffix and its bytes."""

import base64
import functools
import io
import json
import zipfile
from collections.abc import Callable

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq

__all__ = ["ARTICLES", "TABLES"]

_SENTENCE = "Acme Corp. sued Globex on 4 March 2024 over the sale of the old pier in the harbour of the town. "
_PAGE = "<html><head>{}</head><body><article>" + f"<p>{_SENTENCE * 5}</p>" * 3 + "</article></body></html>"
_HEADERS = "From: Ann Bo <ann@example.org>\nSubject: Pier\nDate: Tue, 5 Mar 2024 10:00 +0000\n"


def _page(head: str, before: str = "") -> bytes:
    return (before + _PAGE.format(head)).encode()


def zip_of(entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", method, compresslevel=9) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return content.getvalue()


def _archives_within(count: int) -> bytes:
    inner = zip_of({"a.txt": b"A" * 1_900_000, "b.txt": _SENTENCE.encode()})
    return zip_of({f"{number:04}.zip": inner for number in range(count)})


def _mail(**headers: str) -> bytes:
    lines = "".join(f"{name.replace('_', '-')}: {value}\n" for name, value in headers.items())
    return f"{_HEADERS}{lines}\n{_SENTENCE}\n".encode()


def _mail_named(subject: str) -> bytes:
    return f"From: Ann <a@example.org>\nSubject: {subject}\n\n{_SENTENCE}\n".encode()


def _encoded_words(count: int) -> str:
    return "\n ".join(["=?utf-8?B?" + base64.b64encode(b"pier sale " * 3).decode() + "?="] * count)


def _page_in(charset: str) -> bytes:
    """A page that says it is in `charset`, and is not."""
    return _page(f"<meta charset={charset}>") + "Zoë".encode("latin-1")


ARTICLES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a declaration of blanks": (".html", lambda: b"<?xml" + b" " * 120_000),
    "a declaration of blanks behind blanks": (".html", lambda: b"\n <?xml" + b" " * 120_000 + _page("")),
    "a declaration behind a mark": (".html", lambda: b"\xef\xbb\xbf<?xml" + b" \t" * 60_000 + _page("")),
    "a declaration in a mail": (
        ".eml",
        lambda: (_HEADERS + "Content-Type: text/html\n\n<?xml" + " " * 120_000).encode(),  # noqa: PLW0108  made when it is asked for
    ),
    **{
        f"charset {name}": (".html", functools.partial(_page_in, name))
        for name in (
            "undefined",
            "punycode",
            "idna",
            "rot13",
            "hex",
            "base64",
            "zlib",
            "bz2",
            "unicode_escape",
            "utf-7",
        )
    },
    "a charset of a mail": (".eml", lambda: _mail(Content_Type="text/plain; charset=undefined")),
    "a charset of a mail that is no encoding of text": (
        ".eml",
        lambda: _mail(Content_Type="text/plain; charset=zlib"),
    ),
    "a number of 6,000 digits": (".json", lambda: b'[{"text": "It fell on 3 May 2024.", "n": ' + b"9" * 6_000 + b"}]"),
    "a line with a number of 6,000 digits": (
        ".jsonl",
        lambda: b'{"text": "Acme sued Globex on 3 May 2024."}\n{"text": "b", "n": ' + b"9" * 6_000 + b"}",
    ),
    "half an emoji": (".json", lambda: rb'[{"text": "Acme \ud83d sued Globex on 3 May 2024. \udc00 It fell."}]'),
    "half an emoji in title and date": (
        ".json",
        lambda: json.dumps([{"text": _SENTENCE, "title": "\ud83d", "published": "\ud83d", "url": "\ud83d"}]).encode(),
    ),
    "the last day there is": (
        ".json",
        lambda: json.dumps(
            [{"text": _SENTENCE, "published": "9999-12-31"}, {"text": f"Acme said on Monday. {_SENTENCE}"}]
        ).encode(),
    ),
    "the first day there is": (
        ".json",
        lambda: json.dumps(
            [
                {"text": f"Acme sued last year and three weeks ago. {_SENTENCE}", "published": "0001-01-01"},
                {"text": f"Acme said on Monday. {_SENTENCE}"},
            ]
        ).encode(),
    ),
    "two thousand archives": (".zip", lambda: _archives_within(2_000)),
    "megabytes of encoded words": (".eml", lambda: _mail_named(_encoded_words(60_000))),
    "megabytes of encoded words in the sender": (".eml", lambda: _mail(X_From="x", From=_encoded_words(60_000))),
    "megabytes of Subject": (".eml", lambda: _mail_named("pier " * 1_000_000)),
    "megabytes of Subject without a blank": (".eml", lambda: _mail_named("p" * 5_000_000)),
    "megabytes of From": (".eml", lambda: _mail(From="(" * 2_000_000)),
    "megabytes of addresses": (".eml", lambda: _mail(From="a@b.org, " * 400_000)),
    "megabytes of Content-Type": (".eml", lambda: _mail(Content_Type="text/plain; " + "a=b; " * 500_000)),
    "megabytes of a part's name": (
        ".eml",
        lambda: (
            _mail(Content_Type='multipart/mixed; boundary="b"')
            + b'--b\nContent-Type: text/plain\n\nIt fell.\n--b\nContent-Disposition: attachment; filename="'
            + b"a; b=c " * 400_000
            + b'"\n\nx\n--b--\n'
        ),
    ),
    "a hundred thousand headers": (
        ".eml",
        lambda: ("".join(f"X-{n}: y\n" for n in range(200_000)) + "\nIt fell.").encode(),  # noqa: PLW0108  made when it is asked for
    ),
    "ten million lines of 1": (".jsonl", lambda: b"1\n" * 9_900_000),
    "ten million rows": (".csv", lambda: b"text,title\n" + b"a,b\n" * 4_900_000),
    "forty thousand columns": (
        ".csv",
        lambda: ",".join(f"c{n}" for n in range(40_000)).encode() + b",text\n" + b"x," * 40_000 + b"It fell.",
    ),
    "a list of ten million": (".json", lambda: b"[" + b"1," * 9_000_000 + b"1]"),
    "brackets": (".json", lambda: b"[" * 1_000_000),
    "a word of 500 letters": (
        ".txt",
        lambda: ("The " + "a" * 498 + "ed Acme on 3 May 2024. ").encode() + _SENTENCE.encode(),
    ),
    "companies without end": (".txt", lambda: b"Inc. " * 2_500 + _SENTENCE.encode()),
}


def _sheet(rows: str, dimension: str = "") -> bytes:
    """A workbook that holds the XML of `rows`, with what its sheet says of its own size."""
    book = openpyxl.Workbook()
    content = io.BytesIO()
    book.save(content)
    with zipfile.ZipFile(content) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    parts["xl/worksheets/sheet1.xml"] = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        + (f'<dimension ref="{dimension}"/>' if dimension else "")
        + f"<sheetData>{rows}</sheetData></worksheet>"
    ).encode()
    return zip_of(parts)


def _row(number: int, *cells: tuple[str, str]) -> str:
    return f'<row r="{number}">' + "".join(_cell(f"{column}{number}", text) for column, text in cells) + "</row>"


def _cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


_HEAD = _row(1, ("A", "title"), ("B", "start"))
_EVENT = _row(2, ("A", "Vote"), ("B", "2024-05-03"))


def _parquet(rows: int, *, corrupt: bool = False) -> bytes:
    content = io.BytesIO()
    table = pa.table(
        {
            "title": pa.DictionaryArray.from_arrays(pa.array([0] * rows, pa.int32()), ["Vote"]),
            "start": pa.array(["2024-05-03"] * rows),
        }
    )
    pq.write_table(table, content, compression="zstd", row_group_size=max(rows, 1))
    data = bytearray(content.getvalue())
    if corrupt:
        data[4:60] = b"\xff" * 56
    return bytes(data)


TABLES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a row far down": (
        ".xlsx",
        lambda: _sheet(_HEAD + _EVENT + _row(2_000_000_000, ("A", "Sale"), ("B", "2024-06-01"))),
    ),
    "a row beyond the last": (
        ".xlsx",
        lambda: _sheet(_HEAD + _EVENT + _row(1_048_576, ("A", "Sale"), ("B", "2024-06-01"))),
    ),
    "cells in the last column": (
        ".xlsx",
        lambda: _sheet(_HEAD + _EVENT + "".join(_row(n, ("XFD", "x")) for n in range(3, 40_003))),
    ),
    "a dimension without end": (".xlsx", lambda: _sheet(_HEAD + _EVENT, "A1:XFD1048576")),
    "rows of Parquet": (".parquet", lambda: _parquet(20_000_000)),
    "pages of Parquet that are broken": (".parquet", lambda: _parquet(1_000, corrupt=True)),
    "columns without end": (
        ".csv",
        lambda: f"{','.join(f'c{n}' for n in range(40_000))},title,start\n{'x,' * 40_000}Vote,2024-05-03\n".encode(),  # noqa: PLW0108  made when it is asked for
    ),
    "rows without end": (".csv", lambda: b"title,start\n" + b"a,2024\n" * 2_800_000),
    "a number of 6,000 digits": (".json", lambda: b'[{"title": "Vote", "start": ' + b"9" * 6_000 + b"}]"),
    "half an emoji": (".json", lambda: rb'[{"title": "Vote \ud83d", "start": "2024-05-03"}]'),
    "rows of JSON": (
        ".json",
        lambda: b"[" + b'{"title":"a","start":"2024"},' * 600_000 + b'{"title":"a","start":"2024"}]',
    ),
    "names without end": (".csv", lambda: b'title,start,actors\nVote,2024-05-03,"' + b"a;" * 5_000_000 + b'"\n'),
}
