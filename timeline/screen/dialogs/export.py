"""“Export…”: a dialog that asks what to write and how, shows what will come, and makes the file when it is asked to.

The controls give one `ExportRequest`. What a format can do with it stands in `timeline.formats`, the picture of it in
`timeline.screen.dialogs.export_preview`.
"""

import datetime as dt
from typing import Any, Final

import pandas as pd
import streamlit as st

from timeline.errors import TimelineError
from timeline.figure.slide import MOST_SLIDES, make_slide
from timeline.formats import FORMATS, Preview
from timeline.formats.chart_slides import count_slides
from timeline.formats.decks import PRESENTED, choose_presented
from timeline.formats.presets import PRESETS
from timeline.screen.dialogs.base import close_dialog, open_dialog
from timeline.screen.dialogs.export_preview import explain_missing_browser, read_template, show_preview
from timeline.screen.dialogs.export_refresh import show_refresh
from timeline.screen.messages import say_error, say_info
from timeline.screen.state import Dialog, state
from timeline.session.exports import ExportedFile, ExportRequest, make_file_name, write_export
from timeline.table import Timeline, filter_events, list_events, select
from timeline.wording import count_words, shorten_date, write_day

__all__ = ["export_button", "show_export"]

_EVENTS: Final = {"screen": "On the screen", "main": "Main", "accepted": "Accepted", "all": "All"}
_VIEWS: Final = {
    "flags": "Flags: titles on stems",
    "story": "Story: titles in rows",
    "lanes": "Lanes: a lane an actor",
    "density": "Density: events counted",
}
_SHOWS: Final = {
    "chart": "The timeline",
    "events": f"One slide an event, of the {PRESENTED} that matter most",
    "sources": "Who says what",
}
_SIZES: Final = {
    "1280 × 720 (16:9)": (1280, 720),
    "960 × 720 (4:3)": (960, 720),
    "1920 × 1080 (16:9)": (1920, 1080),
    "1080 × 1080 (square)": (1080, 1080),
}
_OTHER: Final = "Another size"
_LEAST, _MOST = 320, 4000
_SLIDES: Final = {"one": "One slide", "deck": "Deck", "all": "Every event with its title"}
_HIGHLIGHTED: Final = 500
"""So many events are offered; the browser takes a second for 10,000."""
_NAMED: Final = 8
"""So many of the things left out of a template are named."""


def export_button(timeline: Timeline) -> None:
    """The button in the header."""
    st.button("Export…", key="export", on_click=_open, disabled=timeline.events.empty)


def _open() -> None:
    open_dialog(Dialog(name="export"))
    state.made = None


def _close() -> None:
    close_dialog()
    state.made = None


@st.dialog("Export", width="large", on_dismiss=_close)
def show_export(timeline: Timeline, events: pd.DataFrame) -> None:
    """Ask what to write and how, and show what it will look like; `events` are those on the screen."""
    st.segmented_control(
        "For", options=[one.what for one in PRESETS.values()], key="export_preset", on_change=_take_preset
    )
    left, right = st.columns(2)
    with left:
        suffix = st.selectbox(
            "Format", options=list(FORMATS), index=list(FORMATS).index(".pptx"), key="export_format",
            format_func=lambda name: FORMATS[name].what, on_change=_leave_preset,
        )  # fmt: skip
    with right:
        chosen = _choose_events(timeline, events)
    title = st.text_input("Title", value=timeline.title, key="export_title", placeholder="What the events come to")
    options, part = _choose_options(chosen, suffix)
    request = ExportRequest(suffix=suffix, title=title.strip() or timeline.title, options=options)
    if part.events.empty:
        say_info("None of these events to write: choose others above, or accept some first.")
        return
    try:
        show_preview(part, request.suffix, request.title, options, make_file_name(request.title, suffix))
    except TimelineError as error:
        say_error(f"This cannot be drawn: {error}.")
        return
    _offer_file(part, request)
    if suffix == ".pptx":
        show_refresh(timeline, chosen)


