"""One row of a table made elsewhere, and what is said of cells in it that could not be used."""

import dataclasses
from collections.abc import Mapping
from typing import Any

import pandas as pd

from timeline.errors import TableError
from timeline.table.headers import Headers

__all__ = ["Remarks", "Row", "is_missing"]

MOST_REMARKS = 50  # on cells of one table; who has more has given another kind of table


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of the table: its number from 1, its cells by field, the columns they stand in, the order of figures."""

    number: int
    cells: Mapping[str, Any]
    headers: Headers
    order: str | None = None
    is_as_it_is: bool = False  # made by a program of ours or of the caller: nothing in it is a page's way of writing

    def make_error(self, field: str, message: str) -> TableError:
        """The error that names the cell of `field`."""
        return TableError(f"row {self.number}, column {self.headers.names.get(field, field)!r}: {message}")


@dataclasses.dataclass(slots=True)
class Remarks:
    """What is said of cells that do not hold: the first ends the reading where the reader is `strict`."""

    strict: bool = False
    messages: list[str] = dataclasses.field(default_factory=list)
    _left_out: int = 0

    def add(self, error: TableError | str, done: str = "") -> None:
        """Say what is wrong, and what was `done` about it.

        Raises
        ------
        TableError
            The error itself, where reading is strict.
        """
        if self.strict and isinstance(error, TableError):
            raise error
        if len(self.messages) >= MOST_REMARKS:
            self._left_out += 1
        else:
            self.messages.append(f"{error}; {done}" if done else str(error))

    def list_all(self) -> list[str]:
        """All of it, with the number of what is left out."""
        more = [f"{self._left_out} more cells like these could not be used"] if self._left_out else []
        return [*self.messages, *more]


def is_missing(value: object) -> bool:
    """Whether a cell is empty, or what a program writes into one that is."""
    if isinstance(value, str):
        return not value.strip()
    return value is None or value is pd.NaT or value is pd.NA or (isinstance(value, float) and value != value)  # noqa: PLR0124  NaN
