"""The folium map, compiled: nothing from elsewhere, nothing random, nothing that ends the script."""

from __future__ import annotations

import json
from dataclasses import replace

import shapely
from shapely.affinity import translate

from dashboard.draw.base_map import (
    country_middles,
    ground_extent,
    ground_windows,
    has_far_zone,
    labelled_places,
    map_extent,
    opening_extent,
    opening_window,
    tells_of_home,
)
from dashboard.draw.zone_map import OfflineMap, ZoneLayer, compile_map
from dashboard.edition import Edition


def layer(**options: object) -> ZoneLayer:
    return ZoneLayer("app/static/page/zone_layer.js", options)


def test_nothing_is_loaded_from_another_machine() -> None:
    compiled = compile_map(layer(shapes="app/static/x.json"))
    for address in (*compiled.scripts, *compiled.styles):
        assert address.startswith("app/static/")
    assert "//" not in compiled.script.replace("\n", "")
    assert [url for _, url in OfflineMap.default_js + OfflineMap.default_css if "//" in url] == []


def test_equal_maps_compile_to_equal_scripts() -> None:
    one, two = (compile_map(layer(day="2017-07-09")) for _ in range(2))
    assert one == two
    assert one.key != compile_map(layer(day="2017-07-10")).key


def test_the_map_is_made_on_the_element_that_it_is_given() -> None:
    script = compile_map(layer()).script
    assert "L.map(element," in script
    assert script.rstrip().endswith("return map;")


def test_keys_of_options_stay_as_they_are_and_names_cannot_end_the_script() -> None:
    script = compile_map(layer(styles={"in_force": {}}, name="</script><b>")).script
    assert '"in_force"' in script
    assert "</script>" not in script


def test_names_on_the_map_are_in_the_language_of_the_page(edition: Edition) -> None:
    names = {language: [place["name"] for place in labelled_places(edition, language)] for language in ("en", "ar")}
    assert "Daraa" in names["en"]
    assert "درعا" in names["ar"]
    places = {place["name"]: (place["lon"], place["lat"]) for place in labelled_places(edition, "en")}
    arabic = [(place["lon"], place["lat"]) for place in labelled_places(edition, "ar")]
    assert sorted(places.values()) == sorted(arabic), "coordinates never change with the language"


def test_the_map_opens_on_all_zones(edition: Edition) -> None:
    west, south, east, north = map_extent(edition)
    for footprint in edition.footprints.values():
        box = footprint.possible.bounds
        assert west <= box[0] and south <= box[1] and east >= box[2] and north >= box[3]


def test_a_zone_on_another_continent_does_not_shrink_the_map(edition: Edition) -> None:
    near = map_extent(edition)
    some = next(iter(edition.footprints.values()))
    far = replace(some, possible=translate(some.possible, xoff=-130))
    assert map_extent(replace(edition, footprints={**edition.footprints, "far": far})) == near


def test_a_map_whose_zones_all_lie_elsewhere_opens_on_them(edition: Edition) -> None:
    some = next(iter(edition.footprints.values()))
    yemen, sudan, rakhine = (
        replace(some, possible=shapely.box(*box))
        for box in ((43.0, 13.0, 44.0, 14.0), (30.0, 12.0, 31.0, 13.0), (92, 18, 94, 21))
    )
    assert opening_window([yemen, sudan], home=False) == (30.0, 12.0, 44.0, 14.0)
    assert opening_window([yemen, rakhine], home=False) == (43.0, 13.0, 44.0, 14.0)
    assert opening_window([rakhine], home=False) == (92.0, 18.0, 94.0, 21.0)
    assert opening_window([], home=False) == opening_extent()
    homs = replace(some, possible=shapely.box(36.0, 33.0, 37.0, 34.0))
    assert opening_window([yemen, homs], home=True) == (35.5, 13.0, 44.0, 37.4)
    lebanon = replace(some, possible=shapely.box(35.1, 33.1, 36.6, 34.7))
    assert opening_window([lebanon], home=False) == lebanon.possible.bounds, "beside the country that the map is about"
    assert tells_of_home(edition.zones.values(), edition.gazetteer)
    beirut = replace(next(iter(edition.zones.values())), area="LB")
    assert not tells_of_home([beirut], edition.gazetteer)