def _take_preset() -> None:
    """Set format and number of slides as the chosen purpose asks."""
    for preset in PRESETS.values():
        if preset.what == st.session_state["export_preset"]:
            st.session_state["export_format"] = preset.suffix
            st.session_state["export_show"] = "chart"
            st.session_state["export_slides"] = "one" if preset.options else "deck"


def _leave_preset() -> None:
    st.session_state["export_preset"] = None


def _choose_events(timeline: Timeline, events: pd.DataFrame) -> Timeline:
    """The part of `timeline` with the events that the user wants."""
    parts = {scope: select(timeline, scope) for scope in ("main", "accepted", "all")}
    parts = {"screen": timeline.only(events["event_id"]), **parts}
    return parts[
        st.selectbox(
            "Events", options=list(parts), key="export_events",
            format_func=lambda scope: f"{_EVENTS[scope]}: {len(parts[scope].events):,}",
        )
    ]  # fmt: skip


def _choose_options(timeline: Timeline, suffix: str) -> tuple[dict[str, Any], Timeline]:
    """The options of this format, as its controls say, and the part of `timeline` in the days asked for."""
    if "bom" in FORMATS[suffix].options:
        mark = st.checkbox("For Excel", key="export_bom", help="Starts the file with a byte order mark.")
        return {"bom": mark}, timeline
    if FORMATS[suffix].preview == Preview.PAGE:
        return {"view": _choose_view("story")}, timeline
    if FORMATS[suffix].preview != Preview.SLIDE:
        return {}, timeline
    options = _choose_form(suffix)
    if "show" in options:
        if template := _choose_template():
            options = {"show": options["show"], "template": template}
        return options, timeline if options["show"] == "sources" else choose_presented(timeline)
    if window := _choose_window():
        options["window"] = window
        timeline = timeline.only(filter_events(timeline.events, start=window[0], end=window[1])["event_id"])
    if "slides" in FORMATS[suffix].options:
        options |= _choose_slides(timeline, options["view"])
    options |= _choose_dress(timeline, suffix)
    if "template" in options:
        options.pop("size")
    return options, timeline


def _choose_form(suffix: str) -> dict[str, Any]:
    """What is shown, by which kind of chart, and how large, side by side."""
    places = iter(st.columns(3))
    options: dict[str, Any] = {}
    if "show" in FORMATS[suffix].options:
        with next(places):
            show = _choose_show()
        options |= {"show": show} if show != "chart" else {}
    if "show" not in options:
        with next(places):
            options["view"] = _choose_view("flags")
    with next(places):
        return options | _choose_size(suffix)


def _choose_dress(timeline: Timeline, suffix: str) -> dict[str, Any]:
    """The line of sources, and a template of the user's own."""
    left, right = st.columns(2)
    with left:
        own = make_slide(timeline, 1280, "").source
        source = st.text_input("Source line", value=own, key="export_source", placeholder="Source: …")
    with right:
        template = _choose_template() if "template" in FORMATS[suffix].options else None
    return ({"source": source} if source != own else {}) | ({"template": template} if template else {})


def _choose_show() -> str:
    """What a deck shows; at first what the page shows."""
    first = list(_SHOWS).index("sources") if state.look == "sources" else 0
    shown: str = st.selectbox(
        "Slides show", options=list(_SHOWS), index=first, key="export_show", format_func=_SHOWS.__getitem__
    )
    return shown


def _choose_view(usual: str) -> str:
    on_screen = state.view
    first = on_screen if on_screen in _VIEWS else usual
    return st.selectbox(
        "Chart",
        options=list(_VIEWS),
        index=list(_VIEWS).index(first),
        key="export_view",
        format_func=_VIEWS.__getitem__,
    )


def _choose_slides(timeline: Timeline, view: str) -> dict[str, Any]:
    """How many slides: one, a deck that somebody looks through, or whatever all events take; and what stands out."""
    left, middle, right = st.columns(3)
    with left:
        chosen = st.selectbox(
            "Slides", options=list(_SLIDES), index=1, key="export_slides", format_func=_SLIDES.__getitem__
        )
    with middle:
        most = None
        if chosen == "deck":
            most = int(st.number_input("At most", 2, 200, MOST_SLIDES, key="export_most"))
    with right:
        highlight = _choose_highlight(timeline)
    slides = 1 if chosen == "one" else most
    st.caption(f"That is {count_words(count_slides(timeline, slides, view), 'slide')}.")
    return highlight if slides == MOST_SLIDES else {"slides": slides} | highlight


