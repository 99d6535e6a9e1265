"""The whole matrix of slides: 5 to 200 events, three lengths of titles, no template, a plain and a dark, wide one."""

import runpy
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.bench

SLIDES = runpy.run_path(str(Path(__file__).parents[1] / "test_formats_slides.py"))
MATRIX = [
    (count, title, kind)
    for count in (5, 12, 15, 40, 200)
    for title in SLIDES["TITLES"]
    for kind in (None, "plain", "dark", "narrow")
]


@pytest.mark.parametrize(("count", "title", "template"), MATRIX)
def test_no_text_of_any_slide_meets_another_or_leaves_it(count, title, template):
    """The rule that `make test` holds a sample to, for every count, length of titles and template."""
    before = time.process_time()
    SLIDES["test_no_text_of_a_slide_meets_another_or_leaves_it"](count, title, template)
    print(f"slides: {count} events, {title} titles, {template or 'no template'}: {time.process_time() - before:.1f} s")
