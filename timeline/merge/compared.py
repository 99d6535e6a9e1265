"""What comparing needs to know of a mention, worked out once, since each is compared many times."""

import dataclasses
import datetime as dt
import re
from typing import Final

from timeline.events import EventDate, EventMention
from timeline.events.syntax.stems import find_stem
from timeline.merge import _families
from timeline.merge.calamities import Calamity, read_calamity
from timeline.merge.figures import Figures, read_quantities
from timeline.vocabulary import Basis, Kind, Status

__all__ = ["REACH", "ComparedMention", "are_alike", "list_families", "list_own_words"]

REACH: Final = 31
"""Days that an assumed date reaches back, and an undated mention lies from its publication (`events-2026-11.md`)."""

STORY_REACH: Final = 3
"""Days that it reaches back where it is not that of publication, but one that the lead of its story states: with more
the headline "Fourth victim dies" goes to the three of four days before (ECB+: F1 +.5, recall +.7)."""

_BROAD = frozenset("do get give go have hold keep make put see set take tell use say add be become show want".split())
"""Verbs that say too little for two mentions to be alike by them."""

_FORBIDS, _ALLOWS = frozenset({"ban", "sanction"}), frozenset({"approval", "reversal"})
_DISMISSES, _APPOINTS = frozenset({Kind.DISMISSAL}), frozenset({Kind.APPOINTMENT})
_OPPOSITE = {_FORBIDS: _ALLOWS, _ALLOWS: _FORBIDS, _DISMISSES: _APPOINTS, _APPOINTS: _DISMISSES}
_VAGUE = frozenset({"other", "statement", "merger"})  # kinds that say too little to make two mentions alike
_SLACK = {"part": 10, "week": 6, "month": 30, "quarter": 91, "season": 91, "half": 183, "year": 365, "decade": 3652}


@dataclasses.dataclass(frozen=True, slots=True)
class ComparedMention:
    """An event mention as it is compared.

    Attributes
    ----------
    story, affair
        The numbers of the story its document tells and of the affair that is of; -1 for none.
    victim
        The person whose death it tells, by name; empty where it tells none's.
    published
        The ordinal of its document's day of publication, if that is known.
    families
        The families of words its trigger belongs to: buy, acquire, takeover.
    kinds, opposite
        The kinds that may be told for one another (a ban for a sanction, the lifting of one for an approval; empty
        where the kind says too little), and those that undo them.
    agent, actors, company
        Who did it (empty for nobody), its own actors, and all that its sentence names.
    stem, broad
        That of its trigger, which verb and noun share: reverse, reversal; whether it says too little by itself: take.
    calamity
        What it says of a disaster, if anything.
    words
        The words of its clause; for what may be said in many ways its kind instead of its trigger: lifted, reversed.
    own_words
        The words of its clause without its trigger.
    figures
        What its clause counts, by what is counted.
    status
        ``happened``, ``planned``, ``denied`` or ``negated``: statuses that may go together are one.
    exact, spelled_out
        Whether the text states the day; whether it does so with its month ("3 May", not "Monday").
    assumed, undated
        Whether it is the day of the story or of publication; whether nothing dates it.
    vague
        Whether it is a plan or possibility that nothing dates: "to sell".
    first, last
        Ordinals of the days on which it can have been: an assumed day reaches back by `REACH`, an undated mention lies
        within that of its publication.
    last_begun
        For what lasted the last day on which it can have begun.
    """

    original: EventMention
    sentence: tuple[str, int]
    story: int
    affair: int
    victim: str
    published: int | None
    families: frozenset[int]
    kinds: frozenset[str]
    opposite: frozenset[str]
    agent: str
    actors: frozenset[str]
    company: frozenset[str]
    stem: str
    broad: bool
    calamity: Calamity | None
    words: frozenset[str]
    own_words: frozenset[str]
    figures: Figures
    status: str
    stated: bool
    exact: bool
    spelled_out: bool
    assumed: bool
    undated: bool
    vague: bool
    lasting: bool
    first: int
    last: int
    last_begun: int

    @classmethod
    def from_mention(
        cls, mention: EventMention, published: dt.date | None = None, story: int = -1, affair: int | None = None
    ) -> "ComparedMention":
        """`mention` as it is compared; its affair is its story where none is given."""
        kinds = _list_kinds(mention.kind)
        date = mention.date
        first, last = _read_days(date, published)
        begun = min(last, first + _SLACK.get(date.precision, 0)) if date.first else last
        stem = _find_trigger_stem(mention)
        name = _name_trigger(mention)
        needed = name.partition("_")[2]
        return cls(
            original=mention,
            sentence=(mention.document_id, mention.start),
            story=story,
            affair=story if affair is None else affair,
            victim=_find_victim(mention),
            published=published.toordinal() if published else None,
            families=_families.OF_LEMMA.get(name, frozenset()),
            kinds=kinds,
            opposite=_OPPOSITE.get(kinds, frozenset()),
            agent=mention.agent,
            actors=frozenset(mention.actors),
            company=mention.company.union(mention.actors),
            stem=needed if needed in mention.words else name if needed else stem,
            broad=name in _BROAD,
            calamity=read_calamity(mention),
            words=kinds | {w for w in mention.words if not w.startswith(stem)} if kinds else mention.words,
            own_words=list_own_words(mention),
            figures=read_quantities(mention),
            status=Status(mention.status).compared_as,
            stated=Basis(date.basis).stated,
            exact=Basis(date.basis).stated and date.span == "point" and first == last,
            spelled_out=date.basis in (Basis.EXPLICIT, Basis.COMPLETED),
            assumed=date.basis == Basis.PUBLISHED,
            undated=date.basis == Basis.NONE,
            vague=date.basis == Basis.NONE and Status(mention.status).compared_as is Status.PLANNED,
            lasting=date.span == "period",
            first=first,
            last=last,
            last_begun=begun,
        )


