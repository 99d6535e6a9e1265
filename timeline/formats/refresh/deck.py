"""A deck as its users left it and a timeline of today -> the deck brought up to date, and what is different in it."""

import dataclasses
import io
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from timeline.figure.slide import write_source_line
from timeline.formats.chart_slides import FINE, write_note_line, write_scope_line
from timeline.formats.deck_events import DeckEvent, list_deck_events
from timeline.formats.office import PIXEL, repack
from timeline.formats.refresh.added import add_dot, draw_event
from timeline.formats.refresh.axis import find_axes
from timeline.formats.refresh.events import Page, clear_marks, mark_gone, update_event
from timeline.formats.refresh.label_text import is_typed, set_lines, squeeze
from timeline.formats.refresh.leaves import walk
from timeline.formats.refresh.match import find_renamed
from timeline.formats.refresh.restore import restore_carried
from timeline.formats.refresh.tables import list_rows, mark_row_gone, rename_row, update_row
from timeline.formats.slides import (
    count_rows_on,
    draw_table,
    find_title_placeholder,
    keep_record,
    make_template,
    read_record,
)
from timeline.formats.slides.carried import carry, list_gathered, read_said
from timeline.formats.slides.shapes import find_ink
from timeline.formats.slides.template_file import name_template, open_deck
from timeline.formats.slides.typeface import measure_body_stretch
from timeline.layout import GREY, choose_colours, wrap
from timeline.table import Timeline, list_events, select
from timeline.vocabulary import Difference

__all__ = ["Change", "Refreshed", "refresh"]

