"""A deck that stays: whatever users do to its slides and whatever changes in the timeline, both are kept."""

import dataclasses
import io
import random
import zipfile

import pandas as pd
import pptx
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from lxml import etree
from make import document_row, mention_row, table_timeline
from pptx.dml.color import RGBColor
from pptx.util import Emu, Pt

from timeline.errors import FormatError
from timeline.formats import render
from timeline.formats.deck_events import list_deck_events
from timeline.formats.refresh import refresh
from timeline.formats.refresh.axis import find_axes
from timeline.formats.refresh.label_text import NEW, squeeze
from timeline.formats.refresh.leaves import walk
from timeline.formats.refresh.match import find_renamed
from timeline.formats.refresh.room import is_near
from timeline.formats.slides.carried import list_gathered, read_axis_days
from timeline.table import from_frame
from timeline.vocabulary import Difference

TITLES = ("Ban reversed", "Acme and Globex will hand over 15% of sales", "Court stops the sale of the plant in Lille")
EDITS = 20


def table(count=12, step=9):
    """A timeline of `count` events, some of them months and open periods."""
    days = pd.date_range("2025-01-06", periods=count, freq=f"{step}D").strftime("%Y-%m-%d")
    edtf = [f"{day}/.." if n % 11 == 5 else day[:7] if n % 7 == 3 else day for n, day in enumerate(days)]
    cells = {"event_id": [f"e{n:03d}" for n in range(count)], "title": [f"{n} {TITLES[n % 3]}" for n in range(count)]}
    cells |= {"edtf": edtf, "importance": [1 - n / 100 for n in range(count)]}
    cells["actors"] = [[("Nvidia", "AMD", "Intel")[n % 3]] for n in range(count)]
    return from_frame(pd.DataFrame(cells), "Chips for China")


COLUMNS = ["event_id", "title", "edtf", "importance", "actors", "status"]


def rows_of(timeline):
    """What a table made by hand would hold, by event_id."""
    return {row["event_id"]: row for row in timeline.events[COLUMNS].to_dict("records")}


def changed(timeline, **rows):
    """`timeline` with other cells in the rows of some events, or with new ones: ``e001={"title": "…"}``."""
    held = rows_of(timeline)
    usual = next(iter(held.values()))
    for event_id, cells in rows.items():
        held[event_id] = held.get(event_id, usual | {"event_id": event_id}) | cells
    return from_frame(pd.DataFrame(list(held.values())), timeline.title)


def opened(data):
    """What python-pptx, as a second reader, finds."""
    return pptx.Presentation(io.BytesIO(data))


def saved(presentation):
    """The file of a deck that a user has worked on."""
    data = io.BytesIO()
    presentation.save(data)
    return data.getvalue()


def shapes_of(presentation, event_id="", name=""):
    """The shapes of an event, or with a name, on all slides."""
    leaves = [leaf for slide in presentation.slides for leaf in walk(slide.shapes)]
    return [leaf for leaf in leaves if event_id in {"", leaf.event_id} and name in {"", leaf.name}]


def label(presentation, event_id):
    """The words of an event's label."""
    return squeeze(shapes_of(presentation, event_id, "Label")[0].shape.text_frame.text)


# What a user does to a slide: each takes a random source and a deck, and gives what must hold afterwards.


def move(rng, deck):
    """Moves a group or a shape of an event."""
    leaf = rng.choice([leaf for leaf in shapes_of(deck) if leaf.event_id and not leaf.is_line])
    leaf.shape.left, leaf.shape.top = (
        leaf.shape.left + Emu(rng.randrange(90_000, 300_000)),
        leaf.shape.top + Emu(90_000),
    )
    return ("place", leaf)


def scale(rng, deck):
    """Draws a group larger, with all that is in it."""
    groups = [leaf for leaf in shapes_of(deck) if leaf.is_group and leaf.event_id]
    leaf = rng.choice(groups)
    leaf.shape.width, leaf.shape.height = int(leaf.shape.width * 1.3), int(leaf.shape.height * 1.2)


