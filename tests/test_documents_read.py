"""Reading documents: files and folders in a fixed order, and every bad one with a clear problem."""

import datetime as dt
import itertools
import json
import os
import time
import unicodedata
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import timeline.documents.read as reading
from timeline.build import build_timeline
from timeline.documents import Document, find_furniture, read_documents, timing
from timeline.documents.readers import READERS
from timeline.documents.text import decode_text
from timeline.errors import DocumentError

ZOE = "Zoë signed the “pact” on 3 May 2024.\r\nNobody objected.\n"


def _write(folder, **files):
    for name, data in files.items():
        path = folder / name.replace("__", "/").replace("_txt", ".txt").replace("_md", ".md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
    return folder


def test_text_is_kept_to_the_letter(tmp_path):
    """The text of a plain-text file is what its bytes say, line ends included."""
    _write(tmp_path, a_txt=ZOE)

    [document] = read_documents([tmp_path / "a.txt"])

    assert (ZOE, None, "", str(tmp_path / "a.txt")) == (document.text, document.problem, document.note, document.path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encodings_that_say_what_they_are(encoding):
    """UTF-8 and whatever carries a byte-order mark is read without a note, and the mark is no part of the text."""
    assert (ZOE, "") == decode_text(ZOE.encode(encoding))


@pytest.mark.parametrize(
    ("data", "text", "word"),
    [(b"Zo\xeb \x93x\x94", "Zoë “x”", "Windows-1252"), (b"Zo\xeb \x81", "Zoë \x81", "Latin-1")],
)
def test_encodings_that_have_to_be_guessed(data, text, word):
    """What is no UTF-8 is read as Windows-1252 or Latin-1, and the document says so."""
    found, note = decode_text(data)

    assert text == found
    assert word in note


def test_accents_apart_from_their_letters_are_put_together(tmp_path):
    """A text in which accents are characters of their own is the same document as with them on their letters."""
    _write(tmp_path, a_txt="Zoe\u0308 signed.", b_txt="Zo\u00eb signed.")

    apart, whole = read_documents([tmp_path])

    assert (whole.text, whole.id, "") == (apart.text, apart.id, apart.note)
    assert ("Zoe\u0308 signed.", "") == (apart.given, whole.given)
    assert (5, 4) == (apart.find_given_offset(4), whole.find_given_offset(4))
    assert ("", "Zoe\u0308 signed.") == (apart.replace(text="Acme.").given, apart.replace(title="Pact").given)


@given(st.text(st.sampled_from("aeé\u0301\u0308\u0323 ñ\uac00\u1100\u1161\u11a8Å\u212bn\n"), max_size=40), st.data())
def test_any_stretch_leads_back_to_the_text_as_given(text, data):
    """Any stretch of a document's text that parts no letter from its accents is found again in the text as given."""
    document = Document(text=text)
    whole = [n for n in range(len(document.text) + 1) if not unicodedata.combining(document.text[n : n + 1] or "a")]
    start, end = sorted((data.draw(st.sampled_from(whole)), data.draw(st.sampled_from(whole))))

    words = text[document.find_given_offset(start) : document.find_given_offset(end)]

    assert unicodedata.normalize("NFC", words) == document.text[start:end]


def test_a_decomposed_text_tells_what_the_composed_one_does():
    """Names and dates are read alike in both spellings, and each quote is literally in the document's text."""
    text = (
        "# Beyoncé in Córdoba\n\nBeyoncé Knowles met José Martí in Córdoba on 3 March 2024. The board of Café Zürich "
        "sold the pier to Zoë Čapek on 12 août 2024.\n\nAngela Müller resigned on 5. März 2024."
    )
    composed = Document(text=text, title="Beyoncé", publisher="El País")
    apart = Document(**{n: unicodedata.normalize("NFD", getattr(composed, n)) for n in ("text", "title", "publisher")})

    tl, same = build_timeline([composed]), build_timeline([apart])

    assert tl.events.equals(same.events)
    assert {"Beyoncé Knowles", "José Martí"} <= {name for names in tl.events["actors"] for name in names}
    for row in same.mentions.itertuples():
        given = apart.given[apart.find_given_offset(row.start_char) : apart.find_given_offset(row.end_char)]
        assert row.quote == apart.text[row.start_char : row.end_char] == unicodedata.normalize("NFC", given)


@pytest.mark.parametrize(
    "data", [b"\x00\x01\x02", b"MZ\x90\x00\x03", bytes(range(32)) * 4, b"\xff\xfeA", b"\xff\xfe\x00\x00A"]
)
def test_what_is_no_text_is_refused(data):
    """Bytes that are no text, or not what their mark announces, are refused with what to do."""
    with pytest.raises(DocumentError, match=r"save it as"):
        decode_text(data)


@given(st.binary(max_size=300))
def test_any_bytes_decode_or_are_refused(data):
    """Any bytes either give a text or a `DocumentError`."""
    try:
        text, note = decode_text(data)
    except DocumentError:
        return
    assert isinstance(text, str)
    assert isinstance(note, str)


def test_folders_are_read_sorted_with_all_below(tmp_path):
    """A folder gives its files in the order of their paths; hidden files, README and licence are left out."""
    _write(tmp_path, b_txt="B.", a__c_md="C.", a__a_txt="A.", README_md="No.", LICENSE="No.", **{".hidden_txt": "No."})
    _write(tmp_path / ".git", x_txt="No.")

    assert ["A.", "C.", "B."] == [d.text for d in read_documents([tmp_path])]


def test_a_file_is_read_once(tmp_path):
    """A file named twice, or by itself and by its folder, is read once; two files of one text share an id."""
    _write(tmp_path, a_txt="Same.", b_txt="Same.")

    documents = read_documents([tmp_path / "b.txt", tmp_path, str(tmp_path / "b.txt")])

    assert ["b.txt", "a.txt"] == [Path(d.path).name for d in documents]
    assert documents[0].id == documents[1].id


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("empty.txt", b"", "empty file"),
        ("blank.txt", b" \n\t\n", "holds no text"),
        ("binary.txt", b"\x7fELF\x00\x01\x02", "binary, not text"),
        ("broken.txt", b"\xff\xfeA", "broken at byte"),
        ("picture.xyz", b"\x89PNG", "'.xyz' is not read"),
        ("noname", b"text", "without a suffix"),
    ],
)
def test_bad_files_come_with_their_problem(tmp_path, name, data, problem):
    """A file that cannot be read gives a document without text that says why, beside the others."""
    (tmp_path / name).write_bytes(data)
    _write(tmp_path, good_txt="Good.")

    by_name = {Path(d.path).name: d for d in read_documents([tmp_path])}

    assert by_name[name].text == ""
    assert problem in by_name[name].problem
    assert "Good." == by_name["good.txt"].text


