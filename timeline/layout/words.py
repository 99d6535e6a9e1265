"""The whole chart -> a text alternative for those who do not see it."""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from typing import Final

import pandas as pd

from timeline.layout.text import clean_text
from timeline.table import EventRow, Timeline, find_leading_events, list_events
from timeline.vocabulary import Extent, Precision, Status
from timeline.wording import MONTHS, count_words, describe_date, describe_date_in_full, write_day

__all__ = ["describe_days", "describe_events", "name_leading_actors", "name_timeline", "propose_title", "propose_topic"]

_NAME: Final = re.compile(r"(?<=[a-z,] )[A-Z][\w-]*\d[\w-]*|(?<=[a-z,] )[A-Z]{2,}[\w-]*|(?<=[a-z,] )[A-Z][a-z]{3,}\b")
"""A name within a title, not at its beginning, where any word has a capital."""

_RUN: Final = re.compile(r"(?<=[a-z,] )[A-Z][\w-]*(?: [A-Z][\w-]*)*")
"""Words with a capital in a row, of which one is such a name."""

_OFTEN: Final = 0.15
"""A topic is named by at least this share of the titles."""


def describe_events(events: pd.DataFrame, *, most: int = 200) -> str:
    """The chart in words for those who do not see it: a sentence on the whole, then a line an event, in date order.

    Only the `most` most important events have a line, and the text says so.

    Examples
    --------
    >>> print(describe_events(pd.DataFrame({"title": [], "start": [], "end": []})))
    A timeline without events.
    """
    if not len(events):
        return "A timeline without events."
    listed = events
    if len(events) > most:
        listed = find_leading_events(events, most)
    more = [f"and {len(events) - most} less important events."] if len(events) > most else []
    return "\n".join([_describe_overview(events), *map(_describe_row, list_events(listed)), *more])


def describe_days(events: pd.DataFrame) -> str:
    """The first and last date in words, no more exact than they are known; nothing where no event has a date.

    Examples
    --------
    >>> row = {"start": pd.Timestamp("2022-01-01"), "end": pd.NaT, "precision": "year", "span": "period",
    ...        "edtf": "2022/.."}
    >>> describe_days(pd.DataFrame([row]))
    '2022'
    >>> day = row | {"start": pd.Timestamp("2025-08-13"), "end": pd.Timestamp("2025-08-13"), "precision": "day"}
    >>> describe_days(pd.DataFrame([row, day]))
    '2022 to 13 August 2025'
    >>> week = {"start": pd.Timestamp("2025-07-21"), "end": pd.Timestamp("2025-07-27"), "precision": "week"}
    >>> describe_days(pd.DataFrame([row | week | {"span": "point"}, day]))
    '21 July to 13 August 2025'
    """
    begins, ends = events["start"].fillna(events["end"]), events["end"].fillna(events["start"])
    if begins.dropna().empty:
        return ""
    first, last = _describe_edge(events, begins, begins.min()), _describe_edge(events, ends, ends.max())
    if first.endswith(last) or last.endswith(first):  # one within the other: "31 July 2025" and "July 2025"
        return min(first, last, key=len)
    start, end = first.split(), last.split()
    once = len(start) > 1 and start[-2] in MONTHS and start[-1] == end[-1]
    return f"{' '.join(start[:-1]) if once else first} to {last}"


def _rank_precision(precision: Precision) -> int:
    return -1 if precision.exact_ends else precision.rank


def name_timeline(timeline: Timeline) -> str:
    """Its title; of one without a title what `propose_title` gives."""
    return timeline.title or propose_title(timeline.events)


def propose_title(events: pd.DataFrame) -> str:
    """What a chart of `events` without a title may be called: its topic and when; ``"Timeline"`` without events.

    Examples
    --------
    >>> rows = {"title": ["US bans the H20", "Nvidia sells the H20", "Nvidia calls it old"], "precision": "day",
    ...         "actors": [["US"], ["Nvidia"], ["Nvidia", "US"]], "start": pd.to_datetime(["2025-07-14"] * 3)}
    >>> events = pd.DataFrame(rows).assign(end=lambda frame: frame["start"], span="point", edtf="2025-07-14")
    >>> propose_title(events)
    'Nvidia, US: H20, 14 July 2025'
    >>> propose_title(events.head(0))
    'Timeline'
    """
    return ", ".join(filter(None, [propose_topic(events), describe_days(events)]))


