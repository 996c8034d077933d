"""`python -m data zones`: how each zone stands on a day, or the ledger of one zone, found by index in a store of any size."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from data.settings import load_settings
from data.store import Where, ZoneOnDay, open_reader
from data.store.evidence import read_ledger
from data.terminal import given_day, one_id, one_line
from geo.errors import StoreError
from geo.ledger.zone import LedgerLine, is_told, zone_id
from geo.status import Status

_SHOWN = 90  # characters of a quote


def main(arguments: Sequence[str]) -> int:
    """Lists the zones of a day, or one zone's ledger. Raises StoreError for a zone that the store does not have."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.zone is not None and (options.day or options.status):
        parser.error("--day and --status choose among the zones of a day: a ledger takes --known-on alone")
    statuses = tuple(map(Status, options.status))
    settings = load_settings()
    where: Where = options.store or settings.store_home
    day = options.day or date.today()
    with open_reader(where) as store:
        if options.zone is not None:
            ledger = read_ledger(store, options.zone)
            if not ledger:
                raise StoreError(f"the store has no zone {options.zone!r}: `python -m data zones` lists those of a day")
            lines = [line for line in ledger if not options.known_on or is_told(line, options.known_on)]
            _print_ledger(lines, as_json=options.json)
            if not lines:
                print(f"nothing of its ledger was known on {options.known_on}", file=sys.stderr)
            return 0
        told = store.zones_on(day, known_on=options.known_on, fades_after_days=settings.fades_after_days)
    _print_zones([zone for zone in told if not statuses or _has(zone, statuses)], day, as_json=options.json)
    return 0


def _has(zone: ZoneOnDay, statuses: Sequence[Status]) -> bool:
    return zone.status in statuses or (zone.violated and Status.VIOLATED in statuses)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m data zones", description="How each zone stands on a day, or what the ledger of one zone says."
    )
    add = parser.add_argument
    add("zone", nargs="?", metavar="ZONE", help="the id of a zone (truce@area): print its ledger instead")
    add("--day", type=given_day, metavar="DAY", help="the day that is asked about, like 2017-07-09 (default: today)")
    add("--known-on", type=given_day, metavar="DAY", help="only what was known on this day (default: all that is known)")
    add("--status", action="append", default=[], choices=list(map(str, Status)), metavar="STATUS",
        help=f"only zones of this status; several times. One of {', '.join(Status)}")  # fmt: skip
    add("--json", action="store_true", help="a line of JSON for each zone, or each line of the ledger")
    add("--store", type=Path, help="the store's file (default: the settings)")
    return parser


def _print_zones(zones: Sequence[ZoneOnDay], day: date, *, as_json: bool) -> None:
    if as_json:
        _print_json(_zone_row(zone) for zone in zones)
        return
    for zone in zones:
        faded = f" ({zone.faded_from} before; the last report is too long ago)" if zone.faded_from else ""
        breaches = " (breaches reported)" if zone.violated and zone.status is not Status.VIOLATED else ""
        print(f"{zone.status:12} {zone_id(zone.truce, zone.area)}{breaches}{faded}")
    counts = ", ".join(f"{count:,} {status}" for status, count in Counter(zone.status for zone in zones).most_common())
    print(f"{len(zones):,} zones of which something is told for {day}{f': {counts}' if counts else ''}")


def _zone_row(zone: ZoneOnDay) -> dict[str, Any]:
    return {
        "zone": zone_id(zone.truce, zone.area), "truce": zone.truce, "area": zone.area, "status": zone.status,
        "violated": zone.violated, "faded_from": zone.faded_from,
    }  # fmt: skip


def _print_ledger(lines: Iterable[LedgerLine], *, as_json: bool) -> None:
    if as_json:
        _print_json(map(_line_row, lines))
        return
    for line in lines:
        until = f" until {line.last_day}" if line.last_day else ""
        known = f"known {line.known_on}" if line.known_on else "known since nobody knows when"
        withdrawn = f", withdrawn {line.withdrawn_on}" if line.withdrawn_on else ""
        wider = f", said of {line.said_of}" if line.said_of else ""
        told = f"{line.status} ({line.modality}; {known}{withdrawn}{wider}) {one_id(line.article)}"
        print(f"{line.true_from or 'undated'!s}{until} {told}")
        print(f"  {one_line(line.evidence[0].quote, most=_SHOWN)}")


def _line_row(line: LedgerLine) -> dict[str, Any]:
    days = ("true_from", "true_until", "known_on", "withdrawn_on")
    return {
        "statement": line.statement, "article": line.article, "status": line.status, "modality": line.modality,
        "said_of": line.said_of,
        **{name: str(day) if (day := getattr(line, name)) else None for name in days},
        "quotes": [evidence.quote for evidence in line.evidence],
    }  # fmt: skip


def _print_json(rows: Iterable[dict[str, Any]]) -> None:
    for row in rows:
        print(json.dumps(row, ensure_ascii=False))
