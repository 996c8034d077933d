"""`python -m data export`: a selection of the store as a file. docs/exports.md describes formats and filters."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from data.export import FORMATS, export
from data.export.dossier import Filter, load_dossier, select
from data.settings import load_settings
from data.terminal import STANDARD_STREAM, given_day
from data.whole_file import write_whole
from geo.errors import ExportError
from geo.status import Status


def main(arguments: Sequence[str]) -> int:
    """Writes the file and says what is in it on stderr. Raises ExportError where nothing fits the filter."""
    options = _parser().parse_args(arguments)
    filter = Filter(
        zones=tuple(options.zone), agreements=tuple(options.agreement), statuses=tuple(map(Status, options.status)),
        day=options.day, known_on=options.known_on, articles=tuple(options.article),
    )  # fmt: skip
    settings = load_settings()
    if options.store:
        settings = replace(settings, store=options.store, database=None)
    selection = select(load_dossier(settings), filter)
    if not selection.zones and filter != Filter():
        raise ExportError(
            f"none of the {selection.zones_in_all:,} zones fits the filter: leave one of its words out. Nothing was written"
        )
    content = export(options.format, selection)
    name = options.out or FORMATS[options.format].file_name
    _write(name, content)
    where = "standard output" if name == STANDARD_STREAM else name
    zones = f"{len(selection.zones):,} of {selection.zones_in_all:,} zones ({len(selection.undrawn):,} without a polygon)"
    rest = f"{len(selection.statements):,} statements, {len(selection.articles):,} articles, {len(content):,} bytes"
    print(f"{where}: {zones}, {rest}", file=sys.stderr)
    return 0


def _parser() -> argparse.ArgumentParser:
    formats = "".join(f"  {one.name:15} {one.title}\n" for one in FORMATS.values())
    parser = argparse.ArgumentParser(
        prog="python -m data export", description="Hand on zones, statements and articles in other formats.",
        epilog=f"formats:\n{formats}", formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    add = parser.add_argument
    add("--format", required=True, choices=FORMATS, metavar="FORMAT", help="one of the formats below")
    add("--out", metavar="FILE", help="where the file goes, - for the standard output (default: the format's file name)")
    add("--zone", action="append", default=[], metavar="ID", help="only this zone; may be given several times")
    add("--agreement", action="append", default=[], metavar="ID", help="only zones of this agreement; several times")
    add("--status", action="append", default=[], choices=list(map(str, Status)), metavar="STATUS",
        help=f"only zones that have this status on the day, or ever; several times. One of {', '.join(Status)}")  # fmt: skip
    add("--day", type=given_day, metavar="DAY", help="what is true on this day (2017-07-09), as far as it is known")
    add("--known-on", type=given_day, metavar="DAY", help="only what was known on this day")
    add("--store", type=Path, metavar="FILE", help="the store's file (default: the settings)")
    add("--article", action="append", default=[], metavar="ID", help="only what this article says; several times")
    return parser


def _write(name: str, content: bytes) -> None:
    """Writes the file whole or not at all; what stood there before stays until then."""
    if name == STANDARD_STREAM:
        if not sys.stdout:
            raise ExportError("the standard output is closed: name a file with --out")
        sys.stdout.buffer.write(content)
        return
    try:
        write_whole(Path(name), content)
    except OSError as fault:
        raise ExportError(f"{name!r} cannot be written ({fault.strerror}): name another file with --out") from fault
