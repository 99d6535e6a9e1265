"""How fast dates are found, beside `dateparser.search_dates` on the same text in the same run, and on hostile text."""

import datetime as dt
import json
import pathlib
import time

import pytest

from timeline.dates import find_dates

CORPORA = pathlib.Path(__file__).parents[3] / "shared" / "corpora"
PUBLISHED = dt.date(2009, 12, 19)
HOSTILE = (
    "1234567890",
    "of ",
    "last ",
    "3-5-7-9 ",
    "on 3 May 2012 and ",
    "the end of the beginning of ",
    "(1914-",
    "3 p.m. ",
)


def own_text():
    """A text of our own, dense with dates, where the corpora are not at hand."""
    rows = json.loads((pathlib.Path(__file__).parents[1] / "cases" / "dates_absolute.json").read_text(encoding="utf-8"))
    return "\n".join(row["text"] for row in rows) * 40


def best(read, runs=5):
    """The shortest of some runs, in seconds of this process."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        read()
        times.append(time.process_time() - start)
    return min(times)


def texts():
    """The histories of the corpus, or a text of our own."""
    path = CORPORA / "dates_narrative_wikiwars.jsonl"
    if not path.exists():
        return [own_text()]
    return [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.bench
def test_a_thousand_kilobytes_a_second():
    """Histories dense with dates are read at a thousand KB a second in one process, on a machine at rest."""
    some = texts()
    seconds = best(lambda: [find_dates(text, published=PUBLISHED) for text in some])

    speed = sum(map(len, some)) / 1000 / seconds
    print(f"find_dates: {speed:.0f} KB/s")
    assert speed >= 1000


@pytest.mark.bench
def test_twenty_times_as_fast_as_search_dates():
    """The same twenty thousand characters take `dateparser.search_dates` at least twenty times as long."""
    from dateparser.search import search_dates

    text = texts()[0][:20_000]
    ours = best(lambda: find_dates(text, published=PUBLISHED))
    theirs = best(lambda: search_dates(text, languages=["en"]), runs=1)

    print(f"find_dates {ours * 1000:.1f} ms, search_dates {theirs * 1000:.0f} ms: {theirs / ours:.0f} times as fast")
    assert theirs > 20 * ours


@pytest.mark.bench
@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_takes_time_in_line_with_its_length(piece):
    """From 100 to 400 KB the time grows at most six times."""
    sizes = (100_000, 200_000, 400_000)
    seconds = [
        best(lambda size=size: find_dates(piece * (size // len(piece)), published=PUBLISHED), 2) for size in sizes
    ]

    print(piece, [f"{s:.2f}" for s in seconds])
    assert seconds[2] < 6 * seconds[0] + 0.1
