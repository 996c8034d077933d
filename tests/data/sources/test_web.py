"""Fetching: only http(s), only public addresses, whatever a name or a redirect says; never too long, never too much."""

from __future__ import annotations

import gzip
import ipaddress
import socket
import threading
import zlib
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from data.sources.address import is_public, may_connect, parse_networks
from data.sources.document import Refused
from data.sources.web import Fetcher

LOOPBACK = parse_networks("127.0.0.0/8")


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1",
        "169.254.169.254", "169.254.170.2", "100.100.100.200", "192.0.0.192", "168.63.129.16", "192.0.2.1", "198.18.0.1",
        "203.0.113.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255", "192.88.99.1", "::", "::1",
        "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "::ffff:0:127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::808:808",
        "64:ff9b:1::a00:1", "100::1", "2002:7f00:1::", "2001:0:7f00:1::1", "2001:db8::1", "3fff::1", "fc00::1", "fd00:ec2::254",
        "fe80::1", "fe80::1%1", "fec0::1", "ff02::1", "5f00::1", "2a00:1450:4001::5efe:7f00:1",
        "2a00:1450:4001::200:5efe:a00:1",
    ],
)  # fmt: skip
def test_addresses_that_are_never_reached(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "1.1.1.1", "172.15.0.1", "172.32.0.1", "100.63.0.1", "2a00:1450:4001:80b::200e", "2606:4700::1"]
)
def test_addresses_that_anybody_reaches(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


def test_a_network_that_is_allowed_is_reached_and_no_other() -> None:
    allowed = parse_networks("127.0.0.0/8, fd00::/8")
    for address, reached in (
        ("127.0.0.1", True),
        ("::ffff:127.0.0.1", True),
        ("fd00::1", True),
        ("10.0.0.1", False),
        ("8.8.8.8", True),
    ):
        assert may_connect(ipaddress.ip_address(address), allowed) is reached


# --- a server ------------------------------------------------------------------------------------------------------------


class Server:
    """A server on this machine; `answers` says what it does for each path, `asked` what it was asked for."""

    def __init__(self) -> None:
        server = self
        self.answers: dict[str, Callable[[BaseHTTPRequestHandler], None]] = {}
        self.asked: list[str] = []
        self.stopped = threading.Event()

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                server.asked.append(self.path)
                try:
                    server.answers[self.path](self)
                except OSError:  # the fetch was given up, as it should be
                    self.close_connection = True

            def log_message(self, *_: object) -> None: ...

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def close(self) -> None:
        self.stopped.set()
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


def sends(content: bytes, status: int = 200, **headers: str) -> Callable[[BaseHTTPRequestHandler], None]:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in {"Content_Type": "text/html; charset=utf-8", "Content_Length": str(len(content)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(content)

    return answer


def fetcher(*, seconds: int = 20, most_bytes: int = 100_000, **known: object) -> Fetcher:
    return Fetcher(most_bytes=most_bytes, seconds=seconds, **known)  # type: ignore[arg-type]


def resolving(*addresses: str) -> Callable[..., list[tuple[object, ...]]]:
    """A resolver that gives each look-up the next of some addresses, the last one for ever."""
    waiting = list(addresses)

    def resolve(host: str, port: int, *_: object) -> list[tuple[object, ...]]:
        address = waiting.pop(0) if len(waiting) > 1 else waiting[0]
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        return [(family, socket.SOCK_STREAM, 6, "", (address, port))]

    return resolve


def test_a_page_is_fetched_where_its_network_is_allowed(server: Server) -> None:
    server.answers["/a"] = sends(b"<p>text")
    answer = fetcher(allowed=LOOPBACK).fetch(server.url("/a"))
    assert (answer.content, answer.kind, answer.charset, answer.url) == (b"<p>text", "text/html", "utf-8", server.url("/a"))


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]", "0.0.0.0", "[::1]"]
)
def test_this_machine_is_not_reached_by_any_of_its_names(server: Server, host: str) -> None:
    server.answers["/"] = sends(b"secret")
    with pytest.raises(Refused, match=r"not public|cannot be fetched"):
        fetcher().fetch(server.url(host=host))
    assert server.asked == []


@pytest.mark.parametrize(
    "address", ["169.254.169.254", "10.0.0.1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "fd00:ec2::254", "fe80::1"]
)
def test_a_name_that_means_a_private_address_is_refused_before_anything_is_sent(address: str) -> None:
    with pytest.raises(Refused, match=r"leads to an address that is not public: HUDNA_FETCH_ALLOW may allow it"):
        fetcher(resolve=resolving(address)).fetch("http://news.example/")


def test_a_redirect_is_checked_again(server: Server) -> None:
    server.answers["/r"] = sends(b"", 302, Location="http://169.254.169.254/latest/meta-data/")
    server.answers["/f"] = sends(b"", 302, Location="file:///etc/passwd")
    server.answers["/n"] = sends(b"", 307, Location="http://user:secret@news.example/")
    server.answers["/loop"] = sends(b"", 301, Location="/loop")
    server.answers["/good"] = sends(b"", 308, Location="/a")
    server.answers["/a"] = sends(b"text")
    for path, reason in (
        ("/r", "not public"),
        ("/f", "only addresses that begin"),
        ("/n", "a name or a password"),
        ("/loop", "more than 5 times"),
    ):
        with pytest.raises(Refused, match=reason):
            fetcher(allowed=LOOPBACK).fetch(server.url(path))
    assert fetcher(allowed=LOOPBACK).fetch(server.url("/good")).url == server.url("/a")


def test_a_name_that_changes_its_address_between_look_ups_gains_nothing(server: Server) -> None:
    """The address that was checked is the one connected to: there is no second look-up."""
    server.answers["/"] = sends(b"secret")
    looked_up: list[str] = []

    def resolve(host: str, port: int, *_: object) -> list[tuple[object, ...]]:
        looked_up.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (("203.0.113.7" if len(looked_up) == 1 else "127.0.0.1"), port))]

    with pytest.raises(Refused, match="not public"):
        fetcher(resolve=resolve).fetch(server.url(host="news.example"))
    assert (looked_up, server.asked) == (["news.example"], [])


