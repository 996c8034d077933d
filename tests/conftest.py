"""What every test may ask for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.chromium import FLAGS, NoChromiumError, find_chromium

# no deadline: a slow machine is no fault; in CI the same examples every time, so that a red run can be run again
settings.register_profile("hudna", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("hudna")


# no test may meet the database of whoever runs it
os.environ.pop("DATABASE_URL", None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One worker drives the browser, one test after the other: two at a time would wait for each other's processor."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.xdist_group("browser"))


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
