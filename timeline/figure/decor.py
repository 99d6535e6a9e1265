"""All that is no trace: legend, lane lines, breaks, rules, stems and titles -> Plotly shapes and annotations.

Everything hangs by pixels on an edge of the plot or on a day, so that zooming distorts nothing.
"""

from timeline.figure.escape import escape_html
from timeline.figure.signs import Item, draw_sign
from timeline.figure.theme import Theme, blend_colour
from timeline.layout import Layout, measure_text
from timeline.layout.over_axis import APART, list_over_axis, measure_lift
from timeline.layout.positions import RuleLine, Shade

__all__ = ["draw_annotations", "draw_note", "draw_shapes"]

_NOTE = "#C77700"
"""What a user wrote on the chart; no actor and no kind has this colour."""

_ON_PAPER = {"xref": "paper", "yref": "paper", "xsizemode": "pixel", "ysizemode": "pixel", "xanchor": 0, "yanchor": 1}


def draw_annotations(layout: Layout, theme: Theme) -> list[Item]:
    """The texts that are neither titles of events nor axis labels."""
    made = [
        draw_note(layout, theme, entry.text, entry.left + entry.indent, entry.y, size=layout.small)
        for entry in layout.legend
    ]
    if not layout.gutter:
        names = [(" ".join(lane.lines), layout.plot.top + lane.label_y) for lane in layout.lanes if lane.lines]
        made += [
            draw_note(layout, theme, name, layout.plot.left, y, size=layout.small)
            | {"font": _make_font(layout.small, theme.ink)}
            for name, y in names
        ]
    over = measure_lift(layout)
    made += [
        _draw_at_axis(text, unit, layout, theme, up=over) | {"xanchor": side}
        for text, unit, side in list_over_axis(layout)
    ]
    down = 3 - layout.axis_y - layout.axis_height / 2 if layout.axis_height else 6  # beside the ticks
    made += [_draw_at_axis(text, unit, layout, theme, up=down) for text, unit in _list_lengths(layout)]
    return made


def _list_lengths(layout: Layout) -> list[tuple[str, float]]:
    """What stands over the breaks, as far as each has room: of one in view only in part, the middle may be off it."""
    said, reached = [], 0.0
    for gap in layout.breaks:
        unit, half = (gap.first + gap.last) / 2, measure_text(gap.text, layout.small) / 2
        if reached <= layout.to_x(unit) - half and layout.to_x(unit) + half <= layout.width:
            said.append((gap.text, unit))
            reached = layout.to_x(unit) + half + APART
    return said


def draw_note(layout: Layout, theme: Theme, text: str, left: float, y: float, *, size: float) -> Item:
    """`text` as it stands, its left edge and its middle at pixels of the chart."""
    return {
        "text": escape_html(text), "showarrow": False, "xref": "paper", "yref": "paper", "x": 0, "y": 1,
        "xanchor": "left", "yanchor": "middle", "xshift": left - layout.plot.left, "yshift": layout.plot.top - y,
        "font": _make_font(size, theme.quiet), "borderpad": 0, "align": "left",
    }  # fmt: skip


def _make_font(size: float, colour: str) -> Item:
    return {"size": size, "color": colour}


def _draw_at_axis(text: str, unit: float, layout: Layout, theme: Theme, up: float) -> Item:
    return {
        "text": escape_html(text), "showarrow": False, "xref": "x", "yref": "paper", "x": unit, "y": 1,
        "yanchor": "bottom", "yshift": up, "font": _make_font(layout.small, theme.quiet), "borderpad": 0,
    }  # fmt: skip


def draw_shapes(layout: Layout, theme: Theme) -> list[Item]:
    """Lines and samples, the lowest first."""
    made = [_draw_lane_line(lane.bottom, theme) for lane in layout.lanes[:-1]]
    if layout.axis_height:
        made.append(_draw_band(*layout.window, layout, blend_colour(theme.line, theme.paper, 0.3)))
    for gap in layout.breaks:
        cut = _draw_band(gap.first, gap.last, layout, theme.paper)
        made += [cut] if layout.axis_height else _draw_break(gap.first, gap.last, layout, theme)
    made = [*(part for shade in layout.shades for part in _draw_shade(shade, theme)), *made]
    made += [_draw_rule(rule, theme, fine=layout.axis_height > 0) for rule in layout.rules]
    for entry in layout.legend:
        middle = entry.left + entry.indent / 2 - 2 - layout.plot.left
        down = layout.plot.top - entry.y
        made += [
            _move(shape, middle, down) for shape in draw_sign(entry.sample, entry.colour, layout.small / 12, theme)
        ]
    return made


