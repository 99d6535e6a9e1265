"""Scored events -> their importance: a rank in which nothing is said twice and no day takes all the room.

The main events are those not far below the tenth, at least 10 and at most 40; what cannot stand as a title, what no
words date unless it is the news of its document, and what repeats a better event come after them.
"""

import datetime as dt
import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from timeline.events import EventMention
from timeline.merge import EMPTY_VERBS, Event, list_names, name_others, names_event, stands_alone
from timeline.table.lookalikes import keep_one_telling
from timeline.table.retellings import tells_again
from timeline.vocabulary import Basis, Kind, Status

__all__ = ["FEWEST", "MOST", "Chosen", "choose_main", "score_rank"]

FEWEST: Final = 10
"""So many main events at least, where so many can be shown."""

MOST: Final = 40
"""So many at most: what one can read."""

CROWDED = 1.5
"""What each better event of its day takes from the score of another: of .75 to 3 the more the better for the days of
journalists (date F1 of an affair kept aside +.02), but a second row of a day should not need four times the sources."""

LARGEST_SHARE = 3
"""No more than one in so many main events is of one day, unless half of all are."""

FAR = math.log(10)
"""So far below the tenth an event is no longer main: by the scores, which are log odds, ten times less likely to be put
on a timeline. The tenth changes little with the pile; a knee in the ranking, which this took the place of, did: a
twentieth of the documents left out by lot made 15 main events of a pile 36."""

SMALL = 160
"""Events of a pile that is read whole: there what lies on an assumed day fills the room that is left. In a larger one
it has less room by the square of the number, so that a few articles more or less change little."""

SHARE = 0.75
"""The most of a small pile's events that are main: of one article's twenty fifteen, 60 % of what readers mark."""

LEAD = 0.62
"""The prominence of a headline or lead: less is not the news of its document, and not main on an assumed day."""

_WORD = re.compile(r"[^\W_]+")
_SAID_AGAIN = 4, 0.8
"""Of a title of so many words another says so much by the way: "Grey Lattice demanded $15 million", and "Grey Lattice
claimed the attack and demanded $15 million"."""

_STOP = frozenset(
    "the a an of to in on at by for with from and or that as was were is are has have had been be it".split()
)


class Chosen(NamedTuple):
    """What was chosen of some events, in their order.

    Attributes
    ----------
    importance
        By rank, from 0.5 up for the main ones.
    retellings
        For each the numbers of those that tell the same in other words and stand back for it.
    """

    importance: list[float]
    retellings: list[list[int]]


def choose_main(events: Sequence[Event], scores: Sequence[float], latest: dt.date | None = None) -> Chosen:
    """The importance of each event, in the order given, and what stands back for it.

    `scores` say how much each matters by itself; `latest` is the last day of publication, after which plans lie ahead.
    """
    lowered = _lower_crowded(events, scores)
    order = sorted(range(len(events)), key=lambda n: (-lowered[n], events[n].id))
    once, of_disaster = keep_one_telling(events, order, _may_lead)
    fit, repeating = _fit_to_lead(events, once)
    filled, told_again = _fill_up(events, once, fit[: _cut(events, lowered, fit)])
    main = _thin_out(events, filled)
    ahead = next((n for n in order if latest and _is_ahead(events[n], latest)), None)
    if ahead is not None and ahead not in main:
        main = [*main[: MOST - 1], ahead]
    ranked = dict.fromkeys([*main, *fit, *order])  # what is fit to lead comes next: who wants thirty rows sees it, too
    importance = [0.0] * len(events)
    for rank, number in enumerate(ranked):
        importance[number] = score_rank(rank, len(main))
    shown = set(main)
    leads = of_disaster | repeating | {n: lead for n, lead in told_again.items() if lead in shown}
    return Chosen(importance, _list_retellings(len(events), {n: lead for n, lead in leads.items() if n not in shown}))


def _list_retellings(number: int, leads: Mapping[int, int]) -> list[list[int]]:
    """For each of so many events those that it leads, be it by way of another; `leads` go round in no ring."""
    told: list[list[int]] = [[] for _ in range(number)]
    for again in leads:
        lead = leads[again]
        while lead in leads:
            lead = leads[lead]
        told[lead].append(again)
    return told


def score_rank(rank: int, main: int) -> float:
    """The importance of the event at place `rank` (from 0) of a timeline of which the first `main` are main events.

    1.0 for the first, 0.5 for the last main event, below that half as much for every doubling of the rank.

    Examples
    --------
    >>> [score_rank(rank, 3) for rank in (0, 2, 3, 7)]
    [1.0, 0.5, 0.37425, 0.187125]
    """
    if rank < main:
        return round(1.0 - 0.5 * rank / max(1, main - 1), 6)
    return round(0.499 * max(1, main) / (rank + 1), 6)


