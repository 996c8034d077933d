"""Where the stores of these tests live: a file, and a schema of the PostgreSQL that HUDNA_TEST_DATABASE_URL names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.store import StoreWriter, Where, open_writer


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a folder" / "مخزن ?#%20.sqlite"


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest) -> Where:
    """A place for a store that is not there yet: each test runs on both."""
    place: Where = request.getfixturevalue("path" if request.param == "sqlite" else "database")
    return place


@pytest.fixture
def store(where: Where) -> Iterator[StoreWriter]:
    with open_writer(where) as store:
        yield store
