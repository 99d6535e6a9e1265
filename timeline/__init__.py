"""Documents in, a timeline a reader can trust out.

The package is one road, and each module imports only from those before it:

    dates | actors -> documents -> events -> merge -> table
    -> build | store | layout -> figure -> formats -> screen, cli

`read_documents` reads files, `build_timeline` walks the road, `draw` gives the chart, `export` writes it out;
`read_table` takes a table made by hand. `timeline.dates.find_dates` finds dates in any text.
"""

import importlib
from typing import TYPE_CHECKING, Any

from timeline.extras import name_extra

if TYPE_CHECKING:
    from timeline.build import build_timeline
    from timeline.documents import Document, read_documents
    from timeline.errors import TimelineError
    from timeline.figure.draw import draw
    from timeline.formats.export import export, read_table
    from timeline.table import Timeline

__all__ = [
    "Document",
    "Timeline",
    "TimelineError",
    "build_timeline",
    "draw",
    "export",
    "read_documents",
    "read_table",
]

# Fetched on first use: whoever only finds dates waits for neither pandas nor Plotly.
_HOMES = {
    "Document": "timeline.documents",
    "Timeline": "timeline.table",
    "TimelineError": "timeline.errors",
    "build_timeline": "timeline.build",
    "draw": "timeline.figure",
    "export": "timeline.formats",
    "read_documents": "timeline.documents",
    "read_table": "timeline.formats",
}


def __getattr__(name: str) -> Any:
    """The public name `name`, from the module that owns it."""
    if name not in _HOMES:
        raise AttributeError(f"module 'timeline' has no attribute {name!r}; it has: {', '.join(__all__)}")
    with name_extra(f"timeline.{name}"):
        return getattr(importlib.import_module(_HOMES[name]), name)