def _lower_crowded(events: Sequence[Event], scores: Sequence[float]) -> list[float]:
    """The scores, each less by what better events tell of its day."""
    crowd: Counter[tuple[dt.date | None, dt.date | None]] = Counter()
    lowered = list(scores)
    for number in sorted(range(len(events)), key=lambda n: (-scores[n], events[n].id)):
        days = events[number].date.first, events[number].date.last
        lowered[number] -= CROWDED * min(12, crowd[days]) * (days[0] is not None)
        crowd[days] += 1
    return lowered


def _is_of_one_day(events: Sequence[Event]) -> bool:
    days = Counter(e.date.first for e in events if e.date.first)
    return 2 * max(days.values(), default=0) > len(events)


def _thin_out(events: Sequence[Event], main: Sequence[int]) -> list[int]:
    """`main` of a large pile without the last rows of a day that has more than a third of them, but for `FEWEST`."""
    kept = list(main)
    while len(events) > SMALL and len(kept) > FEWEST and not _is_of_one_day(events):
        days = Counter(events[n].date.first for n in kept if events[n].date.first)
        day, most = max(days.items(), key=lambda pair: (pair[1], pair[0]), default=(None, 0))
        if LARGEST_SHARE * most <= len(kept):
            break
        kept.remove(next(n for n in reversed(kept) if events[n].date.first == day))
    return kept


