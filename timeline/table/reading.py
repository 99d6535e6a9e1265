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

from timeline.dates import find_dates, parse_edtf, to_edtf
from timeline.errors import DateError, TableError
from timeline.table.columns import ACTORS, DOCUMENTS, EVENTS, MENTIONS, PROBLEMS
from timeline.table.timeline import Timeline, to_frame
from timeline.table.validate import validate

__all__ = ["Days", "from_frame", "read_days"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """What one date that someone typed says.

    Attributes
    ----------
    first, last, precision, span
        As in the columns `start`, `end`, `precision` and `span` of the events table.
    edtf
        The EDTF form where that is what was typed, else ``""``.
    reading
        One plain sentence on how words were read, ``""`` where nothing had to be read into them.
    """

    first: dt.date | None
    last: dt.date | None
    precision: str
    span: str = "point"
    edtf: str = ""
    reading: str = ""


_NOTHING = Days(first=None, last=None, precision="undated")
_ACCEPTED = "a day (2025-07-14), a month (2025-04, April 2025), a year (2025) or EDTF (2022/..)"


def from_frame(frame: pd.DataFrame, title: str = "") -> Timeline:
    """A timeline of the events in `frame`, one row an event.

    Parameters
    ----------
    frame
        Columns `title` and `start`, and any other of the events table. `start` and `end` hold days, or text that the
        date reader understands without an anchor. An event with two different ends is a period unless `span`,
        `precision` or `edtf` says otherwise; one without `end` lies within what `start` says. `actors` holds lists,
        or names separated by ``;``.
    title
        The briefing's title.

    Returns
    -------
    Timeline
        Without mentions and documents. Columns that no event has a place for are named in `problems`.

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
    names = {str(column).strip().casefold(): column for column in frame.columns}
    for needed in ("title", "start"):
        if needed not in names and not (needed == "start" and "edtf" in names):
            found = ", ".join(map(str, frame.columns)) or "none"
            raise TableError(f"the table has no column {needed!r}; it needs 'title' and 'start', and has: {found}")
    table = frame.rename(columns={column: name for name, column in names.items()})
    seen: Counter[str] = Counter()
    rows = [_event(row, cells, seen) for row, cells in _rows(table)]
    rows.sort(key=lambda r: (r["start"] or dt.date.max, r["end"] or dt.date.max, r["event_id"]))
    unused = [str(names[name]) for name in names if name not in EVENTS]
    timeline = Timeline(
        events=to_frame(rows, EVENTS),
        mentions=to_frame([], MENTIONS),
        documents=to_frame([], DOCUMENTS),
        actors=to_frame(_actors(rows), ACTORS),
        problems=to_frame(
            (
                {"document": "", "stage": "table", "message": f"column {c!r} has no place here and is left out"}
                for c in unused
            ),
            PROBLEMS,
        ),
        title=title,
    )
    validate(timeline)
    return timeline


def _rows(table: pd.DataFrame) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each row with its number from 1, missing cells left out."""
    for number, record in enumerate(table.to_dict("records"), start=1):
        yield number, {str(k): v for k, v in record.items() if not _missing(v)}


def _missing(value: object) -> bool:
    if isinstance(value, str):
        return not value.strip()
    return value is None or value is pd.NaT or value is pd.NA or (isinstance(value, float) and value != value)  # noqa: PLR0124  NaN


def _event(row: int, cells: Mapping[str, Any], seen: Counter[str]) -> dict[str, Any]:
    if "title" not in cells:
        raise TableError(f"row {row}, column 'title': it is empty; every event needs a title")
    days = _days(row, cells)
    span = str(cells.get("span", days.span))
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
        "date_basis": str(cells.get("date_basis", "manual" if days.precision != "undated" else "none")),
        "status": str(cells.get("status", "happened")),
        "kind": str(cells.get("kind", "other")),
        "actors": _names(cells.get("actors", ())),
        "sources": _number(row, cells, "sources", 0),
        "mentions": _number(row, cells, "mentions", 0),
        "importance": _share(row, cells),
        "review": str(cells.get("review", "new")),
    }


