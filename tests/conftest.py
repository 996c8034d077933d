"""What every test may ask for."""

from __future__ import annotations

import gc
import os
import uuid
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from sqlalchemy import create_engine, make_url
from xdist.scheduler import LoadScopeScheduling

from data.store_address import Database
from tests.chromium import FLAGS, NoChromiumError, find_chromium

# no deadline: a slow machine is no fault; in CI the same examples every time, so that a red run can be run again
settings.register_profile("hudna", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("hudna")


SERVER = os.environ.get("HUDNA_TEST_DATABASE_URL", "")
NO_SERVER = "no PostgreSQL server: start one and name a database of it in HUDNA_TEST_DATABASE_URL (CONTRIBUTING.md)"
# no test may meet the database of whoever runs it
os.environ.pop("DATABASE_URL", None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The browser's tests take longest, and one after the other: beside other workers they come first, alone last."""
    first = "PYTEST_XDIST_WORKER" in os.environ
    items.sort(key=lambda item: (item.get_closest_marker("browser") is not None) != first)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, Any, Any]:
    """The thousands of tests stay to the end: the garbage collector looks at them neither while they are found nor later."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.collect()
        gc.freeze()


class _OneBrowser(LoadScopeScheduling):
    """One worker drives the browser, one test after the other; the other tests go to whoever is free."""

    def _split_scope(self, nodeid: str) -> str:
        return "browser" if nodeid.startswith("tests/browser/") else nodeid


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> _OneBrowser:
    """Where tests run side by side, who runs which."""
    return _OneBrowser(config, log)


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    """The browser to drive. A test that needs one fails without it: skipped browser tests would look like passed ones."""
    try:
        return find_chromium()
    except NoChromiumError as fault:
        pytest.fail(f"{fault}.", pytrace=False)


@pytest.fixture(scope="session")
def chromium_flags() -> tuple[str, ...]:
    """The flags to start it with."""
    return FLAGS


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
