"""The events table as Parquet, for other programs; the other tables travel in the file's metadata. And back."""

import functools
import io
import json

import pyarrow as pa
import pyarrow.parquet as pq

from timeline.columnar import ARROW_TYPES, read_parquet_rows
from timeline.errors import TableError
from timeline.formats.rows import from_rows, to_rows
from timeline.guard import run_apart
from timeline.table import EVENTS, MOST_COLUMNS, MOST_ROWS, Timeline

__all__ = ["read", "write"]

_KEY = b"briefing-timeline"


def write(timeline: Timeline) -> bytes:
    """The events of `timeline` as a Parquet table with typed days and lists of names."""
    rest = {"title": timeline.title, **to_rows(timeline)}
    del rest["events"]
    schema = pa.schema([(name, ARROW_TYPES[kind]) for name, kind in EVENTS.items()], {_KEY: json.dumps(rest).encode()})
    content = io.BytesIO()
    pq.write_table(pa.Table.from_pandas(timeline.events, schema, preserve_index=False), content)
    return content.getvalue()


def read(data: bytes, *, strict: bool = False) -> Timeline:
    """The timeline in `data`, written by `write` or another program's table of events.

    Raises
    ------
    TableError
        If it is no such table.
    """
    read_bounded = functools.partial(read_parquet_rows, key=_KEY, most_rows=MOST_ROWS, most_columns=MOST_COLUMNS)
    events, kept = run_apart(read_bounded, data, TableError)
    try:
        rest = json.loads(kept or b"{}")
    except ValueError as error:
        raise TableError(f"not Parquet that was written here: {error}; give a table of events") from error
    if rest:
        events = [row | {day: row[day] and row[day].isoformat() for day in ("start", "end")} for row in events]
    return from_rows(rest.pop("title", ""), {"events": events, **rest}, strict=strict)
