"""A web address -> what stands there: only where a user asks for it, within limits, and from public machines alone.

Every name is looked up once, every address that it stands for is checked, and the connection goes to a checked one and
no other, after each redirect anew: so no page can lead to this machine or to one of its network. What a site asks of
programs (robots.txt) is respected. Nothing else of the package asks the network.
"""

import contextlib
import dataclasses
import datetime as dt
import functools
import gzip
import http.client
import io
import ipaddress
import socket
import ssl
import threading
import time
import urllib.parse
import urllib.robotparser
import zlib
from collections.abc import Callable, Iterable, Iterator

from timeline.errors import DocumentError

__all__ = ["Fetched", "Fetcher", "is_address"]

LONGEST_ADDRESS = 2_000  # characters
LONGEST_FETCH = 30.0  # seconds on the clock, redirects and robots.txt among them
LONGEST_SILENCE = 10.0  # seconds without a byte
LARGEST_PAGE = 20_000_000  # bytes, unpacked, as of any file
LARGEST_ROBOTS = 500_000  # bytes that RFC 9309 asks to read at least
MOST_REDIRECTS = 5
PORTS = {"http": 80, "https": 443}

_AGENT = "briefing-timeline"
_HEADERS = {
    "User-Agent": _AGENT,
    "Accept": "text/html,*/*;q=0.8",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}
_AS_IT_IS = "/%?=&;:@+,$!*'()~-._"  # signs of an address that are not written as figures
_CHUNK = 65_536
_MOVED = frozenset((301, 302, 303, 307, 308))
_FAILURES = (OSError, http.client.HTTPException, ssl.SSLError, zlib.error, EOFError, UnicodeError, ValueError)

Local = frozenset[tuple[str, int]]
"""Addresses and ports of this machine that a test may connect to; nothing but tests ever gives any."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What stood at an address: the address it came from in the end, its kind and encoding as named, and the day."""

    address: str
    data: bytes
    kind: str
    charset: str
    day: dt.date


def is_address(text: str) -> bool:
    """Whether `text` is a web address, which is never taken for a path.

    Examples
    --------
    >>> is_address("https://gazette.example/1"), is_address("notes/https.txt")
    (True, False)
    """
    return text.casefold().startswith(("http://", "https://"))


class Fetcher:
    """Fetches addresses, one after the other; what a site asks of programs is read once a site.

    `local` is for tests alone: the addresses and ports of this machine that may be connected to.
    """

    def __init__(self, *, local: Iterable[tuple[str, int]] = ()) -> None:
        self._local: Local = frozenset(local)
        self._robots: dict[str, Callable[[str], bool]] = {}

    def fetch(self, address: str) -> Fetched:
        """What stands at `address`.

        Raises
        ------
        DocumentError
            If it is no public web address, its site asks programs to stay away, or it cannot be had within the limits.
        """
        end = time.monotonic() + LONGEST_FETCH
        address, answer = self._follow(address, end, LARGEST_PAGE, self._check_allowed)
        if answer.to:
            raise DocumentError(f"leads on more than {MOST_REDIRECTS} times: open it and give the address it ends at")
        if answer.status != http.HTTPStatus.OK:
            raise DocumentError(f"answers {answer.status} instead of a page: open it and save the page")
        today = dt.datetime.now(tz=dt.UTC).date()
        return Fetched(address=address, data=answer.data, kind=answer.kind, charset=answer.charset, day=today)

    def _follow(
        self,
        address: str,
        end: float,
        most: int,
        check: Callable[[urllib.parse.SplitResult, float], None] | None = None,
    ) -> tuple[str, "_Answer"]:
        """Where `address` leads in the end, and the answer there; one that leads on still after `MOST_REDIRECTS`.

        Each address on the way has to pass `check`; without it, of what is larger than `most` the beginning is read.
        """
        for _ in range(MOST_REDIRECTS + 1):
            parts = _split_address(address)
            if check:
                check(parts, end)
            answer = self._get(parts, end, most, cut=check is None)
            if not answer.to:
                break
            address = urllib.parse.urljoin(address, answer.to)
        return address, answer

    def _check_allowed(self, parts: urllib.parse.SplitResult, end: float) -> None:
        if not self._allows(parts, end):
            raise DocumentError("its site asks programs not to read it (robots.txt): open it and save the page")

    def _allows(self, parts: urllib.parse.SplitResult, end: float) -> bool:
        """Whether the site of an address lets programs read it; one whose answer is an error lets nobody (RFC 9309)."""
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            self._robots[site] = self._read_robots(site, end)
        return self._robots[site](urllib.parse.urlunsplit(parts))

    def _read_robots(self, site: str, end: float) -> Callable[[str], bool]:
        """Which addresses of a site programs may read."""
        _, answer = self._follow(f"{site}/robots.txt", end, LARGEST_ROBOTS)
        if answer.status != http.HTTPStatus.OK:
            has_none = http.HTTPStatus.BAD_REQUEST <= answer.status < http.HTTPStatus.INTERNAL_SERVER_ERROR
            return lambda _: has_none
        rules = urllib.robotparser.RobotFileParser()
        rules.parse(answer.data.decode("utf-8", "replace").splitlines())
        return functools.partial(rules.can_fetch, _AGENT)

    def _get(self, parts: urllib.parse.SplitResult, end: float, most: int, *, cut: bool = False) -> "_Answer":
        """One answer, from a machine whose address has been checked."""
        host = parts.hostname or ""
        port = parts.port or PORTS[parts.scheme]
        try:
            return _ask(parts, _find_public(host, port, self._local), port, end, most, cut=cut)
        except DocumentError:
            raise
        except _FAILURES as error:
            raise DocumentError(
                f"cannot be fetched from {host!r} ({_read_message(error)}): open it and save the page"
            ) from error


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """What a machine answers; `to` is where it leads on to, if anywhere."""

    status: int
    data: bytes
    kind: str
    charset: str
    to: str


