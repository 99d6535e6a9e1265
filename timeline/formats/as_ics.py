"""The timeline as a calendar (iCalendar, RFC 5545): all-day events; an imprecise date is a span with a note.

Undated events have no place in a calendar; the calendar's description says how many were left out. And back.
"""

import datetime as dt
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

import icalendar
import pandas as pd

from timeline.errors import TableError
from timeline.formats.sources import Citation, find_latest_publication, list_links, read_citations, read_remarks
from timeline.layout.words import name_timeline
from timeline.table import EventRow, Timeline, from_frame, list_events
from timeline.table.links import find_addresses
from timeline.vocabulary import Extent, Status
from timeline.wording import describe_date

__all__ = ["read", "write"]

_OCTETS = 75  # of a line, RFC 5545 section 3.1
_LAST = dt.date.max - dt.timedelta(days=1)  # DTEND is the day after the last


def write(timeline: Timeline) -> bytes:
    """A calendar of the dated events of `timeline`; free time, since nobody has to be anywhere."""
    citations, remarks = read_citations(timeline), read_remarks(timeline)
    stamp = f"{_write_day(find_latest_publication(timeline) or dt.date(1970, 1, 1))}T000000Z"  # not the clock's
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Briefing Timeline//EN", "CALSCALE:GREGORIAN"]
    lines += [f"X-WR-CALNAME:{_write_text(name_timeline(timeline))}", *_list_left_out(timeline.events)]
    for row in list_events(timeline.events):
        if (first := row["start"] or row["end"]) and (last := row["end"] or row["start"]):
            lines += _write_event(
                row, (first, last), citations.get(row["event_id"], []), remarks[row["event_id"]], stamp
            )
    return "".join(f"{_fold(line)}\r\n" for line in [*lines, "END:VCALENDAR"]).encode()


def read(data: bytes, *, strict: bool = False) -> Timeline:
    """The events of a calendar: summary, first and last day, categories as actors, addresses as sources.

    An event that recurs is read once, on its first day, and that is said.

    Raises
    ------
    TableError
        If it is no calendar, or holds no event.
    """
    try:
        calendar = icalendar.Calendar.from_ical(data)
        rows, remarks = _read_rows(calendar)
    except (ValueError, IndexError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise TableError(f"no calendar that can be read ({str(error)[:80]}); save it as .ics or .csv anew") from error
    if not rows:
        raise TableError("no event in this calendar; export one with events as .ics")
    title = str(calendar.get("X-WR-CALNAME", "") or calendar.get("NAME", ""))
    frame = pd.DataFrame(rows, columns=["title", "start", "end", "actors", "links"], dtype="object")
    return from_frame(frame, title, strict=strict, clean=True, remarks=remarks)


def _read_rows(calendar: icalendar.Component) -> tuple[list[dict[str, Any]], list[str]]:
    """The cells of each event, and what is said of those that recur."""
    rows, remarks = [], []
    for event in calendar.walk("VEVENT"):
        start, end = (event.get(name) and event.get(name).dt for name in ("DTSTART", "DTEND"))
        whole = isinstance(end, dt.date) and not isinstance(end, dt.datetime)
        title = str(event.get("SUMMARY", ""))
        rows.append(
            {
                "title": title,
                "start": _read_moment(start),
                "end": _read_moment(end - dt.timedelta(days=1) if whole and start and end > start else end),
                "actors": _list_categories(event),
                "links": find_addresses(f"{event.get('URL', '')}\n{event.get('DESCRIPTION', '')}"),
            }
        )
        if "RRULE" in event or "RDATE" in event:
            remarks.append(f"{title!r} recurs; it is read once, on its first day")
    return rows, remarks


def _read_moment(moment: dt.date | dt.datetime | None) -> dt.date | None:
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _list_categories(event: icalendar.Component) -> list[str]:
    """The categories of an event, however often the line is there."""
    found = event.get("CATEGORIES", [])
    return [str(name) for part in (found if isinstance(found, list) else [found]) for name in part.cats]


def _list_left_out(events: pd.DataFrame) -> list[str]:
    undated = int((events["start"].isna() & events["end"].isna()).sum())
    return [f"X-WR-CALDESC:{undated} undated events left out"] if undated else []


def _write_event(
    event: EventRow, days: tuple[dt.date, dt.date], citations: Sequence[Citation], remark: str, stamp: str
) -> Iterator[str]:
    first, last = days
    yield from ("BEGIN:VEVENT", f"UID:{_write_text(event['event_id'])}@briefing-timeline", f"DTSTAMP:{stamp}")
    yield f"DTSTART;VALUE=DATE:{_write_day(first)}"
    yield f"DTEND;VALUE=DATE:{_write_day(min(last, _LAST) + dt.timedelta(days=1))}"
    yield f"SUMMARY:{_write_text(event['title'])}"
    yield f"DESCRIPTION:{_write_text(_write_description(event, citations, remark))}"
    if links := list_links(citations):
        yield f"URL:{_write_text(links[0])}"  # the one it may have; all of them stand in the description
    if event["actors"]:
        yield f"CATEGORIES:{','.join(map(_write_text, event['actors']))}"
    yield f"STATUS:{'CONFIRMED' if Status(event['status']).settled else 'TENTATIVE'}"
    yield from ("TRANSP:TRANSPARENT", "END:VEVENT")


def _write_description(event: EventRow, citations: Sequence[Citation], remark: str) -> str:
    notes = [f"Date: {describe_date(event)}"]
    if event["span"] == Extent.POINT and event["start"] != event["end"]:
        notes.append("The date is not exact: the event lies somewhere within these days.")
    if remark:
        notes.append(f"{remark.capitalize()}.")
    if event["status"] != Status.HAPPENED:
        notes.append(f"Status: {event['status']}")
    return "\n".join([*notes, *map(_cite, citations)])


def _cite(citation: Citation) -> str:
    return " ".join(filter(None, (citation.quoted, citation.source.line, citation.source.link)))


def _write_day(day: dt.date) -> str:
    return day.isoformat().replace("-", "")


def _write_text(text: str) -> str:
    """A TEXT value: control characters replaced, the four special characters escaped."""
    lines = "\n".join(text.splitlines())
    plain = "".join(c if c in "\n\t" or unicodedata.category(c) != "Cc" else "\ufffd" for c in lines)
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _fold(line: str) -> str:
    """`line` in pieces of at most 75 octets, no character cut in two, each piece but the first after a space."""
    pieces, piece, length = [], "", 0
    for character in line:
        octets = len(character.encode())
        if length + octets > _OCTETS:
            pieces.append(piece)
            piece, length = " ", 1
        piece, length = piece + character, length + octets
    return "\r\n".join([*pieces, piece])
