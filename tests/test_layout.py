"""What the chart promises for any table: nothing overlaps, nothing is lost, the same input gives the same picture."""

import dataclasses
import datetime as dt
import itertools
import random

import pandas as pd
import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st
from make import event_table, lay

from timeline.errors import DrawingError
from timeline.layout import (
    GREY,
    PALETTE,
    Box,
    Label,
    Layout,
    Mark,
    assign_colours,
    choose_colours,
    describe_events,
    find_story_window,
)
from timeline.layout.colours import count_actors
from timeline.layout.over_axis import list_over_axis
from timeline.layout.rows import GAP, HEAD_GAP
from timeline.layout.text import measure_text, wrap
from timeline.typeface import Weight

TOLERANCE = 1.0


def examples(number: int) -> settings:
    """So many examples, none of them shrunk: with whole tables that takes minutes and shows no more."""
    return settings(max_examples=number, phases=(Phase.explicit, Phase.generate))


ACTORS = ["Northgate Council", "Halden Ltd", "A. Ferris", "Ministry of Trade", "中央银行", "V", "W", "X"]

HOSTILE = [
    '<a href="https://example.org">win</a>',
    "<img src=x onerror=alert(1)>",
    "$x$ and $\\frac{1}{2}$",
    "%{x} %{customdata[0]}",
    "safe\u202etxt.exe",
    "word " * 2000,
    "Donaudampfschifffahrtsgesellschaftskapitänspatent" * 200,
    "🙂👩‍👩‍👧‍👦🏳️‍🌈" * 30,
    "الحكومة توافق على حظر التصدير بعد رفض الوزير صفقة طارئة",
    "政府批准出口禁令法院驳回紧急交易谈判军队边境预算罢工峰会制裁投票",
    "\x00\x07 \n\t ",
    "…",
]


@st.composite
def tables(draw, most: int = 40) -> pd.DataFrame:
    """Tables of days and stretches, close together or centuries apart, with any title."""
    first = draw(st.dates(dt.date(44, 1, 1), dt.date(2090, 1, 1)))
    spread = draw(st.sampled_from([0, 3, 40, 800, 30_000]))
    rows = []
    for _ in range(draw(st.integers(1, most))):
        start = first + dt.timedelta(days=draw(st.integers(0, spread)))
        end = start + dt.timedelta(days=draw(st.sampled_from([0, 0, 0, 9, 30, 400])))
        span = draw(st.sampled_from(["point", "period"]))
        opened = draw(st.sampled_from(["no", "no", "no", "start", "end", "both"]))
        rows.append({
            "title": draw(st.one_of(st.text(max_size=90), st.sampled_from(HOSTILE), st.just("Court approves the ban"))),
            "start": None if opened in {"start", "both"} else start,
            "end": None if opened in {"end", "both"} else end,
            "span": span,
            "precision": draw(st.sampled_from(["day", "month", "bounded"])),
            "date_basis": draw(st.sampled_from(["explicit", "published", "bounded"])),
            "status": draw(st.sampled_from(["happened", "planned", "possible", "denied"])),
            "actors": draw(st.lists(st.sampled_from(ACTORS), max_size=3, unique=True)),
            "importance": draw(st.sampled_from([0.2, 0.5, 0.9])),
        })  # fmt: skip
    return event_table(*rows)


SIZES = st.sampled_from([(320, 500), (390, 844), (960, 400), (1280, 720), (1920, 1080)])
VIEWS = st.sampled_from(["story", "lanes", "flags", "density"])


def boxes(layout: Layout, zoom: float = 1.0) -> list[tuple[str, Box]]:
    """The label boxes after zooming in `zoom` times on the left edge; panning changes no distance."""
    made = []
    for label in layout.labels:
        box = layout.find_box(label)
        anchor = layout.to_x(label.unit)
        left = box.left - anchor + layout.plot.left + (anchor - layout.plot.left) * zoom
        made.append((label.event_id, dataclasses.replace(box, left=left)))
    return made


def dots(layout: Layout, zoom: float = 1.0) -> list[tuple[str, Box]]:
    """The boxes of the dots and of the ticks of other actors."""
    marks = [(m.event_id, m.unit, m.y, m.size) for m in layout.marks]
    marks += [(m.event_id, m.unit, m.y, 7.0) for m in layout.line_marks]
    made = []
    for event_id, unit, y, size in marks:
        x = layout.plot.left + (layout.to_x(unit) - layout.plot.left) * zoom
        half = size / 2
        made.append((event_id, Box(left=x - half, top=layout.plot.top + y - half, width=size, height=size)))
    return made


def overlap(a: Box, b: Box) -> bool:
    """Whether two boxes share more than a pixel both ways."""
    across = min(a.right, b.right) - max(a.left, b.left)
    down = min(a.bottom, b.bottom) - max(a.top, b.top)
    return across > TOLERANCE and down > TOLERANCE


@given(tables(), SIZES, VIEWS, st.sampled_from(["fit", "grow"]), st.sampled_from([1.0, 1.5, 5.0]))
@examples(40)
def test_no_label_ever_meets_another_label_or_a_dot(table, size, view, mode, zoom):
    """No two label boxes overlap, and none a dot, as laid out and at any closer zoom."""
    layout = lay(table, view=view, width=size[0], height=size[1], mode=mode)
    labels = boxes(layout, zoom)
    for (one, a), (other, b) in itertools.combinations(labels, 2):
        assert not overlap(a, b), (one, other)
    for (one, a), (other, b) in itertools.product(labels, dots(layout, zoom)):
        assert not overlap(a, b), (one, other)


@given(tables(), SIZES, VIEWS, st.sampled_from(["fit", "grow"]))
@examples(20)
def test_no_label_ever_leaves_the_plot(table, size, view, mode):
    """Every label in the window stands within the plot, and rows grow no further than the plot."""
    layout = lay(table, view=view, width=size[0], height=size[1], mode=mode)
    for event_id, box in boxes(layout):
        assert box.left >= layout.plot.left - TOLERANCE, event_id
        assert box.right <= layout.plot.right + TOLERANCE, event_id
        assert box.top >= layout.plot.top - TOLERANCE, event_id
        assert box.bottom <= layout.plot.bottom + TOLERANCE, event_id
    assert layout.plot.bottom <= layout.height
    if mode == "fit":
        assert (layout.width, layout.height) == size


