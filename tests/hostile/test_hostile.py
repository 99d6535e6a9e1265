"""What once froze, filled or ended a run is read or refused by itself, and what lies beside it is read."""

import contextlib

import pytest
from hostile.inputs import ARTICLES, TABLES

from timeline.build import build_timeline
from timeline.documents import read_documents
from timeline.errors import TimelineError
from timeline.formats import read_table

_LARGE = {"two thousand archives", "rows of Parquet"}  # made or read in more than a second; `make bench` has them


@pytest.mark.parametrize("name", sorted(ARTICLES.keys() - _LARGE))
def test_a_hostile_document_costs_no_other(name, tmp_path):
    """The article beside it tells its two events, whatever becomes of the hostile one."""
    suffix, make = ARTICLES[name]
    (tmp_path / "good.txt").write_text("Acme sued Globex on 3 May 2023. The court met on 4 June 2023.")
    (tmp_path / f"hostile{suffix}").write_bytes(make())

    timeline = build_timeline(read_documents([tmp_path]))

    good = timeline.documents.loc[timeline.documents["path"].str.endswith("good.txt"), "document_id"]
    assert 2 == timeline.mentions["document_id"].isin(good).sum()


@pytest.mark.parametrize("name", sorted(TABLES.keys() - _LARGE))
def test_a_hostile_table_is_read_or_refused(name, tmp_path):
    """Nothing but an error of ours comes of it."""
    suffix, make = TABLES[name]
    path = tmp_path / f"hostile{suffix}"
    path.write_bytes(make())
    with contextlib.suppress(TimelineError):
        assert len(read_table(path).events)