def _fit_to_lead(events: Sequence[Event], order: Sequence[int]) -> tuple[list[int], dict[int, int]]:
    """Of `order` what may be main, at most `MOST`: titles that stand alone, nothing twice, no day with too much.

    The second are the numbers of what would be told twice, each with that of the better one.
    """
    most = MOST if _is_of_one_day(events) else max(FEWEST // LARGEST_SHARE + 1, MOST // LARGEST_SHARE)
    taken: Counter[dt.date | None] = Counter()
    holders: defaultdict[str, list[tuple[int, frozenset[str]]]] = defaultdict(list)
    fit: list[int] = []
    repeating: dict[int, int] = {}
    for number in order:
        event = events[number]
        words = _list_content_words(event.title)
        seen = {n: other for word in words for n, other in holders[word]}
        if not _may_lead(event) or taken[event.date.first] >= most:
            continue
        repeated = (n for n in fit if n in seen and _is_repetition(event, words, events[n], seen[n]))
        better = next(repeated, next((n for n in fit if tells_again(event, events[n])), None))
        if better is not None:
            repeating[number] = better
            continue
        fit.append(number)
        taken[event.date.first] += 1
        for word in words:
            holders[word].append((number, words))
        if len(fit) == MOST:
            break
    return fit, repeating


def _may_lead(event: Event) -> bool:
    """Whether a title stands alone, and words date it or it is the news of its document."""
    basis = Basis(event.date.basis)
    if basis is Basis.NONE or not _stands(event) or _is_no_news(event) or _is_told_in_passing(event):
        return False
    return basis.stated or any(m.prominence >= LEAD for m in event.mentions)


def _is_no_news(event: Event) -> bool:
    """Whether it tells what has long been so ("has led the ministry since 2021"), or that nothing befell anybody."""
    lasting = event.status == Status.ONGOING and event.date.span == "period" and event.date.last is None
    weighty = any(Kind(m.kind).weighty or m.prominence >= LEAD for m in event.mentions)
    return (lasting and not weighty) or (event.status == Status.NEGATED and not event.actors)


def _is_told_in_passing(event: Event) -> bool:
    """Whether it may have been or might be, is only part of what others are told for, or its verb says nothing."""
    titled = [m for m in event.mentions if m.title == event.title] or event.mentions
    empty = all(m.lemma in EMPTY_VERBS for m in titled)
    return empty or event.status in {Status.POSSIBLE, Status.CONDITIONAL} or all(m.part_of for m in event.mentions)


def _stands(event: Event) -> bool:
    """Whether its title says by itself what happened."""
    return stands_alone(event.title) and any(m.stands for m in event.mentions if m.title == event.title)


def _is_named(event: Event) -> bool:
    """Whether its title stands, or a noun names it: "Disputed elections", but not "Flanked by his lawyers"."""
    first = event.title.split(maxsplit=1)[0].casefold() if event.title else ""
    verb_first = first.endswith(("ed", "ing")) and any(_find_trigger(m).startswith(first) for m in event.mentions)
    whole = names_event(event.title) and " " in event.title  # "Ban" alone says nothing
    return _stands(event) or (whole and not verb_first)


def _find_trigger(mention: EventMention) -> str:
    return mention.quote[mention.trigger_start - mention.start : mention.trigger_end - mention.start].casefold()


def _is_repetition(event: Event, words: frozenset[str], other: Event, others: frozenset[str]) -> bool:
    """Whether two titles share more than half of their words, or one all but says the other, and their days overlap.

    But not where they name others: "Fire in Harl kills six", "Fire in Kuma kills two".
    """
    shared, least = len(words & others), min(len(words), len(others))
    if 2 * shared <= len(words | others) and not (least >= _SAID_AGAIN[0] and shared >= _SAID_AGAIN[1] * least):
        return False
    if name_others(list_names(event.title), list_names(other.title)):
        return False
    a, b = event.date, other.date
    return not (a.first and b.last and a.first > b.last) and not (b.first and a.last and b.first > a.last)


def _list_content_words(title: str) -> frozenset[str]:
    return frozenset([word[:6] for word in _WORD.findall(title.lower()) if word not in _STOP])


def _cut(events: Sequence[Event], scores: Sequence[float], fit: Sequence[int]) -> int:
    """How many of `fit` are main: those not far below the tenth, and so many more that no day has over a third."""
    tenth = scores[fit[:FEWEST][-1]] if fit else 0.0
    near = sum(scores[n] >= tenth - FAR for n in fit)
    days = Counter(events[n].date.first for n in fit[:near])
    return min(len(fit), max(near, LARGEST_SHARE * max(days.values(), default=0)))


def _fill_up(events: Sequence[Event], order: Sequence[int], main: Sequence[int]) -> tuple[list[int], dict[int, int]]:
    """`main`, in a small pile with what lies on an assumed day, then on none, then with what a noun alone names.

    Of more than one article's events what lies on no day is left out, but to have `FEWEST`: it is mostly background (of
    such rows one in three could stay as it was, of the others two). So is what was said before; of one article it comes
    last. The second are the numbers of what was said before, each with that of what says it.
    """
    room = min(MOST, max(FEWEST, round(SHARE * len(events)))) - len(main)
    others = [n for n in order if _is_named(events[n]) and not _is_no_news(events[n])]
    alone = _is_of_one_article(events)
    others.sort(
        key=lambda n: (
            not (alone or _is_worth_room(events[n])),
            not _stands(events[n]),
            _is_told_in_passing(events[n]),
            events[n].date.basis == Basis.NONE,
        )
    )
    said, again = _part_repetitions(events, main, others, room)
    if len(events) <= MOST and alone:
        return [*main, *[*said, *again][: max(0, room)]], again
    room = min(room, round(MOST * (SMALL / len(events)) ** 2) - len(main))
    room = max(FEWEST - len(main), sum(_is_worth_room(events[n]) for n in said[: max(0, room)]))
    return [*main, *said[: max(0, room)]], again


def _is_of_one_article(events: Sequence[Event]) -> bool:
    return len({m.document_id for e in events for m in e.mentions}) <= 1


def _part_repetitions(
    events: Sequence[Event], main: Sequence[int], others: Sequence[int], room: int
) -> tuple[list[int], dict[int, int]]:
    """Of `others` the first that say something new, as many as there is room for, and those that say it again."""
    words = {n: _list_content_words(events[n].title) for n in main}
    said, again = list[int](), dict[int, int]()
    for number in (n for n in others if n not in words):
        mine = _list_content_words(events[number].title)
        told = (
            n
            for n in (*main, *said)
            if _is_repetition(events[number], mine, events[n], words[n]) or tells_again(events[number], events[n])
        )
        if (better := next(told, None)) is not None:
            again[number] = better
            continue
        words[number] = mine
        said.append(number)
        if len(said) >= max(room, FEWEST):
            break
    return said, again


def _is_worth_room(event: Event) -> bool:
    """Whether a title stands, and some day is stated for it, or assumed for more than what somebody said."""
    return _stands(event) and event.date.basis != Basis.NONE and not _is_remark(event)


def _is_remark(event: Event) -> bool:
    """Whether it is what somebody said, in one document and on a day that no words give."""
    lone = len({m.document_id for m in event.mentions}) == 1
    return lone and event.kind == Kind.STATEMENT and event.date.basis == Basis.PUBLISHED


def _is_ahead(event: Event, latest: dt.date) -> bool:
    """Whether it is planned for a day after the last publication, and can be shown."""
    first = event.date.first
    return event.status == Status.PLANNED and first is not None and first > latest and _stands(event)