def recolour(rng, deck):
    """Gives a mark a colour of its own."""
    leaf = rng.choice(shapes_of(deck, name="Mark"))
    leaf.shape.fill.solid()
    leaf.shape.fill.fore_color.rgb = RGBColor(rng.randrange(256), 10, 10)
    return ("filling", leaf)


def enlarge(rng, deck):
    """Sets a label in other type."""
    leaf = rng.choice(shapes_of(deck, name="Label"))
    for paragraph in leaf.shape.text_frame.paragraphs:
        for run in paragraph.runs:
            run.font.size, run.font.italic = Pt(14), True
    return ("type", leaf)


def retype(rng, deck):
    """Types a title of one's own."""
    leaf = rng.choice(shapes_of(deck, name="Label"))
    paragraphs = leaf.shape.text_frame.paragraphs
    if len(paragraphs) < 2:
        return None
    paragraphs[1].runs[0].text = f"My own words {rng.randrange(1000)}"
    return ("words", leaf)


def draw(rng, deck):
    """Adds a shape with words of one's own."""
    slide = rng.choice(list(deck.slides))
    box = slide.shapes.add_textbox(
        Emu(9525 * rng.randrange(900)), Emu(9525 * rng.randrange(500)), Emu(900_000), Emu(300_000)
    )
    box.name, box.text_frame.text = f"Mine {rng.randrange(10**6)}", "A remark of mine"
    return ("whole", next(leaf for leaf in walk(slide.shapes) if leaf.shape.shape_id == box.shape_id))


def add_slide(rng, deck):
    """Adds a slide of one's own."""
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    slide.shapes.title.text = f"My slide {rng.randrange(10**6)}"
    return ("whole", next(walk(slide.shapes)))


def remove(rng, deck):
    """Takes an event off a slide."""
    groups = [leaf for leaf in shapes_of(deck) if leaf.is_group and leaf.event_id]
    if len(groups) > 6:
        leaf = rng.choice(groups)
        leaf.shape._element.getparent().remove(leaf.shape._element)


def ungroup(rng, deck):
    """Takes a group apart, as PowerPoint does: its shapes stay where they are."""
    groups = [leaf for leaf in shapes_of(deck) if leaf.is_group and leaf.event_id]
    leaf = rng.choice(groups)
    inside = [(inner, inner.box if not inner.is_line else inner.ends) for inner in _inner(deck, leaf)]
    parent, place = leaf.shape._element.getparent(), leaf.shape._element
    for inner, where in inside:
        place.addprevious(inner.shape._element)
        outer = dataclasses.replace(inner, groups=(), scale=(1.0, 1.0), shift=(0.0, 0.0))
        outer.put_ends(where) if inner.is_line else outer.put(where)
    parent.remove(place)


def _inner(deck, group):
    return [leaf for leaf in shapes_of(deck) if leaf.groups and leaf.groups[-1]._element is group.shape._element]


def reorder(rng, deck):
    """Moves a slide to the front."""
    ids = deck.slides._sldIdLst
    ids.insert(0, rng.choice(list(ids)))


ON_SLIDES = (move, scale, recolour, enlarge, retype, draw, add_slide, remove, ungroup, reorder)


# What changes in a timeline.


def edit_timeline(rng, rows):
    """One random change of the rows of a timeline by event_id."""
    event_id = rng.choice(sorted(rows))
    match rng.randrange(6):
        case 0:
            rows[event_id]["title"] = f"Now told otherwise {rng.randrange(10**6)}" + " at some length" * rng.randrange(
                4
            )
        case 1:
            rows[event_id]["edtf"] = f"2025-0{rng.randrange(1, 5)}-{rng.randrange(10, 28)}"
        case 2:
            rows[event_id]["status"] = rng.choice(["planned", "happened", "denied"])
        case 3:
            rows[event_id]["actors"] = ["Globex"]
        case 4 if len(rows) > 6:
            del rows[event_id]
        case _:
            new = f"n{rng.randrange(10**6):06d}"
            day = f"2025-0{rng.randrange(1, 5)}-{rng.randrange(10, 28)}"
            rows[new] = rows[event_id] | {"event_id": new, "title": f"Brand new thing {new}", "edtf": day}


