"""Tables, workbooks, mail headers, workspaces, templates and whole briefings at random: an error of ours or a result.

Each in under ten seconds and a gigabyte. `bench_documents.py` has the broken documents of every kind.
"""

import contextlib
import datetime as dt
import io
import os
import random
import resource
import runpy
import signal
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pandas as pd
import pytest

from timeline.build import build_timeline
from timeline.documents import Document, complete
from timeline.documents.readers import read_bytes
from timeline.errors import TimelineError
from timeline.formats import FORMATS, parse, render
from timeline.formats.slides import open_template
from timeline.store import Workspace
from timeline.table import from_frame, list_mentions

pytestmark = pytest.mark.bench

COUNT = int(os.environ.get("FUZZ", "2000"))
LONGEST = 10.0  # seconds of work
MOST = 1_000  # megabytes
APART = {"parquet"}  # read by a process of its own, of which half a second is its start
KINDS = sorted(suffix.removeprefix(".") for suffix, fmt in FORMATS.items() if fmt.reads)

EVENTS = pd.DataFrame(
    {
        "title": ["Pier sold", "Vote | put off", "=1+1", "Zoë’s “ban”"],
        "start": ["2024-05-03", "May 2024", "2023", "2024-05-03/2024-06-01"],
        "end": ["", "", "2024", ""],
        "actors": ["Acme; Globex", "", "Ann Bo", "Norway"],
        "status": ["happened", "planned", "", "denied"],
        "source": ["http://a.example/b?c=d", "", "Gazette", ""],
    }
)
# What we write as a page holds no table; this is one of an encyclopedia.
PAGE = b"""<!doctype html><html><head><title>Docks</title><style>p { color: red }</style></head><body><h1>Docks</h1>
<h2>2024</h2><table class="wikitable"><caption>Events</caption>
<tr><th>Date</th><th colspan="2">Event</th><th>Who</th></tr>
<tr><td rowspan="2">3 May</td><td>Pier <b>sold</b><sup class="reference">[1]</sup></td><td>&pound;9&nbsp;m</td>
<td><a href="http://a.example/b?c=d">Acme</a></td></tr><tr><td>Vote put off</td><td></td><td>Council</td></tr>
<tr><td>9 June</td><td>Sale</td><td style="display:none">x</td><td>Zo\xc3\xab</td></tr></table></body></html>"""
BITS = (
    *("", " ", "\n\n", ". ", ", ", "; ", ": ", "“", "”", '"', "(", ")", "- ", "* ", "# ", "| ", "\t", "\ud83d", "\0"),
    *("said", "sued", "was sold to", "who", "which", "that", "because", "will", "had been", "to", "by", "of", "and"),
    *("Acme Corp.", "Globex", "Ann Bo", "Norway", "the court", "he", "it", "they", "U.S.", "Inc.", "J. K. Lee", "Zoë"),
    *("3 May 2024", "Monday", "last year", "2024-02-30", "9999-12-31", "0001-01-01", "31 June", "May", "12:61"),
    *("two days after", "the end of", "since", "until", "between 3 and 5 May", "Q3 FY25", "500", "$1.2 bn"),
    *("Der Rat", "совет", "理事会", "مجلس", "a" * 300, "9" * 60, "http://a.example/" + "b/" * 40, "&lt;b&gt;", "<b>"),
)  # fmt: skip


@contextlib.contextmanager
def watched(seconds: float = 60) -> Iterator[None]:
    """A clock that ends what hangs."""

    def ring(*_: object) -> None:
        raise AssertionError(f"hangs for {seconds} seconds")

    signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def try_all(name: str, make: Callable[[random.Random], Callable[[], object]], count: int) -> None:
    """Each of `count` things made at random: refused in our own words or taken, in time and memory."""
    refused, longest, worst = 0, 0.0, 0
    for seed in range(count):
        work = make(random.Random(f"{name} {seed}"))
        start = time.process_time()
        try:
            with watched():
                work()
        except TimelineError:
            refused += 1
        except BaseException as error:
            raise AssertionError(f"{name}, seed {seed}: {type(error).__name__}: {error}") from error
        if (taken := time.process_time() - start) > longest:
            longest, worst = taken, seed
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
    print(f"\n{name}: {count}, {refused} refused; longest {longest:.2f} s (seed {worst}), peak {peak:.0f} MB")
    assert longest < LONGEST
    assert peak < MOST


def broken(data: bytes, luck: random.Random) -> bytes:
    """`data` with a few places changed, doubled, cut out or grown."""
    changed = bytearray(data)
    for _ in range(luck.choice((1, 1, 2, 4, 9))):
        place = luck.randrange(len(changed) + 1)
        match luck.randrange(5):
            case 0:
                changed[place : place + 1] = luck.randbytes(1)
            case 1:
                changed[place : place + luck.randrange(60)] = b""
            case 2:
                piece = changed[place : place + luck.randrange(60)]
                changed[place:place] = piece * luck.choice((1, 2, 50))
            case 3:
                changed[place:place] = luck.choice(
                    (b"9" * 400, b"\0", b"\xff\xfe", b"-", b"e308", b"<", b"&#0;", b'"', b"=")
                )
            case _:
                del changed[place if luck.random() < 0.2 else len(changed) :]
    return bytes(changed)


