"""A table made by hand, or saved earlier -> `Timeline`.

Only `title` and `start` are asked for. Whatever cannot be read is refused with its row, column and value; nothing is
shifted, guessed or dropped in silence.
"""

import dataclasses
import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from timeline.dates import parse_edtf, to_edtf
from timeline.errors import DateError, TableError
from timeline.table.columns import ACTORS, DOCUMENTS, EVENTS, MENTIONS, PROBLEMS
from timeline.table.days import NO_DAYS, Days, order_of_figures, read_days
from timeline.table.headers import Headers, compose, read_headers
from timeline.table.timeline import Timeline, to_frame
from timeline.table.validate import validate
from timeline.vocabulary import Basis, Extent, Kind, Precision, Review, Status

__all__ = ["from_frame"]

_TITLE_SLIDE, _ERA = "title", "era"  # what TimelineJS writes in the column Type


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A row of the table: its number from 1, its cells by field, the columns they stand in, the order of figures."""

    number: int
    cells: Mapping[str, Any]
    headers: Headers
    order: str | None = None

    def refusal(self, field: str, message: str) -> TableError:
        """The error that names the cell of `field`."""
        return TableError(f"row {self.number}, column {self.headers.names.get(field, field)!r}: {message}")


def from_frame(frame: pd.DataFrame, title: str = "") -> Timeline:
    """A timeline of the events in `frame`, one row an event.

    Parameters
    ----------
    frame
        Columns `title` and `start`, and any other of the events table, or what such columns are usually called: those
        of TimelineJS (Year, Month, Day, Headline), Event, Date, Who. `start` and `end` hold days, or text that the date
        reader understands without an anchor; where the figures of one date show whether day or month comes first, all
        are read so. An event with two different ends is a period unless `span`,
        `precision` or `edtf` says otherwise; one without `end` lies within what `start` says. `actors` holds lists,
        or names separated by ``;``.
    title
        The briefing's title.

    Returns
    -------
    Timeline
        Without mentions and documents. What columns were taken for, and those that no event has a place for, stand in
        `problems`.

    Raises
    ------
    TableError
        Names row (counted from 1), column and value of the first cell that does not hold.

    Examples
    --------
    >>> tl = from_frame(pd.DataFrame({"title": ["Ban", "Controls"], "start": ["April 2025", "2022-01-01"],
    ...                               "end": ["", "2022-03-31"]}))
    >>> tl.events[["title", "edtf", "precision", "span"]].values.tolist()
    [['Controls', '2022-01-01/2022-03-31', 'day', 'period'], ['Ban', '2025-04', 'month', 'point']]
    """
    headers = read_headers([str(column) for column in frame.columns])
    for needed in ("title", "start"):
        if needed not in headers.names and not (needed == "start" and "edtf" in headers.names):
            found = ", ".join(map(str, frame.columns)) or "none"
            raise TableError(f"the table has no column {needed!r}; it needs 'title' and 'start', and has: {found}")
    read = list(_rows(frame, headers))
    order = order_of_figures(row.cells.get(field) for row in read for field in ("start", "end"))
    seen: Counter[str] = Counter()
    rows = [_event(dataclasses.replace(row, order=order), seen) for row in read if not _is_title(row)]
    rows.sort(key=lambda r: (r["start"] or dt.date.max, r["end"] or dt.date.max, r["event_id"]))
    titles = [str(row.cells["title"]) for row in read if _is_title(row) and "title" in row.cells]
    timeline = Timeline(
        events=to_frame(rows, EVENTS),
        mentions=to_frame([], MENTIONS),
        documents=to_frame([], DOCUMENTS),
        actors=to_frame(_actors(rows), ACTORS),
        problems=to_frame(
            ({"document": "", "stage": "table", "message": message} for message in _remarks(headers, order)), PROBLEMS
        ),
        title=title or next(iter(titles), ""),
    )
    validate(timeline)
    return timeline


def _remarks(headers: Headers, order: str | None) -> Iterator[str]:
    """What a reader should know of how the table was read."""
    if headers.renamed:
        yield headers.renamed
    if order:
        yield f"dates in figures are read {'day' if order == 'dmy' else 'month'} first, as one of them shows"
    for column in headers.unused:
        yield f"column {column!r} has no place here and is left out"


def _rows(table: pd.DataFrame, headers: Headers) -> Iterator[_Row]:
    """Each row with its number from 1, missing cells left out, dates in parts put together."""
    fields = {
        **{name: field for field, name in headers.names.items()},
        **{n: part for part, n in headers.parts.items()},
    }
    for number, record in enumerate(table.to_dict("records"), start=1):
        cells = {fields[str(k)]: v for k, v in record.items() if str(k) in fields and not _missing(v)}
        row = _Row(number=number, cells=cells, headers=headers)
        yield dataclasses.replace(row, cells={**cells, **dict(_composed(row))}) if headers.parts else row


def _composed(row: _Row) -> Iterator[tuple[str, str]]:
    """`start` and `end` of a row whose dates are in parts."""
    for field, end in (("start", ""), ("end", "end")):
        try:
            date = compose(row.cells, end)
        except DateError as error:
            raise row.refusal(field, str(error)) from error
        if date:
            yield field, date


def _is_title(row: _Row) -> bool:
    """Whether a row of a TimelineJS table is its title slide, which is no event."""
    return bool(row.headers.parts) and str(row.cells.get("kind", "")).strip().casefold() == _TITLE_SLIDE


def _missing(value: object) -> bool:
    if isinstance(value, str):
        return not value.strip()
    return value is None or value is pd.NaT or value is pd.NA or (isinstance(value, float) and value != value)  # noqa: PLR0124  NaN


def _event(row: _Row, seen: Counter[str]) -> dict[str, Any]:
    cells = row.cells
    if "title" not in cells:
        raise row.refusal("title", "it is empty; every event needs a title")
    days = _days(row)
    is_era = bool(row.headers.parts) and str(cells.get("kind", "")).casefold() == _ERA
    span = str(cells.get("span", Extent.PERIOD if is_era else days.span))
    precision = str(cells.get("precision", days.precision))
    title = str(cells["title"])
    edtf = str(cells.get("edtf", "")) or to_edtf(days.first, days.last, precision, span)
    key = f"{title}\n{days.first}\n{days.last}"
    seen[key] += 1
    made = hashlib.sha256(f"{key}\n{seen[key]}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
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
        "kind": Kind.OTHER if is_era else str(cells.get("kind", Kind.OTHER)),
        "agent": str(cells.get("agent", "")),
        "actors": _names(cells.get("actors", ())),
        "sources": _number(row, "sources", 0),
        "mentions": _number(row, "mentions", 0),
        "importance": _share(row),
        "review": str(cells.get("review", Review.NEW)),
        "conflicts": _names(cells.get("conflicts", ())),
    }


def _days(row: _Row) -> Days:
    """First and last day of a row, from `edtf` where it is given, else from `start` and `end`."""
    cells = row.cells
    if "edtf" in cells:
        read = parse_edtf(str(cells["edtf"]))
        if read is None:
            raise row.refusal("edtf", f"{cells['edtf']!r} is not EDTF; give for example 2025-04 or 2022/..")
        days = Days(first=read[0], last=read[1], precision=read[2], span=read[3])
        _same_days(row, days)
        return days
    start = _cell(row, "start")
    if "end" not in cells:
        open_end = cells.get("span") == Extent.PERIOD and start.precision == Precision.DAY
        return dataclasses.replace(start, last=None) if open_end else start
    end = _cell(row, "end")
    if start is NO_DAYS:
        return dataclasses.replace(end, first=None, span=Extent.PERIOD)
    if (start.first, start.last) == (end.first, end.last):
        return start
    if start.first and end.last and start.first > end.last:
        raise row.refusal("end", f"{cells['end']!r} lies before the start {cells['start']!r}")
    return Days(first=start.first, last=end.last, precision=start.precision, span=Extent.PERIOD)


def _same_days(row: _Row, days: Days) -> None:
    """Refuse a row whose `start` or `end` contradicts its `edtf`."""
    for column, said in (("start", days.first), ("end", days.last)):
        if column not in row.cells:
            continue
        cell = _cell(row, column)
        if said not in (cell.first, cell.last):
            value, edtf = row.cells[column], row.cells["edtf"]
            raise row.refusal(column, f"{value!r} contradicts edtf {edtf!r}; mend either")


def _cell(row: _Row, field: str) -> Days:
    """What a cell says, refused with its place where it is no date."""
    if field not in row.cells:
        return NO_DAYS
    try:
        return read_days(row.cells[field], order=row.order)
    except DateError as error:
        raise row.refusal(field, str(error)) from error


def _names(value: object) -> list[str]:
    parts = value.split(";") if isinstance(value, str) else list(value)  # type: ignore[call-overload]
    return list(dict.fromkeys(name for part in parts if (name := str(part).strip())))


def _number(row: _Row, column: str, default: int) -> int:
    value = row.cells.get(column, default)
    try:
        number = int(float(value))
    except (TypeError, ValueError):
        number = -1
    if number < 0 or number != float(value):
        raise row.refusal(column, f"{value!r} is not a whole number from 0")
    return number


def _share(row: _Row) -> float:
    value = row.cells.get("importance", 0.5)
    try:
        share = float(value)
    except (TypeError, ValueError):
        share = -1.0
    if not 0 <= share <= 1:
        raise row.refusal("importance", f"{value!r} is not a number from 0 to 1")
    return share


def _actors(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    counts = Counter(name for row in rows for name in row["actors"])
    return [
        {"name": name, "kind": "other", "aliases": [], "events": count}
        for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]
