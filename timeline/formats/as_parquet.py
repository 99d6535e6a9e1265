"""The events table as Parquet, for other programs; the other tables travel in the file's metadata. And back."""

import io
import json
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from timeline.errors import TableError
from timeline.formats.rows import Rows, from_rows, to_rows
from timeline.guard import run_apart
from timeline.table import EVENTS, Timeline, check_size

__all__ = ["read", "write"]

_KEY = b"briefing-timeline"
_TYPES = {
    "text": pa.string(),
    "day": pa.date32(),
    "names": pa.list_(pa.string()),
    "count": pa.int64(),
    "share": pa.float64(),
}


def write(timeline: Timeline) -> bytes:
    """The events of `timeline` as a Parquet table with typed days and lists of names."""
    rest = {"title": timeline.title, **to_rows(timeline)}
    del rest["events"]
    schema = pa.schema([(name, _TYPES[kind]) for name, kind in EVENTS.items()], {_KEY: json.dumps(rest).encode()})
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
    events, rest = run_apart(_contents, data, TableError)
    if rest:
        events = [row | {day: row[day] and row[day].isoformat() for day in ("start", "end")} for row in events]
    return from_rows(rest.pop("title", ""), {"events": events, **rest}, strict=strict)


def _contents(data: bytes) -> tuple[Rows, dict[str, Any]]:
    """The rows of the table and what its metadata hold; the footer says how large it is before any page is read."""
    try:
        file = pq.ParquetFile(io.BytesIO(data))
        check_size(file.metadata.num_rows, file.metadata.num_columns)
        rest = json.loads((file.schema_arrow.metadata or {}).get(_KEY, b"{}"))
        return file.read(use_threads=False).to_pylist(), rest
    except (pa.ArrowException, OSError, ValueError) as error:
        if isinstance(error, TableError):
            raise
        raise TableError(f"not Parquet: {error}; give a table of events") from error