def broken_archive(data: bytes, luck: random.Random) -> bytes:
    """An archive broken within one of its parts, packed anew."""
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as new:
        hit = luck.choice(old.namelist())
        for name in old.namelist():
            part = old.read(name)
            if name != hit or luck.random() > 0.1:
                new.writestr(name, broken(part, luck) if name == hit else part)
    return content.getvalue()


@pytest.mark.parametrize("kind", KINDS)
def test_broken_tables(kind):
    """A table of events of any format that is read."""
    whole = PAGE if kind == "html" else render(from_frame(EVENTS), kind, scope="all")
    assert len(parse(whole, kind).events)
    packed = whole[:2] == b"PK"

    def make(luck: random.Random) -> Callable[[], object]:
        data = broken_archive(whole, luck) if packed and luck.random() < 0.8 else broken(whole, luck)
        return lambda: render(parse(data, kind), "csv")

    try_all(kind, make, COUNT // 20 if kind in APART else COUNT)


def test_mail_headers():
    """A mail of headers at random, some of them without an end."""
    names = (
        "Subject",
        "From",
        "Date",
        "Content-Type",
        "Content-Transfer-Encoding",
        "Content-Disposition",
        "MIME-Version",
    )
    words = (
        *("base64", "=?utf-8?B?cGllcg==?=", "=?utf-8?Q?=", "<a@b.example>", '"', "(", ";", ",", ":", "boundary=x"),
        *(
            "charset=",
            "multipart/mixed",
            "text/html",
            "message/rfc822",
            "Tue, 5 Mar 2024 10:00 +0000",
            "é",
            "a" * 3_000,
        ),
    )

    def make(luck: random.Random) -> Callable[[], object]:
        lines = []
        for _ in range(luck.choice((1, 4, 9, 300))):
            value = luck.choice(("", " ", "\n ")).join(luck.choices(words, k=luck.choice((1, 3, 9, 200))))
            lines.append(f"{luck.choice(names)}: {value}")
        body = luck.choice(("It fell on 3 May 2024.", "--x\nContent-Type: text/plain\n\nIt fell.\n--x--", ""))
        data = ("\n".join(lines) + "\n\n" + body).encode("utf-8")
        return lambda: [complete(document) for document in read_bytes("a.eml", data)]

    try_all("mail headers", make, COUNT)


def test_broken_workspaces(tmp_path):
    """A workspace file of which some bytes are others: opened, or taken in as one from elsewhere."""
    path = tmp_path / "whole.timeline"
    first = tmp_path / "first"
    workspace = Workspace(first)
    workspace.add_documents(
        [Document(text="Acme sued Globex on 3 May 2024.")], at=dt.datetime(2024, 5, 4, tzinfo=dt.UTC)
    )
    workspace.set_title("Pier")
    workspace.export(path)
    whole = path.read_bytes()

    def make(luck: random.Random) -> Callable[[], object]:
        data = bytearray(whole)
        for _ in range(luck.choice((1, 3, 30))):
            data[luck.randrange(len(data))] = luck.randrange(256)
        file, copy = tmp_path / "broken.timeline", tmp_path / "copy.timeline"
        for old in tmp_path.glob("[bc]*"):
            old.unlink()
        file.write_bytes(data)

        def work() -> None:
            taken = Workspace.import_file(file, copy)
            taken.list_documents(), taken.list_tables(), taken.read_history(), taken.read_title()

        return work

    try_all("workspaces", make, COUNT)


def test_broken_templates():
    """A slide template broken within."""
    whole = runpy.run_path(str(Path(__file__).parents[1] / "test_formats_slides.py"))["brand"]("dark")
    table = from_frame(EVENTS)

    def make(luck: random.Random) -> Callable[[], object]:
        data = broken_archive(whole, luck)
        return lambda: render(table, "pptx", template=data) if luck.random() < 0.1 else open_template(data)

    try_all("templates", make, COUNT)


def test_random_briefings():
    """Briefings of a few texts of bits that mean something each, in no order: every quote is the text's."""

    def make(luck: random.Random) -> Callable[[], object]:
        def text() -> str:
            return luck.choice(("", " ")).join(luck.choices(BITS, k=luck.choice((3, 30, 120))))

        days = (None, None, dt.date.min, dt.date.max, dt.date(2024, 3, 5))
        documents = [
            Document(text=text(), title=text()[:200], published=luck.choice(days))
            for _ in range(luck.choice((1, 2, 5)))
        ]

        def work() -> None:
            timeline = build_timeline(documents)
            of = {document.id: document.text for document in documents}
            for row in list_mentions(timeline.mentions):
                assert of[row["document_id"]][row["start_char"] : row["end_char"]] == row["quote"]
            assert not any("failed" in message for message in timeline.problems["message"]), timeline.problems[
                "message"
            ].tolist()

        return work

    try_all("briefings", make, COUNT * 5 // 2)
