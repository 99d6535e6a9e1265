"""What a dataset says of itself, in a file that is written last: a folder without it is no dataset yet."""

import dataclasses
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from timeline.cache import Cache, open_cache
from timeline.errors import TableError
from timeline.web import is_address

__all__ = [
    "FORMAT",
    "MANIFEST",
    "ROWS_OF_GROUP",
    "UNDATED",
    "Manifest",
    "Month",
    "list_inputs",
    "name_part",
    "open_readings",
    "read_manifest",
]

FORMAT: Final = 2
"""The version of its layout."""

ROWS_OF_GROUP: Final = 1_000
"""So many events of a month, the most important first, are a group of its file; their mentions are the group of the
same number in theirs. A group is read as a whole: of a million events the 5,000 that matter lie in a fourth of them."""

MANIFEST: Final = "manifest.json"

_INPUTS: Final = "inputs.json"

UNDATED: Final = "undated"
"""The month of what has no day."""


def name_part(folder: Path, month: str) -> Path:
    """The file of a month in the `folder` of a table."""
    return folder / f"month={month}" / "part.parquet"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """How many events stand under a month, and the days between which they all lie; "" where one has no such bound."""

    events: int
    first: str
    last: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a dataset says of itself.

    Attributes
    ----------
    program
        The version of the program that wrote it.
    title
        The briefing's title, "" for none.
    inputs
        The paths it was built from.
    counts
        The rows of each table.
    months
        What stands under each month (``2024-03``), in order; what has no day under ``undated``.
    """

    program: str
    title: str
    inputs: tuple[str, ...]
    counts: Mapping[str, int]
    months: Mapping[str, Month]

    def to_json(self) -> str:
        """The content of the file."""
        return json.dumps({"format": FORMAT, **dataclasses.asdict(self)}, indent=1, ensure_ascii=False)


def read_manifest(folder: Path) -> Manifest:
    """What the dataset in `folder` says of itself.

    Raises
    ------
    TableError
        If there is none, its writing broke off, or it is of another version.
    """
    try:
        said = json.loads((folder / MANIFEST).read_bytes())
        if said.pop("format") == FORMAT:
            return _make_manifest(said)
    except FileNotFoundError as error:
        raise TableError(
            f"{str(folder)!r}: no dataset, or one whose building broke off; go on with 'timeline build'"
        ) from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise TableError(f"{str(folder / MANIFEST)!r} does not hold ({error}); build the dataset anew") from error
    raise TableError(f"{str(folder)!r}: a dataset of another version; build it anew with 'timeline build'")


def _make_manifest(said: dict[str, Any]) -> Manifest:
    months = {str(name): Month(**month) for name, month in said.pop("months").items()}
    return Manifest(months=months, inputs=tuple(said.pop("inputs")), **said)


def list_inputs(folder: Path, paths: Sequence[str], *, resume: bool) -> tuple[str, ...]:
    """`paths` as they are found from anywhere; where it is to `resume`, with those that the dataset was built from.

    They are written down before the work begins, so that it can go on wherever it broke off.

    Raises
    ------
    TableError
        If there is nothing to resume, or stdin is among them.
    """
    known = _read_inputs(folder) if resume else ()
    if "-" in paths:
        raise TableError("a dataset is built from files, which are found again, and not from stdin; give a file")
    absolute = [path if is_address(path) else str(Path(path).absolute()) for path in paths]
    inputs = tuple(dict.fromkeys([*known, *absolute]))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _INPUTS).write_text(json.dumps(inputs, ensure_ascii=False, indent=1), encoding="utf-8")
    return inputs


def _read_inputs(folder: Path) -> tuple[str, ...]:
    try:
        return tuple(map(str, json.loads((folder / _INPUTS).read_bytes())))
    except (OSError, ValueError, TypeError) as error:
        raise TableError(f"{str(folder)!r}: nothing to go on with; give the documents to build it from") from error


def open_readings(folder: Path) -> Cache | None:
    """Where a dataset keeps what each document gave, however much it is; who goes on with it finds that there."""
    kept = open_cache(folder)
    return dataclasses.replace(kept, largest=sys.maxsize) if kept else None
