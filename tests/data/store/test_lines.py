"""The zones of a day as the lines give them: what folding all gives, whatever was read, changed and judged; and the command."""

from __future__ import annotations

import io
import json
import random
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, event, inspect

from data.store import Database, StoreReader, StoreWriter, Where, ZoneOnDay, home_of, open_reader, open_writer
from data.store.evidence import read_evidence, read_ledger
from data.store.home import WRITES
from data.store.lines import line_row, put_lines
from data.store.tables import ARTICLE, COPY, FORMER_VERSION, JUDGEMENT, LINE, PAST_READING, RUN, SOON, STATUS_NUMBER, ZONE
from data.zones import main
from geo.agreement import AgreementType
from geo.article import Article, Language
from geo.edtf import Edtf
from geo.errors import StoreError
from geo.evidence.judgement import Judgement, NameReading, Verdict
from geo.ledger.zone import LedgerLine, Zone, fold_zones, period_on, periods
from geo.pipeline import Reading
from geo.span import Span
from geo.statement import Aspect, CoveredArea, Evidence, Modality, Statement, statement_id
from geo.status import Status
from geo.toponym.resolution import Role
from tests.data.sample_records import NOON, TEXT, article, judgement_of, reading_of
from tests.data.store.whole import tables, without_times

FIRST = date(2017, 7, 1)
DAYS = 40
FADES = (None, 3, 10)
TEXTS = ("Hama and Homs.\nThe truce holds.", "Hama and Homs.\nThe truce holds.\nMore was said.")
COURSE = (Status.AGREED, Status.IN_FORCE, Status.VIOLATED)  # what a status that fades, and is told again, is made of
_days = st.integers(0, DAYS).map(lambda n: Edtf.day(FIRST + timedelta(n)))
_dates = st.one_of(st.none(), _days, st.sampled_from(["2017", "2017-07", "2017-07-09~", "2017-07/2017-08"]).map(Edtf.parse))


@st.composite
def statements(draw: st.DrawFn, article: str) -> Statement:
    places = draw(st.lists(st.sampled_from([("SY05", Span(0, 4)), ("SY04", Span(9, 13))]), min_size=1, max_size=3))
    unnamed = Statement(
        id="", article=article, agreement=draw(st.sampled_from(["a", "b"])), type=AgreementType.CEASEFIRE,
        areas=tuple(CoveredArea(area=area, mention=span) for area, span in places), excluded=(),
        status=draw(st.one_of(st.sampled_from(COURSE), st.sampled_from(Status))), attribution=None,
        modality=draw(st.one_of(st.just(Modality.ASSERTED), st.sampled_from(Modality))),
        signed=draw(_dates), effective=draw(_dates), until=draw(st.one_of(st.none(), _dates)), expected=None, sponsors=(),
        guarantors=(),
        evidence=(Evidence(span=Span(15, 31), quote="The truce holds.", aspect=Aspect.STATUS),),
    )  # fmt: skip
    return replace(unnamed, id=statement_id(unnamed))


@st.composite
def versions(draw: st.DrawFn, id: str) -> tuple[Article, Reading]:
    published = draw(st.one_of(st.none(), _days, st.just(Edtf.parse("2017-07"))))
    article = Article(id=id, text=draw(st.sampled_from(TEXTS)), language=Language.ENGLISH, published=published)
    read = {s.id: s for s in draw(st.lists(statements(id), max_size=5))}
    found = Reading(article=id, reader="1", resolutions=(), timexes=(), statements=tuple(read.values()), agreements=())
    return article, found


