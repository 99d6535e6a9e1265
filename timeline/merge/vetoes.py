"""What keeps two mentions apart, whatever else they share; each veto has its name."""

import re
from collections.abc import Callable
from typing import Final, TypeAlias

from timeline.events.words.verbs import REPORTING
from timeline.merge.calamities import name_others
from timeline.merge.compared import ComparedMention
from timeline.merge.figures import are_on_other_scales, differ, has_fallen, have_other_tolls, is_beside
from timeline.merge.journeys import are_made_by_others, share_place_alone
from timeline.vocabulary import Kind

__all__ = ["ASSUMED_APART", "DAYS", "LONG_BEFORE", "find_group_veto", "find_veto", "is_no_reason"]

DAYS: Final = "days differ"

ASSUMED_APART: Final = (
    4  # days: two assumed days this near may be of one event (14 instead of 31 loses a right join, too)
)

LONG_BEFORE: Final = 365
"""Days from which on what words date is background to a text that tells without a date."""

_FEW_WORDS = 0  # beside its trigger: with one "used to kill them" goes to any killing of its story

_OPPOSITES = """
hire fire | hire sack | hire dismiss | hire oust | appoint sack | appoint fire | appoint dismiss | appoint resign
hire resign | convict acquit | ban approve | reject approve | reject accept | open close | launch cancel | start end
start stop | begin end | raise cut | raise lower | raise reduce | increase decrease | increase cut | rise fall
gain drop | jump fall | arrest release | arrest free | arrest escape | arrive leave | arrive depart | enter leave
charge plead | indict plead | convict plead | sentence plead
buy sell | deny confirm | deny admit | sign cancel | impose lift | deploy withdraw | accept refuse | rise drop
""".replace("\n", "|")
_UNDONE_BY = {frozenset(pair.split()) for pair in _OPPOSITES.split("|") if pair.strip()}


def find_veto(a: ComparedMention, b: ComparedMention) -> str:
    """Why `a` and `b` cannot tell the same event, or ``""`` where nothing speaks against it."""
    return find_group_veto(a, b) or next((reason for reason, holds in _UNLIKELY if holds(a, b)), "")


def find_group_veto(a: ComparedMention, b: ComparedMention) -> str:
    """The veto that holds for their groups, too, however much the others of the groups are alike; else ``""``."""
    return next((reason for reason, holds in _FORBIDDEN if holds(a, b)), "")


def is_no_reason(a: ComparedMention, b: ComparedMention) -> bool:
    """Whether `a` and `b` may be of one event, but are no reason to join anything: nothing but their triggers is alike.

    Where others bring their groups together they do not stand in the way.
    """
    nothing = (_shares_nothing(a, b) and not _is_named_again(a, b)) or share_place_alone(a, b)
    return nothing or _has_other_agents(a, b) or _says_other(a, b)


def _has_other_figures(a: ComparedMention, b: ComparedMention) -> bool:
    if a.figures and b.figures:
        parted = are_on_other_scales(a.figures, b.figures) or differ(a.figures, b.figures)
        if parted or _has_lower_toll_later(a, b):
            return True
    return is_beside(a.figures, b.original) or is_beside(b.figures, a.original)


def _has_lower_toll_later(a: ComparedMention, b: ComparedMention) -> bool:
    if a.published is None or b.published is None or a.published == b.published:
        return False
    earlier, later = (a, b) if a.published < b.published else (b, a)
    return has_fallen(earlier.figures, later.figures)


def _has_one_denied(a: ComparedMention, b: ComparedMention) -> bool:
    return a.status != b.status and not {a.status, b.status} <= {"happened", "planned"}


def _has_plan_and_fact(a: ComparedMention, b: ComparedMention) -> bool:
    """A plan is told of as what happened later, but not where both say when, unless it came to its day or week."""
    near = max(a.last - a.first, b.last - b.first) <= _FEW_DAYS
    same = near and a.first <= b.last and b.first <= a.last
    return a.status != b.status and a.stated and b.stated and not same


def _has_other_explicit_days(a: ComparedMention, b: ComparedMention) -> bool:
    """Days that both texts spell out; a weekday may be misread, and one such slip must not part two groups."""
    return a.exact and b.exact and a.first != b.first and a.spelled_out and b.spelled_out


