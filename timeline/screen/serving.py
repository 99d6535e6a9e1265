"""What the server does besides Streamlit's own: headers for safety and caches, the typeface, a browser at the start."""

import asyncio
import contextlib
import secrets
import webbrowser
from collections.abc import AsyncIterator, Callable
from typing import Any, Final

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from timeline.screen.logs import keep_bare_log
from timeline.typeface import FOLDER

__all__ = ["BROWSER", "GUARDED", "KEPT", "MARKED", "TYPEFACE", "opens_browser"]

_LIFETIME: Final = "public, immutable, max-age=31536000"


class _AddHeaders:
    """Lets `add` change the headers of every answer to a request over HTTP as it begins."""

    def __init__(self, app: ASGIApp, add: Callable[[Scope, Message], None]) -> None:
        self.app, self.add = app, add

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_more(message: Message) -> None:
            if message["type"] == "http.response.start":
                self.add(scope, message)
            await send(message)

        await self.app(scope, receive, send_more if scope["type"] == "http" else send)


def _keep_versions(scope: Scope, message: Message) -> None:
    """Say of a component's or typeface's file whose address carries its version that it is good for a year.

    Streamlit says nothing of the kind, so browsers would fetch the 1.5 MB of plotly.js anew with every page, and, what
    takes them longer, compile it anew: they keep compiled only what they may keep.
    """
    if message["status"] == 200 and _has_version(scope):
        MutableHeaders(scope=message)["Cache-Control"] = _LIFETIME


def _has_version(scope: Scope) -> bool:
    return scope["query_string"].startswith(b"v=") and _is_ours(scope["path"])


def _is_ours(path: str) -> bool:
    return "/component/" in path or "/typeface/" in path


KEPT: Final = Middleware(_AddHeaders, add=_keep_versions)
"""For the `middleware` of `st.App`."""


def _mount_typeface() -> Mount:
    """The typeface's files where the page looks for them, below the path that a proxy gives the page."""
    base = st.get_option("server.baseUrlPath").strip("/")
    return Mount(f"/{base}/typeface" if base else "/typeface", StaticFiles(directory=FOLDER))


TYPEFACE: Final = _mount_typeface()
"""For the `routes` of `st.App`: the files that `.streamlit/config.toml` names."""


_GUARDS: Final = {
    # Scripts, styles, pictures and connections from this server alone: Streamlit needs inline scripts and `eval`. No
    # other site may show the page in a frame, nor is a form sent elsewhere.
    "Content-Security-Policy": (
        "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; object-src 'none'; base-uri 'self'; "
        "form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Frame-Options": "DENY",  # the same for browsers that know no frame-ancestors
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",  # a source's link does not tell which briefing it was opened from
}
"""Source: the OWASP Secure Headers Project, as far as Streamlit's page allows it."""


def _guard_page(_scope: Scope, message: Message) -> None:
    """Say with everything the server sends that the page loads nothing from elsewhere and stands in nobody's frame."""
    MutableHeaders(scope=message).update(_GUARDS)


GUARDED: Final = Middleware(_AddHeaders, add=_guard_page)
"""For the `middleware` of `st.App`, before all others."""


BROWSER: Final = "timeline_browser"
"""The cookie with the mark of a browser: who has it sees the workspaces that were made with it."""


def _mark_browser(scope: Scope, message: Message) -> None:
    """Give each browser that opens the page a mark that nobody can guess, so that its workspaces are its own.

    Scripts cannot read it, and no other site can send it along.
    """
    if _opens_page(Headers(scope=scope)):
        cookie = f"{BROWSER}={secrets.token_hex(16)}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Strict"
        MutableHeaders(scope=message).append("Set-Cookie", cookie)


def _opens_page(headers: Headers) -> bool:
    """Whether a browser without a mark asks for a page, not for a file of it."""
    return "text/html" in headers.get("accept", "") and f"{BROWSER}=" not in headers.get("cookie", "")


MARKED: Final = Middleware(_AddHeaders, add=_mark_browser)
"""For the `middleware` of `st.App`."""


@contextlib.asynccontextmanager
async def opens_browser(_app: st.App) -> AsyncIterator[dict[str, Any] | None]:
    """For the `lifespan` of `st.App`: open the page in the user's browser, as `streamlit run` does with a script.

    Not where there is no display, or ``--server.headless`` says so. Where many use the server, its log is kept bare.
    """
    keep_bare_log()
    if not st.get_option("server.headless"):
        asyncio.get_running_loop().run_in_executor(None, webbrowser.open, _find_address())
    yield None


def _find_address() -> str:
    """Where the page is; an address given by hand is the one the browser is sent to, too."""
    host = st.get_option("browser.serverAddress")
    if host == "localhost" and st.get_option("server.address") not in (None, "0.0.0.0", "::"):  # noqa: S104
        host = st.get_option("server.address")
    scheme = "https" if st.get_option("server.sslCertFile") else "http"
    base = st.get_option("server.baseUrlPath").strip("/")
    return f"{scheme}://{host}:{st.get_option('server.port')}/{base}"
