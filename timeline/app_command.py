"""The commands that open the app: for the user of this machine, and for a desk of people."""

import datetime as dt
import json
from pathlib import Path
from urllib.parse import urlsplit

import click

from timeline.arguments import PageAddress, add_slice_options, is_dataset
from timeline.extras import require
from timeline.launch import OWN_MACHINE, serve_app
from timeline.shipped import EXAMPLES, find_shipped
from timeline.workspace_command import check_address

__all__ = ["app", "serve"]


no_login = click.option(
    "--no-login", "asked", flag_value="no", help="Ask nobody who he is, though other machines reach the page."
)


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True), metavar="[PATH]...")
@click.option("--example", type=click.Choice(EXAMPLES), help="Open a ready-made briefing on another affair.")
@click.option("--port", type=click.IntRange(1, 65_535), help="Serve the page on this port (default: 8501).")
@click.option("--host", metavar="ADDRESS", help="Serve the page on this address (default: 127.0.0.1, this machine).")
@no_login
@click.option("--no-browser", is_flag=True, help="Do not open the page in a browser.")
@click.option("--top", type=click.Choice(["10", "30", "100"]), help="Show so many events at first, not the main ones.")
@click.option("--workspace", "address", metavar="ADDRESS", help="Open the workspace in this PostgreSQL database.")
@add_slice_options
@click.pass_context
def app(  # noqa: PLR0913  each is one option of the command
    ctx: click.Context,
    paths: tuple[str, ...],
    example: str | None,
    port: int | None,
    host: str | None,
    *,
    asked: str | None,
    no_browser: bool,
    top: str | None,
    address: str | None,
    first: dt.date | None,
    last: dt.date | None,
    names: tuple[str, ...],
) -> None:
    """Open the app on these documents, workspace or dataset; without PATH on the default briefing."""
    if paths and example:
        raise click.UsageError("give either PATH or --example, not both")
    _check_workspace(address, documents=bool(paths or example))
    _check_login(host or "127.0.0.1", asked)
    paths = _write_slices(paths, first, last, names)
    options = [f"--server.port={port}"] if port else []
    options += [f"--server.address={host}"] if host else []
    options += ["--server.headless=true"] if no_browser else []
    settings = {"TIMELINE_TOP": top, "TIMELINE_WORKSPACE": address, "TIMELINE_LOGIN": asked}
    ctx.exit(serve_app([str(find_shipped(f"examples/{example}"))] if example else paths, options, settings))


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True), metavar="[PATH]...")
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Listen on this address.")
@click.option(
    "--port",
    type=click.IntRange(1, 65_535),
    default=8501,
    envvar="TIMELINE_PORT",
    show_default=True,
    help="Listen on this port.",
)
@click.option(
    "--url",
    type=PageAddress(),
    envvar="TIMELINE_URL",
    help="Where people reach the page, as https://desk.example/timeline: by another name, below a path, by a proxy.",
)
@click.option(
    "--workspace",
    "address",
    envvar="TIMELINE_WORKSPACE",
    metavar="ADDRESS",
    help="Open the workspace in this PostgreSQL database.",
)
@click.option(
    "--owner",
    "owners",
    multiple=True,
    envvar="TIMELINE_OWNERS",
    metavar="E-MAIL",
    help="Who owns what is opened; may be repeated.",
)
@click.option(
    "--user-header",
    envvar="TIMELINE_USER_HEADER",
    metavar="NAME",
    help="A proxy in front says in this header who somebody is (an e-mail address); all have to come through it.",
)
@no_login
@add_slice_options
@click.pass_context
def serve(  # noqa: PLR0913  each is one option of the command
    ctx: click.Context,
    paths: tuple[str, ...],
    *,
    host: str,
    port: int,
    url: str | None,
    address: str | None,
    owners: tuple[str, ...],
    user_header: str | None,
    asked: str | None,
    first: dt.date | None,
    last: dt.date | None,
    names: tuple[str, ...],
) -> None:
    """Serve the app to other machines, on what `timeline app` opens, until it is asked to end.

    Everybody has to log in where others reach the page; the variables TIMELINE_OIDC_ISSUER, TIMELINE_OIDC_CLIENT and
    TIMELINE_OIDC_SECRET name the provider. Others stand in for options: TIMELINE_PORT, TIMELINE_URL, TIMELINE_OWNERS,
    TIMELINE_USER_HEADER and TIMELINE_WORKSPACE.

    /_stcore/health says "ok" while it runs; the lines of its log hold nothing that documents say.
    """
    _check_workspace(address, documents=bool(paths))
    if asked and (owners or user_header):
        raise click.UsageError("--owner and --user-header say who somebody is, which --no-login does not ask")
    _check_login(url or host, asked or user_header)
    options = [f"--server.address={host}", f"--server.port={port}", *_SERVED, *_list_names(url)]
    if user_header:
        options.append(f"--server.trustedUserHeaders={json.dumps({user_header: 'email'})}")
    settings = {
        "TIMELINE_WORKSPACE": address,
        "TIMELINE_URL": url,
        "TIMELINE_OWNERS": " ".join(owners) or None,
        "TIMELINE_USER_HEADER": user_header,
        "TIMELINE_LOGIN": asked,
        "TIMELINE_LOG": "bare",
    }
    ctx.exit(serve_app(_write_slices(paths, first, last, names), options, settings))


def _check_workspace(address: str | None, *, documents: bool) -> None:
    """Nothing, if no shared workspace is asked for, or one that can be opened and nothing beside it."""
    if address and documents:
        raise click.UsageError("give either --workspace or documents; those are opened in the page then")
    if address:
        check_address(address)


def _check_login(where: str, otherwise: str | None) -> None:
    """Nothing, if what a login takes is installed, or none is needed."""
    if where not in OWN_MACHINE and not otherwise:
        require("the login of a server that others reach", "team", "authlib", "httpx2")


_SERVED = ("--server.headless=true", "--logger.enableRich=false")
"""Streamlit's options of a server that nobody sits at."""


def _list_names(url: str | None) -> list[str]:
    """Streamlit's options for a page that people reach at `url`: no other name leads to it."""
    if not url:
        return []
    parts = urlsplit(url)
    return [
        f"--browser.serverAddress={parts.hostname}",
        f"--browser.serverPort={parts.port or (443 if parts.scheme == 'https' else 80)}",
        f"--server.allowedHosts={parts.hostname}",
        f"--server.baseUrlPath={parts.path.strip('/')}",
    ]


def _write_slices(
    paths: tuple[str, ...], first: dt.date | None, last: dt.date | None, names: tuple[str, ...]
) -> tuple[str, ...]:
    """`paths`, in place of a dataset among them a file with what is asked of it."""
    if not any(is_dataset(path) for path in paths):
        if first or last or names:
            raise click.UsageError("--from, --to and --actor take a dataset; of other briefings the page has filters")
        return paths
    # Opening documents waits for nothing, a dataset for what reads it.
    from timeline.dataset import Slice  # noqa: PLC0415
    from timeline.slices import MOST_SHOWN, write_slice  # noqa: PLC0415

    asked = Slice(first=first, last=last, actors=names, most=MOST_SHOWN)
    return tuple(str(write_slice(Path(path), asked)) if is_dataset(path) else path for path in paths)
