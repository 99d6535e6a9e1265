"""The cache: the same result without the work, and never anything that is not our own."""

import dataclasses
import datetime as dt
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.cache import MOST_PARTS, Cache, find_default_folder, open_cache
from timeline.documents import read as reading
from timeline.documents import read_documents
from timeline.memory import Memory


@dataclasses.dataclass(frozen=True, kw_only=True)
class Part:
    """Something within a result."""

    name: str
    day: dt.date | None = None


@dataclasses.dataclass(frozen=True, kw_only=True)
class Result:
    """A result with every kind of field that results have."""

    parts: tuple[Part, ...] = ()
    words: frozenset[str] = frozenset()
    share: float = 0.5
    place: int | None = None


results = st.builds(
    Result,
    parts=st.lists(st.builds(Part, name=st.text(), day=st.none() | st.dates())).map(tuple),
    words=st.frozensets(st.text()),
    share=st.floats(allow_nan=False),
    place=st.none() | st.integers(),
)


@pytest.fixture
def cache(tmp_path) -> Cache:
    """An empty cache."""
    opened = open_cache(tmp_path / "cache")
    assert opened
    return opened


@given(result=results)
def test_what_is_kept_comes_back(tmp_path_factory, result):
    """Any result comes back equal, and half characters with it."""
    cache = open_cache(tmp_path_factory.getbasetemp() / "kept")
    cache.put_all([(("key",), result)])

    assert [result] == cache.get_all(Result, [("key",)])


def test_another_key_is_another_result(cache):
    """Each part of a key counts, and how they are parted."""
    cache.put_all([(("a", "bc"), [1])])

    assert [None, None, [1], [1]] == cache.get_all(list[int], [("ab", "c"), ("a",), ("a", "bc"), ("a", "bc")])


@pytest.mark.parametrize(
    "damage", [lambda d: d[:0], lambda d: d[:-3], lambda d: b"x" + d, lambda d: d[:9] + b"!" + d[10:]]
)
def test_damaged_results_are_not_there(cache, damage):
    """What was cut short or changed on the disk is worked out again."""
    cache.put_all([(("key",), Result(words=frozenset({"pier"})))])
    (file,) = cache.folder.iterdir()
    file.write_bytes(damage(file.read_bytes()))

    assert [None] == cache.get_all(Result, [("key",)])


def test_a_result_of_another_kind_is_not_there(cache):
    """What has not the fields that are asked for is not taken for them."""
    cache.put_all([(("key",), [1, 2, 3])])

    assert [None] == cache.get_all(Part, [("key",)])


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="rights are those of POSIX")
def test_the_folder_is_its_owners_alone(cache, tmp_path):
    """The results lie in a folder nobody else may open; one that others may write is not used."""
    assert 0o700 == stat.S_IMODE(cache.folder.stat().st_mode)

    cache.folder.chmod(0o777)
    assert open_cache(tmp_path / "cache") is None


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs links")
def test_a_link_is_no_cache(tmp_path):
    """A link in place of the folder is not followed."""
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    (tmp_path / "results").symlink_to(tmp_path / "elsewhere")

    assert open_cache(tmp_path) is None


@pytest.mark.parametrize("place", ["file/below", "nul\0"])
def test_a_folder_that_cannot_be_made_is_no_error(tmp_path, place):
    """Without a folder there is no cache, and everything is read."""
    (tmp_path / "file").touch()
    (tmp_path / "a.txt").write_text("It fell.")

    assert open_cache(tmp_path / place) is None
    assert "It fell." == read_documents(tmp_path / "a.txt", cache=tmp_path / place)[0].text


def test_a_folder_that_is_gone_is_no_error(cache):
    """A folder that vanishes, or is full, keeps nothing and stops nothing."""
    cache.folder.rmdir()
    cache.put_all([(("key",), [1])])

    assert [None] == cache.get_all(list[int], [("key",)])


def test_what_was_not_used_for_longest_goes(tmp_path):
    """Beyond its size the cache drops the part that was used least recently, which asking for it counts as."""
    cache = open_cache(tmp_path)
    parts = []
    for number in range(3):
        cache.put_all([((str(number),), ["x" * 100, str(number)])])
        parts += [part for part in cache.folder.iterdir() if part not in parts]
        os.utime(parts[number], (100 + number, 100 + number))
    assert all(cache.get_all(list[str], [("0",)]))

    smaller = dataclasses.replace(cache, largest=sum(part.stat().st_size for part in parts[:2]) + 1)
    smaller.put_all([])

    assert [True, False, True] == [bool(value) for value in cache.get_all(list[str], [("0",), ("1",), ("2",)])]


