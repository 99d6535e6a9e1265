"""What a slide has and a screen has not: larger type, a title, a line on scope, and the sources.

Sizes are those of a slide 13.33 inches wide: labels and axis 12 points or more, the title 24, the source line 10.
"""

import dataclasses
import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any, Final

import pandas as pd

from timeline.figure.decor import draw_note
from timeline.figure.theme import Theme
from timeline.layout import Layout, LayoutOptions, clean_text, lay_out, measure_text, wrap
from timeline.layout.words import describe_days, name_leading_actors
from timeline.table import Timeline
from timeline.typeface import Weight
from timeline.wording import count_words, write_day

__all__ = [
    "MOST_SLIDES",
    "SLIDE_LABELS",
    "Slide",
    "describe_undrawn",
    "lay_out_slide",
    "make_slide",
    "write_source_line",
]

MOST_SLIDES: Final = 20
"""A deck with more is looked through by nobody; who wants one asks for it."""

SLIDE_LABELS: Final = 10
"""More than this many labels are not read on a slide."""

_SOURCE: Final = 13.34
_SOURCES_AT_MOST: Final = 6
_FEWEST: Final = 4
_NEARLY: Final = 0.8


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """The texts of a slide and their sizes in pixels."""

    title: tuple[str, ...]
    source: str
    k: float

    @property
    def options(self) -> dict[str, Any]:
        """The layout options that make room for the texts and set the type sizes."""
        headroom = self.k * (len(self.title) * 32 * 1.25 + 16 * 1.6 + 14)
        return {
            "size": 16.5 * self.k, "small": 16 * self.k, "most": SLIDE_LABELS, "headroom": headroom,
            "footroom": self.k * 30 if self.source else 0.0, "clusters": True,
        }  # fmt: skip

    def draw_annotations(self, layout: Layout, theme: Theme, events: pd.DataFrame) -> list[dict[str, Any]]:
        """Title and scope above the chart of `events`, the sources below it."""
        left, k = 10.0, self.k
        made = [
            draw_note(layout, theme, line, left, k * (8 + (place + 0.5) * 40), size=32 * k)
            | {"font": {"size": 32 * k, "color": theme.ink, "weight": Weight.BOLD.value}}
            for place, line in enumerate(self.title)
        ]
        scope = _write_scope(layout, events, 16 * k, layout.width - 2 * left)
        made.append(draw_note(layout, theme, scope, left, k * (8 + len(self.title) * 40 + 13), size=16 * k))
        if self.source:
            made.append(draw_note(layout, theme, self.source, left, layout.height - k * 14, size=_SOURCE * k))
        return made


def make_slide(timeline: Timeline, width: int, title: str, source: str | None = None) -> Slide:
    """The texts for a slide `width` pixels wide.

    `title` says what it shows, or ``""``; `source` is the line below, or ``""``; None names the documents.
    """
    k = width / 1280
    return Slide(
        title=wrap(title, 32 * k, width - 20, 2, Weight.BOLD),
        source=write_source_line(timeline.documents, source, _SOURCE, (width - 20) / k),
        k=k,
    )


def _write_scope(layout: Layout, events: pd.DataFrame, size: float, width: float) -> str:
    """``10 of 37 events · 3 March to 2 June 2025 · 3 earlier (November 2023 to March 2024) · Nvidia, China``."""
    drawn = _list_drawn(layout, events)
    counted = f"{layout.labelled:,} of {count_words(len(events), 'event')}"
    return _join_scope([counted, describe_days(drawn), *describe_undrawn(layout, events)], drawn, size, width)


def _join_scope(parts: Sequence[str], events: pd.DataFrame, size: float, width: float) -> str:
    """`parts` on one line and as many of the leading actors of `events` as have room; no name is cut."""
    said = [" · ".join(filter(None, [*parts, name_leading_actors(events, most)])) for most in (3, 2, 1, 0)]
    return next((line for line in said if measure_text(line, size) <= width), "".join(wrap(said[-1], size, width, 1)))


def _list_drawn(layout: Layout, events: pd.DataFrame) -> pd.DataFrame:
    """Those of `events` that have a mark; all of them where none has, as on a chart of numbers."""
    drawn = events[events["event_id"].isin([mark.event_id for mark in layout.marks])]
    return drawn if len(drawn) and layout.view == "flags" else events


def describe_undrawn(layout: Layout, events: pd.DataFrame) -> Iterator[str]:
    """How many dated events lie before and after the band of time, and when."""
    begins = events["start"].fillna(events["end"])
    left_out = begins.notna() & ~events["event_id"].isin([mark.event_id for mark in layout.marks])
    if layout.view != "flags" or not left_out.any():
        return
    first = pd.Timestamp(dt.date.fromordinal(max(int(layout.axis.to_day(layout.window[0])), 1)))
    for word, part in (("earlier", begins < first), ("later", begins >= first)):
        if (aside := events[left_out & part]).size:
            yield f"{len(aside)} {word} ({describe_days(aside)})"


def lay_out_slide(events: pd.DataFrame, options: LayoutOptions, *, whole: pd.DataFrame | None = None) -> Layout:
    """As `lay_out`, but with fewer labels than asked for (or `SLIDE_LABELS`) where too many flags would have to be cut.

    A slide with seven titles in full says more than one with twelve that end in an ellipsis: without nearly all of them
    whole, the count that shows most of them whole is taken, the smallest such. Where that is none, since the titles are
    longer than any flag, `most` it is.
    """
    most = options.most or SLIDE_LABELS
    first = lay_out(events, dataclasses.replace(options, most=most), whole=whole)
    if first.view != "flags" or _count_whole(first) >= _NEARLY * len(first.labels):
        return first
    best = first
    for count in range(most - 2, _FEWEST - 1, -1):
        layout = lay_out(events, dataclasses.replace(options, most=count), whole=whole)
        if _count_whole(layout) >= _NEARLY * len(layout.labels):
            return max(best, layout, key=_count_whole)
        if _count_whole(layout) >= max(_count_whole(best), 1):
            best = layout
    return best


def _count_whole(layout: Layout) -> int:
    """How many labels say their whole title."""
    return sum(label.whole for label in layout.labels)


def write_source_line(documents: pd.DataFrame, wanted: str | None, size: float, width: float) -> str:
    """``Source: A, B and 3 more; as of 13 August 2025`` in `width` pixels at `size`; nothing without documents.

    `wanted` is a user's own line, as far as there is room for it; None names the documents.
    """
    if wanted is not None:
        return "".join(wrap(wanted, size, width, 1))
    if documents.empty:
        return ""
    named = [
        str(publisher or title) for publisher, title in zip(documents["publisher"], documents["title"], strict=True)
    ]
    names = list(dict.fromkeys(clean_text(name) for name in named if name))
    published = documents["published"].dropna()
    until = f"; as of {write_day(published.max().date())}" if len(published) else ""
    for count in range(min(len(names), _SOURCES_AT_MOST), 0, -1):
        more = f" and {len(names) - count} more" if count < len(names) else ""
        text = f"Source: {', '.join(names[:count])}{more}{until}"
        if measure_text(text, size) <= width:
            return text
    return f"Source: {len(documents)} documents{until}"
