"""Fetches one page, within limits, from public addresses only: what is named may point into the user's own network.

The address is checked that is connected to, not the name: a name may mean another address at each look-up (DNS rebinding).
"""

from __future__ import annotations

import ipaddress
import socket
import threading
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from time import monotonic
from typing import Any, TypeAlias
from urllib.parse import urljoin, urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import HTTPError
from urllib3.exceptions import TimeoutError as SilenceError

from data.sources.address import Network, may_connect
from data.sources.document import Refused, is_web_address, short, system_fault
from geo.message import Message

HEADERS = {
    "User-Agent": "Hudna (reads news articles that its user names)",
    "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/pdf, text/plain",
    "Accept-Encoding": "identity",
}  # fmt: skip
MOST_REDIRECTS = 5
_CHUNK_BYTES = 65_536
_MOST_SILENCE_S = 10.0
Resolver: TypeAlias = Callable[..., Sequence[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What an address sent: its content, the address after all redirects, and what the server says of its kind and encoding."""

    url: str
    content: bytes
    kind: str
    charset: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Deadline:
    """When a fetch must be over; `given_up` tells the thread that fetches that nobody waits any more."""

    at: float
    seconds: int
    given_up: threading.Event = field(default_factory=threading.Event)

    def check(self) -> None:
        if self.given_up.is_set() or monotonic() > self.at:
            raise Refused("took longer than the {seconds} s that HUDNA_FETCH_SECONDS allows", seconds=self.seconds)

    @property
    def left_s(self) -> float:
        return max(self.at - monotonic(), 0.1)


class Fetcher:
    """Fetches pages. `allowed` are the networks that may be reached beside the public internet; `resolve` looks names up.

    No proxy of the environment is asked: it would connect to what is not to be reached.
    """

    def __init__(
        self, *, most_bytes: int, seconds: int, allowed: Sequence[Network] = (), resolve: Resolver = socket.getaddrinfo
    ) -> None:
        self._most_bytes = most_bytes
        self._seconds = seconds
        self._allowed = tuple(allowed)
        self._resolve = resolve

    def fetch(self, url: str) -> Answer:
        """What an address holds. Raises Refused if it may not be reached, does not answer, or sends too much or too slowly."""
        deadline = _Deadline(at=monotonic() + self._seconds, seconds=self._seconds)
        outcome: list[Answer | BaseException] = []

        def run() -> None:
            try:
                outcome.append(self._follow(url, deadline))
            except BaseException as fault:  # told in the thread that waits
                outcome.append(fault)

        # looking a name up has no time limit of its own, nor have headers that come byte by byte: the thread may be left behind
        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        thread.join(self._seconds)
        if not outcome:
            deadline.given_up.set()
            deadline.check()
        if isinstance(outcome[0], BaseException):
            raise outcome[0]
        return outcome[0]

    def _follow(self, url: str, deadline: _Deadline) -> Answer:
        with requests.Session() as session:
            session.trust_env = False
            for scheme in ("http://", "https://"):
                session.mount(scheme, _GuardedAdapter(lambda host, port: self._connect(host, port, deadline)))
            for _ in range(MOST_REDIRECTS + 1):
                _check(url)
                try:
                    timeout = (deadline.left_s, min(_MOST_SILENCE_S, deadline.left_s))
                    with session.get(url, headers=HEADERS, stream=True, timeout=timeout, allow_redirects=False) as answer:
                        if not answer.is_redirect:
                            return self._answer(answer, deadline)
                        url = urljoin(url, answer.headers["Location"])
                except (requests.RequestException, HTTPError, OSError, ValueError) as fault:
                    raise Refused("cannot be fetched: {reason}", reason=_reason(fault)) from fault
        raise Refused("redirects more than {most} times", most=MOST_REDIRECTS)

    def _connect(self, host: str, port: int, deadline: _Deadline) -> socket.socket:
        """A connection to the first of a host's addresses that may be reached and answers. Raises Refused if none may."""
        try:
            found = self._resolve(host, port, 0, socket.SOCK_STREAM)
        except (socket.gaierror, UnicodeError) as fault:
            raise Refused("cannot be fetched: no address is known of {host!r}", host=host) from fault
        open_ones = [info for info in found if may_connect(ipaddress.ip_address(info[4][0]), self._allowed)]
        if not found:
            raise Refused("cannot be fetched: no address is known of {host!r}", host=host)
        if not open_ones:
            raise Refused("leads to an address that is not public: HUDNA_FETCH_ALLOW may allow it")
        reason = OSError()
        for family, kind, protocol, _, address in open_ones:
            deadline.check()
            connection = socket.socket(family, kind, protocol)
            try:
                connection.settimeout(min(_MOST_SILENCE_S, deadline.left_s))
                connection.connect(address)
            except OSError as refusal:
                connection.close()
                reason = refusal
            else:
                return connection
        raise reason

    def _answer(self, answer: requests.Response, deadline: _Deadline) -> Answer:
        if answer.status_code != 200:
            raise Refused("cannot be fetched: it answers {status}", status=f"{answer.status_code} {answer.reason}")
        kind, _, rest = answer.headers.get("Content-Type", "").partition(";")
        charset = rest.partition("charset=")[2].strip("\"' ;") or None
        return Answer(url=answer.url, content=self._body(answer, deadline), kind=kind.strip().lower(), charset=charset)

    def _body(self, answer: requests.Response, deadline: _Deadline) -> bytes:
        """The body as it was meant, unpacked where the server packed it unasked; never more than the limit is held."""
        packing = answer.headers.get("Content-Encoding", "identity").strip().lower()
        if packing not in ("identity", "", "gzip", "x-gzip", "deflate"):
            raise Refused("is packed as {packing!r}, which was not asked for", packing=packing)
        unpack = None if packing in ("identity", "") else zlib.decompressobj(zlib.MAX_WBITS | 32)
        body = bytearray()
        try:
            while chunk := answer.raw.read1(_CHUNK_BYTES, decode_content=False):
                deadline.check()
                body += unpack.decompress(chunk, self._most_bytes + 1 - len(body)) if unpack else chunk
                if len(body) > self._most_bytes:
                    raise Refused(
                        "sends more than the {most:,} bytes that HUDNA_MAX_DOCUMENT_BYTES allows", most=self._most_bytes
                    )
        except zlib.error as fault:
            raise Refused("is packed in a way that cannot be unpacked") from fault
        return bytes(body)


class _GuardedAdapter(HTTPAdapter):
    """Opens each connection with a function of ours, which sees the address; certificates are checked against the name."""

    def __init__(self, connect: Callable[[str, int], socket.socket]) -> None:
        self._guarded_connect = connect
        super().__init__(max_retries=0)

    def init_poolmanager(self, *arguments: Any, **named: Any) -> None:
        super().init_poolmanager(*arguments, **named)
        connect = self._guarded_connect

        class Plain(HTTPConnection):
            def _new_conn(self) -> socket.socket:
                return connect(self._dns_host, self.port or 80)

        class Encrypted(HTTPSConnection):
            def _new_conn(self) -> socket.socket:
                return connect(self._dns_host, self.port or 443)

        plain = type("PlainPool", (HTTPConnectionPool,), {"ConnectionCls": Plain})
        encrypted = type("EncryptedPool", (HTTPSConnectionPool,), {"ConnectionCls": Encrypted})
        self.poolmanager.pool_classes_by_scheme = {"http": plain, "https": encrypted}


def _check(url: str) -> None:
    if not is_web_address(url):
        raise Refused("is not fetched: only addresses that begin with http:// or https:// are")
    if "@" in urlsplit(url).netloc:
        raise Refused("is not fetched: an address with a name or a password in it may be meant to deceive")


def _reason(fault: Exception) -> Message:
    """Why a request failed, in a few words."""
    if isinstance(fault, requests.Timeout | SilenceError | TimeoutError):
        return Message("it has fallen silent")
    if isinstance(fault, requests.exceptions.SSLError):
        return Message("its certificate is not valid")
    if isinstance(fault, requests.ConnectionError | OSError) and not isinstance(fault, requests.RequestException):
        return Message("there is no connection ({fault})", fault=system_fault(fault))
    if isinstance(fault, requests.ConnectionError):
        return Message("there is no connection")
    return Message("the request failed ({fault})", fault=short(fault))
