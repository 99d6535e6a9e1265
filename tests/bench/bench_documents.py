"""How fast a thousand files of every kind are read, how little the second time, and what broken files do."""

import json
import os
import random
import resource
import runpy
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest

from timeline.build import build_timeline
from timeline.documents import complete, read_documents
from timeline.documents.language import guess_language
from timeline.documents.readers import READERS, read_bytes
from timeline.errors import DocumentError
from timeline.shipped import find_shipped

pytestmark = pytest.mark.bench

OTHERS = runpy.run_path(str(Path(__file__).parents[1] / "test_documents_kinds.py"))["BY_SUFFIX"]
FILES = runpy.run_path(str(Path(__file__).parents[1] / "test_documents_formats.py"))
SAME = {".text", ".markdown", ".htm", ".xhtml", ".mht", ".atom", ".xml"}  # as others, under another suffix
KINDS = (".txt", ".html", ".pdf", ".docx", ".eml", ".md", ".json", ".zip")
MUTATED = 2_000
LONGEST = 5.0  # seconds of work on one broken file
READ = """
import resource, sys, time
from timeline.documents import complete, read_documents
if __name__ == "__main__":
    start = time.perf_counter()
    documents = read_documents([sys.argv[1]], jobs=int(sys.argv[2]))
    seconds = time.perf_counter() - start
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
    print(len(documents), sum(d.problem is not None for d in documents), seconds, peak)
"""


def saved(kind: str, text: str) -> bytes:
    """`text` as a file of `kind`."""
    return text.encode() if kind in {".txt", ".md"} else FILES["_saved_as"](kind, text)


@pytest.fixture(scope="module")
def texts(shared) -> list[str]:
    """1,000 articles: those of the corpora, each with a line of its own."""
    lines = [
        json.loads(line)["text"]
        for name in ("events_wikinews.jsonl", "timelines_apple_documents.jsonl", "dates_news_meantime.jsonl")
        for line in (shared / "corpora" / name).read_text(encoding="utf-8").splitlines()
    ]
    return [f"{lines[n % len(lines)]}\n\nEdition {n} was printed on 3 May 2024.\n" for n in range(1_000)]


@pytest.fixture(scope="module")
def folders(texts, tmp_path_factory) -> dict[int, Path]:
    """Folders of 250 and of 1,000 files of eight kinds."""
    found = {}
    for count in (250, 1_000):
        found[count] = tmp_path_factory.mktemp(f"files{count}")
        for number in range(count):
            kind = KINDS[number % len(KINDS)]
            (found[count] / f"{number:04}{kind}").write_bytes(saved(kind, texts[number]))
    return found


def read_apart(folder: Path, jobs: int) -> tuple[int, int, float, float]:
    """How many documents and problems a fresh process reads in `folder`, in how many seconds and megabytes."""
    done = subprocess.run(
        [sys.executable, "-c", READ, str(folder), str(jobs)]
        if jobs == 1
        else [*script(folder), str(folder), str(jobs)],
        capture_output=True,
        text=True,
        check=True,
    )
    documents, problems, seconds, peak = done.stdout.split()
    return int(documents), int(problems), float(seconds), float(peak)


def script(folder: Path) -> list[str]:
    """The command that runs `READ` as a file, which processes that are started afresh can import."""
    path = folder.parent / "read_apart.py"
    path.write_text(READ)
    return [sys.executable, str(path)]


def test_a_thousand_mixed_documents(folders):
    """Files a second with two processes, and whether memory grows with their number."""
    one = read_apart(folders[250], 1)
    few = read_apart(folders[250], 2)
    many = read_apart(folders[1_000], 2)
    print(
        f"\nreading {many[0]} files of {len(KINDS)} kinds, --jobs 2: {many[0] / many[2]:.0f} files/s, starting the "
        f"processes included (250 files: {few[0] / few[2]:.0f}/s, one process {one[0] / one[2]:.0f}/s); largest "
        f"{many[3]:.0f} MB at 1,000 files, {few[3]:.0f} MB at 250; {many[1]} problems"
    )
    assert (1_000, 0) == many[:2]
    assert many[3] < few[3] * 1.5


def test_the_second_reading(folders, tmp_path):
    """How many times faster files, and the whole road, are the second time."""
    seconds = []
    for _ in range(2):
        start = time.process_time()
        documents = read_documents([folders[1_000]], cache=tmp_path)
        middle = time.process_time()
        build_timeline(documents[:200], cache=tmp_path)
        seconds.append((middle - start, time.process_time() - middle))
    size = sum(file.stat().st_size for file in tmp_path.rglob("*")) / 1e6
    (first, built), (second, again) = seconds
    print(
        f"\ncache: 1,000 files {first:.1f} s, then {second:.2f} s ({first / second:.0f} times faster); "
        f"build of 200 {built:.1f} s, then {again:.1f} s; {size:.1f} MB"
    )
    assert second * 10 <= first


@pytest.mark.parametrize("kind", sorted({*READERS, ".zip"} - SAME))
def test_two_thousand_broken_files(kind):
    """Each reader takes 2,000 broken files without a crash or a hang, and writes nothing."""
    chance = random.Random(kind)
    note = next(find_shipped("seeds").glob("[0-9]*.md")).read_text(encoding="utf-8").split("---\n", 2)[2]
    whole = (
        FILES["archive_of_notes"](note)
        if kind == ".zip"
        else FILES["word_file_of_all"](note)
        if kind == ".docx"
        else b'text,title\n"It fell.\nIt rose.",Sold\n"' + note.encode().replace(b'"', b'""') + b'",Note\n'
        if kind == ".csv"
        else json.dumps({"text": note}).encode() * 2
        if kind == ".jsonl"
        else OTHERS[kind]
        if kind in OTHERS
        else saved(kind, note)
    )
    guess_language("Der Rat trifft sich am Freitag und wird über die Ordnung beraten. " * 2)  # unpacks its model once
    written: list[str] = []
    watching = [True]
    sys.addaudithook(lambda event, args: watching and note_writing(event, args, written))
    times, refused = [], 0
    for data in FILES["broken_files"](kind, whole, chance, MUTATED):
        start = time.process_time()
        try:
            assert [complete(document) for document in read_bytes(f"a{kind}", data)]
        except DocumentError:
            refused += 1
        times.append(time.process_time() - start)
    watching.clear()
    middle, longest = statistics.median(times) * 1e3, max(times)
    print(f"\n{kind}: {MUTATED} broken files, {refused} refused; median {middle:.1f} ms, longest {longest:.2f} s")
    assert longest < LONGEST
    assert not written


def note_writing(event: str, args: tuple, written: list[str]) -> None:
    """Add to `written` the file that is about to be opened for writing, removed or renamed."""
    if event == "open" and isinstance(args[1], str) and set(args[1]) & set("wax+"):
        written.append(str(args[0]))
    elif event in {"os.remove", "os.rename", "os.mkdir", "subprocess.Popen", "socket.connect"}:
        written.append(f"{event} {args}")


def test_memory_of_the_bench_itself():
    """The largest this process has been, fuzzing included."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\npeak of the bench: {peak:.0f} MB on {os.cpu_count()} cores")