@st.composite
def judgements(draw: st.DrawFn, article: Article, read: Sequence[Statement], earlier: Sequence[Judgement]) -> Judgement:
    """An editor's word on a statement or a name of an article, or against an earlier word."""
    id = f"{article.id}{len(earlier)}"
    verdict = draw(st.sampled_from(Verdict))
    if verdict is Verdict.UNDONE and earlier:
        return judgement_of(article, id=id, verdict=verdict, undoes=draw(st.sampled_from(earlier)).id)
    if verdict is Verdict.ADDED or not read:
        return judgement_of(article, id=id, verdict=Verdict.ADDED, outcome=draw(statements(article.id)))
    if draw(st.booleans()):
        name = NameReading(span=Span(0, 4), surface="Hama", area="SY05", role=Role.COVERED)
        other = replace(name, area=draw(st.sampled_from([None, "SY04", "SY07"])))
        return judgement_of(article, id=id, verdict=Verdict.CORRECTED, subject=name, outcome=other)
    subject = draw(st.sampled_from(read))
    if verdict is Verdict.CORRECTED:
        changed = replace(subject, status=draw(st.sampled_from(Status)), effective=draw(_dates))
        changed = replace(changed, id=statement_id(changed))
        return judgement_of(article, id=id, verdict=verdict, subject=subject, outcome=changed)
    return judgement_of(article, id=id, verdict=Verdict.REJECTED, subject=subject)


def folded(store: StoreReader, day: date, known_on: date | None, fades: int | None) -> list[ZoneOnDay]:
    """The slow answer: everything is read, folded, and looked up."""
    evidence = read_evidence(store, ())
    found = []
    for zone in fold_zones(evidence.statements, evidence.articles, evidence.attested):
        if period := period_on(periods(zone, known_on=known_on, fades_after_days=fades), day):
            found.append(ZoneOnDay(
                truce=zone.truce, area=zone.area, status=period.status, violated=period.violated,
                faded_from=period.faded_from,
            ))  # fmt: skip
    return found


def forget_all(store: StoreWriter) -> None:
    with store._writing.begin() as connection:
        for table in (ARTICLE, FORMER_VERSION, JUDGEMENT, PAST_READING, COPY, RUN):
            connection.execute(delete(table))


# no explaining phase: when an example fails it takes minutes and tells nothing more
@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
)  # fmt: skip
@given(data=st.data())
def test_the_zones_of_a_day_are_what_folding_everything_gives(store: StoreWriter, data: st.DataObject) -> None:
    said: list[Judgement] = []
    at = datetime(2017, 7, 5, 12, tzinfo=NOON.tzinfo)
    kind = data.draw(st.sampled_from(["url", "file"]))  # an older version of a page becomes a former one, of a file the newest
    forget_all(store)
    for n in range(data.draw(st.integers(1, 6))):
        article, found = data.draw(versions(f"{kind}-{n % 3}"))
        store.save(article, found, read_at=at, seconds=0)
        of_article = [judgement for judgement in said if judgement.article == article.id]
        for _ in range(data.draw(st.integers(0, 2))):
            judgement = data.draw(judgements(article, found.statements, of_article))
            store.judge(judgement)
            said.append(judgement)
            of_article.append(judgement)
        at += timedelta(days=data.draw(st.integers(1, 12)))
    for _ in range(6):
        day = FIRST + timedelta(data.draw(st.integers(-5, DAYS + 20)))
        known_on = data.draw(st.one_of(st.none(), st.integers(-5, DAYS + 20).map(lambda n: FIRST + timedelta(n))))
        fades = data.draw(st.sampled_from(FADES))
        told = store.zones_on(day, known_on=known_on, fades_after_days=fades)
        assert list(told) == folded(store, day, known_on, fades)
    evidence = read_evidence(store, ())
    for zone in fold_zones(evidence.statements, evidence.articles, evidence.attested):
        assert read_ledger(store, zone.id) == zone.ledger


