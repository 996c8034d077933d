"""Two days compared: what counts as gained and lost, which lines say so, and how much land it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from geo.edtf import Edtf
from geo.footprint import Footprint, Method, Source
from geo.ledger.comparison import Change, Comparison, Side, compare
from geo.ledger.zone import LedgerLine, Zone, periods
from geo.statement import Modality
from geo.status import Status

FIRST = date(2020, 1, 1)
FADES = 30


def day(number: int) -> date:
    return FIRST + timedelta(number)


def line(
    status: Status, start: int, known: int | None = None, *, until: int | None = None, dated: str | None = None, id: str = ""
) -> LedgerLine:
    """A line true from a day on, known on the same day unless told otherwise; `dated` is "sure", "about" or None."""
    written = {"sure": day(start).isoformat(), "about": f"{day(start).isoformat()}~"}
    known = start if known is None else known
    return LedgerLine(
        statement=id or f"{status}-{start}", article="x", status=status, modality=Modality.ASSERTED, true_from=day(start),
        true_until=None if until is None else day(until), dated=Edtf.parse(written[dated]) if dated else None, evidence=(),
        reported_on=day(known), known_on=day(known),
    )  # fmt: skip


def zone(*lines: LedgerLine, id: str = "z") -> Zone:
    return Zone(id=id, truce="a", agreements=("a",), area="x", partial=False, beside=(), ledger=lines)


def side(number: int, *zones: Zone, known: int | None = None) -> Side:
    """A day as the zones stand on it."""
    known_on, asked = None if known is None else day(known), day(number)
    told = {z.id: periods(z, known_on=known_on, fades_after_days=FADES) for z in zones}
    here = {
        id: next((p for p in found if p.start <= asked and (p.end is None or asked < p.end)), None)
        for id, found in told.items()
    }
    return Side(day=asked, known_on=known_on, periods={id: period for id, period in here.items() if period})


def change(before: int, after: int, *lines: LedgerLine) -> tuple[Change, list[str]]:
    """What two days say of a zone with these lines, and the statements that made it."""
    told = zone(*lines)
    comparison = compare([told], side(before, told), side(after, told), {}, fades_after_days=FADES)
    ((kind, group),) = [(kind, group) for kind, group in comparison.groups.items() if group.zones]
    return kind, [line.statement for line in group.zones[0].lines]


IN_FORCE, ENDED, BREACH = Status.IN_FORCE, Status.ENDED, Status.VIOLATED


def test_a_truce_that_took_effect_after_talks_is_gained() -> None:
    talks, start = line(Status.NEGOTIATING, 0), line(IN_FORCE, 10)
    assert change(5, 12, talks, start) == (Change.GAINED, ["in_force-10"])


def test_a_truce_that_a_text_dates_is_gained_over_the_silence_before_it() -> None:
    assert change(5, 12, line(IN_FORCE, 10, 14, dated="sure")) == (Change.GAINED, ["in_force-10"])
    signed = line(Status.AGREED, 8, 14, dated="sure")
    assert change(5, 20, signed, line(IN_FORCE, 14)) == (Change.GAINED, ["in_force-14"])


@pytest.mark.parametrize("dated", [None, "about"])
def test_a_truce_of_which_no_text_says_since_when_is_newly_reported(dated: str | None) -> None:
    assert change(5, 12, line(IN_FORCE, 10, dated=dated)) == (Change.NEWLY_REPORTED, ["in_force-10"])


def test_what_was_told_before_the_dated_day_leaves_the_silence_open() -> None:
    """It was in force on day 3, nobody says since when; that it took effect on day 20 again says nothing of day 1."""
    assert change(1, 21, line(IN_FORCE, 3, until=5), line(IN_FORCE, 20, dated="sure"))[0] is Change.NEWLY_REPORTED


def test_an_end_is_a_loss_and_a_breach_is_not() -> None:
    start = line(IN_FORCE, 0)
    assert change(5, 12, start, line(ENDED, 10)) == (Change.LOST, ["ended-10"])
    assert change(5, 12, start, line(BREACH, 10)) == (Change.CHANGED, ["violated-10"])
    assert change(12, 20, start, line(BREACH, 10), line(ENDED, 15))[0] is Change.LOST


def test_an_extension_holds_on() -> None:
    assert change(5, 12, line(IN_FORCE, 0), line(Status.EXTENDED, 10)) == (Change.CHANGED, ["extended-10"])


def test_breaches_alone_leave_open_whether_a_truce_holds() -> None:
    ran_out = line(IN_FORCE, 0, until=10)
    assert change(5, 12, ran_out, line(BREACH, 11)) == (Change.CHANGED, ["violated-11"])
    assert change(5, 12, ran_out, line(BREACH, 8))[0] is Change.NO_LONGER_REPORTED, "its breaches ran out with it"
    assert change(5, 12, line(BREACH, 0), line(ENDED, 10)) == (Change.CHANGED, ["ended-10"])


def test_silence_is_no_loss() -> None:
    assert change(5, 5 + FADES, line(IN_FORCE, 0)) == (Change.NO_LONGER_REPORTED, ["in_force-0"]), "it has faded"
    assert change(5, 12, line(IN_FORCE, 0, until=10)) == (Change.NO_LONGER_REPORTED, ["in_force-0"]), "it has run out"
    assert change(40, 60, line(IN_FORCE, 0)) == (Change.UNREPORTED, [])


def test_only_the_lines_since_another_status_made_the_change() -> None:
    lines = [line(IN_FORCE, 0), line(ENDED, 10), line(IN_FORCE, 20), line(IN_FORCE, 22)]
    assert change(15, 25, *lines) == (Change.GAINED, ["in_force-20", "in_force-22"])
    assert change(5, 25, *lines) == (Change.UNCHANGED, []), "what happened between the two days is not compared"


def test_each_day_is_told_by_its_own_knowledge() -> None:
    told = zone(line(IN_FORCE, 0, 20), line(Status.NEGOTIATING, 0, 1))
    then = compare([told], side(5, told, known=5), side(21, told, known=21), {})
    assert [len(then.groups[kind].zones) for kind in (Change.GAINED, Change.UNCHANGED)] == [1, 0]
    now = compare([told], side(5, told), side(21, told), {})
    assert [len(now.groups[kind].zones) for kind in (Change.GAINED, Change.UNCHANGED)] == [0, 1]


def test_what_was_not_known_to_have_begun_is_newly_reported() -> None:
    told = zone(line(IN_FORCE, 10, 20, dated="sure"))
    assert compare([told], side(5, told, known=5), side(25, told, known=25), {}).groups[Change.NEWLY_REPORTED].zones


# Zones over a board of squares of a tenth of a degree: the land of any set of them can be counted square by square.
BOARD = [(36.0 + x / 10, 33.0 + y / 10) for x in range(4) for y in range(3)]
SQUARES = [shapely.box(x, y, x + 0.1, y + 0.1) for x, y in BOARD]
KM2 = [Geod(ellps="WGS84").geometry_area_perimeter(square)[0] / 1e6 for square in SQUARES]


def footprint(possible: frozenset[int], core: frozenset[int]) -> Footprint:
    land = [shapely.union_all([SQUARES[i] for i in part]) if part else None for part in (core, possible)]
    return Footprint(
        area="x", core=land[0], possible=land[1], recipe_en="", recipe_ar="", method=Method.PARTIAL, sources=(Source.CELLS,),
        where_prec=3, geo_precision=2, area_km2=0.0,
    )  # fmt: skip


STATUSES = st.sampled_from([Status.AGREED, IN_FORCE, BREACH, ENDED, Status.NEGOTIATING, Status.EXTENDED])
DAY = st.integers(0, 60)
LINES = st.lists(st.tuples(STATUSES, DAY, DAY, st.none() | st.integers(1, 20), st.sampled_from([None, "sure"])), max_size=5)
PARTS = st.frozensets(st.integers(0, len(BOARD) - 1), min_size=1, max_size=6)


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[Zone], dict[str, tuple[frozenset[int], frozenset[int]]]]:
    """Zones, and the squares that their possible extent and their core cover; some zones have no polygon."""
    zones = [
        zone(*(
            line(status, start, known, until=None if lasts is None else start + lasts, dated=dated, id=f"{n}-{m}")
            for m, (status, start, known, lasts, dated) in enumerate(lines)
        ), id=str(n))
        for n, lines in enumerate(draw(st.lists(LINES, max_size=5)))
    ]  # fmt: skip
    land = {}
    for told in zones:
        if draw(st.booleans()):
            possible = draw(PARTS)
            land[told.id] = (possible, frozenset(i for i in possible if draw(st.booleans())))
    return zones, land


def compared(
    zones: list[Zone], land: Mapping[str, tuple[frozenset[int], frozenset[int]]], before: int, after: int, known: int | None
) -> Comparison:
    footprints = {id: footprint(*parts) for id, parts in land.items()}
    return compare(zones, side(before, *zones, known=known), side(after, *zones, known=known), footprints)


DAYS, KNOWN = st.integers(-5, 100), st.none() | st.integers(0, 60)
SWAPPED = {
    Change.GAINED: Change.LOST, Change.LOST: Change.GAINED,
    Change.NEWLY_REPORTED: Change.NO_LONGER_REPORTED, Change.NO_LONGER_REPORTED: Change.NEWLY_REPORTED,
}  # fmt: skip


@given(case=cases(), before=DAYS, after=DAYS, known=KNOWN)
def test_swapped_days_swap_what_was_gained_and_lost(case, before: int, after: int, known: int | None) -> None:  # type: ignore[no-untyped-def]
    there, back = compared(*case, before, after, known), compared(*case, after, before, known)
    for kind, group in there.groups.items():
        turned = back.groups[SWAPPED.get(kind, kind)]
        assert [row.zone for row in group.zones] == [row.zone for row in turned.zones]
        assert (group.extent, group.undrawn) == (turned.extent, turned.undrawn)
    assert there.held == back.held[::-1]


@given(case=cases(), on=DAYS, known=KNOWN)
def test_a_day_compared_with_itself_has_no_change(case, on: int, known: int | None) -> None:  # type: ignore[no-untyped-def]
    same = compared(*case, on, on, known)
    assert {kind for kind, group in same.groups.items() if group.zones} <= {Change.UNCHANGED, Change.UNREPORTED}
    assert same.held[0] == same.held[1]


@given(case=cases(), before=DAYS, after=DAYS, known=KNOWN)
def test_every_zone_is_in_one_group_and_every_change_has_its_lines(case, before: int, after: int, known: int | None) -> None:  # type: ignore[no-untyped-def]
    zones, land = case
    found = compared(zones, land, before, after, known)
    assert list(found.groups) == list(Change)
    assert sorted(row.zone for group in found.groups.values() for row in group.zones) == sorted(z.id for z in zones)
    ledgers = {z.id: z.ledger for z in zones}
    for kind, group in found.groups.items():
        assert group.undrawn == sum(row.zone not in land for row in group.zones)
        for row in group.zones:
            assert bool(row.lines) is (kind not in (Change.UNCHANGED, Change.UNREPORTED))
            assert set(row.lines) <= set(ledgers[row.zone])
            assert known is None or all(line.known_on and line.known_on <= day(known) for line in row.lines)


@given(case=cases(), before=DAYS, after=DAYS)
def test_no_breach_and_no_silence_is_ever_a_loss(case, before: int, after: int) -> None:  # type: ignore[no-untyped-def]
    lost = compared(*case, before, after, None).groups[Change.LOST]
    for row in lost.zones:
        held = row.first and row.first.status in (IN_FORCE, Status.EXTENDED)
        assert held
        assert row.second is None or row.second.status in (ENDED, Status.NEGOTIATING, Status.AGREED)
        assert row.second is not None or after < before, "only the days before a truce began are known without a report"


@given(case=cases(), before=DAYS, after=DAYS)
def test_land_that_several_truces_share_counts_once(case, before: int, after: int) -> None:  # type: ignore[no-untyped-def]
    zones, land = case
    found = compared(zones, land, before, after, None)

    def counted(ids: list[str], part: int) -> float:
        return sum(KM2[square] for square in frozenset().union(*(land[id][part] for id in ids if id in land)))

    def holding(of: Side) -> list[str]:
        return [id for id, period in of.periods.items() if period.status in (IN_FORCE, Status.EXTENDED)]

    measured = [(group.extent, [row.zone for row in group.zones]) for group in found.groups.values()]
    for extent, ids in [*measured, *zip(found.held, map(holding, (found.first, found.second)), strict=True)]:
        assert extent.possible_km2 == pytest.approx(counted(ids, 0), rel=1e-3)
        assert extent.core_km2 == pytest.approx(counted(ids, 1), rel=1e-3)
