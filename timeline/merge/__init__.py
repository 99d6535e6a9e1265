"""The tellings of all documents -> events: one event once, each join with its reason.

It changes no mention. Two tellings are joined when their dates are compatible, they share an actor and content, and
their figures agree; conflicting figures, statuses or stated days keep them apart, and nothing is joined by a chain:
every telling of an event must go with every other (complete link).
"""

from timeline.merge.event import Event
from timeline.merge.join import merge_mentions

__all__ = ["Event", "merge_mentions"]