def look(kind, leaf):
    """The part of a shape's form that a user has made their own."""
    element = leaf.shape._element
    if kind == "place":
        return (leaf.shape.left, leaf.shape.top)
    if kind == "filling":
        return leaf.shape.fill.fore_color.rgb
    if kind == "type":
        return {
            (run.font.size, run.font.italic)
            for p in leaf.shape.text_frame.paragraphs
            for run in p.runs
            if run.text != NEW
        }
    if kind == "words":
        return squeeze(" ".join(p.text for p in leaf.shape.text_frame.paragraphs[1:]))
    return etree.tostring(element)


@settings(max_examples=4, deadline=None, phases=[Phase.generate])
@given(st.integers(0, 10**9))
def test_twenty_edits_of_slides_and_timeline_are_all_kept(seed):
    """Of any twenty edits, what users did to the form stays, every changed event is told anew, and nothing is lost."""
    rng = random.Random(seed)
    before = table()
    deck = opened(
        render(before, "pptx", view=rng.choice(["flags", "flags", "story", "lanes"]), slides=rng.choice([1, 1, 3]))
    )
    rows = rows_of(before)
    mine = {}
    for _ in range(EDITS):
        if rng.random() < 0.5:
            done = rng.choice(ON_SLIDES)(rng, deck)
            if done:
                mine[(done[0], id(done[1].shape._element))] = done
        else:
            edit_timeline(rng, rows)
    mine = [(kind, leaf) for kind, leaf in mine.values() if _is_on_slide(leaf)]
    looks = [(kind, leaf.shape.part.slide.slide_id, leaf.shape.shape_id, look(kind, leaf)) for kind, leaf in mine]
    typed = {leaf.event_id for kind, leaf in mine if kind == "words"}
    there = {(leaf.shape.part.slide.slide_id, leaf.shape.shape_id) for leaf in shapes_of(deck)}
    now = from_frame(pd.DataFrame(list(rows.values())), before.title)

    made = refresh(saved(deck), now)
    after = opened(made.content)

    found = {(leaf.shape.part.slide.slide_id, leaf.shape.shape_id): leaf for leaf in shapes_of(after)}
    spans = {"Possible days", "Bounds", "Period"}
    assert not [key for key in there - found.keys() if _name(deck, key) not in spans], "a shape is lost"
    for kind, part, number, was in looks:
        assert look(kind, found[part, number]) == was, kind
    _is_told(after, before, now, made, typed)
    again = refresh(made.content, now)
    assert not again.changes
    assert etree.tostring(opened(again.content).slides[0]._element)


def _is_on_slide(leaf):
    return any(above.tag.endswith("}sld") for above in leaf.shape._element.iterancestors())


def _name(deck, key):
    return next(leaf.name for leaf in shapes_of(deck) if (leaf.shape.part.slide.slide_id, leaf.shape.shape_id) == key)


def _is_told(after, before, now, made, typed):
    """Every event that the deck shows is told as the timeline has it, or listed; what is gone is struck through."""
    old, new = list_deck_events(before), list_deck_events(now)
    words = {(change.event_id, change.what) for change in made.changes}
    for event_id, told in new.items():
        if event_id not in old:
            assert (event_id, Difference.NEW) in words
            assert told.title in _all_text(after)
        elif old[event_id] != told:
            assert (event_id, Difference.CHANGED) in words
        for leaf in shapes_of(after, event_id, "Label"):
            said = squeeze(leaf.shape.text_frame.text).replace(NEW, "")
            assert told.short in said or told.brief in said
            if event_id not in typed:
                shown = said.rpartition("…")[0] or said
                assert squeeze(shown).endswith(told.title) or "…" in said
    for event_id in old.keys() - new.keys():
        assert (event_id, Difference.GONE) in words
        for leaf in shapes_of(after, event_id, "Label"):
            looks = [run._r.rPr.get("strike") for p in leaf.shape.text_frame.paragraphs for run in p.runs]
            assert set(looks) == {"sngStrike"}


def _all_text(deck):
    texts = [squeeze(leaf.shape.text_frame.text) for leaf in shapes_of(deck) if leaf.shape.has_text_frame]
    cells = [
        cell.text for s in deck.slides for f in s.shapes if f.has_table for row in f.table.rows for cell in row.cells
    ]
    return "\n".join([*texts, *cells])


