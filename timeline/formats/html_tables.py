"""A web page -> the tables of events in it, as lines of cells: those of encyclopedias and chronologies.

Cells that span several rows or columns stand in each of them; links to other sites are kept as Markdown writes them,
marks of footnotes are not. Where the dates of a table lack their year, it is that of the heading above.
"""

import re
from collections.abc import Iterator
from typing import Any

import lxml.html

from timeline.dates.typed import names_no_date
from timeline.documents.html import parse_page
from timeline.errors import DocumentError, TableError
from timeline.table import MOST_COLUMNS, MOST_ROWS, Timeline, find_header, from_frame, to_table
from timeline.table.links import write_link

__all__ = ["find_title", "holds_event_tables", "read", "read_event_tables"]

MOST_TABLES = 500
LEAST_ROWS = 2  # below the header: what has fewer is no list of events

Lines = list[list[str]]

_YEAR = re.compile(r"(?<!\d)(?:1[0-9]|20)\d\d(?!\d)")


def read_event_tables(tree: lxml.html.HtmlElement) -> list[Lines]:
    """The tables in the page `tree` that name a column of dates and one of events, each from its header down.

    Examples
    --------
    >>> page = "<h2>2024</h2><table><tr><th>Date<th>Event<tr><td>3 May<td>Vote<tr><td>9 June<td>Sale</table>"
    >>> read_event_tables(lxml.html.document_fromstring(page))
    [[['Date', 'Event'], ['3 May 2024', 'Vote'], ['9 June 2024', 'Sale']]]
    """
    found = []
    for table in tree.xpath("//table[not(ancestor::table)]")[:MOST_TABLES]:
        lines = _read_rows(table)
        header = find_header(lines)
        if header is not None and len(lines) - header > LEAST_ROWS:
            found.append(_with_year(lines[header:], _find_year_above(table)))
    return found


def find_title(tree: lxml.html.HtmlElement) -> str:
    """The main heading of the page, or its title."""
    heading = next(iter(tree.iter("h1")), None)
    words = heading.text_content() if heading is not None else tree.findtext(".//title") or ""
    return " ".join(words.split())


def _read_rows(table: Any) -> Lines:
    """The rows of a table, what spans several of them in each."""
    lines: Lines = []
    hanging: dict[int, tuple[int, str]] = {}  # column -> rows still to fill, and with what
    for row in table.iter("tr"):
        line: list[str] = []
        cells = iter([cell for cell in row if cell.tag in {"td", "th"}])
        for cell in cells:
            _fill(line, hanging)
            words = _read_words(cell)
            rows, columns = _read_span(cell, "rowspan"), _read_span(cell, "colspan")
            for _ in range(columns):
                if rows > 1:
                    hanging[len(line)] = (rows - 1, words)
                line.append(words)
        _fill(line, hanging)
        if len(lines) > MOST_ROWS:
            break
        lines.append(line)
    return [line for line in lines if any(line)]


def _fill(line: list[str], hanging: dict[int, tuple[int, str]]) -> None:
    """Add to `line` what hangs down from the rows above, as far as it is next."""
    while (left := hanging.get(len(line))) is not None:
        if left[0] > 1:
            hanging[len(line)] = (left[0] - 1, left[1])
        else:
            del hanging[len(line)]
        line.append(left[1])


def _read_span(cell: Any, name: str) -> int:
    """How many rows or columns a cell takes; one where it says nothing that can be."""
    given = str(cell.get(name, "1")).strip()
    most = MOST_COLUMNS if name == "colspan" else MOST_ROWS
    return min(int(given), most) if given.isascii() and given.isdecimal() and 0 < len(given) < 6 and int(given) else 1


def _read_words(cell: Any) -> str:
    """The words of a cell on one line, links to other sites among them."""
    return " ".join("".join(_list_parts(cell)).split())


def _list_parts(element: Any) -> Iterator[str]:
    yield element.text or ""
    for part in element:
        if isinstance(part.tag, str) and not _is_dropped(part):
            inner = "".join(_list_parts(part))
            address = part.get("href", "") if part.tag == "a" else ""
            is_link = address.startswith(("http://", "https://")) and inner.strip() and "](" not in inner
            yield write_link(inner, address) if is_link else inner
            yield " " if part.tag in {"br", "li", "p", "div", "tr"} else ""
        yield part.tail or ""


def _is_dropped(part: Any) -> bool:
    if part.tag in {"style", "script", "noscript"} or "display:none" in part.get("style", "").replace(" ", ""):
        return True
    return part.tag == "sup" and bool({"reference", "noprint"} & set(part.get("class", "").split()))


def _find_year_above(table: Any) -> str:
    """The one year that the nearest heading above a table names, "" where it names none or several."""
    caption = table.find("caption")
    headings = [caption] if caption is not None else []
    headings += table.xpath("(preceding::h1 | preceding::h2 | preceding::h3 | preceding::h4 | preceding::h5)[last()]")
    for heading in headings:
        years = set(_YEAR.findall(heading.text_content()))
        if len(years) == 1:
            return str(years.pop())
    return ""


def _with_year(lines: Lines, year: str) -> Lines:
    """`lines`, where `year` is known and no date in their first column has one of its own, with that."""
    dates = [line[0] for line in lines[1:] if line and line[0] and not names_no_date(line[0])]
    if not year or not dates or any(_YEAR.search(date) for date in dates):
        return lines
    return [lines[0], *([f"{line[0]} {year}" if line[0] in dates else line[0], *line[1:]] for line in lines[1:])]


def read(data: bytes, *, strict: bool = False) -> Timeline:
    """The timeline in the tables of the page in `data`: those with the same header as the longest, put together.

    Raises
    ------
    TableError
        If it is no page, or has no table with a column of dates and one of events.
    """
    try:
        tree, note = parse_page(data)
    except DocumentError as error:
        raise TableError(str(error)) from error
    tables = read_event_tables(tree)
    if not tables:
        raise TableError("no table in this page names a column of dates and one of events; read it as a document")
    longest = max(tables, key=len)
    alike = [table for table in tables if table[0] == longest[0]]
    table, remarks = to_table([longest[0], *(line for table in alike for line in table[1:])], strict=strict)
    if len(tables) > 1:
        remarks.append(f"events are read from {len(alike)} of {len(tables)} tables that have dates and events")
    return from_frame(table, find_title(tree), strict=strict, clean=True, remarks=[*([note] if note else []), *remarks])


def holds_event_tables(data: bytes) -> bool:
    """Whether most of the text of a page stands in tables of events, so that it is a table rather than an article."""
    if data.lower().count(b"<tr") <= LEAST_ROWS:
        return False
    try:
        tree, _ = parse_page(data)
    except DocumentError:
        return False
    told = sum(len(cell) for table in read_event_tables(tree) for line in table for cell in line)
    for part in tree.xpath("//nav | //footer | //script | //style | //header"):
        part.drop_tree()
    return told * 2 > len(" ".join(tree.text_content().split()))