def _days(row: int, cells: Mapping[str, Any]) -> Days:
    """First and last day of a row, from `edtf` where it is given, else from `start` and `end`."""
    if "edtf" in cells:
        read = parse_edtf(str(cells["edtf"]))
        if read is None:
            raise TableError(
                f"row {row}, column 'edtf': {cells['edtf']!r} is not EDTF; give for example 2025-04 or 2022/.."
            )
        days = Days(first=read[0], last=read[1], precision=read[2], span=read[3])
        _same_days(row, cells, days)
        return days
    start = _cell(row, "start", cells.get("start"))
    if "end" not in cells:
        open_end = "end" in cells or (cells.get("span") == "period" and start.precision == "day")
        return dataclasses.replace(start, last=None) if open_end else start
    end = _cell(row, "end", cells["end"])
    if start is _NOTHING:
        return dataclasses.replace(end, first=None, span="period")
    if (start.first, start.last) == (end.first, end.last):
        return start
    if start.first and end.last and start.first > end.last:
        raise TableError(f"row {row}, column 'end': {cells['end']!r} lies before the start {cells['start']!r}")
    return Days(first=start.first, last=end.last, precision=start.precision, span="period")


def _same_days(row: int, cells: Mapping[str, Any], days: Days) -> None:
    """Refuse a row whose `start` or `end` contradicts its `edtf`."""
    for column, said in (("start", days.first), ("end", days.last)):
        if column not in cells:
            continue
        cell = _cell(row, column, cells[column])
        if said not in (cell.first, cell.last):
            raise TableError(
                f"row {row}, column {column!r}: {cells[column]!r} contradicts edtf {cells['edtf']!r}; mend either"
            )


def _cell(row: int, column: str, value: object) -> Days:
    """What the cell `value` says, refused with its place where it is no date."""
    if value is None:
        return _NOTHING
    try:
        return read_days(value)
    except DateError as error:
        raise TableError(f"row {row}, column {column!r}: {error}") from error


def read_days(value: object, published: dt.date | None = None) -> Days:
    """What `value` says: a day, a timestamp, EDTF, or words that name exactly one date; with `published` also "today".

    Raises
    ------
    DateError
        For words that name no date, several, or one that needs an anchor they do not have.
    """
    if isinstance(value, dt.date):  # a Timestamp and a datetime are dates, too
        day = dt.date(value.year, value.month, value.day)
        return Days(first=day, last=day, precision="day")
    text = str(value).strip()
    if text.endswith((" 00:00:00", "T00:00:00")):
        text = text[:-9]
    if (read := parse_edtf(text)) is not None:
        return Days(first=read[0], last=read[1], precision=read[2], span=read[3], edtf=text)
    for mention in find_dates(text, published):
        whole = mention.text.strip() == text and not mention.alternatives
        if whole and mention.precision and (mention.first or mention.last):
            return Days(
                first=mention.first,
                last=mention.last,
                precision=mention.precision,
                span=mention.span,
                reading=mention.reading,
            )
    raise DateError(f"{value!r} is not a date that stands for itself; give {_ACCEPTED}")


def _names(value: object) -> list[str]:
    parts = value.split(";") if isinstance(value, str) else list(value)  # type: ignore[call-overload]
    return list(dict.fromkeys(name for part in parts if (name := str(part).strip())))


def _number(row: int, cells: Mapping[str, Any], column: str, default: int) -> int:
    value = cells.get(column, default)
    try:
        number = int(float(value))
    except (TypeError, ValueError):
        number = -1
    if number < 0 or number != float(value):
        raise TableError(f"row {row}, column {column!r}: {value!r} is not a whole number from 0")
    return number


def _share(row: int, cells: Mapping[str, Any]) -> float:
    value = cells.get("importance", 0.5)
    try:
        share = float(value)
    except (TypeError, ValueError):
        share = -1.0
    if not 0 <= share <= 1:
        raise TableError(f"row {row}, column 'importance': {value!r} is not a number from 0 to 1")
    return share


def _actors(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    counts = Counter(name for row in rows for name in row["actors"])
    return [
        {"name": name, "kind": "other", "aliases": [], "events": count}
        for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]
