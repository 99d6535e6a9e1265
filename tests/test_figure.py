"""The figure draws what was laid out, and shows text of documents as plain text."""

import datetime as dt
import html
import json
import random
import re
from pathlib import Path

import pandas as pd
import plotly
import pytest
from make import document_row, event_table, lay, mention_row, table_timeline

from timeline.errors import DrawingError
from timeline.figure import draw, make_figure_dict
from timeline.table import Timeline
from timeline.typeface import SCRIPT, write_style_sheet

HOSTILE = [
    '<a href="https://example.org">win a prize</a>',
    "<img src=x onerror=alert(1)> in a title",
    "It costs $5 and $x$ and $\\frac{1}{2}$ more",
    "%{x} %{customdata[0]} is not a template",
    "safe\u202etxt.exe is a direction override",
    "word " * 2000,
    "🙂👩‍👩‍👧‍👦 emoji of several code points",
    "&lt;b&gt; stays as it is & so does this",
    "<b>bold</b><br>and <span style='font-size:90px'>large</span>",
]


def timeline(rows: list[dict], mentions: list[dict] | None = None, title: str = "") -> Timeline:
    """A timeline of events; each row needs `start`, everything else has a default."""
    documents = [
        document_row(document_id=name, publisher=publisher, published=dt.date(2025, 8, 13), characters=9)
        for name, publisher in (("d1", "Northern Courier"), ("d2", "<b>Chip</b> Weekly"))
    ]
    told = [mention_row(**mention) for mention in mentions or []]
    return table_timeline(event_table(*rows), told, documents if told else [], title)


def spread(n: int, days: int = 900, seed: int = 1) -> list[dict]:
    """`n` events over `days` days, every fifth a month long and imprecise, every seventh a period."""
    rnd = random.Random(seed)
    words = "court approves export ban after minister rejects emergency deal talks army border budget strike".split()
    rows = []
    for number in range(n):
        start = dt.date(2022, 1, 1) + dt.timedelta(days=rnd.randrange(days))
        long = number % 5 == 4 or number % 7 == 6
        rows.append({
            "title": " ".join(rnd.choice(words) for _ in range(rnd.randrange(4, 10))).capitalize(),
            "start": start, "end": start + dt.timedelta(days=30) if long else start,
            "span": "period" if number % 7 == 6 else "point", "precision": "month" if long else "day",
            "actors": rnd.sample(["Northgate Council", "Halden Ltd", "A. Ferris"], 2),
        })  # fmt: skip
    return rows


def texts(figure: dict) -> list[str]:
    """Every text of a figure that Plotly would interpret."""
    found = [note["text"] for note in figure["layout"].get("annotations", [])]
    found += figure["layout"]["xaxis"]["ticktext"] + figure["layout"]["yaxis"]["ticktext"]
    for trace in figure["data"]:
        found += [*trace.get("text", []), *trace.get("hovertext", [])]
    return found


@pytest.mark.parametrize("view", ["story", "lanes", "flags", "density"])
@pytest.mark.parametrize("title", HOSTILE, ids=lambda title: title[:12])
def test_text_of_documents_is_never_interpreted(view, title):
    """Titles, actors and publishers reach Plotly with no tag, formula or template of their own."""
    mention = {"event_id": "e0000", "document_id": "d2", "mention_id": "m", "date_text": title[:40]}
    tl = timeline([{"title": title, "start": dt.date(2025, 1, 1), "actors": [title[:60]]}], [mention])
    layout = lay(tl.events, view=view)
    figure = make_figure_dict(layout, tl.events, mentions=tl.mentions, documents=tl.documents)
    for text in texts(figure):
        bare = re.sub(r"</?b>|<br>", "", text)
        assert "<" not in bare
        assert "$" not in bare
    assert "hovertemplate" not in json.dumps(figure)


