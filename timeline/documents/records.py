"""The bytes of a table of articles (.json, .jsonl, .csv) -> a document for each row, columns matched by their names."""

import csv
import io
import itertools
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from timeline.dates import read_seconds
from timeline.documents.chat_records import split_chat
from timeline.documents.column_names import describe_columns, strip_name
from timeline.documents.document import Document
from timeline.documents.html_text import holds_html, strip_tags
from timeline.documents.publication import read_only_day
from timeline.documents.text import decode_text
from timeline.documents.timing import limit_time
from timeline.errors import DocumentError

__all__ = ["TEXT_COLUMNS", "read_csv", "read_csv_lines", "read_csv_rows", "read_json", "read_jsonl"]

MOST_ROWS = 20_000
MOST_COLUMNS = 1_000
MOST_LINES = 200_000  # of a table in CSV; lists of events have fewer
MOST_DIGITS = 4_300  # of a number, as Python has it

# What the columns are called, the surest name first; letter case, blanks, "-" and "_" do not count.
_COLUMNS: dict[str, tuple[str, ...]] = {
    "text": ("text", "fulltext", "articletext", "articlebody", "maintext", "body", "content", "article", "story"),
    "title": ("title", "headline", "articletitle", "header", "subject", "name"),
    "published": (
        *("published", "publishedat", "datepublished", "publisheddate", "publicationdate", "publishdate", "pubdate"),
        *("date", "articledate", "datetime", "timestamp", "created", "createdat", "time"),
    ),
    "publisher": (
        "publisher",
        "source",
        "sourcename",
        "outlet",
        "publication",
        "newspaper",
        "site",
        "sitename",
        "domain",
    ),
    "url": ("url", "link", "weburl", "articleurl", "href", "permalink", "uri"),
    "language": ("language", "lang"),
}
_SIGNS = (",", ";", "\t", "|")
_SEPARATOR = re.compile(r"\s*\"?sep=(.)\"?[ ]*(?:\r\n?|\n)", re.IGNORECASE)
TEXT_COLUMNS = frozenset(_COLUMNS["text"])
"""What the column with the text of articles is called, without blanks and signs."""

_SURPLUS = "has more cells than the first line has columns: put text with commas in quotes"
_WRAPPERS = ("articles", "documents", "items", "results", "data", "docs", "response", "hits", "entries", "messages")


