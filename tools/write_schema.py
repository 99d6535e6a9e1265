"""Writes the words of the closed sets into `data/timeline.schema.json`; run it after a change of the vocabulary.

python tools/write_schema.py
"""

import json
from enum import StrEnum
from pathlib import Path
from typing import Any

from timeline.vocabulary import Basis, Extent, Precision, PublishedBasis, Review, Status, list_values

SCHEMA = Path(__file__).parents[1] / "data/timeline.schema.json"
SETS: dict[str, dict[str, type[StrEnum]]] = {
    "events": {"precision": Precision, "span": Extent, "date_basis": Basis, "status": Status, "review": Review},
    "mentions": {"date_basis": Basis, "status": Status},
    "documents": {"published_basis": PublishedBasis},
}
"""The columns that hold a closed set. `kind` is open, since a table made by hand may have its own."""


def schema_with_sets(schema: dict[str, Any]) -> dict[str, Any]:
    """`schema` with the words that each column of a closed set allows, in the order of the set."""
    for table, columns in SETS.items():
        for column, members in columns.items():
            schema["properties"][table]["items"]["properties"][column] = {"enum": list(list_values(members))}
    return schema


if __name__ == "__main__":
    made = schema_with_sets(json.loads(SCHEMA.read_text("utf-8")))
    SCHEMA.write_text(json.dumps(made, indent=2, ensure_ascii=False) + "\n", "utf-8")
