"""The whole timeline as JSON: title and all five tables, and back. `data/timeline.schema.json` describes it."""

import json

from timeline.errors import TableError
from timeline.formats.rows import from_rows, to_rows
from timeline.table import Timeline

__all__ = ["read", "write"]


def write(timeline: Timeline) -> bytes:
    """`timeline` as a JSON object: ``title`` and a list of rows a table; days as ``"2025-07-14"``, missing as null."""
    content = {"title": timeline.title, **to_rows(timeline)}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def read(data: bytes, *, strict: bool = False) -> Timeline:
    """The timeline in `data`: an object as `write` makes it, or a list of events (or an object with one) made by hand.

    Raises
    ------
    TableError
        If it is no JSON, or holds no events; of a saved timeline it names the first cell that does not hold.
    """
    try:
        content = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise TableError(f"not JSON: {error}; give an object with 'events', or a list of events") from error
    content = {"events": content} if isinstance(content, list) else content
    if isinstance(content, dict) and isinstance(within := content.get("timeline"), dict):
        content = {"title": within.get("headline", ""), **within}  # as old TimelineJS and others wrap it
    if not isinstance(content, dict):
        raise TableError("there are no events in this JSON; give an object with 'events', or a list of events")
    return from_rows(content.get("title", ""), content, strict=strict)
