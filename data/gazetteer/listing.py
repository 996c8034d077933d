"""A place as a published file lists it, and what every file of places is held against while it is read."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from geo.errors import HudnaError
from geo.gazetteer import Kind


class ListingError(HudnaError):
    """A file of places cannot be used; the message lists every fault that was found, a line each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One place of a file. `names` are (language, spelling), the main one of each language first; at least one.

    `lon`, `lat` in degrees, EPSG:4326. `parent` is the P-code of the unit around it, where the file gives one. `codes` holds
    those of `pcode`, `geonames`, `wikidata` that the file gives. `source` is a key of sources.toml. `country_assumed` if the
    file names no country, and the command did.
    """

    where: str
    country: str
    kind: Kind
    names: tuple[tuple[str, str], ...]
    lon: float
    lat: float
    codes: Mapping[str, str]
    parent: str | None
    population: int
    source: str
    country_assumed: bool = False


MOST_FAULTS = 20  # of one file; whoever reads them has seen by then what is wrong


def told(faults: Sequence[str]) -> str:
    """The faults of a file, a line each; how many more there are where there are too many to read."""
    more = len(faults) - MOST_FAULTS
    return "\n".join([*faults[:MOST_FAULTS], *([f"… and {more:,} more of the kind"] if more > 0 else [])])


def spelling(text: str) -> str:
    """A name without the invisible signs that steer its direction, and with single spaces."""
    return " ".join("".join(c for c in text if unicodedata.category(c) != "Cf").split())


def coordinate(text: object, limit: float, what: str) -> float:
    """A coordinate in degrees. Raises ValueError saying what is wrong with it."""
    try:
        value = float(str(text).strip())
    except ValueError:
        raise ValueError(f"the {what} {str(text)!r} is no number") from None
    if not -limit <= value <= limit:
        raise ValueError(f"the {what} {value} does not lie between -{limit:g} and {limit:g}")
    return value
