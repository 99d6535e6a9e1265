"""Which source tells which event, and where sources contradict each other: never guessed, both sentences named."""

import dataclasses
import io
from typing import Any

import openpyxl
import pptx
import pytest

from timeline.dates.typed import read_days
from timeline.errors import FormatError
from timeline.formats import read_table, render
from timeline.formats.who_says import read_grid
from timeline.merge.figures import read_counts
from timeline.table import (
    ACTORS,
    DOCUMENTS,
    EVENTS,
    MENTIONS,
    PROBLEMS,
    Timeline,
    compare_sources,
    filter_events,
    to_frame,
    validate,
)
from timeline.vocabulary import Agreement, Review

_EMPTY: dict[str, Any] = {"text": "", "day": None, "names": [], "count": 0, "offset": None, "share": 0.0}


def row(columns, **cells):
    """A row of a table, what is not given being empty."""
    return {name: cells.get(name, _EMPTY[kind]) for name, kind in columns.items()}


def event(id_, edtf, **cells):
    """An event on the days that `edtf` names."""
    days = read_days(edtf)
    known = {"start": days.first, "end": days.last, "precision": days.precision, "span": days.span}
    fixed = {"date_basis": "explicit", "status": "happened", "kind": "other", "review": "new", "importance": 1.0}
    return row(EVENTS, event_id=id_, edtf=edtf, **{"title": f"Event {id_}", **known, **fixed, **cells})


def told(*tellings, events, copies=()):
    """A timeline in which each of `tellings` is (event, document, edtf, basis, quote)."""
    mentions = [
        row(
            MENTIONS, mention_id=f"m{n}", event_id=e, document_id=d, edtf=edtf, date_basis=basis, quote=quote,
            status="happened", date_start_char=0 if edtf else None, date_end_char=1 if edtf else None,
            end_char=len(quote), trigger_end=1,
        )
        for n, (e, d, edtf, basis, quote) in enumerate(tellings)
    ]  # fmt: skip
    documents = dict.fromkeys(d for _, d, *_ in tellings)
    copy_of = dict(copies)
    made = Timeline(
        events=to_frame(
            (e | {"sources": len({copy_of.get(d, d) for i, d, *_ in tellings if i == e["event_id"]})} for e in events),
            EVENTS,
        ),
        mentions=to_frame(mentions, MENTIONS),
        documents=to_frame(
            (
                row(DOCUMENTS, document_id=d, title=f"Paper {d}", published_basis="given", copy_of=copy_of.get(d, ""))
                for d in documents
            ),
            DOCUMENTS,
        ),
        actors=to_frame([], ACTORS),
        problems=to_frame([], PROBLEMS),
        title="A dispute",
    )
    validate(made)
    return made


def verdicts(timeline, *ids):
    """How each source tells each event, as (event, source): agreement."""
    compared = compare_sources(timeline, ids or timeline.events["event_id"].tolist())
    return {(r.event_id, r.source): (r.agreement, r.against) for r in compared.itertuples()}


MAY = "2024-05-13"
CASES = [
    ("a day in common agrees", ("2024-05", "explicit", "It fell in May."), Agreement.AGREES, ""),
    ("another stated day differs", ("2024-05-14", "explicit", "It fell on 14 May."), Agreement.OTHER_DATE, "m0"),
    ("a counted day differs, too", ("2024-05-20", "relative", "It fell on Monday."), Agreement.OTHER_DATE, "m0"),
    ("an assumed day contradicts nobody", ("2024-05-20", "published", "It fell."), Agreement.AGREES, ""),
    ("a bound contradicts nobody", ("[..2024-05-02]", "bounded", "It had fallen."), Agreement.AGREES, ""),
    ("no day contradicts nobody", ("", "none", "Since it fell all is quiet."), Agreement.AGREES, ""),
    ("an open period that holds the day agrees", ("2024-05-01/..", "explicit", "Since May."), Agreement.AGREES, ""),
    ("a period before it differs", ("../2024-05-01", "explicit", "Until 1 May."), Agreement.OTHER_DATE, "m0"),
]


@pytest.mark.parametrize(("rule", "said", "agreement", "against"), CASES, ids=[case[0] for case in CASES])
def test_a_date_contradicts_only_where_words_state_it(rule, said, agreement, against):
    """Amber is for what a source states, not for what the program assumed."""
    edtf, basis, quote = said
    tellings = [("e", "a", MAY, "explicit", "It fell on 13 May."), ("e", "b", edtf, basis, quote)]
    assert verdicts(told(*tellings, events=[event("e", MAY)]))["e", "b"] == (agreement, against)


