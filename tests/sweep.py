"""Grids of cases: `make test` takes a sample of each, `make bench` the whole."""

from collections.abc import Iterable
from typing import Any

import pytest

__all__ = ["sample"]


def sample(cases: Iterable[Any], every: int) -> list[Any]:
    """`cases` for `parametrize`, of which the first and each `every`-th after it are tried by `make test`.

    A case that is a tuple has a value for each of several names.
    """
    return [case if number % every == 0 else _put_off(case) for number, case in enumerate(cases)]


def _put_off(case: Any) -> Any:
    """`case` as one that only `make bench` tries."""
    return pytest.param(*(case if isinstance(case, tuple) else (case,)), marks=pytest.mark.sweep)
