"""The types this package makes: one mention of an event, and when it says the event was."""

import dataclasses
import datetime as dt
import enum

from timeline.dates import DateMention, to_edtf
from timeline.vocabulary import Basis

__all__ = ["EventDate", "EventMention", "Opening"]


class Opening(enum.StrEnum):
    """Where in its document a mention is told, as far as that says that another one tells the same."""

    HEADLINE = "headline"
    """It is what the headline says, in its main clause."""
    LEAD = "lead"
    """It is what the first sentence after the headline says."""
    ELSEWHERE = "elsewhere"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class EventDate:
    """When a mention says the event was.

    Attributes
    ----------
    first, last
        First and last day, both inclusive; None at an open end, both None for what is undated.
    precision, basis, span
        As in the columns `precision`, `date_basis` and `span` of the events table.
    alternatives
        The days of each reading where the words have several, else empty.
    text, start, end
        The words that date it and their offsets in the document; ``""`` and None where no words do.
    reading
        One plain sentence on how the date was read.
    """

    first: dt.date | None = None
    last: dt.date | None = None
    precision: str = "undated"
    basis: str = "none"
    span: str = "point"
    alternatives: tuple[dt.date, ...] = ()
    text: str = ""
    start: int | None = None
    end: int | None = None
    reading: str = ""

    @classmethod
    def from_mention(cls, date: DateMention) -> "EventDate":
        """A date mention as the date of an event."""
        return cls(
            first=date.first,
            last=date.last,
            precision=date.precision or "undated",
            basis=date.basis or "none",
            span=date.span,
            alternatives=date.open_days,
            text=date.text,
            start=date.start,
            end=date.end,
            reading=date.reading,
        )

    @property
    def says_nothing(self) -> bool:
        """Whether it says only that it was before it was told: a bound without a first day that no words give."""
        return self.basis == Basis.BOUNDED and self.first is None and not self.text

    @property
    def edtf(self) -> str:
        """The same in ISO 8601-2 / EDTF; ``""`` for what is undated."""
        return to_edtf(self.first, self.last, self.precision, self.span, self.alternatives)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """One mention of an event.

    Attributes
    ----------
    id
        From the document's id and the span of the trigger.
    start, end, quote
        The sentence or clause that tells it, at most 400 characters; `quote` equals ``document.text[start:end]``.
    trigger_start, trigger_end
        The verb or noun that names the event, one to four words.
    lemma
        The trigger's base form, for comparing mentions: "ban", "reverse".
    kind, status, reported_by
        As in the columns of the tables.
    agent
        Who does it: an actor's name within the document, or a role noun as it stands ("Firefighters"); "" for nobody.
    actors
        Names within the document of those who take part, the agent first where it is one.
    title
        What a reader would put on a slide: at most 80 characters.
    words, numbers
        Stems of the content words of its own clause (actors' names left out) and the figures in it, for comparing.
    context, company
        The same stems of its whole sentence, and every actor the sentence names: what it is told together with.
    part_of
        Id of the mention of the same sentence that this is only a part of ("..., signalling that ..."), else "".
    stands
        Whether its title can be understood by itself: it has its subject, its verb and what the verb needs.
    opening
        Whether it is what the headline says, or the lead after it.
    prominence
        0-1: how much the document makes of it (title, lead, main clause high; background and relative clauses low).
    """

    id: str
    document_id: str
    start: int
    end: int
    quote: str
    trigger_start: int
    trigger_end: int
    lemma: str
    kind: str
    status: str
    title: str
    date: EventDate
    agent: str = ""
    actors: tuple[str, ...] = ()
    reported_by: str = ""
    words: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    context: frozenset[str] = frozenset()
    company: frozenset[str] = frozenset()
    part_of: str = ""
    opening: Opening = Opening.ELSEWHERE
    prominence: float = 0.5
    stands: bool = True
