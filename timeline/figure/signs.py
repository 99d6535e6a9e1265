"""How each kind of mark looks: its symbol on the chart, and its sign in the legend as Plotly shapes."""

from collections.abc import Sequence
from typing import Any, Final

from timeline.figure.theme import Theme, blend_colour
from timeline.vocabulary import Shape

__all__ = ["SYMBOLS", "Item", "draw_sign"]

Item = dict[str, Any]
"""A shape or an annotation of Plotly, as a plain dict."""

SYMBOLS: Final = {
    Shape.DOT: "circle",
    Shape.PLANNED: "triangle-right",
    Shape.POSSIBLE: "diamond",
    Shape.ALLEGED: "square",
    Shape.DENIED: "x",
}
"""The symbols of Plotly, by shape."""


def _draw_circle(radius: float, colour: str, fill: str, dash: str = "solid") -> Item:
    return {
        "type": "circle", "x0": -radius, "x1": radius, "y0": -radius, "y1": radius, "fillcolor": fill,
        "line": {"color": colour, "width": 1.5, "dash": dash},
    }  # fmt: skip


def _draw_bar(half: float, thick: float, fill: str) -> Item:
    return {"type": "rect", "x0": -half, "x1": half, "y0": -thick / 2, "y1": thick / 2, "fillcolor": fill,
            "line": {"width": 0}}  # fmt: skip


def _draw_path(points: Sequence[tuple[float, float]], colour: str, fill: str = "", dash: str = "solid") -> Item:
    made: Item = {"points": points, "line": {"color": colour, "width": 1.5, "dash": dash}}
    return made | ({"fillcolor": fill} if fill else {})


def draw_sign(sample: str, colour: str, k: float, theme: Theme) -> list[Item]:
    """The shapes of a legend sample around 0,0, `k` times as large as usual; the signs are those of the chart."""
    pale = blend_colour(colour or theme.quiet, theme.paper, theme.band)
    dashed = _draw_path([(-7 * k, 0), (7 * k, 0)], colour, dash="3px,3px")
    signs: dict[str, list[Item]] = {
        "bar": [_draw_bar(2 * k, h * k, colour) | {"x0": x * k, "x1": (x + 3) * k, "y0": -5 * k, "y1": (h - 5) * k}
                for x, h in ((-6, 5), (-2, 10), (2, 7))] if colour else [],
        "day": [_draw_circle(4 * k, colour, colour)],
        "colour": [_draw_circle(4 * k, colour, colour)],
        "band": [_draw_bar(7 * k, 8 * k, pale), _draw_circle(3.5 * k, colour, theme.paper)],
        "bounded": [dashed, _draw_circle(3.5 * k, colour, theme.paper, "2px,1.6px")],
        "assumed": [_draw_circle(4 * k, colour, theme.paper, "2px,1.6px")],
        "guess": [_draw_circle(4 * k, colour, theme.paper)],
        "period": [_draw_bar(7 * k, 4 * k, colour), _draw_bar(3.5 * k, 7 * k, colour) | {"x0": -8 * k, "x1": -1 * k}],
        "open": [
            _draw_bar(7 * k, 4 * k, blend_colour(colour, theme.paper, share)) | {"x0": left * k, "x1": (left + 4) * k}
            for left, share in ((-8, 1.0), (-4, 0.7), (0, 0.45), (4, 0.2))
        ] if colour else [],
        "one-of": [
            _draw_path([(-6 * k, 0), (6 * k, 0)], colour, dash="1px,2px"),
            *(_draw_circle(3 * k, colour, theme.paper) | {"x0": x - 3 * k, "x1": x + 3 * k} for x in (-5 * k, 5 * k)),
        ],
        "disputed": [
            _draw_circle(4 * k, colour, theme.paper),
            _draw_path([(-2.8 * k, -2.8 * k), (2.8 * k, 2.8 * k)], colour),
        ],
        Shape.PLANNED: [_draw_path([(-3.5 * k, 4.5 * k), (4.5 * k, 0), (-3.5 * k, -4.5 * k)], colour, theme.paper)],
        Shape.POSSIBLE: [_draw_path([(0, 5 * k), (5 * k, 0), (0, -5 * k), (-5 * k, 0)], colour, theme.paper)],
        Shape.ALLEGED: [
            _draw_path([(-4 * k, -4 * k), (-4 * k, 4 * k), (4 * k, 4 * k), (4 * k, -4 * k)], colour, theme.paper)
        ],
        Shape.DENIED: [
            _draw_path([(-4 * k, -4 * k), (4 * k, 4 * k)], colour) | {"line": {"color": colour, "width": 3 * k}},
            _draw_path([(-4 * k, 4 * k), (4 * k, -4 * k)], colour) | {"line": {"color": colour, "width": 3 * k}},
        ],
        "published": [_draw_path([(-3 * k, 2.5 * k), (3 * k, 2.5 * k), (0, -2.5 * k)], colour, colour)],
        "also": [_draw_path([(0, -4 * k), (0, 4 * k)], colour)],
        "text": [],
    }  # fmt: skip
    return signs[sample]
