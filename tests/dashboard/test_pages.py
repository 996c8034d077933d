"""The pages in a session, without a browser: what is mounted, what the link says, what happens without a store."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import queries
from dashboard.edition import Edition
from geo.errors import StoreError

APP = Path(__file__).parents[2] / "dashboard" / "app.py"


@pytest.fixture
def page(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    """The page on the test's edition, not yet run."""
    for module in ("dashboard.views.frame", "dashboard.views.hearing"):
        monkeypatch.setattr(f"{module}.current_edition", lambda: edition)
    monkeypatch.setattr("dashboard.views.explorer.tile_address", lambda: None)
    monkeypatch.setattr("dashboard.views.explorer.publish", lambda name, content: f"app/static/drawn/{name}.json")
    yield AppTest.from_file(str(APP), default_timeout=30)
    queries.st.cache_resource.clear()


def mounted(page: AppTest, name: str) -> dict[str, Any]:
    """What was told to a component, by its name."""
    for element in page.main.get("bidi_component"):
        if element.proto.component_name == f"hudna.{name}":
            told: dict[str, Any] = json.loads(element.proto.json)
            return told
    raise AssertionError(f"{name} is not on the page")


def test_the_page_opens_on_the_map_and_the_list(page: AppTest) -> None:
    page.run()
    assert not page.exception
    assert mounted(page, "zone_map")["state"] == {"day": "2017-07-15", "known": "", "selected": None, "focus": None}
    assert "Parts of Eastern Ghouta" in mounted(page, "panel")["html"]
    assert page.query_params == {"lang": "en"}


def test_a_rerun_moves_little_however_many_zones(page: AppTest, edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of thousands of zones, a step in time sends the statuses that changed and no names, shapes or days."""
    zone, period = edition.zones["south/SY12"], edition.periods["south/SY12"][-1]
    zones = {f"z{n}": replace(zone, id=f"z{n}", agreement=f"a{n % 50}") for n in range(3_000)}
    periods = {f"z{n}": (replace(period, start=date(2012, 1, 1) + timedelta(n)),) for n in range(3_000)}
    grown = replace(edition, zones=zones, periods=periods, accounts=dict.fromkeys(zones, ()), footprints={})
    for module in ("dashboard.views.frame", "dashboard.views.hearing"):
        monkeypatch.setattr(f"{module}.current_edition", lambda: grown)
    page.run()
    page.query_params["day"] = "2016-01-01"
    page.run()
    assert not page.exception
    assert mounted(page, "zone_map")["state"]["day"] == "2016-01-01"
    assert "data-statuses" in mounted(page, "panel")["html"]
    told = [element.proto for kind in ("bidi_component", "html", "button_group") for element in page.main.get(kind)]
    assert sum(proto.ByteSize() for proto in told) < 10_000


def test_a_link_opens_an_article_at_its_sentence(page: AppTest) -> None:
    page.query_params.update({"lang": "ar", "zone": "south/SY12", "article": "ar.txt", "statement": "s1"})
    page.run()
    told = mounted(page, "reader")
    assert told["direction"] == "rtl"
    assert told["article"]["lit"]
    assert mounted(page, "document_language") | {"language": "ar", "direction": "rtl"} == mounted(page, "document_language")
    assert mounted(page, "zone_map")["state"]["selected"] == "south/SY12"


def test_the_language_switch_changes_every_part_and_the_link(page: AppTest) -> None:
    page.run()
    page.segmented_control(key="language_switch").set_value("ar").run()
    assert not page.exception
    assert "محافظة درعا" in mounted(page, "panel")["html"]
    assert mounted(page, "zone_map")["words"]["map"]["zoom_in"] == "تكبير"
    assert page.query_params["lang"] == "ar"


def test_the_articles_page_lists_articles_and_bad_files(page: AppTest) -> None:
    page.run()
    page.segmented_control(key="page_switch").set_value("articles").run()
    html = mounted(page, "panel")["html"]
    assert "A truce is broken" in html
    assert "is empty: it holds no text" in html
    assert page.query_params["page"] == "articles"


def test_a_link_to_what_is_gone_says_so_and_shows_the_rest(page: AppTest) -> None:
    page.query_params.update({"lang": "en", "zone": "gone"})
    page.run()
    assert any("names something that is not here" in block.proto.body for block in page.main.get("html"))
    assert "South-west ceasefire" in mounted(page, "panel")["html"]


def test_without_a_store_the_page_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing() -> Edition:
        raise StoreError("there is no store at 'x' yet: run `python -m data ingest seeds`")

    monkeypatch.setattr("dashboard.views.frame.current_edition", nothing)
    page = AppTest.from_file(str(APP), default_timeout=30).run()
    assert not page.exception
    bodies = " ".join(block.proto.body for block in page.main.get("html"))
    assert "python -m data ingest seeds" in bodies
    assert "تعذّر عرض المخزن" in bodies
