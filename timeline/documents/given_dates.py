"""A table of publication dates (path, date) that a reader gives -> the documents it names, with these dates.

A row names its document by path, file name, title or address, whichever fits one document alone.
"""

import dataclasses
import datetime as dt
import io
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePath
from typing import Any

from timeline.documents.column_names import strip_name
from timeline.documents.day_order import drop_questions, settle_order
from timeline.documents.document import Document
from timeline.documents.publication import read_only_day
from timeline.documents.records import read_csv_rows
from timeline.documents.stamps import read_possible_days
from timeline.errors import DocumentError, TimelineError

__all__ = ["GivenDates", "give_dates", "pair_dates", "read_given_dates"]

_NAMES = ("path", "file", "filename", "document", "name", "title", "headline", "url", "link", "id", "documentid")
_DATES = ("published", "date", "publicationdate", "publishdate", "datepublished", "day", "pubdate", "when")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class GivenDates:
    """The dates in a table by what it calls each document, and what in it could not be read."""

    days: Mapping[str, dt.date]
    problems: tuple[str, ...] = ()


def read_given_dates(path: str | Path) -> GivenDates:
    """The dates in a CSV or XLSX file with a column for documents (path, file, title or url) and one for dates.

    Raises
    ------
    DocumentError
        If the file cannot be read, or holds no such columns.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise DocumentError(f"{str(path)!r} cannot be opened ({error.strerror}): check the path") from error
    rows = _read_workbook(data) if PurePath(path).suffix.casefold() == ".xlsx" else read_csv_rows(data)
    if not rows:
        raise DocumentError(f"{str(path)!r} is empty: give a line 'path,date' and a row for each document")
    header, *body = rows
    name, date = _find_columns(header)
    if name is None or date is None:  # no header: the first line is a row like the others
        body, (name, date) = rows, (0, 1)
    return pair_dates([(_take_cell(row, name), _take_cell(row, date)) for row in body])


def pair_dates(pairs: Iterable[tuple[str, object]]) -> GivenDates:
    """The dates in `pairs` of a document's name and its date, in figures read as those that leave no doubt show.

    Examples
    --------
    >>> pair_dates([("a.txt", "03/05/2024"), ("b.txt", "28/04/2024"), ("c.txt", "soon")])
    GivenDates(days={'a.txt': datetime.date(2024, 5, 3), 'b.txt': datetime.date(2024, 4, 28)}, problems=("row 3: ...",))
    """
    pairs = [(name.strip(), date) for name, date in pairs]
    figures = " ".join(str(date) for _, date in pairs)
    days: dict[str, dt.date] = {}
    problems = []
    for number, (name, date) in enumerate(pairs, start=1):
        day = _read_day(date, figures)
        if day and name:
            days[name] = day
        elif str(date).strip() or name:
            problems.append(f"row {number}: {str(date)!r} is no one day for {name!r}; give it as 2025-07-14")
    return GivenDates(days=days, problems=tuple(problems))


def give_dates(documents: Sequence[Document], given: GivenDates) -> tuple[list[Document], list[str]]:
    """`documents` with the dates `given` for them, and a sentence for each row that is none's or several documents'.

    Examples
    --------
    >>> docs = [Document(text="A", path="x/a.txt"), Document(text="B", path="x/b.txt")]
    >>> days = {"a.txt": dt.date(2024, 5, 3), "c.txt": dt.date(2024, 5, 4)}
    >>> dated, problems = give_dates(docs, GivenDates(days=days))
    >>> [str(d.published) for d in dated], problems
    (['2024-05-03', 'None'], ["no document is called 'c.txt'; give its path, file name, title or address"])
    """
    known = _index_by_name(documents)
    days: dict[int, dt.date] = {}
    problems = list(given.problems)
    for name, day in given.days.items():
        places = known.get(_fold_name(name)) or known.get(_fold_name(PurePath(name.replace("\\", "/")).name)) or set()
        if len({documents[place].id for place in places}) == 1:
            days |= dict.fromkeys(places, day)
        elif places:
            problems.append(f"{name!r} names {len(places)} documents; give the path of each")
        else:
            problems.append(f"no document is called {name!r}; give its path, file name, title or address")
    return [
        d.replace(published=days[place], published_basis="given", note=drop_questions(d.note)) if place in days else d
        for place, d in enumerate(documents)
    ], problems


def _index_by_name(documents: Sequence[Document]) -> dict[str, set[int]]:
    """The places of the documents by everything that one can be called; a path counts before a file's name."""
    known: defaultdict[str, set[int]] = defaultdict(set)
    for place, document in enumerate(documents):
        path = PurePath(document.path.replace("\\", "/"))
        names = {document.path, path.name, path.stem, document.title, document.url, document.id}
        for name in filter(None, map(_fold_name, names | {"/".join(path.parts[n:]) for n in range(len(path.parts))})):
            known[name].add(place)
    return known


def _fold_name(name: str) -> str:
    return " ".join(name.replace("\\", "/").casefold().split()).removeprefix("./").rstrip("/")


def _read_day(date: object, figures: str) -> dt.date | None:
    if isinstance(date, dt.date):
        return dt.date(date.year, date.month, date.day)
    words = str(date).strip()
    return settle_order(read_possible_days(words), figures) or read_only_day(words)


def _find_columns(header: Sequence[Any]) -> tuple[int | None, int | None]:
    """The places of the column that names documents and of that with their dates."""
    plain = [strip_name(cell) for cell in header]
    name = next((plain.index(known) for known in _NAMES if known in plain), None)
    date = next((plain.index(known) for known in _DATES if known in plain), None)
    return name, date


def _take_cell(row: Sequence[Any], place: int) -> Any:
    value = row[place] if place < len(row) else ""
    return "" if value is None else value


def _read_workbook(data: bytes) -> list[list[Any]]:
    """The rows of the first sheet of a workbook."""
    import openpyxl  # noqa: PLC0415  only who gives a workbook waits for it

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        rows = [list(row) for row in book.worksheets[0].iter_rows(values_only=True, max_row=20_000, max_col=50)]
    except (TimelineError, OSError, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise DocumentError(f"no workbook that can be read ({error}): save it as .csv") from error
    return [row for row in rows if any(cell not in (None, "") for cell in row)]
