"""`python -m data gazetteer add FILE…`: takes places that others publish into the user's own tables, beside the project's.

The files are the user's: they are downloaded from the publisher, and what comes of them stays in the data folder, where the
reader and the page find it (`load_reference`). Nothing of it goes into data/reference/.
"""

from __future__ import annotations

import argparse
import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from data.gazetteer.geonames import holds_alternates, is_geonames, read_alternates, read_dump
from data.gazetteer.listing import Listing, ListingError
from data.gazetteer.merge import Words, merge
from data.gazetteer.tables import COLUMNS, read_table
from data.settings import load_settings
from data.tables.place_checks import load_boxes
from data.tables.reference import NAME_COLUMNS, PLACE_COLUMNS, load_gazetteer, load_sources
from data.tables.words import load_calendar, load_lexicon, load_place_words
from data.whole_file import write_whole
from geo.gazetteer import Gazetteer, Place, PlaceName
from geo.text.script import fold_name

MOST_TITLES = 12  # of columns that are told


def main(arguments: Sequence[str]) -> int:
    """Adds files of places to the user's gazetteer and says what became of them; returns 0."""
    parser = argparse.ArgumentParser(prog="python -m data gazetteer", description="The places that you add yourself.")
    add = parser.add_subparsers(dest="command", required=True).add_parser(
        "add", help="take places from GeoNames (SY.zip, alternateNamesV2.zip), OCHA (.xlsx) or Open-Syria (.csv, .json)"
    )
    add.add_argument("files", nargs="+", type=Path, metavar="FILE")
    add.add_argument("--country", default="SY", metavar="ISO", help="country of a table that names none (default: SY)")
    add.add_argument(
        "--source", default="", metavar="KEY",
        help="whose table it is, a key of data/reference/sources.toml (default: OCHA's for .xlsx, else your own)",
    )  # fmt: skip
    options = parser.parse_args(arguments)
    folder = load_settings().gazetteer
    for line in add_files(options.files, folder, country=options.country.upper(), source=options.source):
        print(line)
    return 0


def add_files(files: Sequence[Path], folder: Path, *, country: str, source: str = "") -> Iterator[str]:
    """Adds the places of files to the tables in `folder`; yields the report. Nothing is written unless every file is sound.

    `country` and `source` are those of tables, which name none. Raises ListingError for a source that is none, and with the
    faults of the first file that has any.
    """
    missing = [str(path) for path in files if not path.is_file()]
    if missing:
        raise ListingError(f"there is no file {', '.join(map(repr, missing))}: name files that were downloaded")
    if source and source not in (known := load_sources()):
        raise ListingError(f"{source!r} is no source; one of: {', '.join(known)}")
    gazetteer = load_gazetteer(added=folder)
    not_taken: list[str] = []
    listings = list(_listings(files, gazetteer, country, source, not_taken))
    addition = merge(listings, gazetteer, load_boxes(), _words(gazetteer))
    yield from not_taken
    yield from addition.lines()
    if addition.places or addition.names:
        earlier = load_gazetteer().places.keys()
        places = [place for place in gazetteer.places.values() if place.id not in earlier]
        names = gazetteer.names[len(load_gazetteer().names) :]
        write_added(folder, [*places, *addition.places], [*names, *addition.names])
    yield f"the added places are in {folder}; articles are read anew by the next ingest"


def _listings(
    files: Sequence[Path], gazetteer: Gazetteer, country: str, source: str, not_taken: list[str]
) -> Iterator[Listing]:  # fmt: skip
    """The places of all files; the alternate names of GeoNames come with the places that bear them, known ones too. What
    columns nothing is taken from is added to `not_taken`."""
    alternates = [path for path in files if is_geonames(path) and holds_alternates(path)]
    listings: list[Listing] = []
    for path in files:
        if path in alternates:
            continue
        if is_geonames(path):
            listings += read_dump(path)
            continue
        table = read_table(path, country, source)
        listings += table.listings
        if table.not_taken:
            titles = ", ".join(map(repr, table.not_taken[:MOST_TITLES])) + " …" * (len(table.not_taken) > MOST_TITLES)
            not_taken.append(f"{path.name}: nothing was taken from {titles}; a table may have {', '.join(COLUMNS)}")
    known = {place.geonames: place for place in gazetteer.places.values() if place.geonames}
    wanted = {one.codes["geonames"] for one in listings if "geonames" in one.codes} | set(known)
    names: dict[str, tuple[tuple[str, str], ...]] = {}
    for path in alternates:
        names |= read_alternates(path, wanted)
    for one in listings:
        more = names.pop(one.codes.get("geonames", ""), ())
        yield replace(one, names=tuple(dict.fromkeys([*one.names, *more])))
    for id, more in sorted(names.items()):
        if id in known and (listing := _as_listing(known[id], more)):
            yield listing


def _as_listing(place: Place, names: tuple[tuple[str, str], ...]) -> Listing | None:
    """A place that is known, as if a file listed it with these names; None for one without a position or a country."""
    if place.lon is None or place.lat is None or not place.country or not place.geonames:
        return None
    return Listing(
        where=f"GeoNames {place.geonames}", country=place.country, kind=place.kind, names=names, lon=place.lon, lat=place.lat,
        codes={"geonames": place.geonames}, parent=place.parent, population=place.population, source="geonames",
    )  # fmt: skip


def _words(gazetteer: Gazetteer) -> Words:
    """The words of the project's tables that are no names of places."""
    place_words = load_place_words()
    texts: Iterable[str] = (
        *(word.text for word in place_words), *(cue.text for cue in load_lexicon().words),
        *(word.text for word in load_calendar().words), *(demonym.text for demonym in gazetteer.demonyms),
        *("ال" + demonym.text for demonym in gazetteer.demonyms if demonym.language == "ar"),
    )  # fmt: skip
    return Words(
        words=frozenset(map(fold_name, texts)),
        masks=frozenset(fold_name(mask.text) for mask in gazetteer.masks),
        openers=frozenset(fold_name(w.text) for w in place_words if w.kind == "opener" and w.value == "settlement"),
    )


def write_added(folder: Path, places: Iterable[Place], names: Iterable[PlaceName]) -> None:
    """Writes the user's tables, each at once: a reader sees the earlier table or the new one, never half of it.

    Raises ListingError where they cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder / "places.csv", PLACE_COLUMNS, ({c: getattr(p, c) for c in PLACE_COLUMNS} for p in places))
        _write(folder / "names.csv", NAME_COLUMNS, (_name_row(name) for name in names))
    except OSError as fault:
        raise ListingError(
            f"the added places cannot be written into {str(folder)!r} ({fault.strerror}): make it a folder that you may write "
            "into, with room on the disk, or name another one with HUDNA_GAZETTEER"
        ) from fault


def _name_row(name: PlaceName) -> Mapping[str, str]:
    return {
        "text": name.text, "language": name.language, "place": name.place, "class": name.name_class.value, "kind": "variant",
        "source": name.source,
    }  # fmt: skip


def _write(path: Path, columns: tuple[str, ...], rows: Iterable[Mapping[str, object]]) -> None:
    table = io.StringIO()
    writer = csv.DictWriter(table, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows({c: "" if row[c] is None else row[c] for c in columns} for row in rows)
    write_whole(path, table.getvalue().encode())