def _choose_highlight(timeline: Timeline) -> dict[str, Any]:
    """The event to highlight, as an option of the format; none at first."""
    events = timeline.events
    leading = events[events["importance"].rank(method="first", ascending=False) <= _HIGHLIGHTED]
    titles = {row["event_id"]: f"{shorten_date(row)}: {row['title']}" for row in list_events(leading)}
    chosen = st.selectbox(
        "Highlight", options=[None, *titles], key="export_highlight",
        help="One of the events that matter most: of more than 500 the others are not offered.",
        format_func=lambda event_id: titles.get(event_id, "No event"),
    )  # fmt: skip
    return {"highlight": chosen} if chosen else {}


def _choose_window() -> tuple[dt.date, dt.date] | None:
    """The days the screen shows, if it shows a part and the user wants that."""
    window: tuple[dt.date, dt.date] | None = state.window
    if window is None:
        return None
    part = f"{write_day(window[0])} to {write_day(window[1])}, as on the screen"
    return window if st.selectbox("Days", options=["All days", part], key="export_window") == part else None


def _choose_size(suffix: str) -> dict[str, Any]:
    if "size" in FORMATS[suffix].options:
        return {"size": st.selectbox("Size", options=["16:9", "4:3"], key="export_ratio")}
    name = st.selectbox("Size in pixels", options=[*_SIZES, _OTHER], key="export_size")
    if name != _OTHER:
        return dict(zip(("width", "height"), _SIZES[name], strict=True))
    with st.container(horizontal=True):
        width = st.number_input("Width", _LEAST, _MOST, 1280, key="export_width")
        height = st.number_input("Height", _LEAST, _MOST, 720, key="export_height")
    return {"width": int(width), "height": int(height)}


def _choose_template() -> bytes | None:
    """The user's own template, if it can be used."""
    upload = st.file_uploader(
        "Your own template", type=["pptx", "potx"], key="export_template",
        help="A .pptx or .potx whose layouts, fonts and colours are used; its slides are not. It decides the size.",
    )  # fmt: skip
    if upload is None:
        return None
    content: bytes = upload.getvalue()
    try:
        left_out = ", ".join(read_template(content).left_out[:_NAMED])
    except TimelineError as error:
        say_error(f"This template cannot be used: {error}.")
        return None
    if left_out:
        say_info(f"Left out of this template, as it would reach out of the deck or run: {left_out}.")
    return content


def _offer_file(timeline: Timeline, request: ExportRequest) -> None:
    """The button that makes the file, then the one that saves it; or what hinders it."""
    if FORMATS[request.suffix].is_picture and (missing := explain_missing_browser(request.suffix)):
        say_info(missing)
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        asked = st.button("Make the file", key="export_make", type="primary")
        place = st.container()
    if asked:
        with st.spinner("Making the file"):
            state.made = _make(timeline, request)
    made = state.made
    if made and made.request == request and made.timeline.events.equals(timeline.events):
        name = make_file_name(request.title, request.suffix)
        place.download_button(
            f"Save {name} ({_describe_size(len(made.content))})", data=made.content, file_name=name, key="export_save",
            mime=FORMATS[request.suffix].mime, on_click="ignore",
        )  # fmt: skip


def _make(timeline: Timeline, request: ExportRequest) -> ExportedFile | None:
    try:
        return ExportedFile(timeline=timeline, request=request, content=write_export(timeline, request))
    except TimelineError as error:
        say_error(f"The file could not be made: {error}.")
        return None


def _describe_size(size: int) -> str:
    """How large a file is, in words.

    Examples
    --------
    >>> _describe_size(812), _describe_size(48_200), _describe_size(4_879_261)
    ('1 KB', '48 KB', '4.9 MB')
    """
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{max(round(size / 1000), 1)} KB"