@given(tables(), SIZES, st.sampled_from(["story", "lanes"]))
@examples(20)
def test_boxes_of_a_row_keep_the_order_of_their_days(table, size, view):
    """Within a row the boxes stand in the order of the units they hang on, which is what makes zooming in safe."""
    layout = lay(table, view=view, width=size[0], height=size[1])
    rows = itertools.groupby(
        sorted(layout.labels, key=lambda label: (label.y, layout.find_box(label).left)), lambda label: label.y
    )
    for _, row in rows:
        units = [label.unit for label in row]
        assert units == sorted(units)


@given(tables(), SIZES, VIEWS, st.randoms(use_true_random=False))
@examples(20)
def test_the_same_events_give_the_same_layout(table, size, view, random):
    """Neither time of day nor the order of the rows changes a picture."""
    order = list(range(len(table)))
    random.shuffle(order)
    shuffled = table.iloc[order].reset_index(drop=True)
    first, second = (lay(t, view=view, width=size[0], height=size[1]) for t in (table, shuffled))
    assert first == second


@given(tables(), SIZES, st.sampled_from(["story", "lanes", "flags"]), st.sampled_from(["fit", "grow"]))
@examples(20)
def test_every_dated_event_is_drawn_once(table, size, view, mode):
    """An event without a label is still a dot, an event without a date is counted, and none is drawn twice."""
    layout = lay(table, view=view, width=size[0], height=size[1], mode=mode)
    undated = int((table["start"].isna() & table["end"].isna()).sum())
    assert layout.undated == undated
    assert sorted(m.event_id for m in layout.marks) == sorted(
        table["event_id"][~(table["start"].isna() & table["end"].isna())]
    )
    labels = [label.event_id for label in layout.labels]
    assert len(set(labels)) == len(labels) == layout.labelled == sum(mark.labelled for mark in layout.marks)


@given(tables())
@examples(20)
def test_the_axis_goes_there_and_back(table):
    """A day is drawn at one unit and found again there, within breaks too, and later days are never drawn earlier."""
    axis = lay(table).axis
    first, last = axis.to_day(axis.first), axis.to_day(axis.last)
    days = [first + (last - first) * step / 50 for step in range(51)]
    units = [axis.to_unit(day) for day in days]
    assert units == sorted(units)
    for day, unit in zip(days, units, strict=True):
        assert axis.to_day(unit) == pytest.approx(day, abs=1e-3)


@given(tables(), SIZES)
@examples(20)
def test_the_year_is_always_said_and_no_tick_touches_another(table, size):
    """The first tick names its year, and tick labels keep apart."""
    layout = lay(table, view="story", width=size[0], height=size[1])
    if layout.view == "empty":
        return
    assert layout.ticks
    assert layout.ticks[0].year or layout.ticks[0].text.isdigit()
    places = [layout.to_x(tick.unit) for tick in layout.ticks]
    assert all(b - a > 20 for a, b in itertools.pairwise(places))


@given(tables(), SIZES, VIEWS, st.floats(0, 1), st.sampled_from([0.0, 1e-3, 0.05, 0.4]))
@examples(20)
def test_no_zoom_is_without_a_date(table, size, view, place, share):
    """Wherever a reader zooms to, beside a break, within one or to a single empty day, some tick says day and year."""
    whole = lay(table, view=view)
    if whole.view == "empty":
        return
    length = whole.axis.last - whole.axis.first
    first = whole.axis.first + place * (1 - share) * length
    window = days_within(whole, first, first + share * length)
    layout = lay(table, view=view, width=size[0], height=size[1], window=window)
    assert any(tick.year or tick.text.isdigit() for tick in layout.ticks), window
    assert all(layout.window[0] <= tick.unit <= layout.window[1] for tick in layout.ticks)


def days_within(layout: Layout, *units: float) -> tuple[dt.date, ...]:
    """The days at axis units, as far as there are such."""
    most = dt.date.max.toordinal()
    return tuple(dt.date.fromordinal(min(max(int(layout.axis.to_day(unit)), 1), most)) for unit in units)


def test_a_break_on_the_right_takes_no_dates_away():
    """Zoomed in before, between, within and behind the breaks, the chart says when that is."""
    days = [dt.date(year, month, 3 * n + 1) for year, month in ((2010, 5), (2017, 3), (2024, 9)) for n in range(8)]
    table = event_table(*({"start": day} for day in days))
    assert len(lay(table).breaks) == 2
    for window in [
        (dt.date(2010, 5, 2), dt.date(2010, 5, 20)),
        (dt.date(2017, 3, 2), dt.date(2017, 3, 20)),
        (dt.date(2024, 9, 2), dt.date(2024, 9, 20)),
        (dt.date(2012, 1, 1), dt.date(2015, 1, 1)),
        (dt.date(2017, 3, 10), dt.date(2017, 3, 10)),
    ]:
        ticks = lay(table, window=window).ticks
        assert any(str(window[0].year) <= tick.year <= str(window[1].year) for tick in ticks), window
    begun = lay(table, window=(dt.date(2010, 5, 2), dt.date(2014, 1, 1)))
    assert {tick.year for tick in begun.ticks} == {"", "2010"}
    assert len(begun.breaks) == 1, "what is left out is shaded where it is in view only in part, too"


