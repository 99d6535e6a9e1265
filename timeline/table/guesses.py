"""A timeline -> the events whose date rests on a publication date that nobody states."""

from collections import defaultdict

from timeline.table.timeline import Timeline
from timeline.vocabulary import Basis, PublishedBasis

__all__ = ["find_guesses"]


def find_guesses(timeline: Timeline) -> frozenset[str]:
    """The ids of the events whose date is read from publication dates that are guesses, all of them.

    An event that is told for the same days where the publication date is known rests on that, and is none of them.

    Examples
    --------
    >>> from timeline.build import build_timeline
    >>> from timeline.documents import Document
    >>> told = build_timeline([Document(text="Acme sued Globex in April 2025. The council sold the docks on Monday.")])
    >>> guesses = find_guesses(told)
    >>> from timeline.table.rows import list_events
    >>> [(row["date_basis"], row["event_id"] in guesses) for row in list_events(told.events)]
    [('explicit', False), ('relative', True)]
    """
    documents = timeline.documents
    guessed = set(documents.loc[documents["published_basis"] == PublishedBasis.INFERRED, "document_id"].tolist())
    if not guessed:
        return frozenset()
    told: defaultdict[str, list[tuple[str, bool]]] = defaultdict(list)
    columns = (timeline.mentions[name].tolist() for name in ("event_id", "edtf", "date_basis", "document_id"))
    for event_id, edtf, basis, document_id in zip(*columns, strict=True):
        if Basis(basis) != Basis.NONE:
            told[event_id].append((edtf, Basis(basis).from_publication and document_id in guessed))
    events = (timeline.events[name].tolist() for name in ("event_id", "edtf", "date_basis"))
    return frozenset(
        event_id
        for event_id, edtf, basis in zip(*events, strict=True)
        if Basis(basis).from_publication and _rests_on_guesses(edtf, told[event_id])
    )


def _rests_on_guesses(edtf: str, told: list[tuple[str, bool]]) -> bool:
    """Whether all that date the event so are guesses; all that date it, where none does exactly so."""
    same = [is_guess for date, is_guess in told if date == edtf] or [is_guess for _, is_guess in told]
    return bool(same) and all(same)