_NEW: Final = "new"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What has become of one event: in words, with its title and the numbers of the slides that tell it."""

    what: Difference
    event_id: str
    title: str
    words: str
    slides: tuple[int, ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Refreshed:
    """The deck as a file, and what is different in it, in the order of the events."""

    content: bytes
    changes: tuple[Change, ...]


def refresh(deck: bytes, timeline: Timeline, *, add: Iterable[str] | None = None) -> Refreshed:
    """Bring a deck that `as_pptx` wrote up to date with `timeline`.

    What a user has moved, coloured, set in other type, typed over or added stays as it is. What the timeline tells of
    an event anew is said in the deck; where a user's own words stand in its place they stay, and the difference is
    listed. An event that the timeline no longer has is struck through. A new one is drawn, marked as new, on the
    charts that have its day and room, and else stands in a table on a slide at the end.

    Parameters
    ----------
    deck
        The content of a .pptx.
    timeline
        All events, with those of the deck among them.
    add
        The ids of the events that are added, if the deck does not tell them yet; None for the main ones.

    Raises
    ------
    FormatError
        If it is no deck, or does not carry what it was made from.
    """
    now = list_deck_events(select(timeline, "all"))
    asked = select(timeline, "main").events["event_id"] if add is None else add
    wanted = [event_id for event_id in asked if event_id in now]
    with name_template(given=True, what="the deck"):
        presentation = open_deck(deck)
        was, title = read_record(presentation)
        work = _Work(presentation=presentation, timeline=timeline, was=dict(was), now=now)
        for page in work.pages():
            restore_carried(page.leaves, work.was)
        work.rename()
        clear_marks(work.pages(), work.was)
        work.update()
        work.mark_gone()
        work.add([event_id for event_id in wanted if event_id not in work.was], title)
        work.count_discs()
        work.say_scope()
        work.say_title(title)
        keep_record(presentation, work.record(wanted), timeline.title or title)
        content = io.BytesIO()
        presentation.save(content)
    order = {event_id: place for place, event_id in enumerate([*now, *work.was])}
    changes = sorted(work.changes, key=lambda change: (order[change.event_id], change.what))
    return Refreshed(content=repack(content.getvalue(), keep=True), changes=tuple(changes))


@dataclasses.dataclass(slots=True, kw_only=True)
class _Work:
    """A deck that is being updated: its events as it shows them and as the timeline has them, and the changes."""

    presentation: Any
    timeline: Timeline
    was: dict[str, DeckEvent]
    now: Mapping[str, DeckEvent]
    changes: list[Change] = dataclasses.field(default_factory=list)

    def pages(self) -> list[Page]:
        """The slides as they are now."""
        deck = self.presentation
        size = deck.slide_width / PIXEL, deck.slide_height / PIXEL
        return [_read_page(slide, *size) for slide in deck.slides]

    def rename(self) -> None:
        """Let what an event's new id leads to carry that."""
        renamed = find_renamed({k: one for k, one in self.was.items() if not one.is_gone}, self.now)
        for page in self.pages() if renamed else ():
            for leaf in page.leaves:
                if leaf.event_id in renamed:
                    carry(leaf.shape, renamed[leaf.event_id])
            for event_id, _, row in list(list_rows(page.slide, self.was)):
                if event_id in renamed:
                    rename_row(row, renamed[event_id])
        self.was = {renamed.get(event_id, event_id): event for event_id, event in self.was.items()}

    def update(self) -> None:
        """Update the shapes of the events that have changed."""
        changed = {
            event_id: (was, self.now[event_id])
            for event_id, was in self.was.items()
            if event_id in self.now and _is_changed(was, self.now[event_id])
        }
        kept: defaultdict[str, list[str]] = defaultdict(list)
        where: defaultdict[str, list[int]] = defaultdict(list)
        for number, page in enumerate(self.pages(), start=1):
            for event_id in dict.fromkeys(leaf.event_id for leaf in page.leaves if leaf.event_id in changed):
                kept[event_id] += update_event(page, event_id, *changed[event_id])
                where[event_id].append(number)
            for event_id, frame, row in list(list_rows(page.slide, self.was)):
                if event_id in changed:
                    kept[event_id] += update_row(frame, row, *changed[event_id], page.stretch)
                    where[event_id].append(number)
            _update_notes(page.slide, changed.values())
        for event_id, (was, now) in changed.items():
            slides = tuple(dict.fromkeys(where[event_id]))
            self._note(Difference.CHANGED, event_id, now.title, _describe_change(was, now), slides)
            for part in dict.fromkeys(kept[event_id]):
                words = f"the {part} on the slide is a user's; the timeline says {_read_part(now, part)!r}"
                self._note(Difference.KEPT, event_id, now.title, words, slides)

    def mark_gone(self) -> None:
        """Strike through what the timeline no longer has, and take the line from what it has again."""
        for event_id, event in self.was.items():
            gone = event_id not in self.now
            if gone == event.is_gone:
                continue
            slides = []
            for number, page in enumerate(self.pages(), start=1):
                rows = [row for found, _, row in list_rows(page.slide, self.was) if found == event_id]
                for row in rows:
                    mark_row_gone(row, gone=gone)
                mark_gone(page, event_id, self.now.get(event_id, event), gone=gone)
                slides += [number] if rows or page.shapes_of(event_id) else []
            words = "no longer in the timeline: struck through" if gone else "in the timeline again"
            self._note(Difference.GONE if gone else Difference.BACK, event_id, event.title, words, tuple(slides))

    def add(self, new: Sequence[str], title: str) -> None:
        """Draw what is new, on the chart with the shortest axis that has room for it; else in a table at the end."""
        number, left = len(self.was), []
        inks = _choose_inks(self.timeline)
        for event_id in new:
            number += 1
            event, ink = self.now[event_id], find_ink(inks.get(event_id, GREY))
            places = [p for p in enumerate(self.pages(), start=1) if p[1].axis is not None]
            places.sort(key=lambda place: (place[1].axis.length if place[1].axis else 0.0, place[0]))
            drawn = next((n for n, page in places if draw_event(page, event_id, event, number, ink)), 0)
            for other, page in places:
                if other == drawn or add_dot(page, event_id, event, number, ink):
                    _add_to_notes(page.slide, event)
            if drawn:
                self._note(Difference.NEW, event_id, event.title, f"{event.short}: drawn", (drawn,))
            else:
                left.append(event_id)
        self._tabulate(left, title)

    def _tabulate(self, new: Sequence[str], title: str) -> None:
        """Slides at the end with tables of what no chart has room for."""
        if not new:
            return
        slides = self.presentation.slides
        layouts = [slide.slide_layout for slide in slides if find_title_placeholder(slide) is not None]
        layout = (layouts or list(self.presentation.slide_layouts))[0]
        template = make_template(self.presentation, layout)
        size = count_rows_on(template.area, template.stretch)
        pages = self.pages()
        weights = dict(zip(self.timeline.events["event_id"], self.timeline.events["importance"], strict=True))
        for first in range(0, len(new), size):
            slide = template.add_slide(title, _NEW)
            part = {event_id: self.now[event_id] for event_id in new[first : first + size]}
            draw_table(slide, template.area, part, template.stretch)
            for event_id, event in part.items():
                words = f"{event.short}: in the table{self._advise(event_id, pages, weights)}"
                self._note(Difference.NEW, event_id, event.title, words, (len(slides),))

    def _advise(self, event_id: str, pages: Sequence[Page], weights: Mapping[str, float]) -> str:
        """Which label on a chart with its day matters less than the event, which found no room there; nothing for none.

        It stays, since it may stand where a user put it; a new export would leave it out.
        """
        at = self.now[event_id].at
        for number, page in enumerate(pages, start=1):
            if at is None or page.axis is None or page.axis.to_x(at) is None:
                continue
            labelled = [leaf.event_id for leaf in page.leaves if leaf.name == "Label" and leaf.event_id in self.now]
            least = min(labelled, key=lambda other: (weights[other], other), default=event_id)
            if weights[least] < weights[event_id]:
                return f"; no chart has room, and {self.now[least].title!r} on slide {number} matters less"
        return ""

    def count_discs(self) -> None:
        """Count anew what discs stand for; what they were made of they carry."""
        for page in self.pages():
            for leaf in page.leaves:
                here = [event_id for event_id in list_gathered(leaf.shape) if event_id in self.now]
                if here and leaf.has_text and not is_typed(leaf.shape.text_frame, read_said(leaf.shape)):
                    set_lines(leaf.shape.text_frame, [str(len(here))])
                    carry(leaf.shape, "", str(len(here)))

    def say_scope(self) -> None:
        """Count anew what the charts show, and name their sources."""
        total = len([one for one in self.now if one in self.was]) + sum(c.what == Difference.NEW for c in self.changes)
        for page in self.pages() if self.changes else ():
            carried = (id_ for leaf in page.leaves for id_ in (leaf.event_id, *list_gathered(leaf.shape)))
            on_page = dict.fromkeys(event_id for event_id in carried if event_id in self.now)
            labelled = {leaf.event_id for leaf in page.leaves if leaf.name == "Label"} & on_page.keys()
            for leaf in page.leaves:
                said = read_said(leaf.shape)
                if leaf.event_id or not said or not leaf.has_text or is_typed(leaf.shape.text_frame, said):
                    continue
                if leaf.name == "Scope" and page.axis is not None and on_page:
                    events = self.timeline.only(on_page).events
                    counts = (len(labelled or on_page), total, len(on_page) - len(labelled) if labelled else 0)
                    text = write_scope_line(events, counts, [p for p in said.split(" · ") if _is_outside(p)])
                    _say_line(leaf, text, page.stretch)
                elif leaf.name == "Source" and len(self.timeline.documents):
                    wide = FINE * page.stretch
                    _say_line(
                        leaf, write_source_line(self.timeline.documents, None, wide, leaf.box.width), page.stretch
                    )

    def say_title(self, title: str) -> None:
        """Give the slides the timeline's new title, where they still have the old one."""
        new = self.timeline.title
        for slide in self.presentation.slides if new and new != title else ():
            shape = find_title_placeholder(slide)
            text = "" if shape is None else squeeze(shape.text_frame.text)
            if text == title or text.startswith(f"{title}: "):
                set_lines(shape.text_frame, [new + text[len(title) :]])

    def record(self, wanted: Sequence[str]) -> dict[str, DeckEvent]:
        """What the deck tells of each event from now on."""
        kept = {
            event_id: self.now.get(event_id, dataclasses.replace(event, is_gone=True))
            for event_id, event in self.was.items()
        }
        return kept | {event_id: self.now[event_id] for event_id in wanted}

    def _note(self, what: Difference, event_id: str, title: str, words: str, slides: tuple[int, ...]) -> None:
        self.changes.append(Change(what=what, event_id=event_id, title=title, words=words, slides=slides))


