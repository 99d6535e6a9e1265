"""What an export will look like: a picture of the chart, the first rows of a table, or the first lines of a text.

Nothing of the file itself is made for it: pictures are drawn by the user's browser, texts from the first few events.
"""

import dataclasses
from typing import Any, Final

import pandas as pd
import streamlit as st

from timeline.errors import FormatError
from timeline.figure import draw
from timeline.formats import FORMATS, Preview, render
from timeline.screen.view.chart import describe_chart
from timeline.screen.view.picture import show_picture
from timeline.screen.words import escape_markdown
from timeline.table import Timeline, list_events
from timeline.wording import describe_date

__all__ = ["explain_missing_browser", "read_template", "show_preview"]

_FEW, _LINES = 8, 24
_PAGE: Final = (1024, 460)
_WIDE: Final = 1280
_DECKS: Final = {
    "events": "A slide each: title, day, the sentence in large type with its date words lit, and who says so.",
    "sources": "A table, events as rows and sources as columns; another day than the others tell stands on amber.",
}


def show_preview(timeline: Timeline, suffix: str, title: str, options: dict[str, Any], name: str) -> None:
    """Show what a file of `timeline` will look like; where only the user's browser can make it, `name` saves it."""
    match FORMATS[suffix].preview:
        case Preview.SLIDE if options.get("show", "chart") != "chart":
            _show_rows(_make_chronology(timeline.events.head(_FEW)), len(timeline.events))
            st.caption(escape_markdown(_DECKS[options["show"]]))
        case Preview.SLIDE:
            save = name if FORMATS[suffix].dots and not _has_chrome() else ""
            show_picture(
                _make_slide(timeline, title, options), describe_chart(timeline.events), save=save, suffix=suffix
            )
            _show_remark(suffix, len(timeline.events), options)
        case Preview.PAGE:
            page = draw(timeline, options["view"], *_PAGE).to_dict()
            show_picture(page, describe_chart(timeline.events))
            st.caption("The page has this chart, filters, and the list with every quote; it needs no network.")
        case Preview.TEXT:
            st.code(_read_first_lines(timeline, suffix, options), language=None)
        case Preview.TABLE:
            _show_rows(timeline.events.head(_FEW), len(timeline.events))
        case Preview.CHRONOLOGY:
            _show_rows(_make_chronology(timeline.events.head(_FEW)), len(timeline.events))


def _make_slide(timeline: Timeline, title: str, options: dict[str, Any]) -> dict[str, Any]:
    """The slide figure that these options lead to; a template's has the template's proportions."""
    width, height = options.get("width", _WIDE), options.get("height", 720)
    if "template" in options:
        width, height = read_template(options["template"]).size
    elif options.get("size") == "4:3":
        width = 960
    kept = {name: options[name] for name in ("source", "window") if name in options}
    figure = draw(timeline, options["view"], width, height, purpose="slide", title=title, **kept)
    return dict(figure.to_dict())


def _show_remark(suffix: str, count: int, options: dict[str, Any]) -> None:
    if "template" in options:
        st.caption("Title, fonts and colours will be the template's.")
    elif not FORMATS[suffix].is_picture:
        st.caption(
            "Native shapes to edit. What has no label here is on slides of its own; the quotes are in the notes."
        )
    elif FORMATS[suffix].dots > 1:
        st.caption(f"{count:,} events; twice as many dots each way as the size says.")


def _read_first_lines(timeline: Timeline, suffix: str, options: dict[str, Any]) -> str:
    few = timeline.only(timeline.events["event_id"].head(_FEW))
    lines = render(few, suffix, scope="all", **options).decode().splitlines()
    return "\n".join(lines[:_LINES] + (["…"] if len(lines) > _LINES else []))


def _make_chronology(events: pd.DataFrame) -> pd.DataFrame:
    """The first columns of the chronology of `events`."""
    rows = list_events(events)
    days, actors = [describe_date(row) for row in rows], [", ".join(row["actors"]) for row in rows]
    return pd.DataFrame({"Date": days, "Event": events["title"].tolist(), "Actors": actors})


def _show_rows(few: pd.DataFrame, count: int) -> None:
    """The first rows as the file will have them."""
    st.dataframe(few, hide_index=True)
    st.caption(f"The first {len(few)} of {count:,} rows." if count > len(few) else f"All {count:,} rows.")


def explain_missing_browser(suffix: str) -> str:
    """Why the server cannot make this picture, and what to do; ``""`` where it can."""
    if _has_chrome():
        return ""
    if FORMATS[suffix].dots:
        return "There is no Chrome where this program runs, so your own browser makes the picture: the button above."
    return (
        f"A {suffix} needs Chrome or Chromium where this program runs, and there is none. Install one "
        "(Debian: apt install chromium), or take .png, .svg, .html or .pptx, which need none."
    )


def _has_chrome() -> bool:
    from timeline.formats.picture import find_chrome  # noqa: PLC0415  kaleido is slow to import, and few take pictures

    return find_chrome() is not None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class TemplateFacts:
    """Width and height of a template's slides in pixels, made 1,280 wide, and what of it is in no deck, in words."""

    size: tuple[int, int]
    left_out: tuple[str, ...]


@st.cache_data(max_entries=4, show_spinner=False)  # every click in the dialog asks again
def read_template(template: bytes) -> TemplateFacts:
    """What the dialog has to know of a template.

    Raises
    ------
    FormatError
        If it is no template that can be used.
    """
    from timeline.formats.slides import open_template  # noqa: PLC0415  python-pptx is slow to import

    opened = open_template(template)
    width, height = opened.presentation.slide_width, opened.presentation.slide_height
    if not width or not height:
        raise FormatError("the template says no size of its slides; save it anew in PowerPoint")
    return TemplateFacts(size=(_WIDE, round(_WIDE * height / width)), left_out=opened.left_out)