def _is_long_apart(a: ComparedMention, b: ComparedMention) -> bool:
    """Whether both set it in times so far apart that no slip explains it: contracts of 2023 and of 2025.

    Of a weekday the publication date may be wrong, so it is held against another weekday alone.
    """
    same_way = a.spelled_out == b.spelled_out and (a.spelled_out or (a.exact and b.exact))
    if not same_way or a.lasting or b.lasting:
        return False
    return max(a.first - b.last, b.first - a.last) > _SLIP


_SLIP = 31  # days


def _has_other_days(a: ComparedMention, b: ComparedMention) -> bool:
    """What happened once is the same as what lasted only where it can be its beginning.

    A ban in April 2025 is not the controls in force since 2022.
    """
    if a.victim and a.victim == b.victim and not (a.stated and b.stated):
        return False  # whoever died died once
    if a.assumed and b.assumed:
        return abs(a.last - b.last) > ASSUMED_APART
    if a.story == b.story and (a.undated or b.undated):
        return False  # "the shooting", told again in a story that names its day
    last_a, last_b = a.last, b.last
    if a.lasting != b.lasting and a.stated and b.stated:
        last_a, last_b = a.last_begun if a.lasting else a.last, b.last_begun if b.lasting else b.last
    return a.first > last_b or b.first > last_a


def _is_background(a: ComparedMention, b: ComparedMention) -> bool:
    """Whether one is set long before the other was told, which no words date: a flu of 1918 and "the flu killed 81".

    What another text tells without a date is the news, unless most of its words are those of the older event. In one
    text so is "five have been killed" beside "the worst since 2005, when nine were killed".
    """
    shared = len(a.own_words & b.own_words)
    same = shared > 1 and 2 * shared >= min(len(a.own_words), len(b.own_words))
    same = same or bool(a.victim and a.victim == b.victim)
    if same or (a.original.document_id == b.original.document_id and not have_other_tolls(a.figures, b.figures)):
        return False  # in one document "the flu" may be that of 1918, unless it killed as many others
    return _is_long_before(a, b) or _is_long_before(b, a)


def _is_long_before(a: ComparedMention, b: ComparedMention) -> bool:
    bare = b.undated or b.assumed or b.original.date.says_nothing
    return a.stated and bare and b.published is not None and b.published - a.last_begun > LONG_BEFORE


def _is_of_others(a: ComparedMention, b: ComparedMention) -> bool:
    """Across stories only what is named alike joins, or where nobody is named what is told of one day in like words.

    A chronology names nobody and the day: "4 March: Pilots vote to strike"; the report of that day need not say it.
    """
    if a.story == b.story or not a.company.isdisjoint(b.company):
        return False
    if (a.actors and b.actors) or not _are_of_one_day(a, b):
        return True
    alike = a.stem == b.stem or not a.families.isdisjoint(b.families)
    if alike and not a.original.numbers.isdisjoint(b.original.numbers):
        return False  # "31 arrested in protests", "Deputies arrested 31 people"
    shared = len(a.own_words & b.own_words)
    if alike and a.affair == b.affair and shared:
        return False  # "A wall of snow buried them on Sunday", "4 February: Snow buries seven skiers"
    return 2 * shared < min(len(a.own_words), len(b.own_words))


def _are_of_one_day(a: ComparedMention, b: ComparedMention) -> bool:
    """Whether a text states the day or few days of one, and those of the other are the same, stated or assumed."""
    days = [(m.last if m.assumed else m.first, m.last) for m in (a, b)]
    near = all(last - first <= _FEW_DAYS for first, last in days)
    return near and (a.stated or b.stated) and days[0][0] <= days[1][1] and days[1][0] <= days[0][1]


_FEW_DAYS = 7  # a strike, a summit, a trial that a chronology puts in one line; "next week"


def _shares_nothing(a: ComparedMention, b: ComparedMention) -> bool:
    """Two that share their trigger alone: "unveiled" is told of many things in one story.

    Who does both makes no event of two verbs, one of which says little by itself: "data was taken", "shares fell".
    """
    if not a.own_words.isdisjoint(b.own_words) or not a.original.numbers.isdisjoint(b.original.numbers):
        return False
    bare = a.vague or b.vague or (a.stem != b.stem and (a.broad or b.broad))
    return bare or a.company.isdisjoint(b.company)