def _find_trigger_stem(mention: EventMention) -> str:
    """What the trigger's verb and noun share: reverse, reversal."""
    return find_stem(mention.lemma, "NN") or mention.lemma


_ABOUT_DEATH = "toll|rate|trial|case|charge|threat|penalty|sentence|squad|inquiry|investigation|probe|suspect|weapon"
_DIED = re.compile(
    rf"(\S+?)(?:['’]s? (?:death|murder|killing|assassination)\b(?! (?:{_ABOUT_DEATH}))"
    r"|,? (?:(?:has |had )?(?:died|dies)\b"
    r"|(?:was|is|(?:has |had )been) (?:\w+ )?(?:killed|murdered|assassinated|executed|slain)\b))"
    r"|\b(?:[Dd]eath|[Mm]urder|[Kk]illing|[Aa]ssassination) of (?:(?!(?:by|in|on|at|of) )\w+ ){0,6}(\S+)$"
)
"""A death in a title, with the last word of the name of who died: "Ann Roe's murder", "Guide Ann Roe was killed"."""


def _find_victim(mention: EventMention) -> str:
    """The person whose death it tells, if it names one with more than a surname; else ``""``."""
    if mention.status != Status.HAPPENED or (told := _DIED.search(mention.title)) is None:
        return ""
    last = told[1] or told[2]
    before = mention.title[: told.start(1 if told[1] else 2)].split()[-1:]
    other = {word for word in before if word.istitle() and word.strip(".") not in _TITLES}  # Bo Roe is not Ann Roe
    names = (name.split() for name in mention.actors)
    return next((" ".join(name) for name in names if name[1:] and name[-1] == last and other <= {*name}), "")


_TITLES = frozenset("Mr Mrs Ms Miss Dr Sir Lord Lady Prof Sen Rep Gov Gen Col Maj Capt Lt Sgt Cpl Pte Mayor".split())


def list_families(mention: EventMention) -> frozenset[int]:
    """The families of words that a mention's trigger belongs to."""
    return _families.OF_LEMMA.get(_name_trigger(mention), frozenset())


def list_own_words(mention: EventMention) -> frozenset[str]:
    """The words of a mention's clause without its trigger."""
    stem = _find_trigger_stem(mention)
    return frozenset([word for word in mention.words if not word.startswith(stem)])


def are_alike(a: ComparedMention, b: ComparedMention) -> bool:
    """Whether the trigger of one is that of the other, of its family or kind, or stands in its clause."""
    return (
        a.stem == b.stem
        or not a.families.isdisjoint(b.families)
        or bool(a.kinds and a.kinds == b.kinds)
        or a.stem in b.original.words
        or b.stem in a.original.words
    )


def _name_trigger(mention: EventMention) -> str:
    """The lemma of the trigger, with what it needs to say something where that is another verb's meaning: turn_down.

    A noun stands anywhere in the clause ("27 people lost their lives") and says more than a particle in the trigger or
    right behind it ("threw him out of office").
    """
    behind = mention.quote[mention.trigger_start - mention.start :].lower().split()[:3]
    names = (f"{mention.lemma}_{word.strip('.,;:')}" for word in (*sorted(mention.words), *behind[1:]))
    return next((name for name in names if name in _families.OF_LEMMA), mention.lemma)


def _list_kinds(kind: str) -> frozenset[str]:
    if kind in _VAGUE:
        return frozenset()
    return next((kinds for kinds in _OPPOSITE if kind in kinds), frozenset({kind}))


def _read_days(date: EventDate, published: dt.date | None) -> tuple[int, int]:
    """The ordinals of the first and last day, those of all time where nothing bounds it."""
    ever, never = dt.date.min.toordinal(), dt.date.max.toordinal()
    if date.basis == Basis.NONE:
        day = published.toordinal() if published else None
        return (ever, never) if day is None else (max(ever, day - REACH), min(never, day + REACH))
    first = date.first.toordinal() if date.first else ever
    if date.basis == Basis.PUBLISHED:
        first = max(ever, first - (REACH if published in (None, date.last) else STORY_REACH))
    return first, date.last.toordinal() if date.last else never
