"""Every member of every closed set goes the whole road: table, layout, figure, files and screen."""

import ast
import json
import runpy
from enum import StrEnum
from pathlib import Path

import pandas as pd
import pytest
from make import lay

from timeline import draw
from timeline.figure.decor import draw_shapes
from timeline.figure.theme import find_theme
from timeline.formats import export, read_table
from timeline.layout.words import describe_events
from timeline.screen.view.event_list import list_months, sort_for_reading
from timeline.screen.view.event_panel import tell_event
from timeline.table import validate
from timeline.vocabulary import Basis, Extent, Kind, Precision, PublishedBasis, Review, Shape, Status

ROOT = Path(__file__).parents[1]
COLUMNS: dict[str, type[StrEnum]] = {
    "status": Status,
    "date_basis": Basis,
    "precision": Precision,
    "span": Extent,
    "review": Review,
    "kind": Kind,
}
WRITTEN = (".csv", ".xlsx", ".json", ".parquet", ".md", ".html", ".ics", ".docx", ".pptx", ".timelinejs.json", ".mw")

_NAMES = ("Globex", *(f"Firm {number}" for number in range(60)))


def timeline_with(column: str, *members: str):
    """One event told plainly, and for each of `members` one whose `column` holds it."""
    days = {"start": "2025-07-01", "end": "2025-07-31"}
    others = ({"title": f"Acme bribed {name}", **days, column: it} for name, it in zip(_NAMES, members, strict=False))
    return read_table(pd.DataFrame([{"title": "Acme sued Globex", "start": "2025-07-14"}, *others]))


@pytest.mark.parametrize(("column", "members"), COLUMNS.items())
def test_every_member_is_told_in_full(column, members, tmp_path):
    """A member passes the table's checks, is drawn in every view, said on the screen and written to every file."""
    made = timeline_with(column, *members)
    validate(made)
    assert {*members} <= {*made.events[column]}
    assert describe_events(made.events)
    for view in ("story", "lanes", "flags", "density"):
        assert draw(made, view).data
    months = list_months(sort_for_reading(made.events), {}, {})
    assert sum(len(month["rows"]) for month in months) == 1 + len(members)
    assert all(tell_event(made, event_id, {}) for event_id in made.events["event_id"])
    for suffix in WRITTEN:
        export(made, tmp_path / f"made{suffix}", scope="all")
    assert {*members} - {Review.HIDDEN} <= {*read_table(tmp_path / "made.json").events[column]}


@pytest.mark.parametrize("status", [status for status in Status if status not in {Status.HAPPENED, Status.ONGOING}])
def test_what_is_no_plain_fact_does_not_look_like_one(status, tmp_path):
    """Its mark, the legend, the words for those who do not see it, the list and the files all say so."""
    made = timeline_with("status", status)
    layout = lay(made.events, view="story")
    plain, marked = (next(m for m in layout.marks if m.event_id == id_) for id_ in _ids(made))
    assert (plain.shape, marked.shape) == (Shape.DOT, status.shape)
    [entry] = [entry for entry in layout.legend if entry.sample == status.shape]
    assert entry.text == status.shape.meaning
    assert f"({status.aside})" in describe_events(made.events)
    assert status.words in str(list_months(made.events, {}, {}))
    for suffix in (".md", ".html"):
        export(made, tmp_path / f"made{suffix}", scope="all")
        assert str(status) in (tmp_path / f"made{suffix}").read_text("utf-8")


def _ids(made) -> list[str]:
    return [made.events.set_index("title")["event_id"][t] for t in ("Acme sued Globex", "Acme bribed Globex")]


def test_every_shape_has_a_drawing_of_its_own():
    """No two shapes share a symbol on the chart, a sample in the legend or a form on a slide."""
    from timeline.figure.signs import SYMBOLS
    from timeline.formats.slides.chart import SITES
    from timeline.formats.slides.shapes import FORMS

    assert len({SYMBOLS[shape] for shape in Shape}) == len(Shape)
    assert all(shape in FORMS and shape in SITES for shape in Shape)
    samples = {}
    for status in Status:
        layout = lay(timeline_with("status", status).events, view="story")
        samples[status.shape] = json.dumps(draw_shapes(layout, find_theme("light")))
    assert len(set(samples.values())) == len(Shape)


def test_the_schema_holds_the_sets():
    """`data/timeline.schema.json` is what `tools/write_schema.py` writes."""
    tool = runpy.run_path(str(ROOT / "tools" / "write_schema.py"))
    written = tool["SCHEMA"].read_text("utf-8")
    assert json.dumps(tool["schema_with_sets"](json.loads(written)), indent=2, ensure_ascii=False) + "\n" == written


def test_the_kinds_of_the_extractor_are_known():
    """Whatever kind a verb gives is in the list that the screen offers."""
    from timeline.events.words.kinds import OF_VERB

    assert set(OF_VERB.values()) <= set(Kind)


def test_every_published_basis_is_said():
    """Only an inferred date is called so; the others need no remark."""
    from timeline.screen.words import describe_publication

    said = {
        b: describe_publication({"published": pd.Timestamp(2025, 7, 15), "published_basis": b}) for b in PublishedBasis
    }
    assert [basis for basis, words in said.items() if "inferred" in words] == [PublishedBasis.INFERRED]


ROOMS = ("layout", "figure", "formats", "screen", "store", "table")
RARE = {*Status, *Basis} - {
    "none",
    "published",
    "relative",
    "planned",
    "possible",
    "denied",
    "alleged",
    "manual",
    "bounded",
}
"""Members that are no everyday words, so that a string that holds one is sure to mean it."""


@pytest.mark.parametrize("room", ROOMS)
def test_no_module_repeats_a_member_as_a_string(room):
    """What a member means stands in `timeline.vocabulary` alone."""
    found = [
        f"{path.relative_to(ROOT)}:{line}: {word}"
        for path in (ROOT / "timeline" / room).rglob("*.py")
        for line, word in _strings(path)
        if word in RARE
    ]
    assert not found


def _strings(path: Path) -> list[tuple[int, str]]:
    tree = ast.parse(path.read_text("utf-8"))
    return [(n.lineno, n.value) for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
