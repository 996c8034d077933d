"""Where the stores of these tests live: a file, and a schema of the PostgreSQL that HUDNA_TEST_DATABASE_URL names."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url

from data.store import Database, StoreWriter, Where, open_writer
from tests.data.store.ingest_runs import Runs

SERVER = os.environ.get("HUDNA_TEST_DATABASE_URL", "")
NO_SERVER = "no PostgreSQL server: start one and name a database of it in HUDNA_TEST_DATABASE_URL (CONTRIBUTING.md)"


@pytest.fixture(scope="session")
def runs() -> Iterator[Runs]:
    with Runs() as runs:
        yield runs


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a folder" / "مخزن ?#%20.sqlite"


@pytest.fixture
def database() -> Iterator[Database]:
    """An empty schema of its own on the server; it is removed with its copies."""
    if not SERVER:
        pytest.skip(NO_SERVER)
    schema = f"test_{uuid.uuid4().hex[:12]}"
    address = make_url(SERVER)
    yield Database(url=address.update_query_dict({"schema": schema}).render_as_string(hide_password=False))
    engine = create_engine(address.set(drivername="postgresql+psycopg"))
    with engine.begin() as connection:
        named = "SELECT nspname FROM pg_catalog.pg_namespace WHERE nspname LIKE %s"
        names = connection.exec_driver_sql(named, (f"{schema}%",)).scalars().all()
    for name in names:  # each by itself: a transaction holds no more locks than some hundred tables need
        with engine.begin() as connection:
            connection.exec_driver_sql(f'DROP SCHEMA "{name}" CASCADE')
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest) -> Where:
    """A place for a store that is not there yet: each test runs on both."""
    place: Where = request.getfixturevalue("path" if request.param == "sqlite" else "database")
    return place


@pytest.fixture
def store(where: Where) -> Iterator[StoreWriter]:
    with open_writer(where) as store:
        yield store