def _split_address(address: str) -> urllib.parse.SplitResult:
    """The parts of an address that may be asked for."""
    try:
        parts = urllib.parse.urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise DocumentError(f"no web address ({error}): check it") from error
    if len(address) > LONGEST_ADDRESS or not address.isprintable() or " " in address:
        raise DocumentError(f"no web address of at most {LONGEST_ADDRESS:,} characters without blanks: check it")
    if parts.scheme not in PORTS or not parts.hostname:
        raise DocumentError("neither http:// nor https:// with the name of a site: save the page and give the file")
    if parts.username is not None or parts.password is not None:
        raise DocumentError("an address with a name and password in it: open it and save the page")
    if port == 0:
        raise DocumentError("no web address (port 0): check it")
    return parts


def _find_public(host: str, port: int, local: Local) -> str:
    """One of the addresses that `host` stands for, all of which are public."""
    if port not in PORTS.values() and not any(port == allowed for _, allowed in local):
        raise DocumentError(
            f"port {port} is not one of the web's ({', '.join(map(str, PORTS.values()))}): save the page"
        )
    found = [str(place[4][0]) for place in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    for address in found:
        if (address, port) not in local and not _is_public(address):
            raise DocumentError(f"{host!r} is {address}, which is not public: only pages of the open web are fetched")
    if not found:
        raise DocumentError(f"{host!r} is not known: check the address")
    return found[0]


def _is_public(address: str) -> bool:
    """Whether an address is one of the open web, whatever it is written as.

    Examples
    --------
    >>> [_is_public(a) for a in ("93.184.215.14", "127.0.0.1", "10.0.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0")]
    [True, False, False, False, False, False]
    >>> [_is_public(a) for a in ("2606:2800::1", "::1", "fe80::1", "fc00::1", "::ffff:10.0.0.1", "64:ff9b::a00:1")]
    [True, False, False, False, False, False]
    """
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        within = [found.ipv4_mapped, found.sixtofour, *(found.teredo or ())]
        if found in _TRANSLATED:
            within.append(ipaddress.IPv4Address(int(found) & 0xFFFFFFFF))
        if any(inner is not None and not _is_public(str(inner)) for inner in within):
            return False
    return found.is_global and not found.is_multicast and not found.is_reserved


_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")  # IPv4 within IPv6, RFC 6052


def _ask(parts: urllib.parse.SplitResult, address: str, port: int, end: float, most: int, *, cut: bool) -> _Answer:
    """The answer of the machine at `address` to the question for `parts`."""
    path = urllib.parse.urlunsplit(("", "", parts.path or "/", parts.query, ""))
    with _connect(parts.scheme, parts.hostname or "", address, port, end) as connection:
        connection.request("GET", urllib.parse.quote(path, _AS_IT_IS), headers=_HEADERS)
        answer = connection.getresponse()
        if answer.status in _MOVED and answer.getheader("Location"):
            return _Answer(status=answer.status, data=b"", kind="", charset="", to=str(answer.getheader("Location")))
        return _Answer(
            status=answer.status,
            data=_read_body(answer, end, most, cut=cut),
            kind=answer.headers.get_content_type(),
            charset=answer.headers.get_content_charset() or "",
            to="",
        )


@contextlib.contextmanager
def _connect(scheme: str, host: str, address: str, port: int, end: float) -> Iterator[http.client.HTTPConnection]:
    """A connection to `address` and nowhere else, whatever `host` may stand for by now; it is cut when time is up."""
    connection = http.client.HTTPConnection(host, port)
    connection.sock = socket.create_connection((address, port), timeout=_count_seconds_left(end))
    clock = threading.Timer(_count_seconds_left(end, LONGEST_FETCH), _cut, (connection.sock,))
    clock.daemon = True
    clock.start()
    try:
        if scheme == "https":
            connection.sock = ssl.create_default_context().wrap_socket(connection.sock, server_hostname=host)
        yield connection
    finally:
        clock.cancel()
        connection.close()


def _cut(plain: socket.socket) -> None:
    """End what is said on a connection, also where it trickles in byte by byte."""
    with contextlib.suppress(OSError):  # it has ended by itself
        plain.shutdown(socket.SHUT_RDWR)


def _count_seconds_left(end: float, most: float = LONGEST_SILENCE) -> float:
    """How many seconds are left, at most `most`."""
    left = end - time.monotonic()
    if left <= 0:
        raise DocumentError(f"takes more than {LONGEST_FETCH:.0f} seconds: open it and save the page")
    return min(left, most)


def _read_body(answer: http.client.HTTPResponse, end: float, most: int, *, cut: bool) -> bytes:
    """The bytes of an answer, unpacked; `most` of them where it is `cut`, else an error where there are more."""
    packed = bytearray()
    while len(packed) <= most and (part := answer.read1(_CHUNK)):
        packed += part
        _count_seconds_left(end)
    data = bytes(packed[: most + 1])
    if answer.getheader("Content-Encoding", "").strip().casefold() in {"gzip", "x-gzip"}:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            data = file.read(most + 1)
    if len(data) > most and not cut:
        raise DocumentError(f"larger than {most / 1e6:.0f} MB, the most that is read: save the page and split it")
    return data[:most]


def _read_message(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).casefold()[:120]
