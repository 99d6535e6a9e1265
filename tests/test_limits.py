"""The table of limits says what the code holds to."""

import importlib
import re
from pathlib import Path

import pytest

PAGE = (Path(__file__).parents[1] / "docs" / "limits.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (.+?) \| ([\d,]+) \| `(timeline[\w.]+)\.(\w+)` \|$", PAGE, re.MULTILINE)


@pytest.mark.parametrize(("what", "bound", "module", "name"), ROWS, ids=[f"{row[2]}.{row[3]}" for row in ROWS])
def test_every_limit_is_the_code_s(what, bound, module, name):
    """A user who reads a bound meets that one."""
    assert getattr(importlib.import_module(module), name) == int(bound.replace(",", "")), what


def test_every_row_is_read():
    """No line of the tables has another form, which nothing would check."""
    assert len(ROWS) == PAGE.count("| `timeline.")