def _is_named_again(a: ComparedMention, b: ComparedMention) -> bool:
    """Whether one names nobody and says little more than its trigger, as its story tells it again: "the quake"."""
    alike = a.stem == b.stem or not a.families.isdisjoint(b.families)
    if a.story != b.story or not alike or not (_says_little(a, b) or _says_little(b, a)):
        return False
    return not (a.broad or b.broad or a.vague or b.vague or Kind.STATEMENT in (a.original.kind, b.original.kind))


def _says_little(a: ComparedMention, other: ComparedMention) -> bool:
    """Whether `a` says no more than its trigger, and nobody who does it stands before that."""
    told = a.original
    before = told.quote[: told.trigger_start - told.start]
    doers = [name for name in a.actors if name.split()[-1] in before]
    return len(a.own_words) <= _FEW_WORDS and not doers and not (a.company and other.company)


def _has_other_agents(a: ComparedMention, b: ComparedMention) -> bool:
    """Two that name who did it, and neither sentence names the other's."""
    named = a.agent in a.actors and b.agent in b.actors
    return named and a.agent != b.agent and a.agent not in b.company and b.agent not in a.company


def _says_other(a: ComparedMention, b: ComparedMention) -> bool:
    """Whether two say something, and their sentences share no word: "it would not pay", "hackers stole the data".

    A mention that knows nothing of its sentence may say the same.
    """
    mine, yours = a.original, b.original
    if not (mine.kind == yours.kind == Kind.STATEMENT and {mine.lemma, yours.lemma} <= REPORTING):
        return False
    said = mine.context & yours.context - {a.stem, b.stem, mine.lemma, yours.lemma}
    return bool(mine.context and yours.context) and not said


def _tells_other_death(a: ComparedMention, b: ComparedMention) -> bool:
    return bool(a.victim and b.victim) and a.victim != b.victim


def _tells_other_disaster(a: ComparedMention, b: ComparedMention) -> bool:
    """Whether something else struck: of one day "the fire killed 36" and "the quake killed two"."""
    return a.calamity is not None and b.calamity is not None and name_others(a.calamity.causes, b.calamity.causes)


def _befalls_other_place(a: ComparedMention, b: ComparedMention) -> bool:
    """Whether both name where and how many, and neither is the same: "nine died in Harl", "six died in Kuma"."""
    if a.calamity is None or b.calamity is None or a.calamity.may_be(b.calamity):
        return False
    return have_other_tolls(a.figures, b.figures)


def _undoes_other(a: ComparedMention, b: ComparedMention) -> bool:
    if (a.opposite and a.opposite == b.kinds) or {_finds_guilty(a), _finds_guilty(b)} == {True, False}:
        return True
    return frozenset((a.original.lemma, b.original.lemma)) in _UNDONE_BY


def _finds_guilty(mention: ComparedMention) -> bool | None:
    """Whether a plea or verdict is guilty; None for what is neither."""
    told = _GUILTY.search(mention.original.title)
    return told[1] is None if told else None


_GUILTY = re.compile(r"\b(not[ -])?guilty\b", re.IGNORECASE)


def _stands_side_by_side(a: ComparedMention, b: ComparedMention) -> bool:
    ordered = _is_ordered_by(a, b) or _is_ordered_by(b, a)
    return a.sentence == b.sentence and a.original.lemma != b.original.lemma and not ordered


def _is_ordered_by(a: ComparedMention, b: ComparedMention) -> bool:
    """Whether one is what the other orders: "ordered it to stop work"."""
    return a.original.part_of == b.original.id and b.original.lemma in _ORDERING


_ORDERING = frozenset("order direct instruct command force compel require".split())

_Vetoes: TypeAlias = tuple[tuple[str, Callable[[ComparedMention, ComparedMention], bool]], ...]

_FORBIDDEN: _Vetoes = (
    ("one is denied", _has_one_denied),
    ("figures differ", _has_other_figures),
    ("one undoes the other", _undoes_other),
    ("two things told in one sentence", _stands_side_by_side),
    ("another disaster", _tells_other_disaster),
    ("one is background", _is_background),
    (DAYS, _is_long_apart),
    (DAYS, _has_other_explicit_days),  # the last, so that days are the answer only where nothing else speaks
)
_UNLIKELY: _Vetoes = (
    ("one planned, one happened", _has_plan_and_fact),
    ("two deaths", _tells_other_death),
    ("another place", _befalls_other_place),
    ("other travellers", are_made_by_others),
    ("of others, in another story", _is_of_others),
    (DAYS, _has_other_days),
)
