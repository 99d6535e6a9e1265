"""The first sheet of a workbook: the chronology as people read it, wrapped, and printed on A4 across."""

from collections.abc import Sequence
from typing import Any, Final

from timeline.formats.cells import defuse
from timeline.formats.sources import Citation, list_links, read_citations
from timeline.table import EventRow, Timeline, list_events
from timeline.vocabulary import Review
from timeline.web import is_address
from timeline.wording import describe_date

__all__ = ["SHEET", "write_chronology"]

SHEET: Final = "Chronology"
_COLUMNS: Final = {"Date": 20, "Event": 44, "Actors": 24, "Quote": 58, "Source": 26, "Link": 26, "Checked": 9}
"""What it says, and how wide in characters; together as wide as A4 across at the scale that `fit_to_pages` picks."""

_A4: Final = 9
_CELL: Final = 32_767
_LINK: Final = list(_COLUMNS).index("Link")
_LONGEST_LINK: Final = 2_079
_MOST_LINKS: Final = 65_530
"""What Excel takes for an address, and as how many of a sheet; a cell with several addresses is text."""

_QUOTES: Final = 3
"""More mentions of one event are counted; the sheet of mentions has them all."""


def write_chronology(book: Any, timeline: Timeline) -> None:
    """Add the sheet to `book`, a workbook of xlsxwriter: a row an event, its dating quote first."""
    sheet = book.add_worksheet(SHEET)
    styles = {"text_wrap": True, "valign": "top", "bottom": 4, "bottom_color": "#B8BEC6"}
    plain, quoted = book.add_format(styles), book.add_format(styles | {"quote_prefix": True})
    linked = book.add_format(styles | {"font_color": "#1F5FA8", "underline": 1})
    head = book.add_format({"bold": True, "bg_color": "#EEF0F3", "bottom": 1, "valign": "top"})
    for place, (name, width) in enumerate(_COLUMNS.items()):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, name, head)
    citations = read_citations(timeline)
    for number, row in enumerate(list_events(timeline.events), start=1):
        for place, text in enumerate(_list_cells(row, citations.get(row["event_id"], ()))):
            if place == _LINK and number <= _MOST_LINKS and _is_link(text):
                sheet.write_url(number, place, text, linked, text)
            else:
                sheet.write_string(number, place, text[:_CELL], plain if defuse(text) == text else quoted)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(timeline.events), len(_COLUMNS) - 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.5)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&L&A&R&P / &N")


def _is_link(text: str) -> bool:
    """Whether a cell holds one address that Excel takes for one."""
    return is_address(text) and len(text) <= _LONGEST_LINK and len(text.split()) == 1


def _list_cells(row: EventRow, citations: Sequence[Citation]) -> tuple[str, ...]:
    """The texts of one event's row."""
    ordered = sorted(citations, key=lambda citation: citation.dated is None)[:_QUOTES]
    quotes = [f"{citation.quoted} [{citation.source.number}]" for citation in ordered if citation.quote]
    more = [f"and {len(citations) - _QUOTES} more"] if len(citations) > _QUOTES else []
    sources = [f"[{t.source.number}] {t.source.publisher or t.source.title or t.source.line}" for t in ordered]
    checked = "yes" if row["review"] in {Review.ACCEPTED, Review.EDITED} else ""
    return (
        describe_date(row), row["title"], ", ".join(row["actors"]), "\n".join([*quotes, *more]),
        "\n".join(dict.fromkeys(sources)), "\n".join(list_links(ordered)), checked,
    )  # fmt: skip
