"""`python -m data boundaries`: fetches a country's published boundaries, checks them and keeps them in the data folder.

python -m data boundaries               from the publisher
python -m data boundaries --file PATH   from a GeoJSON zip, a GeoPackage or a shapefile
python -m data boundaries --if-missing  the same where nothing is kept; no answer is one line and no error
"""

from __future__ import annotations

import argparse
import glob
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

from data.boundaries.kept import FOLDER, Kept, find_kept, keep
from data.boundaries.publisher import Limits, download
from data.boundaries.sets import BoundarySet, load_boundary_sets
from data.settings import Settings, load_settings
from data.tables.extents import load_extents
from geo.errors import BoundaryError
from geo.footprint.units import Extent


def main(arguments: Sequence[str]) -> int:
    """Fetches or reads the boundaries of every country in the table; returns the exit code.

    Raises BoundaryError, with what was kept before still in force.
    """
    options = _parser().parse_args(arguments)
    file = options.file.expanduser() if options.file else None
    settings, extents = load_settings(), load_extents()
    for expected in load_boundary_sets().values():
        if not options.if_missing:
            _tell(install(expected, extents, settings, file, Limits()), expected)
        elif not find_kept(settings.data_folder, expected.country) and settings.boundaries_url:
            try:
                _tell(install(expected, extents, settings, None, Limits()), expected)
            except BoundaryError as fault:
                print(
                    f"Official boundaries: {str(fault).splitlines()[0]} The built-in ones serve, `make boundaries` tries again."
                )
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m data boundaries", description="Fetch official boundaries from their publisher, check and keep them."
    )
    one = parser.add_mutually_exclusive_group()
    one.add_argument("--file", type=Path, metavar="PATH", help="read a GeoJSON zip, a GeoPackage or a shapefile instead")
    one.add_argument("--if-missing", action="store_true", help="only where nothing is kept; no answer is one line and no error")
    return parser


def install(
    expected: BoundarySet, extents: Mapping[str, Extent], settings: Settings, file: Path | None, limits: Limits
) -> Kept:
    """Gets a set, from a file or from its publisher, checks it and puts it into force."""
    # geopandas takes most of a second to import, and a start that finds boundaries kept needs none of it
    from data.boundaries.published import read_published

    unfinished = settings.data_folder / FOLDER
    try:
        unfinished.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=unfinished, prefix="unfinished-", ignore_cleanup_errors=True) as folder:
            origin = str(file)
            if file is None:
                if not settings.boundaries_url:
                    raise BoundaryError("HUDNA_BOUNDARIES_URL is off: nothing is downloaded. Name a file with --file PATH.")
                file, origin = download(expected, settings.boundaries_url, Path(folder), limits)
            published = read_published(file, expected, extents)
            if file.suffix.lower() == ".shp":
                file = _packed(file, Path(folder))
            return keep(
                file, published, settings.data_folder, country=expected.country, dataset=expected.dataset,
                origin=origin, retrieved=date.today().isoformat(),
            )  # fmt: skip
    except OSError as fault:
        raise BoundaryError(f"{unfinished} cannot be written ({fault}). Set HUDNA_DATA_FOLDER to a folder that can.") from fault


def _packed(shapefile: Path, folder: Path) -> Path:
    """A shapefile is several files of one name: all of them as a zip archive."""
    archive = folder / f"{shapefile.stem}.zip"
    with ZipFile(archive, "w", ZIP_DEFLATED) as packed:
        for part in sorted(shapefile.parent.glob(f"{glob.escape(shapefile.stem)}.*")):
            packed.write(part, part.name)
    return archive


def _tell(kept: Kept, expected: BoundarySet) -> None:
    counts = ", ".join(map(str, kept.units))
    valid = f", valid on {kept.valid_on}" if kept.valid_on else ""
    print(f"Official boundaries of {kept.country}: {kept.dataset} with {counts} units{valid}, from {kept.origin}")
    print(f"sha256 {kept.sha256}")
    print(f"{expected.attribution_en}. {expected.disclaimer_en}")