def test_what_is_told_anew_is_said_wherever_it_stands():
    """Label, mark, stem, days, name, alternative text, table and notes follow; scope and title, too."""
    before = table(24)
    now = changed(before, e001={"title": "Court lifts the ban", "edtf": "2025-01-20"}, e002={"title": "A plant closes"})
    made = refresh(render(before, "pptx", slides=9), now)
    deck = opened(made.content)
    assert label(deck, "e001") == "20 Jan 2025 Court lifts the ban"
    [group] = [leaf for leaf in shapes_of(deck, "e001") if leaf.is_group][:1]
    assert group.name == "Event 02 – 2025-01-20 – Court lifts the ban"
    assert group.shape._element._nvXxPr.cNvPr.get("descr") == "20 January 2025. Court lifts the ban. AMD"
    for slide in deck.slides:
        axes = [leaf for leaf in walk(slide.shapes) if read_axis_days(leaf.shape)]
        for leaf in walk(slide.shapes):
            if leaf.event_id == "e001" and leaf.name == "Mark":
                [axis] = find_axes(axes)
                day = pd.Timestamp("2025-01-20").toordinal() + 0.5
                assert abs(leaf.box.left + leaf.box.width / 2 - axis.to_x(day)) < 1
    cells = [row.cells[1].text for s in deck.slides for f in s.shapes if f.has_table for row in f.table.rows]
    assert "Court lifts the ban" in cells
    notes = "".join(slide.notes_slide.notes_text_frame.text for slide in deck.slides if slide.has_notes_slide)
    assert "20 January 2025: Court lifts the ban" in notes
    assert "1 Acme and Globex" not in notes
    assert [(c.what, c.event_id) for c in made.changes] == [("changed", "e001"), ("changed", "e002")]
    assert "date: 15 January 2025 → 20 January 2025; title: 1 Acme" in made.changes[0].words


def test_a_deck_of_what_has_not_changed_stays_to_the_byte():
    """Nothing is moved, set or written anew where nothing is told anew."""
    deck = render(table(24), "pptx")
    made = refresh(deck, table(24))
    assert not made.changes
    one, other = (zipfile.ZipFile(io.BytesIO(data)) for data in (deck, made.content))
    parts = [name for name in one.namelist() if name != "docProps/core.xml"]
    assert {name: one.read(name) for name in parts} == {name: other.read(name) for name in parts}


def test_words_of_a_users_own_stay_and_are_listed():
    """Whoever typed a title keeps it, also where the timeline tells it anew; the date beside it follows."""
    before = table()
    deck = opened(render(before, "pptx", slides=1))
    shape = shapes_of(deck, "e001", "Label")[0].shape
    shape.text_frame.paragraphs[1].runs[0].text = "What I say"
    for paragraph in shape.text_frame.paragraphs[2:]:
        paragraph._p.getparent().remove(paragraph._p)
    now = changed(before, e001={"title": "DeckEvent otherwise", "edtf": "2025-01-17"})
    made = refresh(saved(deck), now)
    assert label(opened(made.content), "e001") == "17 Jan 2025 What I say"
    [kept] = [change for change in made.changes if change.what is Difference.KEPT]
    assert kept.words == "the title on the slide is a user's; the timeline says 'DeckEvent otherwise'"
    assert not refresh(made.content, now).changes


def test_what_is_new_is_drawn_where_there_is_room_and_marked_until_the_next_refresh():
    """A new event stands over nothing else, with "new" behind its date; the next refresh takes that away."""
    before = table(6, step=30)
    now = changed(before, e900={"title": "New thing", "edtf": "2025-03-20"})
    made = refresh(render(before, "pptx"), now)
    deck = opened(made.content)
    assert label(deck, "e900") == "20 Mar 2025 · new New thing"
    [box] = [leaf.box for leaf in shapes_of(deck, "e900", "Label")]
    for leaf in shapes_of(deck):
        if leaf.event_id != "e900" and not leaf.is_group and leaf.has_text:
            assert not is_near(box, leaf.box), leaf.shape.text_frame.text
    [change] = made.changes
    assert (change.what, change.slides) == (Difference.NEW, (1,))
    scope = shapes_of(deck, name="Scope")[0].shape.text_frame.text
    assert scope.startswith("7 of 7 events")
    assert label(opened(refresh(made.content, now).content), "e900") == "20 Mar 2025 New thing"
    assert len(shapes_of(opened(refresh(render(before, "pptx"), now, add=[]).content), "e900")) == 0