def test_of_several_addresses_only_the_public_ones_are_tried(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []

    def connect(self: socket.socket, address: tuple[str, int]) -> None:
        tried.append(address[0])
        raise ConnectionRefusedError(111, "Connection refused")

    monkeypatch.setattr(socket.socket, "connect", connect)

    def resolve(host: str, port: int, *_: object) -> list[tuple[object, ...]]:
        return [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in ("127.0.0.1", "8.8.8.8", "10.0.0.1")
        ]

    with pytest.raises(Refused, match="no connection"):
        fetcher(resolve=resolve).fetch("https://news.example/")
    assert tried == ["8.8.8.8"]


def test_a_proxy_of_the_environment_is_not_asked(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    server.answers["http://news.example/"] = sends(b"through the proxy")
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, server.url())
    with pytest.raises(Refused, match="not public"):
        fetcher(resolve=resolving("10.0.0.1")).fetch("http://news.example/")
    assert server.asked == []


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/a",
        "file:///etc/passwd",
        "gopher://x",
        "http://",
        "http://[::1",
        "https://user@example.org/",
        "data:text/html,x",
    ],
)
def test_what_is_no_plain_web_address_is_refused(url: str) -> None:
    with pytest.raises(Refused, match="is not fetched"):
        fetcher().fetch(url)


@pytest.mark.parametrize(
    ("status", "told"), [(404, "answers 404"), (403, "answers 403"), (500, "answers 500"), (204, "answers 204")]
)
def test_an_answer_that_is_no_page_is_told(server: Server, status: int, told: str) -> None:
    server.answers["/"] = sends(b"", status)
    with pytest.raises(Refused, match=told):
        fetcher(allowed=LOOPBACK).fetch(server.url())


def test_more_than_the_limit_is_never_held(server: Server) -> None:
    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while not server.stopped.is_set():
            handler.wfile.write(b"x" * 65_536)

    server.answers["/"] = endless
    with pytest.raises(Refused, match="sends more than the 100,000 bytes that HUDNA_MAX_DOCUMENT_BYTES allows"):
        fetcher(allowed=LOOPBACK).fetch(server.url())


def test_what_a_server_packs_unasked_is_unpacked_within_the_limit(server: Server) -> None:
    server.answers["/gzip"] = sends(gzip.compress(b"text" * 100), Content_Encoding="gzip")
    server.answers["/deflate"] = sends(zlib.compress(b"text" * 100), Content_Encoding="deflate")
    for path in ("/gzip", "/deflate"):
        assert fetcher(allowed=LOOPBACK).fetch(server.url(path)).content == b"text" * 100
    server.answers["/bomb"] = sends(gzip.compress(b"\0" * 50_000_000), Content_Encoding="gzip")
    server.answers["/br"] = sends(b"x", Content_Encoding="br")
    server.answers["/lie"] = sends(b"no gzip", Content_Encoding="gzip")
    for path, reason in (("/bomb", "sends more than"), ("/br", "packed as 'br'"), ("/lie", "cannot be unpacked")):
        with pytest.raises(Refused, match=reason):
            fetcher(allowed=LOOPBACK).fetch(server.url(path))


def test_a_server_that_never_ends_is_given_up(server: Server) -> None:
    """By the word of the whole fetch, however it delays: drop by drop, in the headers, or when its name is looked up."""

    def dripping(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while not server.stopped.wait(0.05):
            handler.wfile.write(b"x")

    def slow_headers(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while not server.stopped.wait(0.05):
            handler.wfile.write(b"X-A: b\r\n")

    def slow_name(*_: object) -> list[tuple[object, ...]]:
        server.stopped.wait(60)
        return []

    server.answers |= {"/body": dripping, "/head": slow_headers}
    for path, known in (("/body", {}), ("/head", {}), ("/", {"resolve": slow_name})):
        with pytest.raises(Refused, match=r"HUDNA_FETCH_SECONDS|fallen silent|cannot be fetched"):
            fetcher(seconds=1, allowed=LOOPBACK, **known).fetch(server.url(path))


def test_no_server_no_name_and_a_wrong_certificate_are_told(server: Server) -> None:
    def unknown(*_: object) -> list[tuple[object, ...]]:
        raise socket.gaierror(-2, "Name or service not known")

    with pytest.raises(Refused, match=r"no address is known of 'news\.example'"):
        fetcher(resolve=unknown).fetch("https://news.example/")
    server.answers["/"] = sends(b"")
    with pytest.raises(Refused, match="cannot be fetched"):
        fetcher(allowed=LOOPBACK).fetch(server.url().replace("http:", "https:"))
