"""How fast articles go into the store, and ledgers and zones come out of a large one, with the databases' plans."""

from __future__ import annotations

import os
import random
import resource
import sys
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

from sqlalchemy import Engine, event, make_url

from data.intake.ingest import ingest
from data.sources.seeds import read_folder
from data.store import Database, StoreWriter, Where, home_of, open_reader, open_writer, rows
from data.store.driver import put
from data.store.evidence import read_ledger
from data.store.home import WRITES
from data.store.lines import derive_lines
from data.store.tables import ARTICLE, EVIDENCE, READING, STATEMENT, STATEMENT_AREA
from data.tables.reference import load_reference
from geo.agreement import AgreementType
from geo.article import Article, Language
from geo.edtf import Edtf
from geo.ledger.zone import zone_id
from geo.pipeline import Reader, Reading
from geo.span import Span
from geo.statement import Aspect, CoveredArea, Evidence, Modality, Statement
from geo.status import Status
from tests.benchmarks.reading import ROOT
from tests.benchmarks.reading import articles as articles_to_read

AGREEMENTS, AREAS = 400, 12  # zones: their product
IN_AN_ARTICLE = 4  # statements
FIRST_DAY, DAYS = date(2012, 1, 1), 12 * 365
BATCH = 2_000  # articles
ROUNDS = 9
FADES = 90  # days
NOW = datetime(2026, 1, 1, tzinfo=UTC)


@contextmanager
def places() -> Iterator[Sequence[Where]]:
    """A file in a scratch folder, and a schema of the server if one is named; both are removed."""
    found: list[Where] = []
    with TemporaryDirectory() as folder:
        found.append(Path(folder) / "hudna.sqlite")
        if server := os.environ.get("HUDNA_TEST_DATABASE_URL"):
            address = make_url(server).update_query_dict({"schema": f"bench_{uuid.uuid4().hex[:12]}"})
            found.append(Database(url=address.render_as_string(hide_password=False)))
        yield found
        for place in found[1:]:
            engine = home_of(place).engine(read_only=False)
            with engine.begin() as connection:
                connection.exec_driver_sql(f"DROP SCHEMA IF EXISTS {make_url(str(place)).query['schema']} CASCADE")
            engine.dispose()


# --- a large store ------------------------------------------------------------------------------------------------------


def fill(where: Where, statements: int) -> None:
    """Puts so many statements straight into the tables, some thousand about each area over twelve years."""
    open_writer(where).close()
    engine = home_of(where).engine(read_only=False)
    chance = random.Random(1)
    number = 0
    while number < statements:
        told = [_told(n, chance) for n in range(number, min(number + BATCH * IN_AN_ARTICLE, statements), IN_AN_ARTICLE)]
        number += len(told) * IN_AN_ARTICLE
        said = [(place, statement) for _, found in told for place, statement in enumerate(found)]
        with engine.execution_options(**{WRITES: True}).begin() as connection:
            kept = {"number": 1, "since": NOW.isoformat(), "fingerprint": None}
            put(connection, ARTICLE, [{**rows.article_row(article), **kept} for article, _ in told])
            put(connection, READING, [_reading_row(article, len(found)) for article, found in told])
            put(connection, STATEMENT, [{**rows.statement_row(s), "position": place} for place, s in said])
            put(connection, STATEMENT_AREA, [row for _, s in said for row in rows.area_rows(s)])
            put(connection, EVIDENCE, [row for _, s in said for row in rows.evidence_rows(s)])
            derive_lines(connection, [article for article, _ in told], {article.id: found for article, found in told})
    if engine.dialect.name == "postgresql":  # whose server does so by itself; a file has no statistics
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.connection.driver_connection.execute("VACUUM ANALYZE")  # type: ignore[union-attr]
    engine.dispose()


