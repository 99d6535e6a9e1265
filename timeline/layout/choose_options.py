"""A timeline -> the options that every chart of it shares: colours, notes, and which dates rest on guesses."""

from collections.abc import Collection
from typing import Any

from timeline.layout.colours import choose_colours
from timeline.layout.options import LayoutOptions
from timeline.table import Timeline, find_guesses

__all__ = ["choose_options"]


def choose_options(timeline: Timeline, asked: Collection[str] = (), **options: Any) -> LayoutOptions:
    """The `options` for a chart of events of `timeline`, with its palette, its notes and the dates that are drawn as
    assumed.

    Actors `asked` for have colours in any case. What `options` say themselves holds.

    Raises
    ------
    DrawingError
        As `LayoutOptions`.
    """
    if "palette" not in options:
        options["palette"], options["colour_by"] = choose_colours(timeline.events, timeline.actors, asked)
    if "guessed" not in options:
        options["guessed"] = find_guesses(timeline)
    options.setdefault("notes", timeline.notes)
    return LayoutOptions(**options)
