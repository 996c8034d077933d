"""Home: the country that a text is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from geo.gazetteer import Gazetteer, Kind
from geo.toponym.resolution import Resolution


def home_country(resolutions: Sequence[Resolution], gazetteer: Gazetteer) -> str | None:
    """The country that most of the text's places lie in, capitals and hosts of talks aside; in a text that names none of
    those and no country, that of its capitals, if they are all of one. None if there are none."""
    capitals, hosts = gazetteer.capital_cities, gazetteer.host_cities
    inner: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    governed: set[str] = set()
    for resolution in resolutions:
        if resolution.area:
            place = gazetteer.places[resolution.area.place]
            part = place.kind is not Kind.COUNTRY and place.id not in capitals and place.id not in hosts
            if place.country and (part or resolution.area.direction):
                inner[place.country] += 1
            elif place.country and place.kind is Kind.COUNTRY:
                whole[place.country] += 1
            elif place.country and place.id not in hosts:
                governed.add(place.country)
    for counter in (inner, whole):
        if counter:
            return counter.most_common(1)[0][0]
    return governed.pop() if len(governed) == 1 else None
