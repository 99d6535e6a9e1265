"""One document -> its event mentions."""

from collections.abc import Sequence

from timeline.actors import ActorMention
from timeline.dates import DateMention
from timeline.documents import Document
from timeline.events.mention import EventMention

__all__ = ["find_events"]


def find_events(
    document: Document, dates: Sequence[DateMention], actors: Sequence[ActorMention]
) -> list[EventMention]:
    """Every event the main text of `document` tells, in order of their triggers; empty where it tells none.

    `dates` and `actors` are those found in the document's main text, with offsets in `document.text`.
    """
    raise NotImplementedError
