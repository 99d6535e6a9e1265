"""What the columns of a table made elsewhere are called, and what they were taken for."""

from collections.abc import Mapping

__all__ = ["describe_columns", "strip_name"]


def strip_name(name: object) -> str:
    """The letters and digits of a column's name, whatever their case: all of it that counts.

    Examples
    --------
    >>> strip_name(" Article-Text:")
    'articletext'
    """
    return "".join(char for char in str(name).casefold() if char.isalnum())


def describe_columns(names: Mapping[str, str]) -> str:
    """Which column was taken for which field, in words; ``""`` where every column has the name of its field.

    Examples
    --------
    >>> describe_columns({"title": "Title", "start": "Date"})
    "columns read: start from 'Date'"
    >>> describe_columns({"title": "Title"})
    ''
    """
    taken = [f"{field} from {name!r}" for field, name in names.items() if strip_name(name) != strip_name(field)]
    return f"columns read: {', '.join(taken)}" if taken else ""
