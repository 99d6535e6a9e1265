"""Which events documents and tables brought since the user last looked, and how that is said."""

from typing import Final

from timeline.session.open_workspace import OpenWorkspace
from timeline.wording import count_if_any

__all__ = ["News", "describe_news", "find_news"]

News = dict[str, str]
"""By event id what is new of it, in a word or two."""

_NEW: Final = "new"
_NEW_SOURCE: Final = "new source"


def find_news(work: OpenWorkspace) -> News:
    """Which events neither a document nor a table told before, and which are told by another document now."""
    if not work.new_documents and not work.new_tables:
        return {}
    mentions = work.timeline.mentions
    fresh = mentions["document_id"].astype(object).isin(list(work.new_documents))
    events = mentions["event_id"].astype(object)
    before = set(events[~fresh])
    known = {event: _NEW_SOURCE if event in before else _NEW for event in events[fresh].tolist()}
    return known | dict.fromkeys(_from_new_tables(work) if work.new_tables else (), _NEW)


def _from_new_tables(work: OpenWorkspace) -> set[str]:
    """The events that only tables added since the user last looked hold."""
    new, old = set[str](), set[str]()
    for name, table in work.inputs.tables:
        (new if name in work.new_tables else old).update(table.events["event_id"])
    ours = {document.id for document in work.documents}
    mentions = work.built.mentions
    known = {e for e, d in zip(mentions["event_id"], mentions["document_id"], strict=True) if d in ours}
    return (new - old - known) & set(work.timeline.events["event_id"])


def describe_news(work: OpenWorkspace, news: News) -> str:
    """How many events are new, or told by one more source, and where they are from."""
    new = list(news.values()).count(_NEW)
    again = count_if_any(len(news) - new, "known event")
    what = count_if_any(new, "new event"), again and f"{again} with a new source"
    where = count_if_any(len(work.new_documents), "document"), count_if_any(len(work.new_tables), "table")
    return f"{' and '.join(filter(None, what))} from {' and '.join(filter(None, where))}."
