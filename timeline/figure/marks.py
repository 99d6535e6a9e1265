"""Marks, labels and stems of a layout -> Plotly traces as plain dicts.

The traces are always the same in number and order, so that a redraw is an update. `customdata[0]` is the event_id.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from timeline.figure.escape import escape_lines
from timeline.figure.signs import SYMBOLS
from timeline.figure.theme import Theme, blend_colour
from timeline.layout import Label, Layout, Mark
from timeline.layout.positions import Cluster, Tone
from timeline.layout.rows import HEAD_GAP
from timeline.vocabulary import Shape
from timeline.wording import count_words

__all__ = ["draw_traces"]

_PERIOD_SYMBOL: Final = "square"
_HELD: Final = 40.0
_FADES: Final = (0.62, 0.42, 0.26, 0.14)
_FADE_WIDTH: Final = 26.0
"""Of an open bar so many pixels from the known end are drawn in full, the rest paler and paler: how long it lasts
nobody says, and a bar in full colour would weigh more than all that is known to the day."""

_NAMED: Final = 5
"""Titles that hovering over a disc says."""

_THREE_FIGURES: Final = 100
"""From so many events on the number on a disc is set smaller, so as to stay within it."""

_ASIDE: Final = 0.5
"""The opacity of a bar in the strip, over which dots stand."""

Trace = dict[str, Any]
Piece = tuple[str | None, float, float, float]
"""Whose it is, from, to, at what height."""


def draw_traces(layout: Layout, theme: Theme, hover: Mapping[str, str]) -> list[Trace]:
    """All traces of the chart, the lowest first; `hover` holds an escaped text by event_id."""
    return [
        *_draw_bins(layout),
        *_draw_stems(layout, theme),
        *_draw_bands(layout, theme),
        *_draw_periods(layout),
        *_draw_alternatives(layout, theme),
        _draw_line_marks(layout, hover),
        *_draw_dots(layout, theme, hover),
        *_draw_disputed(layout, theme),
        *_draw_clusters(layout, theme, hover),
        *_draw_labels(layout, theme),
    ]


def _draw_segments(name: str, pieces: Iterable[Piece], line: Mapping[str, Any]) -> Trace:
    """Horizontal lines as one trace."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    owners: list[list[str | None]] = []
    for event_id, first, last, y in pieces:
        xs += [first, last, None]
        ys += [y, y, None]
        owners += [[event_id]] * 3
    return {
        "type": "scatter", "mode": "lines", "name": name, "x": xs, "y": ys, "line": dict(line),
        "customdata": owners, "hoverinfo": "skip", "showlegend": False,
    }  # fmt: skip


def _draw_bands(layout: Layout, theme: Theme) -> list[Trace]:
    """The possible spans of imprecise dates: pale and solid, or a dashed line where they are only bounds."""
    groups: dict[tuple[str, bool, bool], list[Piece]] = defaultdict(list)
    for mark in layout.marks:
        if mark.form == "band" and not mark.alternatives:
            groups[mark.colour, mark.dashed, mark.labelled].append((mark.event_id, mark.first, mark.last, mark.y))
    made = []
    for (colour, dashed, labelled), pieces in sorted(groups.items()):
        line: dict[str, Any] = {"color": blend_colour(colour, theme.paper, theme.band), "width": 10 if labelled else 5}
        if dashed:
            line = {"color": colour, "width": 1.5, "dash": "3px,3px"}
        made.append(_draw_segments("band", pieces, line))
    return made


def _draw_alternatives(layout: Layout, theme: Theme) -> list[Trace]:
    """Where sources name several days: a small hollow dot on each, and a dotted line between them."""
    torn = [mark for mark in layout.marks if mark.alternatives]
    if not torn:
        return []
    days = [(day, mark.y, mark.colour, mark.event_id) for mark in torn for day in mark.alternatives]
    dots = {
        "type": "scatter", "mode": "markers", "name": "one of", "customdata": [[d[3]] for d in days],
        "x": [d[0] for d in days], "y": [d[1] for d in days],
        "marker": {
            "symbol": "circle", "size": 6, "color": theme.paper,
            "line": {"width": 1.5, "color": [d[2] for d in days]},
        },
        "hoverinfo": "skip", "showlegend": False,
    }  # fmt: skip
    line = {"color": theme.quiet, "width": 1.5, "dash": "1px,3px"}
    return [
        _draw_segments("one of", [(m.event_id, min(m.alternatives), max(m.alternatives), m.y) for m in torn], line),
        dots,
    ]


