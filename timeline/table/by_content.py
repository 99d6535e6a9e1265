"""What the columns of a table hold, where their names do not say it: addresses, dates, titles."""

import dataclasses
import re
from collections.abc import Sequence
from typing import Any

import pandas as pd

from timeline.dates.typed import names_no_date, read_days
from timeline.errors import DateError
from timeline.table.headers import Headers
from timeline.table.own_columns import is_count
from timeline.table.row import is_missing

__all__ = ["complete_headers", "is_date"]

SAMPLE = 50  # rows that are looked at to tell what a column holds
SHORTEST_TITLE = 8  # characters in the mean: what is shorter are numbers and codes

_PICTURES = re.compile(r"image|img|photo|picture|thumb|icon|video|background|avatar|logo", re.IGNORECASE)
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|bmp|tiff?|ico|avif|mp[34]|mov|webm)\s*(?:[?#].*)?\Z", re.IGNORECASE)
_NUMBER = re.compile(r"\s*\d{5}(?:\.\d+)?\s*")
_ADDRESS = re.compile(r"\s*(?:\[[^\]]*\]\()?(?:https?://|www\.)\S+", re.IGNORECASE)


def complete_headers(frame: pd.DataFrame, headers: Headers) -> Headers:
    """`headers` with what is in the columns: those of addresses, and of titles or dates where no name says them.

    Examples
    --------
    >>> from timeline.table.headers import read_headers
    >>> frame = pd.DataFrame({"Tag": ["3 May 2024"], "Vorgang": ["The docks are sold"], "Archiv": ["www.g.example"]})
    >>> headers = complete_headers(frame, read_headers(list(frame)))
    >>> headers.names, headers.links, headers.unused
    ({'start': 'Tag', 'title': 'Vorgang'}, ('Archiv',), ())
    """
    headers = _with_sources(frame, headers)
    cells = {name: [c for c in frame[name].tolist()[:SAMPLE] if not is_missing(c)] for name in headers.unused}
    found = tuple(
        name for name, column in cells.items() if _holds_for_most(column, _is_address) and not _shows(name, column)
    )
    free = {name: column for name, column in cells.items() if name not in found}
    names = dict(headers.names)
    if "start" not in names and "edtf" not in names and (dated := _find_date_column(free)):
        names["start"] = dated
        free.pop(dated)
    if "title" not in names and {"start", "edtf"} & names.keys() and (told := _find_text_column(free)):
        names["title"] = told
        free.pop(told)
    return dataclasses.replace(headers, names=names, links=(*headers.links, *found), unused=tuple(free))


def _with_sources(frame: pd.DataFrame, headers: Headers) -> Headers:
    """`headers`, where a column Sources that names sources instead of counting them is one of links."""
    name = headers.names.get("sources")
    cells = [] if name is None else [c for c in frame[name].tolist() if not is_missing(c)]
    if name is None or not cells or sum(map(is_count, cells)) * 2 >= len(cells):
        return headers
    names = {field: column for field, column in headers.names.items() if field != "sources"}
    return dataclasses.replace(headers, names=names, links=(*headers.links, name))


def _shows(name: str, cells: Sequence[Any]) -> bool:
    """Whether a column of addresses is one of pictures; what TimelineJS calls media is as often the article itself."""
    return bool(_PICTURES.search(name)) or _holds_for_most(cells, lambda cell: bool(_PICTURE.search(str(cell))))


def _is_address(cell: Any) -> bool:
    return bool(_ADDRESS.match(str(cell)))


def _holds_for_most(cells: Sequence[Any], holds: Any) -> bool:
    """Whether two in three of the filled cells of a column hold."""
    return bool(cells) and sum(map(holds, cells)) * 3 >= len(cells) * 2


def _find_date_column(columns: dict[str, list[Any]]) -> str:
    """The first column of dates, "" where there is none."""
    return next((name for name, cells in columns.items() if _holds_for_most(cells, is_date)), "")


def _find_text_column(columns: dict[str, list[Any]]) -> str:
    """The column with the longest texts, "" where none has texts."""
    means = {name: sum(len(str(c)) for c in cells) / len(cells) for name, cells in columns.items() if cells}
    longest = max(means, key=means.__getitem__, default="")
    return (
        longest
        if longest and means[longest] >= SHORTEST_TITLE and not _holds_for_most(columns[longest], is_date)
        else ""
    )


def is_date(cell: object) -> bool:
    """Whether a cell holds a date, be it one that can be read both ways; a bare number of five figures is none."""
    if names_no_date(str(cell)) or _NUMBER.fullmatch(str(cell)):
        return False
    try:
        read_days(cell)
    except DateError as error:
        return "can be" in str(error)
    return True
