"""The places that the articles name: as points for the map, by what they do in the text, and the articles that name one."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping

from dashboard.draw.headline import headline_tag
from dashboard.draw.markup import Markup, button, join, tag
from dashboard.draw.place_reasons import where_it_lies
from dashboard.draw.reader import source_facts
from dashboard.edition import Edition
from dashboard.strings import counted, direction, isolated, text
from geo.article import Article
from geo.gazetteer import ADMINISTRATIVE, Area
from geo.toponym.resolution import Resolution, Role

ROLES = (Role.COVERED, Role.VENUE, Role.ACTOR, Role.CONTEXT)  # a point is drawn as the first that any article gives it


def places_json(edition: Edition, language: str) -> str:
    """The places for static/page/place_layer.js: `points`, by role and in each those of most articles first, and `legend`, the
    roles with their words and the number of points.

    Each point has `area` (its key), `lon`, `lat` (EPSG:4326), `name`, `articles` (how many name it), `role`, and `lines`, what
    its tooltip says of each role. Places beyond the base map are left out.
    """
    points = []
    for area, articles in edition.named.items():
        extent = edition.extents.get(area)
        if extent is None:
            continue
        roles = _roles(edition, area, articles)
        lon, lat = _point(edition, Area.parse(area)) or ((extent[0] + extent[2]) / 2, (extent[1] + extent[3]) / 2)
        points.append({
            "area": area, "lon": round(lon, 5), "lat": round(lat, 5), "articles": len(articles),
            "name": edition.gazetteer.name(Area.parse(area), language), "role": str(next(r for r in ROLES if r in roles)),
            "lines": [_line(role, count, language) for role, count in roles.items()],
        })  # fmt: skip
    points.sort(key=lambda point: (ROLES.index(Role(str(point["role"]))), -int(str(point["articles"])), point["area"]))
    drawn = Counter(point["role"] for point in points)
    legend = [
        {"role": str(role), "label": text(f"role.{role}", language), "count": drawn[str(role)]}
        for role in ROLES
        if drawn[str(role)]
    ]
    return json.dumps({"points": points, "legend": legend}, ensure_ascii=False, separators=(",", ":"))


def place_panel(edition: Edition, area: str, language: str, back: str = "zone.back") -> Markup:
    """The articles that name an area, each with what the area does in it and how it is written there; `back` is the string
    that says where closing it leads."""
    other = "en" if language == "ar" else "ar"
    known, articles = Area.parse(area), edition.named[area]
    place = edition.gazetteer.places.get(known.place)
    roles = _roles(edition, area, articles)
    return tag(
        "section",
        tag("div", button(text(back, language), send={"do": "close"}, class_="back"), class_="bar"),
        tag("h2", edition.gazetteer.name(known, language), dir="auto", tabindex="-1"),
        tag("p", edition.gazetteer.name(known, other), class_="other-name", lang=other, dir=direction(other)),
        tag("p", " · ".join(where_it_lies(edition, place, language)), class_="quiet") if place else None,
        tag("ul", [tag("li", _line(role, count, language)) for role, count in roles.items()], class_="named-roles"),
        tag("h3", text("named.heading", language)),
        tag("ul", [tag("li", _item(edition, edition.articles[id], area, language)) for id in articles], class_="articles"),
        class_="place-panel", data_part="place-panel",
    )  # fmt: skip


def mentions_of(edition: Edition, article: str, area: str) -> list[Resolution]:
    """The names in an article that mean an area, in the order of the text."""
    return [r for r in edition.resolutions.get(article, ()) if r.area and r.area.key == area]


def _roles(edition: Edition, area: str, articles: Iterable[str]) -> Mapping[Role, int]:
    """How many articles give an area each role, in the order of `ROLES`; an article that gives it two counts for both."""
    given = Counter(role for article in articles for role in {r.role for r in mentions_of(edition, article, area)})
    return {role: given[role] for role in ROLES if given[role]}


def _line(role: Role, count: int, language: str) -> str:
    return f"{text(f'role.{role}', language)}: {counted('named.articles', count, language)}"


def _point(edition: Edition, area: Area) -> tuple[float, float] | None:
    """The place's own point; None for a part of one, for a region that has none, and for a unit, which has that of its seat."""
    place = edition.gazetteer.places.get(area.place)
    if place is None or place.kind in ADMINISTRATIVE or area.setting or area.direction:
        return None
    if place.lon is None or place.lat is None:
        return None
    return place.lon, place.lat


def _item(edition: Edition, article: Article, area: str, language: str) -> Markup:
    found = mentions_of(edition, article.id, area)
    written = dict.fromkeys(r.mention.span.of(article.text) for r in found)
    roles = dict.fromkeys(text(f"role.{r.role}", language) for r in found)
    comma = text("comma", language)
    names = comma.join(isolated(f"«{name}»") for name in written)
    return join((
        headline_tag("h4", article),
        tag("p", join(tag("bdi", fact, class_="fact") for fact in source_facts(article, language)), class_="quiet"),
        tag("p", text("named.written", language, names=names, roles=comma.join(roles))),
        button(text("articles.open", language), aria_label=f"{text('articles.open', language)}: {article.headline}",
               send={"do": "line", "article": article.id, "statement": ""}, class_="open-line"),
    ))  # fmt: skip
