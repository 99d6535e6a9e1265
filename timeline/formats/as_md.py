"""The timeline as Markdown: the events by month, each with footnotes that quote its sources.

What Markdown or HTML would interpret in a text is escaped, so that it shows as it stands.
"""

import itertools
import re

from timeline.formats.headings import group_by_heading
from timeline.formats.sources import Citation, read_citations, read_remarks
from timeline.layout.words import name_timeline
from timeline.table import EventRow, Timeline
from timeline.vocabulary import Status
from timeline.wording import describe_date

__all__ = ["write"]

_MARKUP = re.compile(r"([\\`*_{}\[\]<>|~$&^#@])|(?<=:)//|(?<=www)\.")


def write(timeline: Timeline) -> bytes:
    """`timeline` as CommonMark with footnotes, the notation GitHub, Pandoc and Obsidian share."""
    citations, remarks = read_citations(timeline), read_remarks(timeline)
    numbers = itertools.count(1)
    lines, notes = [f"# {_escape(name_timeline(timeline))}", ""], [""]
    for heading, events in group_by_heading(timeline.events).items():
        lines += [f"## {heading}", ""]
        for event in events:
            numbered = list(zip(citations.get(event["event_id"], []), numbers, strict=False))
            lines.append(_write_event(event, "".join(f"[^{n}]" for _, n in numbered), remarks[event["event_id"]]))
            notes += [f"[^{number}]: {_write_note(citation)}" for citation, number in numbered]
        lines.append("")
    return ("\n".join([*lines[:-1], *notes]).rstrip() + "\n").encode()


def _write_event(event: EventRow, notes: str, remark: str) -> str:
    actors = ", ".join(map(_escape, event["actors"]))
    remarks = [event["status"]] if event["status"] != Status.HAPPENED else []
    remarks += [remark] if remark else []
    status = f" – {', '.join(remarks)}" if remarks else ""
    return f"- **{describe_date(event)}** {_escape(event['title'])}{f' ({actors})' if actors else ''}{status}{notes}"


def _write_note(citation: Citation) -> str:
    link = f" <{citation.source.link}>" if re.fullmatch(r"[^\s<>]+", citation.source.link) else ""
    return f"{_escape(citation.quoted)} {_escape(citation.source.line)}.{link}".lstrip()


def _escape(text: str) -> str:
    """One line on which nothing is markup; a bare address is no link."""
    plain = "".join(c if c.isprintable() or c.isspace() else "\ufffd" for c in text)
    return _MARKUP.sub(lambda match: f"\\{match[0]}" if len(match[0]) == 1 else "\\/\\/", " ".join(plain.split()))
