"""A town, or the unit that is run from it and bears its name: which of the two a text means where only the town has that name.

Where the tables give the unit a name of its own, it is a candidate of the name from the start, and weighed as one.
"""

from __future__ import annotations

from collections.abc import Mapping

from geo.gazetteer import Area
from geo.mention import Mention
from geo.toponym.candidate import ResolutionTables
from geo.toponym.weight import WIDE


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
