"""Places that share a name: a town, or the unit that is run from it and bears its name, where only the town has that name; and
of two places of one country, the one in the governorate that the text tells of.

Where the tables give the unit a name of its own, it is a candidate of the name from the start, and weighed as one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from geo.gazetteer import Area, Gazetteer, Kind
from geo.mention import Mention
from geo.toponym.candidate import Candidate, ResolutionTables
from geo.toponym.reason import Because, Reason
from geo.toponym.weight import SAFE_NAME, WEAK, WIDE

_AS_GOOD = 2 * WEAK  # by how much a namesake may be better known, or fit its head word better, and give way


def area_of(mention: Mention, place: str, tables: ResolutionTables) -> Area:
    """The place with what the words cut out of it; the countryside of a seat is that of the unit run from it, and a town that
    is called a governorate («محافظة تعز») is that one, or a region where that is what it is called ("Donetsk region")."""
    asked = (place, mention.head, mention.setting, mention.direction)
    area = tables.areas.get(asked)
    if area is None:
        if tables.gazetteer.places[place].kind not in WIDE:
            governorate = tables.governorate_of_seat.get(place)
            if mention.setting == "countryside":
                place = tables.unit_of_seat.get(place, place)
            elif governorate and not mention.setting and _is_called(governorate, mention.head, tables):
                place = governorate
        area = tables.areas[asked] = tables.gazetteer.canonical(Area(place, mention.setting, mention.direction))
    return area


def unit_meant(mention: Mention, area: Area, called: Mapping[str, int], tables: ResolutionTables) -> Area | None:
    """«محافظة تعز … في تعز»: the unit that the bare name of a town means in a text that calls it a governorate oftener than a
    town; None for any other name. `called` counts how often a text calls each place by its kind."""
    if area.setting or area.direction or mention.head or mention.anaphor:
        return None
    unit = tables.governorate_of_seat.get(area.place)
    if unit is None or unit in mention.candidates or called.get(unit, 0) <= called.get(area.place, 0):
        return None
    return Area(unit)


def _is_called(governorate: str, head: str | None, tables: ResolutionTables) -> bool:
    region = tables.gazetteer.places[governorate].name_en.endswith(" Region")
    return head == "governorate" or (head == "region" and region)


def in_unit_of_text(alone: Sequence[tuple[Candidate, ...]], gazetteer: Gazetteer) -> list[tuple[Candidate, ...]]:
    """«محافظة السويداء … بلدة المجدل»: of two places of one name and one country, about as likely, that of the one governorate
    which all sure names of the text lie in. `alone` are the candidates of each name with what the words around it say."""
    unit = _unit_of_text(alone, gazetteer)
    if unit is None:
        return list(alone)
    reason = Reason(code=Because.TEXT_IN_UNIT, places=(unit,))
    return [_with_unit(c, unit, reason, gazetteer) if len(c) > 1 else c for c in alone]


def _unit_of_text(alone: Sequence[tuple[Candidate, ...]], gazetteer: Gazetteer) -> str | None:
    """The governorate of all sure names but those of countries and of capitals, where governments speak."""
    found: set[str] = set()
    for candidates in alone:
        rivals = _rivals(candidates)
        if not rivals or rivals[0].evidence < SAFE_NAME:
            continue
        units = {_governorate(c.place, gazetteer) for c in rivals}
        unit = units.pop() if len(units) == 1 else None
        if unit and gazetteer.places[unit].seat not in gazetteer.capital_cities:
            found.add(unit)
    return found.pop() if len(found) == 1 else None


def _rivals(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The best candidate and those of its name that are about as likely, best first."""
    ranked = sorted(candidates, key=lambda c: -c.evidence)
    return [c for c in ranked if c.evidence >= max(ranked[0].evidence - _AS_GOOD, 0)]


def _governorate(place: str, gazetteer: Gazetteer) -> str | None:
    """The governorate that a place is or lies in."""
    line = (place, *gazetteer.ancestors(place))
    return next((p for p in line if gazetteer.places[p].kind is Kind.GOVERNORATE), None)


def _with_unit(
    candidates: tuple[Candidate, ...], unit: str, reason: Reason, gazetteer: Gazetteer
) -> tuple[Candidate, ...]:  # fmt: skip
    rivals = _rivals(candidates)
    if not rivals or gazetteer.places[rivals[0].place].country != gazetteer.places[unit].country:
        return candidates
    best, local = rivals[0], next((c for c in rivals if _governorate(c.place, gazetteer) == unit), None)
    if local is None or _governorate(best.place, gazetteer) == unit:
        return candidates
    settled = replace(local, evidence=best.evidence + WEAK, reasons=(*local.reasons, reason))
    return tuple(settled if c is local else c for c in candidates)
