"""What the server does besides Streamlit's own: headers, and the browser it opens."""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
import streamlit as st
from starlette.datastructures import Headers

from timeline.screen import GUARDED, KEPT, MARKED, opens_browser


def run(work):
    """What an asynchronous call gives: in a thread of its own, since a browser may have a loop in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work()).result()


def lifetime(path):
    """What the browser is told of keeping `path`, where the server itself says “public”."""
    path, _, query = path.partition("?")
    sent = []

    async def server(scope, receive, send):
        status = 404 if "gone" in path else 200
        await send({"type": "http.response.start", "status": status, "headers": [(b"cache-control", b"public")]})

    async def send(message):
        sent.append(message)

    scope = {"type": "http", "path": path, "query_string": query.encode()}
    run(lambda: KEPT.cls(server, **KEPT.kwargs)(scope, None, send))
    return Headers(raw=sent[0]["headers"])["cache-control"]


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("/component/plotly_js/plotly.min.js?v=7.1.0", True),
        ("/base/component/plotly_js/plotly.min.js?v=7.1.0", True),
        ("/component/plotly_js/plotly.min.js", False),
        ("/component/gone.js?v=7.1.0", False),
        ("/page?v=7.1.0", False),
    ],
)
def test_only_what_carries_its_version_is_kept(path, kept):
    """A file without one may change under its name, and an error is not worth keeping."""
    assert lifetime(path) == ("public, immutable, max-age=31536000" if kept else "public")


@pytest.mark.parametrize(
    ("options", "address"),
    [
        ({"server.headless": True}, None),
        ({}, "http://localhost:8501/"),
        ({"server.address": "127.0.0.1", "server.port": 9000}, "http://127.0.0.1:9000/"),
        ({"server.address": "0.0.0.0"}, "http://localhost:8501/"),
        ({"server.address": "10.0.0.7", "browser.serverAddress": "news.example"}, "http://news.example:8501/"),
        ({"server.baseUrlPath": "/briefing/", "server.sslCertFile": "a.pem"}, "https://localhost:8501/briefing"),
    ],
)
def test_the_page_opens_in_a_browser(monkeypatch, options, address):
    """At the address the server is reached at, unless it runs where nobody looks."""
    settings = {"server.headless": False, "server.port": 8501, "server.baseUrlPath": "", "server.address": None}
    settings |= {"server.sslCertFile": None, "browser.serverAddress": "localhost"} | options
    opened, done = [], threading.Event()
    monkeypatch.setattr(st, "get_option", settings.__getitem__)
    monkeypatch.setattr("webbrowser.open", lambda url: (opened.append(url), done.set()))

    async def serve():
        async with opens_browser(None):
            if address:
                await asyncio.to_thread(done.wait, 10)

    run(serve)
    assert opened == ([address] if address else [])


def sent_by(middleware, path="/", **headers):
    """The headers that a browser gets for `path`, which it asks for with `headers`."""
    sent = []

    async def server(scope, receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def send(message):
        sent.append(message)

    given = [(name.encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "path": path, "query_string": b"", "headers": given}
    run(lambda: middleware.cls(server, **middleware.kwargs)(scope, None, send))
    return Headers(raw=sent[0]["headers"])


def test_no_other_page_frames_this_one_and_nothing_comes_from_elsewhere():
    """Every answer says so, whatever was asked for."""
    policy = sent_by(GUARDED, "/any/file.js")
    assert "frame-ancestors 'none'" in policy["content-security-policy"]
    assert "http" not in policy["content-security-policy"]
    assert policy["x-frame-options"] == "DENY"
    assert policy["x-content-type-options"] == "nosniff"


def test_a_browser_gets_its_mark_once():
    """With its first page, unguessable, out of reach of scripts and other sites; not with files, and not again."""
    first = sent_by(MARKED, accept="text/html")["set-cookie"]
    assert first != sent_by(MARKED, accept="text/html")["set-cookie"]
    assert "HttpOnly" in first
    assert "SameSite=Strict" in first
    assert "set-cookie" not in sent_by(MARKED, accept="*/*")
    assert "set-cookie" not in sent_by(MARKED, accept="text/html", cookie=first.partition(";")[0])
