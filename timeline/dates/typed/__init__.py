"""A date that someone typed -> its days, the same in a field of the screen, a cell of a table and an argument.

| module | job |
|---|---|
| `days` | what such a date says |
| `forms` | forms that dates take only where they are typed: open and bounded ones, spans with a sign, marks of doubt |
| `read` | the one reader |
"""

from timeline.dates.typed.days import NO_DAYS, Days
from timeline.dates.typed.forms import is_open_end, names_no_date, tidy
from timeline.dates.typed.read import find_figure_order, read_days

__all__ = ["NO_DAYS", "Days", "find_figure_order", "is_open_end", "names_no_date", "read_days", "tidy"]