def made_up_zones(chance: random.Random, article: Article) -> list[Zone]:
    """Zones with lines of every kind, told on their day, soon, long after or before, with ends and withdrawn."""
    zones = []
    for number in range(60):
        span = chance.choice((8, 40, 160))

        def day(since: date | None, *lags: int) -> date | None:
            return since and since + timedelta(chance.choice(lags))

        lines = []
        for n in range(chance.randrange(1, 12)):
            true_from = FIRST + timedelta(chance.randrange(span))
            reported_on = chance.choice((day(true_from, 0, 0, 1, 3, SOON, SOON + 1, SOON + 2, 90, -4), None))
            known_on = day(reported_on, 0, 0, 0, 9, -2)
            lines.append(LedgerLine(
                statement=f"{number}-{n}", article=article.id, status=chance.choice((*COURSE, chance.choice([*Status]))),
                modality=Modality.ASSERTED, true_from=true_from, reported_on=reported_on, known_on=known_on, dated=None,
                true_until=chance.choice((None, None, day(true_from, 1, 3, 10, 60))), evidence=(),
                withdrawn_on=chance.choice((None, None, None, day(known_on, 1, 5, 40))),
            ))  # fmt: skip
        zones.append(Zone(
            id=f"{number}", truce=f"{number:03}", agreements=(), area="SY", partial=False, beside=(), ledger=tuple(lines)
        ))  # fmt: skip
    return zones


@pytest.mark.parametrize("seed", range(2))
def test_lines_of_every_kind_tell_of_a_day_what_their_fold_does(store: StoreWriter, seed: int) -> None:
    """Straight into the table: far more kinds of lines meet in one zone than in what texts say."""
    chance = random.Random(seed)
    forget_all(store)
    read = article("a", published=Edtf.day(FIRST))
    store.save(read, reading_of(read), read_at=NOON, seconds=0)
    zones = made_up_zones(chance, read)
    with store._writing.begin() as connection:
        connection.execute(delete(LINE))
        put_lines(connection, [((zone.truce, zone.area), line_row(line)) for zone in zones for line in zone.ledger])
    for _ in range(30):
        day, known_on = (FIRST + timedelta(chance.randrange(-5, 300)) for _ in range(2))
        asked = {"known_on": chance.choice((None, known_on)), "fades_after_days": chance.choice((None, 0, 1, 3, 10, 35, 90))}
        told = [(zone, period_on(periods(zone, **asked), day)) for zone in zones]
        assert [(zone.truce, zone.status, zone.violated, zone.faded_from) for zone in store.zones_on(day, **asked)] == [
            (zone.truce, period.status, period.violated, period.faded_from) for zone, period in told if period
        ], (day, asked)


def test_the_numbers_of_statuses_are_those_of_older_stores() -> None:
    """Lines keep them: whoever gives a status another number derives all lines anew (migrations.py)."""
    assert [status.value for status in STATUS_NUMBER] == [
        "unknown", "proposed", "negotiating", "agreed", "in_force", "extended", "suspended", "rejected", "ended", "violated",
    ]  # fmt: skip
    assert set(STATUS_NUMBER) == set(Status)


def test_two_statements_that_the_correction_of_a_name_makes_one_are_one_line(store: StoreWriter) -> None:
    """They differ in nothing but the place, of which an editor says that it is the same."""
    text = Article(id="0", text=TEXTS[0], language=Language.ENGLISH, published=Edtf.day(FIRST))
    unnamed = [
        Statement(
            id="", article="0", agreement="a", type=AgreementType.CEASEFIRE, areas=(CoveredArea(area=area, mention=span),),
            excluded=(), status=Status.IN_FORCE, modality=Modality.ASSERTED, attribution=None, signed=None, effective=None,
            until=None, expected=None, sponsors=(), guarantors=(),
            evidence=(Evidence(span=Span(15, 31), quote="The truce holds.", aspect=Aspect.STATUS),),
        ) for area, span in (("SY05", Span(0, 4)), ("SY04", Span(9, 13)))
    ]  # fmt: skip
    found = tuple(replace(statement, id=statement_id(statement)) for statement in unnamed)
    read = Reading(article="0", reader="1", resolutions=(), timexes=(), statements=found, agreements=())
    store.save(text, read, read_at=NOON, seconds=0)
    name = NameReading(span=Span(9, 13), surface="Homs", area="SY04", role=Role.COVERED)
    other = replace(name, area="SY05")
    store.judge(judgement_of(text, id="j", verdict=Verdict.CORRECTED, subject=name, outcome=other))
    assert [(zone.area, zone.status) for zone in store.zones_on(FIRST)] == [("SY05", Status.IN_FORCE)]
    store.save(text, read, read_at=NOON, seconds=0)
    assert list(store.zones_on(FIRST)) == folded(store, FIRST, None, None)


