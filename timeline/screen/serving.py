"""What the server does besides Streamlit's own: it lets browsers keep plotly.js, and opens one when it starts."""

import asyncio
import contextlib
import webbrowser
from collections.abc import AsyncIterator
from typing import Any, Final

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["KEPT", "opens_browser"]

_LIFETIME: Final = "public, immutable, max-age=31536000"


class _KeepVersions:
    """Says of a component's file whose address carries its version that it is good for a year.

    Streamlit says nothing of the kind, so browsers would fetch the 1.5 MB of plotly.js anew with every page, and, what
    takes them longer, compile it anew: they keep compiled only what they may keep.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_kept(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                MutableHeaders(scope=message)["Cache-Control"] = _LIFETIME
            await send(message)

        await self.app(scope, receive, send_kept if _has_version(scope) else send)


def _has_version(scope: Scope) -> bool:
    return scope["type"] == "http" and "/component/" in scope["path"] and scope["query_string"].startswith(b"v=")


KEPT: Final = Middleware(_KeepVersions)
"""For the `middleware` of `st.App`."""


@contextlib.asynccontextmanager
async def opens_browser(_app: st.App) -> AsyncIterator[dict[str, Any] | None]:
    """For the `lifespan` of `st.App`: open the page in the user's browser, as `streamlit run` does with a script.

    Not where there is no display, or ``--server.headless`` says so.
    """
    if not st.get_option("server.headless"):
        asyncio.get_running_loop().run_in_executor(None, webbrowser.open, _address())
    yield None


def _address() -> str:
    """Where the page is; an address given by hand is the one the browser is sent to, too."""
    host = st.get_option("browser.serverAddress")
    if host == "localhost" and st.get_option("server.address") not in (None, "0.0.0.0", "::"):  # noqa: S104
        host = st.get_option("server.address")
    scheme = "https" if st.get_option("server.sslCertFile") else "http"
    base = st.get_option("server.baseUrlPath").strip("/")
    return f"{scheme}://{host}:{st.get_option('server.port')}/{base}"