def _reading_row(article: Article, statements: int) -> dict[str, Any]:
    return {
        "article": article.id, "sha256": article.sha256, "reader": "bench", "read_at": NOW.isoformat(), "seconds": 0.0,
        "mentions": 0, "unresolved": 0, "timexes": 0, "statements": statements, "agreements": 0,
    }  # fmt: skip


def _told(number: int, chance: random.Random) -> tuple[Article, list[Statement]]:
    """An article of some days later, now and then of months; some of its truces have a last day, some a day of signing."""
    day = FIRST_DAY + timedelta(chance.randrange(DAYS))
    published = day + timedelta(60 if chance.randrange(50) == 0 else chance.randrange(4))
    article = Article(id=f"article{number}", text="The truce holds.", language=Language.ENGLISH, published=Edtf.day(published))

    def now_and_then(days: int) -> Edtf | None:
        return Edtf.day(day + timedelta(days)) if chance.randrange(10) == 0 else None

    agreement = chance.randrange(AGREEMENTS)
    return article, [
        Statement(
            id=f"{article.id}/{n}", article=article.id, agreement=f"truce-{agreement}", type=AgreementType.CEASEFIRE,
            areas=tuple(CoveredArea(area=area_of(agreement, chance.randrange(AREAS)), mention=Span(0, 3)) for _ in range(2)),
            excluded=(), status=chance.choice((Status.IN_FORCE, Status.VIOLATED, Status.EXTENDED, Status.ENDED)),
            modality=Modality.REPORTED, attribution=None, signed=now_and_then(-10), effective=Edtf.day(day),
            until=now_and_then(20), expected=None, sponsors=(), guarantors=(),
            evidence=(Evidence(span=Span(0, 15), quote="The truce holds", aspect=Aspect.STATUS),),
        ) for n in range(IN_AN_ARTICLE)
    ]  # fmt: skip


def area_of(agreement: int, number: int) -> str:
    return f"place-{agreement}-{number}"


def print_plans(engine: Engine, asks: Callable[[], object]) -> None:
    """Prints how the database answers each question that a call asks it."""
    asked: list[tuple[str, Any]] = []

    def note(connection: Any, cursor: Any, statement: str, parameters: Any, context: Any, many: bool) -> None:
        if statement.lstrip().startswith(("SELECT", "WITH")):
            asked.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", note)
    asks()
    event.remove(engine, "before_cursor_execute", note)
    explain = "EXPLAIN QUERY PLAN" if engine.dialect.name == "sqlite" else "EXPLAIN"
    with engine.begin() as connection:
        for statement, parameters in asked:
            print(f"  plan of SELECT … FROM {statement.partition('FROM')[2].split()[0]}:")
            for line in connection.exec_driver_sql(f"{explain} {statement}", parameters):
                print(f"    {line[-1]}")


def milliseconds(does: Callable[[int], object]) -> str:
    taken = []
    for number in range(ROUNDS):
        began = perf_counter()
        does(number)
        taken.append((perf_counter() - began) * 1000)
    return f"{median(taken):,.0f} ms (median of {ROUNDS}; fastest {min(taken):,.0f}, slowest {max(taken):,.0f})"


# --- intake -------------------------------------------------------------------------------------------------------------


class Prepared:
    """A stand-in for the reader: readings that it made before, given to articles of other names."""

    version = "prepared"

    def __init__(self) -> None:
        reader = Reader(load_reference())
        self._made = [reader.read(article) for article in articles_to_read()[:40]]

    def read(self, article: Article) -> Reading:
        made = self._made[int(article.id) % len(self._made)]
        said = tuple(replace(s, id=f"{article.id}/{n}", article=article.id) for n, s in enumerate(made.statements))
        return replace(made, article=article.id, statements=said)