def read_json(data: bytes) -> list[Document]:
    """The articles in a JSON file: a list of objects, one object, or an object that holds the list."""
    text, _ = decode_text(data)
    try:
        found = _parse(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise DocumentError(
            f"no JSON that can be read ({error}): check it, or use .jsonl for one object a line"
        ) from error
    rows = list(_list_rows(found))
    if chat := split_chat(rows[:MOST_ROWS], str(found.get("name", "")) if isinstance(found, dict) else ""):
        return chat
    others = sum(not isinstance(row, dict) for row in found) if isinstance(found, list) else 0
    problem = f'{others:,} of its {len(rows) + others:,} entries are no objects: write each as {{"text": …}}'
    return [*_make_documents(rows), *([Document(text="", id="entries", problem=problem)] if others else [])]


def read_jsonl(data: bytes) -> list[Document]:
    """The articles in a file of one JSON object a line."""
    text, _ = decode_text(data)
    rows: list[Mapping[str, Any]] = []
    bad: list[Document] = []
    for number, line in enumerate(io.StringIO(text, newline="\n"), start=1):
        if line.strip():
            if len(rows) + len(bad) >= MOST_ROWS:
                raise DocumentError(f"more than the {MOST_ROWS:,} lines that are read: split it")
            try:
                row, reason = _parse(line), ""
            except (json.JSONDecodeError, RecursionError) as error:
                row, reason = None, f" ({error})"
            if isinstance(row, dict):
                rows.append(row)
            else:
                problem = f"line {number} is no JSON object{reason}: write one object a line"
                bad.append(Document(text="", id=f"line-{number}", problem=problem))
    return [*(_make_documents(rows) if rows or not bad else []), *bad]


def _parse(text: str) -> Any:
    """What JSON says; a number of more digits than Python takes for one stays text."""
    return json.loads(text, parse_int=lambda digits: int(digits) if len(digits) <= MOST_DIGITS else digits)


def read_csv(data: bytes) -> list[Document]:
    """The articles in a CSV file with a header line, parted by commas, semicolons, tabs or bars."""
    names, *rows = read_csv_rows(data) or [[]]
    return _make_documents([_make_row(names, cells) for cells in rows])


def read_csv_rows(data: bytes) -> list[list[str]]:
    """The lines of a CSV file that hold anything; see `read_csv_lines`."""
    return read_csv_lines(decode_text(data)[0])


def read_csv_lines(text: str) -> list[list[str]]:
    r"""The lines of a text that hold anything, their cells parted by commas, semicolons, tabs or bars.

    Lines may end as on any system; a line ``sep=;`` as Excel writes it says what parts the cells and is none of them.

    Raises
    ------
    DocumentError
        If quotation marks do not fit, or there are more lines or columns than are read.

    Examples
    --------
    >>> read_csv_lines("sep=;\r\nDate;Event\r\n2024-05-03;Vote"), read_csv_lines("Date,Event\r2024-05-03,Vote")
    ([['Date', 'Event'], ['2024-05-03', 'Vote']], [['Date', 'Event'], ['2024-05-03', 'Vote']])
    """
    stated = _SEPARATOR.match(text)
    text = text[stated.end() :] if stated else text
    # An article is longer than what the module takes for a cell. Its limit is one for all, so it is never lowered.
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    try:
        lines = csv.reader(_list_csv_lines(text), delimiter=stated[1] if stated else _find_separator(text), strict=True)
        filled = (line for line in lines if any(cell.strip() for cell in line))
        found = list(itertools.islice(filled, MOST_LINES + 1))
    except (csv.Error, ValueError) as error:
        raise DocumentError(f"no CSV that can be read ({error}): check quotes and columns") from error
    if len(found) > MOST_LINES:
        raise DocumentError(f"more than the {MOST_LINES:,} lines that are read: split it")
    if found and len(found[0]) > MOST_COLUMNS:
        raise DocumentError(f"{len(found[0]):,} columns, more than the {MOST_COLUMNS:,} that are read: remove some")
    return found


def _list_csv_lines(text: str) -> Iterable[str]:
    """The lines of `text` as the module takes them: it knows no lone carriage return, as old Macs write it."""
    if "\n" not in text and "\r" in text:
        text = text.replace("\r", "\n")
    return io.StringIO(text, newline="")


def _find_separator(text: str) -> str:
    """What parts the cells: what the first line is parted by, or else what most of the next lines are."""
    first, *others = re.split(r"[\r\n]+", text.lstrip()[:20_000])[:12]
    if any(sign in first for sign in _SIGNS):
        return max(_SIGNS, key=first.count)
    return max(_SIGNS, key=lambda sign: sum(sign in line for line in others))


def _make_row(names: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    """A line of a CSV file under its first line; what stands in no column is kept under the name ""."""
    return dict(zip(names, cells, strict=False)) | ({"": _SURPLUS} if len(cells) > len(names) else {})


def _list_rows(found: Any) -> Iterator[Mapping[str, Any]]:
    """The objects that stand for articles in parsed JSON."""
    if isinstance(found, list):
        yield from (row for row in found if isinstance(row, dict))
    elif isinstance(found, dict):
        inner = next((found[name] for name in _WRAPPERS if isinstance(found.get(name), list | dict)), None)
        if inner is None or _find_columns(found).get("text"):
            yield found
        else:
            yield from _list_rows(inner)


def _make_documents(rows: Sequence[Mapping[Any, Any]]) -> list[Document]:
    """A document for each of `rows`; a row without a text comes with its problem."""
    if len(rows) > MOST_ROWS:
        raise DocumentError(f"{len(rows):,} rows, more than the {MOST_ROWS:,} that are read: split it")
    if not rows:
        raise DocumentError('holds no articles: give each a row, or an object such as {"text": …}')
    names = dict.fromkeys(name for row in rows for name in row)
    columns = _find_columns(names)
    if "text" not in columns:
        found = ", ".join(map(repr, list(names)[:12])) or "none"
        raise DocumentError(
            f"no column for the text of articles: found {found}; call one 'text', or, where its rows are events, open "
            "it in the app or with 'timeline export'"
        )
    note = describe_columns(columns)
    return [_make_document(row, columns, note, number) for number, row in enumerate(limit_time(rows), start=1)]


def _make_document(row: Mapping[Any, Any], columns: Mapping[str, str], note: str, number: int) -> Document:
    fields = {field: _read_words(row.get(name)) for field, name in columns.items()}
    if row.get("") is _SURPLUS:
        return Document(text="", id=f"row-{number}", problem=f"row {number} {_SURPLUS}")
    text = str(row.get(columns["text"]) or "")
    if not text.strip():
        return Document(text="", id=f"row-{number}", problem=f"row {number} has no text: nothing to read")
    text = strip_tags(text) if holds_html(text) else text
    published = read_only_day(fields.get("published", "")) or read_seconds(fields.get("published", ""))
    if fields.get("published") and not published:
        unread = f"date {fields['published']!r} of row {number} is not read: write it as 2024-03-05"
        note = "; ".join(filter(None, (note, unread)))
    return Document(
        text=text,
        title=fields.get("title", ""),
        publisher=fields.get("publisher", ""),
        url=fields.get("url", ""),
        language=fields.get("language", "")[:2].casefold(),
        published=published,
        published_basis="metadata" if published else "none",
        note=note,
    )


def _find_columns(names: Iterable[str]) -> dict[str, str]:
    """The column that holds each field, by its name, as far as there is one."""
    plain: dict[str, str] = {}
    for name in names:
        plain.setdefault(strip_name(name), name)
    matched = {field: next((plain[n] for n in known if n in plain), "") for field, known in _COLUMNS.items()}
    return {field: name for field, name in matched.items() if name}


def _read_words(value: object) -> str:
    """`value` as folded text; of an object its name or title ("source": {"name": …})."""
    if isinstance(value, dict):
        value = value.get("name") or value.get("title") or ""
    return " ".join(str(value).split()) if isinstance(value, str | int | float) else ""
