"""What the fits share: where the corpora lie, how documents are read, and what a file of weights says of itself."""

import datetime as dt
import functools
import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from unittest import mock

import timeline
from timeline import build
from timeline.events import EventMention

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


def read_mentions(rows: Iterable[Mapping[str, Any]]) -> tuple[list[EventMention], dict[str, dt.date | None]]:
    """The mentions of documents (`text`, `id`, `published`) under the briefing's names; when each was published."""
    return _read([_document(row) for row in rows])


@functools.cache
def read_pile(name: str) -> tuple[list[EventMention], dict[str, dt.date | None]]:
    """The same of a corpus of one affair, or of the ``seeds`` of the default briefing; read once."""
    if name == "seeds":
        return _read(timeline.read_documents([SHARED / "seeds"]))
    text = (SHARED / "corpora" / name).read_text(encoding="utf-8")
    rows = [json.loads(line) for line in text.splitlines()] if name.endswith("l") else json.loads(text)["documents"]
    return _read([_document(row | {"id": ""}) for row in rows])


def _document(row: Mapping[str, Any]) -> timeline.Document:
    published = dt.date.fromisoformat(row["published"]) if row.get("published") else None
    return timeline.Document(text=row["text"], id=row["id"], published=published)


def _read(documents: list[timeline.Document]) -> tuple[list[EventMention], dict[str, dt.date | None]]:
    with mock.patch.object(build, "merge_mentions", return_value=[]) as merge:
        build.build_timeline(documents)
    mentions, published = merge.call_args.args
    return mentions, dict(published)


def stamp(*sources: Path) -> dict[str, Any]:
    """What a file of weights says of itself: from what it was made, when, and by which command."""
    return {
        "made": dt.datetime.now(tz=dt.UTC).date().isoformat(),
        "command": "make weights",
        "from": {path.name: hashlib.sha256(path.read_bytes()).hexdigest()[:12] for path in sources},
    }