def test_a_missing_path_and_an_empty_folder_have_a_problem(tmp_path):
    """What is not there, and a folder with nothing to read, say so."""
    (tmp_path / "empty").mkdir()

    missing, empty = read_documents([tmp_path / "no.txt", tmp_path / "empty"])

    assert "no such file" in missing.problem
    assert "nothing to read" in empty.problem
    assert missing.id != empty.id


def test_a_file_that_vanishes_has_a_problem(tmp_path):
    """A file that is gone between being listed and being opened is a line, not an end; progress is told of both."""
    _write(tmp_path, a_txt="A.", b_txt="B.")
    calls = []

    def progress(done, total):
        (tmp_path / "b.txt").unlink(missing_ok=True)
        calls.append((done, total))

    first, second = read_documents([tmp_path], progress=progress)

    assert "A." == first.text
    assert "check that it is still there" in second.problem or "not a regular file" in second.problem
    assert [(1, 2), (2, 2)] == calls


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open everything")
def test_a_locked_file_has_a_problem(tmp_path):
    """A file without permission to read says so."""
    _write(tmp_path, a_txt="A.")
    (tmp_path / "a.txt").chmod(0)

    assert "cannot be opened" in read_documents([tmp_path])[0].problem


def test_files_and_texts_that_are_too_large_are_refused(tmp_path):
    """Beyond the stated limits nothing is read, and the problem names the limit."""
    _write(
        tmp_path,
        big_txt=b"a" * (reading.LARGEST_FILE + 1),
        long_txt="a" * (reading.LONGEST_TEXT + 1),
        torn_txt="a\n" * (reading.MOST_LINES + 1),
    )

    big, long_, torn = read_documents([tmp_path])

    assert ("", "", "") == (big.text, long_.text, torn.text)
    assert "20 MB" in big.problem
    assert "5,000,000 characters" in long_.problem
    assert "200,000 lines" in torn.problem


