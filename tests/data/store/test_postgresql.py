"""The store in PostgreSQL: how it is made and upgraded, and that what goes wrong is told in a sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, create_engine, make_url

from data.store import Database, home_of, open_reader, open_writer
from data.store.home import WRITES
from data.store.migrations import MIGRATIONS, Migration, check, migrate, newest_version
from geo.errors import StoreError
from tests.data.sample_records import NOON, article, reading_of


def save(database: Database, id: str, **how: Any) -> None:
    with open_writer(database, **how) as store:
        store.save(article(id), reading_of(article(id)), read_at=NOON, seconds=0)


def on_the_server(database: Database) -> Engine:
    """An engine beside the store's own, in no schema of its."""
    address = make_url(database.url).difference_update_query(["schema"]).set(drivername="postgresql+psycopg")
    return create_engine(address)


def schema_of(database: Database) -> str:
    schema = make_url(database.url).query["schema"]
    assert isinstance(schema, str)
    return schema


def test_a_missing_store_says_how_to_make_one_and_is_not_made(database: Database) -> None:
    for _ in range(2):
        with pytest.raises(StoreError, match="python -m data ingest seeds"):
            open_reader(database)


def test_a_reader_outlives_a_store_that_is_made_anew(database: Database) -> None:
    save(database, "old")
    with open_reader(database) as reader:
        mark = reader.generation()
        with on_the_server(database).begin() as connection:
            connection.exec_driver_sql(f"DROP SCHEMA {schema_of(database)} CASCADE")
        with pytest.raises(StoreError, match="not there any more"):
            reader.generation()
        save(database, "new")
        assert reader.generation() != mark
        assert [a.id for a in reader.articles()] == ["new"]


def _next_version(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE article ADD COLUMN section TEXT")


def test_an_older_store_is_copied_and_upgraded_once(database: Database) -> None:
    save(database, "a")
    home, later = home_of(database), (*MIGRATIONS, Migration(name="sections", apply=_next_version))
    with pytest.raises(StoreError, match="older Hudna"):
        check(home, home.header(), to_read=True, migrations=later)
    for _ in range(2):
        migrate(home, home.header(), later)
    assert home.header().version == newest_version() + 1
    named = "SELECT nspname FROM pg_catalog.pg_namespace WHERE nspname LIKE %s"
    with on_the_server(database).begin() as connection:
        (copy,) = connection.exec_driver_sql(named, (f"{schema_of(database)}_before%",)).scalars()
        assert connection.exec_driver_sql(f"SELECT id FROM {copy}.article").scalars().all() == ["a"]
    with pytest.raises(StoreError, match="newer Hudna"):
        open_reader(database)


def test_an_upgrade_that_fails_leaves_the_store_as_it_was(database: Database) -> None:
    save(database, "a")

    def breaks(connection: Connection) -> None:
        _next_version(connection)
        raise RuntimeError("half-way")

    home = home_of(database)
    with pytest.raises(RuntimeError, match="half-way"):
        migrate(home, home.header(), (*MIGRATIONS, Migration(name="breaks", apply=breaks)))
    assert home.header().version == newest_version()
    save(database, "b")


def test_a_schema_of_another_program_is_refused_and_left_alone(database: Database) -> None:
    with on_the_server(database).begin() as connection:
        connection.exec_driver_sql(f"CREATE SCHEMA {schema_of(database)}")
        connection.exec_driver_sql(f"CREATE TABLE {schema_of(database)}.book (title TEXT)")
    for opens in (open_writer, open_reader):
        with pytest.raises(StoreError, match="not a store of Hudna"):
            opens(database)


def test_another_writer_is_waited_for_and_then_told(database: Database) -> None:
    save(database, "a")
    with open_writer(database, wait_s=0.05) as store:
        engine = home_of(database).engine(read_only=False)
        with engine.execution_options(**{WRITES: True}).begin():
            with pytest.raises(StoreError, match="locked: another program is writing"):
                store.save(article("b"), reading_of(article("b")), read_at=NOON, seconds=0)
            assert [a.id for a in store.articles()] == ["a"]  # reading goes on all the while
        engine.dispose()
        store.save(article("b"), reading_of(article("b")), read_at=NOON, seconds=0)
        assert [a.id for a in store.articles()] == ["a", "b"]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"port": 1}, "Connection refused"),
        ({"password": "wrong"}, "password authentication failed"),
        ({"database": "nowhere"}, "does not exist"),
        ({"query": {"bogus": "1"}}, "invalid connection option"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_an_address_that_leads_nowhere_is_told_without_its_password(
    database: Database, changed: dict[str, Any], told: str
) -> None:
    wrong = replace(database, url=make_url(database.url).set(**changed).render_as_string(hide_password=False))
    password = make_url(wrong.url).password
    with pytest.raises(StoreError, match=f"cannot be reached: .*{told}") as caught:
        open_reader(wrong)
    assert password
    assert f":{password}@" not in str(caught.value)


@pytest.mark.parametrize("url", ["postgresql://user@host:port/name", "postgresql://host/name?schema=a%3Bb"])
def test_an_address_that_cannot_be_used_is_told(url: str) -> None:
    with pytest.raises(StoreError, match=r"names no database|cannot be used"):
        open_reader(Database(url=url))
