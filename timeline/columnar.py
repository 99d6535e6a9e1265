"""The bytes of a Parquet file -> its rows and what its metadata hold, within bounds that its footer is held to first.

It stands at the ground and imports nothing of the tables, since a process of its own reads it (`guard`) and has to
start quickly.
"""

import io
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from timeline.errors import TableError

__all__ = ["ARROW_TYPES", "read_parquet_rows"]

ARROW_TYPES: Final = {
    "text": pa.string(),
    "day": pa.date32(),
    "names": pa.list_(pa.string()),
    "count": pa.int64(),
    "offset": pa.int64(),
    "share": pa.float64(),
}
"""The type of a column by the type of its cells."""


def read_parquet_rows(data: bytes, key: bytes, most_rows: int, most_columns: int) -> tuple[list[dict[str, Any]], bytes]:
    """The rows of the table in `data`, and what its metadata hold under `key`, empty where they hold nothing.

    Raises
    ------
    TableError
        If it is no Parquet file, or its footer announces more rows or columns than are read.
    """
    try:
        file = pq.ParquetFile(io.BytesIO(data))
        size = file.metadata
        if size.num_rows > most_rows or size.num_columns > most_columns:
            said = f"{size.num_rows:,} rows of {size.num_columns:,} columns"
            raise TableError(f"the table has {said}; at most {most_rows:,} of {most_columns:,} are read: split it")
        rest = (file.schema_arrow.metadata or {}).get(key, b"")
        return file.read(use_threads=False).to_pylist(), rest
    except (pa.ArrowException, OSError, ValueError) as error:
        if isinstance(error, TableError):
            raise
        raise TableError(f"not Parquet: {error}; give a table of events") from error