def _draw_periods(layout: Layout) -> list[Trace]:
    """Solid bars; an open end fades out in steps."""
    groups: dict[tuple[str, float, bool], list[Piece]] = defaultdict(list)
    for mark in layout.marks:
        if mark.form == "period":
            for first, last, share in _fade(mark, layout):
                groups[mark.colour, share, mark.labelled].append((mark.event_id, first, last, mark.y))
    made = []
    for (colour, share, labelled), pieces in sorted(groups.items()):
        made.append(_draw_segments("period", pieces, {"color": colour, "width": 5 if labelled else 3}))
        made[-1]["opacity"] = share if labelled else share * _ASIDE
    return made


def _fade(mark: Mark, layout: Layout) -> list[tuple[float, float, float]]:
    """A bar in pieces (from, to, opacity)."""
    first, last = mark.first, mark.last
    if not (mark.open_start or mark.open_end):
        return [(first, last, 1.0)]
    held = min(_HELD / layout.scale, (last - first) / 2)
    step = min(_FADE_WIDTH / layout.scale, (last - first - held) / len(_FADES))
    known, away = (last, -1) if mark.open_start else (first, 1)
    cuts = [0.0, held, *(held + step * n for n in range(1, len(_FADES))), last - first]
    ends = [known + away * cut for cut in cuts]
    shares = (1.0, *_FADES)
    return [(min(*ab), max(*ab), share) for ab, share in zip(itertools.pairwise(ends), shares, strict=True)]


def _draw_line_marks(layout: Layout, hover: Mapping[str, str]) -> Trace:
    """The ticks of those who also take part."""
    return {
        "type": "scatter", "mode": "markers", "name": "also",
        "x": [m.unit for m in layout.line_marks], "y": [m.y for m in layout.line_marks],
        "customdata": [[m.event_id] for m in layout.line_marks],
        "hovertext": [hover.get(m.event_id, "") for m in layout.line_marks], "hoverinfo": "text",
        "marker": {
            "symbol": "line-ns-open", "size": 7, "color": [m.colour for m in layout.line_marks],
            "line": {"width": 1.5, "color": [m.colour for m in layout.line_marks]},
        },
        "showlegend": False,
    }  # fmt: skip


def _draw_dots(layout: Layout, theme: Theme, hover: Mapping[str, str]) -> list[Trace]:
    """The dots, those with a dashed outline apart, since a trace has one dash."""
    drawn = [mark for mark in layout.marks if not mark.clustered]
    solid = [mark for mark in drawn if not mark.dashed]
    dashed = [mark for mark in drawn if mark.dashed]
    return [_make_dot_trace(solid, "solid", theme, hover), _make_dot_trace(dashed, "2px,1.6px", theme, hover)]


def _make_dot_trace(marks: Sequence[Mark], dash: str, theme: Theme, hover: Mapping[str, str]) -> Trace:
    return {
        "type": "scatter", "mode": "markers", "name": "events",
        "x": [m.unit for m in marks], "y": [m.y for m in marks],
        "customdata": [[m.event_id] for m in marks],
        "hovertext": [hover.get(m.event_id, "") for m in marks], "hoverinfo": "text",
        "marker": {
            "symbol": [_choose_symbol(m) for m in marks],
            "size": [m.size if m.form != "period" else m.size - 1 for m in marks],
            "color": [theme.paper if _is_pale(m) else m.colour for m in marks],
            "line": {"width": 1.6, "color": [m.colour for m in marks], "dash": dash},
            "opacity": 1,
        },
        "showlegend": False,
    }  # fmt: skip


def _draw_disputed(layout: Layout, theme: Theme) -> list[Trace]:
    """A slash across the dot of what is told for another day too."""
    torn = [mark for mark in layout.marks if mark.disputed and not mark.clustered]
    if not torn:
        return []
    return [
        {
            "type": "scatter", "mode": "markers", "name": "disputed", "customdata": [[m.event_id] for m in torn],
            "x": [m.unit for m in torn], "y": [m.y for m in torn],
            "marker": {
                "symbol": "line-ne", "size": [m.size for m in torn], "color": theme.ink,
                "line": {"width": 2, "color": [m.colour if _is_pale(m) else theme.paper for m in torn]},
            },
            "hoverinfo": "skip", "showlegend": False,
        }
    ]  # fmt: skip


