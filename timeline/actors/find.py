"""Text -> actor mentions."""

from timeline.actors.known import ActorList
from timeline.actors.mention import ActorMention

__all__ = ["find_actors"]


def find_actors(text: str, known: ActorList) -> list[ActorMention]:
    """Every actor that `text` names, in order of their offsets, not overlapping; empty where it names none."""
    raise NotImplementedError
