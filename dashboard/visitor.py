"""Who asks: whether a visitor sits at the machine that the server runs on. What writes is open to nobody else by default."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

# what a proxy says of whom it stands before: a visitor whose request has one of these is not on this machine
PROXY_HEADERS = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "via")


def may_write(setting: str, listens_on: str | None, headers: Mapping[str, str]) -> bool:
    """True if a visitor may write what a setting guards: `on` lets everyone, `local` who sits at this machine, `off` nobody.

    `listens_on` is the address of the server, None for every one, `headers` those of the visitor's request.
    """
    return setting == "on" or (setting == "local" and is_local(listens_on, headers))


def is_local(listens_on: str | None, headers: Mapping[str, str]) -> bool:
    """True if the server listens on this machine alone, and the browser is on it: it names this machine, as does the page that
    it came from, and no proxy stands between. Without a Host nothing is known of the visitor."""
    told = {name.lower(): value for name, value in headers.items()}
    if any(name in told for name in PROXY_HEADERS):
        return False
    named = [f"//{told.get('host', '')}", *([told["origin"]] if "origin" in told else [])]
    return _is_loopback(listens_on or "") and all(_is_loopback(_host(address)) for address in named)


def is_of_this_page(headers: Mapping[str, str], others: Iterable[str]) -> bool:
    """True if a connection comes from the page of the Host that it asks, from this machine, or from one of `others`; what names
    no origin is no browser. `headers` are the request's, their names in small letters."""
    origin = headers.get("origin")
    if origin is None:
        return True
    host = _host(origin)
    if origin.partition("://")[2] == headers.get("host") or _is_loopback(host):
        return True
    return bool(host) and host in map(_host, others)


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
