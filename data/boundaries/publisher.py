"""Asks a publisher's CKAN for a set of boundaries and downloads it, within limits of time and size.

Only addresses that the table of boundaries names are asked, and those that begin with HUDNA_BOUNDARIES_URL; a redirect to
anywhere else ends the download. The checksums that CKAN gives are often missing or old, so that what a file holds is judged
by `data.boundaries.published` alone.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Any, TypeVar
from urllib.parse import urljoin, urlsplit

import requests
from urllib3.exceptions import HTTPError
from urllib3.exceptions import TimeoutError as SilenceError

from data.boundaries.sets import BoundarySet
from geo.errors import BoundaryError

# HDX turns away requests that do not say who asks
HEADERS = {"User-Agent": "Hudna (reads administrative boundaries once, at set-up)", "Accept-Encoding": "identity"}
MOST_REDIRECTS = 5
CHUNK_BYTES = 65_536
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long the publisher may take to say what it has, how long the file may take, in seconds, and how large it may be."""

    answer_s: float = 5.0
    download_s: float = 180.0
    silence_s: float = 15.0
    description_bytes: int = 5_000_000
    file_bytes: int = 200_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Request:
    """One download: where it may go, when it must be over, and whether it was given up."""

    allowed: tuple[str, ...]
    seconds: float
    silence_s: float
    most_bytes: int
    given_up: threading.Event = field(default_factory=threading.Event)


def download(expected: BoundarySet, publisher: str, folder: Path, limits: Limits) -> tuple[Path, str]:
    """Downloads a set into a folder; returns the file and the address that it came from.

    `publisher` is the address of the CKAN to ask, without "/api". Raises BoundaryError if it does not answer, has no such set,
    sends a file that breaks off, or takes longer or sends more than the limits allow.
    """
    allowed = (publisher.rstrip("/") + "/", *expected.addresses)
    question = f"{publisher.rstrip('/')}/api/3/action/package_show?id={expected.dataset}"
    asking = _Request(allowed=allowed, seconds=limits.answer_s, silence_s=limits.answer_s, most_bytes=limits.description_bytes)
    description = _within(asking, question, lambda: _fetched(question, asking, folder / "description.json"))
    address = _resource(description, expected, question)
    loading = _Request(allowed=allowed, seconds=limits.download_s, silence_s=limits.silence_s, most_bytes=limits.file_bytes)
    file = folder / f"{expected.dataset}{Path(urlsplit(address).path).suffix}"
    return _within(loading, address, lambda: _fetched(address, loading, file)), address


def _resource(description: Path, expected: BoundarySet, question: str) -> str:
    """The address of the set's file in the best format that it is offered in."""
    try:
        answer: dict[str, Any] = json.loads(description.read_bytes())
        offered = [(str(r["format"]).strip().lower(), str(r["url"])) for r in answer["result"]["resources"]]
    except (ValueError, KeyError, TypeError) as fault:
        raise BoundaryError(f"{_place(question)} did not answer as a CKAN does ({fault!r}): nothing was downloaded.") from fault
    for wanted in expected.formats:
        for form, address in offered:
            if form == wanted and urlsplit(address).path.lower().endswith(".zip"):
                return address
    forms, wanted = ", ".join(sorted({form for form, _ in offered})) or "nothing", " or ".join(expected.formats)
    raise BoundaryError(f"{_place(question)} offers {expected.dataset} as {forms}, not as a zip of {wanted}.")


def _within(request: _Request, address: str, call: Callable[[], T]) -> T:
    """What a call returns or raises, if it does so in the request's time.

    It runs in a thread that may be left behind: looking up a host's name has no time limit of its own, nor have headers that
    come byte by byte.
    """
    outcome: list[T | BaseException] = []

    def run() -> None:
        try:
            outcome.append(call())
        except BaseException as fault:  # told in the thread that waits
            outcome.append(fault)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(request.seconds)
    if not outcome:
        request.given_up.set()
        raise BoundaryError(f"{_place(address)} took longer than {request.seconds:g} s: given up.")
    if isinstance(outcome[0], BaseException):
        raise outcome[0]
    return outcome[0]


def _fetched(address: str, request: _Request, target: Path) -> Path:
    """Writes what an address holds to a file and returns it; follows redirects only where the request may go."""
    begun = monotonic()
    try:
        for _ in range(MOST_REDIRECTS + 1):
            if not address.startswith(request.allowed):
                raise BoundaryError(f"the download was sent on to {_place(address)}, which is not the publisher's: given up.")
            timeout = (min(request.silence_s, request.seconds), request.silence_s)
            with requests.get(address, headers=HEADERS, stream=True, timeout=timeout, allow_redirects=False) as answer:
                if answer.is_redirect:
                    address = urljoin(address, answer.headers["Location"])
                    continue
                answer.raise_for_status()
                _save(answer, target, request, begun)
                return target
    except (requests.RequestException, HTTPError, OSError) as fault:
        raise BoundaryError(f"{_place(address)} cannot be read: {_reason(fault)}.") from fault
    raise BoundaryError(f"{_place(address)} redirects more than {MOST_REDIRECTS} times: given up.")


def _save(answer: requests.Response, target: Path, request: _Request, begun: float) -> None:
    """Writes the body of an answer to a file. urllib3 raises where it is shorter than the answer said it would be."""
    size = 0
    with target.open("wb") as file:
        # read1 gives what has come; iter_content would wait until a whole chunk is there, however slowly it comes
        while chunk := answer.raw.read1(CHUNK_BYTES):
            size += len(chunk)
            if size > request.most_bytes:
                raise BoundaryError(f"{_place(answer.url)} sends more than {request.most_bytes:,} bytes: given up.")
            if request.given_up.is_set() or monotonic() - begun > request.seconds:
                raise BoundaryError(f"{_place(answer.url)} took longer than {request.seconds:g} s: given up.")
            file.write(chunk)


def _place(address: str) -> str:
    """The host of an address, as a message names it: the rest may hold a signature."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"


def _reason(fault: Exception) -> str:
    """Why a request failed, in a few words."""
    if isinstance(fault, requests.HTTPError) and fault.response is not None:
        return f"it answers {fault.response.status_code} {fault.response.reason}"
    if isinstance(fault, requests.Timeout | SilenceError | TimeoutError):
        return "it has fallen silent"
    if isinstance(fault, requests.exceptions.SSLError):
        return "its certificate is not valid"
    if isinstance(fault, requests.ConnectionError):
        return "there is no connection"
    return str(fault) or type(fault).__name__
