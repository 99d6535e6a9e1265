"""The messages of a chat as programs export them in JSON (Telegram, Slack, Discord) -> a document for each day."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from timeline.dates import read_seconds
from timeline.documents.document import Document
from timeline.documents.publication import read_only_day

__all__ = ["split_chat"]

_WHEN = ("date", "timestamp", "timestamp_ms", "ts", "sent_at", "datetime")
_WHO = ("from", "author", "user_profile", "user", "sender", "sender_name", "username", "user_name", "name")
_SAID = ("text", "content", "body", "message")


def split_chat(rows: Sequence[Mapping[str, Any]], title: str = "") -> list[Document]:
    r"""A document a day of what was said in a chat; none where `rows` are no messages.

    Examples
    --------
    >>> said = {"type": "message", "ts": "1714746612.0001", "user": "Ann", "text": "It voted today"}
    >>> answer = {**said, "user": "Bo", "text": ["See ", {"text": "x"}]}
    >>> [(str(d.published), d.text) for d in split_chat([said, answer])]
    [('2024-05-03', 'Ann: It voted today\nBo: See x')]
    >>> split_chat([{"title": "Sold", "text": "The docks are sold.", "date": "2024-05-03"}])
    []
    """
    days: dict[dt.date, list[str]] = {}
    for row in rows:
        if not _is_message(row):
            return []
        said = _read_words(_find_first(row, _SAID)).strip()
        day = _read_day(_find_first(row, _WHEN))
        if said and day:
            days.setdefault(day, []).append(f"{_read_name(_find_first(row, _WHO))}: {said}")
    return [
        Document(text="\n".join(said), title=title, path=day.isoformat(), published=day, published_basis="metadata")
        for day, said in days.items()
    ]


def _is_message(row: Mapping[str, Any]) -> bool:
    """Whether a row is a message: it says who spoke and when, and has no title and no address."""
    kind = str(row.get("type", "message"))
    return (
        kind.casefold() in {"message", "service", "default", "reply", "0", "19"}
        and (not {"ts", "from", "actor", "sender_name"}.isdisjoint(row) or isinstance(row.get("author"), dict))
        and not {"title", "headline", "url", "link"} & row.keys()
    )


def _find_first(row: Mapping[str, Any], names: Sequence[str]) -> Any:
    return next((row[name] for name in names if row.get(name)), "")


def _read_words(value: Any) -> str:
    """The words of a message, of which links and marks may be parts of their own."""
    if isinstance(value, list):
        return "".join(map(_read_words, value))
    if isinstance(value, dict):
        return str(value.get("text", ""))
    return str(value)


def _read_name(value: Any) -> str:
    if isinstance(value, dict):
        value = next((value[key] for key in ("name", "real_name", "username") if value.get(key)), "")
    return str(value)


def _read_day(value: Any) -> dt.date | None:
    """The day of a time in ISO form or in seconds since 1970."""
    words = str(value)[:30]
    return read_seconds(words) or read_only_day(words)