def test_what_no_chart_has_room_for_stands_in_a_table():
    """An event outside every axis, or without a day, is on a slide at the end."""
    before = table(6)
    now = changed(before, e900={"title": "Long ago", "edtf": "1990-03-20"}, e901={"title": "Some time", "edtf": ""})
    made = refresh(render(before, "pptx"), now)
    slides = list(opened(made.content).slides)
    assert slides[-1].shapes.title.text_frame.text == "Chips for China: new"
    assert [change.slides for change in made.changes] == [(2,), (2,)]
    assert "Long ago" in _all_text(opened(made.content))


def test_what_matters_more_than_a_label_of_a_full_slide_is_said_to():
    """No label makes room, since it may stand where a user put it; the list names one that a new export would drop."""
    before = table(10, step=3)
    news = {f"e9{n:02d}": {"title": f"{TITLES[1]} {n} {TITLES[2]}", "edtf": "2025-01-20", "importance": 0.95}
            for n in range(20)}  # fmt: skip
    made = refresh(render(before, "pptx", slides=1), changed(before, **news))
    said = [change.words for change in made.changes if "in the table" in change.words]
    assert said
    assert all("no chart has room, and '9 Ban reversed' on slide 1 matters less" in words for words in said)
    assert label(opened(made.content), "e009")
    slight = {event_id: cells | {"importance": 0.0} for event_id, cells in news.items()}
    made = refresh(render(before, "pptx", slides=1), changed(before, **slight), add=slight)
    assert any("in the table" in change.words for change in made.changes)
    assert not any("matters less" in change.words for change in made.changes)


def test_a_disc_counts_anew_what_it_stands_for():
    """Of the events of a disc those count that the timeline still has; its slide still counts all that it shows."""
    rows = [{"event_id": f"e{n:03d}", "title": f"{n} Ban", "start": f"2025-07-{1 + n % 15:02}"} for n in range(120)]
    before = from_frame(pd.DataFrame(rows), "Bans")
    deck = render(before, ".pptx", scope="all", slides=1)
    number = next(leaf for leaf in shapes_of(opened(deck), name="Number"))
    gone, *left = list_gathered(number.shape)
    after = opened(refresh(deck, before.only(set(before.events["event_id"]) - {gone})).content)
    [anew] = [leaf for leaf in shapes_of(after, name="Number") if leaf.event_id == number.event_id]
    assert (number.shape.text_frame.text, anew.shape.text_frame.text) == (str(len(left) + 1), str(len(left)))
    [scope] = shapes_of(after, name="Scope")
    assert "10 of 119 events · 109 more in the notes" in scope.shape.text_frame.text


def test_what_is_gone_is_struck_through_until_it_is_back():
    """An event that the timeline no longer has stays on its slides, struck through; the line goes when it is back."""
    before = table(6)
    gone = dataclasses.replace(before, events=before.events[before.events["event_id"] != "e002"].reset_index(drop=True))
    made = refresh(render(before, "pptx"), gone)
    assert [(change.what, change.event_id) for change in made.changes] == [(Difference.GONE, "e002")]
    [group] = [leaf for leaf in shapes_of(opened(made.content), "e002") if leaf.is_group]
    assert group.shape._element._nvXxPr.cNvPr.get("descr").startswith("No longer in the timeline: 24 January 2025.")
    assert not refresh(made.content, gone).changes
    back = refresh(made.content, before)
    assert [(change.what, change.event_id) for change in back.changes] == [(Difference.BACK, "e002")]
    assert b"sngStrike" not in zipfile.ZipFile(io.BytesIO(back.content)).read("ppt/slides/slide1.xml")


