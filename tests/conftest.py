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