def made_up(first: int, count: int, characters: int) -> Iterator[Article]:
    """Articles of so many characters in words of the seeds, no two of them alike; their ids count from the first."""
    words = [word for seed in read_folder(ROOT / "seeds")[0] for word in seed.text.split()]
    chance = random.Random(first)
    for number in range(first, first + count):
        text = " ".join(chance.choices(words, k=characters // 4))[:characters]
        yield Article(id=str(number), text=text, language=Language.ARABIC)


def memory() -> int:
    """The most megabytes that this process has had."""
    unit = 1_000 if sys.platform == "linux" else 1_000_000  # kilobytes there, bytes on macOS
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // unit


def take_in(where: Where, count: int, characters: int, prepared: Prepared) -> None:
    """Prints what saving costs alone, what a whole ingest costs without the reader, and the most memory at each tenth of it."""
    with open_writer(where) as store:
        saved = list(made_up(count, min(count, 500), characters))
        readings = [prepared.read(article) for article in saved]
        began = process_time()
        for article, reading in zip(saved, readings, strict=True):
            store.save(article, reading, read_at=NOW, seconds=0)
        print(f"  saved alone: {len(saved) / (process_time() - began):,.0f} articles/s of processor time")
        marks: list[str] = []
        making = 0.0

        def watched() -> Iterator[Article]:
            nonlocal making
            began = process_time()
            for number, article in enumerate(made_up(0, count, characters)):
                making += process_time() - began
                yield article
                if (number + 1) % max(count // 10, 1) == 0:
                    marks.append(f"{memory():,} MB at {number + 1:,}")
                began = process_time()

        began, started = process_time(), perf_counter()
        _ingest(watched(), store, prepared)
        spent = process_time() - began - making
        print(f"  ingest without the reader: {count / spent:,.0f} articles/s of processor time, ", end="")
        print(f"{count / (perf_counter() - started):,.0f}/s by the clock; at most {', '.join(marks)}")


def _ingest(articles: Iterator[Article], store: StoreWriter, prepared: Prepared) -> None:
    ingest(articles, store, prepared, lambda: NOW, whole_folder=False)


def main(statements: int, articles: int, characters: int) -> None:
    """Prints, for each database: the intake, then what comes out of a store of so many statements."""
    prepared = Prepared()
    for kind in (0, 1):
        with places() as found:
            if kind < len(found):
                print(f"storing: {'a file of SQLite' if kind == 0 else 'PostgreSQL'}")
                take_in(found[kind], articles, characters, prepared)
        with places() as found:
            if kind < len(found):
                _come_out(found[kind], statements)


def _come_out(where: Where, statements: int) -> None:
    began = perf_counter()
    fill(where, statements)
    print(f"  {statements:,} statements put into the tables in {perf_counter() - began:,.0f} s")
    chance = random.Random(3)
    agreements = [chance.randrange(AGREEMENTS) for _ in range(ROUNDS)]
    zones = [zone_id(f"truce-{n}", area_of(n, chance.randrange(AREAS))) for n in agreements]
    days = [FIRST_DAY + timedelta(chance.randrange(DAYS)) for _ in range(ROUNDS)]
    print(f"  {statements:,} statements; opened in {milliseconds(lambda _: open_reader(where).close())}")
    with open_reader(where) as store:
        lines = len(read_ledger(store, zones[0]))
        print(f"  a zone's ledger of some {lines:,} lines: {milliseconds(lambda n: read_ledger(store, zones[n]))}")
        print_plans(store._engine, lambda: read_ledger(store, zones[0]))
        asked = {
            "of a day": lambda n: store.zones_on(days[n], fades_after_days=FADES),
            "of a day, as known half a year before": lambda n: store.zones_on(
                days[n], known_on=days[n] - timedelta(182), fades_after_days=FADES
            ),
            "of a day long after the last report": lambda n: store.zones_on(NOW.date(), fades_after_days=FADES),
        }
        for what, ask in asked.items():
            print(f"  the {len(ask(0)):,} zones {what}: {milliseconds(ask)}")
        print_plans(store._engine, lambda: asked["of a day"](0))
