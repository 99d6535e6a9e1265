"""How long laying out takes, how many labels fit, and how much goes to the browser."""

import json
import time

import numpy as np
import pandas as pd
import pytest

from timeline.figure import figure_dict
from timeline.layout import lay_out

pytestmark = pytest.mark.bench

WORDS = np.array(
    "court approves export ban after minister rejects emergency deal talks army border budget strike summit".split()
)


def table(n: int) -> pd.DataFrame:
    """`n` events over ten years, crowded in the middle, each seventh a period of up to two months."""
    rng = np.random.default_rng(n)
    start = np.datetime64("2015-01-01") + np.clip(rng.normal(1800, 600, n), 0, 3650).astype(int)
    days = np.where(rng.random(n) < 1 / 7, rng.integers(1, 60, n), 0)
    actors = [[f"Actor {number}"] for number in (rng.zipf(1.5, n) - 1) % 40]
    frame = pd.DataFrame(
        {
            "event_id": [f"e{number:06d}" for number in range(n)],
            "title": [" ".join(row).capitalize() for row in WORDS[rng.integers(0, len(WORDS), (n, 7))]],
            "start": start, "end": start + days, "edtf": "", "precision": "day",
            "span": np.where(days > 0, "period", "point"), "date_basis": "explicit", "status": "happened",
            "kind": "other", "actors": actors, "sources": 1, "mentions": 1,
            "importance": np.round(rng.random(n), 3), "review": "new",
        }
    )  # fmt: skip
    return frame.astype({"start": "datetime64[us]", "end": "datetime64[us]"})


@pytest.mark.parametrize(
    ("n", "view", "most"), [(200, "story", 0.05), (200, "lanes", 0.05), (2000, "auto", 0.3), (100_000, "auto", 2.0)]
)
def test_laying_out_keeps_to_its_time(n, view, most):
    """200 events take 50 ms of processor time, 2,000 take 300, 100,000 take 2 s, and the figure is under a megabyte."""
    events = table(n)
    seconds = []
    for _ in range(5):
        begun = time.process_time()
        layout = lay_out(events, view=view)
        seconds.append(time.process_time() - begun)
    size = len(json.dumps(figure_dict(layout, events)))
    print(
        f"{n:>7} events, {layout.view}: laid out in {min(seconds) * 1000:.0f} ms of processor time, "
        f"{layout.labelled} labelled, {size / 1024:.0f} KB"
    )
    assert min(seconds) <= most
    assert size <= 1_000_000