FIGURES = [
    ("twelve against twenty dead", "At least 12 people were killed.", "It killed 20 people.", True),
    ("money by another order", "It cost $5 million.", "It cost $50 million.", True),
    ("a share", "A 15% cut.", "A cut of 25 per cent.", True),
    ("rounded money agrees", "It cost $1.5 billion.", "It cost $1.6 billion.", False),
    ("the same with another word", "12 dead.", "The toll of 12 is final.", False),
    ("different things are counted", "12 people were killed.", "40 people were injured.", False),
    ("a day is no figure", "On 12 May 2024 people were killed.", "On 20 May 2024 people were killed.", False),
    ("a year is no toll", "In 2023 the dead were buried.", "In 2024 the dead were buried.", False),
    ("things that are no toll", "It sold 20 ships.", "It sold 35 ships.", False),
]


@pytest.mark.parametrize(("rule", "one", "other", "differs"), FIGURES, ids=[case[0] for case in FIGURES])
def test_a_figure_contradicts_only_one_of_the_same_measure(rule, one, other, differs):
    """Money, shares and tolls are compared, each with its own kind."""
    tellings = [("e", "a", MAY, "explicit", one), ("e", "b", MAY, "explicit", other)]
    found = {agreement for agreement, _ in verdicts(told(*tellings, events=[event("e", MAY)])).values()}
    assert (Agreement.OTHER_FIGURE in found) is differs


def test_the_odd_one_out_is_marked_and_not_the_many():
    """Two sources with one figure stand against the third, whichever comes first."""
    says = ["20 people were killed.", "12 people were killed.", "12 people died."]
    tellings = [("e", source, MAY, "explicit", said) for source, said in zip("abc", says, strict=True)]
    found = verdicts(told(*tellings, events=[event("e", MAY)]))
    assert [found["e", source][0] for source in "abc"] == [Agreement.OTHER_FIGURE, Agreement.AGREES, Agreement.AGREES]


def test_an_event_told_for_another_day_counts_as_contradicted():
    """Two events that seem to be one on two days are each the other's amber cell; a hidden one is left aside."""
    events = [event("e", MAY, conflicts=["f"]), event("f", "2024-05-14", conflicts=["e"])]
    tellings = [("e", "a", MAY, "explicit", "On 13 May."), ("f", "b", "2024-05-14", "explicit", "On 14 May.")]
    timeline = told(*tellings, events=events)
    assert verdicts(timeline)["e", "b"] == (Agreement.OTHER_DATE, "m0")
    assert verdicts(timeline)["f", "a"] == (Agreement.OTHER_DATE, "m1")
    grid = read_grid(timeline, timeline.events)
    assert grid.summary == "2 events rest on one source, 2 on contradicting dates"
    events[1]["review"] = Review.HIDDEN
    assert ("e", "b") not in verdicts(told(*tellings, events=events), "e")


def test_near_copies_are_one_source():
    """A copy is no second voice."""
    tellings = [("e", "a", MAY, "explicit", "On 13 May."), ("e", "copy", MAY, "explicit", "On 13 May.")]
    timeline = told(*tellings, events=[event("e", MAY)], copies=[("copy", "a")])
    assert list(verdicts(timeline)) == [("e", "a")]
    assert read_grid(timeline, timeline.events).summary == "1 event rests on one source"


def test_what_one_source_alone_tells_can_be_asked_for():
    """The filter goes by the number of sources."""
    tellings = [("e", "a", MAY, "explicit", "x"), ("e", "b", MAY, "explicit", "x"), ("f", "a", MAY, "explicit", "x")]
    timeline = told(*tellings, events=[event("e", MAY), event("f", MAY)])
    assert filter_events(timeline.events, alone=True)["event_id"].tolist() == ["f"]


def test_numbers_beside_a_toll_are_not_it():
    """Only what its own words count is a toll."""
    assert read_counts("Police arrested 40 men at 7 places after 3 had died.") == {"arrested": {40.0}, "dead": {3.0}}


@pytest.fixture(scope="module")
def dispute():
    """Two sources on two days, one of them with a formula for a sentence."""
    tellings = [
        ("e", "a", MAY, "explicit", "It fell on 13 May."),
        ("e", "b", "2024-05-14", "explicit", "=It fell on 14 May, said $5 & 6."),
        ("f", "a", "2024-06", "explicit", "The hearing was in June."),
    ]
    return told(*tellings, events=[event("e", MAY), event("f", "2024-06")])


