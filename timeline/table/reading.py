"""A table made by hand, or saved earlier -> `Timeline`.

Only a title and a date are asked for. One bad cell never stops the table: a row without a date that can be read is kept
undated, one without a title is left out, a column that only shares a name of ours is passed over, and each is named
with row, column and value. Nothing is shifted, guessed or dropped in silence; `strict` refuses instead.
"""

import ast
import dataclasses
import datetime as dt
import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from timeline.dates import parse_edtf, to_edtf
from timeline.dates.typed import NO_DAYS, Days, find_figure_order, is_open_end, names_no_date, read_days, tidy
from timeline.errors import DateError, TableError
from timeline.table.by_content import complete_headers
from timeline.table.columns import ACTORS, DOCUMENTS, EVENTS, MENTIONS, PROBLEMS
from timeline.table.headers import Headers, compose, read_headers
from timeline.table.links import (
    LinkedSource,
    find_links,
    list_linked_documents,
    make_linked_mentions,
    read_links,
    without_links,
)
from timeline.table.own_columns import check_own_columns
from timeline.table.row import Remarks, Row, is_missing
from timeline.table.sheet import check_size
from timeline.table.timeline import Timeline, to_frame
from timeline.table.validate import validate
from timeline.vocabulary import Basis, Extent, Kind, Precision, Review, Status

__all__ = ["from_frame"]

_OURS = {"event_id", "edtf", "date_basis", "importance", "review"}  # the columns by which a table of ours is known
_LINKS = "links"  # the column that our own readers and files call so
_TITLE_SLIDE, _ERA = "title", "era"  # what TimelineJS writes in the column Type
_SHORT_YEARS = re.compile(r"(\d{4})-(\d\d)")  # "2023-24", where EDTF would have the winter of 2023


def from_frame(
    frame: pd.DataFrame, title: str = "", *, strict: bool = False, clean: bool = False, remarks: Sequence[str] = ()
) -> Timeline:
    """A timeline of the events in `frame`, one row an event.

    Parameters
    ----------
    frame
        Columns `title` and `start`, and any other of the events table, or what such columns are usually called: those
        of TimelineJS (Year, Month, Day, Headline), Event, Date, Who. `start` and `end` hold days, or text that the date
        reader understands without an anchor; where the figures of one date show whether day or month comes first, all
        are read so. An event with two different ends is a period unless `span`,
        `precision` or `edtf` says otherwise; one without `end` lies within what `start` says. `actors` holds lists,
        or names separated by ``;``. Addresses and names of papers in a column such as Source or URL become sources.
    title
        The briefing's title.
    strict
        Refuse the first cell that does not hold, instead of leaving it out with a remark.
    clean
        Take tags, entities and footnote marks out of titles, where the table comes from a page or a sheet.
    remarks
        What is to be said of the table besides.

    Returns
    -------
    Timeline
        With a document and a mention without words for each source that a row names. What columns were taken for, those
        that no event has a place for, and every cell that could not be used stand in `problems`.

    Raises
    ------
    TableError
        If there is no column for titles or none for dates; where `strict`, names row (counted from 1), column and value
        of the first cell that does not hold.

    Examples
    --------
    >>> cells = {"title": ["Ban", "Controls", "Appeal"], "start": ["April 2025", "2022-01-01", "TBD"]}
    >>> tl = from_frame(pd.DataFrame({**cells, "end": ["", "2022-03-31", ""]}))
    >>> tl.events[["title", "edtf", "precision", "span"]].values.tolist()
    [['Controls', '2022-01-01/2022-03-31', 'day', 'period'], ['Ban', '2025-04', 'month', 'point'], ['Appeal', '', ...]]
    >>> tl.problems["message"].tolist()
    ["row 3, column 'start': 'TBD' names no date; the event is kept undated"]
    """
    check_size(*frame.shape)
    columns = [str(column) for column in frame.columns]
    headers = complete_headers(frame, read_headers(columns))
    for needed in ("title", "start"):
        if needed not in headers.names and not (needed == "start" and "edtf" in headers.names):
            found = ", ".join(map(str, frame.columns)) or "none"
            raise TableError(f"the table has no column {needed!r}; it needs 'title' and 'start', and has: {found}")
    notes = Remarks(strict=strict)
    read = check_own_columns(
        list(_list_rows(frame, headers, notes, is_as_it_is=not clean or set(columns) >= _OURS)), notes
    )
    order = find_figure_order(row.cells.get(field) for row in read for field in ("start", "end"))
    read = [dataclasses.replace(row, order=order) for row in read]
    seen: Counter[str] = Counter()
    events = [
        (event, _list_links(row)) for row in read if not _is_title(row) and (event := _read_event(row, seen, notes))
    ]
    events.sort(key=lambda r: (r[0]["start"] or dt.date.max, r[0]["end"] or dt.date.max, r[0]["event_id"]))
    titles = [_read_words(row, "title") for row in read if _is_title(row) and "title" in row.cells]
    messages = [*remarks, *_list_remarks(headers, order), *notes.list_all()]
    rows = [event for event, _ in events]
    timeline = Timeline(
        events=to_frame(rows, EVENTS),
        mentions=to_frame((t for event, sources in events for t in make_linked_mentions(event, sources)), MENTIONS),
        documents=to_frame(list_linked_documents(source for _, sources in events for source in sources), DOCUMENTS),
        actors=to_frame(_make_actors(rows), ACTORS),
        problems=to_frame(({"document": "", "stage": "table", "message": m} for m in messages), PROBLEMS),
        title=title or next(iter(titles), ""),
    )
    validate(timeline)
    return timeline


