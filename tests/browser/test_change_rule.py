"""geo/ledger/comparison.py and `changeOf` of static/page/zone_layer.js say the same of two days, of thousands of ledgers."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser

from dashboard.draw.shapes import history
from dashboard.edition import Edition, Moment
from geo.edtf import Edtf
from geo.ledger.comparison import HOLDS, Change, Side, compare
from geo.ledger.zone import LedgerLine, Zone, accounts, periods
from geo.statement import Modality
from geo.status import Status
from tests.browser.conftest import ROOT
from tests.dashboard.conftest import make_edition

pytestmark = pytest.mark.browser
ZONES = 400
PAIRS = 12  # of days, for each way of the second clock
FIRST = date(2017, 1, 1)
DAYS = 60
FADES = 20
# what the browser does with a zone's history, on a map that is not there
CHANGES = """([histories, holds, asked]) => asked.map(([day, other, known]) => {
  const layer = Object.assign(Object.create(L.ZoneLayer.prototype), { histories, options: { holds }, day, other, known })
  return Object.keys(histories).map(zone => layer.changeOf(zone))
})"""


def made_up(chance: random.Random) -> Iterator[Zone]:
    """Zones of up to five lines, with and without dates, ends, breaches, denials, and days on which they became known."""
    statuses, modalities = list(Status), (*[Modality.ASSERTED] * 4, *Modality)

    def day() -> date | None:
        return FIRST + timedelta(chance.randrange(DAYS)) if chance.random() < 0.85 else None

    for number in range(ZONES):
        lines = []
        for n in range(chance.randrange(6)):
            start, about = day(), chance.choice(("", "~"))
            until = start + timedelta(chance.randrange(1, 30)) if start and chance.random() < 0.3 else None
            known = day()
            lines.append(LedgerLine(
                statement=f"{number}-{n}", article="x", status=chance.choice(statuses), modality=chance.choice(modalities),
                true_from=start, true_until=until, reported_on=known, known_on=known,
                dated=Edtf.parse(f"{start}{about}") if start and chance.random() < 0.6 else None, evidence=(),
            ))  # fmt: skip
        ledger = sorted(lines, key=lambda line: (line.true_from or date.max, line.known_on or date.max, line.statement))
        yield Zone(id=f"z{number}", truce="a", agreements=("a",), area="SY12", partial=False, beside=(), ledger=tuple(ledger))


@pytest.fixture(scope="module")
def generated() -> Edition:
    zones = {zone.id: zone for zone in made_up(random.Random(5))}
    return replace(
        make_edition(), zones=zones, footprints={},
        periods={id: periods(zone, fades_after_days=FADES) for id, zone in zones.items()},
        accounts={id: accounts(zone, fades_after_days=FADES) for id, zone in zones.items()},
    )  # fmt: skip


def told(edition: Edition, one: date, another: date, known: str) -> list[Change]:
    """What Python says of each zone between two days."""

    def side(day: date) -> Side:
        known_on = day if known == "then" else date.fromisoformat(known) if known else None
        found = {zone: edition.period_on(zone, Moment(day=day, known_on=known_on)) for zone in edition.zones}
        return Side(day=day, known_on=known_on, periods={zone: period for zone, period in found.items() if period})

    compared = compare(edition.zones.values(), *map(side, sorted((one, another))), {})
    change = {row.zone: row.change for group in compared.groups.values() for row in group.zones}
    return [change[zone] for zone in edition.zones]


def test_both_rules_say_the_same(browser: Browser, generated: Edition) -> None:
    chance = random.Random(6)
    known = ["", "then", *((FIRST + timedelta(n)).isoformat() for n in (5, 20, 45))]
    asked = [
        (FIRST + timedelta(chance.randrange(-2, DAYS + 40)), FIRST + timedelta(chance.randrange(-2, DAYS + 40)), way)
        for way in known for _ in range(PAIRS)
    ]  # fmt: skip
    page = browser.new_page()
    for script in ("vendor/leaflet/leaflet.js", "page/zone_layer.js"):
        page.add_script_tag(path=ROOT / "dashboard" / "static" / script)
    histories = {zone.id: history(generated, zone) for zone in generated.zones.values()}
    holds = {str(status): value for status, value in HOLDS.items()}
    painted = page.evaluate(CHANGES, [histories, holds, [[str(one), str(other), way] for one, other, way in asked]])
    page.close()
    seen = set()
    for (one, other, way), row in zip(asked, painted, strict=True):
        expected = told(generated, one, other, way)
        assert row == expected, (one, other, way)
        seen |= set(expected)
    assert seen == set(Change), "every kind of change came up"
