"""What is open and what is new in it, without a page."""

import datetime as dt
import sys

import pandas as pd
import pytest

from timeline import Document, build_timeline
from timeline.session.certainty import count_checked, sort_least_certain
from timeline.session.inputs import Inputs, name_paths
from timeline.session.news import describe_news, find_news
from timeline.session.open_workspace import OpenPlace, read_workspace
from timeline.session.proposals import propose_merges
from timeline.store import SetTitle, Workspace
from timeline.table import from_frame

AT = dt.datetime(2024, 3, 9, 12, tzinfo=dt.UTC)
SUIT = "On 4 March 2024 Acme sued Globex over its patent."
MORE = "On 4 March 2024 Acme sued Globex over its patent. On 6 March 2024 Globex closed its plant in Halden."


@pytest.fixture
def workspace(tmp_path):
    """A workspace with one document that the user has seen."""
    made = Workspace(tmp_path / "affair.timeline")
    made.add_documents([Document(text=SUIT, published=dt.date(2024, 3, 5))], at=AT)
    made.dismiss_new()
    return made


def look(workspace, last=None, told=None):
    """What is open now; the briefings that had to be told go to `told`."""

    def tell(inputs: Inputs):
        if told is not None:
            told.append(inputs)
        return build_timeline(inputs.documents)

    return read_workspace(workspace, OpenPlace(where=workspace.path), last, read_table=None, tell=tell)


def test_nothing_is_read_twice(workspace):
    """A look at an unchanged workspace is the last one; after a correction only the corrections are applied anew."""
    told = []
    first = look(workspace, told=told)
    assert look(workspace, first, told) is first
    event = first.timeline.events["event_id"].iloc[0]
    workspace.record(SetTitle(event=event, title="The suit"), first.timeline, at=AT, session="a", seen=0)
    second = look(workspace, first, told)
    assert "The suit" in second.timeline.events["title"].tolist()
    assert second.built is first.built
    assert len(told) == 1


def test_what_a_document_brought_is_new_until_it_is_dismissed(workspace):
    """An event that only the new document tells is new; one it tells again has a new source."""
    assert find_news(look(workspace)) == {}
    workspace.add_documents([Document(text=MORE, published=dt.date(2024, 3, 8))], at=AT)
    now = look(workspace)
    news = find_news(now)
    titles = now.timeline.events.set_index("event_id")["title"]
    assert any("closed" in titles[event] for event, word in news.items() if word == "new")
    assert describe_news(now, news).endswith("from 1 document.")
    workspace.dismiss_new()
    assert find_news(look(workspace, now)) == {}


@pytest.mark.parametrize(
    ("paths", "name"),
    [(["{}/affair"], "affair"), (["{}/affair/a.txt"], "a"), (["{}/affair/a.txt", "{}/b.txt"], "affair")],
)
def test_a_briefing_is_called_after_its_folder_or_file(paths, name, tmp_path):
    """One folder or file gives its own name, several the folder of the first."""
    (tmp_path / "affair").mkdir()
    assert name_paths([path.format(tmp_path) for path in paths]) == name


def test_the_session_knows_no_streamlit():
    """The logic of the app is imported and used without Streamlit."""
    import subprocess

    code = "import sys; sys.modules['streamlit'] = None; import timeline.session.filters, timeline.session.news"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


PILE = [
    {"title": "Acme sued Globex over its patent", "start": "2024-03-04", "actors": "Acme; Globex"},
    {"title": "Globex sued by Acme over patent", "start": "2024-03-05", "actors": "Globex; Acme"},
    {"title": "Acme sued Hooli over a lease", "start": "2024-03-20", "actors": "Acme; Hooli"},
    {"title": "Acme sued Globex over its patent again", "start": "2025-03-04", "actors": "Acme; Globex"},
    {"title": "Ferry sank off Halden", "start": "2024-03-04", "actors": "Ferry"},
]


def test_the_likeliest_merge_comes_first_with_its_reason():
    """Words, actors and days count together; what is a year apart or shares no word is no proposal."""
    timeline = from_frame(pd.DataFrame(PILE))
    ids = dict(zip(timeline.events["title"], timeline.events["event_id"], strict=True))
    titles = {id_: title for title, id_ in ids.items()}
    found = propose_merges(timeline, ids[PILE[0]["title"]])
    assert [titles[proposal.event] for proposal in found] == [PILE[1]["title"], PILE[2]["title"]]
    assert found[0].reason == "1 day apart, both name Acme and Globex, both say “acme”, “sued”, “globex”"
    assert propose_merges(timeline, "gone") == []


def test_a_number_or_a_day_that_both_say_is_no_reason():
    """“Two people” and “two days of storm” have nothing in common."""
    rows = [
        {"title": "Two people were taken to hospital", "start": "2024-03-04"},
        {"title": "Wall gave way after two days of storm", "start": "2024-03-04"},
    ]
    timeline = from_frame(pd.DataFrame(rows))
    assert propose_merges(timeline, timeline.events["event_id"].iloc[0]) == []


def test_hidden_events_are_not_proposed_and_at_most_five():
    """However many look alike."""
    rows = [{**PILE[0], "title": f"{PILE[0]['title']} {n}"} for n in range(9)]
    timeline = from_frame(pd.DataFrame([*rows, {**PILE[1], "review": "hidden"}]))
    found = propose_merges(timeline, timeline.events["event_id"].iloc[0])
    assert len(found) == 5
    hidden = timeline.events.loc[timeline.events["review"] == "hidden", "event_id"].iloc[0]
    assert hidden not in {proposal.event for proposal in found}


def test_what_is_least_certain_comes_first_and_what_is_checked_not_at_all():
    """A bounded date is more doubtful than a stated one; an undated event most of all."""
    rows = [
        {"title": "Stated", "start": "2024-03-04"},
        {"title": "Undated"},
        {"title": "Bounded", "start": "2024-03-01", "end": "2024-03-09", "date_basis": "bounded"},
        {"title": "Accepted", "start": "2024-03-04", "review": "accepted"},
    ]
    events = from_frame(pd.DataFrame(rows)).events
    assert sort_least_certain(events)["title"].tolist() == ["Undated", "Bounded", "Stated"]
    assert (count_checked(events).checked, count_checked(events).total) == (1, 4)
