"""What the server keeps of one tab between its runs, as one object with types: `state`.

Streamlit keeps it under the names of the attributes, so that widgets and tests find it there. What only one control
reads stays that control's own key: those of `timeline.screen.filters.controls.LOOSE`, and ``form_…`` for what
stands in a dialog.
"""

import dataclasses
import datetime as dt
import enum
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

import streamlit as st

from timeline.layout.axis import TimeAxis
from timeline.session.actions import ActionLog
from timeline.session.exports import ExportedFile
from timeline.session.filters import Filters
from timeline.session.open_workspace import OpenPlace, OpenWorkspace
from timeline.session.uploads import OpenRequest
from timeline.store import Role
from timeline.table import Timeline

__all__ = ["Dialog", "DrawnChart", "Session", "state"]

T = TypeVar("T")


class _Unset(enum.Enum):
    UNSET = enum.auto()


class _Value(Generic[T]):
    """One value of a session; `default` is what it is before anything has set it, if anything asks before that."""

    name: str

    def __init__(self, default: T | _Unset = _Unset.UNSET) -> None:
        self.default = default

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, session: "Session", owner: type) -> T:
        value: T = st.session_state[self.name] if self.default is _Unset.UNSET else self._read_asked(self.default)
        return value

    def _read_asked(self, default: T) -> T:
        value: T = st.session_state.get(self.name, default)
        return value

    def __set__(self, session: "Session", value: T) -> None:
        st.session_state[self.name] = value


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Dialog:
    """The dialog that is open; the page shows one at a time.

    Attributes
    ----------
    name, event, about
        Which one, the event it is about (``""`` for none), and whatever else it was opened on.
    seen
        The number of the last step that the user had seen when it was opened: what comes after is news to him.
    """

    name: str
    event: str = ""
    about: Any = None
    seen: int = 0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class DrawnChart:
    """A chart, what it shows, and its time axis."""

    timeline: Timeline
    asked: tuple[Any, ...]
    axis: TimeAxis
    chart: dict[str, Any]


class Session:
    """What is kept: each value says what it is; who sets it; and what sets it back, if anything does."""

    workspace = _Value[OpenPlace]()
    """The file: ``?workspace=``, else the one of the paths at the start; the first run, “Open documents…”."""

    work = _Value[OpenWorkspace]()
    """What is in it, and the timeline with its corrections; a run that finds it changed."""

    tab = _Value[str]()
    """A token of this session, which names who made a correction; the first run."""

    role = _Value(Role.OWNER)
    """What the user may with it; each run, from the workspace."""

    refused = _Value[Path | None](None)
    """The workspace of ours that could not be opened; whoever tried to; opening another."""

    failure = _Value("")
    """What a click could not do; that click; the next run, which shows it."""

    event = _Value("")
    """The selected event: ``?event=``, else what matters most; choosing one; Esc, “Close”, an unknown id."""

    document = _Value("")
    """The document that is read, from ``?document=``; “Open in document”, a source; “Back”, another event."""

    mention = _Value("")
    """The mention at which it was opened; “Open in document”; with `document`."""

    overview = _Value("sources")
    """What is listed without an event, else ``actors``; a number under the title."""

    looked = _Value(0)
    """How often such a number was pressed; that."""

    window = _Value[tuple[dt.date, dt.date] | None](None)
    """The days in view, from ``?window=``; None for what a chart opens on; zoom, pan; “Story”, “Whole”, a filter."""

    whole = _Value(default=False)
    """Whether the whole span is in view; “Whole”; “Story”, zoom and pan."""

    pinned = _Value(default=False)
    """Whether filters leave the span as it is; “Pin”."""

    fitted = _Value[Filters | None](None)
    """The filters that the chart was last fitted to; a run that draws it."""

    heard = _Value[ActionLog | None](None)
    """How much was heard of what the user did; the page part, hearing it."""

    drawn = _Value[DrawnChart | None](None)
    """The chart on the screen; a run that changes it."""

    asked = _Value[OpenRequest | None](None)
    """What is to be opened; “Show the timeline”; having opened it, “Cancel”."""

    opened = _Value("")
    """What was taken as what; opening documents; “Dismiss”."""

    ask_dates = _Value(default=False)
    """Whether guessed dates are asked about, too; opening documents; answering, “Dismiss”."""

    dates_left = _Value(default=False)
    """Whether the user wants to hear no more of dates; “Dismiss” where they are asked for."""

    from_others = _Value(0)
    """How many corrections of others have come in; a run that finds them; “Dismiss”."""

    address_seen = _Value(default=False)
    """Whether he has seen that the server listens to others; “Dismiss”."""

    checked = _Value(default=False)
    """Whether the URL has been read; the first run."""

    left_out = _Value("")
    """What the URL asked for in vain; the first run; “Dismiss”."""

    size = _Value[str]()
    """Width and height of the chart, as the last page in this browser had it; the page, having measured itself."""

    turned = _Value(0)
    """The page of the list; “n later events”; a selected event on another page."""

    queue = _Value[bool](default=False)
    """Whether the list has what is least certain first; “Least certain first”; itself."""

    done = _Value[str]("")
    """What was done to which events; accepting, hiding, tagging; the next of these, undo."""

    chosen = _Value[tuple[str, ...]](())
    """The ids of the events ticked in the list; ticking."""

    look = _Value("chart")
    """``chart``, or ``sources`` for who says what; its control, which keeps it in the URL."""

    view = _Value("auto")
    """How the chart is laid out; its control, which keeps it in the URL."""

    scale = _Value[str | None]("auto")
    """How time is spread over the axis; its control, which keeps it in the URL."""

    lanes = _Value[str | None]("actor")
    """What the lanes are made by; its control, which keeps it in the URL; a view without lanes."""

    chosen_lanes = _Value[tuple[str, ...]](())
    """The lanes to draw, from the top, none for as many as there is room for; “Lanes…”, dragging a name."""

    folded_lanes = _Value[tuple[str, ...]](())
    """The lanes without titles; “Lanes…”, pressing a name."""

    dialog = _Value[Dialog | None](None)
    """The dialog that is open; whatever opens it; closing it, saving."""

    made = _Value[ExportedFile | None](None)
    """The file that was made, and what for; “Make the file”; opening or closing “Export…”."""

    menu = _Value("")
    """What was chosen under “Edit…”; itself, at once."""

    @property
    def may_edit(self) -> bool:
        """Whether the user may correct what is open; who may not sees no control that does, and the store refuses."""
        return self.role >= Role.EDITOR

    def is_set(self, name: str) -> bool:
        """Whether a run has set the value `name`."""
        return name in st.session_state

    def forget(self, *names: str) -> None:
        """Let the next run set these values as the first one does."""
        for name in names:
            st.session_state.pop(name, None)


state: Final = Session()
