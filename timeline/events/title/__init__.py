"""A candidate -> the line a reader would put on a slide: a short clause in the document's own words.

The words are the document's; left out are dates, connectives, asides and what hangs on at the end, and a pronoun gives
way to the name it stands for. Nothing is added but that name.
"""

from timeline.events.title.fit import LONGEST, Title, write_title

__all__ = ["LONGEST", "Title", "write_title"]
