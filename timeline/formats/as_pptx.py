"""The timeline as slides of native shapes to edit: one chart, or an overview, one slide a stretch of time and a table.

The user's own template may be given: its title placeholder, body area, fonts and colours are used. The deck carries
what it was made from, so that `timeline.formats.refresh` can bring it up to date.
"""

import datetime as dt
import io
from pathlib import Path

from timeline.errors import FormatError
from timeline.figure.slide import MOST_SLIDES
from timeline.formats.chart_slides import Asked, add_chart_slides, list_titles, split_stretches
from timeline.formats.deck_events import list_deck_events
from timeline.formats.decks import DECKS, add_event_slides, add_voice_slides, choose_presented
from timeline.formats.office import EPOCH, repack
from timeline.formats.slides import keep_record, open_template
from timeline.formats.slides.template_file import name_template
from timeline.formats.sources import find_latest_publication
from timeline.layout import clean_text
from timeline.layout.words import propose_topic
from timeline.table import Timeline

__all__ = ["write"]


def write(  # noqa: PLR0913  each is one control of the dialog
    timeline: Timeline,
    *,
    view: str = "flags",
    template: str | Path | bytes | None = None,
    title: str | None = None,
    source: str | None = None,
    size: str = "16:9",
    window: tuple[dt.date, dt.date] | None = None,
    slides: int | None = MOST_SLIDES,
    show: str = "chart",
    highlight: str | None = None,
) -> bytes:
    """A presentation of `timeline`.

    Parameters
    ----------
    timeline
        What to show.
    view
        ``"flags"``: titles on stems; ``"lanes"``: a lane an actor; or another view of `timeline.draw`.
    template
        A .pptx or .potx, as path or content, whose layouts and theme are used; its slides are not.
    title
        What the first slide says; by default the timeline's title.
    source
        The line at the foot of every chart; None names the documents.
    size
        ``"16:9"`` or ``"4:3"``, for slides without a template, which has a size of its own.
    window
        First and last day of the first chart; None shows everything.
    slides
        How many at most: 1 is the one chart, None as many as it takes to label every event and list all in tables.
        With fewer, several events of a stretch have only a dot, and their titles stand in the notes; tables come only
        where all of them have room.
    show
        ``"chart"``; ``"events"``: one slide an event with the sentence that tells it, of the eight most important where
        there are more; ``"sources"``: who says what, as a table. `view`, `source` and `window` are the chart's.
    highlight
        The id of an event that stands out on the charts: large, in the first accent of the theme.

    Raises
    ------
    FormatError
        If the template cannot be used, or there is no such size or nothing such to show.
    DrawingError
        If there is no such view.
    """
    if show not in DECKS:
        raise FormatError(f"unknown {show!r} for a deck to show; choose one of: {', '.join(DECKS)}")
    if show == "events":
        timeline = choose_presented(timeline)
    said = clean_text(title or timeline.title) or propose_topic(timeline.events)
    parts = list(split_stretches(timeline, slides)) if show == "chart" else []
    titles = [said, *map(clean_text, timeline.events["title"])] if show == "events" else list_titles(said, parts)
    created = max(find_latest_publication(timeline) or EPOCH, EPOCH)
    opened = open_template(_read_template(template), titles=titles, created=created, size=size)
    events = list_deck_events(timeline)
    with name_template(given=template is not None):
        if show == "events":
            add_event_slides(opened, timeline, events)
        elif show == "sources":
            add_voice_slides(opened, timeline, said)
        else:
            asked = Asked(view=view, source=source, events=events, window=window, slides=slides, highlight=highlight)
            add_chart_slides(opened, timeline, parts, said, asked)
        keep_record(opened.presentation, events, said)
        content = io.BytesIO()
        opened.presentation.save(content)
    return repack(content.getvalue())


def _read_template(template: str | Path | bytes | None) -> bytes | None:
    if template is None or isinstance(template, bytes):
        return template
    try:
        return Path(template).read_bytes()
    except OSError as error:
        raise FormatError(
            f"cannot read the template {str(template)!r}: {error.strerror}; give a .pptx or .potx"
        ) from error