def lines(where: Where) -> tuple[list[str], list[str]]:
    found = without_times(tables(where))
    return found["line"], found["zone"]


def indices(where: Where) -> list[str]:
    """What finds lines: the key of their table, and its indices."""
    engine = home_of(where).engine(read_only=True)
    found = inspect(engine)
    told = [dict(index) for index in (found.get_pk_constraint("line"), *found.get_indexes("line"))]
    engine.dispose()
    for index in told:
        index["dialect_options"] = {name: str(value) for name, value in index.get("dialect_options", {}).items()}
    return sorted(map(str, told))


def test_an_upgraded_store_has_the_lines_of_what_is_stored(where: Where) -> None:
    """Version 4 had none, and no parties; an editor's word and a former version count as when they came."""
    read = article("a", published=Edtf.parse("2017-07-09"))
    with open_writer(where) as store:
        store.save(read, reading_of(read, statements=3), read_at=NOON, seconds=0)
        changed = replace(read, text=f"{read.text}\nوأضافوا أن الهدنة مستمرة.")
        store.save(changed, reading_of(changed), read_at=NOON + timedelta(days=1), seconds=0)
        ended = replace(reading_of(changed).statements[0], status=Status.ENDED)
        store.judge(judgement_of(changed, verdict=Verdict.CORRECTED, subject=reading_of(changed).statements[0], outcome=ended))
        day = store.zones_on(NOON.date())
    before, found_by = lines(where), indices(where)
    assert before[0] and {zone.status for zone in day} == {Status.ENDED}
    home = home_of(where)
    engine = home.engine(read_only=False)
    with engine.execution_options(**{WRITES: True}).begin() as connection:
        for table in (LINE, ZONE):
            table.drop(connection)
        for table, column in (("agreement", "parties"), ("statement", "parties"), ("statement", "mediators")):
            connection.exec_driver_sql(f"ALTER TABLE {table} DROP COLUMN {column}")
        for column in ("status_basis", "status_likelihood", "since"):
            connection.exec_driver_sql(f"ALTER TABLE statement DROP COLUMN {column}")
        connection.exec_driver_sql("ALTER TABLE statement_area DROP COLUMN said_of")
        told = (("article", "published_basis"), ("former_version", "published_basis"), ("fault", "file"), ("fault", "reason"))
        for table, words in told:
            connection.exec_driver_sql(f"ALTER TABLE {table} DROP COLUMN {words}_parts")
        home.mark(connection, 4)
    engine.dispose()
    with pytest.raises(StoreError, match="older Hudna"):
        open_reader(where)
    with open_writer(where) as store:
        assert store.zones_on(NOON.date()) == day
    assert lines(where) == before
    assert indices(where) == found_by


def test_each_part_of_the_question_has_its_index(path: Path) -> None:
    """A file has no statistics: which index SQLite takes rests on how the question is put."""
    asked: list[tuple[str, Any]] = []
    with open_writer(path) as store:
        read = article("a", published=Edtf.parse("2017-07-09"))
        broken = replace(reading_of(read).statements[0], status=Status.VIOLATED)  # nobody tells how the truce itself stands
        store.save(read, replace(reading_of(read), statements=(broken,)), read_at=NOON, seconds=0)
        event.listen(store._engine, "before_cursor_execute", lambda c, cursor, sql, values, *_: asked.append((sql, values)))
        store.zones_on(date(2018, 7, 1), known_on=date(2017, 8, 1), fades_after_days=90)
        questions = [(sql, values) for sql, values in asked if " line" in sql]
        with store._engine.begin() as connection:
            plans = [
                line[-1] for sql, values in questions
                for line in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values)
            ]  # fmt: skip
    assert not [plan for plan in plans if plan.startswith("SCAN line")]
    for index in ("line_by_day", "line_with_end", "line_told_late", "line_told_before"):
        assert [plan for plan in plans if index in plan], f"{index} is passed over: {plans}"