def _read_page(slide: Any, width: float, height: float) -> Page:
    leaves = tuple(walk(slide.shapes))
    stretch = measure_body_stretch(slide.slide_layout.slide_master)
    return Page(slide=slide, leaves=leaves, axes=tuple(find_axes(leaves)), width=width, height=height, stretch=stretch)


def _is_changed(was: DeckEvent, now: DeckEvent) -> bool:
    """Whether something on a slide is to be said or drawn otherwise."""
    return dataclasses.replace(was, is_gone=False, link="", lit=None) != dataclasses.replace(now, link="", lit=None)


def _describe_change(was: DeckEvent, now: DeckEvent) -> str:
    """What has changed, in words: "14 July 2025 → 15 July 2025"."""
    pairs = {"date": (was.date, now.date), "title": (was.title, now.title), "actors": (was.actors, now.actors)}
    pairs |= {"quote": (was.quote, now.quote), "source": (was.source, now.source), "sign": (was.mark, now.mark)}
    said = [f"{name}: {a or 'none'} → {b or 'none'}" for name, (a, b) in pairs.items() if a != b]
    return "; ".join(said) or "how the date is known"


def _read_part(event: DeckEvent, part: str) -> str:
    return {"date": event.date, "title": event.title, "actors": event.actors, "quote": event.quote}.get(
        part, event.source
    )