def test_the_workbook_has_a_sheet_of_who_says_what(dispute, tmp_path):
    """It says what stands against what, reads back as the same timeline, and runs nothing."""
    data = render(dispute, "xlsx", scope="all")
    sheet = openpyxl.load_workbook(io.BytesIO(data))["Who says what"]
    lines = [[cell.value for cell in line] for line in sheet.iter_rows()]
    assert lines[0][:4] == ["Date", "Event", "Sources", "Paper a"]
    assert lines[1][3] == "tells it"
    assert lines[1][4].startswith("tells it with another date: 14 May 2024")
    assert "elsewhere: “It fell on 13 May.”" in lines[1][4]
    assert not lines[2][4]
    assert sheet.cell(2, 5).fill.fgColor.rgb != sheet.cell(2, 4).fill.fgColor.rgb
    (tmp_path / "a.xlsx").write_bytes(data)
    assert read_table(tmp_path / "a.xlsx").events["event_id"].tolist() == ["e", "f"]


def test_a_timeline_without_documents_has_no_such_sheet(tmp_path):
    """A table made by hand names no source."""
    (tmp_path / "a.csv").write_text("title,start\nBan,2025-04\n", "utf-8")
    book = openpyxl.load_workbook(io.BytesIO(render(read_table(tmp_path / "a.csv"), "xlsx")))
    assert "Who says what" not in book.sheetnames


def slides(timeline, **options):
    """The slides of a deck with all events."""
    return list(pptx.Presentation(io.BytesIO(render(timeline, "pptx", scope="all", **options))).slides)


def texts(slide):
    """All that a slide says, those of groups and tables among it."""
    found = []
    for shape in slide.shapes:
        for part in shape.shapes if shape.shape_type == 6 else [shape]:
            if part.has_text_frame:
                found.append(part.text_frame.text)
            elif getattr(part, "has_table", False) and part.has_table:
                found += [cell.text for line in part.table.rows for cell in line.cells]
    return found


def test_a_slide_says_who_says_what(dispute):
    """The other day stands in its cell; a source that is silent has an empty one."""
    [slide] = slides(dispute, show="sources")
    said = texts(slide)
    assert "A dispute: who says what" in said[0]
    assert "1 event rests on one source, 1 on contradicting dates" in " ".join(said)
    assert "14 May 2024" in said
    assert said.count("●") == 2


def test_a_deck_tells_one_event_a_slide(dispute):
    """Title, day, the sentence with its date words lit, the source; the event's id is on its group."""
    first, second = slides(dispute, show="events")
    assert texts(first)[0] == "Event e"
    assert {"13 May 2024", "“It fell on 13 May.”", "Paper a"} <= set(texts(first))
    [group] = [s for s in first.shapes if s.shape_type == 6]
    assert group._element.nvGrpSpPr.cNvPr.get("title") == "e"
    [quote] = [s for s in group.shapes if s.name == "Quote"]
    assert [run.text for run in quote.text_frame.paragraphs[0].runs if run.font.bold] == ["I"]
    assert "The hearing was in June." in " ".join(texts(second))


def test_of_many_events_a_deck_tells_the_eight_that_matter():
    """In the order of time."""
    tellings = [(f"e{n:02}", "a", f"2024-05-{n:02}", "explicit", f"Said {n}.") for n in range(1, 21)]
    events = [event(f"e{n:02}", f"2024-05-{n:02}", importance=n / 20) for n in range(1, 21)]
    made = slides(told(*tellings, events=events), show="events")
    assert [texts(slide)[0] for slide in made] == [f"Event e{n}" for n in range(13, 21)]


@pytest.mark.parametrize("show", ["events", "sources"])
def test_long_words_stay_on_the_slide(show):
    """A quote of the longest kind, and sources with long names."""
    quote = "Donaudampfschifffahrtsgesellschaft " * 11
    tellings = [("e", f"d{n}" * 20, MAY, "explicit", quote) for n in range(12)]
    timeline = told(*tellings, events=[event("e", MAY, title="A title " * 10)])
    for slide in slides(timeline, show=show):
        for shape in slide.shapes:
            assert shape.top + shape.height <= 720 * 9525
            assert shape.left + shape.width <= 1280 * 9525


def test_a_deck_of_something_else_is_refused(dispute):
    """The error says what there is."""
    with pytest.raises(FormatError, match="chart, events, sources"):
        render(dispute, "pptx", show="poems")


def test_a_template_is_used_for_every_deck(dispute):
    """As for the chart."""
    brand = io.BytesIO()
    pptx.Presentation().save(brand)
    for show in ("events", "sources"):
        data = render(dispute, "pptx", scope="all", show=show, template=brand.getvalue())
        assert pptx.Presentation(io.BytesIO(data)).slide_width == pptx.Presentation().slide_width


def test_an_event_without_a_word_has_a_slide_all_the_same(dispute):
    """Of a table made by hand nobody tells the words."""
    bare = dataclasses.replace(dispute, mentions=dispute.mentions.iloc[:0])
    assert len(slides(bare, show="events")) == 2
