"""A cluster: the same tables as one process, whatever dies; with a real scheduler and two worker processes."""

import contextlib
import datetime as dt
import os
import signal
import socket
import time

import pandas as pd
import pytest
from dying import double, lost

from timeline import cluster as clusters
from timeline.build import build_timeline
from timeline.documents import Document, read_documents
from timeline.errors import ClusterError

pytest.importorskip("distributed")

TEXTS = [
    f"{name} sued {other} on {day} March 2024. {other} denied it, and the court in Oldtown fined {name}."
    for name, other, day in zip(
        "Acme Globex Hooli Initech Norvik Umbrella".split() * 3,
        "Globex Hooli Initech Norvik Umbrella Acme".split() * 3,
        range(1, 19),
        strict=True,
    )
]
DOCUMENTS = [Document(text=text, path=f"{n}.txt", published=dt.date(2024, 4, 1)) for n, text in enumerate(TEXTS)]


@pytest.fixture(scope="module")
def own():
    """A cluster of two workers of this machine, which start again when they die; over what kills two, it gives up.

    It starts beside another: the port that Dask asks for first is held.
    """
    with pytest.MonkeyPatch.context() as patch, contextlib.ExitStack() as held:
        with contextlib.suppress(OSError):  # by another program, which does as well
            held.enter_context(socket.create_server(("", 8787)))
        patch.setattr(os, "cpu_count", lambda: 2)
        patch.setitem(clusters._SETTINGS, "distributed.scheduler.allowed-failures", 1)
        with clusters.connect("dask") as cluster:
            yield cluster


@pytest.fixture(scope="module")
def scheduler(own):
    """The address of its scheduler, and on this machine the keys that let somebody in."""
    import dask

    keys = own.client.security
    files = {
        "distributed.comm.tls.ca-file": keys.tls_ca_file,
        "distributed.comm.tls.client.cert": keys.tls_client_cert,
        "distributed.comm.tls.client.key": keys.tls_client_key,
    }
    with dask.config.set(files):
        yield own.client.scheduler.address


@pytest.fixture(scope="module")
def alone():
    """What one process makes of the documents."""
    return build_timeline(DOCUMENTS)


def same(one, other):
    """Whether two timelines are the same, row by row."""
    for name in ("events", "mentions", "documents", "actors", "problems"):
        pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name))


def test_a_cluster_gives_the_tables_of_one_process(scheduler, alone):
    """The same rows in the same order, while the memory of a worker is bounded and told."""
    heard = []
    with clusters.connect(scheduler) as cluster:
        assert cluster.workers == 2
        assert 0 < cluster.memory <= clusters.MOST_MEMORY
        same(alone, build_timeline(DOCUMENTS, executor=cluster, progress=lambda *step: heard.append(step)))

    assert [(n + 1, len(DOCUMENTS)) for n in range(len(DOCUMENTS))] == heard


def test_files_are_read_by_the_workers(scheduler, tmp_path, monkeypatch):
    """Paths go to the workers as they are known everywhere, wherever those stand; few are no reason to stay."""
    (tmp_path / "a.txt").write_text(TEXTS[0])
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("timeline.documents.read.read_bytes", None)  # nothing is read in this process
    with clusters.connect(scheduler) as cluster:
        [document] = read_documents("a.txt", executor=cluster)

    assert (TEXTS[0], "a.txt") == (document.text, document.path)


def test_a_scheduler_that_is_not_there_is_named(monkeypatch):
    """The message says what to start."""
    monkeypatch.setattr(clusters, "_ANSWER", 0.2)
    with pytest.raises(ClusterError, match=r"'tcp://127\.0\.0\.1:1': no scheduler answers .* 'dask scheduler'"):
        clusters.connect("tcp://127.0.0.1:1").__enter__()


def test_workers_of_another_version_are_refused(scheduler, monkeypatch):
    """They would read the same text in another way."""
    monkeypatch.setattr(clusters, "identify_program", lambda: "another")
    with pytest.raises(ClusterError, match="another version of the program"):
        clusters.connect(scheduler).__enter__()


@pytest.mark.sweep  # workers that die load all the libraries anew
def test_what_workers_die_over_is_lost_alone(own):
    """It is tried again, and all others are done, whoever was beside it and whatever else kills a worker meanwhile."""
    victim, *_ = own.client.run(os.getpid).values()
    results = []
    for result in own.run(double, range(40), lost):
        results.append(result)
        if len(results) == 1:
            with contextlib.suppress(ProcessLookupError):  # it may have died over the number by now
                os.kill(victim, signal.SIGKILL)

    assert [lost(n) if n == 13 else 2 * n for n in range(40)] == results


def test_a_document_that_was_lost_is_a_problem(alone):
    """It is named with what to do, and the others tell their events."""

    class Losing:
        def run(self, function, things, lost):
            return (lost(thing) if "Calamity" in thing.text else function(thing) for thing in things)

    bad = Document(text="Calamity struck Oldtown on 3 March 2024.", path="bad.txt", published=dt.date(2024, 4, 1))
    timeline = build_timeline([bad, *DOCUMENTS], executor=Losing())

    [problem] = timeline.problems.to_dict("records")
    assert ("bad.txt", "events") == (problem["document"], problem["stage"])
    assert "broke off" in problem["message"]
    pd.testing.assert_frame_equal(alone.events, timeline.events)


def test_a_cluster_without_workers_is_given_up(monkeypatch):
    """Nobody waits for good for workers that do not come back, and who asked is told what to do."""

    class Deserted:
        def submit(self, *_, **__):
            return self

        def result(self, timeout):
            time.sleep(timeout)
            raise TimeoutError

        def nthreads(self):
            return {}

    monkeypatch.setattr(clusters, "PATIENCE", 0.1)
    monkeypatch.setattr(clusters, "_LOOK", 0.05)
    cluster = clusters.ClusterExecutor(name="tcp://far:8786", workers=2, memory=0, client=Deserted())
    with pytest.raises(ClusterError, match=r"'tcp://far:8786': it has had no worker for .* run the command again"):
        list(cluster.run(double, range(3), lost))
