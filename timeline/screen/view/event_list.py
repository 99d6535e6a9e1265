"""The filtered events -> the list a user reads: months with their rows, one page of it.

What goes out is plain data for the page; what it says in words comes from `timeline.screen.words`.
"""

from collections.abc import Collection, Container, Iterable, Mapping
from itertools import groupby
from typing import Any, Final

import pandas as pd

from timeline.layout.words import describe_days
from timeline.screen.words import write_date_under_heading
from timeline.session.certainty import find_doubts
from timeline.table import EventRow, list_events
from timeline.vocabulary import Basis, Precision, Review, Status
from timeline.wording import count_if_any, describe_date, shorten_date, write_heading

__all__ = ["PAGE", "find_page", "list_months", "sort_for_reading", "write_headline"]

PAGE: Final = 400
"""Rows the page holds at once; more of them would make every filter slow."""
_QUOTE: Final = 200
_CHECKED: Final = frozenset(review.value for review in Review if review.kept)
_COARSE: Final = [p.value for p in Precision if p.says_month is False]
_LONG: Final = [p.value for p in Precision if p.says_month is None]


def sort_for_reading(events: pd.DataFrame) -> pd.DataFrame:
    """`events` as the list shows them: by heading, a year without months before its months, undated ones last."""
    first = events["start"].fillna(events["end"])
    year = first.dt.year.fillna(10_000)
    coarse = events["precision"].isin(_COARSE) | (
        events["precision"].isin(_LONG) & ((events["end"] - events["start"]).dt.days > 31)
    )
    month = first.dt.month.fillna(0).where(~coarse, 0)
    keys = pd.DataFrame({"year": year, "month": month}, index=events.index)
    return events.loc[keys.sort_values(["year", "month"], kind="stable").index].reset_index(drop=True)


def find_page(events: pd.DataFrame, asked: int, selected: str) -> int:
    """The page (from 0) to show: the one with the selected event if it is in the list, else the one asked for."""
    places = events.index[events["event_id"] == selected]
    last = max(0, (len(events) - 1) // PAGE)
    return int(places[0]) // PAGE if len(places) else min(max(asked, 0), last)


def list_months(  # noqa: PLR0913  each is something a row is marked with
    events: pd.DataFrame,
    quotes: Mapping[str, str],
    colours: Mapping[str, str],
    *,
    edited: Container[str] = (),
    disputed: Container[str] = (),
    news: Mapping[str, str] | None = None,
    guesses: Container[str] = (),
    added: Container[str] = (),
    heading: str = "",
    folds: Collection[Collection[str]] = (),
) -> list[dict[str, Any]]:
    """The months of `events` (in reading order), each with its heading and rows; an empty list for no events.

    Parameters
    ----------
    events
        Rows of the events table.
    quotes
        The first quote of each event, by its id.
    colours
        The colour of each actor that has one.
    edited, disputed
        The ids of events that a user changed, and of those that two users want otherwise.
    news
        What is new of an event, by its id.
    guesses
        The ids of events whose date rests on a publication date that is a guess.
    added
        The ids of events that a user added.
    folds
        Ids of events of which the first is shown and the others open by a click on it (`timeline.table.find_folds`).
    heading
        One heading for all, where they are not in the order of time; then each row has its whole date and its doubts.
    """

    def row(event: EventRow) -> dict[str, Any]:
        id_ = event["event_id"]
        marks = [
            *_list_marks(event, edited=_describe_edited(id_, edited, added)),
            *([] if not heading else [doubt for _, doubt in find_doubts(event, guesses) if "date" not in doubt]),
            *(["edited twice"] if id_ in disputed else []),
        ]
        marks += [news[id_]] if news and id_ in news else []
        made = _make_row(event, quotes, colours, marks) | {"doubt": _describe_doubt(event, is_guess=id_ in guesses)}
        return made | ({"when": shorten_date(event)} if heading else {})

    if heading:
        return [{"heading": heading, "rows": [row(event) for event in list_events(events)]}]
    return [
        {"heading": heading, "rows": _fold([row(event) for event in group], folds)}
        for heading, group in groupby(list_events(events), key=write_heading)
    ]


def _fold(rows: list[dict[str, Any]], folds: Collection[Collection[str]]) -> list[dict[str, Any]]:
    """`rows` with what is folded behind the first of its fold that is among them, which says how many there are."""
    by_id = {row["id"]: row for row in rows}
    under: dict[str, list[dict[str, Any]]] = {}
    for fold in folds:
        listed = [by_id[id_] for id_ in fold if id_ in by_id]
        if len(listed) > 1:
            first, *others = listed
            under[first["id"]] = [row | {"under": first["id"]} for row in others]
            first["folded"] = f"also told, day assumed: {len(others)}"
    hidden = {row["id"] for rows_under in under.values() for row in rows_under}
    return [each for row in rows if row["id"] not in hidden for each in (row, *under.get(row["id"], ()))]


def _make_row(
    event: EventRow, quotes: Mapping[str, str], colours: Mapping[str, str], marks: list[str]
) -> dict[str, Any]:
    quote = " ".join(quotes.get(event["event_id"], "").split())
    return {
        "id": event["event_id"],
        "when": write_date_under_heading(event),
        "when_full": describe_date(event),
        "title": event["title"],
        "actors": [[name, colours.get(name, "")] for name in event["actors"]],
        "quote": quote if len(quote) <= _QUOTE else f"{quote[:_QUOTE].rstrip()}…",
        "sources": count_if_any(event["sources"], "source"),
        "marks": marks,
        "tags": event["tags"],
        "checked": event["review"] in _CHECKED,
        "folded": "",
        "under": "",
    }


def _describe_edited(id_: str, edited: Container[str], added: Container[str]) -> str:
    return "added" if id_ in added else "edited" if id_ in edited else ""


def _describe_doubt(event: EventRow, *, is_guess: bool) -> tuple[str, str]:
    """What speaks against the date, in a word under it, and in full; twice ``""`` where nothing does."""
    if event["date_basis"] == Basis.PUBLISHED:
        return "assumed", "The text gives no date: the publication date is assumed"
    return ("≈ guess", "Counted from a publication date that is a guess") if is_guess else ("", "")


def _list_marks(event: EventRow, *, edited: str) -> Iterable[str]:
    """What a user must know before trusting the row."""
    if event["status"] != Status.HAPPENED:
        yield Status(event["status"]).words
    if event["review"] in {Review.ACCEPTED, Review.HIDDEN}:
        yield event["review"]
    if edited or event["review"] == Review.EDITED:
        yield edited or "edited"
    if event["comment"]:
        yield "comment"


def write_headline(events: pd.DataFrame) -> str:
    """How many events there are, from when to when.

    Examples
    --------
    >>> from timeline.table import EVENTS, to_frame
    >>> write_headline(to_frame([], EVENTS))
    'no events'
    >>> days = pd.to_datetime(["2025-07-03", "2025-08-11"]), pd.to_datetime(["2025-08-13", "2025-08-12"])
    >>> write_headline(pd.DataFrame({"start": days[0], "end": days[1], "precision": "day", "span": "period"}))
    '2 events · 3 July to 13 August 2025'
    """
    parts = count_if_any(len(events), "event") or "no events", "" if events.empty else describe_days(events)
    return " · ".join(filter(None, parts))
