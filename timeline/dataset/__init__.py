"""An archive's timeline as a folder of Parquet files by month, of which a stretch is opened without reading the rest.

| module | what it has |
|---|---|
| `manifest` | what a dataset says of itself: its version, what it was built from, how much each month holds |
| `holding` | the folder held by the one program that builds it |
| `write` | a timeline -> the folder |
| `open_slice` | the folder, days and actors -> the timeline of that slice |
"""

from timeline.dataset.holding import hold_dataset
from timeline.dataset.manifest import Manifest, list_inputs, open_readings, read_manifest
from timeline.dataset.open_slice import Slice, open_slice
from timeline.dataset.write import write_dataset

__all__ = [
    "Manifest",
    "Slice",
    "hold_dataset",
    "list_inputs",
    "open_readings",
    "open_slice",
    "read_manifest",
    "write_dataset",
]