@pytest.mark.parametrize("view", ["story", "lanes", "flags", "density"])
@pytest.mark.parametrize("most", [None, 12])
def test_ties_are_labelled_all_along_the_axis(view, most):
    """Of events that matter alike, as in every table made by hand, no stretch of time gets all the labels."""
    days = [dt.date(2023, 1, 1) + dt.timedelta(days=n // 2) for n in range(2000)]
    rows = [{"start": day, "actors": [ACTORS[n % 6]], "title": f"Thing {n} happens"} for n, day in enumerate(days)]
    layout = lay(event_table(*rows), view=view, most=most)
    fifths = [
        int((label.unit - layout.axis.first) / (layout.axis.last - layout.axis.first) * 5) for label in layout.labels
    ]
    assert set(fifths) == set(range(5))
    assert max(map(fifths.count, range(5))) <= 0.5 * len(fifths)


@given(tables(), st.data())
@examples(20)
def test_a_filter_moves_nothing(table, data):
    """Axis, lanes and colours are the whole table's, and what stays stays in its place, label and all."""
    part = table[data.draw(st.lists(st.booleans(), min_size=len(table), max_size=len(table)))]
    everything, some = lay(table, view="lanes"), lay(part, view="lanes", whole=table)
    assert some.axis == everything.axis
    if some.view != "empty":
        assert [lane.name for lane in some.lanes] == [lane.name for lane in everything.lanes]
        hues = {mark.event_id: mark.colour for mark in everything.marks}
        assert all(mark.colour == hues[mark.event_id] for mark in some.marks)
        stood = {label.event_id: label for label in everything.labels}
        stands = {label.event_id: label for label in some.labels}
        kept = set(stood) & set(part["event_id"])
        assert all(stands[event_id] == stood[event_id] for event_id in kept)
        for (one, a), (other, b) in itertools.combinations(boxes(some), 2):
            assert not overlap(a, b), (one, other)


@given(tables(most=25), st.sampled_from([960, 1280]))
@examples(15)
def test_all_is_labelled_in_grow_mode(table, width):
    """In grow mode every event has its label, however high the chart becomes."""
    layout = lay(table, view="story", width=width, mode="grow")
    assert layout.labelled == layout.shown == len(layout.marks)


def test_what_was_there_keeps_its_row():
    """An event goes back to the row it had where that row is free, so that readers do not lose their place."""
    table = event_table(*({"start": dt.date(2025, 1, 1) + dt.timedelta(days=40 * n)} for n in range(8)))
    rows = sorted(label.y for label in lay(table).labels)
    kept = lay(table, keep={"e0003": 6})
    assert next(label.y for label in kept.labels if label.event_id == "e0003") == rows[6]


@pytest.mark.parametrize("n", [0, 3])
def test_nothing_to_draw_is_an_empty_layout(n):
    """A table without events, or without a single date, gives an empty frame that counts what has no date."""
    layout = lay(event_table(*({"start": None} for _ in range(n))))
    assert (layout.view, layout.marks, layout.undated) == ("empty", (), n)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"scale": "log"}, "unknown scale 'log'"),
        ({"colour_by": "mood"}, "cannot colour by 'mood'"),
        ({"view": "gantt"}, "unknown view 'gantt'"),
        ({"mode": "shrink"}, "unknown mode 'shrink'"),
        ({"width": 10}, "10 by 720 pixels is too small"),
        ({"window": (dt.date(2025, 2, 1), dt.date(2025, 1, 1))}, "window ends before it starts"),
        ({"view": "lanes", "lane_by": "mood"}, "cannot make lanes by 'mood'"),
    ],
)
def test_what_cannot_be_drawn_is_refused(asked, words):
    """An unknown word or an impossible size is an error that names it and what is allowed."""
    with pytest.raises(DrawingError, match=words):
        lay(event_table({"start": dt.date(2025, 1, 1)}), **asked)


def test_long_empty_stretches_are_broken_and_said():
    """One event years before a busy month does not crush it: the gap is drawn short and its length said."""
    busy = [{"start": dt.date(2025, 7, 1) + dt.timedelta(days=2 * n)} for n in range(12)]
    table = event_table({"start": dt.date(2022, 1, 1)}, *busy)
    layout = lay(table)
    assert [gap.text for gap in layout.breaks] == ["42 months"]
    assert layout.to_x(layout.marks[1].unit) < 260
    assert lay(table, scale="time").breaks == ()


def test_an_even_spread_is_to_scale():
    """Where no gap stands out the axis has no break."""
    assert lay(event_table(*({"start": dt.date(2020 + n, 1, 1)} for n in range(6)))).breaks == ()


def test_a_date_looks_like_what_is_known_of_it():
    """Day, month, period with an open end, assumed day and choice of days each have a form of their own."""
    day = dt.date(2025, 7, 14)
    month = {"start": dt.date(2025, 4, 1), "end": dt.date(2025, 4, 30), "precision": "month"}
    layout = lay(
        event_table(
            {"start": day},
            month,
            {"start": dt.date(2022, 1, 1), "end": None, "span": "period", "precision": "year"},
            {"start": day, "date_basis": "published"},
            {"start": day, "end": day + dt.timedelta(3), "edtf": "[2025-07-14,2025-07-17]"},
        )
    )
    marks = {mark.event_id: mark for mark in layout.marks}
    assert [marks[f"e000{n}"].form for n in range(5)] == ["point", "band", "period", "point", "band"]
    assert [marks[f"e000{n}"].hollow for n in range(5)] == [False, True, False, True, True]
    assert [marks[f"e000{n}"].dashed for n in range(5)] == [False, False, False, True, False]
    assert marks["e0002"].open_end
    assert len(marks["e0004"].alternatives) == 2
    assert marks["e0001"].last - marks["e0001"].first == 30
    said = {entry.sample for entry in layout.legend}
    assert {"day", "band", "period", "open", "assumed", "one-of"} <= said
    assert "planned" not in said


def test_an_event_of_two_actors_stands_in_its_agents_lane():
    """It is drawn once, in the lane of the first actor, and ticked in the other's."""
    table = event_table(
        *({"start": dt.date(2025, 1, n), "actors": ["Nvidia"]} for n in (1, 2, 3)),
        {"start": dt.date(2025, 1, 9), "actors": ["China", "Nvidia"]},
    )
    layout = lay(table, view="lanes")
    assert [lane.name for lane in layout.lanes] == ["Nvidia", "China"]
    assert [(m.event_id, m.lane) for m in layout.line_marks] == [("e0003", 0)]
    assert next(m.lane for m in layout.marks if m.event_id == "e0003") == 1


