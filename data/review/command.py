"""`python -m data review`: what needs an editor's eyes, and the corrections as evaluation cases."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from data.review.cases import as_lines, correction_cases
from data.review.queue import WHY, read_queue
from data.settings import load_settings
from data.store import StoreReader, Where, open_reader
from data.store.evidence import read_evidence
from data.tables.agreements import load_agreements
from data.terminal import STANDARD_STREAM, one_id, one_line
from geo.errors import ExportError
from geo.ledger.review import ReviewItem

_SHOWN = 70  # characters of a quote


def main(arguments: Sequence[str]) -> int:
    """Lists the queue, or writes the cases."""
    options = _parser().parse_args(arguments)
    where: Where = options.store or load_settings().store_home
    with open_reader(where) as store:
        if options.cases:
            return _write_cases(store, options.cases)
        items = read_queue(store, load_agreements())
    chosen = [item for item in items if not options.kind or item.concern in options.kind]
    if options.json:
        for item in chosen:
            print(json.dumps(_row(item), ensure_ascii=False))
        return 0
    _list(items, chosen)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m data review", description="List what needs an editor's eyes; the page's review judges it."
    )
    parser.add_argument("--kind", action="append", default=[], choices=list(map(str, WHY)), metavar="KIND",
                        help=f"only items of this kind; several times. One of {', '.join(WHY)}")  # fmt: skip
    parser.add_argument("--json", action="store_true", help="a line of JSON for each item")
    parser.add_argument(
        "--cases", metavar="FILE", help="write the corrections as evaluation cases (JSON lines), to the standard output with -"
    )
    parser.add_argument("--store", type=Path, help="the store's file (default: the settings)")
    return parser


def _write_cases(store: StoreReader, name: str) -> int:
    cases = list(correction_cases(read_evidence(store, load_agreements()), store))
    lines = as_lines(cases)
    if name == STANDARD_STREAM:
        if not sys.stdout:
            raise ExportError("the standard output is closed: name a file with --cases")
        sys.stdout.buffer.write(lines.encode())
        return 0
    try:
        Path(name).write_text(lines, encoding="utf-8")
    except OSError as fault:
        raise ExportError(f"{name!r} cannot be written ({fault.strerror}): name another file with --cases") from fault
    print(f"{name}: {len(cases):,} cases. What nobody judged in them is as the reader read it: look them through")
    return 0


def _list(items: Iterable[ReviewItem], chosen: Iterable[ReviewItem]) -> None:
    counts = Counter(item.concern for item in items)
    if not counts:
        print("nothing needs eyes: everything doubtful was judged, or there is nothing in the store")
    for concern in WHY:
        if counts[concern]:
            print(f"{counts[concern]:6,}  {concern:15} {WHY[concern]}")
    article = None
    for item in chosen:
        if item.article != article:
            print(f"\n{one_id(item.article)}")
            article = item.article
        at = f"{item.span.start}-{item.span.end}" if item.span else ""
        shown = one_line(item.quote or "", most=_SHOWN)
        beside = f" | {', '.join(item.others)}" if item.others else ""
        print(f"  {item.concern:15} {at:12} {shown}{beside}")


def _row(item: ReviewItem) -> dict[str, Any]:
    return {
        "id": item.id, "kind": str(item.concern), "article": item.article, "start": item.span.start if item.span else None,
        "end": item.span.end if item.span else None, "quote": item.quote,
        "statement": item.statement.id if item.statement else None,
        "area": item.name.area.key if item.name and item.name.area else None,
        "judgement": item.judgement.id if item.judgement else None, "others": list(item.others), "why": WHY[item.concern],
    }  # fmt: skip
