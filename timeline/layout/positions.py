"""What a laid-out timeline is made of: positions as data, the same for Plotly, PowerPoint and SVG.

Across: *axis units* of `Layout.axis` (days, but for broken stretches), which `Layout.to_x` turns into pixels.
Down: pixels from the top of the plot. Fixed distances (a label from its dot) are pixels, so that a chart may be zoomed
in without two labels ever meeting. It refuses to hold anything that depends on who draws.
"""

import dataclasses
import enum

from timeline.layout.axis import Break, TimeAxis
from timeline.typeface import Weight
from timeline.vocabulary import Shape

__all__ = [
    "Bin",
    "Box",
    "Cluster",
    "Label",
    "Lane",
    "Layout",
    "LegendEntry",
    "LineMark",
    "Mark",
    "RuleLine",
    "Shade",
    "Stem",
    "Tick",
    "Tone",
]


class Tone(enum.Enum):
    """How much a title stands out, by the importance of its event among those that may have one."""

    STRONG = enum.auto()
    PLAIN = enum.auto()
    QUIET = enum.auto()

    @property
    def weight(self) -> Weight:
        """The weight of its letters."""
        return Weight.MEDIUM if self is Tone.STRONG else Weight.REGULAR


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle in pixels from the top left corner of the chart."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One event as drawn.

    Attributes
    ----------
    lane
        Index into `Layout.lanes`, 0 where the view has none.
    y
        Centre of the dot, in pixels from the plot's top.
    unit
        Where the dot stands; a period's stands at its start, or at its end where the start is open.
    first, last
        The span the event can lie on (``"band"``) or covers (``"period"``), in axis units.
    form
        ``"point"``, ``"band"`` (an imprecise date) or ``"period"``.
    shape
        What its status gives it.
    hollow, dashed
        Hollow where the day is not certain; dashed where it is assumed or only bounded.
    alternatives
        Where sources name several days, the units of all of them.
    disputed
        Other documents tell the same for another day; that mention is an event of its own.
    labelled
        False for what is left out of the labels: a dot to hover over, in the strip under the rows.
    clustered
        Whether a disc of `Layout.clusters` stands for the dot, which is not drawn.
    """

    event_id: str
    lane: int
    y: float
    unit: float
    first: float
    last: float
    form: str
    shape: Shape
    hollow: bool
    dashed: bool
    open_start: bool
    open_end: bool
    alternatives: tuple[float, ...]
    colour: str
    size: float
    disputed: bool
    labelled: bool
    clustered: bool = False


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """A disc with a number, for several events that stand too close to part.

    `event_ids` begin with the most important one; `first` and `last` are the units of the earliest and latest; `dashed`
    says that all of their dates are assumed, `size` is the width in pixels.
    """

    event_ids: tuple[str, ...]
    unit: float
    y: float
    first: float
    last: float
    size: float
    dashed: bool


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """The title of one event: lines of plain text in a box that hangs on a day.

    The box opens `dx` pixels off `unit`, to the right, or to the left where `align` is ``"right"``; `y` is its middle.
    `head` is the date: before the title on its first line where `beside` is set, else above it. `whole` is False where
    the title ends in an ellipsis, `tone` how much it stands out.
    """

    event_id: str
    head: str
    lines: tuple[str, ...]
    unit: float
    dx: float
    y: float
    align: str
    width: float
    height: float
    size: float
    whole: bool
    beside: bool
    tone: Tone


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A horizontal band of the plot with a name; `events` counts those drawn in it."""

    name: str
    lines: tuple[str, ...]
    top: float
    bottom: float
    label_y: float
    events: int


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class LineMark:
    """A small upright tick for an event in the lane of an actor who is not its agent."""

    event_id: str
    lane: int
    unit: float
    y: float
    colour: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Stem:
    """The line from a dot at the axis to the far end of its flag, as points: an axis unit, and pixels down."""

    event_id: str
    points: tuple[tuple[float, float], ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A place on the axis: its text, and the year where it has to be said anew (``""`` elsewhere)."""

    unit: float
    text: str
    year: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class RuleLine:
    """An upright line through the plot with a short text at the axis: today, a day of publication, a user's note."""

    unit: float
    text: str
    kind: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Shade:
    """A stretch of the axis that the user shaded, as far as it is in view, and what the user wrote over it."""

    first: float
    last: float
    text: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """How many events of a lane start in a stretch of the axis; `y` and `height` are the bar's, in pixels.

    `text` names the stretch: ``July 2025``.
    """

    lane: int
    first: float
    last: float
    events: int
    y: float
    height: float
    colour: str
    text: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class LegendEntry:
    """A sample and its meaning; `left` and `y` in pixels from the chart's top left corner, the text after `indent`."""

    sample: str
    text: str
    colour: str
    left: float
    indent: float
    y: float


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A timeline laid out for one size: everything a renderer needs and nothing it has to decide.

    Attributes
    ----------
    view
        ``"story"``, ``"lanes"``, ``"flags"``, ``"density"``, or ``"empty"`` where there is nothing to draw.
    width, height
        Of the whole chart in pixels. In grow mode the height is what the labels need.
    plot
        The rectangle of the time axis and the rows.
    axis, full, window
        The axis of the whole table, its ends with a margin, and the stretch shown, the last two in axis units.
    shown, labelled, undated
        Events drawn within the window, those of them with a label, and those without any date, which are not drawn.
    size, small
        Type sizes in pixels: of labels, and of axis, lane names and legend.
    breaks
        Those in view, if only in part.
    axis_y, axis_height
        Of the axis, in pixels from the plot's top: 0, or in the flags view the middle and the height of a band of time,
        in which the ticks stand.
    """

    view: str
    width: int
    height: int
    plot: Box
    axis: TimeAxis
    full: tuple[float, float]
    window: tuple[float, float]
    ticks: tuple[Tick, ...]
    legend: tuple[LegendEntry, ...]
    shown: int
    labelled: int
    undated: int
    size: float
    small: float
    marks: tuple[Mark, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    labels: tuple[Label, ...] = ()
    lanes: tuple[Lane, ...] = ()
    gutter: float = 0.0
    axis_y: float = 0.0
    axis_height: float = 0.0
    breaks: tuple[Break, ...] = ()
    line_marks: tuple[LineMark, ...] = ()
    stems: tuple[Stem, ...] = ()
    rules: tuple[RuleLine, ...] = ()
    shades: tuple[Shade, ...] = ()
    bins: tuple[Bin, ...] = ()

    @property
    def scale(self) -> float:
        """Pixels an axis unit."""
        return self.plot.width / (self.window[1] - self.window[0])

    def to_x(self, unit: float) -> float:
        """The pixel of an axis unit, from the left edge of the chart."""
        return self.plot.left + (unit - self.window[0]) * self.scale

    def find_box(self, label: Label) -> Box:
        """The rectangle of a label, in pixels from the top left corner of the chart."""
        anchor = self.to_x(label.unit)
        left = anchor - label.dx - label.width if label.align == "right" else anchor + label.dx
        return Box(left=left, top=self.plot.top + label.y - label.height / 2, width=label.width, height=label.height)
