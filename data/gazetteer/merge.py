"""What a file of places adds to the gazetteer: which of its places are known, which names may be read, and what collided.

Quality beats size: reading fell from an F1 of 0.79 to 0.33 when 44,000 names came in unasked. So a name is left out where the
tables know the word as something else, and what comes in needs evidence in the text unless its first word opens nothing but
names of places and no other place bears it.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import shapely

from data.gazetteer.listing import Listing
from data.tables.place_checks import Box
from geo.footprint.crs import local_projection
from geo.gazetteer import ADMINISTRATIVE, SETTLEMENTS, Gazetteer, NameClass, Place, PlaceName
from geo.text.script import fold_name

SAME_PLACE_KM = 3.0  # two places of one name that lie no farther apart are one
NEIGHBOUR_KM = 15.0  # how far the nearest known town may lie that says in which unit a place lies
LEAST_KM_PER_DEGREE = 110.5  # of latitude, at the equator: with it a search by degrees finds all that lie near enough
SHORTEST_NAME = 3
CODES = ("pcode", "geonames", "wikidata")
_ARABIC = re.compile(r"[\u0621-\u064a\u064b-\u0655\u0670\s\d.،()'\-]+")
_LATIN = re.compile(r"[\u0020-\u024f\u1e00-\u1eff\u02b0-\u02ff\u2018\u2019\s]+")

NO_COUNTRY = "in a country that the tables do not have"
LETTERS = "not in the letters of its language"
SHORT = "shorter than three letters"
WORD = "a word that the tables know as something else"
MASK = "a name of something that is no place"
TAKEN = "nearly always another place"
UNNAMED = "left without a name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Folded words that are no names: `words` of dates, cues and places' surroundings, `masks`; and `openers`, which open
    nothing but names of places."""

    words: frozenset[str]
    masks: frozenset[str]
    openers: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class Addition:
    """New rows, and what became of the rest. `left_out` lists, for each reason, (what, where in the file)."""

    places: tuple[Place, ...]
    names: tuple[PlaceName, ...]
    listed: int
    known: int
    left_out: Mapping[str, Sequence[tuple[str, str]]]

    def lines(self) -> Iterable[str]:
        """The report: a line for each number, with three examples where something was left out."""
        classes = Counter(name.name_class.value.replace("_", " ") for name in self.names)
        counted = ", ".join(f"{count:,} {name_class}" for name_class, count in sorted(classes.items()))
        yield f"{self.listed:,} places listed: {self.known:,} were known, {len(self.places):,} are new"
        yield f"{len(self.names):,} names added{f' ({counted})' if counted else ''}"
        for reason, cases in sorted(self.left_out.items(), key=lambda case: -len(case[1])):
            examples = "; ".join(f"{what} ({where})" for what, where in cases[:3])
            yield f"{len(cases):,} left out, {reason}: {examples}{' …' if len(cases) > 3 else ''}"


def merge(listings: Sequence[Listing], gazetteer: Gazetteer, boxes: Mapping[str, Box], words: Words) -> Addition:
    """The rows that the listings add to a gazetteer, in their order. Adding the same listings again adds nothing."""
    merging = _Merging(gazetteer, boxes, words, listings)
    for listing in listings:
        merging.take(listing)
    return Addition(
        places=tuple(merging.places.values()), names=tuple(merging.names), listed=len(listings), known=merging.known,
        left_out=merging.left_out,
    )  # fmt: skip


@dataclass
class _Bearers:
    """By folded name and language, the places that bear a name, each with the name's class."""

    rows: dict[tuple[str, str], dict[str, NameClass]] = field(default_factory=dict)

    def of(self, language: str, text: str) -> dict[str, NameClass]:
        return self.rows.setdefault((fold_name(text), language), {})


