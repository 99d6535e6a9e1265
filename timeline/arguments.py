"""What the commands take: types of values that are checked before any work is done, and options that several share."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click

from timeline.errors import DateError, FormatError, ModelError

__all__ = [
    "ClusterName",
    "Day",
    "FinderName",
    "PageAddress",
    "Suffix",
    "add_out_options",
    "add_scope_options",
    "add_slice_options",
    "add_work_options",
    "is_dataset",
    "published_day",
    "published_table",
]

# The parts of the road are imported where a value needs them: finding dates waits for no tables.
# ruff: noqa: PLC0415


def is_dataset(path: str) -> bool:
    """Whether `path` names a dataset, be it there or not.

    Examples
    --------
    >>> is_dataset("archive.dataset"), is_dataset("archive.dataset/"), is_dataset("archive.csv")
    (True, True, False)
    """
    return Path(path).suffix.casefold() == ".dataset"


class Day(click.ParamType[dt.date]):
    """A day, written as people do: 2025-07-14, 14 July 2025."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """The day that `value` names."""
        from timeline.dates.typed import read_days

        try:
            days = read_days(value)
        except DateError as error:
            self.fail(str(error), param, ctx)
        if days.first is None or days.first != days.last:
            self.fail(f"{value!r} is not one day; give it as 2025-07-14", param, ctx)
        return days.first


class Suffix(click.ParamType[str]):
    """A format's suffix, checked before any work is done."""

    name = "format"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """`value` as a suffix that exists."""
        from timeline.formats.lookup import find_format

        try:
            return find_format(value).suffix
        except FormatError as error:
            self.fail(str(error), param, ctx)


class FinderName(click.ParamType[str]):
    """A name finder as spacy:MODEL."""

    name = "finder"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """`value`, if it has that form."""
        from timeline.actors import read_model_name

        try:
            read_model_name(value)
        except ModelError as error:
            self.fail(str(error), param, ctx)
        return str(value)


class ClusterName(click.ParamType[str]):
    """Where work is done: dask, or a scheduler's address."""

    name = "place"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """`value`, if it names a cluster."""
        from timeline.cluster import LOCAL, is_cluster

        if not is_cluster(value):
            self.fail(f"{value!r} is no cluster; give {LOCAL}, or a scheduler as tcp://HOST:PORT", param, ctx)
        return str(value)


class PageAddress(click.ParamType[str]):
    """The address at which people reach the page: https://desk.example/timeline."""

    name = "address"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """`value`, if it names a server and at most a path on it."""
        try:
            parts = urlsplit(value)
            whole = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
        except ValueError:  # a port that is no number, brackets that do not close
            whole = False
        if not whole or parts.query or parts.fragment or parts.username is not None:
            self.fail(f"{value!r} is no address of a page; give it as https://desk.example/timeline", param, ctx)
        return str(value).rstrip("/")


def add_scope_options(command: Callable[..., None]) -> Callable[..., None]:
    """Which events are meant."""
    for option in (
        click.option("--accepted", "scope", flag_value="accepted", help="Write only events a user accepted or edited."),
        click.option("--all", "scope", flag_value="all", help="Write all events, not the main ones alone."),
        click.option(
            "--top",
            type=click.IntRange(min=1),
            metavar="N",
            help="Write the N most important events, of all or of those that --accepted leaves.",
        ),
    ):
        command = option(command)
    return command


def add_out_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options every command that writes a timeline has."""
    for option in (
        add_scope_options,
        click.option(
            "--for",
            "purpose",
            type=click.Choice(["slide", "deck", "handout", "data"]),
            help="Write what serves for this: one slide, a deck (.pptx), a handout (.docx) or the data (.xlsx).",
        ),
        click.option("--format", "suffix", type=Suffix(), help="The format, where the name of OUT does not say it."),
        click.option("-o", "--out", required=True, metavar="OUT", help="The file to write, or - for stdout (as CSV)."),
    ):
        command = option(command)
    return command


def add_slice_options(command: Callable[..., None]) -> Callable[..., None]:
    """Which stretch of a table or dataset is meant."""
    for option in (
        click.option("--actor", "names", multiple=True, metavar="NAME", help="Only events of NAME; may be repeated."),
        click.option("--to", "last", type=Day(), metavar="DATE", help="Only events that can lie before or on DATE."),
        click.option("--from", "first", type=Day(), metavar="DATE", help="Only events that can lie on or after DATE."),
    ):
        command = option(command)
    return command


published_day = click.option(
    "--published", type=Day(), metavar="DATE", help="The publication date (2025-08-14) of documents that name none."
)
published_table = click.option(
    "--published-table",
    "dates_table",
    metavar="CSV",
    help="A table (path, date) of publication dates; a file's name, a title or an address will do for a path.",
)


def add_work_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options every command that reads many documents has."""
    for option in (
        click.option(
            "--web",
            is_flag=True,
            help="Fetch the web addresses (https://…) among PATH; without it nothing asks the network.",
        ),
        click.option("--no-cache", is_flag=True, help="Read everything anew, and keep nothing of it."),
        click.option(
            "--jobs",
            type=click.IntRange(min=1),
            default=1,
            show_default=True,
            metavar="N",
            help="How many processes work at the same time.",
        ),
    ):
        command = option(command)
    return command
