"""One document, its dates and its actors -> what it tells: who did what, when, in which words.

It looks at no other document.
"""

from timeline.events.dated_sentences import find_dated_sentences
from timeline.events.features import NUMBER_WORDS
from timeline.events.find import MOST_TOLD, find_events
from timeline.events.mention import EventDate, EventMention, Opening

__all__ = ["MOST_TOLD", "NUMBER_WORDS", "EventDate", "EventMention", "Opening", "find_dated_sentences", "find_events"]
