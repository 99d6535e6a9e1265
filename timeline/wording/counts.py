"""Numbers with their nouns."""

__all__ = ["count_words"]


def count_words(number: int, noun: str) -> str:
    """A number with its noun.

    Examples
    --------
    >>> count_words(1, "event"), count_words(1200, "source")
    ('1 event', '1,200 sources')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