def test_a_text_that_takes_too_long_is_refused_alone(monkeypatch, tmp_path):
    """What a text says of itself is looked for while the time lasts; the document beside it in its file is read."""
    rows = json.dumps([{"text": "Acme fell.\n" * 5_000}, {"text": "Acme rose."}])
    _write(tmp_path, **{"a.json": rows})
    looks = itertools.count()
    monkeypatch.setattr(timing, "time", SimpleNamespace(thread_time=lambda: next(looks) / 50))  # however fast it is

    slow, quick = read_documents([tmp_path])

    assert "of work to read: split it" in slow.problem
    assert ("", "Acme rose.", None) == (slow.text, quick.text, quick.problem)


@pytest.mark.parametrize(
    "line", ["ab{}", "# A{}...", "Related{} articles", "- By Jo {}. \u201cNo.\u201d", "\u3002A{}\u3002"]
)
def test_the_work_on_a_text_of_very_many_lines_grows_with_their_number(line):
    """Four times the lines take about four times the work, whatever they are: no step compares each with each."""
    seconds = []
    for count in (5_000, 20_000):
        text = "\n".join(line.format(number) for number in range(count))
        start = time.process_time()
        find_furniture(text)
        seconds.append(time.process_time() - start)

    assert seconds[1] < 10 * seconds[0] + 0.2


def test_a_long_text_is_read_in_reasonable_time(tmp_path):
    """The work grows with the length of a text and not with its square: 200,000 characters are a few seconds."""
    _write(tmp_path, long_txt="Related\nThe pier was sold to a group of investors.\nA line cut short...\n" * 3_000)

    start = os.times().user
    [document] = read_documents([tmp_path])

    assert document.problem is None
    assert os.times().user - start < 10


def test_a_given_date_wins(tmp_path):
    """`published` is the date of all documents, over what they say themselves."""
    _write(tmp_path, a_md="---\ndate: 2020-01-01\n---\nIt fell.", b_txt="It rose.")
    day = dt.date(2024, 3, 5)

    assert [(day, "given")] * 2 == [(d.published, d.published_basis) for d in read_documents([tmp_path], published=day)]


def test_no_file_time_is_used(tmp_path):
    """The times of a file say nothing of its text."""
    _write(tmp_path, a_txt="It fell.")
    os.utime(tmp_path / "a.txt", (0, 0))

    assert read_documents([tmp_path])[0].published is None


def test_one_path_need_not_be_in_a_list(tmp_path):
    """A single path, as text or as `Path`, is read like a list of one."""
    _write(tmp_path, a_txt="It fell.")

    assert read_documents(tmp_path) == read_documents([str(tmp_path)]) == read_documents(str(tmp_path))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(name=st.text(max_size=20), data=st.binary(max_size=200), suffix=st.sampled_from(sorted(READERS)))
def test_reading_never_raises(tmp_path, name, data, suffix):
    """Any bytes under any suffix, and any text as a path, give a document: with a text or with a problem."""
    path = tmp_path / f"any{suffix}"
    path.write_bytes(data)

    documents = [*read_documents([path]), *read_documents([f"/nowhere/{name}"])]

    assert len(documents) >= 2
    assert all(bool(d.text) != bool(d.problem) for d in documents)
