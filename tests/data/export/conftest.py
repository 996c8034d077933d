"""What the tests of exports ask for."""

from __future__ import annotations

import pytest

from data.export.dossier import Dossier, Selection, select
from tests.data.export.sample_dossier import dossier as sample


@pytest.fixture(scope="session")
def dossier() -> Dossier:
    return sample()


@pytest.fixture(scope="session")
def selection(dossier: Dossier) -> Selection:
    """All of the dossier: four zones, of which one has no polygon, one has a hole, and one is reported broken."""
    return select(dossier)
