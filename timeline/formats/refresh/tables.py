"""The tables of a deck: each row known by the number it carries, or by its words, and said anew where it is ours."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from timeline.formats.deck_events import DeckEvent
from timeline.formats.refresh.label_text import is_typed, set_lines, squeeze, strike
from timeline.formats.slides.cells import carry_number, make_row_number, read_row_number
from timeline.formats.slides.table import NAME
from timeline.formats.slides.voices import NAME as VOICES
from timeline.layout import wrap

__all__ = ["list_rows", "mark_row_gone", "rename_row", "update_row"]

_SIZE = 16.0


def list_rows(slide: Any, events: Mapping[str, DeckEvent]) -> Iterator[tuple[str, Any, Any]]:
    """The event, the table and the row of every row of `slide` that is one of an event in `events`."""
    numbers = {make_row_number(event_id): event_id for event_id in events}
    words = {(squeeze(one.short), squeeze(one.title)): event_id for event_id, one in events.items()}
    for frame in slide.shapes:
        if frame.has_table:
            for row in list(frame.table.rows)[1:]:
                cells = [squeeze(cell.text) for cell in row.cells]
                found = numbers.get(read_row_number(row) or -1) or words.get((cells[0], cells[1] if cells[1:] else ""))
                if found:
                    yield found, frame, row


def update_row(frame: Any, row: Any, was: DeckEvent, now: DeckEvent, stretch: float) -> tuple[str, ...]:
    """Say a row anew, as far as it is ours; what a user has typed over something that is new is named."""
    kept = []
    parts = [("date", was.short, now.short), ("title", was.title, now.title), ("actors", was.actors, now.actors)]
    if frame.name not in {NAME, VOICES}:
        return ()
    said = _choose_columns(frame, parts)
    for cell, column, (part, before, after) in zip(row.cells, frame.table.columns, said, strict=False):
        if before == after:
            continue
        if is_typed(cell.text_frame, before):
            kept.append(part)
            continue
        room = (column.width - cell.margin_left - cell.margin_right) / 9525
        lines = 2 if frame.name == VOICES else 1
        set_lines(cell.text_frame, wrap(after, _SIZE * stretch, room, lines))
    return tuple(kept)


def _choose_columns(frame: Any, parts: Sequence[tuple[str, str, str]]) -> Sequence[tuple[str, str, str]]:
    return parts if frame.name == NAME else parts[:2]


def rename_row(row: Any, event_id: str) -> None:
    """Let a row carry another event."""
    carry_number(row, make_row_number(event_id))


def mark_row_gone(row: Any, *, gone: bool) -> None:
    """Strike a row through, or take the lines away."""
    for cell in row.cells:
        strike(cell.text_frame, struck=gone)