def _draw_clusters(layout: Layout, theme: Theme, hover: Mapping[str, str]) -> list[Trace]:
    """Discs with the number of their events; hovering names the most important of them."""
    if not layout.clusters:
        return []
    return [
        {
            "type": "scatter", "mode": "markers+text", "name": "clusters",
            "customdata": [list(c.event_ids) for c in layout.clusters],
            "x": [c.unit for c in layout.clusters], "y": [c.y for c in layout.clusters],
            "text": [f"{len(c.event_ids):,}" for c in layout.clusters], "textposition": "middle center",
            "textfont": {"size": [_number_size(c, layout.small) for c in layout.clusters], "color": theme.ink},
            "marker": {
                "symbol": "circle", "size": [c.size for c in layout.clusters], "color": theme.paper, "opacity": 1,
                "line": {"width": 1.5, "color": theme.quiet},
            },
            "meta": [[c.first, c.last] for c in layout.clusters],
            "hovertext": [_describe_gathered(c.event_ids, hover) for c in layout.clusters], "hoverinfo": "text",
            "showlegend": False,
        }
    ]  # fmt: skip


def _number_size(cluster: Cluster, small: float) -> float:
    return small if len(cluster.event_ids) < _THREE_FIGURES else small * 0.8


def _describe_gathered(event_ids: Sequence[str], hover: Mapping[str, str]) -> str:
    """The titles of the first few of several events, and how many more there are."""
    titles = [hover[event_id].partition("</b>")[0] + "</b>" for event_id in event_ids[:_NAMED] if event_id in hover]
    more = [f"and {count_words(len(event_ids) - _NAMED, 'more event')}"] if len(event_ids) > _NAMED else []
    return "<br>".join([f"{count_words(len(event_ids), 'event')}; click to part them", *titles, *more])


def _is_pale(mark: Mark) -> bool:
    """Whether the inside of the mark is paper."""
    return mark.hollow or mark.shape.hollow


def _choose_symbol(mark: Mark) -> str:
    if mark.alternatives:
        return "line-ns"
    return _PERIOD_SYMBOL if mark.form == "period" and mark.shape == Shape.DOT else SYMBOLS[mark.shape]


def _draw_labels(layout: Layout, theme: Theme) -> list[Trace]:
    """The titles, as text that the plot clips at its edges; an unseen marker holds each off its dot."""
    made = []
    for align in ("left", "right"):
        labels = [label for label in layout.labels if label.align == align]
        made.append({
            "type": "scatter", "mode": "markers+text", "name": "labels",
            "x": [label.unit for label in labels], "y": [label.y for label in labels],
            "text": [_write_text(label) for label in labels], "customdata": [
                [label.event_id, round(label.width, 1), round(label.height, 1), label.dx] for label in labels
            ],
            "textposition": "middle right" if align == "left" else "middle left",
            "textfont": {
                "size": _choose_sizes(labels),
                "color": [theme.quiet if label.tone is Tone.QUIET else theme.ink for label in labels],
                "weight": [int(label.tone.weight) for label in labels],
            },
            # Plotly sets text 1 px + 1.25 radii off its marker.
            "marker": {"opacity": 0, "size": [max(label.dx - 1, 0) * 1.6 for label in labels], "line": {"width": 0}},
            "hoverinfo": "skip", "showlegend": False,
        })  # fmt: skip
    return made


def _choose_sizes(labels: Sequence[Label]) -> float | list[float]:
    """The one type size of `labels`, or that of each."""
    sizes = {label.size for label in labels}
    return [label.size for label in labels] if len(sizes) > 1 else max(sizes, default=13)


def _write_text(label: Label) -> str:
    head, title = f"<b>{escape_lines([label.head])}</b>" if label.head else "", escape_lines(label.lines)
    return f"{head}{HEAD_GAP}{title}" if label.beside and head else "<br>".join(filter(None, [head, title]))


def _draw_stems(layout: Layout, theme: Theme) -> list[Trace]:
    """The poles of the flags."""
    if layout.view != "flags":
        return []
    points = [(stem.event_id, *point) for stem in layout.stems for point in (*stem.points, (None, None))]
    owners, xs, ys = [[p[0]] for p in points], [p[1] for p in points], [p[2] for p in points]
    return [_draw_segments("stems", [], {"color": theme.line, "width": 1}) | {"x": xs, "y": ys, "customdata": owners}]


def _draw_bins(layout: Layout) -> list[Trace]:
    """Counts as bars on the foot of their lanes."""
    if not layout.bins:
        return []
    return [
        {
            "type": "bar", "name": "counts",
            "x": [round((b.first + b.last) / 2, 2) for b in layout.bins],
            "width": [round((b.last - b.first) * 0.86, 2) for b in layout.bins],
            "base": [round(b.y + b.height, 1) for b in layout.bins], "y": [-round(b.height, 1) for b in layout.bins],
            "marker": {"color": [b.colour for b in layout.bins], "line": {"width": 0}},
            "customdata": [[None] for _ in layout.bins],
            "hovertext": [f"{count_words(b.events, 'event')} in {b.text}" for b in layout.bins],
            "hoverinfo": "text", "textposition": "none", "showlegend": False,
        }
    ]  # fmt: skip
