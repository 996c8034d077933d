"""The places that articles name: a point each, by role, and the articles behind it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from dashboard.draw.named_places import place_panel, places_json
from dashboard.edition import Edition
from geo.toponym.resolution import Role
from tests.dashboard.markup import words


def points(edition: Edition, language: str = "en") -> dict[str, dict[str, Any]]:
    return {point["area"]: point for point in json.loads(places_json(edition, language))["points"]}


def with_role(edition: Edition, article: str, role: Role) -> Edition:
    """The edition where all names of an article have a role."""
    changed = tuple(replace(r, role=role) for r in edition.resolutions[article])
    return replace(edition, resolutions={**edition.resolutions, article: changed})


def test_each_place_is_a_point_with_its_articles(edition: Edition) -> None:
    found = points(edition)
    assert list(found) == ["sy/daraa", "jo/amman", "sy/eastern-ghouta"], "in one role those of most articles first"
    assert (found["sy/daraa"]["lon"], found["sy/daraa"]["lat"], found["sy/daraa"]["articles"]) == (36.1, 32.62, 2)
    assert found["jo/amman"]["lines"] == ["only named: 1 article"]
    assert points(edition, "ar")["sy/daraa"]["lines"] == ["مذكور في السياق: مقالان"]


def test_a_region_without_a_point_stands_in_the_middle_of_its_extent(edition: Edition) -> None:
    places = edition.gazetteer.places
    regions = {**places, "sy/eastern-ghouta": replace(places["sy/eastern-ghouta"], lon=None, lat=None)}
    moved = replace(edition, gazetteer=replace(edition.gazetteer, places=regions))
    assert points(moved)["sy/eastern-ghouta"]["lon"] == 36.5
    assert points(moved)["sy/eastern-ghouta"]["lat"] == 33.55


def test_a_place_is_drawn_as_the_weightiest_of_its_roles_and_tells_them_all(edition: Edition) -> None:
    told = with_role(edition, "en.txt", Role.COVERED)
    daraa = points(told)["sy/daraa"]
    assert (daraa["role"], daraa["lines"]) == ("covered", ["covered by a truce: 1 article", "only named: 1 article"])
    legend = json.loads(places_json(told, "en"))["legend"]
    assert [(row["role"], row["count"]) for row in legend] == [("covered", 1), ("context", 2)]


def test_a_place_beyond_the_map_is_no_point(edition: Edition) -> None:
    extents = {key: value for key, value in edition.extents.items() if key != "jo/amman"}
    assert "jo/amman" not in points(replace(edition, extents=extents))


def test_the_panel_lists_the_articles_that_name_a_place(edition: Edition) -> None:
    said = words(place_panel(edition, "sy/daraa", "en"))
    assert "Daraa درعا city" in said
    assert "A truce is broken" in said and "As «Daraa»: only named" in said
    assert "As «درعا»: only named" in said
    assert "بلفظ «درعا»: مذكور في السياق" in words(place_panel(edition, "sy/daraa", "ar"))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_markup_in_an_article_stays_text(edition: Edition, language: str) -> None:
    hostile = '<img src=x onerror="alert(1)">'
    article = replace(edition.articles["en.txt"], title=hostile, publisher=hostile)
    attacked = replace(edition, articles={**edition.articles, "en.txt": article})
    drawn = place_panel(attacked, "sy/daraa", language)
    assert "<img" not in drawn
    assert "&lt;img" in drawn
