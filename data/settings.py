"""Every setting: one row each, read from the environment. docs/settings.md lists the same rows, and a test compares them."""

from __future__ import annotations

import argparse
import logging
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from data.sources.address import Network, parse_networks
from data.store_address import Database, Where
from geo.errors import SettingError
from geo.message import Message

PROJECT_ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One setting. `default` is written as it would be in the environment; `unit` says how a value is read and checked.

    A default path is relative to the project's folder or begins with `{data_folder}`; a path given by the user is relative
    to the folder that the program is started in.
    """

    name: str
    variable: str
    default: str
    unit: str
    help: str


SETTINGS = (
    Setting(name="data_folder", variable="HUDNA_DATA_FOLDER", default="var", unit="path",
            help="Folder of what Hudna keeps: the store, your own places, official boundaries, drawings."),
    Setting(name="store", variable="HUDNA_STORE", default="{data_folder}/hudna.sqlite", unit="path",
            help="The SQLite file that holds the articles and what was read in them."),
    Setting(name="database", variable="DATABASE_URL", default="", unit="database",
            help="A PostgreSQL database to keep the store in, as postgresql://user:password@host/name; empty: the file."),
    Setting(name="gazetteer", variable="HUDNA_GAZETTEER", default="{data_folder}/gazetteer", unit="path",
            help="Folder of the places that `python -m data gazetteer add` took in; read with the project's own."),
    Setting(name="seeds", variable="HUDNA_SEEDS", default="seeds", unit="path",
            help="Folder of the articles to read, with articles.toml beside them."),
    Setting(name="max_article_bytes", variable="HUDNA_MAX_ARTICLE_BYTES", default="500000", unit="bytes",
            help="A larger file is refused: no news article is that long."),
    Setting(name="max_document_bytes", variable="HUDNA_MAX_DOCUMENT_BYTES", default="30000000", unit="bytes",
            help="A larger page, PDF, Word file or feed is refused; no more is fetched of an address."),
    Setting(name="max_archive_bytes", variable="HUDNA_MAX_ARCHIVE_BYTES", default="2000000000", unit="bytes",
            help="All that one archive may unpack to, with the archives in it."),
    Setting(name="parse_seconds", variable="HUDNA_PARSE_SECONDS", default="20", unit="seconds",
            help="A document that takes longer to read is given up."),
    Setting(name="parse_memory_bytes", variable="HUDNA_PARSE_MEMORY_BYTES", default="1000000000", unit="bytes",
            help="The memory of the process that reads documents (Linux); one that needs more is given up."),
    Setting(name="fetch_seconds", variable="HUDNA_FETCH_SECONDS", default="30", unit="seconds",
            help="A page that takes longer to come is given up."),
    Setting(name="fetch_allow", variable="HUDNA_FETCH_ALLOW", default="", unit="networks",
            help="Networks that may be fetched from though they are not public, as 10.1.0.0/16, fd00::/8; empty: none."),
    Setting(name="feed_entries", variable="HUDNA_FEED_ENTRIES", default="100", unit="pages",
            help="The most pages that are fetched of one feed."),
    Setting(name="intake", variable="HUDNA_INTAKE", default="local", unit="switch",
            help="Whether the page takes articles in: on, off, or local (only from a browser on the same machine)."),
    Setting(name="intake_articles", variable="HUDNA_INTAKE_ARTICLES", default="200", unit="articles",
            help="The most articles that the page takes in at one go; `python -m data ingest` takes any number."),
    Setting(name="review", variable="HUDNA_REVIEW", default="local", unit="switch",
            help="Whether the page lets editors judge: on, off, or local (only from a browser on the same machine)."),
    Setting(name="assets", variable="HUDNA_ASSETS", default="dashboard/static/vendor", unit="path",
            help="Folder of the page's scripts, fonts and outlines."),
    Setting(name="boundaries_url", variable="HUDNA_BOUNDARIES_URL", default="https://data.humdata.org", unit="address",
            help="The CKAN that official boundaries are asked of, at set-up only; off: it is never asked."),
    Setting(name="fades_after_days", variable="HUDNA_FADES_AFTER_DAYS", default="90", unit="days",
            help="So long after the last report a status counts as still true; then the page shows it as unknown."),
    Setting(name="tile_url", variable="HUDNA_TILE_URL", default="", unit="URL",
            help="Background tiles, as https://…/{z}/{x}/{y}.png; empty: none, and no request leaves the machine."),
)  # fmt: skip
_COUNTED = (Message("bytes"), Message("seconds"), Message("pages"), Message("articles"), Message("days"))
_UNITS = {str(unit): unit for unit in _COUNTED}
# more than anybody means, and less than a clock or an index of the system holds
_MOST = {"bytes": 10**12, "seconds": 86_400, "pages": 10**6, "articles": 10**6, "days": 10**6}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings in force; see `SETTINGS` for what each means. Paths are absolute; `tile_url` is None where unset,
    `boundaries_url` where it is off."""

    data_folder: Path
    store: Path
    database: Database | None
    gazetteer: Path
    seeds: Path
    max_article_bytes: int
    max_document_bytes: int
    max_archive_bytes: int
    parse_seconds: int
    parse_memory_bytes: int
    fetch_seconds: int
    fetch_allow: tuple[Network, ...]
    feed_entries: int
    intake: str
    intake_articles: int
    review: str
    assets: Path
    boundaries_url: str | None
    fades_after_days: int
    tile_url: str | None

    @property
    def store_home(self) -> Where:
        """Where the store is: in the database, if one is set, else in the file."""
        return self.database or self.store


