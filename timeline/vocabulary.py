"""The closed sets of the tables: each member is the word in the cell, and one row of what every later module needs.

Members are strings (`Status.PLANNED == "planned"`), so they go into tables and files as they are; `Status(cell)` leads
from a cell to its row and refuses what is not in the set. A new member is one line here: what else needs a sign or a
word for it is named by the type checker and by `tests/test_vocabulary.py`, which takes every member from the table to
every file. `kind` is the one open list: a table made by hand may use kinds that `Kind` does not have.

It refuses to decide anything: which status a sentence has is `events`', what a date says is `dates`'.
"""

from enum import StrEnum
from typing import Self

__all__ = [
    "ActorKind",
    "Agreement",
    "Basis",
    "Difference",
    "Extent",
    "Kind",
    "Precision",
    "PublishedBasis",
    "Review",
    "Shape",
    "Status",
    "list_values",
]


class _Rows(StrEnum):
    """A closed set whose members have the cells that the annotations of their class name."""

    def __new__(cls, value: str, *cells: object) -> Self:
        """The member `value` with its cells as attributes; a row too short or too long is refused."""
        member = str.__new__(cls, value)
        member._value_ = value
        for name, cell in zip(cls.__annotations__, cells, strict=True):
            setattr(member, name, cell)
        return member


class Shape(_Rows):
    """The mark of an event on the chart; `meaning` is what the legend says of it, and `hollow` leaves its inside blank.

    The drawing of each stands where drawing is done: `figure.signs` and `formats.office_marks`.
    """

    meaning: str
    hollow: bool

    # fmt: off
    #           value       meaning     hollow
    DOT      = "dot",      "",         False
    PLANNED  = "planned",  "planned",  True
    POSSIBLE = "possible", "possible", True
    ALLEGED  = "alleged",  "alleged",  True
    DENIED   = "denied",   "denied",   False
    # fmt: on


class Status(_Rows):
    """Whether an event came about, as its text tells it.

    Attributes
    ----------
    words
        On the screen.
    aside
        After a title where the chart is told in words; empty where nothing need be said.
    shape
        The mark on the chart.
    settled
        Whether it is certain enough for a calendar to call it confirmed.
    weight
        What it adds to the prominence of a mention, of 1 (set by hand on the seeds).
    """

    words: str
    aside: str
    shape: Shape
    _compared: str
    settled: bool
    weight: float

    # fmt: off
    #              value          words             aside             shape           compared as  settled weight
    HAPPENED    = "happened",    "happened",       "",               Shape.DOT,      "happened",  True,   0.0
    ONGOING     = "ongoing",     "still going on", "",               Shape.DOT,      "happened",  True,  -0.15
    PLANNED     = "planned",     "planned",        "planned",        Shape.PLANNED,  "planned",   False, -0.1
    POSSIBLE    = "possible",    "possible",       "possible",       Shape.POSSIBLE, "planned",   False, -0.2
    CONDITIONAL = "conditional", "on a condition", "conditional",    Shape.POSSIBLE, "planned",   False, -0.2
    ALLEGED     = "alleged",     "alleged",        "alleged",        Shape.ALLEGED,  "happened",  False, -0.2
    DENIED      = "denied",      "denied",         "denied",         Shape.DENIED,   "denied",    False, -0.2
    NEGATED     = "negated",     "did not happen", "did not happen", Shape.DENIED,   "negated",   False, -0.2
    # fmt: on

    @property
    def compared_as(self) -> "Status":
        """The status it counts as when mentions are compared: those that one event may have in two articles are one.

        Examples
        --------
        >>> Status.ONGOING.compared_as, Status.CONDITIONAL.compared_as, Status.ALLEGED.compared_as
        (<Status.HAPPENED: 'happened'>, <Status.PLANNED: 'planned'>, <Status.HAPPENED: 'happened'>)
        """
        return Status(self._compared)


class Basis(_Rows):
    """What the date of an event rests on, from the strongest to the weakest of those that a text gives.

    Attributes
    ----------
    words
        A sentence on the screen.
    aside
        After a date, where no words of the text state it; empty for the others.
    stated
        Whether words of the text (or the user) state the date.
    assumed
        Whether the chart must show that the day is a guess.
    rank
        Among all bases: of two dates of one event the lower wins.
    weight
        What it adds to the prominence of a mention, of 1 (set by hand on the seeds).
    """

    words: str
    aside: str
    stated: bool
    assumed: bool
    weight: float

    # fmt: off
    #            value        words, aside                                                         stated assumed weight
    MANUAL    = "manual",    "The date was given by hand.", "",                                     True,  False,  0.0
    EXPLICIT  = "explicit",  "The text states the date in full.", "",                               True,  False,  0.2
    COMPLETED = "completed", "The text states day or month; the year is filled in.", "",            True,  False,  0.2
    ANCHORED  = "anchored",  "The date is counted from another date in the text.", "",              True,  False,  0.1
    RELATIVE  = "relative",  "The date is counted from the publication date.", "",                  True,  False,  0.2
    BOUNDED   = "bounded",   "The text gives no date, only what lies before and after.", \
                             "not stated, only bounded by other dates",                             False, True,   0.05
    PUBLISHED = "published", "The text gives no date: the publication date is assumed.", \
                             "assumed: the day of publication",                                     False, True,   0.0
    NONE      = "none",      "Nothing in the text dates this event.", "",                           False, False, -0.2
    # fmt: on

    @property
    def rank(self) -> int:
        """Its place in the order above, from 0."""
        return list(Basis).index(self)

    @property
    def from_publication(self) -> bool:
        """Whether the date is read from the day of publication, and so is no better than that day is known."""
        return self in {Basis.COMPLETED, Basis.RELATIVE, Basis.PUBLISHED}


