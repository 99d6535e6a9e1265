"""Numbers with their nouns."""

__all__ = ["count_if_any", "count_words"]


def count_words(number: int, noun: str) -> str:
    """A number with its noun.

    Examples
    --------
    >>> count_words(1, "event"), count_words(1200, "source")
    ('1 event', '1,200 sources')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def count_if_any(number: int, noun: str) -> str:
    """The same; ``""`` for none."""
    return count_words(number, noun) if number else ""