def _list_remarks(headers: Headers, order: str | None) -> Iterator[str]:
    """What a reader should know of how the table was read."""
    if headers.renamed:
        yield headers.renamed
    if headers.links and headers.links != (_LINKS,):
        yield f"sources read from {', '.join(map(repr, headers.links))}"
    if order:
        yield f"dates in figures are read {'day' if order == 'dmy' else 'month'} first, as one of them shows"
    for column in headers.unused:
        yield f"column {column!r} has no place here and is left out"


def _list_rows(table: pd.DataFrame, headers: Headers, remarks: Remarks, *, is_as_it_is: bool) -> Iterator[Row]:
    """Each row with its number from 1, missing cells left out, dates in parts put together; empty rows are none."""
    fields = {name: part for part, name in headers.parts.items()}
    fields |= {name: name for name in headers.links}
    fields |= {name: field for field, name in headers.names.items() if name not in fields}
    for number, record in enumerate(table.to_dict("records"), start=1):
        cells = {fields[str(k)]: v for k, v in record.items() if str(k) in fields and not is_missing(v)}
        row = Row(number=number, cells=cells, headers=headers, is_as_it_is=is_as_it_is)
        row = dataclasses.replace(row, cells={**cells, **dict(_compose_dates(row, remarks))}) if headers.parts else row
        if row.cells:
            yield row


def _compose_dates(row: Row, remarks: Remarks) -> Iterator[tuple[str, str]]:
    """`start` and `end` of a row whose dates are in parts."""
    for field, end in (("start", ""), ("end", "end")):
        try:
            date = compose(row.cells, end)
        except DateError as error:
            remarks.add(row.make_error(field, str(error)), "that date is left out")
            continue
        if date:
            yield field, date


def _is_title(row: Row) -> bool:
    """Whether a row of a TimelineJS table is its title slide, which is no event."""
    return _read_type(row) == _TITLE_SLIDE and (bool(row.headers.parts) or "start" not in row.cells)


def _read_type(row: Row) -> str:
    return str(row.cells.get("kind", "")).strip().casefold()


def _list_links(row: Row) -> list[LinkedSource]:
    """The sources that a row names."""
    cells = [row.cells[name] for name in row.headers.links if name in row.cells]
    title = str(row.cells.get("title", ""))
    linked = [] if row.is_as_it_is else find_links(title)
    return list(dict.fromkeys([*(read_links(cells) if cells else []), *linked]))