def propose_topic(events: pd.DataFrame) -> str:
    """Who and what about, for what has its days beside it: ``"Nvidia, US: H20"``.

    Who: the two who most often come first or at all. What: the name that most titles have and no actor, if many have.

    Examples
    --------
    >>> titles = ["Hooli fixes Internet Explorer", "Hooli drops Internet Explorer", "Users leave Explorer"]
    >>> propose_topic(pd.DataFrame({"title": titles, "actors": [["Hooli"], ["Hooli"], []]}))
    'Hooli: Internet Explorer'
    """
    whom, what = name_leading_actors(events, 2), _find_word(events)
    return f"{whom}: {what}" if whom and what else whom or what or ("Timeline" if events.empty else "What happened")


def name_leading_actors(events: pd.DataFrame, most: int = 3) -> str:
    """The up to three who most often come first or at all, of those that come first: ``"Nvidia, China"``.

    Of two names of which one is part of the other, the more frequent stands for both.

    Examples
    --------
    >>> actors = [["Marlow Harbour Board", "Calder"]] * 3 + [["Harbour Board"]] * 2
    >>> name_leading_actors(pd.DataFrame({"actors": actors}))
    'Marlow Harbour Board'
    """
    parts = events["actors"].tolist()
    counts = Counter(name for actors in parts for name in dict.fromkeys(actors))
    leading = {name for actors in parts for name in actors[:1]}
    named: list[str] = []
    for name in sorted(leading, key=lambda name: (-counts[name], name)):
        if len(named) < most and not any(_is_part(name, other) or _is_part(other, name) for other in named):
            named.append(name)
    return ", ".join(map(clean_text, named))


def _is_part(name: str, other: str) -> bool:
    """Whether all words of `name` are words of `other`."""
    return set(name.casefold().split()) <= set(other.casefold().split())


def _find_word(events: pd.DataFrame) -> str:
    """The name that most titles have, of those that belong to no actor; nothing where few have one."""
    own = {word.lower() for actors in events["actors"] for name in actors for word in re.findall(r"\w+", name)}
    titles = [clean_text(title) for title in events["title"]]
    named = Counter(name for title in titles for name in set(_NAME.findall(title)))
    counted = [(count, name) for name, count in named.items() if name.lower() not in own]
    count, name = max(counted, key=lambda pair: (pair[0], pair[1]), default=(0, ""))
    return _complete_name(name, titles, own) if count >= max(2, _OFTEN * len(events)) else ""


def _complete_name(word: str, titles: Iterable[str], own: Collection[str]) -> str:
    """The longest name around `word` that half of the `titles` with it have: “Internet Explorer” of “Explorer”."""
    runs = [run.split() for title in titles for run in _RUN.findall(title) if word in run.split()]
    phrases = Counter(
        " ".join(run[first:after])
        for run in runs
        for first in range(run.index(word) + 1)
        for after in range(run.index(word) + 1, len(run) + 1)
        if not any(part.lower() in own for part in run[first:after])
    )
    often = [phrase for phrase, count in phrases.items() if 2 * count >= len(runs)]
    return max(often, key=lambda phrase: (len(phrase.split()), phrases[phrase]), default=word)


def _describe_edge(events: pd.DataFrame, days: pd.Series, day: pd.Timestamp) -> str:
    """The first or last of `days` in words, as exact as the event that knows it best."""
    row = min(list_events(events[days == day]), key=lambda row: _rank_precision(Precision(row["precision"])))
    if Precision(row["precision"]).exact_ends:
        return write_day(day.date())
    whole = row["span"] == Extent.POINT and None not in (row["start"], row["end"])
    return describe_date(row if whole else row | {"span": Extent.PERIOD, "start": day, "end": day})


def _describe_overview(events: pd.DataFrame) -> str:
    covered = describe_days(events)
    joint = "from" if " to " in covered else "on" if covered[:1].isdecimal() and " " in covered else "in"
    span = f"{joint} {covered}" if covered else "without dates"
    leads = Counter(name for names in events["actors"] for name in set(names))
    ranked = sorted(leads, key=lambda name: (-leads[name], name))[:3]
    whom = f"; most often with {', '.join(clean_text(name) for name in ranked)}" if ranked else ""
    return f"A timeline of {count_words(len(events), 'event')} {span}{whom}."


def _describe_row(row: EventRow) -> str:
    names: Iterable[str] = row["actors"]
    about = [", ".join(clean_text(name) for name in names), Status(row["status"]).aside]
    aside = "; ".join(filter(None, about))
    said = describe_date_in_full(row)
    return f"{said[0].upper()}{said[1:]}: {clean_text(row['title'])}{f' ({aside})' if aside else ''}"