# --- the command ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def told(where: Where, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """What the command prints about a store with a truce that began in Rastan, was broken, and was last heard of in July."""
    said = {"2017-07-09": Status.IN_FORCE, "2017-07-12": Status.VIOLATED}
    with open_writer(where) as store:
        for day, status in said.items():
            read = article(day, published=Edtf.parse(day))
            (plain,) = reading_of(read).statements
            reading = replace(reading_of(read), statements=(replace(plain, status=status, effective=None),))
            store.save(read, reading, read_at=NOON, seconds=0)
    monkeypatch.setenv("DATABASE_URL", where.url if isinstance(where, Database) else "")
    monkeypatch.setenv("HUDNA_STORE", str(where) if isinstance(where, Path) else "unused")

    def tells(*words: str) -> list[str]:
        printed = io.StringIO()
        with redirect_stdout(printed):
            assert main(words) == 0
        return printed.getvalue().splitlines()

    return tells


def test_the_command_lists_the_zones_of_a_day(told: Callable[..., list[str]]) -> None:
    zones = ["x@SY04:countryside-north", "x@sy/rastan"]
    assert told("--day", "2017-07-10") == [f"in_force     {zone}" for zone in zones] + [
        "2 zones of which something is told for 2017-07-10: 2 in_force"
    ]
    broken = [json.loads(line) for line in told("--day", "2017-07-13", "--json", "--status", "violated")]
    assert [(row["zone"], row["status"], row["violated"]) for row in broken] == [(zone, "in_force", True) for zone in zones]
    assert not told("--day", "2017-07-13", "--known-on", "2017-07-11", "--json", "--status", "violated")
    assert told("--day", "2019-01-01")[0] == f"unknown      {zones[0]} (in_force before; the last report is too long ago)"
    assert told("--day", "2017-07-01") == ["0 zones of which something is told for 2017-07-01"]


def test_the_command_prints_the_ledger_of_a_zone(told: Callable[..., list[str]]) -> None:
    assert told("x@sy/rastan") == [
        "2017-07-09 in_force (reported; known 2017-07-09) 2017-07-09", "  بدأت",
        "2017-07-12 violated (reported; known 2017-07-12) 2017-07-12", "  بدأت",
    ]  # fmt: skip
    (row,) = map(json.loads, told("x@sy/rastan", "--known-on", "2017-07-10", "--json"))
    assert (row["statement"], row["true_from"], row["true_until"]) == ("2017-07-09/0", "2017-07-09", None)
    with pytest.raises(StoreError, match="no zone 'nowhere'"):
        told("nowhere")


def test_the_command_says_which_words_speak_of_a_wider_area(told: Callable[..., list[str]], where: Where) -> None:
    """The end of a whole agreement reaches the zones of its parts, in the store as in the fold."""
    read = article("over", published=Edtf.parse("2017-11-24"))
    (plain,) = reading_of(read).statements
    whole = replace(plain.areas[0], area="SY04", mention=Span(0, 3))
    areas = (whole, replace(whole, area="sy/rastan", said_of="SY04"))
    over = replace(plain, agreement="over", status=Status.ENDED, effective=None, areas=areas)
    with open_writer(where) as store:
        store.save(read, replace(reading_of(read), statements=(over,)), read_at=NOON, seconds=0)
        assert list(store.zones_on(date(2017, 12, 1))) == folded(store, date(2017, 12, 1), None, None)
        for zone in ("over@SY04", "over@sy/rastan"):
            assert [line.said_of for line in read_ledger(store, zone)] == [None if zone == "over@SY04" else "SY04"]
    assert "ended        over@sy/rastan" in told("--day", "2017-12-01")
    assert told("over@sy/rastan")[0] == "2017-11-24 ended (reported; known 2017-11-24, said of SY04) over"
    assert "said of" not in told("over@SY04")[0]
    assert [json.loads(told(f"over@{area}", "--json")[0])["said_of"] for area in ("SY04", "sy/rastan")] == [None, "SY04"]


