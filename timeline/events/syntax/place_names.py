"""The comma inside a place's name ("Wasilla, Alaska") is part of the name, and parts no clauses.

Without this "the church in Wasilla, Alaska went up in flames" tells that Alaska did.
"""

from collections.abc import Sequence

from timeline.actors import ActorMention, is_place_name
from timeline.events.words import tagset

__all__ = ["join_places"]

_BEFORE = frozenset("in at near from of outside around to".split())
_MOST_WORDS = 3  # of a place's name: "Salt Lake City"
_FRONTED = frozenset(("IN", "TO", "WRB", "VBG", "RB"))


def join_places(
    words: Sequence[str], low: Sequence[str], tags: list[str], actors: Sequence[ActorMention | None]
) -> None:
    """Tag the commas between a town and its state or country as part of their name, in place."""
    joined = 0
    for comma in range(2, len(words) - 1):
        if low[comma] == "," and tags[comma] == "," and _is_town(words, low, comma, joined):
            end = _find_end(words, comma + 1, actors)
            if end > comma + 1 and not _begins_clause(tags, comma, end):
                tags[comma] = "NNP"
                tags[comma + 1 : end] = ["NNP"] * (end - comma - 1)
                joined = end


def _is_town(words: Sequence[str], low: Sequence[str], comma: int, joined: int) -> bool:
    """Whether names that say where stand before the comma: "in Salt Lake City", "in Lagos, Nigeria and Accra"."""
    start = comma
    while start > 0 and comma - start < _MOST_WORDS and words[start - 1][:1].isupper():
        start -= 1
    further = low[start - 1] == "and" and joined and joined == start - 1
    return 0 < start < comma and (low[start - 1] in _BEFORE or bool(further))


def _find_end(words: Sequence[str], start: int, actors: Sequence[ActorMention | None]) -> int:
    """Where the name of a state or country ends that begins at `start`; `start` where none does."""
    actor = actors[start]
    if actor is not None:
        return start + (actor.kind in ("country", "government"))
    for end in range(min(len(words), start + _MOST_WORDS), start, -1):
        if is_place_name(" ".join(words[start:end])):
            return end
    shortened = words[start + 1 : start + 2] == ["."] and is_place_name(f"{words[start]}.")
    return start + 2 if shortened and start + 2 < len(words) else start


def _begins_clause(tags: Sequence[str], comma: int, end: int) -> bool:
    """Whether the second name opens the clause behind a fronted phrase: "After talks in Paris, France said"."""
    if tags[end : end + 1] in ([], [","], ["."], [")"]):
        return False
    start = max((k + 1 for k in range(comma) if tags[k] in tagset.BREAKS), default=0)
    return tags[start] in _FRONTED
