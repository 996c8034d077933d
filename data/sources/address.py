"""Which addresses of the internet are public: the only ones that a fetch may connect to, unless a setting allows more."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from typing import TypeAlias

Address: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address
Network: TypeAlias = ipaddress.IPv4Network | ipaddress.IPv6Network

# IANA's special-purpose registry, where it is not globally reachable, with multicast and what is reserved (RFC 6890 and later).
# Written down here because Python's own answer (is_global) has changed from release to release.
_NOT_PUBLIC_V4 = tuple(map(ipaddress.IPv4Network, (
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
    "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24",
    "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
    "168.63.129.16/32",  # a public address at which Azure answers the machines that it hosts
)))  # fmt: skip
_PUBLIC_V6 = ipaddress.IPv6Network("2000::/3")  # all that was ever given out
_NOT_PUBLIC_V6 = tuple(map(ipaddress.IPv6Network, (
    "2001::/23",  # protocols, Teredo among them
    "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20",
)))  # fmt: skip
# an IPv4 address in the last 32 bits: mapped, compatible, translated, NAT64
_EMBEDDING = tuple(map(ipaddress.IPv6Network, ("::ffff:0:0/96", "::/96", "::ffff:0:0:0/96", "64:ff9b::/96")))


def is_public(address: Address) -> bool:
    """True for an address that anybody may reach on the internet.

    An IPv6 address that stands for an IPv4 address is never public, whichever it stands for: no name on the internet has one.
    """
    if isinstance(address, ipaddress.IPv4Address):
        return not any(address in network for network in _NOT_PUBLIC_V4)
    if address.scope_id or address not in _PUBLIC_V6 or any(address in network for network in _NOT_PUBLIC_V6):
        return False
    return not _is_isatap(address)


def _is_isatap(address: ipaddress.IPv6Address) -> bool:
    """True for an address whose interface is an IPv4 address (RFC 5214), which a router would tunnel to."""
    return int(address) >> 32 & 0xFDFFFFFF == 0x5EFE


def may_connect(address: Address, allowed: Sequence[Network]) -> bool:
    """True for a public address, and for one in a network that is allowed; an IPv4 network allows its mapped addresses, too."""
    candidates: list[Address] = [address]
    if isinstance(address, ipaddress.IPv6Address) and any(address in network for network in _EMBEDDING):
        candidates.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    within = any(one.version == network.version and one in network for one in candidates for network in allowed)
    return within or is_public(address)


def parse_networks(text: str) -> tuple[Network, ...]:
    """The networks of a list with commas between them. Raises ValueError for what is none."""
    return tuple(ipaddress.ip_network(part.strip()) for part in text.split(",") if part.strip())