def test_a_country_is_named_in_the_middle_of_what_is_seen_of_it(edition: Edition) -> None:
    def country(code: str, west: float, east: float, **more: str) -> dict[str, object]:
        ring = [[west, 33.0], [east, 33.0], [east, 35.0], [west, 35.0], [west, 33.0]]
        return {"properties": {"country": code, **more}, "geometry": {"type": "Polygon", "coordinates": [ring]}}

    features = [country("SY", 36.0, 38.0), country("SY", 20.0, 60.0, disputed="x"), country("RU", 90.0, 99.0)]
    features.append({**country("CN", 92.0, 98.0), "properties": {"country": "CN", "far": True}})
    opening = (35.5, 32.2, 42.5, 37.4)
    drawn, around = json.dumps({"features": features}), (opening, (97.0, 30.0, 99.0, 40.0), (90.0, 30.0, 99.0, 40.0))
    assert country_middles(drawn, around[:1], edition.gazetteer) == {"SY": (37.0, 34.0)}
    assert country_middles(drawn, around, edition.gazetteer) == {"SY": (37.0, 34.0), "RU": (98.0, 34.0)}, "once"
    island = [
        [[36.0, 33.0], [38.0, 33.0], [37.0, 35.0], [36.0, 33.0]],
        [[40.0, 34.0], [39.0, 34.5], [39.0, 33.5], [40.0, 34.0]],
    ]
    shape = {"type": "MultiPolygon", "coordinates": [[ring] for ring in island]}
    touching = json.dumps({"features": [{"properties": {"country": "SY"}, "geometry": shape}]})
    assert country_middles(touching, [(36.0, 33.0, 39.0, 35.0)], edition.gazetteer) == {"SY": (37.0, 33.618)}, (
        "a point is no land"
    )


def test_the_ground_around_a_zone_outside_the_base_map_is_drawn(edition: Edition) -> None:
    some = next(iter(edition.footprints.values()))
    assert ground_windows([some]) == (ground_extent(),)
    far = replace(some, possible=shapely.box(90.2, 20.0, 100.2, 21.0))
    twice = replace(some, possible=shapely.box(95.0, 20.1, 95.1, 20.2))
    at_the_edge = replace(some, possible=shapely.box(178.0, 70.0, 180.0, 71.0))
    assert ground_windows([far, some, twice]) == (ground_extent(), (86.5, 16.5, 103.5, 24.5))
    assert ground_windows([at_the_edge])[1] == (175.5, 67.5, 180.0, 73.5)
    on_both_sides = replace(some, possible=shapely.union_all([shapely.box(177, 65, 180, 67), shapely.box(-180, 65, -178, 67)]))
    assert ground_windows([on_both_sides])[1:] == ((-180.0, 62.5, -175.5, 69.5), (174.5, 62.5, 180.0, 69.5))
    vast = replace(some, possible=shapely.box(-120.0, 30.0, -70.0, 45.0))
    assert ground_windows([vast]) == (ground_extent(),) and has_far_zone([vast]) and not has_far_zone([some])


def test_towns_and_seats_around_such_a_zone_have_their_names(edition: Edition) -> None:
    daraa = edition.gazetteer.places["sy/daraa"]
    sittwe = replace(daraa, id="mm/sittwe", country="MM", name_en="Sittwe", lon=92.9, lat=20.15)
    gazetteer = replace(edition.gazetteer, places={**edition.gazetteer.places, sittwe.id: sittwe})
    for windows, named in (((), False), (((90.0, 15.0, 98.0, 23.0),), True)):
        around = replace(edition, gazetteer=gazetteer, ground_windows=(ground_extent(), *windows))
        assert ("Sittwe" in {place["name"] for place in labelled_places(around, "en")}) == named
