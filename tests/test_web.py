"""Web addresses: fetched only where asked for, within limits, from public machines alone, also after a redirect."""

import contextlib
import gzip
import http.server
import socket
import threading
import time

import pytest

from timeline import web
from timeline.documents import read_addresses, read_documents
from timeline.errors import DocumentError
from timeline.web import Fetcher

PAGE = (
    b"<html lang=en><head><title>Pier sold</title><meta property='article:published_time' content='2024-05-03'></head>"
    b"<body><article><h1>Pier sold</h1><p>" + b"The board sold the northern pier to investors on Monday. " * 4 + b"</p>"
    b"</article></body></html>"
)
PRIVATE = [
    *("127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1"),
    *("255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "::ffff:127.0.0.1", "64:ff9b::a00:1", "2002:a00:1::"),
]


class _Site(http.server.BaseHTTPRequestHandler):
    """What the site of the tests answers; what it is asked for is kept."""

    asked: list[str] = []  # noqa: RUF012

    def do_GET(self):
        self.asked.append(self.path)
        with contextlib.suppress(OSError):  # a reader that has had enough
            getattr(self, f"_{self.path.strip('/').partition('?')[0].replace('.', '_')}", self._missing)()

    def _send(self, data=PAGE, kind="text/html", status=200, **headers):
        self.send_response(status)
        for name, value in {"Content-Type": kind, **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def _page(self):
        self._send()

    def _robots_txt(self):
        self._send(b"User-agent: *\nDisallow: /closed\n", "text/plain")

    def _closed(self):
        self._send()

    def _moved(self):
        self._send(b"", status=302, Location="/page")

    def _round(self):
        self._send(b"", status=302, Location="/round")

    def _inside(self):
        self._send(b"", status=302, Location="http://169.254.169.254/latest")

    def _file(self):
        self._send(b"", status=302, Location="file:///etc/passwd")

    def _latin(self):
        self._send("Zoë sold the pier on 3 May 2024.".encode("latin-1"), "text/plain; charset=iso-8859-1")

    def _packed(self):
        self._send(gzip.compress(PAGE), Content_Encoding="gzip")

    def _bomb(self):
        self._send(gzip.compress(b" " * 3_000_000), Content_Encoding="gzip")

    def _picture(self):
        self._send(b"\x89PNG", "image/png")

    def _slow(self):
        self._send(b"<html>")
        for _ in range(100):
            time.sleep(0.1)
            self.wfile.write(b" ")

    def _missing(self):
        self._send(b"none", status=404)

    def log_message(self, *args):
        pass


@pytest.fixture(scope="module")
def site():
    """The address of a site on this machine, and what may fetch from it."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port = server.server_address[1]
    yield f"http://127.0.0.1:{port}", Fetcher(local=[("127.0.0.1", port)])
    server.shutdown()
    server.server_close()


def _problem(site, path):
    [document] = read_addresses([f"{site[0]}{path}"], fetcher=site[1])
    return document.problem


@pytest.mark.parametrize("path", ["/page", "/moved", "/packed"])
def test_a_page_is_a_document_with_its_address_and_the_day_it_was_fetched(site, path):
    """Its own day is that of publication; the day it was fetched stands in its note and dates nothing."""
    [document] = read_addresses([f"{site[0]}{path}"], fetcher=site[1])

    assert ("Pier sold", "2024-05-03", None) == (document.title, str(document.published), document.problem)
    assert (f"{site[0]}{path}", f"{site[0]}/{path.strip('/').replace('moved', 'page')}") == (
        document.path,
        document.url,
    )
    assert f"fetched from {document.url} on 20" in document.note


def test_what_a_site_names_its_encoding_is_believed(site):
    """A text that says nothing of it itself is decoded as the site says."""
    assert "Zoë" in read_addresses([f"{site[0]}/latin"], fetcher=site[1])[0].text


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/closed", "asks programs not to read it"),
        ("/round", "leads on more than 5 times"),
        ("/inside", "which is not public"),
        ("/file", "neither http:// nor https://"),
        ("/none", "answers 404"),
        ("/picture", "'.png' is not read: a picture"),
    ],
)
def test_what_cannot_be_had_is_a_problem(site, path, said):
    """Each refusal says why, and the others are read."""
    assert said in _problem(site, path)


@pytest.mark.parametrize("address", PRIVATE)
def test_no_address_of_this_network_is_asked(address, monkeypatch):
    """Loopback, link-local, private and other addresses that are not the open web's, however a name leads to them."""
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda *_, **__: [(0, 0, 0, "", ("93.184.215.14", 80)), (0, 0, 0, "", (address, 80))]
    )
    monkeypatch.setattr(socket, "create_connection", lambda *_, **__: pytest.fail("it connected"))
    with pytest.raises(DocumentError, match="not public"):
        Fetcher().fetch("http://gazette.example/1")


def test_the_connection_goes_to_the_address_that_was_checked(site, monkeypatch):
    """A name that stands for another machine the second time it is asked leads nowhere else: it is asked once."""
    looked = []
    real = socket.getaddrinfo

    def look(host, *args, **kwargs):
        looked.append(host)
        return real("127.0.0.1" if host == "gazette.example" else host, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", look)
    port = site[0].rpartition(":")[2]
    page = Fetcher(local=[("127.0.0.1", int(port))]).fetch(f"http://gazette.example:{port}/page")

    assert PAGE == page.data
    assert ["gazette.example"] * 2 == [
        host for host in looked if host == "gazette.example"
    ]  # robots.txt, then the page


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("ftp://gazette.example/1", "neither http"),
        ("https://user:secret@gazette.example/", "name and password"),
        ("http://gazette.example:22/", "port 22"),
        ("http://[::1/", "no web address"),
        ("http://gazette.example/\r\nX: y", "no web address"),
        ("http://" + "a" * 3_000, "no web address"),
    ],
)
def test_addresses_that_are_never_asked(address, said):
    """What is no plain web address is refused before anything is looked up."""
    with pytest.raises(DocumentError, match=said):
        Fetcher().fetch(address)


def test_size_and_time_are_bounded(site, monkeypatch):
    """A page that unpacks to more, or that trickles in byte by byte, ends in a refusal."""
    monkeypatch.setattr(web, "LARGEST_PAGE", 1_000_000)
    assert "larger than 1 MB" in _problem(site, "/bomb")
    monkeypatch.setattr(web, "LONGEST_FETCH", 1.0)
    began = time.monotonic()
    assert _problem(site, "/slow")
    assert time.monotonic() - began < 5


def test_nothing_is_fetched_unless_asked_for(monkeypatch):
    """An address among paths is a problem that says so, and no name is looked up."""
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: pytest.fail("it asked the network"))
    [document] = read_documents("https://gazette.example/1")

    assert "nothing is fetched unless asked for" in document.problem