def test_an_event_with_a_new_id_is_still_itself():
    """A table made by hand has ids of its own words: a changed title or day is no new event."""
    before, now = (
        list_deck_events(table(6)),
        list_deck_events(
            changed(
                table(6), e001={"edtf": "2025-01-18"}, e004={"title": "4 Acme and Globex will hand over 20% of sales"}
            )
        ),
    )
    fresh = {f"x{event_id}" if event_id in {"e001", "e004"} else event_id: one for event_id, one in now.items()}
    assert find_renamed(before, fresh) == {"e001": "xe001", "e004": "xe004"}


def test_a_slide_an_event_follows_its_sentence():
    """On a slide of its own an event's title, day, sentence and source are said anew; the title leads to the source."""

    def told(quote, title):
        events = from_frame(pd.DataFrame({"title": [title], "start": ["2025-04-02"], "event_id": ["e1"]})).events
        document = document_row(document_id="d1", publisher="The Example", title="Chips", url="https://news.example/1")
        start = quote.index("2 April")
        mention = mention_row(
            mention_id="m1", event_id="e1", document_id="d1", quote=quote, start_char=0, end_char=len(quote),
            date_start_char=start, date_end_char=start + 7,
        )  # fmt: skip
        return table_timeline(events, [mention], [document], "Chips")

    deck = render(told("The ban came on 2 April.", "Ban begins"), "pptx", show="events")
    title = opened(deck).slides[0].shapes.title
    assert title.click_action.hyperlink.address == "https://news.example/1"
    made = opened(refresh(deck, told("On 2 April the ministry began the ban.", "Ministry begins the ban")).content)
    assert made.slides[0].shapes.title.text_frame.text == "Ministry begins the ban"
    [quote] = shapes_of(made, "e1", "Quote")
    assert quote.shape.text_frame.text == "“On 2 April the ministry began the ban.”"


@pytest.mark.parametrize("deck", [b"no zip", b"", "foreign"])
def test_what_is_no_deck_of_ours_is_refused(deck):
    """A file that is none, or that carries nothing of its events, is refused in one line that says what to do."""
    if deck == "foreign":
        deck = saved(pptx.Presentation())
    with pytest.raises(FormatError, match=r"anew"):
        refresh(deck, table(3))


RECORDS = ("[]", "{}", '{"title": "x", "events": {"e": {"at": "soon"}}}', '{"title": 1, "events": 3}', "<")


@pytest.mark.parametrize("record", RECORDS)
def test_a_record_that_somebody_else_wrote_is_refused(record):
    """Whatever stands in the place of what a deck carries is checked before it is believed."""
    deck = opened(render(table(3), "pptx"))
    [part] = [r.target_part for r in deck.part.rels.values() if r.reltype.endswith("/customXml")]
    part._blob = f'<deck xmlns="urn:briefing-timeline:deck">{record}</deck>'.encode()
    with pytest.raises(FormatError, match="anew"):
        refresh(saved(deck), table(3))


def test_a_deck_that_kept_its_names_alone_is_brought_up_to_date():
    """Saved by LibreOffice, shapes have lost what they carried; their names and the record tell the rest."""
    before = table(24)
    deck = opened(render(before, "pptx", slides=9))
    for slide in deck.slides:
        for element in slide._element.iter("{*}cNvPr"):
            for name in {"title", "descr"}.intersection(element.keys()):
                del element.attrib[name]
        for number in list(slide._element.iter("{*}rowId")):
            number.getparent().remove(number)
    now = changed(before, e001={"title": "Court lifts the ban", "edtf": "2025-01-20"})
    made = refresh(saved(deck), now)
    after = opened(made.content)
    assert [(change.what, change.event_id) for change in made.changes] == [(Difference.CHANGED, "e001")]
    assert label(after, "e001") == "20 Jan 2025 Court lifts the ban"
    first = [leaf for leaf in walk(after.slides[0].shapes) if leaf.name == "Mark"]
    middles = {leaf.event_id: leaf.box.left + leaf.box.width / 2 for leaf in first}
    days = {event_id: told.at for event_id, told in list_deck_events(now).items()}
    share = (days["e001"] - days["e000"]) / (days["e002"] - days["e000"])
    assert abs(middles["e001"] - middles["e000"] - share * (middles["e002"] - middles["e000"])) < 2
    assert "Court lifts the ban" in _all_text(after)
