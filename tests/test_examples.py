"""The example briefings that ship give timelines worth showing."""

import pytest

import timeline
from timeline.shipped import EXAMPLES, find_shipped

TOLD = {
    "court-case": ["2021-03-14", "2023-09-05", "2024-02-09", "2024-09-16", "2024-12-04", "2025-10-21"],
    "flood": ["2023-04-11", "2023-06-12", "2023-06-14", "2023-06-29", "2023-07-03", "2024-04-09"],
}
"""Days that somebody who reads the articles would put on the timeline."""


@pytest.fixture(scope="module", params=EXAMPLES)
def example(request):
    """The name of an example and its timeline."""
    documents = timeline.read_documents([find_shipped(f"examples/{request.param}")])
    return request.param, timeline.build_timeline(documents)


def test_every_example_tells_its_affair(example):
    """Every day that matters is in the table, most of them as main events, and nothing was a problem."""
    name, built = example
    main = built.events[built.events["importance"] >= 0.5]
    assert built.problems.empty
    assert set(TOLD[name]) <= set(built.events["edtf"])
    assert len(set(TOLD[name]) & set(main["edtf"])) >= 4
    assert len(main) >= 10


def test_every_example_says_when_it_was_published(example):
    """An example asks for no dates."""
    _, built = example
    assert set(built.documents["published_basis"]) <= {"given", "metadata"}


def test_the_examples_are_the_folders_there_are():
    """What `--example` offers is what ships."""
    folders = [path.name for path in sorted(find_shipped("examples").iterdir()) if path.is_dir()]
    assert folders == list(EXAMPLES) == list(TOLD)