def test_the_command_says_the_last_day_of_a_truce(told: Callable[..., list[str]], where: Where) -> None:
    read = article("paused", published=Edtf.parse("2017-11-24"))
    (plain,) = reading_of(read).statements
    paused = replace(plain, agreement="pause", effective=None, until=Edtf.parse("2017-12-01"))
    with open_writer(where) as store:
        store.save(read, replace(reading_of(read), statements=(paused,)), read_at=NOON, seconds=0)
    (first, _) = told("pause@sy/rastan")
    assert first.startswith("2017-11-24 until 2017-12-01 ")
    (row,) = map(json.loads, told("pause@sy/rastan", "--json"))
    assert row["true_until"] == "2017-12-02", "the first day without it, as in exports"
    assert "pause@sy/rastan" in str(told("--day", "2017-12-01")) and "pause" not in str(told("--day", "2017-12-02"))


# --- an older version that comes in later


def page(day: int, id: str = "url-a") -> Article:
    return article(id, f"الخبر {day}. {TEXT}", published=Edtf.day(date(2018, 3, day)))


def test_an_older_version_of_a_page_becomes_a_former_one(store: StoreWriter) -> None:
    for day in (20, 4, 10, 4):
        store.save(page(day), reading_of(page(day)), read_at=NOON, seconds=0)
    assert store.article("url-a") == page(20)
    versions = store.versions("url-a")
    assert [(version.number, version.article) for version in versions] == [(1, page(4)), (2, page(10))]
    assert [version.until.date() for version in versions] == [date(2018, 3, 10), date(2018, 3, 20)]
    assert [s.id for version in versions for s in version.statements] == ["url-a/0", "url-a/0"]
    assert len(store.readings_of("url-a")) == 3, "what is there already is not noted twice"
    newest = page(25)
    store.save(newest, reading_of(newest), read_at=NOON, seconds=0)
    assert [version.article for version in store.versions("url-a")] == [page(4), page(10), page(20)]


def test_the_order_in_which_versions_come_in_does_not_change_what_was_known(store: StoreWriter) -> None:
    said = {4: (Status.IN_FORCE, 1), 10: (Status.ENDED, 1), 20: (Status.ENDED, 0)}
    for day in (20, 10, 4):
        (plain,) = reading_of(page(day)).statements
        status, count = said[day]
        told = (replace(plain, status=status, effective=None, id=f"{day}"),) * count
        store.save(page(day), replace(reading_of(page(day)), statements=told), read_at=NOON, seconds=0)
    asked = {day: store.zones_on(date(2018, 3, day), known_on=date(2018, 3, day)) for day in (3, 5, 11, 21)}
    assert {day: {zone.status for zone in zones} for day, zones in asked.items()} == {
        3: set(), 5: {Status.IN_FORCE}, 11: {Status.ENDED}, 21: set(),
    }  # fmt: skip
    assert list(store.zones_on(date(2018, 3, 11), known_on=date(2018, 3, 11))) == folded(
        store, date(2018, 3, 11), date(2018, 3, 11), None
    )


def test_a_file_that_is_edited_is_the_newest_whatever_date_it_bears(store: StoreWriter) -> None:
    for day in (20, 4):
        store.save(page(day, "a"), reading_of(page(day, "a")), read_at=NOON, seconds=0)
    assert store.article("a") == page(4, "a")
    assert [version.article for version in store.versions("a")] == [page(20, "a")]
