"""How fast a search and the filters answer over 10,000 articles; the sentences are those of the seeds, in random order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import cycle, islice
from statistics import median
from time import process_time

from dashboard.edition import Edition, Moment
from dashboard.facets import facts, sift
from dashboard.search import make_index, search
from data.tables.reference import load_reference
from geo.ledger.zone import accounts, fold_zones, periods
from geo.pipeline import Reader
from tests.benchmarks.reading import articles

ARTICLES = 10_000
ROUNDS = 9
QUERIES = ("بالغوطة", "Deraa", "وقف إطلاق النار", '"وقف إطلاق النار" درعا روسيا', "ceasefire", "no such word")
FILTERS = (("status", "in_force"), ("status", "violated"), ("modality", "asserted"))


def edition() -> Edition:
    """An edition of 10,000 articles: those that are read, again and again under other ids."""
    reference = load_reference()
    reader = Reader(reference)
    readings = [(article, reader.read(article)) for article in articles()]
    held, statements, resolutions, agreements = {}, {}, {}, {}
    for number, (article, reading) in enumerate(islice(cycle(readings), ARTICLES)):
        id = f"article{number}"
        held[id] = replace(article, id=id, publisher=f"outlet {number % 40}")
        statements[id] = tuple(replace(s, id=f"{s.id}-{number}", article=id) for s in reading.statements)
        resolutions[id] = reading.resolutions
        agreements |= {agreement.id: agreement for agreement in reading.agreements}
    zones = {zone.id: zone for zone in fold_zones((s for found in statements.values() for s in found), held)}
    return Edition(
        generation="benchmark", gazetteer=reference.gazetteer, actors=reference.actors, articles=held, statements=statements,
        resolutions=resolutions, timexes={}, agreements=agreements, zones=zones,
        periods={zone.id: periods(zone) for zone in zones.values()},
        accounts={zone.id: accounts(zone) for zone in zones.values()}, footprints={}, extents={},
        ground_windows=(), country_middles={},
        bad_files=(), notices={}, cells_agreement=None, disputed={}, fades_after_days=90, made_on=date(2017, 8, 1),
        base_map="", zone_shapes="",
    )  # fmt: skip


def milliseconds(act: Callable[[], object]) -> float:
    """The median of some rounds."""
    taken = []
    for _ in range(ROUNDS):
        began = process_time()
        act()
        taken.append(1000 * (process_time() - began))
    return median(taken)


def main() -> None:
    held = edition()
    began = process_time()
    index = make_index(held)
    made_s = process_time() - began
    told = facts(held)
    size = index.order.nbytes + sum(hits.nbytes for hits in index.places.values())
    print(
        f"search: {len(held.articles):,} articles, {len(index.order):,} words, {len(held.zones)} zones; "
        f"index made in {made_s:.1f} s, its arrays take {size / 1e6:.0f} MB"
    )
    for query in QUERIES:
        found = search(index, query)
        count = len(found.articles) if found else 0
        first = [held.articles[article] for article in found.articles[:20]] if found else []
        ms = milliseconds(lambda: search(index, query))  # noqa: B023 (called at once)
        shown_ms = milliseconds(lambda: [found.spans(article) for article in first])  # noqa: B023
        print(f"search: {query}: {count:,} articles in {ms:.1f} ms; the first {len(first)} cut out in {shown_ms:.1f} ms")
    moment = Moment(day=date(2017, 7, 19))
    ms = milliseconds(lambda: sift(held, told, moment, FILTERS, None))
    print(f"search: filters with counts over {len(told.zone_of):,} lines in {ms:.0f} ms")