OF_TESTS = ("HUDNA_CHROMIUM", "HUDNA_SCREENSHOTS", "HUDNA_WRITE_PICTURES", "HUDNA_TEST_")  # how variables of the tests begin
_LOG = logging.getLogger(__name__)
_TOLD: set[str] = set()  # variables that are no setting: once each
_MOST_SHOWN = 200  # characters of a value that cannot be used


def load_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings as the environment gives them; an unset or empty variable means the default.

    A variable that is named like a setting and is none is told in the log, once. Raises SettingError with a line for each value
    that cannot be used.
    """
    for line in _no_settings(environment):
        _LOG.warning("%s", line)
    values: dict[str, Any] = {}
    faults: list[Message] = []
    for setting in SETTINGS:
        given = environment.get(setting.variable, "").strip()
        try:
            values[setting.name] = _value(setting, given, values)
        except (SettingError, ValueError) as fault:  # a ValueError is Python's word on an address
            python_says = Message("cannot be read ({fault})", fault=str(fault))
            reason = fault.messages[0] if isinstance(fault, SettingError) else python_says
            # a password is for no screen
            shown = str(Database(url=given)) if setting.unit == "database" else given[:_MOST_SHOWN]
            faults.append(Message("{setting} {fault}; got {shown!r}", setting=setting.variable, fault=reason, shown=shown))
    if faults:
        raise SettingError(*faults)
    return Settings(**values)


def _no_settings(environment: Mapping[str, str]) -> Iterator[str]:
    """A sentence for each variable that is misspelt, as far as that was not told yet."""
    known = [setting.variable for setting in SETTINGS if setting.variable.startswith("HUDNA_")]
    ends = [variable.removeprefix("HUDNA_") for variable in known]
    for name in sorted(environment):
        if name.startswith("HUDNA_") and name not in known and not name.startswith(OF_TESTS) and name not in _TOLD:
            _TOLD.add(name)
            near = get_close_matches(name.removeprefix("HUDNA_"), ends, n=1)
            meant = f"did you mean HUDNA_{near[0]}?" if near else "`python -m data settings` lists all that there are."
            yield f"{name} is no setting and changes nothing: {meant}"


def _value(
    setting: Setting, given: str, earlier: Mapping[str, Any]
) -> Path | int | str | tuple[Network, ...] | Database | None:
    """A setting's value. Raises SettingError saying what it must be."""
    match setting.unit:
        case "path":
            return Path(given).expanduser().absolute() if given else PROJECT_ROOT / setting.default.format_map(earlier)
        case "URL":
            if given and not (given.startswith(("http://", "https://")) and all(p in given for p in ("{z}", "{x}", "{y}"))):
                raise SettingError("must begin with http:// or https:// and hold {z}, {x} and {y}")
            return given or None
        case "networks":
            try:
                return parse_networks(given)
            except ValueError as fault:
                raise SettingError("must be networks with commas between them, like 10.1.0.0/16") from fault
        case "database":
            if given and not given.startswith(("postgresql://", "postgres://")):
                raise SettingError("must begin with postgresql:// (without it the store is a file, see HUDNA_STORE)")
            return Database(url=given.replace("postgres://", "postgresql://", 1)) if given else None
        case "address":
            return _publisher(given or setting.default)
        case "switch":
            if (given or setting.default) not in ("on", "off", "local"):
                raise SettingError("must be on, off or local")
            return given or setting.default
        case unit:
            text = given or setting.default
            most = _MOST[unit]
            if not text.isdecimal() or len(text) > len(str(most)) or not 1 <= int(text) <= most:
                raise SettingError("must be a whole number of {unit}, 1 to {most:,}", unit=_UNITS[unit], most=most)
            return int(text)


def _publisher(address: str) -> str | None:
    """The address of a CKAN, None for off. Unencrypted only on this machine, where a mirror may be tried out."""
    if address == "off":
        return None
    parts = urlsplit(address)
    here = parts.scheme == "http" and parts.hostname in ("127.0.0.1", "localhost", "::1")
    if not (parts.scheme == "https" or here) or not parts.hostname or "@" in parts.netloc or parts.query or parts.fragment:
        raise SettingError("must be https:// and a host, with no name, password or query in it, or off")
    return address


def main(arguments: Sequence[str]) -> int:
    """Prints each setting's value, where it comes from and what it means."""
    argparse.ArgumentParser(
        prog="python -m data settings", description="Show every setting and its value; set them in the environment."
    ).parse_args(arguments)
    settings = load_settings()
    for setting in SETTINGS:
        origin = "set" if os.environ.get(setting.variable, "").strip() else "default"
        value = getattr(settings, setting.name)
        absent = "off" if setting.unit == "address" else ""
        shown = ", ".join(map(str, value)) if isinstance(value, tuple) else absent if value is None else value
        print(f"{setting.variable} = {shown}  ({setting.unit}, {origin})\n    {setting.help}")
    return 0