class _Merging:
    def __init__(self, gazetteer: Gazetteer, boxes: Mapping[str, Box], words: Words, listings: Sequence[Listing]) -> None:
        self.gazetteer, self.boxes, self.words = gazetteer, boxes, words
        self.places: dict[str, Place] = {}
        self.names: list[PlaceName] = []
        self.known = 0
        self.left_out: dict[str, list[tuple[str, str]]] = {}
        self.bearers = _Bearers()
        for name in gazetteer.names:
            self.bearers.of(name.language, name.text).setdefault(name.place, name.name_class)
        self.by_code = {
            (code, value): place.id
            for place in gazetteer.places.values() for code in CODES if (value := getattr(place, code))
        }  # fmt: skip
        self.times_listed = Counter((fold_name(text), language) for one in listings for language, text in set(one.names))
        self.towns = [p for p in gazetteer.places.values() if p.kind in SETTLEMENTS and p.lon is not None and p.parent]
        self.tree = shapely.STRtree([shapely.Point(p.lon or 0.0, p.lat or 0.0) for p in self.towns])

    def place(self, id: str) -> Place:
        return self.places.get(id) or self.gazetteer.places[id]

    def leave_out(self, reason: str, what: str, where: str) -> None:
        self.left_out.setdefault(reason, []).append((what, where))

    def take(self, listing: Listing) -> None:
        """Adds a listing's place, unless it is known, and those of its names that may be read."""
        main = listing.names[0][1]
        box = self.boxes.get(listing.country)
        if listing.country not in self.gazetteer.places or box is None:
            return self.leave_out(NO_COUNTRY, main, listing.where)
        if not (box.west <= listing.lon <= box.east and box.south <= listing.lat <= box.north):
            return self.leave_out(_outside(listing), main, listing.where)
        known = self._known(listing)
        place = known or self._new_place(listing)
        accepted = [name for name in listing.names if self._may_be_read(*name, place, listing.where)]
        if known:
            self.known += 1
        elif accepted:
            self.places[place.id] = place
            self.by_code |= {(code, value): place.id for code, value in listing.codes.items()}
        else:
            return self.leave_out(UNNAMED, main, listing.where)
        for language, text in accepted:
            self._name(language, text, place, listing)
        return None

    def _known(self, listing: Listing) -> Place | None:
        """The place that has one of a listing's codes, else the nearest settlement within reach that bears one of its names."""
        for code, value in listing.codes.items():
            if (code, value) in self.by_code:
                return self.place(self.by_code[code, value])
        near = []
        for language, text in listing.names:
            for id in self.bearers.of(language, text):
                place = self.place(id) if id in self.places or id in self.gazetteer.places else None
                if place and place.kind in SETTLEMENTS and (away := _km(place, listing)) <= SAME_PLACE_KM:
                    near.append((away, id))
        return self.place(min(near)[1]) if near else None

    def _new_place(self, listing: Listing) -> Place:
        names = dict(reversed(listing.names))
        code, value = next(iter(listing.codes.items()), ("", ""))
        own = value.lower() if code in ("pcode", "wikidata") else f"{code}-{value}"
        slug = re.sub(r"[^a-z0-9]+", "-", own if value else fold_name(names.get("en", names.get("ar", "")))).strip("-")
        id = f"{listing.country.lower()}/{slug or 'place'}"
        if id in self.gazetteer.places or id in self.places:
            id += f"-{listing.lat:.3f}-{listing.lon:.3f}"
        fallback = listing.names[0][1]
        return Place(
            id=id, kind=listing.kind, country=listing.country, parent=self._parent(listing), lon=listing.lon, lat=listing.lat,
            name_en=names.get("en", fallback), name_ar=names.get("ar", fallback), pcode=listing.codes.get("pcode"),
            geonames=listing.codes.get("geonames"), wikidata=listing.codes.get("wikidata"), population=listing.population,
            source=listing.source,
        )  # fmt: skip

    def _parent(self, listing: Listing) -> str:
        """The unit that the file names, else that of the nearest known town, else the country."""
        if listing.parent in self.gazetteer.places:
            return str(listing.parent)
        town = self._nearest_town(listing)
        for above in self.gazetteer.ancestors(town.id) if town and town.country == listing.country else ():
            if self.gazetteer.places[above].kind in ADMINISTRATIVE:
                return above
        return listing.country

    def _nearest_town(self, listing: Listing) -> Place | None:
        """The known town nearest to a listing on the ground, None if none lies within reach; of two as near the first."""
        high = NEIGHBOUR_KM / LEAST_KM_PER_DEGREE
        wide = high / max(0.01, math.cos(math.radians(abs(listing.lat) + high)))
        around = shapely.box(listing.lon - wide, listing.lat - high, listing.lon + wide, listing.lat + high)
        near = [(_km(self.towns[n], listing), n) for n in self.tree.query(around).tolist()]
        away, nearest = min(near, default=(math.inf, 0))
        return self.towns[nearest] if away <= NEIGHBOUR_KM else None

    def _may_be_read(self, language: str, text: str, place: Place, where: str) -> bool:
        """True if a place's name may be looked for in texts and is not known to be its name; else says why not."""
        folded = fold_name(text)
        bearers = self.bearers.of(language, text)
        if place.id in bearers:
            return True  # known: _name adds nothing
        reason = ""
        if not (_ARABIC if language == "ar" else _LATIN).fullmatch(text):
            reason = LETTERS
        elif sum(character.isalpha() for character in folded) < SHORTEST_NAME:
            reason = SHORT
        elif folded in self.words.words:
            reason = WORD
        elif folded in self.words.masks:
            reason = MASK
        elif any(c is NameClass.SAFE and not self._one_in_the_other(place, other) for other, c in bearers.items()):
            reason = TAKEN
        if reason:
            self.leave_out(reason, text, where)
        return not reason

    def _one_in_the_other(self, place: Place, other: str) -> bool:
        parent = place.parent or ""
        above = {parent, *(self.gazetteer.ancestors(parent) if parent in self.gazetteer.places else ())}
        return other in above or (other in self.gazetteer.places and place.id in self.gazetteer.ancestors(other))

    def _name(self, language: str, text: str, place: Place, listing: Listing) -> None:
        bearers = self.bearers.of(language, text)
        if place.id in bearers:
            return
        first, *others = fold_name(text).split()
        alone = not bearers and self.times_listed[fold_name(text), language] == 1
        safe = language == "ar" and bool(others) and first in self.words.openers and alone
        name_class = NameClass.SAFE if safe else NameClass.NEEDS_EVIDENCE
        bearers[place.id] = name_class
        self.names.append(PlaceName(text=text, language=language, place=place.id, name_class=name_class, source=listing.source))


def _outside(listing: Listing) -> str:
    assumed = ", which the table was taken to be about (--country names another)" if listing.country_assumed else ""
    return f"outside the box of {listing.country}{assumed}"


def _km(place: Place, listing: Listing) -> float:
    """How far a place is from a listing; infinite if it has no position."""
    if place.lon is None or place.lat is None:
        return math.inf
    projection = local_projection(listing.lon, listing.lat)
    x, y = projection.point_to_metres(place.lon, place.lat)
    own_x, own_y = projection.point_to_metres(listing.lon, listing.lat)
    return math.hypot(x - own_x, y - own_y) / 1000
