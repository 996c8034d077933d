"""`python -m data readings ARTICLE`: every reading of an article, with its version of the text and what it counted."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from data.settings import load_settings
from data.store import StoredReading, Where, open_reader
from geo.errors import StoreError

_COUNTS = ("mentions", "unresolved", "timexes", "statements", "agreements")


def main(arguments: Sequence[str]) -> int:
    """Prints the readings, the oldest first. Raises StoreError for an article that the store does not have."""
    options = _parser().parse_args(arguments)
    where: Where = options.store or load_settings().store_home
    with open_reader(where) as store:
        readings = store.readings_of(options.article)
    if not readings:
        raise StoreError(
            f"the store has no article {options.article!r}: `python -m data export --format csv-articles` lists all"
        )
    for number, reading in enumerate(readings, start=1):
        print(_json(reading) if options.json else _line(reading, holds=number == len(readings)))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m data readings", description="Every reading of an article: when, by which reader, what it counted."
    )
    parser.add_argument("article", metavar="ARTICLE", help="the id of the article")
    parser.add_argument("--json", action="store_true", help="a line of JSON for each reading")
    parser.add_argument("--store", type=Path, help="the store's file (default: the settings)")
    return parser


def _line(reading: StoredReading, *, holds: bool) -> str:
    counts = ", ".join(f"{getattr(reading, what):,} {what}" for what in _COUNTS)
    return (
        f"{reading.read_at:%Y-%m-%d %H:%M} UTC, reader {reading.reader}, text {reading.sha256[:12]}, {reading.seconds:.3f} s: "
        f"{counts}{' (holds now)' if holds else ''}"
    )


def _json(reading: StoredReading) -> str:
    return json.dumps({**asdict(reading), "read_at": reading.read_at.isoformat()}, ensure_ascii=False)
