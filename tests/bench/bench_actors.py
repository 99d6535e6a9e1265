"""Actors: how long finding them takes beside splitting the same text into sentences. Not part of `make test`."""

import time

import pytest

from timeline.actors import find_actors, read_actor_list
from timeline.sentences import find_sentences
from timeline.shipped import find_shipped

pytestmark = pytest.mark.bench


def best(work, texts):
    """The least processor seconds that `work` takes for one of `texts`, which differ: what was read is remembered."""

    def seconds(text):
        start = time.process_time()
        work(text)
        return time.process_time() - start

    return min(map(seconds, texts))


def test_finding_actors_keeps_its_pace():
    """Finding the actors of an article takes at most 25 times as long as its sentences (9 times when written)."""
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(find_shipped("seeds").glob("*.md")))
    known = read_actor_list()
    find_actors(text, known)
    texts = [f"{text}\n\n{number}" for number in range(10)]
    sentences, actors = best(find_sentences, texts), best(lambda text: find_actors(text, known), texts)
    print(f"sentences {sentences * 1000:.1f} ms, actors {actors * 1000:.1f} ms: {actors / sentences:.1f} times")
    assert actors < 25 * sentences