class Precision(_Rows):
    """How exactly the days of an event are known.

    Attributes
    ----------
    longest
        The most days one unit of it has, 0 where it has no unit. A part of a year is told like a year.
    unit
        The unit in which its ends are said: who knows a quarter knows months.
    says_month
        False where a date says no month, None where that depends on how long it is.
    """

    longest: int
    unit: str
    says_month: bool | None

    # fmt: off
    #           value       longest unit     says month
    DAY      = "day",            1, "day",    True
    PART     = "part",         366, "day",    None
    WEEK     = "week",           7, "day",    True
    MONTH    = "month",         31, "month",  True
    QUARTER  = "quarter",       92, "month",  False
    SEASON   = "season",        92, "month",  False
    HALF     = "half",         184, "month",  False
    YEAR     = "year",         366, "year",   False
    DECADE   = "decade",     3_653, "decade", False
    CENTURY  = "century",   36_525, "decade", False
    BOUNDED  = "bounded",        0, "day",    None
    UNDATED  = "undated",        0, "day",    True
    # fmt: on

    @property
    def exact_ends(self) -> bool:
        """Whether the text told the first and the last day, so that each may be said alone."""
        return self in {Precision.DAY, Precision.WEEK, Precision.BOUNDED, Precision.UNDATED}

    @property
    def rank(self) -> int:
        """Its place in the order above, from 0, the finest first."""
        return list(Precision).index(self)


class Extent(StrEnum):
    """Whether an event happened once within its days, or lasted from the first to the last; the column is `span`."""

    POINT = "point"
    PERIOD = "period"


class Review(_Rows):
    """What a user did with an event; `kept` ones are main events whatever their importance."""

    kept: bool

    # fmt: off
    #           value       kept
    NEW      = "new",      False
    ACCEPTED = "accepted", True
    EDITED   = "edited",   True
    HIDDEN   = "hidden",   False
    # fmt: on


class Kind(_Rows):
    """What sort of event it is.

    Attributes
    ----------
    weighty
        Whether it is news wherever it stands.
    vague
        Whether it says too little to make two mentions alike.
    """

    weighty: bool
    vague: bool

    # fmt: off
    #                value           weighty vague
    BAN           = "ban",           True,   False
    SANCTION      = "sanction",      True,   False
    REVERSAL      = "reversal",      True,   False
    APPROVAL      = "approval",      True,   False
    DEAL          = "deal",          True,   False
    MERGER        = "merger",        True,   True
    STATEMENT     = "statement",     False,  True
    MEETING       = "meeting",       False,  False
    ORDER         = "order",         True,   False
    LAWSUIT       = "lawsuit",       True,   False
    INVESTIGATION = "investigation", True,   False
    APPOINTMENT   = "appointment",   True,   False
    DISMISSAL     = "dismissal",     True,   False
    ELECTION      = "election",      True,   False
    LAUNCH        = "launch",        True,   False
    FINANCE       = "finance",       False,  False
    CONFLICT      = "conflict",      True,   False
    PROTEST       = "protest",       True,   False
    CRIME         = "crime",         True,   False
    DISASTER      = "disaster",      True,   False
    DEATH         = "death",         True,   False
    MOVEMENT      = "movement",      True,   False
    SPORT         = "sport",         False,  False
    OTHER         = "other",         False,  True
    # fmt: on


class Agreement(_Rows):
    """How one source tells an event, beside the others; a source that does not tell it has no row.

    Attributes
    ----------
    words
        On the screen and in files.
    differs
        Whether it contradicts what the others say.
    """

    words: str
    differs: bool

    # fmt: off
    #              value            words                              differs
    AGREES       = "agrees",       "tells it",                         False
    OTHER_DATE   = "other date",   "tells it with another date",       True
    OTHER_FIGURE = "other figure", "tells it with another figure",     True
    # fmt: on


class Difference(StrEnum):
    """What has become of an event since a deck was made."""

    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"
    BACK = "back"
    KEPT = "kept as typed"  # the timeline says something new where a user has typed over what the deck said


class ActorKind(StrEnum):
    """What sort of actor it is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    COUNTRY = "country"
    BODY = "body"
    PRODUCT = "product"
    OTHER = "other"


class PublishedBasis(StrEnum):
    """How the publication date of a document is known."""

    GIVEN = "given"
    METADATA = "metadata"
    DATELINE = "dateline"
    TEXT = "text"
    INFERRED = "inferred"
    NONE = "none"


def list_values(members: type[StrEnum]) -> tuple[str, ...]:
    """The words of a set as plain strings, in the order of the set.

    Examples
    --------
    >>> list_values(Extent)
    ('point', 'period')
    """
    return tuple(member.value for member in members)
