"""A deck that stays: brought up to date with a timeline, with everything in it that users made their own.

Three things are compared for every shape: what it said when it was written, which it carries; what it says now; and
what the timeline says. Where the first two agree, the third is said; where they do not, a user has spoken.
"""

from timeline.formats.refresh.deck import Change, Refreshed, refresh

__all__ = ["Change", "Refreshed", "refresh"]