def test_the_dot_says_whose_it_is():
    """customdata[0] is the event_id, and the hover text has title, date, the words of the text, and the sources."""
    mentions = [
        {"event_id": "e0000", "document_id": name, "mention_id": name, "date_text": "last Tuesday"}
        for name in ("d1", "d2")
    ]
    tl = timeline([{"title": "Ban & reversal", "start": dt.date(2025, 7, 15), "actors": ["Nvidia"]}], mentions)
    figure = draw(tl, view="story")
    trace = next(t for t in figure.data if t.name == "events")
    assert trace.customdata[0][0] == "e0000"
    said = html.unescape(trace.hovertext[0]).split("<br>")
    assert said == [
        "<b>Ban & reversal</b>",
        "15 July 2025 (“last Tuesday”)",
        "Nvidia",
        "2 sources: Northern Courier, <b>Chip</b> Weekly",
    ]


@pytest.mark.parametrize("view", ["story", "lanes", "flags", "density"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_plotly_accepts_every_figure(view, theme):
    """The plain dicts hold against Plotly's own validation, in every view and theme."""
    rows = [
        *spread(30),
        {"start": dt.date(2022, 1, 1), "end": None, "span": "period"},
        {"start": None, "end": dt.date(2022, 6, 1), "span": "period"},
        {"start": dt.date(2022, 3, 1), "end": dt.date(2022, 3, 9), "edtf": "[2022-03-01,2022-03-09]"},
        *({"start": dt.date(2022, 5, 1), "status": s, "date_basis": "published"} for s in ("planned", "denied")),
    ]
    figure = draw(timeline(rows), view=view, theme=theme, today=dt.date(2022, 8, 1), published=[dt.date(2022, 8, 2)])
    assert (figure.layout.width, figure.layout.height) == (1280, 720)
    assert figure.layout.yaxis.fixedrange
    assert figure.layout.uirevision == "timeline"
    assert figure.layout.xaxis.minallowed <= figure.layout.xaxis.range[0]


def test_a_slide_says_what_it_shows():
    """A slide has at most twelve labels, a title, the number of events shown of all, and its sources."""
    mentions = [{"event_id": "e0000", "document_id": "d1", "mention_id": "m", "date_text": ""}]
    figure = draw(timeline(spread(20), mentions, title="Nvidia may sell again"), purpose="slide")
    said = [note.text for note in figure.layout.annotations]
    assert "Nvidia may sell again" in said
    assert any(re.match(r"\d+ of 20 events · ", text) for text in said)
    assert any(text.startswith("Source: Northern Courier") for text in said)
    labels = [text for trace in figure.data if trace.name == "labels" for text in trace.text or ()]
    assert 8 <= len(labels) <= 12
    sizes = {note.font.size for note in figure.layout.annotations}
    assert min(sizes) >= 13.3


def test_a_slide_says_which_days_it_shows_and_what_lies_outside():
    """The line of scope is of the days drawn: a band of one summer is not said to run from 2019."""
    far = {"start": dt.date(2019, 5, 3), "end": dt.date(2019, 5, 3), "importance": 0.1}
    table = timeline([far, *spread(30)], title="Nvidia may sell again")
    said = [note.text for note in draw(table, purpose="slide").layout.annotations]
    scope = next(text for text in said if " of 31 events · " in text)
    assert "1 earlier (3 May 2019)" in scope
    assert "2019 to" not in scope


def test_lanes_by_source_come_from_the_mentions():
    """Lanes may be the publishers of the documents that tell an event."""
    mentions = [{"event_id": "e0000", "document_id": "d1", "mention_id": "m", "date_text": ""}]
    figure = draw(timeline(spread(2), mentions), view="lanes", lane_by="source")
    assert list(figure.layout.yaxis.ticktext) == ["Northern Courier", "Not given"]


def test_an_empty_table_says_what_to_do():
    """Without events the figure says so, and what would help."""
    assert "add documents" in draw(timeline([])).layout.annotations[0].text
    assert "has a date" in draw(timeline([{"start": None}])).layout.annotations[0].text


@pytest.mark.parametrize("asked", [{"purpose": "poster"}, {"theme": "sepia"}, {"view": "pie"}])
def test_an_unknown_wish_is_refused(asked):
    """Purpose, theme and view are checked, and the error names what there is."""
    with pytest.raises(DrawingError, match="there are"):
        draw(timeline(spread(2)), **asked)


def test_a_hundred_thousand_events_stay_light():
    """The figure of a hundred thousand events is counts and a few titles: less than a megabyte."""
    days = pd.date_range("2015-01-01", periods=3000).repeat(34)[:100_000]
    tl = timeline([{"start": dt.date(2025, 1, 1)}])
    one = tl.events.iloc[[0] * len(days)].reset_index(drop=True)
    table = one.assign(
        start=days.astype("datetime64[us]"),
        end=days.astype("datetime64[us]"),
        event_id=[f"e{n}" for n in range(len(days))],
    )
    figure = make_figure_dict(lay(table), table)
    assert len(json.dumps(figure)) < 1_000_000


@pytest.fixture(scope="module")
def page(browser):
    """A page of the machine's own browser with plotly.js in it."""
    script = Path(plotly.__file__).with_name("package_data") / "plotly.min.js"
    opened = browser.new_page(viewport={"width": 1300, "height": 760})
    opened.set_content("<div id='chart'></div>")
    opened.add_script_tag(path=str(script))
    opened.add_script_tag(content=SCRIPT)
    opened.add_style_tag(content=write_style_sheet())
    yield opened
    opened.close()


COUNT = """() => {
  const boxes = s => [...document.querySelectorAll(s)].map(e => [e, e.getBoundingClientRect()])
    .filter(([e, r]) => r.width > 0 && r.height > 0 && +getComputedStyle(e).opacity > 0);
  const labels = boxes('.annotation-text-g text, .textpoint text').filter(([e]) => e.textContent.trim());
  const dots = boxes('.scatterlayer .points path'), ticks = boxes('.xtick text, .ytick text');
  const hit = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  const svg = document.querySelector('.main-svg').getBoundingClientRect();
  let wrong = 0, met = 0;
  labels.forEach(([, a], i) => {
    for (let j = i + 1; j < labels.length; j++) met += hit(a, labels[j][1]);
    dots.forEach(([, b]) => met += hit(a, b));
    ticks.forEach(([, b]) => wrong += hit(a, b));
    wrong += a.left < svg.left - 1 || a.right > svg.right + 1 || a.top < svg.top - 1 || a.bottom > svg.bottom + 1;
  });
  return {wrong, met, labels: boxes('.textpoint text').length};
}"""

ZOOM = """async (factor) => {
  const axis = document.getElementById('chart')._fullLayout.xaxis;
  const r = axis.range.map(end => axis.r2l(end)), m = (r[0] + r[1]) / 2, s = (r[1] - r[0]) / factor / 2;
  await Plotly.relayout('chart', {'xaxis.range': [m - s, m + s].map(end => axis.l2r(end))});
}"""


def shown(page, figure) -> None:
    """Draw `figure` into `page` and wait until it stands."""
    page.evaluate(
        "async f => { await loadTypeface(JSON.stringify(f)); await Plotly.react('chart', f.data, f.layout); }",
        json.loads(figure.to_json()),
    )
    page.wait_for_selector(".main-svg")


@pytest.mark.browser
@pytest.mark.parametrize(
    ("view", "n", "width"),
    [("story", 50, 1280), ("story", 100, 390), ("lanes", 50, 960), ("lanes", 200, 1280), ("flags", 12, 1280)],
)
def test_nothing_overlaps_in_a_browser(page, view, n, width):
    """Chromium draws no text over another, over a dot, an axis label or the edge, and none after zooming in."""
    figure = draw(timeline(spread(n)), view=view, width=width)
    shown(page, figure)
    count = page.evaluate(COUNT)
    assert (count["wrong"], count["met"]) == (0, 0)
    assert count["labels"] > 0
    page.evaluate(ZOOM, 5)
    assert page.evaluate(COUNT)["met"] == 0


def ticks(page) -> list[str]:
    """What the axis says, each tick's lines joined."""
    return page.evaluate("[...document.querySelectorAll('.xtick text')].map(e => e.textContent)")


@pytest.mark.browser
@pytest.mark.parametrize("view", ["story", "flags"])
def test_the_year_stays_in_sight_at_any_zoom(page, view):
    """A figure that nobody lays out anew, as in a notebook, says the year however far one zooms in."""
    shown(page, draw(timeline(spread(12)), view=view))
    for factor in (1, 5, 10, 20):
        page.evaluate(ZOOM, factor)
        assert any(re.search(r"\d{4}", text) for text in ticks(page)), factor


@pytest.mark.browser
def test_across_a_break_every_tick_says_its_year(page):
    """Where the axis has a break, so that it cannot set ticks of its own, no tick goes without a year."""
    rows = [{"title": f"Thing {n}", "start": dt.date(2025, 6, n)} for n in range(1, 12)]
    shown(page, draw(timeline([{"title": "First", "start": dt.date(2021, 3, 1)}, *rows]), view="story"))
    assert page.evaluate("[...document.querySelectorAll('.annotation-text')].some(e => /months/.test(e.textContent))")
    assert ticks(page)
    assert all(re.search(r"20\d\d", text) for text in ticks(page))


@pytest.mark.browser
def test_today_stands_over_the_ticks(page):
    """The word at the line of today touches no tick, wherever the line is."""
    rows = [{"title": f"Thing {n}", "start": dt.date(2025, n, 3)} for n in range(1, 13)]
    for day in (dt.date(2025, 4, 2), dt.date(2025, 6, 30)):
        shown(page, draw(timeline(rows), view="story", today=day))
        count = page.evaluate(COUNT)
        assert (count["wrong"], count["met"]) == (0, 0)
        assert page.evaluate("[...document.querySelectorAll('.annotation-text')].some(e => e.textContent === 'today')")


@pytest.mark.browser
def test_hostile_titles_are_shown_as_they_stand(page):
    """In a browser too a title is its characters: no link, no image, no size or formula of its own."""
    rows = [{"title": t, "start": dt.date(2025, 1, 1) + dt.timedelta(days=9 * n)} for n, t in enumerate(HOSTILE)]
    shown(page, draw(timeline(rows), view="story", mode="grow"))
    labels = page.evaluate("[...document.querySelectorAll('.textpoint text')].map(e => e.textContent)")
    said = [label.partition("\u00a0\u00a0")[2] for label in labels]  # behind the date
    assert any(text.startswith("<a href=") for text in said)
    assert any("$x$" in text for text in said)
    assert any(text.startswith("%{x} %{customdata[0]}") for text in said)
    assert page.evaluate("document.querySelectorAll('.main-svg a, .main-svg image').length") == 0
    sizes = page.evaluate("[...document.querySelectorAll('.textpoint text')].map(e => getComputedStyle(e).fontSize)")
    assert set(sizes) == {"13px"}


def test_what_is_told_for_another_day_too_is_flagged():
    """A slash across both dots, words in the legend, and the other day in the hover; nothing without a conflict."""
    rows = [
        {"title": "The ships left", "start": dt.date(2025, 1, 1), "conflicts": ["e0001"]},
        {"title": "The ships left port", "start": dt.date(2025, 1, 9), "conflicts": ["e0000"]},
        {"title": "Nobody wondered", "start": dt.date(2025, 1, 20)},
    ]
    figure = draw(timeline(rows)).to_dict()
    slashes = next(trace for trace in figure["data"] if trace["name"] == "disputed")
    assert slashes["customdata"] == [["e0000"], ["e0001"]]
    hovers = next(trace for trace in figure["data"] if trace["name"] == "events")["hovertext"]
    assert ["also told for" in text for text in hovers] == [True, True, False]
    assert "also told for 9 January 2025" in hovers[0]
    assert any("also told" in note["text"] for note in figure["layout"]["annotations"])
    calm = draw(timeline(rows[2:])).to_dict()
    assert all(trace["name"] != "disputed" for trace in calm["data"])
    assert all("also told" not in note["text"] for note in calm["layout"]["annotations"])
