"""What hangs on a verb under the same date is part of one mention; what stands by itself is not."""

import datetime as dt

import pytest

from timeline.build import build_timeline
from timeline.documents import Document
from timeline.table import list_mentions


def triggers(text: str) -> list[list[str]]:
    """The first words of the triggers, those of one event together."""
    document = Document(text=text, published=dt.date(2024, 3, 5))
    tl = build_timeline([document])
    return sorted(
        [text[m["trigger_start"] : m["trigger_end"]].split(maxsplit=1)[0] for m in list_mentions(rows)]
        for _, rows in tl.mentions.groupby("event_id")
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Monday Peru banned the imports, hitting its neighbours.", [["banned", "hitting"]]),
        ("The minister called the plan dead during a press conference on Monday.", [["called"]]),
        ("Globex sued Acme on 1 March 2024 and won an injunction on 4 March.", [["sued"], ["won"]]),
        ("Acme, founded in 1998, was sold on Monday.", [["founded"], ["sold"]]),
        ("On Monday Acme sued Globex and fired its chairman.", [["fired"], ["sued"]]),
    ],
)
def test_one_breath_is_one_event(text, expected):
    """A participle or noun under the date of its verb makes no row of its own; coordinated verbs and own dates do."""
    assert expected == triggers(text)