def _read_event(row: Row, seen: Counter[str], remarks: Remarks) -> dict[str, Any] | None:
    """The event in `row`; None where it has no title."""
    cells = row.cells
    title = _read_words(row, "title")
    if not title.strip():
        remarks.add(row.make_error("title", "it is empty; every event needs a title"), "the row is left out")
        return None
    days = _read_days(row, remarks)
    is_era = bool(row.headers.parts) and _read_type(row) == _ERA
    span = str(cells.get("span", Extent.PERIOD if is_era else days.span))
    precision = str(cells.get("precision", days.precision))
    edtf = (str(cells.get("edtf", "")) if days.edtf else "") or to_edtf(days.first, days.last, precision, span)
    key = f"{title}\n{days.first}\n{days.last}"
    seen[key] += 1
    made = hashlib.sha256(f"{key}\n{seen[key]}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
    links = len(_list_links(row))
    return {
        "event_id": str(cells.get("event_id", made)),
        "title": title,
        "start": days.first,
        "end": days.last,
        "edtf": edtf,
        "precision": precision,
        "span": span,
        "date_basis": str(cells.get("date_basis", Basis.MANUAL if days.precision != Precision.UNDATED else Basis.NONE)),
        "status": str(cells.get("status", Status.HAPPENED)),
        "kind": Kind.OTHER if is_era else _read_words(row, "kind") or Kind.OTHER,
        "agent": str(cells.get("agent", "")),
        "actors": _names(cells.get("actors", ())),
        "sources": int(float(cells.get("sources", links))),
        "mentions": int(float(cells.get("mentions", links))),
        "importance": float(cells.get("importance", 0.5)),
        "review": str(cells.get("review", Review.NEW)),
        "conflicts": _names(cells.get("conflicts", ())),
        "retellings": _names(cells.get("retellings", ())),
        "tags": _names(cells.get("tags", ())),
        "comment": str(cells.get("comment", "")),
    }


def _read_words(row: Row, field: str) -> str:
    """The text of a cell on one line, without the tags, links and footnote marks of its page where it is not ours."""
    text = str(row.cells.get(field, ""))
    if row.is_as_it_is:
        return text
    text = without_links(text) if "](" in text else text
    return tidy(text, with_doubt=False)[0] if _MARKS.search(text) else " ".join(text.split())


_MARKS = re.compile(r"[<&\[]")
_TELLING = re.compile(r"certain|since 1970|left out of")  # readings that a user should know of


def _read_days(row: Row, remarks: Remarks) -> Days:
    """First and last day of a row, from `edtf` where it is given and read, else from `start` and `end`."""
    if (days := _read_edtf(row, remarks)) is not None:
        return days
    start = _read_cell(row, "start", remarks)
    if start is None:
        return NO_DAYS
    if "end" not in row.cells:
        open_end = row.cells.get("span") == Extent.PERIOD and start.precision == Precision.DAY
        return dataclasses.replace(start, last=None) if open_end else start
    if is_open_end(str(row.cells["end"])):
        return dataclasses.replace(start, last=None, span=Extent.PERIOD, edtf="") if start.first else start
    return _to(row, start, _read_cell(row, "end", remarks), remarks)


def _to(row: Row, start: Days, end: Days | None, remarks: Remarks) -> Days:
    """`start` up to `end`; an end that is none, or lies before it, leaves the start alone."""
    if end is None or (start.first, start.last) == (end.first, end.last):
        return start
    if start is NO_DAYS:
        return dataclasses.replace(end, first=None, span=Extent.PERIOD, edtf="")
    if start.first and end.last and start.first > end.last:
        said = f"{row.cells['end']!r} lies before the start {row.cells['start']!r}"
        remarks.add(row.make_error("end", said), "the end is left out")
        return start
    return Days(first=start.first, last=end.last, precision=start.precision, span=Extent.PERIOD)


def _read_edtf(row: Row, remarks: Remarks) -> Days | None:
    """What the cell `edtf` says; None where it is not given, or not read."""
    if "edtf" not in row.cells:
        return None
    text = str(row.cells["edtf"])
    read = parse_edtf(text)
    if read is None:
        said = row.make_error("edtf", f"{row.cells['edtf']!r} is not EDTF; give for example 2025-04 or 2022/..")
        remarks.add(said, "start and end are used instead" if "start" in row.cells else "the event is kept undated")
        return None if "start" in row.cells else NO_DAYS
    days = Days(first=read[0], last=read[1], precision=read[2], span=read[3], edtf=text)
    for column, said_day in (("start", days.first), ("end", days.last)):
        cell = _read_cell(row, column, remarks) if column in row.cells else None
        if cell is not None and said_day not in (cell.first, cell.last):
            error = row.make_error(column, f"{row.cells[column]!r} contradicts edtf {text!r}; mend either")
            remarks.add(error, "edtf is used")
    return days


def _read_cell(row: Row, field: str, remarks: Remarks) -> Days | None:
    """What a cell says, `NO_DAYS` where it is empty; None where it is no date, which is told."""
    if field not in row.cells:
        return NO_DAYS
    value = row.cells[field]
    value = without_links(value) if isinstance(value, str) and "](" in value else value
    done = "the event is kept undated" if field == "start" else "it is left out"
    if isinstance(value, str) and names_no_date(value):
        remarks.add(row.make_error(field, f"{value!r} names no date"), done)
        return None
    try:
        days = read_days(_expand_years(value) if not row.is_as_it_is else value, order=row.order)
    except DateError as error:
        remarks.add(row.make_error(field, str(error)), done)
        return None
    if _TELLING.search(days.reading):
        remarks.add(f"row {row.number}, column {row.headers.names.get(field, field)!r}: {days.reading}")
    return days


def _expand_years(value: Any) -> Any:
    """`value`, or the two years that it abbreviates the second of."""
    found = _SHORT_YEARS.fullmatch(value.strip()) if isinstance(value, str) else None
    if found and int(found[2]) > 12 and int(found[1]) % 100 < int(found[2]):
        return f"{found[1]}/{found[1][:2]}{found[2]}"
    return value


def _names(value: object) -> list[str]:
    """The names in a cell: a list, one written as Python or JSON has it, or names parted by semicolons."""
    if isinstance(value, str):
        value = _split_list(value) or value.split(";")
    return list(dict.fromkeys(name for part in value if (name := str(part).strip())))  # type: ignore[attr-defined]


def _split_list(text: str) -> list[str]:
    """The parts of a list that a program wrote as text; none where `text` is no such list."""
    if not re.fullmatch(r"\s*\[.{0,5000}\]\s*", text, re.DOTALL):
        return []
    try:
        found = ast.literal_eval(text.strip())
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return []
    return [str(part) for part in found if isinstance(part, str | int | float)] if isinstance(found, list) else []


def _make_actors(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    counts = Counter(name for row in rows for name in row["actors"])
    return [
        {"name": name, "kind": "other", "aliases": [], "events": count}
        for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]
