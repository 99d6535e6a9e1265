"""The first line of a table made elsewhere -> which column holds what; and dates that are spread over several columns.

Letter case, blanks and punctuation in a name do not count. A column is taken for what it is surely called; what is left
over is named, so nothing is dropped in silence.
"""

import calendar
import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from timeline.documents.column_names import describe_columns, strip_name
from timeline.errors import DateError
from timeline.table.columns import EVENTS

__all__ = ["PARTS", "Headers", "compose", "holds_header", "read_headers"]

# The surest name first; those of our own columns are surer still.
_NAMES: dict[str, tuple[str, ...]] = {
    "title": (
        *(
            "headline",
            "event",
            "events",
            "eventtitle",
            "eventname",
            "what",
            "whathappened",
            "happening",
            "subject",
            "name",
            "label",
        ),
        *(
            "summary",
            "description",
            "eventdescription",
            "eventdetails",
            "eventsummary",
            "keyevent",
            "keyevents",
            "occurrence",
            "action",
            "details",
            "detail",
            "item",
            "entry",
            "fact",
            "facts",
            "activity",
            "milestone",
            "incident",
            "development",
            "content",
            "ereignis",
            "ereignisse",
            "geschehen",
            "was",
            "beschreibung",
            "faits",
            "hechos",
            "suceso",
            "fatto",
            "gebeurtenis",
            "wydarzenie",
            "событие",
            "событията",
            "事件",
            "vorfall",
            "titel",
            "evenement",
            "événement",
            "titre",
            "evento",
            "titulo",
            "título",
        ),
    ),
    "start": (
        *(
            "startdate",
            "datestart",
            "startday",
            "starttime",
            "begin",
            "begindate",
            "from",
            "fromdate",
            "datefrom",
            "since",
        ),
        *(
            "date",
            "dates",
            "eventdate",
            "daterange",
            "dateandtime",
            "dateoccurred",
            "occurred",
            "day",
            "when",
            "datetime",
            "timestamp",
            "beginn",
            "von",
            "datum",
            "début",
            "debut",
        ),
        *(
            "inicio",
            "fecha",
            "data",
            "dateofevent",
            "incidentdate",
            "zeitpunkt",
            "zeitraum",
            "wann",
            "tag",
            "quand",
            "cuando",
            "cuándo",
            "quando",
            "дата",
            "日期",
            "日付",
            "years",
            "datelocal",
            "dateutc",
            "year",
            "jahr",
            "année",
            "ano",
            "año",
            "anno",
        ),
        *("time", "period", "timing", "displaydate"),
    ),
    "end": (
        *(
            "enddate",
            "dateend",
            "endday",
            "endtime",
            "endyear",
            "finish",
            "finishdate",
            "to",
            "todate",
            "dateto",
            "until",
            "till",
        ),
        *("through", "ende", "bis", "enddatum", "fin", "fine"),
    ),
    "actors": (
        *("actor", "who", "people", "person", "persons", "persons", "participants", "parties", "party", "entities"),
        *("entity", "organisations", "organizations", "organisation", "organization", "akteure", "acteurs", "akteur"),
    ),
    "kind": ("category", "eventtype", "eventkind", "type"),
}
_LINKS = (
    *("url", "urls", "link", "links", "source", "sources", "sourceurl", "sourcelink", "sourceurls", "href", "weblink"),
    *(
        "reference",
        "references",
        "citation",
        "citations",
        "website",
        "article",
        "articleurl",
        "web",
        "evidence",
        "proof",
    ),
    *("quelle", "quellen", "fuente", "fonte", "publisher", "outlet", "newspaper", "publication"),
)
PARTS = ("year", "month", "day", "endyear", "endmonth", "endday")
"""What TimelineJS calls the columns that a date is spread over."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Headers:
    """The columns of a table by what they hold.

    Attributes
    ----------
    names
        The column that holds each field, as the table calls it; of a date in parts the column of its year.
    parts
        The columns of `PARTS`, where dates are spread over them; else empty.
    links
        The columns that say where an event is told: addresses, or names of papers.
    unused
        The columns that hold nothing an event has a place for.
    """

    names: Mapping[str, str]
    parts: Mapping[str, str]
    unused: tuple[str, ...]
    links: tuple[str, ...] = ()

    @property
    def renamed(self) -> str:
        """What was taken for what, in words; ``""`` where every column has our own name."""
        return describe_columns(self.names)


_LONGEST_NAME = 200  # characters; a longer cell holds a text, which is no name of a column


def read_headers(columns: Sequence[str]) -> Headers:
    """Which of `columns` holds what.

    Examples
    --------
    >>> headers = read_headers(["Year", "Month", "End Year", "Headline", "Media"])
    >>> headers.names, headers.unused
    ({'title': 'Headline', 'start': 'Year', 'end': 'End Year'}, ('Media',))
    """
    known: dict[str, str] = {}
    for column in columns:
        known.setdefault(strip_name(column), column)
    names = {field: known[strip_name(field)] for field in EVENTS if strip_name(field) in known}
    parts = _find_part_columns(known, names)
    links = tuple(dict.fromkeys(known[name] for name in _LINKS if name in known and known[name] not in names.values()))
    free = {plain: column for plain, column in known.items() if plain not in parts and column not in names.values()}
    for field, others in _NAMES.items():
        found = next((free[other] for other in others if other in free and free[other] not in links), "")
        if parts and field in {"start", "end"}:
            found = parts.get("year" if field == "start" else "endyear", "")
        if found and field not in names:
            names[field] = found
            free.pop(strip_name(found), None)
    used = {*names.values(), *parts.values(), *links}
    unused = tuple(column for column in columns if column not in used)
    return Headers(names=names, parts=parts, links=links, unused=unused)


def _find_part_columns(known: Mapping[str, str], names: Mapping[str, str]) -> dict[str, str]:
    """The columns that dates are spread over; none where a column holds whole dates, or the year stands alone."""
    parts = {part: known[part] for part in PARTS if part in known}
    is_whole = "start" in names or "edtf" in names or any(name in known for name in ("date", "startdate", "datestart"))
    return parts if "year" in parts and {"month", "endyear"} & parts.keys() and not is_whole else {}


def holds_header(cells: Sequence[Any]) -> bool:
    """Whether `cells` are the names of the columns of a table of events: one of titles and one of dates among them.

    Examples
    --------
    >>> holds_header(["Date", "Event"]), holds_header(["Chronology of the affair", None])
    (True, False)
    """
    names = [str(cell) for cell in cells if cell is not None]
    found = read_headers([name for name in names if len(name) <= _LONGEST_NAME and name.strip()]).names
    return "title" in found and ("start" in found or "edtf" in found)


def compose(cells: Mapping[str, Any], end: str = "") -> str:
    """The date in the parts year, month and day of `cells` (with `end` ``"end"`` the last day); ``""`` without any.

    Raises
    ------
    DateError
        Where a part is missing before a finer one, or is no such part.

    Examples
    --------
    >>> compose({"year": 2025, "month": "July"}), compose({"endyear": "2025.0", "endmonth": 7, "endday": 4}, "end")
    ('2025-07', '2025-07-04')
    """
    year, month, day = (str(cells.get(end + part, "")).strip().removesuffix(".0") for part in ("year", "month", "day"))
    if not year:
        if month or day:
            raise DateError(f"{month or day!r} stands without a year; give the year, too")
        return ""
    if not year.isdecimal() or not 0 < int(year) < 10_000:
        raise DateError(f"{year!r} is not a year from 1 to 9999")
    if not month:
        if day:
            raise DateError(f"day {day!r} stands without a month; give the month, too")
        return f"{int(year):04}"
    number = _read_month(month)
    if not day:
        return f"{int(year):04}-{number:02}"
    try:
        return dt.date(int(year), number, int(day)).isoformat()
    except ValueError as error:
        raise DateError(
            f"{year}-{number:02} has no day {day!r}; give 1-{calendar.monthrange(int(year), number)[1]}"
        ) from error


def _read_month(words: str) -> int:
    if words.isdecimal() and 0 < int(words) < 13:
        return int(words)
    name = words.casefold().rstrip(".")
    fitting = [n for n in range(1, 13) if len(name) > 2 and _MONTHS[n - 1].startswith(name)]
    if len(fitting) != 1:
        raise DateError(f"{words!r} is not a month; give 1-12 or its name")
    return fitting[0]


_MONTHS = "january february march april may june july august september october november december".split()
