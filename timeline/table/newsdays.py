"""Events of a briefing -> for each day how much of the briefing tells of it."""

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from timeline.merge import Event, measure_closeness
from timeline.vocabulary import Basis

__all__ = ["weigh_days"]

DAY_AFTER: Final = 0.5
"""What a document published on the day after counts for a day, beside 1 for one that names it: most news is of the day
before. Its own day of publication counts for nothing until a text names it. Days ranked by this alone find more of the
days of journalists' timelines than days ranked by how often they are named or published on: date F1 +.03, +.14 and
+.05 on three affairs, by the former way +.02, +.00 and +.01; .25 to 1 give the same within .02."""


NEWS: Final = 5.0
"""So many documents make a day one of the news, at the least: of five articles the only two that name the day on which
a spokesman repeated himself do not put him first."""


def weigh_days(events: Iterable[Event], published: Mapping[str, dt.date | None]) -> dict[dt.date, float]:
    """For each day how much of the briefing tells of it, 0-1 by the logarithm of the documents.

    Each document counts by how close it is to what the briefing is about.
    """
    mentions = [m for event in events for m in event.mentions]
    closeness = measure_closeness(mentions)
    telling: defaultdict[dt.date, set[str]] = defaultdict(set)
    for m in mentions:
        if Basis(m.date.basis).stated and m.date.first and m.date.first == m.date.last:
            telling[m.date.first].add(m.document_id)
    before: defaultdict[dt.date, set[str]] = defaultdict(set)
    for name, day in published.items():
        if day and day > dt.date.min and name in closeness:
            before[day - dt.timedelta(days=1)].add(name)
    mean = math.fsum(closeness.values()) / max(1, len(closeness)) or 1.0

    def count(names: Iterable[str]) -> float:
        return math.fsum([closeness[name] for name in names]) / mean

    days = telling.keys() | before.keys()
    told = {day: count(telling[day]) + DAY_AFTER * count(before[day]) for day in days}
    most = math.log1p(max([NEWS, *told.values()]))
    return {day: math.log1p(much) / most for day, much in told.items()}
