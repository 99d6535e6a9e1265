"""Text is measured as browsers draw it, wrapped to fit, and cut only when 24 characters have been shown."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.layout import clean_text, describe_date_in_full, measure_text, wrap


@given(st.text(max_size=300), st.sampled_from([80.0, 150.0, 260.0]), st.integers(1, 3))
def test_lines_fit_or_show_24_characters(text, width, lines):
    """No line is wider than asked, unless it has to be to show 24 characters before an ellipsis."""
    wrapped = wrap(text, 13, width, lines)
    assert len(wrapped) <= lines
    shown = sum(len(line.replace(" ", "")) for line in wrapped)
    for line in wrapped:
        assert measure_text(line, 13) <= width + 0.01 or len(line) == 1 or shown <= 26


@given(st.text(max_size=300))
def test_nothing_is_cut_before_24_characters(text):
    """A wrapped title is whole, or its first 24 visible characters are there and it ends in an ellipsis."""
    whole = clean_text(text).replace(" ", "")
    shown = "".join(wrap(text, 13, 120)).replace(" ", "")
    if shown != whole:
        assert shown.endswith("…")
        assert len(shown) >= 25
        assert whole.startswith(shown[:-1])


@given(st.text(), st.text())
def test_longer_text_is_never_narrower(one, other):
    """Widths add up, so a longer text cannot take less room."""
    assert measure_text(one + other, 13) == pytest.approx(measure_text(one, 13) + measure_text(other, 13))


@given(st.text())
def test_cleaned_text_is_one_line_without_tricks(text):
    """No control, line break or direction override reaches a label; cleaning twice changes nothing."""
    cleaned = clean_text(text)
    assert not set(cleaned) & set("\n\r\t\x00\u202e\u202d\u2066\u2067\u2068\u200e\u200f")
    assert clean_text(cleaned) == cleaned


# Lines as Chromium draws them at 13 pixels: Latin in Liberation Sans, CJK and Arabic in the fallback fonts of Debian.
@pytest.mark.parametrize(
    ("text", "drawn", "most"),
    [
        ("Trump administration unveiled its AI Action Plan", 274.1, 1.05),
        ("Überraschung in São Paulo: Čeština čeká", 242.1, 1.05),
        ("Ελληνικά Москва", 100.9, 1.05),
        ("政府批准出口禁令", 104.0, 1.05),
        ("الحكومة توافق على حظر التصدير", 179.4, 1.2),
        ("🙂👍🏽 emoji", 49.0, 1.8),
    ],
)
def test_widths_are_those_of_a_browser(text, drawn, most):
    """Measured widths are no less than what a browser draws, and not much more."""
    assert drawn <= measure_text(text, 13) <= drawn * most


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"start": dt.date(2025, 7, 14), "end": dt.date(2025, 7, 14)}, "14 July 2025"),
        ({"start": dt.date(2025, 7, 11), "end": dt.date(2025, 7, 20), "precision": "part"}, "mid-July 2025"),
        ({"start": dt.date(2024, 2, 21), "end": dt.date(2024, 2, 29), "precision": "part"}, "late February 2024"),
        ({"start": dt.date(2025, 4, 1), "end": dt.date(2025, 6, 30), "precision": "quarter"}, "Q2 2025"),
        ({"start": dt.date(1990, 1, 1), "end": dt.date(1999, 12, 31), "precision": "decade"}, "1990s"),
        ({"start": dt.date(2025, 8, 4), "end": dt.date(2025, 8, 10), "precision": "week"}, "week of 4 August 2025"),
        ({"start": dt.date(2022, 1, 1), "end": None, "span": "period", "precision": "year"}, "since 2022"),
        ({"start": None, "end": dt.date(2025, 3, 3), "span": "period"}, "until 3 March 2025"),
        (
            {"start": dt.date(2024, 12, 30), "end": dt.date(2025, 1, 2), "span": "period"},
            "30 December 2024 – 2 January 2025",
        ),
        (
            {"start": dt.date(2023, 10, 11), "end": dt.date(2023, 11, 10), "edtf": "[2023-10-11,2023-11-10]"},
            "11 October 2023 or 10 November 2023",
        ),
        (
            {"start": dt.date(2025, 8, 13), "end": dt.date(2025, 8, 13), "date_basis": "published"},
            "13 August 2025 (assumed: the day of publication)",
        ),
        ({"start": None, "end": None, "precision": "undated", "date_basis": "none"}, "undated"),
        ({"start": dt.date(44, 3, 15), "end": dt.date(44, 3, 15)}, "15 March 44"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_date_says_no_more_than_is_known(cells, words):
    """Dates in words keep to the precision of the table and say what is assumed."""
    plain = {"edtf": "", "precision": "day", "span": "point", "date_basis": "explicit"}
    assert describe_date_in_full(plain | cells) == words