def _draw_lane_line(y: float, theme: Theme) -> Item:
    """A thin line under a lane."""
    return {
        "type": "line", "layer": "below", "xref": "paper", "yref": "y", "x0": 0, "x1": 1, "y0": y, "y1": y,
        "line": {"color": theme.line, "width": 1},
    }  # fmt: skip


def _draw_shade(shade: Shade, theme: Theme) -> list[Item]:
    """A tint over a stretch through the whole plot, and a bar at the axis that binds it to its text."""
    tint = {
        "type": "rect", "layer": "below", "xref": "x", "yref": "paper", "x0": shade.first, "x1": shade.last, "y0": 0,
        "y1": 1, "fillcolor": blend_colour(_NOTE, theme.paper, 0.13), "line": {"width": 0},
    }  # fmt: skip
    bar = {"type": "line", "xref": "x", "yref": "paper", "x0": shade.first, "x1": shade.last, "y0": 1, "y1": 1}
    return [tint, bar | {"line": {"color": _NOTE, "width": 3}}]


def _draw_rule(rule: RuleLine, theme: Theme, *, fine: bool) -> Item:
    """Today through the whole plot; a day of publication as a notch under the axis. Over a `fine` line titles stand."""
    line: Item = {"type": "line", "layer": "below", "xref": "x", "yref": "paper", "x0": rule.unit, "x1": rule.unit}
    if rule.kind == "note":
        return line | {"y0": 0, "y1": 1, "line": {"color": _NOTE, "width": 1 if fine else 2}}
    if rule.kind == "today":
        return line | {"y0": 0, "y1": 1, "line": {"color": theme.line, "width": 1.5, "dash": "4px,3px"}}
    notch = {"xsizemode": "pixel", "ysizemode": "pixel", "xanchor": rule.unit, "yanchor": 1}
    return (
        line
        | notch
        | {
            "layer": "above",
            "type": "path",
            "path": "M-3,0 L3,0 L0,-5 Z",
            "fillcolor": theme.quiet,
            "line": {"width": 0},
        }
    )


def _draw_band(first: float, last: float, layout: Layout, colour: str) -> Item:
    """A stretch of the band of time."""
    half = layout.axis_height / 2
    return {
        "type": "rect", "layer": "below", "xref": "x", "yref": "y", "x0": first, "x1": last,
        "y0": layout.axis_y - half, "y1": layout.axis_y + half, "fillcolor": colour, "line": {"width": 0},
    }  # fmt: skip


def _draw_break(first: float, last: float, layout: Layout, theme: Theme) -> list[Item]:
    """The stretch left out: the grid stops, a zigzag cuts the axis."""
    blank = {
        "type": "rect", "layer": "below", "xref": "x", "yref": "paper", "x0": first, "x1": last, "y0": 0, "y1": 1,
        "fillcolor": blend_colour(theme.line, theme.paper, 0.16), "line": {"width": 0},
    }  # fmt: skip
    zigzag = {
        "type": "path", "xref": "x", "yref": "paper", "xsizemode": "pixel", "ysizemode": "pixel",
        "xanchor": (first + last) / 2, "yanchor": 1 - layout.axis_y / layout.plot.height,
        "path": "M-12,0 L-7.5,5 L-2.5,-5 L2.5,5 L7.5,-5 L12,0", "line": {"color": theme.quiet, "width": 1.5},
    }  # fmt: skip
    return [blank, zigzag]


def _move(shape: Item, right: float, up: float) -> Item:
    """`shape`, drawn around 0,0 in pixels, moved there."""
    moved = _ON_PAPER | {key: value for key, value in shape.items() if key != "points"}
    if "points" in shape:
        steps = [f"{'ML'[place > 0]}{right + x:g},{up + y:g}" for place, (x, y) in enumerate(shape["points"])]
        return moved | {"type": "path", "path": " ".join(steps) + (" Z" if shape.get("fillcolor") else "")}
    return moved | {
        "x0": right + shape["x0"], "x1": right + shape["x1"], "y0": up + shape["y0"], "y1": up + shape["y1"],
    }  # fmt: skip