def _choose_inks(timeline: Timeline) -> dict[str, str]:
    """The colour of each event by its first actor or its kind."""
    palette, by = choose_colours(timeline.events, timeline.actors)
    rows = list_events(timeline.events)
    names = {row["event_id"]: row["kind"] if by == "kind" else next(iter(row["actors"]), "") for row in rows}
    return {event_id: palette[name] for event_id, name in names.items() if name in palette}


def _is_outside(part: str) -> bool:
    return " earlier (" in part or " later (" in part


def _say_line(leaf: Any, text: str, stretch: float) -> None:
    """One line said anew, cut where its box ends."""
    size = leaf.shape.text_frame.paragraphs[0].runs[0].font.size
    cut = "".join(wrap(text, (size.pt if size else 12) / 0.75 * stretch, leaf.box.width, 1))
    set_lines(leaf.shape.text_frame, [cut])
    carry(leaf.shape, "", cut)


def _add_to_notes(slide: Any, event: DeckEvent) -> None:
    """Name an event that a chart has got in the notes, as those are named that have no label."""
    notes = slide.notes_slide.notes_text_frame
    if notes is not None:
        notes.add_paragraph().text = write_note_line(event.date, event.title)


def _update_notes(slide: Any, changed: Iterable[tuple[DeckEvent, DeckEvent]]) -> None:
    """The lines of the notes that name an event, as far as they are ours."""
    if not slide.has_notes_slide or slide.notes_slide.notes_text_frame is None:
        return
    lines = {squeeze(write_note_line(a.date, a.title)): write_note_line(b.date, b.title) for a, b in changed}
    for paragraph in slide.notes_slide.notes_text_frame.paragraphs:
        new = lines.get(squeeze(paragraph.text))
        if new is not None and paragraph.runs:
            paragraph.runs[0].text = new
            for run in paragraph.runs[1:]:
                run.text = ""
