"""The sheet “Who says what” of a workbook: events as rows, sources as columns, what differs on amber with its words."""

from typing import Any, Final

from timeline.formats.cells import defuse
from timeline.formats.who_says import Grid, Voice, read_grid
from timeline.table import Timeline
from timeline.wording import describe_date, name_source, write_day

__all__ = ["SHEET", "write_voices"]

SHEET: Final = "Who says what"
_HEADS: Final = {"Date": 20, "Event": 44, "Sources": 9}
"""The first columns, and how wide in characters."""

_SOURCE: Final = 22
_MOST: Final = 200
"""Columns of sources, those that tell most: a sheet has room for 16,384, and nobody reads so many."""

_A4: Final = 9
_CELL: Final = 32_767
_AMBER: Final = "#FFE3B3"


def write_voices(book: Any, timeline: Timeline) -> None:
    """Add the sheet to `book`, a workbook of xlsxwriter; none where no document tells anything."""
    grid = read_grid(timeline, timeline.events)
    if not grid.sources:
        return
    sheet = book.add_worksheet(SHEET)
    look = {"text_wrap": True, "valign": "top", "bottom": 4, "bottom_color": "#B8BEC6"}
    styles = {
        (differs, quoted): book.add_format(
            look | ({"bg_color": _AMBER} if differs else {}) | ({"quote_prefix": True} if quoted else {})
        )
        for differs in (False, True)
        for quoted in (False, True)
    }
    head = book.add_format({"bold": True, "bg_color": "#EEF0F3", "bottom": 1, "valign": "top", "text_wrap": True})
    for place, (text, width) in enumerate(_list_heads(grid)):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, text[:_CELL], head)
    for number, cells in enumerate(_list_lines(grid), start=1):
        for place, (text, differs) in enumerate(cells):
            sheet.write_string(number, place, text[:_CELL], styles[differs, defuse(text) != text])
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, len(grid.rows), len(_HEADS) - 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    summary = f"{grid.summary[:1].upper()}{grid.summary[1:]}"
    sheet.set_footer(f"&L{summary.replace('&', '&&')}&R&P / &N")


def _list_heads(grid: Grid) -> list[tuple[str, int]]:
    named = [name_source(source) for source in grid.sources[:_MOST]]
    days = [write_day(source["published"]) if source["published"] else "" for source in grid.sources[:_MOST]]
    sources = [("\n".join(filter(None, pair)), _SOURCE) for pair in zip(named, days, strict=True)]
    return [*_HEADS.items(), *sources]


def _list_lines(grid: Grid) -> list[list[tuple[str, bool]]]:
    """The texts of each row, and whether what it says differs from what others say."""
    return [
        [
            (describe_date(row.event), False),
            (row.event["title"], False),
            (str(row.event["sources"]), False),
            *(_write_cell(row.voices.get(source["document_id"])) for source in grid.sources[:_MOST]),
        ]
        for row in grid.rows
    ]


def _write_cell(voice: Voice | None) -> tuple[str, bool]:
    """A source that is silent has an empty cell; one that differs is quoted, with the sentence it differs from."""
    if voice is None:
        return "", False
    if not voice.agreement.differs:
        return voice.words, False
    other = f"\nelsewhere: “{voice.against['quote']}”" if voice.against else ""
    return f"{voice.words}\n“{voice.said['quote']}”{other}", True