def test_what_was_done_is_kept_when_the_rest_fails(cache):
    """Work that breaks off leaves what was done until then."""

    def work():
        yield ("done",), [1]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        cache.put_all(work())

    assert [[1]] == cache.get_all(list[int], [("done",)])


def test_many_small_parts_become_few_with_the_same_results(cache):
    """A part for every upload does not make each look dearer for ever; a result kept twice is kept once."""
    for number in range(MOST_PARTS + 3):
        cache.put_all([((str(number % MOST_PARTS),), [number])])

    kept = cache.get_all(list[int], [(str(n),) for n in range(MOST_PARTS)])

    assert [[MOST_PARTS], [MOST_PARTS + 1], [MOST_PARTS + 2], *([n] for n in range(3, MOST_PARTS))] == kept
    assert len(list(cache.folder.iterdir())) < 5


def test_a_part_another_program_wrote_is_not_looked_at(cache):
    """What another version kept is not taken for ours."""
    cache.put_all([(("key",), [1])])
    (part,) = cache.folder.iterdir()
    part.rename(part.with_name("0" * 16 + part.name[16:]))

    assert [None] == cache.get_all(list[int], [("key",)])


def test_a_file_is_read_once_for_its_content(tmp_path, monkeypatch):
    """A file read before is not read again under any name, while a changed one is; dates given are not kept."""
    calls = []
    read = reading.read_bytes
    monkeypatch.setattr(reading, "read_bytes", lambda name, data: calls.append(name) or read(name, data))
    for name, text in (("a.txt", "It fell."), ("b.txt", "It rose.")):
        (tmp_path / name).write_text(text)
    day = dt.date(2024, 3, 5)

    first = read_documents([tmp_path / "a.txt", tmp_path / "b.txt"], cache=tmp_path / "c")
    (tmp_path / "a.txt").rename(tmp_path / "d.txt")
    (tmp_path / "b.txt").write_text("It fell again.")
    again = read_documents([tmp_path / "d.txt", tmp_path / "b.txt"], cache=tmp_path / "c", published=day)

    assert ["a.txt", "b.txt", "b.txt"] == calls
    assert [("It fell.", day), ("It fell again.", day)] == [(d.text, d.published) for d in again]
    assert (first[0].id, first[0].furniture) == (again[0].id, again[0].furniture)
    assert read_documents(tmp_path / "d.txt", cache=tmp_path / "c")[0].published is None


def test_bad_files_are_remembered_with_their_place(tmp_path):
    """A file that cannot be read says so again from the cache, under its own path."""
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_bytes(b"no pdf")
    first, second = read_documents([tmp_path], cache=tmp_path.parent / "kept")
    again = read_documents([tmp_path], cache=tmp_path.parent / "kept")

    assert [first, second] == again
    assert first.id != second.id


def test_the_place_of_the_cache_can_be_named(monkeypatch, tmp_path):
    """TIMELINE_CACHE names the folder; without it the system's place for caches is taken."""
    monkeypatch.setenv("TIMELINE_CACHE", str(tmp_path))
    assert tmp_path == find_default_folder()

    monkeypatch.delenv("TIMELINE_CACHE")
    assert "briefing-timeline" in find_default_folder().parts[-1] or "briefing-timeline" in str(find_default_folder())
    assert isinstance(find_default_folder(), Path)


def test_what_was_asked_for_lately_is_not_read_again(tmp_path):
    """A cache with a memory gives the very same result, put or read, without a look at the disk, up to its bound."""
    memory = Memory(most=60)
    cache = open_cache(tmp_path, memory=memory)
    put = Result(place=1)
    cache.put_all([(("put",), put)])
    for file in cache.folder.iterdir():
        file.unlink()

    assert open_cache(cache) is cache
    assert put is cache.get_all(Result, [("put",)])[0]
    cache.put_all([((name,), Result()) for name in "abcd"])
    assert [None] == cache.get_all(Result, [("put",)])