def test_zooming_in_shows_more_labels():
    """Laid out for a window, more of its events have labels than had in the whole."""
    table = event_table(*({"start": dt.date(2025, 1, 1) + dt.timedelta(days=n // 3)} for n in range(300)))
    window = (dt.date(2025, 2, 1), dt.date(2025, 2, 10))
    within = {
        f"e{n:04d}" for n in range(300) if window[0] <= dt.date(2025, 1, 1) + dt.timedelta(days=n // 3) <= window[1]
    }
    whole, close = lay(table, view="story"), lay(table, view="story", window=window)
    before = {label.event_id for label in whole.labels} & within
    after = {label.event_id for label in close.labels} & within
    assert len(after) > len(before)
    assert close.labelled == len(after)


def test_thousands_are_counted_not_drawn():
    """Above a thousand events the view is density, and its bars hold every event once."""
    table = event_table(
        *({"start": dt.date(2020, 1, 1) + dt.timedelta(days=n % 900), "actors": [ACTORS[n % 8]]} for n in range(1500))
    )
    layout = lay(table)
    assert layout.view == "density"
    assert sum(b.events for b in layout.bins) == 1500
    assert 0 < layout.labelled < 200
    close = lay(table, window=(dt.date(2020, 3, 1), dt.date(2020, 4, 1)))
    assert close.view == "story"


def test_bars_can_be_told_apart_on_a_phone():
    """Where names stand over their lanes there are fewer lanes, so that the tallest bar keeps a height to compare."""
    rows = [{"start": f"2025-{n % 12 + 1:02}-{n % 28 + 1:02}", "actors": [f"Actor {n % 9}"]} for n in range(1200)]
    layout = lay(event_table(*rows), width=360, height=260)
    assert layout.view == "density"
    assert max(made.height for made in layout.bins) >= 12


def test_flags_on_small_charts_are_whole():
    """On a phone they stand on one side, where they have lines enough; in a low window there are as few as are read."""
    title = "The council of {} approved the new bridge over the river"
    days = [dt.date(2025, 1, 9) + dt.timedelta(days=9 * n) for n in range(40)]
    table = event_table(*({"start": day, "title": title.format(ACTORS[day.day % 8])} for day in days))
    for width, height in ((360, 240), (720, 300)):
        layout = lay(table, view="flags", width=width, height=height, legend_below=True, clusters=True)
        assert layout.labelled >= 2
        assert sum(label.whole for label in layout.labels) > layout.labelled / 2


def test_titles_on_a_phone_are_whole_on_two_lines():
    """Fewer titles that can be read, not one more a line that ends in the middle of its verb."""
    title = "The council of {} approved the new bridge over the river"
    days = [dt.date(2025, 1, 9) + dt.timedelta(days=9 * n) for n in range(40)]
    rows = [{"start": day, "title": title.format(ACTORS[day.day % 8])} for day in days]
    layout = lay(event_table(*rows), width=360, height=240, legend_below=True, clusters=True)
    assert layout.labelled >= 3
    assert sum(label.whole for label in layout.labels) > layout.labelled / 2


@pytest.mark.parametrize(("number", "view"), [(2000, "density"), (100, "story")])
def test_many_events_leave_titles_whole(number, view):
    """Fewer titles on two lines, not more of them that end in the middle: however many want one."""
    title = "The council of {} approved the new bridge over the river"
    days = [dt.date(2016, 1, 9) + dt.timedelta(days=n * 3600 // number) for n in range(number)]
    rows = [{"start": day, "title": title.format(ACTORS[day.day % 8])} for day in days]
    layout = lay(event_table(*rows), view=view, width=1100, height=330, legend_below=True, clusters=True)
    assert layout.labelled >= 6
    assert sum(label.whole for label in layout.labels) > layout.labelled / 2


@example(event_table({"start": dt.date(44, 3, 15)}, {"start": dt.date(1066, 10, 14)}, {"start": dt.date(2025, 1, 1)}))
@given(tables())
@examples(10)
def test_a_view_is_picked_for_any_table(table):
    """`auto` draws any table, the years before 1677 among them."""
    assert lay(table).view in {"story", "empty"}


@pytest.mark.parametrize(("number", "view"), [(0, "empty"), (1, "story"), (1000, "story"), (1001, "density")])
def test_auto_counts_from_a_thousand_events_on(number, view):
    """`auto` draws each event up to a thousand of them, and counts them above."""
    rows = [{"start": dt.date(2020, 1, 1) + dt.timedelta(days=place)} for place in range(number)]
    assert lay(event_table(*rows)).view == view


def test_fit_mode_keeps_its_height_and_says_what_it_left_out():
    """Labels that find no room are left out, the legend counts them, and grow mode labels all on a higher chart."""
    rows = [{"start": dt.date(2025, 1, 1 + place % 28), "title": f"Something happened {place}"} for place in range(80)]
    fit, grow = (lay(event_table(*rows), height=400, mode=mode) for mode in ("fit", "grow"))
    assert fit.height == 400
    assert fit.labelled == len(fit.labels) < fit.shown == 80
    assert fit.legend[0].text == f"{fit.labelled} of 80 labelled"
    assert grow.labelled == len(grow.labels) == 80
    assert grow.height > 400
    assert grow.legend[0].text == "80 of 80 labelled"


def test_every_stretch_beside_a_break_says_its_year():
    """What lies on the short side of a break has a tick too, so that nobody takes it for the year on the other side."""
    rows = [{"start": dt.date(2025, 7, day), "title": f"Thing {day}"} for day in range(1, 30)]
    first = {"start": dt.date(2022, 1, 5), "title": "Long before"}
    for width in (700, 960, 1280):
        layout = lay(event_table(first, *rows), width=width)
        assert layout.breaks
        assert "2022" in {tick.year for tick in layout.ticks}
        assert "2025" in {tick.year for tick in layout.ticks}


def test_six_actors_have_colours_and_the_rest_is_grey():
    """Those with most events have a colour, and an actor of no event has none."""
    table = pd.DataFrame({"name": ["Nobody", *reversed(ACTORS)], "events": [0, *range(1, len(ACTORS) + 1)]})
    hues = assign_colours(table)
    assert list(hues) == ACTORS[:6]
    assert tuple(hues.values()) == PALETTE
    assert GREY not in PALETTE


@pytest.mark.parametrize("view", ["story", "lanes", "flags", "density"])
def test_an_actor_keeps_its_colour(view):
    """What the whole timeline settled holds in every view and for any part of the events."""
    rows = [
        {"start": dt.date(2025, 1, 1 + place), "actors": [name]}
        for place, name in enumerate(ACTORS)
        for _ in range(9 - place)
    ]
    whole = event_table(*rows)
    palette = assign_colours(count_actors(whole))
    few = whole[whole["actors"].str[0].isin(ACTORS[3:6])].reset_index(drop=True)
    owner = dict(zip(few["event_id"], few["actors"].str[0], strict=True))
    layout = lay(few, view=view, palette=palette)
    assert layout.marks
    assert all(mark.colour == palette[owner[mark.event_id]] for mark in layout.marks)


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("colour", [*PALETTE, GREY])
@pytest.mark.parametrize("paper", ["#FFFFFF", "#0E1117"])
def test_marks_stand_out_from_the_paper(colour, paper):
    """Every colour of a mark has a contrast of at least 3:1 on white and on the dark background."""
    light, dark = sorted((luminance(colour), luminance(paper)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 3


@given(tables())
@examples(15)
def test_the_text_alternative_has_a_line_for_every_event(table):
    """A sentence on the whole and one line an event, none of them broken by what a title holds."""
    assert len(describe_events(table).split("\n")) == 1 + len(table)


def test_an_early_event_does_not_crush_a_busy_time_without_gaps():
    """The break comes also where the busy time has no gap of its own, since imprecise dates fill it."""
    busy = [{"start": dt.date(2025, 1, 1), "end": dt.date(2025, 7, 31), "precision": "bounded"}]
    busy += [{"start": dt.date(2025, 7, 1) + dt.timedelta(days=3 * n)} for n in range(12)]
    layout = lay(event_table({"start": dt.date(2022, 1, 1), "end": None, "span": "period"}, *busy))
    assert len(layout.breaks) == 1


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("width", [960, 1280, 1920])
def test_up_to_twelve_flags_always_fit(seed, width):
    """Twelve events or fewer all have their flag, wherever they lie and however long their titles."""
    rnd = random.Random(seed)
    words = "court approves export ban after minister rejects emergency".split()
    days = [int(1000 * (1 - rnd.random() ** (1 + seed))) for _ in range(5 + seed)]
    rows = [{"start": dt.date(2022, 1, 1) + dt.timedelta(days=day)} for day in days]
    titles = [" ".join(rnd.choices(words, k=rnd.randrange(3, 10))) for _ in days]
    layout = lay(
        event_table(*(row | {"title": title} for row, title in zip(rows, titles, strict=True))),
        view="flags",
        width=width,
    )
    assert layout.labelled == len(days)


@pytest.mark.parametrize(("width", "height"), [(340, 180), (360, 180), (420, 200)])
def test_flags_on_a_phone_name_what_matters_most(width, height):
    """A chart too low for titles on both sides of the band has them above it, and dots and discs below."""
    days = [dt.date(2025, 1, 1) + dt.timedelta(days=9 * n) for n in range(30)]
    rows = [{"start": day, "importance": n / 30, "title": f"Matter {n} is told"} for n, day in enumerate(days)]
    layout = lay(event_table(*rows), view="flags", width=width, height=height, legend_below=True, clusters=True)
    assert "e0029" in {label.event_id for label in layout.labels}
    assert layout.labelled >= 2
    flagged = {mark.y < layout.axis_y for mark in layout.marks if mark.labelled}
    assert (flagged, {mark.y < layout.axis_y for mark in layout.marks if not mark.labelled}) == ({True}, {False})
    assert all(box.bottom <= layout.plot.bottom + TOLERANCE for _, box in [*boxes(layout), *dots(layout)])


@pytest.mark.parametrize("most", [None, 10])
def test_no_flag_is_cut_where_its_row_has_room(most):
    """A long title has what short ones of its row leave; of many flags there are fewer where more are whole then."""
    long = "Court approves the export ban after ministers reject an emergency deal on grain and on everything else"
    rows = [{"start": dt.date(2025, 1, 1) + dt.timedelta(days=9 * n), "title": "Talks fail"} for n in range(9)]
    layout = lay(event_table(*rows, {"start": dt.date(2025, 2, 14), "title": long}), view="flags", width=900, most=most)
    assert [label.event_id for label in layout.labels if not label.whole] == []
    many = [{"start": dt.date(2025, 1, 1) + dt.timedelta(days=3 * n), "title": long[: 50 + n]} for n in range(30)]
    layout = lay(event_table(*many), view="flags", width=1600, height=460)
    assert sum(label.whole for label in layout.labels) > 0.7 * layout.labelled


def list_taken(layout: Layout) -> list[tuple[str, Box]]:
    """What stands in the rows: label boxes, and each mark as long as it is drawn."""
    marks = [(m.event_id, mark_box(layout, m)) for m in layout.marks if m.labelled]
    return [*boxes(layout), *marks]


def mark_box(layout: Layout, mark: Mark) -> Box:
    """The box of a mark with its dot."""
    ends = [layout.to_x(mark.unit) - 5, layout.to_x(mark.unit) + 5]
    if mark.form != "point":
        ends += [layout.to_x(mark.first), layout.to_x(mark.last)]
    return Box(left=min(ends), top=layout.plot.top + mark.y - 5, width=max(ends) - min(ends), height=10)


def set_whole(label: Label, title: str, lines: int) -> list[tuple[float, float]]:
    """Width and height of the whole title behind its date, as wide and as narrow as so many lines can be."""
    indent = measure_text(f"{label.head}{HEAD_GAP}", label.size, Weight.BOLD)
    made = []
    for room in range(80, 900, 20):
        text = wrap(title, label.size, room, lines, label.tone.weight, indent)
        if not text[-1].endswith("…"):
            widths = [measure_text(line, label.size, label.tone.weight) for line in text]
            made.append((max([indent + widths[0], *widths[1:]]), (1.3 * len(text) - 0.15) * label.size))
    return made


def find_free_slot(layout: Layout, label: Label, title: str) -> Box | None:
    """A place for the whole title of a cut label: on either side of its mark, in its row or another of its lane."""
    marks = {mark.event_id: mark for mark in layout.marks}
    mark = marks[label.event_id]
    own = mark_box(layout, mark)
    lane = [other for other in layout.labels if marks[other.event_id].lane == mark.lane]
    others = [box for one, box in list_taken(layout) if one != label.event_id]
    point = mark.form == "point"
    anchors = (layout.to_x(mark.unit) + 10, layout.to_x(mark.unit) - 10) if point else (own.right + 7, own.left - 7)
    for width, height in set_whole(label, title, max(len(other.lines) for other in lane)):
        for left, y in itertools.product((anchors[0], anchors[1] - width), {other.y for other in lane}):
            box = Box(left=left, top=layout.plot.top + y - height / 2, width=width, height=height)
            first, last = min(box.left, own.left) - GAP - 2, max(box.right, own.right) + GAP + 2  # each end rounded
            reach = dataclasses.replace(box, left=first, width=last - first)
            inside = layout.plot.left <= box.left and box.right <= layout.plot.right
            if inside and not any(overlap(reach, other) for other in others):
                return box
    return None


@pytest.mark.parametrize("view", ["story", "lanes"])
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("width", [360, 720, 1120, 1600])
def test_no_title_is_cut_beside_free_space(view, seed, width):
    """A title that ends in an ellipsis has no room whole: not in its row or another, on no side, on no more lines."""
    pick = random.Random(seed)
    days = [dt.date(2025, 1, 1) + dt.timedelta(days=int(pick.triangular(0, 200, 170))) for _ in range(34)]
    words = "court approves the export ban after ministers reject an emergency deal on grain".split()
    rows = [
        {"start": day, "end": day, "title": " ".join(pick.choices(words, k=pick.randrange(4, 13))),
         "actors": [pick.choice(ACTORS)], "importance": pick.random(),
         "date_basis": pick.choice(["explicit", "explicit", "published"])}
        for day in days
    ]  # fmt: skip
    table = event_table(*rows)
    titles = dict(zip(table["event_id"], table["title"], strict=True))
    layout = lay(table, view=view, width=width, height=360)
    found = [
        label for label in layout.labels if not label.whole and find_free_slot(layout, label, titles[label.event_id])
    ]
    assert found == []


def test_labels_of_one_day_share_rows_where_rows_are_few():
    """Where many fall on a day, two labels stand back to back in a row: each with a dot, and no two of them in one."""
    days = [dt.date(2025, 3, 9)] * 30 + [dt.date(2025, 3, 1), dt.date(2025, 3, 18)]
    table = event_table(*({"start": day, "title": f"Matter {n} is told"} for n, day in enumerate(days)))
    layout = lay(table, view="story", width=900, height=300)
    sides = itertools.combinations([(label.y, label.align) for label in layout.labels], 2)
    assert sum(abs(y - other) < 12 and side != beside for (y, side), (other, beside) in sides) > 3
    labelled = [(m.event_id, box) for (m, (_, box)) in zip(layout.marks, dots(layout), strict=True) if m.labelled]
    assert not any(overlap(a, b) for (_, a), (_, b) in itertools.combinations(labelled, 2))
    for zoom in (1.0, 1.2, 3.0, 9.0):
        at = boxes(layout, zoom)
        assert not any(overlap(a, b) for (_, a), (_, b) in itertools.combinations(at, 2))


def test_few_rows_are_titled_all_along_the_axis():
    """On a phone the four titles there is room for are not those of the one day on which all that matters most fell."""
    rows = [
        {"start": dt.date(2025, 12, 20), "importance": 0.9, "title": f"Much is told of matter {n}"} for n in range(9)
    ]
    rows += [{"start": dt.date(2025, 1 + n, 5), "importance": 0.3, "title": f"Matter {n} is told"} for n in range(10)]
    layout = lay(event_table(*rows), view="story", width=360, height=180)
    places = [(layout.to_x(label.unit) - layout.plot.left) / layout.plot.width for label in layout.labels]
    assert max(places) - min(places) > 0.7
    assert any(label.event_id < "e0009" for label in layout.labels)


def test_a_chart_opens_with_the_event_that_matters_most_in_view():
    """The window holds nine tenths of the weight, and the leading event, though it came before all that."""
    rows = [{"start": dt.date(2025, 7, 1) + dt.timedelta(days=n), "importance": 0.5} for n in range(30)]
    rows += [{"start": dt.date(2025, month, 9), "importance": 0.1} for month in range(1, 6)]
    rows += [{"start": dt.date(2025, 6, 20), "importance": 0.9}]
    first, last = find_story_window(event_table(*rows))
    assert first <= dt.date(2025, 6, 20)
    assert first > dt.date(2025, 5, 9)
    assert last >= dt.date(2025, 7, 29)
    alike = [*rows, {"start": dt.date(2025, 7, 9), "importance": 0.9}]
    assert find_story_window(event_table(*alike))[0] > dt.date(2025, 6, 20), "among equals nothing is held in view"


def test_kinds_are_coloured_where_actors_would_leave_all_grey():
    """With another agent for each event kinds have the colours; with few agents they have; who is asked for has one."""
    rows = [
        {"start": dt.date(2025, 1, 1 + n), "actors": [f"Party {n}"], "kind": ["ban", "deal"][n % 2]} for n in range(28)
    ]
    table = event_table(*rows)
    palette, by = choose_colours(table, count_actors(table))
    assert (set(palette), by) == ({"ban", "deal"}, "kind")
    layout = lay(table, palette=palette, colour_by=by)
    assert {mark.colour for mark in layout.marks} == set(palette.values())
    assert {"ban", "deal"} <= {entry.text for entry in layout.legend}
    palette, by = choose_colours(table, count_actors(table), asked=["Party 20"])
    asked = lay(table[20:21], palette=palette, colour_by=by)
    assert [mark.colour for mark in asked.marks] == [palette["Party 20"]] != [GREY]
    few = event_table(*(row | {"actors": [f"Party {n % 3}"]} for n, row in enumerate(rows)))
    assert choose_colours(few, count_actors(few))[1] == "agent"


def test_labels_leave_out_the_year_only_where_the_axis_says_it():
    """In the busy weeks the day is enough; of what lies beyond a break, or reaches there, the year is said."""
    days = [dt.date(2009, 4, 20) + dt.timedelta(days=2 * n) for n in range(14)]
    table = event_table(*({"start": day} for day in [*days, dt.date(2029, 1, 2)]))
    layout = lay(table)
    assert layout.breaks
    heads = {label.event_id: label.head for label in layout.labels}
    assert heads["e0014"] == "2 Jan 2029"
    assert heads["e0000"] == "20 Apr"


def test_a_bar_cut_by_the_window_keeps_its_label():
    """A period that began before the window is told where its end comes into view."""
    table = event_table(
        {"start": dt.date(2025, 3, 1), "end": dt.date(2025, 3, 12), "span": "period", "title": "Talks"},
        *({"start": dt.date(2025, 1, 5) + dt.timedelta(days=11 * n)} for n in range(30)),
    )
    layout = lay(table, window=(dt.date(2025, 3, 10), dt.date(2025, 6, 30)))
    label = next(label for label in layout.labels if label.event_id == "e0000")
    assert layout.plot.left <= layout.find_box(label).left <= layout.plot.right


def discs(layout: Layout) -> list[Box]:
    """The boxes of the numbered discs."""
    half = layout.clusters[0].size / 2 if layout.clusters else 0
    return [
        Box(left=layout.to_x(c.unit) - half, top=layout.plot.top + c.y - half, width=2 * half, height=2 * half)
        for c in layout.clusters
    ]


@given(tables(), SIZES, st.sampled_from(["story", "lanes"]))
@examples(25)
def test_a_disc_stands_for_all_of_its_events_and_meets_nothing(table, size, view):
    """Each gathered event is in one disc; discs keep clear of labels, of each other and of the plot's edges."""
    layout = lay(table, view=view, width=size[0], height=size[1], clusters=True)
    gathered = [event_id for cluster in layout.clusters for event_id in cluster.event_ids]
    assert sorted(gathered) == sorted(mark.event_id for mark in layout.marks if mark.clustered)
    assert all(len(cluster.event_ids) > 1 for cluster in layout.clusters)
    made = discs(layout)
    for disc in made:
        assert disc.bottom <= layout.plot.bottom + TOLERANCE
        assert not disc.left + TOLERANCE < layout.plot.right < disc.right - TOLERANCE
        assert not any(overlap(disc, box) for _, box in boxes(layout))
    assert not any(overlap(a, b) for a, b in itertools.combinations(made, 2))


@pytest.mark.parametrize("width", [353, 747, 1131])
def test_no_disc_is_cut_at_the_edge_of_a_window(width):
    """Where events crowd on both sides of a window's ends, the last disc in view is seen whole."""
    days = [dt.date(2025, 1, 1) + dt.timedelta(days=n // 4) for n in range(800)]
    window = (dt.date(2025, 2, 1), dt.date(2025, 6, 1))
    layout = lay(
        event_table(*({"start": day} for day in days)), view="story", width=width, window=window, clusters=True
    )
    right = layout.plot.right
    assert any(disc.right > right - 60 for disc in discs(layout))
    assert not [disc for disc in discs(layout) if disc.left < right < disc.right - TOLERANCE]


def test_dots_too_close_to_part_are_one_disc_that_a_zoom_opens():
    """Forty events of one month seen from two years off are discs with numbers; within that month none is needed."""
    rows = [{"start": dt.date(2025, 3, 1) + dt.timedelta(days=n % 31)} for n in range(40)]
    rows += [{"start": dt.date(2024, 1, 1)}, {"start": dt.date(2025, 12, 1)}]
    table = event_table(*rows)
    far = lay(table, width=900, height=300, clusters=True, scale="time")
    assert sum(len(cluster.event_ids) for cluster in far.clusters) > 20
    near = lay(table, width=900, height=300, clusters=True, window=(dt.date(2025, 3, 1), dt.date(2025, 3, 31)))
    assert not near.clusters
    assert not lay(table, width=900, height=300).clusters, "files do not open, so they have none"


def test_assumed_dates_of_one_day_share_one_mark():
    """Eight events that only their document dates are one disc with a dashed line, not eight dots on two levels."""
    assumed = {"start": dt.date(2025, 3, 9), "date_basis": "published", "importance": 0.1}
    table = event_table(
        *({"start": dt.date(2025, 1, 1) + dt.timedelta(days=9 * n)} for n in range(20)),
        *([assumed] * 8),
    )
    layout = lay(table, width=600, height=200, clusters=True)
    assert [(len(cluster.event_ids), cluster.dashed) for cluster in layout.clusters][-1] == (8, True)


def test_crowded_dots_beside_a_band_of_time_are_discs_clear_of_what_has_a_flag():
    """Every event is a dot or in one disc; a disc meets no other, no flagged mark and no title, and is in the chart."""
    days = [{"start": dt.date(2025, 3, 1) + dt.timedelta(days=n % 20), "importance": n / 200} for n in range(160)]
    layout = lay(event_table(*days), view="flags", width=1200, height=520, most=10, size=16.5, small=16, clusters=True)
    gathered = [event_id for disc in layout.clusters for event_id in disc.event_ids]
    assert sorted(gathered) == sorted(mark.event_id for mark in layout.marks if mark.clustered)
    assert len(set(gathered)) == len(gathered) > 20
    boxes = [make_square(layout, disc) for disc in layout.clusters]
    other = [make_square(layout, mark) for mark in layout.marks if mark.labelled] + [
        *map(layout.find_box, layout.labels)
    ]
    pairs = [*itertools.combinations(boxes, 2), *itertools.product(boxes, other)]
    assert not any(is_meeting(one, two) for one, two in pairs)
    assert all(layout.plot.left <= box.left and box.right <= layout.plot.right for box in boxes)


def make_square(layout, sign):
    """The square around a mark or a disc."""
    x, y, half = layout.to_x(sign.unit), layout.plot.top + sign.y, sign.size / 2
    return Box(left=x - half, top=y - half, width=2 * half, height=2 * half)


def is_meeting(one, other):
    """Whether two rectangles share anything."""
    across = min(one.right, other.right) - max(one.left, other.left)
    return across > 0 and min(one.bottom, other.bottom) - max(one.top, other.top) > 0


def test_assumed_days_stand_apart_under_what_is_founded():
    """Their dots and titles lie under the name of their lane, and no others do; of one kind alone there is no lane."""
    stated = [{"start": dt.date(2025, 3, 1 + n)} for n in range(6)]
    assumed = [{"start": dt.date(2025, 3, 2 + n), "date_basis": "published"} for n in range(6)]
    layout = lay(event_table(*stated, *assumed), view="story", width=1100, height=360, clusters=True)
    [founded, guessed] = layout.lanes
    assert (founded.lines, founded.events, guessed.name, guessed.events) == ((), 6, "Assumed days", 6)
    assert {(mark.dashed, mark.y > guessed.label_y) for mark in layout.marks} == {(False, False), (True, True)}
    assert lay(event_table(*assumed), view="story", width=1100).lanes == ()


def test_a_compact_scale_leaves_out_whatever_is_empty_and_says_how_long_it_was():
    """Of six busy weeks in six years the five gaps are drawn short, each with its length; to scale none is."""
    days = [dt.date(2018 + n, 1 + 2 * n, 1 + m) for n in range(6) for m in range(7)]
    table = event_table(*({"start": day} for day in days))
    compact, few, true = (lay(table, scale=scale) for scale in ("compact", "auto", "time"))
    assert len(compact.breaks) == 5
    assert all(gap.text.endswith("months") for gap in compact.breaks)
    assert not true.breaks
    assert few.breaks == compact.breaks, "auto takes what leaves less than half of the width empty"
    used = [layout.to_x(mark.unit) for layout in (compact,) for mark in layout.marks]
    weeks = [max(used[n * 7 : n * 7 + 7]) - min(used[n * 7 : n * 7 + 7]) for n in range(6)]
    assert sum(weeks) > 0.4 * compact.plot.width


def test_a_wide_chart_has_no_more_breaks_than_a_laptop():
    """Ten breaks side by side are most of what one sees; and no chart changes its scale with its width."""
    days = [dt.date(2006 + n, 1 + n % 11, 1 + m) for n in range(12) for m in range(7)]
    table = event_table(*({"start": day} for day in days))
    assert [len(lay(table, scale="compact", width=width).breaks) for width in (1120, 1900)] == [6, 6]


@given(tables(), SIZES)
@examples(15)
def test_a_compact_axis_goes_there_and_back_and_says_each_length(table, size):
    """Whatever is left out, days are drawn in order, and the texts over two breaks never touch."""
    layout = lay(table, scale="compact", width=size[0], height=size[1])
    assert len(layout.breaks) <= 6
    units = [gap.first for gap in layout.axis.breaks] + [layout.axis.last]
    assert units == sorted(units)
    for gap in layout.axis.breaks:
        assert layout.axis.to_day(layout.axis.to_unit(gap.first_day + 1)) == pytest.approx(gap.first_day + 1, abs=1e-3)


def test_each_lane_of_bars_has_a_scale_and_says_its_most():
    """A lane of few events fills its height as one of many does, and beside each name stands what its top bar holds."""
    rows = [{"start": dt.date(2025, 1, 1) + dt.timedelta(days=n % 90), "actors": ["Busy"]} for n in range(900)]
    rows += [{"start": dt.date(2025, 2, 1 + n % 3), "actors": ["Quiet"]} for n in range(6)]
    layout = lay(event_table(*rows), view="density")
    tallest = [max(bar.height for bar in layout.bins if bar.lane == lane) for lane in (0, 1)]
    assert tallest[0] == pytest.approx(tallest[1])
    for number, lane in enumerate(layout.lanes):
        most = max(bar.events for bar in layout.bins if bar.lane == number)
        assert lane.lines[-1].startswith(f"up to {most} a ")


def test_a_year_that_is_all_we_know_does_not_fill_a_compact_axis():
    """“Some time in 2024” keeps no room for that year, as nothing is known to have happened in its months."""
    rows = [{"start": dt.date(2025, 7, 1 + n)} for n in range(12)] + [
        {"start": dt.date(2023, 1, 1 + n)} for n in range(3)
    ]
    year = {"start": dt.date(2024, 1, 1), "end": dt.date(2024, 12, 31), "precision": "year"}
    layout = lay(event_table(*rows, year), scale="compact")
    left_out = sum(gap.last_day - gap.first_day for gap in layout.breaks)
    assert left_out > 600


def test_a_narrow_chart_makes_no_more_breaks_than_it_can_say():
    """On a phone two gaps are cut at most, so that each has its length over it."""
    days = [dt.date(2018 + n, 1 + 2 * n, 1 + m) for n in range(6) for m in range(7)]
    table = event_table(*({"start": day} for day in days))
    assert len(lay(table, scale="compact", width=340, height=240).breaks) <= 2
    assert len(lay(table, scale="compact", width=1280).breaks) == 5


def _lanes_of(**chosen):
    rows = [
        {"start": dt.date(2025, 3, 1 + n), "actors": [name]} for n, name in enumerate(["A"] * 4 + ["B"] * 3 + ["C"])
    ]
    return lay(event_table(*rows), view="lanes", **chosen)


def test_the_user_chooses_lanes_and_their_order():
    """Those he names stand where he wants them, what is not there is no lane, and all others share the last one."""
    assert [lane.name for lane in _lanes_of().lanes] == ["A", "B", "C"]
    assert [lane.name for lane in _lanes_of(lanes=("C", "Gone", "A")).lanes] == ["C", "A", "Others"]
    assert [lane.name for lane in _lanes_of(lanes=("Gone",)).lanes] == ["A", "B", "C"]


def test_a_folded_lane_has_its_dots_and_no_titles():
    """Its events are drawn, and the room of their titles goes to the other lanes."""
    layout = _lanes_of(folded=frozenset({"A"}))
    folded, other = layout.lanes[:2]
    assert folded.lines == ("▸ A",)
    assert folded.bottom - folded.top < other.bottom - other.top
    labelled = {label.event_id for label in layout.labels}
    assert not [mark for mark in layout.marks if mark.lane == 0 and mark.event_id in labelled]
    assert sum(mark.lane == 0 for mark in layout.marks) == 4


def test_lanes_by_tag_keep_what_has_none_for_last():
    """An event of two tags stands in the first and is ticked in the other."""
    table = event_table(
        *({"start": dt.date(2025, 3, 1 + n), "tags": tags} for n, tags in enumerate(([], ["x"], ["y", "x"])))
    )
    layout = lay(table, view="lanes", lane_by="tag")
    assert [lane.name for lane in layout.lanes] == ["x", "y", "No tag"]
    assert [mark.lane for mark in layout.line_marks] == [0]


def test_a_note_is_a_line_at_a_day_and_a_shade_over_more():
    """Each as far as it is in view; an open end reaches to the end of the axis."""
    days = [{"start": dt.date(2025, 3, 1 + n)} for n in range(20)]
    notes = [
        (dt.date(2025, 3, 5), dt.date(2025, 3, 5), "Vote"), (dt.date(2025, 3, 10), None, "Ban"),
        (dt.date(2024, 1, 1), dt.date(2024, 2, 1), "Long ago"),
    ]  # fmt: skip
    layout = lay(event_table(*days), notes=notes)
    assert [said.text for said in list_over_axis(layout)] == ["Vote", "Ban"]
    assert [(rule.text, rule.kind) for rule in layout.rules] == [("Vote", "note")]
    [shade] = layout.shades
    assert (shade.text, shade.last) == ("Ban", layout.window[1])
    assert layout.axis.to_day(shade.first) == dt.date(2025, 3, 10).toordinal()
    assert layout.plot.top > lay(event_table(*days)).plot.top
